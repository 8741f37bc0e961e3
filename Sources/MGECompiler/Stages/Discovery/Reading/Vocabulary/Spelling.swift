/// Finds the words of the vocabulary that sound like others: `haber` for `aber`, `vacío` for `basio`.
final class Spelling: Sendable {
    private let sounds: [LanguageVocabulary.Sound]
    private let known: Set<String>
    /// The word that is there most often of those with one sound, by that.
    private let words: [String: String]
    private let spelled = Memo<String>()

    /// Shorter words sound like too many others.
    private static let shortest = 4

    /// Prepares the words of some phrases, which are folded, for a language that is written as it sounds; without
    /// sounds every word is taken as it is.
    init(_ phrases: some Sequence<String>, sounds: [LanguageVocabulary.Sound]) {
        self.sounds = sounds
        guard !sounds.isEmpty else {
            (known, words) = ([], [:])
            return
        }
        var counts: [String: Int] = [:]
        for phrase in phrases {
            for word in phrase.split(whereSeparator: { !$0.isLetter }) { counts[String(word), default: 0] += 1 }
        }
        known = Set(counts.keys)
        var words: [String: (word: String, count: Int)] = [:]
        for (word, count) in counts where word.utf8.count >= Self.shortest {
            let sound = Self.sound(of: word, sounds)
            let best = words[sound].map { $0.count == count ? $0.word > word : $0.count > count } ?? false
            if !best { words[sound] = (word, count) }
        }
        self.words = words.mapValues(\.word)
    }

    /// The word that a folded one is meant to be; itself where it is known, or none sounds so.
    func word(for folded: String) -> String {
        guard !words.isEmpty, folded.utf8.count >= Self.shortest, !known.contains(folded) else { return folded }
        return spelled.value(of: folded) { words[Self.sound(of: $0, sounds)] ?? $0 }
    }

    /// A text whose words are told apart by what they are meant to be; they stay as they are written.
    func respelled(_ text: TokenizedText) -> TokenizedText {
        guard !words.isEmpty else { return text }
        var text = text
        for (index, token) in text.tokens.enumerated() where token.kind == .word {
            let word = word(for: token.folded)
            guard word != token.folded else { continue }
            text.tokens[index] = Token(
                kind: .word, text: token.text, folded: word, range: token.range, place: token.place,
                isSpaced: token.isSpaced)
        }
        return text
    }

    private static func sound(of word: String, _ sounds: [LanguageVocabulary.Sound]) -> String {
        sounds.reduce(word) { $0.replacing($1.letters, with: $1.sound) }
    }
}
