package import MGELayers

/// What the reader knows of one language, as data.
package struct LanguageVocabulary: Codable, Hashable, Sendable {
    package var language: Description.Language
    /// Frequent small words, which tell the language of a text.
    package var functionWords: [String]
    package var inflection: InflectionRules
    /// Letters that are not heard, which people leave out at the beginning of a word: `ora` for `hora`.
    package var silentLetters: [String]?
    /// What letters sound like, in the order in which they are replaced, in a language that is written as it sounds.
    package var sounds: [Sound]?
    /// Words that are taken for meant where a letter within is missing, is there twice, or has changed places with the next.
    package var misspelt: [String]?
    /// The phrases for each keyword, by its name.
    package var keywords: [String: [String]]
    /// The phrases for each word of the grammar of sentences, by its name.
    package var prose: [String: [String]]
    /// The phrases that say how rows behave, by the names of `BehaviourWord`.
    package var behaviour: [String: [String]]
    /// The names of each type of field, by the type's name in briefs.
    package var types: [String: [String]]
    /// The type and attributes of fields by their name or the head of it: `price` to `money, min 0`.
    package var fields: [String: String]
    /// The same by the words that a name begins with: `is` to `boolean`.
    package var fieldPrefixes: [String: String]
    /// What an indirect question asks for, by its first words: `how long` for `duration`, and `when` for `date *`, where the
    /// star stands for the verb.
    package var questions: [String: String]?
    /// The type of what is measured in a unit: `minutes` to `integer`.
    package var units: [String: String]?
    /// The fields of an entity of which nothing is known, as items of a brief.
    package var commonFields: [String]
    /// The number that an entity is given when the text says only its bounds, as an item of a brief.
    package var commonNumber: String
    package var entities: [VocabularyEntity]
    /// The entities of a domain that is only named: `blog` to `post`, `comment`.
    package var domains: [String: [String]]
    /// The entity that comes of what somebody does, by the words for it: `to book` to `booking`.
    package var deeds: [String: String]?
    /// The same by the verbs of sentences that say who does it to what: `{rate|rates}` to `rating`.
    package var acts: [String: String]?

    /// Letters, and others that sound like them.
    package struct Sound: Codable, Hashable, Sendable {
        package var letters: String
        package var sound: String
    }

    package init(
        language: Description.Language, functionWords: [String], inflection: InflectionRules,
        keywords: [String: [String]], prose: [String: [String]], behaviour: [String: [String]],
        types: [String: [String]], fields: [String: String], fieldPrefixes: [String: String], commonFields: [String],
        commonNumber: String, entities: [VocabularyEntity], domains: [String: [String]]
    ) {
        self.language = language
        self.functionWords = functionWords
        self.inflection = inflection
        self.keywords = keywords
        self.prose = prose
        self.behaviour = behaviour
        self.types = types
        self.fields = fields
        self.fieldPrefixes = fieldPrefixes
        self.commonFields = commonFields
        self.commonNumber = commonNumber
        self.entities = entities
        self.domains = domains
    }
}

/// A common entity: what it usually carries and refers to.
package struct VocabularyEntity: Codable, Hashable, Sendable {
    /// A reference that is made when one of the targets is described too.
    package struct Relation: Codable, Hashable, Sendable {
        /// The role: `owner`.
        package var name: String
        /// Singular names; the first that is described is taken.
        package var to: [String]
        package var optional: Bool?
        package var unique: Bool?
        /// Whether there may be many of both, so that a link between them is made.
        package var many: Bool?
        /// The entity that such a link usually is: an `order line` of orders and products.
        package var through: String?
        package var onDelete: Relationship.Deletion?
    }

    /// The singular.
    package var name: String
    package var aliases: [String]?
    package var summary: String?
    /// Items of a brief: `email: email, unique`.
    package var fields: [String]
    package var relations: [Relation]?
    /// Groups of names of fields and relations whose values are usually unique together.
    package var unique: [[String]]?
    /// Whether it is somebody in general, who refers to others in many roles: a `user` is an `author`, a `dentist` is not.
    package var playsRoles: Bool?
}
