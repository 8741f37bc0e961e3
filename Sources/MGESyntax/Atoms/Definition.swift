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
    // A large project has many definitions, and no file has lines or bytes beyond 32 bits.
    private let firstLine: UInt32
    private let lastLine: UInt32
    private let lineNumber: UInt32
    private let offsetNumber: UInt32

    init(name: String, kind: Kind, lines: ClosedRange<Int>, line: Int, offset: Int) {
        self.name = name
        self.kind = kind
        firstLine = UInt32(lines.lowerBound)
        lastLine = UInt32(lines.upperBound)
        lineNumber = UInt32(line)
        offsetNumber = UInt32(offset)
    }

    /// The first and the last line, decorators included, from 1.
    package var lines: ClosedRange<Int> { Int(firstLine)...Int(lastLine) }
    /// The line of the name, from 1.
    package var line: Int { Int(lineNumber) }
    /// Where the name begins, in bytes.
    package var offset: Int { Int(offsetNumber) }
}
