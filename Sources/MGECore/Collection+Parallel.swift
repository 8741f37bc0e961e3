import Dispatch
import Foundation
import Synchronization

extension RandomAccessCollection where Self: Sendable, Index == Int, Element: Sendable {
    /// Transforms every element, on several threads.
    ///
    /// The calling thread takes part, and returns when all is done; what must not wait for others is not for this.
    /// - Parameters:
    ///   - part: how many elements a thread takes at a time; so few altogether are not divided.
    ///   - width: how many threads; as many as there are processors when nil.
    ///   - transform: depends on its element alone.
    /// - Returns: the results in the order of the elements.
    package func parallelMap<Result: Sendable>(
        inPartsOf part: Int = 1, width: Int? = nil, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        let part = Swift.max(1, part)
        let parts = (count + part - 1) / part
        let width = Swift.min(parts, width ?? ProcessInfo.processInfo.activeProcessorCount)
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
