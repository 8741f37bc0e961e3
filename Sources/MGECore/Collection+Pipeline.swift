import Dispatch
import Foundation
import Synchronization

extension RandomAccessCollection where Self: Sendable, Index == Int, Element: Sendable {
    /// Transforms every element on several threads, and hands the results to the caller in the order of the elements as
    /// soon as they are there.
    ///
    /// The calling thread takes the results, and transforms elements itself while it would wait: what follows in order costs
    /// no time beside what does not. It is occupied until the end, as by `concurrentPerform`, and waits only for threads of
    /// Dispatch, which transform and wait for nobody: on the cooperative pool too, none waits for one that can't begin.
    /// - Parameters:
    ///   - part: how many elements a thread takes at a time; so few altogether are not divided.
    ///   - width: how many threads; as many as there are processors when nil.
    ///   - transform: depends on its element alone.
    ///   - consume: is called on the calling thread only, once for each element.
    package func parallelMap<Result: Sendable>(
        inPartsOf part: Int = 1, width: Int? = nil, _ transform: @Sendable (Element) -> Result,
        inOrder consume: (Result) -> Void
    ) {
        let part = Swift.max(1, part)
        let parts = (count + part - 1) / part
        let width = Swift.min(parts, width ?? ProcessInfo.processInfo.activeProcessorCount)
        guard width > 1 else { return forEach { consume(transform($0)) } }
        let pipeline = Pipeline<Result>(parts: parts)
        let make = { @Sendable (number: Int) in
            let start = startIndex + number * part
            pipeline.put(self[start..<Swift.min(start + part, endIndex)].map(transform), at: number)
        }
        withoutActuallyEscaping(make) { make in
            let others = DispatchGroup()
            for _ in 1..<width {
                DispatchQueue.global(qos: .userInitiated).async(group: others) {
                    while let number = pipeline.next() { make(number) }
                }
            }
            pipeline.drain(make: make, consume: consume)
            others.wait()
        }
    }
}

/// Parts of some work that threads take one after the other, and their results until they are taken in order.
private final class Pipeline<Result: Sendable>: Sendable {
    private let parts: Int
    private let taken = Atomic<Int>(0)
    private let consumed = Atomic<Int>(0)
    private let results: Mutex<[[Result]?]>
    private let isThere = DispatchSemaphore(value: 0)

    init(parts: Int) {
        self.parts = parts
        results = Mutex([[Result]?](repeating: nil, count: parts))
    }

    /// The next part that nobody has taken; nil when there is none left.
    func next() -> Int? {
        let number = taken.add(1, ordering: .relaxed).oldValue
        return number < parts ? number : nil
    }

    func put(_ done: [Result], at number: Int) {
        results.withLock { $0[number] = done }
        isThere.signal()
    }

    /// Hands on all results in order, and makes those that are missing or waits for them.
    func drain(make: (Int) -> Void, consume: (Result) -> Void) {
        while true {
            let number = consumed.load(ordering: .relaxed)
            guard number < parts else { return }
            if let done = results.withLock({ results in results[number].take() }) {
                consumed.store(number + 1, ordering: .relaxed)
                done.forEach(consume)
            } else if let other = next() {
                make(other)
            } else {
                isThere.wait()
            }
        }
    }
}
