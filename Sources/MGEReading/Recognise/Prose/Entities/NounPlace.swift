/// The place of a noun in a sentence, which tells how likely it names an entity.
struct NounPlace: Sendable {
    let sentence: TokenizedText
    let phrase: Range<Int>
    /// The noun as it is written.
    let words: String
    let isPlural: Bool
    /// The article, or how many there are.
    let quantity: ProseWord?
    let startsClause: Bool
    /// The verb or preposition before it.
    let after: ProseWord?
    /// The token behind it, and behind what says nothing.
    let next: Int
    /// The verb there.
    let follows: ProseWord?
    /// Whether a verb is behind it that looked like a part of it: `mechanic works`.
    let isVerbBehind: Bool
    /// Whether we have it or do something with it.
    let isOurs: Bool
    /// Whether it stands in a list like the name of a field.
    let isListed: Bool
    /// Whether the clause tells what common entities do in general: `customers place orders`.
    var isAmongDoers = false
}
