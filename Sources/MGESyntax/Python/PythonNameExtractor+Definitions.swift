extension PythonNameExtractor {
    mutating func bindDefinitions() {
        assignments = matches.assignments.sorted { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
        assignmentForest = IntervalForest(assignments)
        // An exception's or a pattern's name is also found as the target of an `as`.
        var exceptions = PositionSet(length: source.count)
        for definition in matches.definitions {
            let position = definition.node.start
            switch definition.kind {
            case .defExcept, .defMatch: exceptions.insert(position)
            case .defGlobal: names.scopes[scope(at: position)].globals.insert(name(definition.node.bytes))
            case .defNonlocal: names.scopes[scope(at: position)].nonlocals.insert(name(definition.node.bytes))
            default: break
            }
        }
        var globals: [(name: Int32, node: SyntaxNode)] = []
        for definition in matches.definitions {
            switch definition.kind {
            case .defGlobal, .defNonlocal: break
            case .defTypeParameter: names.otherNames.insert(name(definition.node.bytes))
            case .defParameter: bindParameter(definition.node)
            case .defFunction, .defClass: bindDefinition(definition)
            case .defTarget where exceptions.contains(definition.node.start): break
            default:
                if let name = bindVariable(definition) { globals.append((name, definition.node)) }
            }
        }
        for (name, node) in globals {
            let path = names.table[name]
            if names.firstBinding(of: name, in: 0) < 0 { define(path, .variable, node, statement: node.bytes) }
            names.bind(name, in: 0, .variable(qualified(path)), line: Int32(node.startRow + 1))
        }
    }

    private mutating func bindParameter(_ node: SyntaxNode) {
        let scope = parametersForest.innermost(at: node.start).map { scopeOfParameters[$0] } ?? scope(at: node.start)
        names.bind(name(node.bytes), in: scope, .local, line: 0)
    }

    private mutating func bindDefinition(_ definition: PythonMatches.Definition) {
        guard let span = definition.span else { return }
        let isClass = definition.kind == .defClass
        let scope = scope(at: span.start)
        let name = name(definition.node.bytes)
        let path = path(names.table[name], in: scope)
        let whole = matches.decorated[span.start]?.whole ?? span
        let isReachable = isReachable(scope)
        let isModule = names.scopes[scope].kind == .module
        let kind: Definition.Kind? =
            if isReachable {
                isClass ? .class : isModule ? .function : .method
            } else if isClass {
                names.scopes[scope].kind == .class ? nil : .localClass
            } else {
                .localFunction
            }
        let line = span.startRow + 1
        if let kind {
            definitions.append(
                Definition(
                    name: path, kind: kind, lines: whole.startRow + 1...max(whole.startRow, span.lastRow) + 1,
                    line: line, offset: definition.node.start))
        }
        guard isReachable else { return names.bind(name, in: scope, .local, line: Int32(line)) }
        let number = qualified(path)
        names.bind(name, in: scope, isClass ? .class(number) : .function(number), line: Int32(line))
        owners.append((whole.start..<max(whole.end, span.end), number))
    }

    /// Binds a name that a statement or an expression assigns; returns the name when it belongs to the module by
    /// `global`.
    private mutating func bindVariable(_ definition: PythonMatches.Definition) -> Int32? {
        let node = definition.node
        var scope = scope(at: node.start)
        let climbs = definition.kind != .defLoop && definition.kind != .defPattern
        while climbs, names.scopes[scope].kind == .comprehension { scope = names.scopes[scope].parent }
        let name = name(node.bytes)
        let line = Int32(node.startRow + 1)
        switch names.scopes[scope].kind {
        case .function, .lambda, .comprehension, .outer:
            if names.scopes[scope].globals.contains(name) { return name }
            if !names.scopes[scope].nonlocals.contains(name) { names.bind(name, in: scope, .local, line: line) }
            return nil
        case .module, .class: break
        }
        guard isReachable(scope) else {
            names.bind(name, in: scope, .local, line: line)
            return nil
        }
        switch definition.kind {
        case .defExcept, .defDelete, .defMatch:
            names.otherNames.insert(name)
            return nil
        case .defAugmented:
            names.otherNames.insert(name)
            let path = path(names.table[name], in: scope)
            if let statement = assignmentForest.innermost(at: node.start) {
                owners.append((assignments[statement], qualified(path)))
            }
            return nil
        default: break
        }
        let path = path(names.table[name], in: scope)
        var statement = node.bytes
        if definition.kind == .defVariable || definition.kind == .defPattern, let chain = assignment(at: node.start) {
            statement = chain
            owners.append((chain, qualified(path)))
        }
        if !isVariable(name, in: scope) {
            let isLoop = definition.kind == .defLoop || definition.kind == .defTarget
            let kind: Definition.Kind =
                names.scopes[scope].kind == .class ? .field : isLoop ? .loopVariable : .variable
            define(path, kind, node, statement: statement)
        }
        names.bind(name, in: scope, .variable(qualified(path)), line: line)
        return nil
    }

    /// The assignment around a position; of `a = b = 1` the whole.
    private func assignment(at position: Int) -> Range<Int>? {
        guard var index = assignmentForest.innermost(at: position) else { return nil }
        while case let parent = assignmentForest.parents[index], parent >= 0,
            assignments[parent].upperBound == assignments[index].upperBound
        {
            index = parent
        }
        return assignments[index]
    }

    private func isVariable(_ name: Int32, in scope: Int) -> Bool {
        var number = names.firstBinding(of: name, in: scope)
        while number >= 0 {
            if case .variable = names.bindings[Int(number)].target { return true }
            number = names.bindings[Int(number)].next
        }
        return false
    }

    private mutating func define(_ path: String, _ kind: Definition.Kind, _ node: SyntaxNode, statement: Range<Int>) {
        let line = node.startRow + 1
        let before = source[statement.lowerBound..<max(statement.lowerBound, node.start)].count { $0 == 10 }
        let after = source[node.start..<max(node.start, statement.upperBound)].count { $0 == 10 }
        definitions.append(
            Definition(name: path, kind: kind, lines: line - before...line + after, line: line, offset: node.start))
    }

    mutating func assignOwners() {
        // Of several names that one statement binds, the first owns it.
        var order = Array(owners.indices)
        order.sort {
            let (left, right) = (owners[$0].bytes, owners[$1].bytes)
            return (left.lowerBound, -left.upperBound, $0) < (right.lowerBound, -right.upperBound, $1)
        }
        var kept: [(bytes: Range<Int>, name: Int32)] = []
        for index in order where kept.last?.bytes != owners[index].bytes { kept.append(owners[index]) }
        owners = kept
        ownerForest = IntervalForest(kept.map(\.bytes))
    }
}
