/// What a phrase does in a sentence; a language's phrases for it are data.
package enum ProseWord: String, Codable, Sendable, CaseIterable {
    // Before a noun: how many there are.
    case each, article, definite, one, maybeOne, many
    // Verbs.
    case has, belongs, be, can, must, not, keep, delete, weHave
    /// What keeps something from being done: `must fail`.
    case refused
    /// That something is not so, or is so, unless it is said: `assume it isn't`.
    case defaultNo, defaultYes
    /// What brings two things together: `links`.
    case joins
    /// What somebody does to something that is new then: `submit`, `publish`.
    case creates
    /// What somebody does for what nobody else does it for: `owns`, `manages`.
    case handles
    /// What brings something somewhere, where it is an event that does: `a session places a course in a room`.
    case places
    /// Before what is so unless something else is said: `normally open`.
    case usual
    /// Units and words that say nothing, which are no entities.
    case measure
    /// Before what belongs to who speaks: `my bookings`.
    case own
    /// Before one that is not the one spoken of before: `another mechanic`.
    case other
    /// What follows belongs to the entity before it: `whose name is known`.
    case whose
    /// That something is nobody else's: `que no es de ningún otro`.
    case exclusive
    /// With which a text begins, and says nothing: `hola`.
    case greeting
    /// What a number may be called that says which one a field is: `una nota del 1 al 10`.
    case figure
    /// Behind a number that holds where nothing else is said: `20 de serie`.
    case atFirst
    /// How something is told from others: `identified by a code`.
    case identifies
    /// That something is in one of several states, rather than what it is.
    case states
    /// Before a verb that says what somebody or something is given, has noted of it and the like: `se le`.
    case receives
    /// Before a list of fields: `the following details`.
    case details
    /// What many do in the same thing: `actúan`.
    case takesPart
    /// What becomes of those whose target is deleted: `stay without`.
    case without
    /// A verb that is a noun too, and is one after an article: `some notes`.
    case noun
    /// What stands for anything, and is the name of nothing: `everything`.
    case anything
    /// Before what was only just made: `new orders are pending`.
    case fresh
    /// What belongs to the verb before it and says nothing: `carried out on`.
    case particle
    /// What stands for the field named last: `the latter`.
    case latter
    /// What stands for the two fields named last: `both`, `the last two`.
    case lastTwo
    /// What stands for the roles named last, before what those who play them are: `ambos profesores`.
    case both
    /// What need not be so: `a phone if they give one`.
    case condition
    /// The same behind a comma: `the report, once there is one`; elsewhere it may say which one is meant.
    case circumstance
    /// Before the cases of a field that has no name: `is either open or closed`.
    case either
    /// The name of such a field where the cases are nouns: `kind`.
    case kind
    /// The name of a field that says how many there are.
    case quantity
    /// Behind the noun that a name is about: `price charged`.
    case participle
    /// That something is kept, behind what it is: `its height is recorded`.
    case recorded
    /// Before what belongs to the one spoken of: `its site`.
    case possessive
    /// A verb of having that makes a passive with a participle: `items get put on a shelf`.
    case gets
    /// Before examples, which are no fields: `such as`.
    case example
    /// What must be exceeded: `greater than`.
    case above
    /// Before what is left unsaid, where a default follows: `si no`, `a falta de`.
    case unless
    /// Before such a default, beside the verbs of being: `se entiende que es`.
    case assumed
    /// That the fields before it are unique only with each other: `juntos`.
    case together
    /// The name of a field that only somebody has: `phone`.
    case contact
    /// That there is no other: `uno solo`.
    case onlyOne
    /// What says which one of several is meant, and makes no other thing of it: `source tank`.
    case which
    /// What somebody does for those whom they are one of: `headed`.
    case leads
    /// That somebody is given a role: `named as`.
    case appoints
    /// The name of a type, behind that of a field: `a status enum`.
    case technical
    /// Before what was just named: `ese certificado`.
    case demonstrative
    /// Before the cases that come behind the first: `luego pasa a`.
    case becomes
    /// Before a clause that is to hold: `make sure that`.
    case urges
    /// Between a field and what it holds: `lies`, `is given as`.
    case holds
    /// That a field has to be there: `may not be empty`.
    case needed
    /// What a field's cases are called: `the priority levels`.
    case choices
    /// Before a field of which something is asked: `restrict the outcome to`.
    case imposes
    /// Two of something, which must not be alike.
    case two
    /// That fields are unique together: `the combination of`.
    case combination
    /// Before what is counted: `how many`.
    case howMany
    /// Not below zero.
    case positive
    /// Numbers from zero, each by its name.
    case numbers
    /// What tells somebody to keep something, where a sentence begins or behind what it is about: `captura`, `da de alta`.
    case command
    // What stands for a noun.
    case we, it, they, relative
    // Between nouns and clauses.
    case with, preposition, along, `as`, per, and, when
    /// Passed over: adverbs.
    case skip
    // What is said of a field.
    case optional, unique, minimum, maximum, between, exactly, zero, characters, `default`, cases, flag
    // Uniqueness of several fields together: `no two … share the same …`.
    case noTwo, same, share, twice

    /// Whether it divides a sentence, rather than say something of a field.
    var isStructural: Bool {
        switch self {
        case .optional, .unique, .minimum, .maximum, .between, .exactly, .zero, .characters, .default, .cases, .flag,
            .noTwo, .same, .share, .twice, .creates, .handles, .places, .measure, .own, .other, .refused, .joins,
            .defaultNo,
            .defaultYes,
            .identifies, .without, .positive, .numbers, .noun, .anything, .howMany, .fresh, .example, .above, .two,
            .particle, .latter, .lastTwo, .both, .condition, .circumstance, .either, .kind, .possessive, .gets,
            .quantity,
            .participle,
            .recorded,
            .combination, .atFirst, .figure, .exclusive, .greeting, .which, .appoints, .leads, .technical, .states,
            .unless,
            .assumed,
            .together, .contact,
            .onlyOne, .demonstrative, .becomes,
            .takesPart, .urges, .command, .holds, .needed, .choices, .imposes, .usual:
            false
        default: true
        }
    }

    /// Whether it says something of a field.
    var isSaid: Bool {
        switch self {
        case .optional, .unique, .minimum, .maximum, .between, .exactly, .characters, .default, .cases, .flag,
            .positive, .above, .defaultNo, .defaultYes, .needed:
            true
        default: false
        }
    }

    /// Whether it stands before a noun.
    var isDeterminer: Bool {
        switch self {
        case .each, .article, .definite, .one, .maybeOne, .many: true
        default: false
        }
    }

    /// Whether the object of a verb may begin with it.
    var startsObject: Bool { isDeterminer || [.preposition, .with, .per, .along].contains(self) }
}
