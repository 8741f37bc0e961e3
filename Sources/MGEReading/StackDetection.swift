/// A stack and the words by which a description names it.
package struct StackDetection: Codable, Hashable, Sendable {
    /// The stack's name: `fastapi`.
    package var name: String
    /// Words or phrases in any case: `fast api`.
    package var words: [String]

    package init(name: String, words: [String]) {
        self.name = name
        self.words = words
    }
}
