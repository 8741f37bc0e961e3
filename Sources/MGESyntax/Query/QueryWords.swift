/// Moves the condition that a captured node is one word to the step that captures it: then a pattern is given up at that
/// node, and what is around it need not be matched before.
struct QueryWords {
    private let query: QueryPatterns
    /// The steps of the query, each with its word.
    private(set) var steps: [QueryStep]
    /// The words of all steps.
    private(set) var bytes: [UInt8] = []

    init(_ query: QueryPatterns) {
        self.query = query
        steps = query.steps
    }

    mutating func place() {
        for pattern in query.patterns {
            for predicate in pattern.predicates where !predicate.isNegated {
                guard case .equal(.text(let word)) = predicate.test, !word.isEmpty else { continue }
                var captors: [(step: Int, isCertain: Bool)] = []
                collect(&captors, of: Int32(predicate.capture), from: Int(pattern.root), isCertain: true)
                // Of several captures the first one counts, and one that may be absent is no condition then.
                guard captors.count == 1, captors[0].isCertain else { continue }
                steps[captors[0].step].word = QueryStep.Run(start: Int32(bytes.count), count: Int32(word.count))
                bytes += word
            }
        }
    }

    /// The steps that capture something, and whether a match always has them.
    private func collect(
        _ captors: inout [(step: Int, isCertain: Bool)], of capture: Int32, from number: Int, isCertain: Bool
    ) {
        let step = query.steps[number]
        let isCertain = isCertain && step.quantifier == .one && step.kind != .alternatives
        if query.captures[range(step.captures)].contains(capture) { captors.append((number, isCertain)) }
        for child in query.children[range(step.children)] {
            collect(&captors, of: capture, from: Int(child), isCertain: isCertain)
        }
    }

    private func range(_ run: QueryStep.Run) -> Range<Int> { Int(run.start)..<Int(run.start + run.count) }
}
