package import MGECore

/// What the user submitted: the source text of a compilation.
package struct Description: Codable, Hashable, Sendable {
    /// The language that the description is written in.
    package enum Language: String, Codable, CaseIterable, Sendable {
        case english = "en"
        case spanish = "es"
    }

    /// The text, with line ends normalised to `\n`.
    package var text: String
    /// The digest of the text as it was submitted.
    package var digest: SHA256Digest
    /// The file that the text came from, as the user named it; nil for the command line and standard input.
    package var file: String?
    /// The stack asked for with `--stack`; nil leaves it to discovery.
    package var requestedStack: String?
    /// The project name asked for with `--name`; nil leaves it to discovery.
    package var requestedName: String?

    package init(text: String, file: String? = nil, requestedStack: String? = nil, requestedName: String? = nil) {
        let hasReturns = text.utf8.contains(UInt8(ascii: "\r"))
        self.text = hasReturns ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
        self.digest = SHA256Digest(of: text)
        self.file = file
        self.requestedStack = requestedStack
        self.requestedName = requestedName
    }
}
