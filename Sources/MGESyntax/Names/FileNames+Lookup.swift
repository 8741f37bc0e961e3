extension FileNames {
    /// Where the search for a name ends, by Python's scope rules.
    enum Place {
        /// Bound in a function: nothing outside can be meant. Carries the first binding.
        case local(Int32)
        /// Bound in the class directly around. Carries the first binding.
        case member(Int32)
        /// To be looked for in the module.
        case module
    }

    /// Searches the scopes around a use of a name; class scopes are seen only from directly inside.
    func lookup(_ name: Int32, from scope: Int) -> Place {
        var scope = scope
        var isFirst = true
        while scope > 0 {
            if scopes[scope].globals.contains(name) { return .module }
            let isClass = scopes[scope].kind == .class
            if !isClass || isFirst {
                let binding = firstBinding(of: name, in: scope)
                if binding >= 0 { return isClass ? .member(binding) : .local(binding) }
            }
            isFirst = false
            scope = scopes[scope].parent
        }
        return .module
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
        while scope > 0, scopes[scope].selfName < 0 { scope = scopes[scope].parent }
        guard scope > 0, case let parent = scopes[scope].parent, scopes[parent].kind == .class else { return nil }
        return parent
    }
}
