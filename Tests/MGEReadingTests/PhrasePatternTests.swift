import Testing

@testable import MGEReading

/// Several phrases written as one.
@Suite struct PhrasePatternTests {
    @Test(
        "A pattern stands for all its phrases",
        arguments: [
            ("plain words", ["plain words"]),
            ("{may|can} be", ["may be", "can be"]),
            ("[the] end", ["the end", " end"]),
            ("{a|b} {c|d}", ["a c", "a d", "b c", "b d"]),
            ("an {open", ["an {open"]),
            ("", [""]),
        ])
    func phrases(_ pattern: String, _ expected: [String]) {
        #expect(PhrasePattern(pattern).phrases == expected)
    }

    @Test("A phrase of a pattern is found in tokens, the longest first")
    func inTable() {
        let table = PhraseTable(PhrasePattern("{is|are} [often] empty").phrases.map { ($0, true) })
        let tokens = Tokenizer.tokenize(LocatedText("they are often empty here")).tokens
        #expect(table.match(tokens, at: 1)?.count == 3)
        #expect(table.match(tokens, at: 0) == nil)
    }
}
