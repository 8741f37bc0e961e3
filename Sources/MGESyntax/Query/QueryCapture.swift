/// What the captures of a query mean: a type whose values stand for the words behind `@`.
protocol QueryCapture: Equatable, Sendable {
    /// Nil when the word is none that the query may use.
    init?(word: String)
}
