/// Turns what the query found into scopes, bindings, references and definitions.
///
/// The order of the steps matters: scopes first, then what they bind, then what is used in them.
struct NameExtractor {
    let source: [UInt8]
    let tree: SyntaxTree
    let rules: NameRules
    let parser: SyntaxParser
    var matches: NameMatches
    var names: FileNames
    var definitions: [Definition] = []

    /// For each node the scope that it lies in; the scope itself for a node that is one.
    var scopeAt: [Int32] = []
    /// For each node the properties that hold for everything inside of one around it.
    var flagsAt: [NodeFlags] = []
    /// For each node the qualified name of the innermost definition around it.
    var ownerAt: [Int32] = []
    /// For the list of a function's parameters the function's scope.
    var scopeOfParameters: [Int: Int] = [:]
    /// For a node of a class its scope.
    var scopeOfNode: [Int: Int] = [:]
    /// The binding of each token whose class is stated.
    var bindingOfToken: [Int: Int32] = [:]
    private var qualifiedNumbers: [String: Int32] = ["<module>": 0]

    init(_ tree: SyntaxTree, rules: NameRules, parser: SyntaxParser) {
        self.tree = tree
        self.rules = rules
        self.parser = parser
        source = tree.source
        matches = NameMatches(tree, query: rules.query)
        names = FileNames(rules: rules.vocabulary)
    }

    mutating func run() {
        buildScopes()
        bindDefinitions()
        assignOwners()
        collectBases()
        addImports()
        addAliases()
        addKeys()
        addReferences()
        addTypeStrings()
        readAllNames()
        readExports()
        addStatedTypes()
        names.package = matches.package.map { text($0.bytes).filter { !$0.isWhitespace } }
    }

    // MARK: - Asking

    /// The number of the name that a node spells.
    mutating func name(_ bytes: Range<Int>) -> Int32 {
        var bytes = bytes
        // A word of Rust's that is a name.
        if bytes.count > 2, source[bytes.lowerBound] == UInt8(ascii: "r"),
            source[bytes.lowerBound + 1] == UInt8(ascii: "#")
        {
            bytes = bytes.lowerBound + 2..<bytes.upperBound
        }
        return source.withUnsafeBufferPointer { names.table.number(of: UnsafeBufferPointer(rebasing: $0[bytes])) }
    }

    func text(_ bytes: Range<Int>) -> String { String(decoding: source[bytes], as: UTF8.self) }

    func scope(at node: SyntaxNode) -> Int { Int(scopeAt[node.index]) }

    mutating func qualified(_ name: String) -> Int32 {
        if let number = qualifiedNumbers[name] { return number }
        let number = Int32(names.qualified.count)
        names.qualified.append(name)
        qualifiedNumbers[name] = number
        return number
    }

    func owner(at node: SyntaxNode) -> Int32 { ownerAt[node.index] }

    func isLazy(_ node: SyntaxNode) -> Bool { flagsAt[node.index].contains(.lazy) }

    /// Whether a scope is the module's or one that can be reached from it by names.
    func isReachable(_ scope: Int) -> Bool {
        let found = names.scopes[scope]
        return found.kind == .module || found.symbol >= 0
            || (found.extended != nil && found.parent >= 0 && isReachable(found.parent))
    }

    /// The qualified name of something bound in a scope.
    func path(_ name: String, in scope: Int) -> String {
        switch names.scopes[scope].kind {
        case .module: name
        case .class, .namespace: names.scopes[scope].path + "." + name
        default: names.scopes[scope].path + ".<locals>." + name
        }
    }

    // MARK: - Chains

    /// A node as a chain of names, `a.b.c`; nil for every other expression.
    ///
    /// What a call gives goes by the name of what is called; `isValue` says that the node itself may be one.
    mutating func chain(_ node: SyntaxNode, isValue: Bool = false) -> FileNames.Chain? {
        var reversed: [Int32] = []
        var node = node
        while true {
            if case let member = matches.marks[node.index].member, member >= 0 {
                reversed.append(name(matches.members[Int(member)].attribute.bytes))
                node = matches.members[Int(member)].object
            } else if isValue || !reversed.isEmpty, let value = matches.values[node.index] {
                if value.isElement { reversed.append(names.elementName) }
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
            reversed.append(name(node.bytes))
        } else {
            return nil
        }
        return addChain(reversed.reversed())
    }

    /// What the first name of a chain is looked for as: only as a type where its place says that it is one.
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
        guard case let number = matches.marks[node.index].reference, number >= 0 else { return [.value, .type] }
        return matches.references[Int(number)].meanings == .type ? .type : [.value, .type]
    }

    /// The chain that a type expression is about: of a pointer what it points to, of a generic type its name.
    mutating func typeChain(_ node: SyntaxNode) -> FileNames.Chain? { chain(unwrapped(node)) }

    /// The same of the elements of an array, a map and the like, and how deep they are in it.
    ///
    /// The chain is nil when that has no name.
    mutating func elementChain(_ node: SyntaxNode) -> (chain: FileNames.Chain?, depth: Int) {
        var node = unwrapped(node)
        var depth = 0
        while let field = rules.elementFields[node.symbol], let element = node.child(field) {
            depth += 1
            node = unwrapped(element)
        }
        return (chain(node), depth)
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
