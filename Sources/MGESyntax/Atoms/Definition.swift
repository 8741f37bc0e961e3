/// A named thing that a file defines.
package struct Definition: Hashable, Sendable {
    /// What kind of thing a definition is.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case `class`, interface, `struct`, trait, record, `enum`, annotation, type, namespace
        case function, method, constructor, macro
        case variable, constant, field, property, event, delegate
        case enumMember = "enum_member"
        /// Bound by a loop or a `with` at the level of the file.
        case loopVariable = "loopvar"
        case localFunction = "local_function"
        case localClass = "local_class"

        /// Whether members can be asked of it.
        var isContainer: Bool {
            switch self {
            case .class, .interface, .struct, .trait, .record, .enum, .annotation, .namespace: true
            default: false
            }
        }

        /// Whether it is code that runs when it is called.
        var isCallable: Bool {
            switch self {
            case .function, .method, .constructor, .macro: true
            default: false
            }
        }

        /// Whether nothing outside a function can name it.
        var isLocal: Bool { self == .localClass || self == .localFunction }
    }

    /// The dotted path in the file: `User.save`; what is local to a function is `outer.<locals>.inner`.
    package var name: String
    package var kind: Kind
    /// The first and the last line, decorators included, from 1.
    package var lines: ClosedRange<Int>
    /// The line of the name, from 1.
    package var line: Int
    /// Where the name begins, in bytes.
    package var offset: Int
}
