/// Finds the words of the vocabulary that sound like others: `haber` for `aber`, `vacío` for `basio`.
final class Spelling: Sendable {
    /// What is heard for some letters, as bytes of UTF-8.
    private let sounds: [(letters: [UInt8], sound: [UInt8])]
    private let known: Set<String>
    /// The word that is there most often of those with one sound, by that.
    private let words: [String: String]
    private let spelled = Memo<String>()

    /// Shorter words sound like too many others.
    private static let shortest = 4

    /// Prepares the words of some phrases, which are folded, for a language that is written as it sounds; without
    /// sounds every word is taken as it is.
    init(_ phrases: @autoclosure () -> [String], sounds: [LanguageVocabulary.Sound]) {
        let sounds = sounds.map { (letters: Array($0.letters.utf8), sound: Array($0.sound.utf8)) }
        self.sounds = sounds
        guard !sounds.isEmpty else {
            (known, words) = ([], [:])
            return
        }
        var counts: [String: Int] = [:]
        for phrase in phrases() {
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
        var text = text.withDecimalCommas
        for (index, token) in text.tokens.enumerated() where token.kind == .word {
            let word = word(for: token.folded)
            guard word != token.folded else { continue }
            text.tokens[index] = Token(
                kind: .word, text: token.text, folded: word, range: token.range, place: token.place,
                isSpaced: token.isSpaced)
        }
        return text
    }

    private static func sound(of word: String, _ sounds: [(letters: [UInt8], sound: [UInt8])]) -> String {
        var bytes = Array(word.utf8)
        for (letters, sound) in sounds {
            guard let first = letters.first else { continue }
            var next = 0
            while let start = bytes[next...].firstIndex(of: first) {
                next = start + 1
                if bytes[start...].starts(with: letters) {
                    bytes.replaceSubrange(start..<start + letters.count, with: sound)
                    next = start + sound.count
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
