import Foundation

extension RandomAccessCollection where Element: Sendable, Index == Int {
    /// The results of a closure for every element, in order, computed on as many tasks as there are processors.
    /// - Throws: the first error that the closure throws, and `CancellationError`; no task begins another element then.
    package func concurrentMap<Result: Sendable>(
        _ transform: @escaping @Sendable (Element) throws -> Result
    ) async throws -> [Result] where Self: Sendable {
        let width = Swift.max(1, ProcessInfo.processInfo.activeProcessorCount)
        let slice = Swift.max(1, Swift.min(64, (count + width - 1) / width))
        let starts = Array(stride(from: startIndex, to: endIndex, by: slice))
        return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
            var next = starts.makeIterator()
            func addTask(_ start: Int) {
                group.addTask {
                    let end = Swift.min(start + slice, self.endIndex)
                    let results = try (start..<end).map { index in
                        try Task.checkCancellation()
                        return try transform(self[index])
                    }
                    return (start, results)
                }
            }
            for _ in 0..<width { if let start = next.next() { addTask(start) } }
            var results: [Int: [Result]] = [:]
            for try await (start, part) in group {
                results[start] = part
                if let start = next.next() { addTask(start) }
            }
            return starts.flatMap { results[$0] ?? [] }
        }
    }
}
