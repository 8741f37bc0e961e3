/// A vocabulary that cannot be used.
package struct VocabularyError: Error, CustomStringConvertible, Sendable {
    /// The file or directory that it is about.
    package var path: String
    /// What is the matter, as one sentence without a full stop.
    package var message: String
    /// How to mend it.
    package var remedy: String

    package init(path: String, message: String, remedy: String) {
        self.path = path
        self.message = message
        self.remedy = remedy
    }

    package var description: String { "\(path): \(message) (\(remedy))" }
}
