import Dispatch

/// A serial executor on a dispatch queue of its own, for actors that call blocking C functions.
///
/// Swift's cooperative pool has one thread a core; a blocking call there stops every other task of the
/// process. An actor that returns this executor as its `unownedExecutor` blocks a thread of its own instead.
package final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    /// Makes an executor whose queue carries a label for debuggers.
    package init(label: String) {
        queue = DispatchQueue(label: label)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        let executor = asUnownedSerialExecutor()
        queue.async { unowned.runSynchronously(on: executor) }
    }

    package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    package func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }
}
