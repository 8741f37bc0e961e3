extension NameResolver {
    /// The constructors that a class writes itself; of the base class's word those of the base classes.
    func constructors(of meant: Meant) -> Meant {
        var classes = meant.entities.compactMap { classScope(of: $0) } + meant.instances.classes
        if meant.how == .superMember { classes = classes.flatMap { bases(of: $0) } }
        var result = Meant(how: .constructor)
        for scope in classes.flatMap({ scopes(like: $0) }) {
            guard let names = files[scope.file] else { continue }
            var next = names.firstBinding(of: names.constructorName, in: scope.scope)
            while next >= 0 {
                let binding = names.bindings[Int(next)]
                next = binding.next
                add(entities(of: binding, in: scope.file, from: scope.scope), to: &result.entities)
            }
        }
        return result
    }
}
