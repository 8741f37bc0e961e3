import Dispatch
import Foundation
import Synchronization

extension RandomAccessCollection where Self: Sendable, Index == Int, Element: Sendable {
    /// Transforms every element, on as many threads as there are processors.
    ///
    /// The calling thread takes part, and returns when all is done; what must not wait for others is not for this.
    /// - Parameters:
    ///   - part: how many elements a thread takes at a time; so few altogether are not divided.
    ///   - transform: depends on its element alone.
    /// - Returns: the results in the order of the elements.
    package func parallelMap<Result: Sendable>(
        inPartsOf part: Int = 1, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        let parts = (count + part - 1) / Swift.max(1, part)
        let width = Swift.min(parts, ProcessInfo.processInfo.activeProcessorCount)
        guard width > 1 else { return map(transform) }
        let next = Atomic<Int>(0)
        let results = Mutex<[[Result]]>([[Result]](repeating: [], count: parts))
        DispatchQueue.concurrentPerform(iterations: width) { _ in
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number < parts else { return }
                let start = startIndex + number * part
                let done = self[start..<Swift.min(start + part, endIndex)].map(transform)
                results.withLock { $0[number] = done }
            }
        }
        return results.withLock { $0.flatMap(\.self) }
    }
}
