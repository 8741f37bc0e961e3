extension NameResolver {
    /// What a name means at a place of a file: by the scopes around it, from the inside out.
    func resolve(
        _ name: Int32, _ meanings: Meanings, in file: Int, from start: Int, at place: FileNames.Position
    ) -> Meant {
        guard let names = files[file] else { return Meant() }
        let family = family(of: file)
        if let head = family?.head(global[file][Int(name)], in: file, from: start, self) {
            return Meant(entities: head)
        }
        var scope = start
        var isFirst = true
        while scope > 0 {
            if names.scopes[scope].globals.contains(name) { break }
            if let meant = look(for: name, meanings, in: scope, of: names, file, isFirst: isFirst, at: place) {
                return meant
            }
            // Macros are seen in what follows them, whatever modules that is in.
            if names.scopes[scope].kind == .namespace, names.rules.hasOpaqueNamespaces, meanings != .macro {
                return Meant(
                    entities: family?.outermost(global[file][Int(name)], meanings, in: file, self) ?? [])
            }
            isFirst = false
            scope = names.scopes[scope].parent
        }
        return Meant(entities: lookup(global[file][Int(name)], meanings, in: file))
    }

    /// What one scope says of a name; nil when the search goes on outside.
    private func look(
        for name: Int32, _ meanings: Meanings, in scope: Int, of names: FileNames, _ file: Int, isFirst: Bool,
        at place: FileNames.Position
    ) -> Meant? {
        let kind = names.scopes[scope].kind
        if kind == .class, names.scopes[scope].membersSeen == .inside {
            let members = member(global[file][Int(name)], meanings, of: ClassScope(file: file, scope: scope))
            if !members.isEmpty { return Meant(entities: members) }
        }
        if kind == .namespace {
            let members = member(global[file][Int(name)], meanings, of: ClassScope(file: file, scope: scope))
            return members.isEmpty ? nil : Meant(entities: members)
        }
        let first = names.visibleBinding(of: name, meanings, in: scope, at: place.offset, isFirst: isFirst)
        if first >= 0, kind == .class, names.scopes[scope].membersSeen == .directly {
            return early(first, in: names, file, scope, line: place.line)
        }
        if first >= 0 { return bound(first, meanings, in: names, file, scope, at: place.offset) }
        guard !names.scopes[scope].stars.isEmpty else { return nil }
        let starred = starred(global[file][Int(name)], meanings, by: names.scopes[scope].stars, in: file)
        return starred.isEmpty ? nil : Meant(entities: starred)
    }

    /// What a class binds a name to on earlier lines; nil when that is nothing.
    private func early(_ first: Int32, in names: FileNames, _ file: Int, _ scope: Int, line: Int32) -> Meant? {
        var result: [Entity] = []
        var isEarlier = false
        var number = first
        while number >= 0 {
            let binding = names.bindings[Int(number)]
            number = binding.next
            guard binding.line < line || (binding.isDefinition && binding.line <= line) else { continue }
            isEarlier = true
            add(entities(of: binding, in: file, from: scope), to: &result)
        }
        return isEarlier ? Meant(entities: result) : nil
    }

    /// What the bindings of a function or block mean: nothing that others can name, but for imports and types.
    private func bound(
        _ first: Int32, _ meanings: Meanings, in names: FileNames, _ file: Int, _ scope: Int, at offset: Int32
    ) -> Meant {
        var result = Meant()
        var isLocal = false
        var typed: [Int32] = []
        var isTyped = true
        var number = first
        while number >= 0 {
            let binding = names.bindings[Int(number)]
            number = binding.next
            guard !binding.meanings.isDisjoint(with: meanings), binding.visibleFrom <= offset else { continue }
            if case .local = binding.target {
                isLocal = true
                if binding.type >= 0 { typed.append(binding.type) } else { isTyped = false }
            } else {
                add(entities(of: binding, meanings, in: file, from: scope), to: &result.entities)
            }
        }
        guard isLocal else { return result }
        // A name has the class of its declaration, if there is one, whatever it is assigned besides.
        let declared = typed.filter { names.types[Int($0)].form == .type }
        let stated = !declared.isEmpty ? declared : isTyped ? typed : []
        for number in stated { result.instances.add(instances(of: number, in: file)) }
        return Meant(instances: result.instances)
    }

    /// What a stated type's values are instances of; nothing while that is being worked out, as in `x = x.copy()`.
    private func instances(of number: Int32, in file: Int) -> Instances {
        let question = TypeQuestion(file: file, type: number)
        if let known = typesAnswered[question] { return known }
        guard depth < Self.deepest, let type = files[file]?.types[Int(number)] else { return Instances() }
        if type.form == .instance { return Instances(classes: [ClassScope(file: file, scope: Int(type.scope))]) }
        typesAnswered[question] = Instances()
        depth += 1
        defer {
            depth -= 1
            if depth == 0 { finishQuestion() }
        }
        let meanings: Meanings = type.form == .type ? [.value, .type] : [.value, .type, .call]
        let meant = resolve(
            type.chain, meanings, head: type.headMeanings, in: file, from: Int(type.scope),
            at: FileNames.Position(line: .max, offset: type.offset))
        var found = Instances(classes: meant.entities.compactMap { classScope(of: $0) }, depth: type.depth)
        switch type.form {
        // A type parameter is no class, but may have a bound.
        case .type: if found.classes.isEmpty, meant.instances.depth == 0 { found.classes = meant.instances.classes }
        case .call: if found.classes.isEmpty { found = instances(of: meant.entities) { $0.isResult } }
        case .instance: break
        case .expression:
            let own = instances(of: meant.entities) { _ in true }
            found = found.classes.isEmpty ? own : found
            found.add(meant.instances)
        }
        typesAnswered[question] = found
        return found
    }

    /// What the values of definitions are instances of, where the text states types that are wanted.
    ///
    /// `isCalled` says whether what calls of the definitions give is asked for; it is nil where calls are not told apart.
    /// `place` is from where it is asked: a type parameter stands for its bound only inside of what it belongs to.
    private func instances(
        of entities: [Entity], isCalled: Bool? = nil, from place: ClassScope? = nil,
        where isWanted: (FileNames.StatedType) -> Bool
    ) -> Instances {
        var result = Instances()
        for entity in entities {
            guard case .symbol(let file, let name) = entity, let names = files[file] else { continue }
            var numbers = names.typesOfDefinitions.values(of: name).filter { isWanted(names.types[Int($0)]) }
            if let isCalled, numbers.contains(where: { names.types[Int($0)].isResult == isCalled }) {
                numbers.removeAll { names.types[Int($0)].isResult != isCalled }
            }
            for number in numbers where place.map({ isKnown(names.types[Int(number)], of: file, from: $0) }) ?? true {
                result.add(instances(of: number, in: file))
            }
        }
        return result
    }

    /// Whether a stated type says the same at a place: a type parameter does not outside of what it belongs to.
    private func isKnown(_ type: FileNames.StatedType, of file: Int, from place: ClassScope) -> Bool {
        guard let names = files[file], type.chain.count == 1, !names.rules.hasSelfParameter else { return true }
        let name = names.parts[Int(type.chain.start)]
        guard case .bound(let first, let scope) = names.lookup(name, .type, from: Int(type.scope)),
            case .local = names.bindings[Int(first)].target
        else { return true }
        var around = place.file == file ? place.scope : -1
        while around > scope { around = names.scopes[around].parent }
        return around == scope
    }

    /// What the elements of a value are instances of.
    private func elements(of meant: Meant) -> Instances {
        var whole = meant.instances
        if whole.classes.isEmpty { whole = instances(of: meant.entities) { _ in true } }
        if whole.depth == 0 { whole = instances(of: whole.classes.compactMap { entity(of: $0) }) { $0.depth > 0 } }
        guard whole.depth > 0 else { return Instances() }
        whole.depth -= 1
        return whole
    }

    /// What a chain of names means, each part looked for in what the one before means.
    func resolve(
        _ chain: FileNames.Chain, _ meanings: Meanings, head headMeanings: Meanings = [.value, .type], in file: Int,
        from scope: Int, at place: FileNames.Position
    ) -> Meant {
        guard let names = files[file], chain.count > 0 else { return Meant() }
        let parts = names.names(of: chain)
        var meant = Meant()
        var next = parts.startIndex
        while next < parts.endIndex {
            let index = next
            let isCalled = index + 1 < parts.endIndex && parts[index + 1] == names.callName
            next += isCalled ? 2 : 1
            let wanted: Meanings = isCalled ? .call : next == parts.endIndex ? meanings : .any
            if index == parts.startIndex {
                let wanted = parts.count > 1 ? headMeanings : meanings
                meant = head(of: parts, wanted, in: file, from: scope, at: place)
            } else if parts[index] == names.constructorName {
                meant = constructors(of: meant)
            } else if parts[index] == names.instanceName {
                let classes = meant.entities.compactMap { classScope(of: $0) } + meant.instances.classes
                meant = Meant(instances: Instances(classes: classes), how: .receiver)
            } else {
                let wasCalled = parts[index - 1] == names.callName
                meant = step(
                    meant,
                    Step(
                        name: global[file][Int(parts[index])], meanings: wanted,
                        isElement: parts[index] == names.elementName, isFirst: index == parts.startIndex + 1,
                        isAfterCall: separatesCalls(in: file) ? wasCalled : nil,
                        place: ClassScope(file: file, scope: scope)))
            }
            if meant.isEmpty { break }
        }
        return meant
    }

    /// Whether chains in a file say which of their names are called.
    private func separatesCalls(in file: Int) -> Bool {
        guard let rules = files[file]?.rules else { return false }
        return rules.meanings(of: .method) == .call
    }

    /// A name in a chain, and what is to be known of what is before it.
    private struct Step {
        let name: Int32
        let meanings: Meanings
        /// Whether it stands for an element of what is before it.
        let isElement: Bool
        let isFirst: Bool
        let isAfterCall: Bool?
        let place: ClassScope
    }

    private func head(
        of parts: ArraySlice<Int32>, _ meanings: Meanings, in file: Int, from scope: Int, at place: FileNames.Position
    ) -> Meant {
        guard let names = files[file], let first = parts.first else { return Meant() }
        if first == names.selfName, let (stated, scope) = names.instanceParameter(around: scope) {
            let meant = bound(stated, .value, in: names, file, scope, at: place.offset)
            if !meant.instances.classes.isEmpty { return Meant(instances: meant.instances, how: .selfMember) }
        }
        if parts.count > 1 || first == names.selfTypeName {
            var around: Int?
            var how = NameEdge.How.selfMember
            if first == names.superName {
                around = names.methodClass(around: scope)
                how = .superMember
            } else if first == names.selfName || first == names.selfTypeName {
                around = names.instanceClass(around: scope)
            } else if parts.count > 1 {
                around = names.selfClass(of: first, from: scope)
            }
            if let around {
                let scope = ClassScope(file: file, scope: around)
                return parts.count > 1
                    ? Meant(instances: Instances(classes: [scope]), how: how)
                    : Meant(entities: entity(of: scope).map { [$0] } ?? [])
            }
            if names.isInstanceWord(first) { return Meant() }
        }
        let meant = resolve(first, meanings, in: file, from: scope, at: place)
        // Only a type by itself: a longer chain begins with a value or a namespace.
        guard meant.isEmpty, parts.count == 1, meanings.contains(.type), let family = family(of: file) else {
            return meant
        }
        return Meant(instances: family.instances(global[file][Int(first)], self))
    }

    /// What a member of something means.
    private func step(_ meant: Meant, _ step: Step) -> Meant {
        if step.isElement { return Meant(instances: elements(of: meant), how: .receiver) }
        var result = Meant()
        for entity in meant.entities {
            let found = attribute(step.name, step.meanings, of: entity)
            if case .symbol = entity { result.how = .classMember } else { result.how = .moduleMember }
            add(found, to: &result.entities)
        }
        var stated = meant.instances
        // A member of a definition of known class is one of that class, where it is none of its own.
        if result.entities.isEmpty, stated.classes.isEmpty {
            stated = instances(of: meant.entities, isCalled: step.isAfterCall, from: step.place) { _ in true }
            if !stated.classes.isEmpty { result.how = .receiver }
        }
        for scope in stated.classes where stated.depth == 0 {
            let isWord = step.isFirst && (meant.how == .selfMember || meant.how == .superMember)
            let members = member(step.name, step.meanings, of: scope, skipsItself: isWord && meant.how == .superMember)
            result.how = isWord ? meant.how : .receiver
            add(members, to: &result.entities)
            if members.isEmpty { result.instances.add(storedInstances(step.name, of: scope)) }
        }
        if meant.how == .receiver, !result.isEmpty { result.how = .receiver }
        return result
    }

    /// What an attribute is that a class or a base of it only assigns, as `self.x = C()`.
    private func storedInstances(_ name: Int32, of scope: ClassScope) -> Instances {
        var seen: Set<ClassScope> = []
        var pending = [scope]
        while let next = pending.popLast() {
            guard seen.insert(next).inserted, let names = files[next.file] else { continue }
            if let number = local[next.file][name], let type = names.scopes[next.scope].stored[number], type >= 0 {
                return instances(of: type, in: next.file)
            }
            pending.append(contentsOf: bases(of: next).reversed())
        }
        return Instances()
    }

    /// Whether a type is stated to be one of many values: an array, a map.
    private func isContainer(_ entity: Entity) -> Bool {
        guard case .symbol(let file, let name) = entity, let names = files[file] else { return false }
        return names.typesOfDefinitions.values(of: name).contains { names.types[Int($0)].depth > 0 }
    }

    /// What a field that a literal names means; where the type turns out to be a container, the name is a key's value.
    private func resolveKey(_ reference: FileNames.Reference, in file: Int, _ names: FileNames) -> Meant {
        let scope = Int(reference.scope)
        var chain = reference.chain
        var meant = resolve(
            chain, reference.meanings, head: reference.headMeanings, in: file, from: scope, at: reference.position)
        if !meant.isEmpty {
            meant.how = .classMember
            return meant
        }
        chain.count -= 1
        let type = resolve(chain, [.value, .type], in: file, from: scope, at: reference.position)
        guard type.entities.contains(where: isContainer) else { return meant }
        let name = names.parts[Int(chain.start + chain.count)]
        return resolve(name, reference.meanings, in: file, from: scope, at: reference.position)
    }

    /// What a label means: a member of the value that is chosen by, when its class is known, else what the name means.
    private func resolveLabel(_ reference: FileNames.Reference, in file: Int, _ names: FileNames) -> Meant {
        let scope = Int(reference.scope)
        var chain = reference.chain
        chain.count -= 1
        let label = names.parts[Int(chain.start + chain.count)]
        let value = resolve(chain, .value, in: file, from: scope, at: reference.position)
        let isAfterCall = separatesCalls(in: file) && names.parts[Int(chain.start + chain.count) - 1] == names.callName
        var classes = value.instances.depth == 0 ? value.instances.classes : []
        if classes.isEmpty {
            let place = ClassScope(file: file, scope: scope)
            let stated = instances(of: value.entities, isCalled: isAfterCall, from: place) { _ in true }
            classes = stated.depth == 0 ? stated.classes : []
        }
        guard !classes.isEmpty else {
            return resolve(label, reference.meanings, in: file, from: scope, at: reference.position)
        }
        let members = classes.flatMap { member(global[file][Int(label)], .value, of: $0) }
        return Meant(entities: members, how: .receiver)
    }

    /// What a reference means.
    func resolve(_ reference: FileNames.Reference, in file: Int) -> Meant {
        guard let names = files[file], reference.chain.count > 0 else { return Meant() }
        if reference.isLabel { return resolveLabel(reference, in: file, names) }
        if reference.isKey { return resolveKey(reference, in: file, names) }
        // Members of members of the instance are known by stated types alone.
        var meant = resolve(
            reference.chain, reference.meanings, head: reference.headMeanings, in: file, from: Int(reference.scope),
            at: reference.position)
        let first = names.parts[Int(reference.chain.start)]
        if meant.how != .constructor, names.length(of: reference.chain) > 2,
            names.isInstanceWord(first) || names.selfClass(of: first, from: Int(reference.scope)) != nil
        {
            meant.how = .receiver
        }
        if reference.isInType, meant.how == .name { meant.how = .annotation }
        return meant
    }
}

extension FileNames.Binding {
    /// Whether a `def` or `class` makes the binding.
    var isDefinition: Bool {
        switch target {
        case .function, .class: true
        case .local, .variable, .imported, .alias: false
        }
    }
}
