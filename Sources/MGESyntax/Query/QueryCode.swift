/// The patterns of a query in the form in which they are matched: arrays that are read without counting references.
// Unchecked, because the arrays are pointers: they are filled once, before anyone else sees them, and freed with it.
final class QueryCode: @unchecked Sendable {
    let steps: UnsafePointer<QueryStep>
    /// The outermost step of each pattern.
    let roots: [Int32]
    /// The conditions of each pattern.
    let predicates: [[QueryPredicate]]
    private let childList: UnsafePointer<Int32>
    private let captureList: UnsafePointer<Int32>
    private let absentList: UnsafePointer<UInt16>
    /// For each kind of node where its patterns begin in `index`; errors come last.
    private let starts: UnsafePointer<Int32>
    private let index: UnsafePointer<Int32>
    private let errors: Int

    init(_ query: QueryPatterns, _ grammar: Grammar) {
        steps = Self.copy(query.steps)
        childList = Self.copy(query.children)
        captureList = Self.copy(query.captures)
        absentList = Self.copy(query.absentFields)
        roots = query.patterns.map(\.root)
        predicates = query.patterns.map(\.predicates)
        errors = grammar.isNamed.count
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
        self.starts = Self.copy(starts)
        index = Self.copy(lists.flatMap(\.self))
    }

    deinit {
        steps.deallocate()
        childList.deallocate()
        captureList.deallocate()
        absentList.deallocate()
        starts.deallocate()
        index.deallocate()
    }

    /// The patterns that may begin at a node of a kind, in the order of the query.
    func patterns(for symbol: UInt16) -> UnsafeBufferPointer<Int32> {
        let place = min(Int(symbol), errors)
        return UnsafeBufferPointer(start: index + Int(starts[place]), count: Int(starts[place + 1] - starts[place]))
    }

    func children(_ run: QueryStep.Run) -> UnsafeBufferPointer<Int32> {
        UnsafeBufferPointer(start: childList + Int(run.start), count: Int(run.count))
    }

    func captures(_ run: QueryStep.Run) -> UnsafeBufferPointer<Int32> {
        UnsafeBufferPointer(start: captureList + Int(run.start), count: Int(run.count))
    }

    func absentFields(_ run: QueryStep.Run) -> UnsafeBufferPointer<UInt16> {
        UnsafeBufferPointer(start: absentList + Int(run.start), count: Int(run.count))
    }

    private static func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
        let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
        for (index, element) in elements.enumerated() { copy[index] = element }
        return UnsafePointer(copy)
    }
}
