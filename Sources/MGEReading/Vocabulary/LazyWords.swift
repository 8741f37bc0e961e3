import Synchronization

/// How often each word stands in the phrases of some patterns, which are divided when somebody asks first.
final class LazyWords: Sendable {
    private let patterns: @Sendable () -> [PhrasePattern]
    private let made = Mutex<[String: Int]?>(nil)

    init(of patterns: @escaping @Sendable () -> [PhrasePattern]) {
        self.patterns = patterns
    }

    /// How often each word is there, folded.
    var counts: [String: Int] {
        made.withLock { made in
            if let made { return made }
            var counts: [String: Int] = [:]
            for pattern in patterns() {
                let phrases = Int(pattern.count)
                for choices in pattern.elements {
                    for word in choices.flatMap(Self.words) { counts[word, default: 0] += phrases / choices.count }
                }
            }
            made = counts
            return counts
        }
    }

    private static func words(of text: Substring) -> [String] {
        String(text).foldedForComparison.unicodeScalars.split { !$0.isLetter }.map { String($0) }
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter; most are told without a look into the tables of Unicode, which takes longest.
    fileprivate var isLetter: Bool {
        isASCII ? (97...122).contains(value) || (65...90).contains(value) : properties.isAlphabetic
    }
}
