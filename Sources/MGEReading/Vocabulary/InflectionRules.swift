/// How a language makes plurals, as data.
package struct InflectionRules: Codable, Hashable, Sendable {
    /// Which words of a noun phrase change.
    package enum Scope: String, Codable, Sendable {
        /// The last: `order lines`.
        case last
        /// All: `cuentas bancarias`.
        case all
    }

    /// A suffix and what replaces it.
    package struct Ending: Codable, Hashable, Sendable {
        package var from: String
        package var to: String

        package init(from: String, to: String) {
            self.from = from
            self.to = to
        }
    }

    package var scope: Scope
    /// Words that end the changing part of a phrase: `of` in `points of sale`.
    package var prepositions: [String]
    /// Singular to plural, where the endings do not say it.
    package var irregular: [String: String]
    /// Words with one form for both.
    package var invariable: [String]
    /// For the plural of a singular; the longest ending that fits counts.
    package var pluralEndings: [Ending]
    /// For the singular of a plural; the longest ending that fits counts.
    package var singularEndings: [Ending]

    package init(
        scope: Scope, prepositions: [String], irregular: [String: String], invariable: [String],
        pluralEndings: [Ending], singularEndings: [Ending]
    ) {
        self.scope = scope
        self.prepositions = prepositions
        self.irregular = irregular
        self.invariable = invariable
        self.pluralEndings = pluralEndings
        self.singularEndings = singularEndings
    }
}
