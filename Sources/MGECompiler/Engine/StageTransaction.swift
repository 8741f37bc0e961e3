import Foundation
package import MGECore
package import MGEPostgres

/// The transaction in which results are saved; events that are posted in it are stored with it or not at all.
package final class StageTransaction {
    package let run: Run
    package let stage: StageName
    /// Runs statements inside the transaction.
    package let database: PostgresTransaction
    private(set) var events: [Event] = []
    private(set) var context: [String: JSONValue] = [:]
    private var progress: [@Sendable (Int) -> Event?] = []

    init(run: Run, stage: StageName, database: PostgresTransaction) {
        self.run = run
        self.stage = stage
        self.database = database
    }

    /// Stores an event at the end of the transaction.
    package func post(_ event: Event) {
        events.append(event)
    }

    /// Adds a member to the data of this and all later events of the run.
    package func setEventContext(_ key: String, _ value: JSONValue) {
        context[key] = value
    }

    /// Counts one more result of the stage, and stores what is made of how many there are.
    ///
    /// The number is known only at the end of the transaction: whoever else counts waits from then on, so that no two
    /// count the same.
    package func countProgress(_ event: @escaping @Sendable (_ done: Int) -> Event?) {
        progress.append(event)
    }

    /// Stores the events that were posted so far.
    func flush() async throws {
        if !progress.isEmpty {
            let done = try await database.advanceProgress(of: stage, in: run.id, by: progress.count) - progress.count
            for (index, event) in progress.enumerated() { event(done + index + 1).map { events.append($0) } }
            progress = []
        }
        try await database.storeEvents(events, adding: context, to: run.id)
        events = []
        context = [:]
    }
}
