package import MGECore

/// What is wrong with a file before its names are looked at.
package struct SyntaxReport: Sendable, Hashable {
    /// One place where a file is not what its language asks for.
    package struct Problem: Sendable, Hashable {
        /// What is wrong.
        package enum Kind: String, Sendable, Codable {
            /// Bytes that are no UTF-8.
            case encoding
            /// A NUL byte.
            case nul
            /// The grammar cannot read the text from here on.
            case unexpected
            /// The grammar needs something here that is not there.
            case missing
            /// Too long, nested too deeply or too broken to be looked at.
            case unreadable
        }

        package var kind: Kind
        /// The line, from 1.
        package var line: Int
        /// The column in characters, from 1; in bytes where the text is no UTF-8.
        package var column: Int
        /// The text in question, at most forty characters of one line; for `missing` what is missing.
        package var excerpt: String
    }

    /// The path of the file, as it was given.
    package var path: String
    /// Nil when the file is in no known language: then only its encoding was checked.
    package var language: LanguageName?
    /// By position; of many, the first hundred.
    package var problems: [Problem]

    /// Whether nothing is wrong.
    package var isClean: Bool { problems.isEmpty }

    /// The problems as errors to show.
    package var diagnostics: [Diagnostic] {
        problems.map { problem in
            Diagnostic(
                .error, problem.message(language), subject: path, remedy: problem.remedy,
                at: SourceLocation(file: path, line: problem.line, column: problem.column))
        }
    }
}

extension SyntaxReport.Problem {
    fileprivate func message(_ language: LanguageName?) -> String {
        switch kind {
        case .encoding: "the bytes \(excerpt) are no UTF-8"
        case .nul: "the text has a NUL byte"
        case .unexpected: "this is no \(language?.rawValue ?? "text"): \(excerpt)"
        case .missing: "\(excerpt) is missing"
        case .unreadable: "the text is too long, nested too deeply or too broken to be read"
        }
    }

    fileprivate var remedy: String {
        switch kind {
        case .encoding: "save the file as UTF-8"
        case .nul: "remove the NUL byte"
        case .unexpected: "mend the syntax"
        case .missing: "add \(excerpt)"
        case .unreadable: "split it into parts"
        }
    }
}
