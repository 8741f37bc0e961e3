/// A verb with its subject and with what follows it up to the next verb.
struct Segment: Sendable {
    /// Who does it; nil for `we` and for what is no entity.
    var subject: Mention?
    /// Others who do it too: `drawings, meetings and visits belong to a project`.
    var others: [Mention] = []
    /// The items before the verb when the subject is no entity.
    var topic: Range<Int>
    /// Nil for a verb that is no word of the grammar.
    var verb: ProseWord?
    /// The verb's own words: `assigned` of `is assigned`.
    var words: String
    var isPassive = false
    /// Whether the object comes first: then the subject here is what it is done to.
    var isFronted = false
    /// Whether the verb begins with the Spanish *se*.
    var isReflexive = false
    /// Whether a relative pronoun is the subject: `donors who …`.
    var isRelative = false
    var isNegated = false
    var isPossible = false
    /// Whether the speaker is the subject: `we keep`.
    var isOurs = false
    /// The items that follow.
    var objects: Range<Int>
}
