/// What a sentence says of how rows behave: who logs in, whom rows belong to, which states follow each other, how lists
/// are read, and what may be changed.
struct Behaviour: Sendable {
    enum Kind: Sendable {
        /// Who logs in, as it is written, nobody when nobody is named; and with what.
        case login(people: [Noun], field: Located?)
        /// The roles that accounts have; of anybody but an account it says something else unless they are called so.
        case roles([Located], isCalled: Bool)
        /// That there are administrators; `isLimit` when only they may do something.
        case administrator(isLimit: Bool)
        /// To whom rows belong: who it is, as an entity or under the name of a role.
        case owner(who: Noun?, role: Located?, isOnly: Bool, isRead: Bool)
        /// Chains of states; `isSure` when nothing else than states can be meant.
        case states(field: Located?, [[[Located]]], isSure: Bool)
        /// What one state may become besides; no states when it is opened again.
        case transition(from: Located, to: [Located])
        case search([Located])
        case sort([Located])
        case filter([Located])
        /// The newest come first, as they do anyway.
        case newestFirst
        /// Deleted rows are kept; of all entities when none is named.
        case softDelete
        case readOnly
        case missing(Gap)
    }

    /// What is asked for and cannot be made of sentences, or not be made at all.
    enum Gap: Sendable {
        case count, sum, timeZone, chainOfOwners, limitOfRole
        /// Said so that it may mean one thing or another.
        case deletion, change
    }

    /// A noun, which may be an entity's.
    struct Noun: Hashable, Sendable {
        var words: Located
        /// The entity's name; nil for another noun.
        var entity: String?
        var isPlural = false
    }

    var kind: Kind
    /// The names of the entities that it is said of; empty where the sentence names none.
    var entities: [String] = []
    /// The entity that was spoken of before.
    var antecedent: String?
    /// The words that say it.
    var words: Located
    /// The tokens of the sentence that say nothing else.
    var claim: Range<Int>
}
