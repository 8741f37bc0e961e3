import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// Everything that is understood says which words of the description it comes from.
@Suite struct CorpusOriginTests {
    /// A word of a description, with its place.
    private struct Word {
        var text: String
        var line: Int
        var columns: Range<Int>
    }

    @Test("Words are in the text, and the place is in or beside them", arguments: CorpusTests.entries)
    func places(entry: CorpusEntry) throws {
        let document = try ReadingSupport.read(entry.text)
        let text = Self.words(of: entry.text)
        let origins =
            document.entities.flatMap { entity in
                [(entity.name, entity.origin)] + entity.fields.map { ("\(entity.name).\($0.name)", $0.origin) }
            } + document.relationships.map { ("\($0.source).\($0.name)", $0.origin) }
        for (name, origin) in origins {
            let location = try #require(origin.location, "\(name)")
            let said = Self.words(of: try #require(origin.words, "\(name)")).map(\.text)
            let place = text.firstIndex { $0.line == location.line && $0.columns.contains(location.column) }
            guard let place, !said.isEmpty else {
                Issue.record("\(name) comes from “\(said)” at \(location), where no word is")
                continue
            }
            // A role may follow the words that relate two entities: `has a volunteer as caretaker`.
            let starts = max(0, place - said.count - 3)...place
            #expect(starts.contains { Self.isThere(said, in: text, at: $0) }, "\(name): \(said) at \(location)")
        }
    }

    /// Whether the words stand there, the last one perhaps in the plural.
    private static func isThere(_ words: [String], in text: [Word], at start: Int) -> Bool {
        guard start + words.count <= text.count else { return false }
        return words.indices.allSatisfy {
            text[start + $0].text.hasPrefix(words[$0].prefix(max(2, words[$0].count - 2)))
        }
    }

    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let characters = Array(line)
            var start = 0
            for index in 0...characters.count {
                if index < characters.count, characters[index].isLetter || characters[index].isNumber { continue }
                if start < index {
                    words.append(
                        Word(
                            text: String(characters[start..<index]).foldedForComparison, line: number + 1,
                            columns: start + 1..<index + 1))
                }
                start = index + 1
            }
        }
        return words
    }
}
