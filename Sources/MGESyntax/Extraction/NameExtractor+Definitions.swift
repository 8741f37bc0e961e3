extension NameExtractor {
    mutating func bindDefinitions() {
        // An exception's or a pattern's name is also found as the target of an `as`.
        var exceptions: Set<Int> = []
        for definition in matches.definitions {
            switch definition.capture {
            case .exceptTarget, .matched: exceptions.insert(definition.node.index)
            case .global: names.scopes[scope(at: definition.node)].globals.insert(name(definition.node.bytes))
            case .nonlocal: names.scopes[scope(at: definition.node)].nonlocals.insert(name(definition.node.bytes))
            default: break
            }
        }
        var globals: [(name: Int32, node: SyntaxNode)] = []
        for definition in matches.definitions {
            let node = definition.node
            switch definition.capture {
            case .global, .nonlocal: break
            case .typeParameter: bindTypeParameter(node)
            case .parameter: bindParameter(node, visibleFrom: definition.visibleFrom)
            case .inner:
                bindLocal(node, in: scopeOfNode[definition.scope?.index ?? -1] ?? scope(at: node), .any)
            case .local:
                let meanings = rules.vocabulary.meanings(of: .variable)
                bindLocal(node, in: scope(at: node), meanings, visibleFrom: definition.visibleFrom)
            case .target where exceptions.contains(node.index): break
            case .patternName where !flagsAt[node.index].contains(.pattern): break
            case .definition(let kind) where definition.scope != nil || definition.extended != nil:
                bindDefinition(definition, kind)
            case .definition(let kind):
                if let name = bindVariable(definition, kind) { globals.append((name, node)) }
            default:
                if let name = bindVariable(definition, .variable) { globals.append((name, node)) }
            }
        }
        for (name, node) in globals {
            let path = names.table[name]
            if names.firstBinding(of: name, in: 0) < 0 { define(path, .variable, node, extent: node) }
            bind(name, node, in: 0, .variable(qualified(path)), .any)
        }
    }

    /// Adds a binding of a token.
    private mutating func bind(
        _ name: Int32, _ node: SyntaxNode, in scope: Int, _ target: FileNames.Target, _ meanings: Meanings,
        line: Int? = nil, visibleFrom: Int = 0
    ) {
        // What an import binds is bound with it.
        guard !matches.marks[node.index].flags.contains(.imported) else { return }
        var isMember = names.scopes[scope].kind == .class
        if case .local = target { isMember = false }
        let number = names.bind(
            name, in: scope,
            FileNames.Binding(
                target: target, line: Int32(line ?? node.startRow + 1), meanings: meanings, isMember: isMember,
                isPrivate: matches.marks[node.index].flags.contains(.privateName), visibleFrom: Int32(visibleFrom)))
        if matches.marks[node.index].flags.contains(.typed) { bindingOfToken[node.index] = number }
    }

    private mutating func bindLocal(
        _ node: SyntaxNode, in scope: Int, _ meanings: Meanings, visibleFrom: Int = 0
    ) {
        bind(name(node.bytes), node, in: scope, .local, meanings, visibleFrom: visibleFrom)
    }

    /// From where on a local is seen: of one that a pattern binds, from where the whole pattern's are.
    private func visibleFrom(_ definition: NameMatches.Name) -> Int {
        guard definition.visibleFrom == 0, !matches.patternEnds.isEmpty else { return definition.visibleFrom }
        var node = definition.node
        while let around = node.parent, scopeAt[around.index] == scopeAt[definition.node.index] {
            if let end = matches.patternEnds[around.index] { return end }
            node = around
        }
        return 0
    }

    private mutating func bindTypeParameter(_ node: SyntaxNode) {
        let name = name(node.bytes)
        if rules.vocabulary.hasSelfParameter {
            names.otherNames.insert(name)
        } else {
            bind(name, node, in: scope(at: node), .local, rules.vocabulary.meanings(of: .type))
        }
    }

    private mutating func bindParameter(_ node: SyntaxNode, visibleFrom: Int) {
        // The word for the instance, where a function says what that is.
        let isInstance = matches.marks[node.index].flags.contains(.selfWord)
        bind(
            isInstance ? names.selfName : name(node.bytes), node, in: scopeOfParameter(node), .local,
            rules.vocabulary.meanings(of: .variable),
            line: 0, visibleFrom: visibleFrom)
    }

    /// The scope that a name in a list of parameters is bound in: in some languages the list stands outside of it.
    private func scopeOfParameter(_ node: SyntaxNode) -> Int {
        var around = Int(tree.records[node.index].parent)
        let scope = scope(at: node)
        while around >= 0, Int(scopeAt[around]) == scope {
            if let found = scopeOfParameters[around] { return found }
            around = Int(tree.records[around].parent)
        }
        return scope
    }

    /// Binds a class, a function or whatever else opens a scope, or is written apart from the type it belongs to.
    private mutating func bindDefinition(_ definition: NameMatches.Name, _ wanted: Definition.Kind) {
        let span = definition.span ?? definition.node
        let opened = definition.scope.flatMap { scopeOfNode[$0.index] }
        var scope = opened == nil ? scope(at: definition.node) : scopeAround(span)
        if let extended = definition.extended { scope = extensionScope(extended, around: scope) ?? scope }
        let name = name(spelled(definition.node))
        let path = path(names.table[name], in: scope)
        let whole = matches.decorated[span.index] ?? span
        let isReachable = isReachable(scope)
        let isInClass = names.scopes[scope].kind == .class
        let kind: Definition.Kind? =
            if isReachable {
                wanted == .function && isInClass ? .method : wanted
            } else if scope > 0, paths[Int(names.scopes[scope].path)].isEmpty {
                // In a class or a namespace without a name.
                nil
            } else if !wanted.isCallable {
                isInClass ? nil : .localClass
            } else {
                .localFunction
            }
        if let kind { define(path, kind, definition.node, extent: whole) }
        let meanings = rules.vocabulary.meanings(of: wanted)
        guard isReachable else {
            // It can be named from other files, although it is no definition for them: its members are known.
            if let opened, names.scopesOfEverywhere.contains(Int32(scope)), names.scopes[opened].kind == .class {
                names.types.append(FileNames.StatedType.instance(of: opened))
                names.bind(
                    name, in: scope,
                    FileNames.Binding(
                        target: .local, line: Int32(definition.node.startRow + 1), meanings: meanings, isMember: false,
                        type: Int32(names.types.count - 1)))
                return
            }
            return bind(name, definition.node, in: scope, .local, meanings)
        }
        let number = qualified(path)
        let target: FileNames.Target = wanted.isCallable ? .function(number) : .class(number)
        bind(name, definition.node, in: scope, target, meanings)
        if wanted == .constructor { bind(names.constructorName, definition.node, in: scope, target, .any) }
        if wanted == .macro, scope == 0 { names.macros.append((name, number)) }
        own(whole, number)
    }

    /// The scope of the members that are written apart from a type; one is made for each.
    private mutating func extensionScope(_ type: SyntaxNode, around scope: Int) -> Int? {
        guard let chain = typeChain(type), let last = names.names(of: chain).last else { return nil }
        var extended = FileNames.Scope(
            kind: .class, parent: scope, path: pathNumber(path(names.table[last], in: scope)))
        extended.extended = chain
        names.scopes.append(extended)
        names.extensions.append(Int32(names.scopes.count - 1))
        return names.scopes.count - 1
    }

    /// Binds a name that a statement or an expression assigns; returns the name when it belongs to the module by
    /// `global`.
    private mutating func bindVariable(_ definition: NameMatches.Name, _ kind: Definition.Kind) -> Int32? {
        let node = definition.node
        var scope = scope(at: node)
        if definition.capture == .patternName { matches.marks[node.index].flags.insert(.notReference) }
        if kind == .field || kind == .property { scope = classScope(around: scopeOfParameter(node)) }
        let climbs = definition.capture != .loop && definition.capture != .pattern
        while climbs, names.scopes[scope].kind == .comprehension { scope = names.scopes[scope].parent }
        var isHoisted = false
        while definition.capture == .hoisted, names.scopes[scope].kind == .block {
            scope = names.scopes[scope].parent
            isHoisted = true
        }
        let name = name(spelled(node))
        let meanings = rules.vocabulary.meanings(of: kind)
        switch names.scopes[scope].kind {
        case .function, .lambda, .comprehension, .outer, .block:
            if names.scopes[scope].globals.contains(name) { return name }
            if !names.scopes[scope].nonlocals.contains(name) {
                bind(name, node, in: scope, .local, meanings, visibleFrom: visibleFrom(definition))
            }
            return nil
        case .module, .class, .namespace: break
        }
        guard isReachable(scope), !isHoisted else {
            bind(name, node, in: scope, .local, meanings)
            return nil
        }
        switch definition.capture {
        case .exceptTarget, .deleted, .matched:
            names.otherNames.insert(name)
            return nil
        case .augmented:
            names.otherNames.insert(name)
            if let statement = assignment(around: node) {
                own(statement, qualified(path(names.table[name], in: scope)))
            }
            return nil
        default: break
        }
        let path = path(names.table[name], in: scope)
        let isLoop = definition.capture == .loop || definition.capture == .target || definition.capture == .walrus
        let statement = isLoop ? nil : definition.span ?? assignment(around: node)
        if let statement { own(statement, qualified(path)) }
        if kind != .variable || !isVariable(name, in: scope) {
            let isField = names.scopes[scope].kind == .class
            let isAsTarget = definition.capture == .loop || definition.capture == .target
            let shown: Definition.Kind =
                kind != .variable ? kind : isField ? .field : isAsTarget ? .loopVariable : .variable
            define(path, shown, node, extent: statement ?? node)
        }
        bind(name, node, in: scope, .variable(qualified(path)), meanings)
        return nil
    }

    /// The scope of the class around a scope, or the scope itself: fields may be declared inside of functions.
    private func classScope(around scope: Int) -> Int {
        var next = scope
        while next > 0, names.scopes[next].kind != .class { next = names.scopes[next].parent }
        return next > 0 ? next : scope
    }

    /// The bytes of a name, which may be a text in quotes.
    private func spelled(_ node: SyntaxNode) -> Range<Int> {
        let bytes = node.bytes
        guard bytes.count > 1, let quote = source[bytes].first,
            quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            source[bytes].last == quote
        else { return bytes }
        return bytes.lowerBound + 1..<bytes.upperBound - 1
    }

    /// The assignment around a node; of `a = b = 1` the whole.
    private func assignment(around node: SyntaxNode) -> SyntaxNode? {
        var found: SyntaxNode?
        var next = node.parent
        while let around = next {
            if matches.marks[around.index].flags.contains(.assignment) {
                if let found, found.end != around.end { break }
                found = around
            } else if found != nil || scopeAt[around.index] != scopeAt[node.index] {
                break
            }
            next = around.parent
        }
        return found
    }

    private func isVariable(_ name: Int32, in scope: Int) -> Bool {
        var number = names.firstBinding(of: name, in: scope)
        while number >= 0 {
            if case .variable = names.bindings[Int(number)].target { return true }
            number = names.bindings[Int(number)].next
        }
        return false
    }

    private mutating func define(_ path: String, _ kind: Definition.Kind, _ node: SyntaxNode, extent: SyntaxNode) {
        definitions.append(
            Definition(
                name: path, kind: kind, lines: extent.startRow + 1...max(extent.startRow, extent.lastRow) + 1,
                line: node.startRow + 1, offset: node.start))
    }

    /// Makes a definition the owner of what is in a node, unless the node has one already.
    mutating func own(_ node: SyntaxNode, _ number: Int32) {
        if matches.marks[node.index].owner < 0 { matches.marks[node.index].owner = number }
    }

    /// Tells each node which definition it belongs to.
    mutating func assignOwners() {
        ownerAt = [Int32](repeating: 0, count: tree.count)
        for index in stride(from: tree.count - 1, to: 0, by: -1)
        where matches.marks[index].flags.contains(.ownedByNext) && matches.marks[index].owner < 0 {
            let next = Int(tree.records[index].next)
            if next < tree.count, tree.records[next].parent == tree.records[index].parent {
                matches.marks[index].owner = matches.marks[next].owner
            }
        }
        for index in 1..<max(1, tree.count) {
            let own = matches.marks[index].owner
            ownerAt[index] = own >= 0 ? own : ownerAt[Int(tree.records[index].parent)]
        }
        if tree.count > 0, matches.marks[0].owner >= 0 { ownerAt[0] = matches.marks[0].owner }
    }
}
