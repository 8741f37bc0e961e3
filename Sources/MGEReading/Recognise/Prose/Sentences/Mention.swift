/// An entity in a sentence.
struct Mention: Hashable, Sendable {
    /// Its number among the candidates.
    var entity: Int
    /// The tokens that name it.
    var range: Range<Int>
    var isPlural: Bool
    /// `project's`.
    var isPossessive = false
    /// How many there are, when a word before it says so.
    var quantity: ProseWord?
    /// The words between that and the name: `home` of `a home team`.
    var modifier: Range<Int>?
    /// Where the words that belong to it begin.
    var start: Int

    /// Whether there may be several.
    var isMany: Bool { quantity == .many || isPlural && quantity != .one && quantity != .maybeOne }
}

extension Mention {
    /// Whether it is named in the singular without an article: `qué actor`.
    var isSingleNoun: Bool {
        !isPlural && quantity == nil && start == range.lowerBound
    }
}
