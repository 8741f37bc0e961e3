extension NameExtractor {
    static let deepestString = 8

    /// Adds what annotations written as strings refer to.
    mutating func addTypeStrings() {
        for node in matches.strings where flagsAt[node.index].contains(.typeStrings) && isAnnotation(node) {
            let reference = FileNames.Reference(
                chain: FileNames.Chain(start: 0, count: 0), scope: scopeAt[node.index], owner: ownerAt[node.index],
                line: Int32(node.startRow + 1), offset: Int32(node.start), nameLine: Int32(node.startRow + 1),
                nameColumn: Int32(node.startColumn + 1), meanings: .any, isLazy: true, isInString: true, isInType: true)
            addTypeString(source[node.bytes], like: reference, depth: 0)
        }
    }

    /// Whether only parts of type expressions lie between a string and a type, the bases of a class or a `cast`.
    private func isAnnotation(_ string: SyntaxNode) -> Bool {
        let symbols = rules.strings
        var isInType = false
        var child = string
        var parent = string.parent
        while let node = parent {
            let symbol = node.symbol
            if symbol == symbols.type {
                isInType = true
            } else if symbol == symbols.subscription {
                guard let value = node.child(symbols.value), value != child else { break }
                let name = lastName(value)
                if name == "Literal" { return false }
                if name == "Annotated", node.child(symbols.subscriptField)?.bytes.contains(string.start) != true {
                    return false
                }
            } else if symbol == symbols.genericType {
                let name = node.namedChild(0).map { text($0.bytes) }
                if name == "Literal" { return false }
                if name == "Annotated", node.namedChild(1)?.namedChild(0)?.bytes.contains(string.start) != true {
                    return false
                }
            } else if symbol != symbols.typeParameter, symbol != symbols.binaryOperator, symbol != symbols.list,
                symbol != symbols.tuple, symbol != symbols.parenthesized
            {
                break
            }
            child = node
            parent = node.parent
        }
        if let list = parent, list.symbol == symbols.argumentList, let around = list.parent {
            if around.symbol == symbols.classDefinition { return isInType || child != string }
            if around.symbol == symbols.call { return isInType || matches.marks[child.index].flags.contains(.type) }
        }
        return isInType
    }

    private func lastName(_ node: SyntaxNode) -> Substring {
        text(node.bytes).split(separator: ".").last ?? ""
    }

    private mutating func addTypeString(_ literal: ArraySlice<UInt8>, like reference: FileNames.Reference, depth: Int) {
        let symbols = rules.strings
        guard depth < Self.deepestString, let content = Self.content(of: literal) else { return }
        let words = content.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if words.allSatisfy(Self.isIdentifier) {
            addPrefixes(words.map { names.table.number(of: String(decoding: $0, as: UTF8.self)) }, like: reference)
            return
        }
        let expression = [UInt8(ascii: "(")] + content + [UInt8(ascii: ")")]
        guard let tree = parser.parse(expression), !tree.root.hasError else { return }
        var chains: [[Int32]] = []
        var nested: [Range<Int>] = []
        tree.root.walk { node in
            if node.symbol == symbols.subscription, let value = node.child(symbols.value),
                expression[value.bytes].split(separator: UInt8(ascii: ".")).last?.elementsEqual("Literal".utf8) == true
            {
                chains.append(contentsOf: spelled(value, in: expression).map { [$0] } ?? [])
                return false
            }
            if node.symbol == symbols.string {
                nested.append(node.bytes)
                return false
            }
            guard node.symbol == symbols.identifier || node.symbol == symbols.attribute else { return true }
            if let chain = spelled(node, in: expression) { chains.append(chain) }
            return false
        }
        for chain in chains { addPrefixes(chain, like: reference) }
        for bytes in nested { addTypeString(expression[bytes], like: reference, depth: depth + 1) }
    }
}

extension NameExtractor {
    /// Adds a reference for `a`, `a.b` and `a.b.c` of `a.b.c`.
    private mutating func addPrefixes(_ parts: [Int32], like reference: FileNames.Reference) {
        let chain = addChain(parts)
        for count in 1...max(1, chain.count) where count <= chain.count {
            var reference = reference
            reference.chain = FileNames.Chain(start: chain.start, count: count)
            names.references.append(reference)
        }
    }

    /// The names of `a.b.c` in another text than the file; nil for every other expression.
    mutating func spelled(_ node: SyntaxNode, in expression: [UInt8]) -> [Int32]? {
        let symbols = rules.strings
        var reversed: [Int32] = []
        var node = node
        while node.symbol == symbols.attribute {
            guard let attribute = node.child(symbols.attributeName), let object = node.child(symbols.object) else {
                return nil
            }
            reversed.append(names.table.number(of: String(decoding: expression[attribute.bytes], as: UTF8.self)))
            node = object
        }
        guard node.symbol == symbols.identifier else { return nil }
        reversed.append(names.table.number(of: String(decoding: expression[node.bytes], as: UTF8.self)))
        return reversed.reversed()
    }

    /// What stands between the quotes of a literal without blanks around; nil when it has none or is empty.
    static func content(of literal: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var content = literal.drop { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
        guard let quote = content.first else { return nil }
        let isTriple = content.count >= 6 && content.prefix(3).allSatisfy { $0 == quote }
        let width = isTriple ? 3 : 1
        guard content.count >= 2 * width, content.suffix(width).allSatisfy({ $0 == quote }) else { return nil }
        content = content.dropFirst(width).dropLast(width)
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0d).contains($0) }
        content = content.drop(while: isBlank)
        while let last = content.last, isBlank(last) { content.removeLast() }
        return content.isEmpty ? nil : content
    }

    static func isIdentifier(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
        return word.allSatisfy { byte in
            byte >= 0x80 || byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
    }
}
