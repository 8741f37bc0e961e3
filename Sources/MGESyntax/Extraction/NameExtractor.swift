/// Turns what the query found into scopes, bindings, references and definitions.
///
/// The order of the steps matters: scopes first, then what they bind, then what is used in them.
struct NameExtractor {
    let source: [UInt8]
    let tree: SyntaxTree
    let rules: NameRules
    let parser: SyntaxParser
    var matches: NameMatches
    let names: FileNames
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
    /// How many arguments are given, by the node that is called; empty unless calls are looked at.
    var argumentCounts: [Int: UInt8] = [:]
    /// The qualified names of functions and classes, local ones too, as scopes number them.
    private(set) var paths: [String] = []
    private var qualifiedNumbers: [String: Int32] = ["<module>": 0]

    init(_ tree: SyntaxTree, rules: NameRules, parser: SyntaxParser) {
        self.tree = tree
        self.rules = rules
        self.parser = parser
        source = tree.source
        matches = NameMatches(tree, query: rules.query)
        names = FileNames(rules: rules.vocabulary)
    }

    /// - Parameter checksCalls: whether calls and functions are to tell how many arguments they have.
    mutating func run(checksCalls: Bool) {
        buildScopes()
        bindDefaults()
        bindDefinitions()
        assignOwners()
        collectBases()
        addImports()
        addAliases()
        if checksCalls {
            addSignatures()
            countArguments()
        }
        addKeys()
        addLabels()
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

    mutating func pathNumber(_ path: String) -> Int32 {
        paths.append(path)
        return Int32(paths.count - 1)
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
        case .class, .namespace: paths[Int(names.scopes[scope].path)] + "." + name
        default: paths[Int(names.scopes[scope].path)] + ".<locals>." + name
        }
    }
}
