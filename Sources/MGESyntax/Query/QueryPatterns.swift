/// The patterns of a query, compiled for one grammar.
struct QueryPatterns: Sendable {
    /// A whole pattern.
    struct Pattern: Sendable {
        /// The number of its outermost step.
        let root: Int32
        var predicates: [QueryPredicate] = []
    }

    var steps: [QueryStep] = []
    var children: [Int32] = []
    var captures: [Int32] = []
    var absentFields: [UInt16] = []
    var patterns: [Pattern] = []
    /// The names of the captures, by number.
    var captureNames: [String] = []
}
