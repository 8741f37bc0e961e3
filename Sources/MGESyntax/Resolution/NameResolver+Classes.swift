extension NameResolver {
    /// The scope of a class or namespace; of several the first.
    func classScope(of entity: Entity) -> ClassScope? {
        guard case .symbol(let file, let name) = entity else { return nil }
        if let scope = classes[file][name] { return ClassScope(file: file, scope: Int(scope)) }
        return extensions[entity]?.first
    }

    /// The class that a scope is of; nil for one that nothing outside of a function can name.
    func entity(of scope: ClassScope) -> Entity? {
        guard let found = files[scope.file]?.scopes[scope.scope] else { return nil }
        return found.symbol >= 0 ? .symbol(file: scope.file, name: found.symbol) : extended(scope)
    }

    /// All scopes whose members are those of one class.
    func scopes(like scope: ClassScope) -> [ClassScope] {
        guard let names = files[scope.file], names.rules.family != .python else { return [scope] }
        guard case .symbol(let file, let name)? = entity(of: scope) else { return [scope] }
        let own = classes[file].values(of: name).map { ClassScope(file: file, scope: Int($0)) }
        return own + (extensions[.symbol(file: file, name: name)] ?? [])
    }

    /// The class that the members in a scope belong to, when they are written apart from it.
    private func extended(_ scope: ClassScope) -> Entity? {
        if let known = extendedAnswered[scope] { return known }
        extendedAnswered[scope] = .some(nil)
        guard let names = files[scope.file], let chain = names.scopes[scope.scope].extended else { return nil }
        let parent = names.scopes[scope.scope].parent
        let entities = resolve(chain, [.value, .type], in: scope.file, from: parent, at: .end).entities
        let found = entities.first { if case .symbol = $0 { true } else { false } }
        extendedAnswered[scope] = .some(found)
        return found
    }

    func findExtensions() -> [Entity: [ClassScope]] {
        var result: [Entity: [ClassScope]] = [:]
        for (file, names) in files.enumerated() {
            for scope in names?.extensions ?? [] {
                let scope = ClassScope(file: file, scope: Int(scope))
                if let entity = extended(scope) { result[entity, default: []].append(scope) }
            }
        }
        return result
    }

    /// How many of a class's bases, from the first on, are mixed into it with all that they have.
    private func mixins(of scope: ClassScope) -> Int {
        guard let names = files[scope.file], case let count = names.scopes[scope.scope].mixins, count > 0 else {
            return 0
        }
        let parent = names.scopes[scope.scope].parent
        return names.scopes[scope.scope].bases.prefix(count).reduce(0) { sum, base in
            let place = FileNames.Position(line: base.line, offset: .max)
            let found = resolve(base.chain, [.value, .type], in: scope.file, from: parent, at: place).entities
            return sum + found.count { classScope(of: $0) != nil }
        }
    }

    func bases(of scope: ClassScope) -> [ClassScope] {
        if let known = basesAnswered[scope] { return known }
        basesAnswered[scope] = []
        guard depth < Self.deepest, let names = files[scope.file] else { return [] }
        depth += 1
        defer {
            depth -= 1
            if depth == 0 { finishQuestion() }
        }
        var result: [ClassScope] = []
        for (chain, line) in names.scopes[scope.scope].bases {
            let parent = names.scopes[scope.scope].parent
            let place = FileNames.Position(line: line, offset: .max)
            for entity in resolve(chain, [.value, .type], in: scope.file, from: parent, at: place).entities {
                if let base = classScope(of: entity) { result.append(base) }
            }
        }
        basesAnswered[scope] = result
        return result
    }

    /// What a class or its bases bind a name to: depth first, left to right.
    ///
    /// A name stored as `self.x` by a nearer class hides an inherited method, not a declared field.
    func member(_ name: Int32, _ meanings: Meanings, of scope: ClassScope, skipsItself: Bool = false) -> [Entity] {
        let question = MemberQuestion(scope: scope, name: name, meanings: meanings, skipsItself: skipsItself)
        if let known = membersAnswered[question] { return known }
        membersAnswered[question] = []
        var seen: Set<ClassScope> = []
        var pending = [(scope: scope, isInherited: false)]
        var isHidden = false
        var answer: [Entity] = []
        while answer.isEmpty, let (next, isInherited) = pending.popLast() {
            guard seen.insert(next).inserted else { continue }
            var isBound = false
            var bases: [(scope: ClassScope, isInherited: Bool)] = []
            // What is written for a base comes after what is the class's own.
            let parts = scopes(like: next)
            let own = parts.filter { !isForBase($0) }
            for part in own + parts.filter(isForBase) {
                seen.insert(part)
                let mixins = mixins(of: part)
                bases += self.bases(of: part).enumerated().map { ($1, isInherited || $0 >= mixins) }
                guard !(skipsItself && next == scope), let names = files[part.file] else { continue }
                if isBound, isForBase(part) { continue }
                let hidden: Hidden = isHidden ? .functions : isInherited ? .privateMembers : .nothing
                isBound = addMembers(name, meanings, of: part, names, hidden, to: &answer) || isBound
                if let number = local[part.file][name], names.scopes[part.scope].stored[number] != nil {
                    isHidden = true
                }
            }
            if isBound { break }
            pending.append(contentsOf: bases.reversed())
        }
        membersAnswered[question] = answer
        return answer
    }

    /// Whether a scope holds what a class has because of a base, written apart from it: Rust's `impl Trait for X`.
    private func isForBase(_ scope: ClassScope) -> Bool {
        guard let found = files[scope.file]?.scopes[scope.scope] else { return false }
        return found.extended != nil && !found.bases.isEmpty
    }

    /// What of a class is not to be found from where its members are looked for.
    private enum Hidden {
        case nothing, privateMembers, functions
    }

    /// Adds what one scope of a class binds a name to; whether it binds the name at all.
    private func addMembers(
        _ name: Int32, _ meanings: Meanings, of scope: ClassScope, _ names: FileNames, _ hidden: Hidden,
        to answer: inout [Entity]
    ) -> Bool {
        var isBound = false
        if let number = local[scope.file][name] {
            var next = names.firstBinding(of: number, in: scope.scope)
            while next >= 0 {
                let binding = names.bindings[Int(next)]
                next = binding.next
                guard !binding.meanings.isDisjoint(with: meanings) else { continue }
                if binding.isPrivate, hidden == .privateMembers { continue }
                isBound = true
                if hidden == .functions, case .function = binding.target { continue }
                add(entities(of: binding, meanings, in: scope.file, from: scope.scope), to: &answer)
            }
        }
        if !isBound, !names.scopes[scope.scope].stars.isEmpty {
            add(starred(name, meanings, by: names.scopes[scope.scope].stars, in: scope.file), to: &answer)
        }
        return isBound || !answer.isEmpty
    }
}
