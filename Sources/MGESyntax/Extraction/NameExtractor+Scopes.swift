extension NameExtractor {
    /// Makes the scopes in one pass over the nodes, parents first, and tells each node which one it lies in.
    mutating func buildScopes() {
        scopeAt = [Int32](repeating: 0, count: tree.count)
        flagsAt = [NodeFlags](repeating: [], count: tree.count)
        var module = FileNames.Scope(kind: .module, parent: -1, path: pathNumber(""))
        module.isLazy = rules.isLoadedLazily
        names.scopes.append(module)
        for index in 0..<tree.count {
            let parent = Int(tree.records[index].parent)
            var scope = parent >= 0 ? scopeAt[parent] : 0
            var flags = parent >= 0 ? flagsAt[parent] : rules.isLoadedLazily ? .lazy : []
            let mark = matches.marks[index]
            flags.formUnion(mark.flags.intersection(.inherited))
            if mark.flags.contains(.eager) { flags.remove(.lazy) }
            if mark.scope >= 0 {
                var number = Int(mark.scope)
                while number < matches.scopes.count, matches.scopes[number].node.index == index {
                    scope = open(matches.scopes[number], in: scope, around: parent, &flags)
                    number += 1
                }
            }
            scopeAt[index] = scope
            flagsAt[index] = flags
        }
    }

    /// Adds a scope and returns its number; for what is none of its own, that of the scope that it stands for.
    private mutating func open(
        _ scope: NameMatches.Scope, in around: Int32, around parentNode: Int, _ flags: inout NodeFlags
    ) -> Int32 {
        let parent = Int(around)
        switch scope.kind {
        case .outer: return Int32(max(0, names.scopes[parent].parent))
        case .block:
            // The braces of a namespace are no scope beside it.
            if names.scopes[parent].kind == .namespace, parentNode >= 0, scopeOfNode[parentNode] == parent {
                return around
            }
        default: break
        }
        var result = FileNames.Scope(kind: scope.kind, parent: parent, path: names.scopes[parent].path)
        let isFunction = scope.kind == .function || scope.kind == .lambda
        result.isLazy = names.scopes[parent].isLazy || isFunction
        if isFunction { flags.insert(.lazy) }
        if let node = scope.name {
            let home = scopeAround(scope.span)
            let name = name(node.bytes)
            let path = path(names.table[name], in: home)
            result.path = pathNumber(path)
            if scope.kind == .class || scope.kind == .namespace, isReachable(home) {
                result.symbol = qualified(path)
            }
        }
        if scope.kind == .class, scope.name == nil, !scope.isExtension {
            result.path = pathNumber(path("<anonymous>", in: parent))
        }
        if scope.kind == .class { result.membersSeen = scope.membersSeen ?? rules.vocabulary.members }
        if scope.isExtension, let extended = scope.extended {
            let chain = typeChain(extended) ?? addChain([])
            // Members of a type that has no name have none that tells it.
            let name = names.names(of: chain).last.map { names.table[$0] } ?? "<impl>"
            result.extended = chain
            result.path = pathNumber(path(name, in: parent))
        }
        let number = Int32(names.scopes.count)
        if matches.marks[scope.node.index].flags.contains(.everywhere) { names.scopesOfEverywhere.append(number) }
        if scope.isExtension, result.extended != nil { names.extensions.append(number) }
        if names.scopes[parent].kind == .class, isFunction, !matches.marks[scope.span.index].flags.contains(.isStatic) {
            result.selfName = selfName(scope)
        }
        names.scopes.append(result)
        scopeOfNode[scope.span.index] = Int(number)
        scopeOfNode[scope.node.index] = Int(number)
        if let list = scope.parameters { scopeOfParameters[list.index] = Int(number) }
        return number
    }

    /// The scope that a definition is bound in: what opens at the definition itself, for its type parameters, is none.
    func scopeAround(_ span: SyntaxNode) -> Int {
        let parent = Int(tree.records[span.index].parent)
        return parent >= 0 ? Int(scopeAt[parent]) : 0
    }

    /// The first parameter of a method, where that stands for the instance; -1 for none.
    private mutating func selfName(_ scope: NameMatches.Scope) -> Int32 {
        guard rules.vocabulary.hasSelfParameter, let list = scope.parameters else { return -1 }
        var found: SyntaxNode?
        list.walk { node in
            if found == nil, matches.marks[node.index].flags.contains(.firstParameter) { found = node }
            return found == nil
        }
        return found.map { name($0.bytes) } ?? -1
    }

    mutating func collectBases() {
        for (around, base) in matches.firstBases {
            guard let scope = scopeOfNode[around.index] else { continue }
            addBase(base, to: scope)
            names.scopes[scope].mixins = names.scopes[scope].bases.count
        }
        for (around, base, isList) in matches.bases {
            guard let scope = scopeOfNode[around.index] else { continue }
            guard isList else {
                addBase(base, to: scope)
                continue
            }
            base.forEachChild { child in
                guard child.isNamed, !rules.notBases.contains(child.symbol) else { return }
                addBase(child, to: scope)
            }
        }
    }

    private mutating func addBase(_ node: SyntaxNode, to scope: Int) {
        let expression = unwrapped(node)
        if let chain = chain(expression) {
            names.scopes[scope].bases.append((chain, Int32(expression.startRow + 1)))
        }
    }
}
