/// What a language's `names.scm` finds in a tree, sorted by meaning.
struct NameMatches {
    struct Scope {
        let kind: FileNames.ScopeKind
        let node: SyntaxNode
        /// The extent of the definition that the scope is of.
        var span: SyntaxNode
        var name: SyntaxNode?
        var definition: Definition.Kind?
        var parameters: SyntaxNode?
        var extended: SyntaxNode?
        var isExtension = false
        var membersSeen: MemberVisibility?
        /// Outer ones first, where several begin at one node.
        var rank = 0

        /// Takes over what another match says of the same scope.
        mutating func merge(_ other: Scope) {
            if other.span.index < span.index { span = other.span }
            if name == nil { (name, definition) = (other.name, other.definition) }
            parameters = parameters ?? other.parameters
            extended = extended ?? other.extended
            isExtension = isExtension || other.isExtension
            membersSeen = membersSeen ?? other.membersSeen
        }
    }

    struct Name {
        let capture: NameCapture
        let node: SyntaxNode
        var span: SyntaxNode?
        /// The node of the scope that the definition opens.
        var scope: SyntaxNode?
        var extended: SyntaxNode?
        /// Where the node ends that a local is seen after; 0 for one that is seen everywhere.
        var visibleFrom = 0
    }

    struct Reference {
        let node: SyntaxNode
        var meanings: Meanings
    }

    struct Member {
        let node: SyntaxNode
        let object: SyntaxNode
        let attribute: SyntaxNode
        /// What the whole is to be, where its place tells.
        let meanings: Meanings?
    }

    /// A field that a literal or pattern of a type names.
    struct Key {
        let type: SyntaxNode
        let field: SyntaxNode
        /// How many literals without a type of their own are around the token inside that of the type.
        let depth: Int
        /// Whether the token is nothing else.
        let isExclusive: Bool
    }

    /// What a node that stands for a value is.
    struct Value {
        /// A node of the same value, its type, or what it is an element of.
        let node: SyntaxNode
        var isType = false
        var isElement = false
    }

    /// A name and the type that the text states of its value.
    struct Stated {
        let name: SyntaxNode
        let type: SyntaxNode
        let form: FileNames.StatedType.Form
        /// Whether the value is an element of that.
        let isElement: Bool
        /// Where alone it holds, if not everywhere.
        let within: SyntaxNode?
    }

    struct Import {
        var path: SyntaxNode
        var alias: SyntaxNode?
        var name: SyntaxNode?
        var star: SyntaxNode?
        var defaultName: SyntaxNode?
        var namespace: SyntaxNode?
        /// Bound to what the module is as a whole: `import x = require(…)`.
        var require: SyntaxNode?
        /// The name of a module that another file holds.
        var child: SyntaxNode?
    }

    struct Export {
        var from: SyntaxNode?
        var name: SyntaxNode?
        var alias: SyntaxNode?
        var namespace: SyntaxNode?
        var star: SyntaxNode?
        var value: SyntaxNode?
        var equals: SyntaxNode?
    }

    var marks: [NodeMark]
    var scopes: [Scope] = []
    /// By position.
    var definitions: [Name] = []
    var references: [Reference] = []
    var members: [Member] = []
    var dotted: [SyntaxNode] = []
    /// The classes whose constructors are called.
    var constructed: [SyntaxNode] = []
    var calls: [(function: SyntaxNode, arguments: SyntaxNode)] = []
    var signatures: [(name: SyntaxNode, parameters: SyntaxNode)] = []
    var labels: [(object: SyntaxNode, label: SyntaxNode)] = []
    /// By a node that makes a value of a class without a name: the node of that class's scope.
    var namelessValues: [Int: SyntaxNode] = [:]
    var imports: [Import] = []
    var exports: [Export] = []
    var aliases: [(name: SyntaxNode, value: SyntaxNode)] = []
    /// By a node of each class: one base, or all children of a node.
    var bases: [(around: SyntaxNode, base: SyntaxNode, isList: Bool)] = []
    /// Of the same, those that are searched before the others.
    var firstBases: [(around: SyntaxNode, base: SyntaxNode)] = []
    /// The larger extent of a definition, by the node that it replaces.
    var decorated: [Int: SyntaxNode] = [:]
    /// By the node that paths are written in, what they begin with.
    var prefixes: [Int: SyntaxNode] = [:]
    var stated: [Stated] = []
    var keys: [Key] = []
    /// By a node that stands for a value: the node that says what value or of which type.
    var values: [Int: Value] = [:]
    /// By the node of a pattern, from where on the names that it binds are seen.
    var patternEnds: [Int: Int] = [:]
    var package: SyntaxNode?
    var isModule = false
    var strings: [SyntaxNode] = []
    var allValues: [SyntaxNode] = []
    private var annotationsAreLazy = false

    init(_ tree: SyntaxTree, query: Query<NameCapture>) {
        marks = [NodeMark](repeating: NodeMark(), count: tree.count)
        query.forEachMatch(in: tree) { add($0) }
        mergeScopes()
        for (number, scope) in scopes.enumerated() where marks[scope.node.index].scope < 0 {
            marks[scope.node.index].scope = Int32(number)
        }
        definitions.sort { $0.node.index < $1.node.index }
        imports.sort { $0.path.index < $1.path.index }
    }

    /// Puts the scopes in order; several matches may describe one.
    private mutating func mergeScopes() {
        scopes.sort { ($0.node.index, $0.rank) < ($1.node.index, $1.rank) }
        var merged: [Scope] = []
        for scope in scopes {
            guard let last = merged.last, last.node == scope.node, last.rank == scope.rank else {
                merged.append(scope)
                continue
            }
            merged[merged.count - 1].merge(scope)
        }
        scopes = merged
    }

    private mutating func mark(_ node: SyntaxNode, _ flags: NodeFlags) { marks[node.index].flags.formUnion(flags) }

    private mutating func add(_ match: QueryMatch<NameCapture>) {
        // What only predicates ask for says nothing of the match.
        guard let first = (0..<match.count).first(where: { match.capture($0) != .ignored }) else {
            return addRest(match)
        }
        switch match.capture(first) {
        case .reference(let meanings):
            let node = match.node(first)
            mark(node, meanings == .call ? [.identifier, .called] : .identifier)
            guard match.count == first + 1 else { break }
            if case let known = marks[node.index].reference, known >= 0 {
                // A pattern that says more of the token's meaning counts.
                if meanings != .value { references[Int(known)].meanings = meanings }
            } else {
                marks[node.index].reference = Int32(references.count)
                references.append(Reference(node: node, meanings: meanings))
            }
        case .member(let meanings): addMember(match, match.node(first), meanings)
        case .object where match.node(.attribute) != nil: addMember(match, match.node(.attribute), nil)
        case .importPath, .importName, .importStar, .importDefault, .importNamespace, .importAlias,
            .importRequire, .moduleChild, .modulePath:
            addImport(match)
        case .exportName, .exportAlias, .exportFrom, .exportStar, .exportNamespace, .exportDefault, .exportEquals:
            addExport(match)
        default: addRest(match)
        }
    }

    private mutating func addMember(
        _ match: QueryMatch<NameCapture>, _ node: SyntaxNode?, _ meanings: Meanings?
    ) {
        guard let node, let object = match.node(.object), let attribute = match.node(.attribute) else { return }
        guard marks[node.index].member < 0 else { return }
        marks[node.index].member = Int32(members.count)
        members.append(Member(node: node, object: object, attribute: attribute, meanings: meanings))
        mark(attribute, .notReference)
    }

    private mutating func addImport(_ match: QueryMatch<NameCapture>) {
        let child = match.node(.moduleChild)
        guard let path = match.node(.importPath) ?? match.node(.modulePath) ?? child ?? match.node(.importStar) else {
            return
        }
        imports.append(
            Import(
                path: path, alias: match.node(.importAlias), name: match.node(.importName),
                star: match.node(.importStar), defaultName: match.node(.importDefault),
                namespace: match.node(.importNamespace), require: match.node(.importRequire), child: child))
        for index in 0..<match.count { exclude(match.node(index)) }
    }

    private mutating func addExport(_ match: QueryMatch<NameCapture>) {
        exports.append(
            Export(
                from: match.node(.exportFrom), name: match.node(.exportName), alias: match.node(.exportAlias),
                namespace: match.node(.exportNamespace), star: match.node(.exportStar),
                value: match.node(.exportDefault), equals: match.node(.exportEquals)))
        for capture in [NameCapture.exportName, .exportAlias, .exportFrom, .exportNamespace] {
            if let node = match.node(capture) { mark(node, .notReference) }
        }
    }

    /// No token in a node is a reference.
    fileprivate mutating func exclude(_ node: SyntaxNode) { mark(node, [.notReference, .opaque]) }
}

extension NameMatches {
    /// A match about definitions, scopes or properties of nodes.
    private mutating func addRest(_ match: QueryMatch<NameCapture>) {
        var scope: Scope?
        var names: [Name] = []
        var listed: [(node: SyntaxNode, isList: Bool)] = []
        var first: [SyntaxNode] = []
        for index in 0..<match.count {
            let node = match.node(index)
            switch match.capture(index) {
            case .scope(let kind):
                scope = scope ?? Scope(kind: kind, node: node, span: node, rank: kind == .comprehension ? 2 : 0)
            case .enumScope: scope = Scope(kind: .class, node: node, span: node, membersSeen: .inside)
            case .extensionScope: scope = Scope(kind: .class, node: node, span: node, isExtension: true)
            case .outerScope: scope = Scope(kind: .outer, node: node, span: node, rank: 1)
            case .base: listed.append((node, false))
            case .firstBase: first.append(node)
            case .bases:
                listed.append((node, true))
                mark(node, .typeStrings)
            case .embedded: names.append(Name(capture: .definition(.field), node: node))
            case .definition, .parameter, .typeParameter, .local, .inner, .loop, .target, .pattern, .walrus, .hoisted,
                .exceptTarget, .deleted, .matched, .augmented, .patternName, .global, .nonlocal:
                names.append(Name(capture: match.capture(index), node: node))
                // An augmented assignment reads the name too; a pattern may assign to names that are bound elsewhere.
                if match.capture(index) != .augmented, match.capture(index) != .patternName {
                    mark(node, .notReference)
                }
            default: addProperty(match.capture(index), node, match)
            }
        }
        let span = match.node(.span)
        if let span { scope?.span = span }
        if let around = span ?? scope?.node {
            bases += listed.map { (around, $0.node, $0.isList) }
            firstBases += first.map { (around, $0) }
        }
        for var name in names {
            name.span = span ?? scope?.span
            name.scope = scope?.node
            name.extended = match.node(.extended)
            name.visibleFrom = match.node(.after)?.end ?? 0
            definitions.append(name)
            if case .definition(let kind) = name.capture, scope?.definition == nil {
                scope?.definition = kind
                scope?.name = name.node
            }
        }
        guard var scope else { return }
        if let value = match.node(.value) { namelessValues[value.index] = scope.node }
        scope.parameters = match.node(.parameters)
        if scope.isExtension { scope.extended = match.node(.extended) }
        scopes.append(scope)
    }

    private mutating func addProperty(
        _ capture: NameCapture, _ node: SyntaxNode, _ match: QueryMatch<NameCapture>
    ) {
        switch capture {
        case .notReference: mark(node, .notReference)
        case .privateName: mark(node, .privateName)
        case .store: mark(node, .store)
        case .selfWord: mark(node, .selfWord)
        case .superWord: mark(node, .superWord)
        case .selfTypeWord: mark(node, .selfTypeWord)
        case .eager: mark(node, .eager)
        case .lazy: mark(node, .lazy)
        case .type: mark(node, [.type, .typeStrings])
        case .annotation: if annotationsAreLazy { mark(node, .lazy) }
        case .lazyAnnotations: annotationsAreLazy = true
        case .guarded: mark(node, .guarded)
        case .exported: mark(node, .exported)
        case .exportedDefault: mark(node, .exportedDefault)
        case .staticFunction: mark(node, .isStatic)
        case .firstParameter: mark(node, .firstParameter)
        case .spanAssignment: mark(node, .assignment)
        case .ownedByNext: mark(node, .ownedByNext)
        case .head: mark(node, .identifier)
        case .opaque: mark(node, .opaque)
        case .patternNode:
            mark(node, .pattern)
            if let end = match.node(.after)?.end { patternEnds[node.index] = end }
        case .importFuture: mark(node, .notReference)
        case .dotted: dotted.append(node)
        case .constructed: constructed.append(node)
        case .label: if let object = match.node(.object) { labels.append((object, node)) }
        case .called: if let list = match.node(.callArguments) { calls.append((node, list)) }
        case .manyArguments: mark(node, .manyArguments)
        case .signature: if let name = match.node(.signatureName) { signatures.append((name, node)) }
        case .requiredParameter: mark(node, .requiredParameter)
        case .optionalParameter: mark(node, .optionalParameter)
        case .typeString: strings.append(node)
        case .allValue: allValues.append(node)
        case .package:
            package = node
            exclude(node)
        case .moduleMark: isModule = true
        case .spanDecorated:
            if let inner = match.node(.decorated) { decorated[inner.index] = node }
        case .importPrefix:
            if let list = match.node(.importPrefixed) { prefixes[list.index] = node }
        case .aliasName:
            guard let value = match.node(.aliasValue) else { return }
            mark(node, .notReference)
            aliases.append((node, value))
        case .typedName:
            guard let type = match.node(.typedType) ?? match.node(.typedValue) ?? match.node(.typedExpression) else {
                return
            }
            let isExpression = match.node(.typedExpression) != nil
            mark(node, .typed)
            stated.append(
                Stated(
                    name: node, type: type,
                    form: isExpression ? .expression : match.node(.typedType) == nil ? .call : .type,
                    isElement: match.node(.typedElement) != nil, within: match.node(.typedWithin)))
        case .key, .field:
            guard let type = match.node(.object) else { return }
            let depth = (0..<match.count).count { match.capture($0) == .elided }
            keys.append(Key(type: type, field: node, depth: depth, isExclusive: capture == .key))
        case .value:
            if let same = match.node(.valueSame) {
                values[node.index] = Value(node: same)
            } else if let type = match.node(.valueType) {
                values[node.index] = Value(node: type, isType: true)
            } else if let whole = match.node(.valueElement) {
                values[node.index] = Value(node: whole, isElement: true)
            }
        default: break
        }
    }
}
