/// What Python's `names.scm` finds in a tree, sorted by meaning.
struct PythonMatches {
    struct Scope {
        let kind: FileNames.ScopeKind
        let bytes: Range<Int>
        /// For a function or class: the node from `def` or `class` on, and its name.
        var span: SyntaxNode?
        var name: SyntaxNode?
        var parameters: SyntaxNode?
    }

    struct Definition {
        let kind: PythonCapture
        let node: SyntaxNode
        var span: SyntaxNode?
    }

    struct Import {
        let module: SyntaxNode
        var name: SyntaxNode?
        var star: SyntaxNode?
        var alias: SyntaxNode?
    }

    struct Token {
        let bytes: Range<Int>
        let row: Int
        let column: Int
    }

    var scopes: [Scope] = []
    var definitions: [Definition] = []
    var references: [Token] = []
    /// Attributes with the token of their name.
    var members: [(node: SyntaxNode, name: SyntaxNode)] = []
    var dotted: [SyntaxNode] = []
    var imports: [Import] = []
    var strings: [SyntaxNode] = []
    var bases: [(span: Int, list: SyntaxNode)] = []
    /// By the first byte of the decorated definition: where the whole begins, and its decorators.
    var decorated: [Int: (whole: SyntaxNode, decorators: [SyntaxNode])] = [:]
    var assignments: [Range<Int>] = []
    var annotations: [Range<Int>] = []
    /// Where a string may be an annotation.
    var types: [Range<Int>] = []
    /// The first bytes of the first arguments of `cast`.
    var casts: Set<Int> = []
    var typeCheckingBlocks: [Range<Int>] = []
    var tries: [Range<Int>] = []
    var exports: [SyntaxNode] = []
    /// Where identifiers begin that are no references.
    var notReferences: PositionSet
    /// The last bytes of attributes that are assigned to.
    var stores: PositionSet
    var annotationsAreLazy = false

    init(_ tree: SyntaxTree, source: [UInt8], query: Query<PythonCapture>) {
        notReferences = PositionSet(length: source.count)
        stores = PositionSet(length: source.count)
        query.forEachMatch(in: tree) { add($0, source) }
        references.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
        definitions.sort { $0.node.start < $1.node.start }
    }

    private mutating func add(_ match: QueryMatch<PythonCapture>, _ source: [UInt8]) {
        switch match.capture(0) {
        case .ref:
            let node = match.node(0)
            references.append(Token(bytes: node.bytes, row: node.startRow, column: node.startColumn))
        case .refMember:
            guard let name = match.node(.refAttribute) else { return }
            members.append((match.node(0), name))
            notReferences.insert(name.start)
        case .span: addScope(match)
        case .parameters:
            if let body = match.node(.scopeLambda) {
                scopes.append(Scope(kind: .lambda, bytes: body.bytes, parameters: match.node(0)))
            }
        case .scopeLambda: scopes.append(Scope(kind: .lambda, bytes: match.node(0).bytes))
        case .scopeComprehension: scopes.append(Scope(kind: .comprehension, bytes: match.node(0).bytes))
        case .scopeOuter: scopes.append(Scope(kind: .outer, bytes: match.node(0).bytes))
        case .spanBases:
            guard let list = match.node(.bases) else { return }
            bases.append((match.node(0).start, list))
            types.append(list.bytes)
        case .spanDecorated:
            guard let decorator = match.node(.decorator), let inner = match.node(.decorated) else { return }
            decorated[inner.start, default: (match.node(0), [])].decorators.append(decorator)
        case .spanAssignment: assignments.append(match.node(0).bytes)
        case .spanType: types.append(match.node(0).bytes)
        case .spanTry: tries.append(match.node(0).bytes)
        case .store: stores.insert(match.node(0).end - 1)
        case .annotation: annotations.append(match.node(0).bytes)
        case .condition: addCondition(match, source)
        case .cast: addCast(match, source)
        case .refTypeString: strings.append(match.node(0))
        case .refNot: notReferences.insert(match.node(0).start)
        case .refDotted: dotted.append(match.node(0))
        case .importFuture:
            notReferences.insert(match.node(0).start)
            if source[match.node(0).bytes].elementsEqual("annotations".utf8) { annotationsAreLazy = true }
        case .importModule, .importFrom: addImport(match)
        case .allName:
            guard source[match.node(0).bytes].elementsEqual("__all__".utf8) else { return }
            if let value = match.node(.allValue) { exports.append(value) }
        default: addDefinition(match)
        }
    }

    private mutating func addScope(_ match: QueryMatch<PythonCapture>) {
        let span = match.node(0)
        if let body = match.node(.scopeFunction), let name = match.node(.defFunction) {
            scopes.append(
                Scope(kind: .function, bytes: body.bytes, span: span, name: name, parameters: match.node(.parameters)))
            definitions.append(Definition(kind: .defFunction, node: name, span: span))
            notReferences.insert(name.start)
        } else if let body = match.node(.scopeClass), let name = match.node(.defClass) {
            scopes.append(Scope(kind: .class, bytes: body.bytes, span: span, name: name))
            definitions.append(Definition(kind: .defClass, node: name, span: span))
            notReferences.insert(name.start)
        }
    }

    private mutating func addDefinition(_ match: QueryMatch<PythonCapture>) {
        let kind = match.capture(0)
        let node = match.node(0)
        definitions.append(Definition(kind: kind, node: node))
        // An augmented assignment reads the name too.
        if kind != .defAugmented { notReferences.insert(node.start) }
    }

    private mutating func addCondition(_ match: QueryMatch<PythonCapture>, _ source: [UInt8]) {
        guard let block = match.node(.conditional) else { return }
        if source[match.node(0).bytes].firstRange(of: Array("TYPE_CHECKING".utf8)) != nil {
            typeCheckingBlocks.append(block.bytes)
        }
    }

    private mutating func addCast(_ match: QueryMatch<PythonCapture>, _ source: [UInt8]) {
        guard let argument = match.node(.refCastType) else { return }
        let name = source[match.node(0).bytes]
        guard name.elementsEqual("cast".utf8) || name.suffix(5).elementsEqual(".cast".utf8) else { return }
        casts.insert(argument.start)
        types.append(argument.bytes)
        if argument.kind == "string" { strings.append(argument) }
    }

    private mutating func addImport(_ match: QueryMatch<PythonCapture>) {
        let module = match.node(0)
        imports.append(
            Import(
                module: module, name: match.node(.importName), star: match.node(.importStar),
                alias: match.node(.importAlias)))
        for node in [module, match.node(.importName)].compactMap({ $0 }) { exclude(node) }
        if let alias = match.node(.importAlias) { notReferences.insert(alias.start) }
    }

    private mutating func exclude(_ node: SyntaxNode) {
        var starts: [Int] = []
        node.walk { child in
            starts.append(child.start)
            return true
        }
        for start in starts { notReferences.insert(start) }
    }
}
