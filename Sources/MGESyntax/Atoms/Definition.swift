/// A named thing that a file defines.
package struct Definition: Hashable, Sendable {
    /// What kind of thing a definition is.
    package enum Kind: String, Sendable, Codable {
        case `class`, function, method, variable, field
        /// Bound by a loop or a `with` at the level of the file.
        case loopVariable = "loopvar"
        case localFunction = "local_function"
        case localClass = "local_class"
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
