/// The steps of all patterns of a query as arrays that are read without counting references; `QueryCode` owns them.
struct QueryTables: BitwiseCopyable {
    let steps: UnsafePointer<QueryStep>
    /// The outermost step of each pattern.
    let roots: UnsafePointer<Int32>
    /// Whether a pattern has conditions.
    let hasPredicates: UnsafePointer<Bool>
    let childList: UnsafePointer<Int32>
    let captureList: UnsafePointer<Int32>
    let absentList: UnsafePointer<UInt16>
    let wordList: UnsafePointer<UInt8>
    /// For each kind of node where its patterns begin in `index`; errors come last.
    let starts: UnsafePointer<Int32>
    let index: UnsafePointer<Int32>
    let errors: Int

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

    func word(_ run: QueryStep.Run) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: wordList + Int(run.start), count: Int(run.count))
    }
}
