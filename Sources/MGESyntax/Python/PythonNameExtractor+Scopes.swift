extension PythonNameExtractor {
    mutating func buildScopes() {
        let module = PythonMatches.Scope(kind: .module, bytes: 0..<source.count + 1)
        let found = [module] + matches.scopes.sorted { Self.order($0) < Self.order($1) }
        scopeForest = IntervalForest(found.map(\.bytes))
        realScope = Array(found.indices)
        var parameters: [(bytes: Range<Int>, scope: Int)] = []
        for (index, scope) in found.enumerated() {
            var parent = scopeForest.parents[index]
            if scope.kind == .outer, parent >= 0 {
                // The scope around the comprehension that the interval is the first iterable of.
                realScope[index] = realScope[max(0, scopeForest.parents[parent])]
            }
            parent = parent >= 0 ? realScope[parent] : -1
            add(scope, parent: parent)
            if let list = scope.parameters { parameters.append((list.bytes, index)) }
            if let span = scope.span { scopeOfSpan[span.start] = index }
        }
        parameters.sort { ($0.bytes.lowerBound, -$0.bytes.upperBound) < ($1.bytes.lowerBound, -$1.bytes.upperBound) }
        parametersForest = IntervalForest(parameters.map(\.bytes))
        scopeOfParameters = parameters.map(\.scope)
    }

    /// Outer scopes before inner ones, also where both have the same extent.
    private static func order(_ scope: PythonMatches.Scope) -> (Int, Int, Int) {
        let rank =
            switch scope.kind {
            case .outer: 1
            case .comprehension: 2
            default: 0
            }
        return (scope.bytes.lowerBound, -scope.bytes.upperBound, rank)
    }

    private mutating func add(_ scope: PythonMatches.Scope, parent: Int) {
        var result = FileNames.Scope(kind: scope.kind, parent: parent, path: "")
        if parent >= 0 {
            result.path = names.scopes[parent].path
            result.isLazy = names.scopes[parent].isLazy || scope.kind == .function || scope.kind == .lambda
        }
        if let name = scope.name, parent >= 0 {
            result.path = path(text(name.bytes), in: parent)
            if scope.kind == .class, isReachable(parent) { result.symbol = qualified(result.path) }
        }
        if parent >= 0, names.scopes[parent].kind == .class, let list = scope.parameters {
            result.selfName = selfName(scope, list)
        }
        names.scopes.append(result)
    }

    /// The first parameter of a method; of a lambda only when it is called `self`.
    private mutating func selfName(_ scope: PythonMatches.Scope, _ parameters: SyntaxNode) -> Int32 {
        var first: SyntaxNode?
        var index = 0
        while let child = parameters.namedChild(index) {
            if child.symbol != symbols.comment {
                first = child
                break
            }
            index += 1
        }
        if scope.kind == .function, let span = scope.span, let decorators = matches.decorated[span.start]?.decorators,
            decorators.contains(where: { source[$0.bytes].elementsEqual("staticmethod".utf8) })
        {
            return -1
        }
        if first?.symbol == symbols.typedParameter {
            first = first?.namedChild(0)
        } else if first?.symbol == symbols.defaultParameter || first?.symbol == symbols.typedDefaultParameter {
            first = first?.child(symbols.name)
        }
        guard let first, first.symbol == symbols.identifier else { return -1 }
        if scope.kind == .lambda, !source[first.bytes].elementsEqual("self".utf8) { return -1 }
        return name(first.bytes)
    }

    mutating func collectBases() {
        for (span, list) in matches.bases {
            guard let scope = scopeOfSpan[span] else { continue }
            var found: [SyntaxNode] = []
            list.forEachChild { child in
                guard child.isNamed, child.symbol != symbols.keywordArgument, child.symbol != symbols.comment else {
                    return
                }
                found.append(child)
            }
            for base in found {
                let expression = base.symbol == symbols.subscription ? base.child(symbols.value) ?? base : base
                if let chain = chain(expression) {
                    names.scopes[scope].bases.append((chain, Int32(expression.startRow + 1)))
                }
            }
        }
    }

    /// `a.b.c` or `super().x` as a chain of names; nil for every other expression.
    mutating func chain(_ node: SyntaxNode) -> FileNames.Chain? {
        var reversed: [Int32] = []
        var node = node
        while node.symbol == symbols.attribute {
            guard let attribute = node.child(symbols.attributeName), let object = node.child(symbols.object) else {
                return nil
            }
            reversed.append(name(attribute.bytes))
            node = object
        }
        if node.symbol == symbols.identifier {
            reversed.append(name(node.bytes))
        } else if node.symbol == symbols.call, let function = node.child(symbols.function),
            function.symbol == symbols.identifier, source[function.bytes].elementsEqual("super".utf8),
            let arguments = node.child(symbols.arguments), arguments.namedChild(0) == nil
        {
            reversed.append(names.superName)
        } else {
            return nil
        }
        return addChain(reversed.reversed())
    }

    mutating func addChain(_ parts: some Collection<Int32>) -> FileNames.Chain {
        let start = Int32(names.parts.count)
        names.parts.append(contentsOf: parts)
        return FileNames.Chain(start: start, count: Int32(parts.count))
    }
}
