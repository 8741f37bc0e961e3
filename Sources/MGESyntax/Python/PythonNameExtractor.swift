/// Turns what the query found into scopes, bindings, references and definitions.
///
/// The order of the steps matters: scopes first, then what they bind, then what is used in them.
struct PythonNameExtractor {
    let matches: PythonMatches
    let source: [UInt8]
    let symbols: PythonSymbols
    let parser: SyntaxParser
    var names: FileNames
    var definitions: [Definition] = []
    var notReferences: PositionSet

    var scopeForest = IntervalForest([])
    /// The kind of each interval's scope stands for itself, but for `outer`: that is the scope around the comprehension.
    var realScope: [Int] = []
    /// For each scope that is a function's or class's, by the first byte of the whole definition.
    var scopeOfSpan: [Int: Int] = [:]
    var parametersForest = IntervalForest([])
    var scopeOfParameters: [Int] = []
    var assignments: [Range<Int>] = []
    var assignmentForest = IntervalForest([])
    /// Whole definitions at the level of the module or a class, and their qualified names.
    var owners: [(bytes: Range<Int>, name: Int32)] = []
    var ownerForest = IntervalForest([])
    var lazyForest = IntervalForest([])
    var typeForest = IntervalForest([])
    var tryForest = IntervalForest([])
    var qualifiedNumbers: [String: Int32] = ["<module>": 0]

    init(_ matches: PythonMatches, source: [UInt8], rules: PythonRules, parser: SyntaxParser) {
        self.matches = matches
        self.source = source
        self.parser = parser
        symbols = rules.symbols
        names = FileNames(vocabulary: rules.vocabulary)
        notReferences = matches.notReferences
    }

    mutating func run() {
        buildScopes()
        bindDefinitions()
        assignOwners()
        collectBases()
        let lazy = (matches.annotationsAreLazy ? matches.annotations : []) + matches.typeCheckingBlocks
        lazyForest = Self.forest(lazy)
        typeForest = Self.forest(matches.types)
        tryForest = Self.forest(matches.tries)
        addImports()
        addReferences()
        addTypeStrings()
        readExports()
    }

    // MARK: - Asking

    /// The number of the name that a node spells.
    mutating func name(_ bytes: Range<Int>) -> Int32 {
        source.withUnsafeBufferPointer { names.table.number(of: UnsafeBufferPointer(rebasing: $0[bytes])) }
    }

    func text(_ bytes: Range<Int>) -> String { String(decoding: source[bytes], as: UTF8.self) }

    func scope(at position: Int) -> Int {
        scopeForest.innermost(at: position).map { realScope[$0] } ?? 0
    }

    mutating func qualified(_ name: String) -> Int32 {
        if let number = qualifiedNumbers[name] { return number }
        let number = Int32(names.qualified.count)
        names.qualified.append(name)
        qualifiedNumbers[name] = number
        return number
    }

    func owner(at position: Int) -> Int32 {
        ownerForest.innermost(at: position).map { owners[$0].name } ?? 0
    }

    /// Whether a scope is the module's or that of a class that can be reached from it by names.
    func isReachable(_ scope: Int) -> Bool {
        names.scopes[scope].kind == .module || names.scopes[scope].symbol >= 0
    }

    /// The qualified name of something bound in a scope.
    func path(_ name: String, in scope: Int) -> String {
        switch names.scopes[scope].kind {
        case .module: name
        case .class: names.scopes[scope].path + "." + name
        default: names.scopes[scope].path + ".<locals>." + name
        }
    }

    static func forest(_ intervals: [Range<Int>]) -> IntervalForest {
        IntervalForest(intervals.sorted { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) })
    }
}
