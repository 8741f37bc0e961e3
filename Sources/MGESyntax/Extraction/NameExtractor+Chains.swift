extension NameExtractor {
    /// A node as a chain of names, `a.b.c`; nil for every other expression.
    ///
    /// What a call gives goes by the name of what is called; `isValue` says that the node itself may be one.
    mutating func chain(_ node: SyntaxNode, isValue: Bool = false) -> FileNames.Chain? {
        var reversed: [Int32] = []
        var node = node
        while true {
            if case let number = matches.marks[node.index].member, number >= 0 {
                let member = matches.members[Int(number)]
                if member.meanings == .call { reversed.append(names.callName) }
                reversed.append(name(member.attribute.bytes))
                node = member.object
            } else if isValue || !reversed.isEmpty, let value = matches.values[node.index] {
                if value.isElement { reversed.append(names.elementName) }
                if value.isType { reversed.append(names.instanceName) }
                node = unwrapped(value.node)
            } else {
                break
            }
        }
        let flags = matches.marks[node.index].flags
        if flags.contains(.superWord) {
            reversed.append(names.superName)
        } else if flags.contains(.selfWord) {
            reversed.append(names.selfName)
        } else if flags.contains(.selfTypeWord) {
            reversed.append(names.selfTypeName)
        } else if flags.contains(.identifier) {
            if flags.contains(.called) { reversed.append(names.callName) }
            reversed += path(of: node.bytes).reversed()
        } else if let scope = matches.namelessValues[node.index].flatMap({ scopeOfNode[$0.index] }) {
            reversed.append(instanceName(ofClass: scope))
        } else {
            return nil
        }
        return addChain(reversed.reversed())
    }

    /// What the first name of a chain is looked for as: only as a type, or as what is called, where its place says so.
    func headMeanings(of node: SyntaxNode) -> Meanings {
        var node = node
        while true {
            if case let member = matches.marks[node.index].member, member >= 0 {
                node = matches.members[Int(member)].object
            } else if let value = matches.values[node.index] {
                node = unwrapped(value.node)
            } else {
                break
            }
        }
        guard case let number = matches.marks[node.index].reference, number >= 0 else {
            return rules.vocabulary.headMeanings
        }
        let meanings = matches.references[Int(number)].meanings
        return meanings == .type || meanings == .call ? meanings : rules.vocabulary.headMeanings
    }

    /// The chain that a type expression is about: of a pointer what it points to, of a generic type its name.
    mutating func typeChain(_ node: SyntaxNode) -> FileNames.Chain? { chain(unwrapped(node)) }

    /// The same of the elements of an array, a map and the like, and how deep they are in it.
    ///
    /// The chain is nil when that has no name.
    mutating func elementChain(_ node: SyntaxNode) -> (chain: FileNames.Chain?, depth: Int) {
        var node = unwrapped(presentType(node))
        var depth = 0
        while let field = rules.elementFields[node.symbol], let element = node.child(field) {
            depth += 1
            node = unwrapped(element)
        }
        return (chain(node), depth)
    }

    /// The names in a token: several, where it is a whole path.
    mutating func path(of bytes: Range<Int>) -> [Int32] {
        guard rules.vocabulary.family == .packages, source[bytes].contains(separator) else { return [name(bytes)] }
        let text = text(bytes)
        var parts = parts(of: text)
        if text.hasPrefix(rules.vocabulary.separator) {
            parts.insert(names.rootName, at: 0)
        } else if let word = rules.vocabulary.packageWord, let first = parts.first, names.table[first] == word {
            parts[0] = names.packageName
        }
        return parts
    }

    /// The chain of the names in a token, in most languages one.
    mutating func pathChain(_ bytes: Range<Int>) -> FileNames.Chain {
        guard rules.vocabulary.family != .packages else { return addChain(path(of: bytes)) }
        return addChain(CollectionOfOne(name(bytes)))
    }

    /// The first byte of what stands between the parts of a path.
    private var separator: UInt8 { rules.vocabulary.separator.utf8.first ?? 0 }

    /// A name for an instance of a class that has none itself, bound around the class.
    private mutating func instanceName(ofClass scope: Int) -> Int32 {
        let name = names.table.number(of: "<instance \(scope)>")
        let around = names.scopes[scope].parent
        guard names.firstBinding(of: name, in: around) < 0 else { return name }
        let type = Int32(names.types.count)
        names.types.append(FileNames.StatedType.instance(of: scope))
        names.bind(
            name, in: around,
            FileNames.Binding(target: .local, line: 0, meanings: .any, isMember: false, type: type))
        return name
    }

    func unwrapped(_ node: SyntaxNode) -> SyntaxNode {
        var node = node
        while rules.unwrapped.contains(node.symbol) {
            guard
                let inner = rules.unwrapFields.lazy.compactMap({ node.child($0) }).first ?? node.namedChild(0)
            else { break }
            node = inner
        }
        return node
    }

    mutating func addChain(_ parts: some Collection<Int32>) -> FileNames.Chain {
        let start = Int32(names.parts.count)
        names.parts.append(contentsOf: parts)
        return FileNames.Chain(start: start, count: Int32(parts.count))
    }
}
