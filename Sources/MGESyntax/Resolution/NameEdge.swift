/// A use of a definition of the project, resolved.
package struct NameEdge: Hashable, Sendable {
    /// How a use is written.
    package enum How: String, Sendable, Codable {
        /// An import statement.
        case `import`
        /// A single name.
        case name
        /// A name of a module or package, behind a dot.
        case moduleMember = "module_attr"
        /// A member of a class or namespace that is named itself.
        case classMember = "class_attr"
        /// A member of the instance that a method is called on, or of its class.
        case selfMember = "self"
        /// The same of the base class.
        case superMember = "super"
        /// A part of a stated type.
        case annotation
        /// A member of a value whose class the text states.
        case receiver
        /// The constructor of a class that is named.
        case constructor
    }

    /// The number of the file that uses, in `ProjectNames.files`.
    package var file: Int
    /// The innermost definition around the use, at the level of the file or a class; `<module>` for none.
    package var source: String
    /// The number of the file that defines.
    package var targetFile: Int
    /// The qualified name of what is used; `<module>` for a whole file.
    package var target: String
    package var how: How
    /// The line of the use, from 1.
    package var line: Int
    /// Whether it is needed when the file is loaded, not only when a function is called.
    package var isEager: Bool
    /// Whether other definitions may be meant as well: each has an edge of its own.
    package var isAmbiguous: Bool
}
