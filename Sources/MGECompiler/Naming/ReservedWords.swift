/// The words that a stack's languages and libraries keep for themselves: the value of its `reserved.json`.
package struct ReservedWords: Codable, Hashable, Sendable {
    /// Words that no identifier of the language may be.
    package var keywords: Set<String>
    /// Names that no attribute of a model or schema may have.
    package var attributes: Set<String>
    /// Beginnings that no attribute may have.
    package var attributePrefixes: [String]
    /// Names of variables that the stack's templates use themselves.
    package var variables: Set<String>
    /// Names of modules that the stack itself has beside those of one entity.
    package var modules: Set<String>
    /// Names of modules that the stack itself has beside those of many.
    package var pluralModules: Set<String>
    /// Names of classes that cannot be taken.
    package var classes: Set<String>
    /// Words of the database that no table and no column is called.
    package var sql: Set<String>

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case keywords, attributes, variables, modules, classes, sql
        case attributePrefixes = "attribute_prefixes"
        case pluralModules = "plural_modules"
    }

    /// Words of a stack that keeps none.
    package static let none = ReservedWords(
        keywords: [], attributes: [], attributePrefixes: [], variables: [], modules: [], pluralModules: [], classes: [],
        sql: [])
}

extension ReservedWords {
    /// Writes every set sorted: a set has another order in each process, and digests are taken of what is written.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(keywords.sorted(), forKey: .keywords)
        try container.encode(attributes.sorted(), forKey: .attributes)
        try container.encode(attributePrefixes, forKey: .attributePrefixes)
        try container.encode(variables.sorted(), forKey: .variables)
        try container.encode(modules.sorted(), forKey: .modules)
        try container.encode(pluralModules.sorted(), forKey: .pluralModules)
        try container.encode(classes.sorted(), forKey: .classes)
        try container.encode(sql.sorted(), forKey: .sql)
    }
}
