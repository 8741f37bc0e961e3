extension FileNames {
    /// The same without the room that arrays keep to grow: the names of all files of a project are held at once.
    var compact: FileNames {
        var names = self
        names.table = table.compact
        names.parts = parts.exact
        names.scopes = scopes.exact
        names.bindings = bindings.exact
        names.imports = imports.exact
        names.references = references.exact
        names.qualified = qualified.exact
        return names
    }
}

extension Array {
    /// A copy with no more room than its elements need.
    var exact: [Element] { withUnsafeBufferPointer { Array($0) } }
}
