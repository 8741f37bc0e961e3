import Testing

@testable import MGEReading

/// Several phrases written as one.
@Suite struct PhrasePatternTests {
    @Test(
        "A pattern is divided into what may be chosen",
        arguments: [
            ("plain words", [["plain words"]]),
            ("{may|can} be", [["may", "can"], [" be"]]),
            ("[the] end", [["the", ""], [" end"]]),
            ("{a|b} {c|d}", [["a", "b"], [" "], ["c", "d"]]),
            ("an {open", [["an {open"]]),
            ("", []),
        ])
    func elements(_ pattern: String, _ expected: [[Substring]]) {
        #expect(PhrasePattern(pattern).elements == expected)
    }

    @Test(
        "The longest phrase of a pattern is found in tokens",
        arguments: [
            ("{is|are} [often] empty", "are often empty here", 3), ("{is|are} [often] empty", "are empty", 2),
            ("{is|are} [often] empty", "are often", nil), ("{is|are} [often] empty", "often empty", nil),
            ("[the|a] [very] end", "end of it", 1), ("[the|a] [very] end", "the very end", 3),
            ("[the|a] [very] end", "very end", 2), ("{at least|at|no less than} {one|a}", "at least one", 3),
            ("{at least|at|no less than} {one|a}", "at a time", 2),
            ("{at least|at|no less than} {one|a}", "no less than", nil), ("no{, sir|}", "no, sir", 3),
            ("no{, sir|}", "no", 1), ("[nothing]", "nothing", 1), ("[nothing]", "something", nil),
        ])
    func found(_ pattern: String, _ text: String, _ count: Int?) {
        let table = PhraseTable(patterns: [(PhrasePattern(pattern), true)])
        #expect(table.match(Tokenizer.tokenize(LocatedText(text)).tokens, at: 0)?.count == count)
    }

    @Test("Phrases that begin alike in several patterns are kept apart; of equal ones the first counts")
    func several() {
        let table = PhraseTable(
            patterns: [("{a|b} c d", 1), ("a c", 2), ("a {c|x} e", 3), ("b c", 4), ("{a|b} c", 5), ("b {c} d", 6)]
                .map { (PhrasePattern($0.0), $0.1) })
        let meaning = { table.match(Tokenizer.tokenize(LocatedText($0)).tokens, at: 0)?.meaning }
        #expect(["a c d", "b c d", "a c", "b c", "a c e", "a x e", "a c f"].map(meaning) == [1, 1, 2, 4, 3, 3, 2])
        #expect(["b x e", "b", "c d"].map(meaning) == [nil, nil, nil])
    }

    @Test("A pattern costs as much as is written of it, however many phrases it stands for")
    func many() {
        let choices = "{" + (0..<50).map { "w\($0)" }.joined(separator: "|") + "}"
        let pattern = PhrasePattern(Array(repeating: choices, count: 40).joined(separator: " "))
        let table = PhraseTable(patterns: [(pattern, true)])
        let text = Array(repeating: "w7", count: 40).joined(separator: " ")
        #expect(table.match(Tokenizer.tokenize(LocatedText(text)).tokens, at: 0)?.count == 40)
        #expect(pattern.count == Int32.max)
        #expect(LazyWords { [pattern] }.counts["w"] == 40 * 50 * (Int(Int32.max) / 50))
    }

    @Test("The words of patterns are counted as often as they stand in their phrases")
    func counts() {
        let words = LazyWords { ["{a|b} c [d|e]", "d c"].map { PhrasePattern($0) } }
        #expect(words.counts == ["a": 3, "b": 3, "c": 7, "d": 3, "e": 2])
    }

    @Test("Brackets of the vocabulary stand around whole words, have partners and do not nest")
    func brackets() {
        let languages = ReadingSupport.vocabulary.languages
        #expect(languages.count > 1)
        for vocabulary in languages { check(vocabulary) }
    }

    private func check(_ vocabulary: LanguageVocabulary) {
        let keys = [vocabulary.acts, vocabulary.units, vocabulary.questions].compactMap { $0?.keys }.joined()
        for text in Array(vocabulary.prose.values.joined()) + Array(keys) {
            let depths = text.reduce(into: [0]) { depths, character in
                let step = "{[".contains(character) ? 1 : "}]".contains(character) ? -1 : 0
                depths.append((depths.last ?? 0) + step)
            }
            #expect(depths.last == 0 && depths.max() ?? 0 <= 1 && depths.min() == 0, "\(text)")
            #expect(text.firstMatch(of: /[\p{L}\p{N}][{\[]|[}\]][\p{L}\p{N}]/) == nil, "\(text)")
        }
    }
}
