/// What an atom is, by the innermost definition around its first line.
package enum AtomKind: String, Sendable, Codable, CaseIterable {
    /// The head of a class: bases, docstring, fields; its methods are atoms of their own.
    case `class`
    case function, method, interface, type, `enum`, namespace
    case `import`
    /// Binds a name at the level of the file.
    case const
    /// Nothing but comments.
    case comment
    case statement
    /// An empty file: it may be the target of an import.
    case module
    /// Lines of a file in no known language.
    case text

    /// Whether atoms of the kind begin at a definition of that kind.
    var isDefinition: Bool {
        switch self {
        case .class, .function, .method, .interface, .type, .enum, .namespace: true
        case .import, .const, .comment, .statement, .module, .text: false
        }
    }

    /// Whether definitions inside a definition of the kind are atoms of their own.
    var holdsMembers: Bool {
        switch self {
        case .class, .interface, .enum, .namespace: true
        default: false
        }
    }
}
