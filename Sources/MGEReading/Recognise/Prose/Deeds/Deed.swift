/// What somebody does to something, and what comes of it: `a user can review a movie only once` makes a review.
struct Deed: Hashable, Sendable {
    /// What comes of it, in the singular.
    var made: String
    /// Who does it, without an article.
    var doer: Range<Int>
    /// The verb with its preposition.
    var verb: Range<Int>
    /// What it is done to, without an article.
    var object: Range<Int>?
    /// What it is done once for, besides: `once per election`.
    var scope: Range<Int>?
    /// Whether it is done to what was spoken of before: `candidates apply to them`.
    var isOfSaid = false
    /// Whether what it is done to comes of it: `patients book appointments`.
    var makesObject = false
    /// Whether it is what somebody answers with: `users reply with posts`.
    var isReply = false
    /// Whether one does it to one, so that something comes of it only where that is described: `a tenant rents a shed`.
    var isOfOne = false
    /// Whether it is done to many, as is said.
    var isOfMany = false
    /// Whether it is done only once.
    var isOnce = false
    /// Whether the sentence begins with who does it.
    var isAlone: Bool { doer.lowerBound < 2 && doer.upperBound >= verb.lowerBound - 1 }
    /// The end of the clause.
    var end: Int
}
