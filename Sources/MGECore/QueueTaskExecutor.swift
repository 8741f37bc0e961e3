import Dispatch

/// A task executor on a dispatch queue of its own, for tasks that must run on time while the cooperative pool is busy.
package final class QueueTaskExecutor: TaskExecutor {
    private let queue: DispatchQueue

    /// Makes an executor whose queue carries a label for debuggers.
    package init(label: String) {
        queue = DispatchQueue(label: label, qos: .userInitiated)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        queue.async { unowned.runSynchronously(on: executor) }
    }
}
