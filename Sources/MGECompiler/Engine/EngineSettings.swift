import Foundation

/// How a worker works; none of it changes what it produces.
package struct EngineSettings: Sendable {
    /// How many claims are worked on at once.
    package var concurrency: Int
    /// How many claims of a stage of tiny items are worked on at once; `concurrency` limits it too.
    ///
    /// Tiny items wait for the processor and for the database, so that more of them at once only wait for each other,
    /// and are saved in smaller parts.
    package var tinyConcurrency: Int
    /// How long a lease lasts without a heartbeat, in seconds of the database's clock.
    package var lease: Double
    /// The time between heartbeats.
    package var heartbeat: Duration
    /// How often the database is looked at when nothing is notified.
    package var poll: Duration
    /// How long a worker that was asked to stop waits for what it has begun.
    package var grace: Duration
    package var retries: RetryPolicy

    package init(
        concurrency: Int, lease: Double = 60, heartbeat: Duration = .seconds(15), poll: Duration = .seconds(1),
        grace: Duration = .seconds(20), retries: RetryPolicy = RetryPolicy()
    ) {
        self.concurrency = max(1, concurrency)
        tinyConcurrency = 2 * ProcessInfo.processInfo.activeProcessorCount
        self.lease = lease
        self.heartbeat = heartbeat
        self.poll = poll
        self.grace = grace
        self.retries = retries
    }
}
