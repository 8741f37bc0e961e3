/// What one reading, or several together, got right.
struct CorpusScore: Sendable {
    /// The points of one kind of thing.
    struct Figure: Sendable {
        /// What the text states, and how much of that was found.
        var expected = 0
        var found = 0
        /// What the reader gives, and how much of that is right.
        var given = 0
        var right = 0

        /// The share of what is stated that was found; nil when nothing is stated.
        var recall: Double? { expected == 0 ? nil : Double(found) / Double(expected) }
        /// The share of what is given that is right; nil when nothing is given.
        var precision: Double? { given == 0 ? nil : Double(right) / Double(given) }

        static func += (left: inout Figure, right: Figure) {
            left.expected += right.expected
            left.found += right.found
            left.given += right.given
            left.right += right.right
        }
    }

    var descriptions = 0
    var entities = Figure()
    var relations = Figure()
    var attributes = Figure()
    /// What was missed and what is wrong, each as a phrase.
    var misses: [String] = []
    var mistakes: [String] = []

    static func += (left: inout CorpusScore, right: CorpusScore) {
        left.descriptions += right.descriptions
        left.entities += right.entities
        left.relations += right.relations
        left.attributes += right.attributes
        left.misses += right.misses
        left.mistakes += right.mistakes
    }

    static func sum(_ scores: some Sequence<CorpusScore>) -> CorpusScore {
        scores.reduce(into: CorpusScore(), +=)
    }
}

extension CorpusScore {
    /// A thing that may be stated, given, or both.
    struct Point {
        var name: String
        /// Whether the text states it.
        var isStated: Bool
        /// Whether the reader gives it as stated.
        var isGiven: Bool
        /// Whether the reader has what the text states.
        var isEqual: Bool
    }

    /// Counts one point of the attributes.
    mutating func count(_ point: Point) {
        if point.isStated {
            attributes.expected += 1
            if point.isEqual { attributes.found += 1 } else { misses.append(point.name) }
        }
        guard point.isGiven else { return }
        attributes.given += 1
        if point.isStated && point.isEqual { attributes.right += 1 } else { mistakes.append(point.name) }
    }

    /// Counts a wrong entity or relation: once when the user is told of it, else twice.
    mutating func countWrong(_ name: String, in figure: WritableKeyPath<CorpusScore, Figure>, told: Bool) {
        self[keyPath: figure].given += told ? 1 : 2
        mistakes.append(told ? name : "\(name) (not told)")
    }

    /// Counts an entity or relation that is stated.
    mutating func countStated(_ name: String, in figure: WritableKeyPath<CorpusScore, Figure>, found: Bool) {
        self[keyPath: figure].expected += 1
        if found {
            self[keyPath: figure].found += 1
            self[keyPath: figure].given += 1
            self[keyPath: figure].right += 1
        } else {
            misses.append(name)
        }
    }
}
