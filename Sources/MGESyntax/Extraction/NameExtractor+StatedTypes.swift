extension NameExtractor {
    /// The class that a Python type is about: `X` in `X | None`, `Optional["X"]`, `"X"` and `X[int]`.
    ///
    /// Nil where a language has no such types, and where the type is of another form or about several classes.
    mutating func transparentChain(_ node: SyntaxNode) -> FileNames.Chain? {
        guard !rules.transparentTypes.isEmpty, node.symbol != rules.strings.identifier,
            let parts = classSpelled(by: node, in: source, depth: 0)
        else { return nil }
        return addChain(parts)
    }

    /// The only type of a union that is a class: `X` of `X | null`; the type itself when it is no such union.
    func presentType(_ node: SyntaxNode) -> SyntaxNode {
        var node = node
        while rules.unions.contains(node.symbol) {
            let present = Self.namedChildren(of: node).filter {
                !rules.absentTypes.contains($0.symbol) && $0.symbol != rules.strings.comment
            }
            guard present.count == 1 else { break }
            node = present[0]
        }
        return node
    }

    private mutating func classSpelled(by node: SyntaxNode, in text: [UInt8], depth: Int) -> [Int32]? {
        let symbols = rules.strings
        guard depth < Self.deepestString else { return nil }
        switch node.symbol {
        case symbols.identifier, symbols.attribute: return spelled(node, in: text)
        case symbols.string: return classSpelled(inString: text[node.bytes], depth: depth)
        case symbols.type, symbols.parenthesized, symbols.typeParameter, symbols.binaryOperator:
            return onlyClass(of: Self.namedChildren(of: node)[...], in: text, depth: depth)
        case symbols.genericType, symbols.subscription:
            let children = Self.namedChildren(of: node)
            guard let name = children.first, let parts = spelled(name, in: text), let last = parts.last else {
                return nil
            }
            let word = names.table[last]
            guard rules.transparentTypes.contains(word) else { return parts }
            var arguments = children.dropFirst()
            if let list = arguments.first, list.symbol == symbols.typeParameter {
                arguments = Self.namedChildren(of: list)[...]
            }
            return onlyClass(of: word == "Annotated" ? arguments.prefix(1) : arguments, in: text, depth: depth)
        default: return nil
        }
    }

    /// The class that the only one of some types is about that is not `None`.
    private mutating func onlyClass(of types: ArraySlice<SyntaxNode>, in text: [UInt8], depth: Int) -> [Int32]? {
        let symbols = rules.strings
        let others = types.filter { node in
            let inner = node.symbol == symbols.type ? node.namedChild(0) ?? node : node
            return inner.symbol != symbols.none && inner.symbol != symbols.comment
        }
        guard others.count == 1, let only = others.first else { return nil }
        return classSpelled(by: only, in: text, depth: depth + 1)
    }

    private mutating func classSpelled(inString literal: ArraySlice<UInt8>, depth: Int) -> [Int32]? {
        guard let content = Self.content(of: literal) else { return nil }
        let words = content.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if words.allSatisfy(Self.isIdentifier) {
            return words.map { names.table.number(of: String(decoding: $0, as: UTF8.self)) }
        }
        let expression = [UInt8(ascii: "(")] + content + [UInt8(ascii: ")")]
        guard let tree = parser.parse(expression), !tree.root.hasError,
            let inner = tree.root.namedChild(0)?.namedChild(0)
        else { return nil }
        return classSpelled(by: inner, in: expression, depth: depth + 1)
    }

    private static func namedChildren(of node: SyntaxNode) -> [SyntaxNode] {
        var children: [SyntaxNode] = []
        node.forEachChild { if $0.isNamed { children.append($0) } }
        return children
    }
}
