import Dispatch
import Synchronization

/// The results of two closures, each worked out on a thread of its own, of which one is the caller's.
/// - Throws: what the first closure throws, else what the second does.
package func concurrently<First: Sendable, Second: Sendable>(
    _ first: @Sendable () throws -> First, _ second: @Sendable () throws -> Second
) throws -> (First, Second) {
    let left = Mutex<Result<First, any Error>?>(nil)
    let right = Mutex<Result<Second, any Error>?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { number in
        if number == 0 {
            let result = Result { try first() }
            left.withLock { $0 = result }
        } else {
            let result = Result { try second() }
            right.withLock { $0 = result }
        }
    }
    // Both were called: only the types don't know.
    return (try left.withLock { try $0?.get() } ?? first(), try right.withLock { try $0?.get() } ?? second())
}
