import MGELayers
import Testing

@testable import MGEReading

@Suite struct KeptReadingTests {
    private let first = Description(text: "an API with books and authors")
    private let second = Description(text: "an API with books and authors", requestedName: "Shelf")

    @Test("What was read ahead is given once, and to the same description only")
    func once() throws {
        let reader = ReadingSupport.reader
        let ahead = try reader.readAhead(first)
        #expect(try reader.read(second).title == "Shelf")
        _ = try reader.readAhead(first)
        #expect(try reader.read(first) == ahead)
        #expect(try reader.read(first) == ahead)

        let kept = KeptReading()
        kept.keep(ahead, of: first)
        #expect(kept.take(second) == nil)
        #expect(kept.take(first) == nil)
        kept.keep(ahead, of: first)
        #expect(kept.take(first) == ahead)
        #expect(kept.take(first) == nil)
    }
}
