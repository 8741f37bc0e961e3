extension FileNames {
    /// Where the search for a name ends in its own file.
    enum Place {
        /// Bound in a function, class or namespace around. Carries the first binding.
        case bound(Int32, scope: Int)
        /// To be looked for in the module.
        case module
    }

    /// Searches the scopes around a use of a name, as far as the file itself can tell: without inherited members.
    func lookup(_ name: Int32, _ meanings: Meanings = .any, from scope: Int, at offset: Int32 = .max) -> Place {
        var scope = scope
        var isFirst = true
        while scope > 0 {
            if scopes[scope].globals.contains(name) { return .module }
            let binding = visibleBinding(of: name, meanings, in: scope, at: offset, isFirst: isFirst)
            if binding >= 0 { return .bound(binding, scope: scope) }
            if scopes[scope].kind == .namespace, rules.hasOpaqueNamespaces { return .module }
            isFirst = false
            scope = scopes[scope].parent
        }
        return .module
    }

    /// The first binding that a bare name sees in a scope other than the module's, or -1; of locals that hide those
    /// before them the last.
    func visibleBinding(
        of name: Int32, _ meanings: Meanings, in scope: Int, at offset: Int32, isFirst: Bool
    ) -> Int32 {
        var number = firstBinding(of: name, in: scope)
        let seesMembers =
            switch scopes[scope].membersSeen {
            case .never: scopes[scope].kind != .class
            case .directly: isFirst
            case .inside: true
            }
        var found: Int32 = -1
        while number >= 0 {
            let binding = bindings[Int(number)]
            if found < 0 || binding.visibleFrom > 0, binding.visibleFrom <= offset, seesMembers || !binding.isMember,
                !binding.meanings.isDisjoint(with: meanings)
            {
                found = number
            }
            number = binding.next
        }
        return found
    }

    /// The scope of the class that a name stands for an instance of, being the untouched first parameter of a method.
    func selfClass(of name: Int32, from scope: Int) -> Int? {
        var scope = scope
        while scope > 0, scopes[scope].kind != .class {
            let binding = firstBinding(of: name, in: scope)
            if scopes[scope].selfName == name {
                let isRebound = binding >= 0 && bindings[Int(binding)].next >= 0
                return isRebound ? nil : scopes[scope].parent
            }
            if binding >= 0 { return nil }
            scope = scopes[scope].parent
        }
        return nil
    }

    /// The scope of the class whose method is around a scope.
    func methodClass(around scope: Int) -> Int? {
        var scope = scope
        if !rules.hasSelfParameter { return instanceClass(around: scope) }
        while scope > 0, scopes[scope].selfName < 0 { scope = scopes[scope].parent }
        guard scope > 0, case let parent = scopes[scope].parent, scopes[parent].kind == .class else { return nil }
        return parent
    }

    /// The scope of the class that the word for the instance is about: functions that are no methods end the search.
    func instanceClass(around scope: Int) -> Int? {
        var scope = scope
        while scope > 0 {
            switch scopes[scope].kind {
            case .class: return scope
            case .function: if scopes[scopes[scope].parent].kind != .class { return nil }
            case .module, .namespace: return nil
            case .lambda, .block, .comprehension, .outer: break
            }
            scope = scopes[scope].parent
        }
        return nil
    }

    /// The parameter by which a function around a scope says what the word for the instance is, and its scope.
    func instanceParameter(around scope: Int) -> (binding: Int32, scope: Int)? {
        var scope = scope
        while scope > 0 {
            let binding = firstBinding(of: selfName, in: scope)
            if binding >= 0 { return (binding, scope) }
            if scopes[scope].kind == .function || scopes[scope].kind == .class { return nil }
            scope = scopes[scope].parent
        }
        return nil
    }

    /// Whether a name at the head of a chain is one of the words for an instance or its class.
    func isInstanceWord(_ name: Int32) -> Bool { name == selfName || name == superName || name == selfTypeName }
}
