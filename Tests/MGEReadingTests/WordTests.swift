import Foundation
import Synchronization
import Testing

@testable import MGEReading

/// What is done with words by their bytes says the same as what Unicode says of their characters.
@Suite struct WordTests {
    @Test("Letters of Western Europe lose their accents as Unicode decomposes them")
    func folding() {
        for value in (0x20...0x24F).compactMap(Unicode.Scalar.init) {
            let text = "a\(Character(value))B"
            let scalars = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
            let expected = String(String.UnicodeScalarView(scalars.filter { !(0x300...0x36F).contains($0.value) }))
            #expect(text.foldedForComparison.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(value.value)")
        }
        #expect("it’s — «Ñandú»".foldedForComparison == "it’s — «nandu»")
        #expect("e\u{301}Ł".foldedForComparison == "eł")
    }

    @Test("ASCII characters are of the kinds that Unicode says")
    func kinds() {
        for character in (0..<0x80 as Range<UInt8>).map({ Character(Unicode.Scalar($0)) }) + ["\r\n", "é", "٣", "—"] {
            #expect(character.isBlank == character.isWhitespace)
            #expect(character.isWordPart == (character.isLetter || character.isNumber || character == "_"))
            #expect(character.isDigit == (character.isASCII && character.isNumber))
        }
    }

    @Test(
        "Names of entities and fields",
        arguments: [
            ("OrderLine", "order line", "OrderLine"), ("order_line", "order line", "order_line"),
            ("Order  Line ", "order line", "order_line"), ("due-Date", "due date", "due_date"),
            ("dueDate2B", "due date2 b", "dueDate2B"), ("Name", "name", "name"), ("", "", ""), ("- _", "", "_"),
            ("Año fiscal", "año fiscal", "año_fiscal"),
        ])
    func names(_ text: String, _ entity: String, _ wire: String) {
        #expect(text.entityName == entity)
        #expect(text.wireName == wire)
    }

    @Test("The longest phrase with a meaning that is wanted is found, whatever other phrases begin there")
    func phrases() {
        let table = PhraseTable([
            ("a", 1), ("a lot", 2), ("a lot of", 3), ("a lot of", 4), ("lot", 5), ("más de", 6), ("a few", 7),
        ])
        let tokens = Tokenizer.tokenize(LocatedText("a lot of más de a")).tokens
        #expect(table.match(tokens, at: 0).map { [$0.meaning, $0.count] } == [3, 3])
        #expect(table.match(tokens, at: 0, where: { $0 == 4 })?.count == 3)
        #expect(table.match(tokens, at: 0, where: { $0 < 3 }).map { [$0.meaning, $0.count] } == [2, 2])
        #expect(table.match(tokens, at: 1)?.meaning == 5)
        #expect(table.match(tokens, at: 3)?.count == 2)
        #expect(table.match(tokens, at: 5)?.meaning == 1)
        #expect(table.match(tokens, at: 6) == nil)
        #expect(table.words { $0 != 5 } == ["a"])
        var meanings: Set<Int> = []
        table.collect(tokens, at: 0, into: &meanings)
        #expect(meanings == [1, 2, 3, 4])
    }

    @Test("What is worked out for a word is worked out once")
    func memo() {
        let memo = Memo<Int?>()
        let count = Mutex(0)
        for _ in 0..<3 {
            let length = memo.value(of: "word") { word in
                count.withLock { $0 += 1 }
                return word.count
            }
            #expect(length == 4)
            #expect(memo.value(of: "none") { _ in nil } == nil)
        }
        #expect(count.withLock { $0 } == 1)
    }
}
