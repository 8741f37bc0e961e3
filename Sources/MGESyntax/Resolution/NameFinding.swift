package import MGECore

/// A name in a project that leads nowhere.
package struct NameFinding: Hashable, Sendable {
    /// What is wrong with a name.
    package enum Kind: Hashable, Sendable {
        /// An import of a module that the project does not have, from a package that it has.
        case missingModule
        /// An import of a name that its module of the project does not bind.
        case missingMember
        /// A use of a name that is bound nowhere.
        case unboundName
        /// A call of a function that takes fewer arguments, or more.
        case wrongArguments(given: Int, least: Int, most: Int)
    }

    package var kind: Kind
    /// The path of the file.
    package var path: String
    /// The line, from 1.
    package var line: Int
    /// The column in bytes, from 1.
    package var column: Int
    /// The name as it is written.
    package var name: String

    /// The finding as an error to show.
    package var diagnostic: Diagnostic {
        let (message, remedy) =
            switch kind {
            case .missingModule: ("there is no module \(name) in the project", "add it, or import another")
            case .missingMember: ("the module does not bind \(name)", "define it there, or import another name")
            case .unboundName: ("\(name) is bound nowhere", "define or import it")
            case .wrongArguments(let given, let least, let most):
                (
                    "\(name) is called with \(given) argument\(given == 1 ? "" : "s") and takes "
                        + (least == most ? "\(least)" : "\(least) to \(most)"),
                    given < least ? "give it the others" : "leave out what it does not take"
                )
            }
        return Diagnostic(
            .error, message, subject: name, remedy: remedy,
            at: SourceLocation(file: path, line: line, column: column))
    }
}
