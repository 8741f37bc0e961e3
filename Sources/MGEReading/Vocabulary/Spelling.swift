/// Finds the words of the vocabulary that are meant by others: `haber` by `aber`, which sounds so, and `optional` by
/// `optinal`, where a letter within is missing, is there twice, or has changed places with the next.
final class Spelling: Sendable {
    /// What is heard for some letters, as bytes of UTF-8.
    private let sounds: [(letters: [UInt8], sound: [UInt8])]
    /// All words of the phrases in a language that is written as it sounds, where every word is looked up; nil in others.
    private let known: [String: Int]?
    /// All words of the phrases, of which none stands for another.
    private let phrases: LazyWords
    /// The word that is there most often of those with one sound, by that.
    private let words: [String: String]
    /// The words whose slips are mended as bytes, by their first and last one.
    private let misspelt: [Ends: [[UInt8]]]
    private let spelled = Memo<String>()

    /// The first and last byte of a word, which no slip within changes.
    private struct Ends: Hashable {
        var first: UInt8
        var last: UInt8
    }

    /// Shorter words sound like too many others.
    private static let shortest = 4

    /// Prepares the words of some phrases; words are only looked for by their sound in a language that is
    /// written as it sounds, and the phrases of another only once a slip is found, as dividing them costs time.
    ///
    /// What people call things may be spelt in any way, so that slips are mended of the words that are `misspelt` only.
    init(
        misspelt: [String], sounds: [LanguageVocabulary.Sound], phrases: @escaping @Sendable () -> [PhrasePattern]
    ) {
        let sounds = sounds.map { (letters: Array($0.letters.utf8), sound: Array($0.sound.utf8)) }
        self.sounds = sounds
        self.phrases = LazyWords(of: phrases)
        self.misspelt = Dictionary(grouping: misspelt.map { Array($0.utf8) }) { word in
            Ends(first: word.first ?? 0, last: word.last ?? 0)
        }
        guard !sounds.isEmpty else {
            (known, words) = (nil, [:])
            return
        }
        let known = self.phrases.counts
        self.known = known
        var words: [String: (word: String, count: Int)] = [:]
        for (word, count) in known where word.utf8.count >= Self.shortest {
            let sound = Self.sound(of: word, sounds)
            let best = words[sound].map { $0.count == count ? $0.word > word : $0.count > count } ?? false
            if !best { words[sound] = (word, count) }
        }
        self.words = words.mapValues(\.word)
    }

    /// The word that a folded one is meant to be; itself where it is known, or none is like it.
    func word(for folded: String) -> String {
        guard folded.utf8.count >= Self.shortest else { return folded }
        guard let known else {
            return slipped(from: folded).flatMap { phrases.counts[folded] == nil ? $0 : nil } ?? folded
        }
        guard known[folded] == nil else { return folded }
        return spelled.value(of: folded) { words[Self.sound(of: $0, sounds)] ?? slipped(from: $0) ?? $0 }
    }

    /// The word of the grammar that one sounds like which is also there by itself: `asta` before a number is *hasta*.
    private func heard(as folded: String) -> String? {
        guard folded.utf8.count >= Self.shortest, known?[folded] != nil,
            let word = words[Self.sound(of: folded, sounds)], word != folded
        else { return nil }
        return alike(word)?.contains(Array(word.utf8)) == true ? word : nil
    }

    /// The word of the grammar that one has become by a slip within.
    private func slipped(from word: String) -> String? {
        guard let alike = alike(word) else { return nil }
        let bytes = Array(word.utf8)
        return alike.first { Self.isSlip(bytes, of: $0) }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The words whose slips are mended that begin and end like another.
    private func alike(_ word: String) -> [[UInt8]]? {
        guard let first = word.utf8.first, let last = word.utf8.last else { return nil }
        return misspelt[Ends(first: first, last: last)]
    }

    /// Whether two words differ by one letter that is neither the first nor the last, or by the order of two.
    private static func isSlip(_ word: [UInt8], of other: [UInt8]) -> Bool {
        guard abs(word.count - other.count) <= 1 else { return false }
        let (shorter, longer) = word.count < other.count ? (word, other) : (other, word)
        guard let first = zip(shorter, longer).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset
        else {
            return false
        }
        if shorter.count < longer.count { return shorter[first...].elementsEqual(longer[(first + 1)...]) }
        return first + 1 < word.count && word[first] == other[first + 1] && word[first + 1] == other[first]
            && word[(first + 2)...].elementsEqual(other[(first + 2)...])
    }

    /// A text whose words are told apart by what they are meant to be; they stay as they are written.
    func respelled(_ text: TokenizedText) -> TokenizedText {
        var text = sounds.isEmpty ? text : text.withDecimalCommas
        for (index, token) in text.tokens.enumerated() where token.kind == .word {
            let isBeforeNumber = index + 1 < text.tokens.count && text.tokens[index + 1].kind == .number
            let word = isBeforeNumber ? heard(as: token.folded) ?? word(for: token.folded) : word(for: token.folded)
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
