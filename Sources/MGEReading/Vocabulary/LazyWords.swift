import Synchronization

/// How often each word stands in some phrases, which are divided when somebody asks first.
final class LazyWords: Sendable {
    private let phrases: @Sendable () -> [String]
    private let made = Mutex<[String: Int]?>(nil)

    init(of phrases: @escaping @Sendable () -> [String]) {
        self.phrases = phrases
    }

    /// How often each word is there.
    var counts: [String: Int] {
        made.withLock { made in
            if let made { return made }
            var counts: [String: Int] = [:]
            for phrase in phrases() {
                for word in phrase.unicodeScalars.split(whereSeparator: { !$0.isLetter }) {
                    counts[String(word), default: 0] += 1
                }
            }
            made = counts
            return counts
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter; most are told without a look into the tables of Unicode, which takes longest.
    fileprivate var isLetter: Bool {
        isASCII ? (97...122).contains(value) || (65...90).contains(value) : properties.isAlphabetic
    }
}
