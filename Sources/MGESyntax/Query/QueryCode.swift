/// The patterns of a query in the form in which they are matched.
// Unchecked, because the tables are pointers: they are filled once, before anyone else sees them, and freed with it.
final class QueryCode: @unchecked Sendable {
    let tables: QueryTables
    /// The conditions of each pattern.
    let predicates: [[QueryPredicate]]

    init(_ query: QueryPatterns, _ grammar: Grammar) {
        let errors = grammar.isNamed.count
        var lists = [[Int32]](repeating: [], count: errors + 1)
        for (number, pattern) in query.patterns.enumerated() {
            let step = query.steps[Int(pattern.root)]
            switch step.kind {
            case .symbol: lists[min(Int(step.symbol), errors)].append(Int32(number))
            case .named, .any, .alternatives:
                for symbol in lists.indices where step.kind == .any || symbol == errors || grammar.isNamed[symbol] {
                    lists[symbol].append(Int32(number))
                }
            }
        }
        var starts: [Int32] = [0]
        for list in lists { starts.append((starts.last ?? 0) + Int32(list.count)) }
        var words = QueryWords(query)
        words.place()
        predicates = query.patterns.map(\.predicates)
        tables = QueryTables(
            steps: Self.copy(words.steps), roots: Self.copy(query.patterns.map(\.root)),
            hasPredicates: Self.copy(query.patterns.map { !$0.predicates.isEmpty }),
            childList: Self.copy(query.children), captureList: Self.copy(query.captures),
            absentList: Self.copy(query.absentFields), wordList: Self.copy(words.bytes), starts: Self.copy(starts),
            index: Self.copy(lists.flatMap(\.self)), errors: errors)
    }

    deinit {
        tables.steps.deallocate()
        tables.roots.deallocate()
        tables.hasPredicates.deallocate()
        tables.childList.deallocate()
        tables.captureList.deallocate()
        tables.absentList.deallocate()
        tables.wordList.deallocate()
        tables.starts.deallocate()
        tables.index.deallocate()
    }

    private static func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
        let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
        for (index, element) in elements.enumerated() { copy[index] = element }
        return UnsafePointer(copy)
    }
}
