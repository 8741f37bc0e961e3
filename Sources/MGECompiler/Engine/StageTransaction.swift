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

    /// How many items of the stage are done, apart from those that this transaction saves.
    ///
    /// Whoever else asks waits until this transaction ends, so that no two count the same.
    /// - Throws: `PostgresError`.
    package func doneItems() async throws -> Int {
        try await database.lockProgress(of: stage, in: run.id)
        return try await database.doneItems(of: stage, in: run.id)
    }

    /// Stores the events that were posted so far.
    func flush() async throws {
        try await database.storeEvents(events, adding: context, to: run.id)
        events = []
        context = [:]
    }
}
