/// What a phrase of the description may mean to the reader; a language's phrases for it are data.
package enum Keyword: String, Codable, Sendable, CaseIterable {
    // Attributes of an item.
    case required, optional, unique, `default`, minimum, maximum, between, onDelete, cascade, restrict, setNull
    case unit, owner
    // Items that say something of their entity as a whole.
    case login, administrator, transitions, search, sort, softDelete, readOnly
    /// The names of a field that an account has without being described.
    case password
    // Before the entity in the type of an item.
    case many, one
    // Values of a boolean field.
    case yes, no
    // Headings of sections, and what stands before an entity's name in a heading.
    case entitySection, ruleSection, summarySection, stackSection, itemSection, entityMark
    // Free words of lists and tables: what stands between words, bounds, and what a clause says.
    case determiner, orWord, andWord, rangeTo, rangeFrom, orMore, orLess, above, below, positive, notNegative
    case mayBeEmpty, emptyWord, noTwoAlike, startsAs, relative, question, whether, orNot, each, has, may, indefinite,
        other
    case refersTo, asRole, onlyOnce, same, per, negation, deletion, leftWithout, togetherWith
    /// What says that something cannot be done where it is asked whether: `refused` in a column about deletion.
    case refused
    case manyToOne, oneToMany, manyToMany, oneToOne, plainText
    /// What is only for later, so that it is not read.
    case later
    // Headers of tables, and marks in their cells.
    case fieldColumn, typeColumn, requiredColumn, optionalColumn, uniqueColumn, repeatedColumn, keyColumn, defaultColumn
    case valuesColumn, lengthColumn, minimumColumn, maximumColumn, remarksColumn, sourceColumn, targetColumn
    case roleColumn, cardinalityColumn, deletionColumn, entityColumn, fieldsColumn, relationsColumn
    case marked, unmarked
    // Prose.
    case and, with, `for`, of, manage, management, polite, build, system, article, clause, technology, feature
    /// What a phrase ends or begins with that is about several of what is beside it: `habit tracker`, `list of films`.
    case collection, collectionOf
    /// What begins a sentence that tells what its writers do: `we run a bakery`.
    case runs
    /// Ordinary words that name a stack too, and are taken for one only where the sentence shows it.
    case ambiguous
    // Keys of settings.
    case nameSetting, stackSetting, languageSetting, english, spanish
}
