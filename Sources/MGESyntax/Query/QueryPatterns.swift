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

    /// For each kind of node, by its number, the patterns that may begin at such a node; errors come last.
    func patternsBySymbol(_ grammar: Grammar) -> [[Int32]] {
        let errors = grammar.isNamed.count
        var result = [[Int32]](repeating: [], count: errors + 1)
        for (number, pattern) in patterns.enumerated() {
            let step = steps[Int(pattern.root)]
            switch step.kind {
            case .symbol: result[step.symbol == UInt16.max ? errors : Int(step.symbol)].append(Int32(number))
            case .named, .any, .alternatives:
                for symbol in result.indices where step.kind == .any || symbol == errors || grammar.isNamed[symbol] {
                    result[symbol].append(Int32(number))
                }
            }
        }
        return result
    }
}
