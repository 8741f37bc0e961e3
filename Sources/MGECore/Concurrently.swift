import Dispatch
import Synchronization

/// The results of two closures, each worked out on a thread of its own, of which one is the caller's.
/// - Throws: what the first closure throws, else what the second does.
package func concurrently<First: Sendable, Second: Sendable, Failure: Error>(
    _ first: @Sendable () throws(Failure) -> First, _ second: @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
    let left = Mutex<Result<First, Failure>?>(nil)
    let right = Mutex<Result<Second, Failure>?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { number in
        if number == 0 {
            let result = Result(catching: first)
            left.withLock { $0 = result }
        } else {
            let result = Result(catching: second)
            right.withLock { $0 = result }
        }
    }
    // Both were called: only the types don't know.
    let done = left.withLock(\.self) ?? Result(catching: first)
    let other = right.withLock(\.self) ?? Result(catching: second)
    return (try done.get(), try other.get())
}
