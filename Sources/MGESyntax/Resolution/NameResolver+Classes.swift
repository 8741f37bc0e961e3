extension NameResolver {
    // MARK: - Classes

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
            for entity in resolve(chain, in: scope.file, from: names.scopes[scope.scope].parent, line: line) {
                if let base = classScope(of: entity) { result.append(base) }
            }
        }
        basesAnswered[scope] = result
        return result
    }

    func classScope(of entity: Entity) -> ClassScope? {
        guard case .symbol(let file, let name) = entity, let scope = classes[file][name] else { return nil }
        return ClassScope(file: file, scope: Int(scope))
    }

    /// What a class or its bases bind a name to: depth first, left to right.
    ///
    /// A name stored as `self.x` by a nearer class hides an inherited method, not a declared field.
    func member(_ name: Int32, of scope: ClassScope, skipsItself: Bool = false) -> [Entity] {
        let question = MemberQuestion(scope: scope, name: name, skipsItself: skipsItself)
        if let known = membersAnswered[question] { return known }
        membersAnswered[question] = []
        var seen: Set<ClassScope> = []
        var pending = [scope]
        var isHidden = false
        var answer: [Entity] = []
        while let next = pending.popLast() {
            guard seen.insert(next).inserted, let names = files[next.file] else { continue }
            pending.append(contentsOf: bases(of: next).reversed())
            guard !(skipsItself && next == scope), let number = local[next.file][name] else { continue }
            let first = names.firstBinding(of: number, in: next.scope)
            if first >= 0 {
                forEachBinding(from: first, in: names) { binding in
                    if isHidden, case .function = binding.target { return }
                    add(entities(of: binding, in: next.file), to: &answer)
                }
                break
            }
            isHidden = isHidden || names.scopes[next.scope].stored.contains(number)
        }
        membersAnswered[question] = answer
        return answer
    }

    // MARK: - Expressions

    /// What a name means at a place of a file.
    func resolve(_ name: Int32, in file: Int, from scope: Int, line: Int32) -> [Entity] {
        guard let names = files[file] else { return [] }
        var start = scope
        while true {
            switch names.lookup(name, from: start) {
            case .module: return lookup(global[file][Int(name)], in: file)
            case .local(let first):
                var result: [Entity] = []
                var isImport = true
                forEachBinding(from: first, in: names) { binding in
                    guard case .imported = binding.target else { return isImport = false }
                    add(entities(of: binding, in: file), to: &result)
                }
                return isImport ? result : []
            case .member(let first):
                var result: [Entity] = []
                var isEarlier = false
                forEachBinding(from: first, in: names) { binding in
                    guard binding.line < line || (binding.isDefinition && binding.line <= line) else { return }
                    isEarlier = true
                    add(entities(of: binding, in: file), to: &result)
                }
                if isEarlier { return result }
                // Not bound yet: the name is looked for outside, where this class and those around it are not seen.
                start = names.scopes[start].parent
                while start > 0, names.scopes[start].kind == .class { start = names.scopes[start].parent }
                guard start > 0 else { return lookup(global[file][Int(name)], in: file) }
            }
        }
    }

    /// What a chain of names means, each part looked for in what the one before means.
    func resolve(_ chain: FileNames.Chain, in file: Int, from scope: Int, line: Int32) -> [Entity] {
        guard let names = files[file], chain.count > 0 else { return [] }
        let parts = names.parts[Int(chain.start)..<Int(chain.start + chain.count)]
        var entities = resolve(parts[parts.startIndex], in: file, from: scope, line: line)
        for part in parts.dropFirst() where !entities.isEmpty {
            var next: [Entity] = []
            for entity in entities { add(attribute(global[file][Int(part)], of: entity), to: &next) }
            entities = next
        }
        return entities
    }

    /// What a reference means: a chain that may begin with the instance of a method's class, or with `super()`.
    func resolve(_ reference: FileNames.Reference, in file: Int) -> [Entity] {
        guard let names = files[file], reference.chain.count > 0 else { return [] }
        let first = names.parts[Int(reference.chain.start)]
        if reference.chain.count > 1, first == names.superName {
            guard reference.chain.count == 2, let scope = names.methodClass(around: Int(reference.scope)) else {
                return []
            }
            let name = global[file][Int(names.parts[Int(reference.chain.start) + 1])]
            return member(name, of: ClassScope(file: file, scope: scope), skipsItself: true)
        }
        if reference.chain.count == 2, let scope = names.selfClass(of: first, from: Int(reference.scope)) {
            let name = global[file][Int(names.parts[Int(reference.chain.start) + 1])]
            return member(name, of: ClassScope(file: file, scope: scope))
        }
        return resolve(reference.chain, in: file, from: Int(reference.scope), line: reference.line)
    }

    /// Whether a module binds a name itself.
    func isBound(_ name: Int32, in file: Int) -> Bool {
        guard let number = local[file][name], let names = files[file] else { return false }
        return names.firstBinding(of: number, in: 0) >= 0
    }

    private func attribute(_ name: Int32, of entity: Entity) -> [Entity] {
        switch entity {
        case .module(let file):
            let found = lookup(name, in: file)
            if !found.isEmpty || isBound(name, in: file) { return found }
            guard modules.isPackage(file) else { return [] }
            return modules.submodule(table[name], in: modules.directory(of: file)).map { [.module($0)] } ?? []
        case .directory(let directory):
            if let module = modules.submodule(table[name], in: directory) { return [.module(module)] }
            let inner = ModuleIndex.join(directory, table[name])
            return modules.contains(directory: inner) ? [.directory(inner)] : []
        case .symbol:
            return classScope(of: entity).map { member(name, of: $0) } ?? []
        }
    }
}

extension FileNames.Binding {
    /// Whether a `def` or `class` makes the binding.
    var isDefinition: Bool {
        switch target {
        case .function, .class: true
        case .local, .variable, .imported: false
        }
    }
}
