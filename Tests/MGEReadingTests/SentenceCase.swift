import Testing

@testable import MGEReading

/// Sentences with what is read of one entity that they speak of, in the lines of `DiscoveryDocument.shown`.
struct SentenceCase: Sendable, CustomTestStringConvertible {
    var text: String
    var entity: String
    var shown: [String]
    var testDescription: String { text }

    init(_ text: String, _ entity: String, _ shown: [String]) {
        (self.text, self.entity, self.shown) = (text, entity, shown)
    }

    /// Expects that the entity is read so.
    func check() throws {
        #expect(try ReadingSupport.read(text).shown(entity) == shown)
    }
}
