import Foundation
import MGECore
import MGEPostgres

extension Worker {
    /// Performs the items of a claim one after the other.
    /// - Returns: what succeeded and is still to be saved.
    func perform(_ claims: [Claim], of stage: AnyStage) async throws -> [PerformedItem] {
        var performed: [PerformedItem] = []
        for (index, claim) in claims.enumerated() {
            if stop.isRequested || Task.isCancelled {
                try await giveBack(Array(claims[index...]))
                break
            }
            if claim.isPlanning {
                try await plan(claim, of: stage)
                continue
            }
            let journal = Journal()
            let context = ItemContext(
                run: run, key: claim.key, attempt: claim.attempt, leaseToken: claim.token, store: engine.pool,
                journal: journal)
            do {
                performed.append(try await stage.perform(claim, context))
            } catch {
                try await settle(claim, of: stage, error, journal: journal)
            }
        }
        return performed
    }

    private func plan(_ claim: Claim, of stage: AnyStage) async throws {
        let journal = Journal()
        do {
            let plan = try await stage.plan(run, engine.pool)
            try await transaction { transaction in
                guard try await transaction.lockValid([claim]).contains(claim.itemID) else { return }
                let saving = StageTransaction(run: run, stage: stage.name, database: transaction)
                try await plan.save(saving)
                let change = try await transaction.storePlan(plan.items, of: stage.name, in: run.id)
                if run.epoch > 1 { saving.post(.status(phase: stage.name.rawValue, change.summary)) }
                _ = try await transaction.completeItems([claim.itemID])
                try await saving.flush()
                try await transaction.notifyWorkers(of: run.id)
            }
        } catch {
            try await settle(claim, of: stage, error, journal: journal)
        }
    }

    /// Several results together added items; saved one by one, each is the parent of its own.
    private struct AmbiguousParent: Error {}

    /// Saves results together; if that fails, one by one, so that one bad result takes no other with it.
    func save(_ performed: [PerformedItem], of stage: AnyStage) async throws {
        guard !performed.isEmpty else { return }
        do {
            try await saveTogether(performed, of: stage)
        } catch  where error.isDatabaseFailure {
            throw error
        } catch {
            if let only = performed.first, performed.count == 1 {
                return try await settle(only.claim, of: stage, error, journal: only.journal)
            }
            for result in performed { try await save([result], of: stage) }
        }
    }

    private func saveTogether(_ performed: [PerformedItem], of stage: AnyStage) async throws {
        let isMoreReady = try await transaction { transaction in
            let valid = try await transaction.lockValid(performed.map(\.claim))
            let results = performed.filter { valid.contains($0.claim.itemID) }
            guard !results.isEmpty else { return false }
            let saving = StageTransaction(run: run, stage: stage.name, database: transaction)
            let added = try await stage.save(results, saving)
            if !added.isEmpty {
                guard let parent = results.first?.claim.itemID, results.count == 1 else { throw AmbiguousParent() }
                try await transaction.addItems(added, of: stage.name, in: run.id, parent: parent)
            }
            try await transaction.storeJournals(of: results, in: run, worker: lock.number)
            // Late: items that wait for many are locked from here on, and others that save wait for them.
            let released = try await transaction.completeItems(results.map(\.claim.itemID))
            try await saving.flush()
            return released > 0 || !added.isEmpty
        }
        // They would find it within a second without being told.
        if isMoreReady { try? await engine.pool.hintWorkers(of: run.id) }
    }

    /// Gives an item back whose work was cut short because this worker stops; records any other failure.
    private func settle(_ claim: Claim, of stage: AnyStage, _ error: any Error, journal: Journal) async throws {
        if error.isDatabaseFailure { throw error }
        if error is CancellationError, Task.isCancelled || stop.isRequested { return try await giveBack([claim]) }
        let failure = ItemFailure(describing: error)
        // In a task of its own: a worker that is just stopping records what it knows.
        try await Task { try await fail(claim, of: stage, failure, journal: journal) }.value
    }

    /// Records a failure: the item is tried again later, or given up together with what waits for it.
    private func fail(_ claim: Claim, of stage: AnyStage, _ failure: ItemFailure, journal: Journal) async throws {
        let policy = engine.settings.retries
        try await transaction { transaction in
            let stored = StoredFailure(failure)
            if policy.retries(after: claim.attempt, failure.disposition) {
                let delay = policy.delay(after: claim.attempt, jitter: Double.random(in: 0...1))
                _ = try await transaction.retryItem(claim, after: delay, failure: stored)
                return
            }
            let (isValid, blocked) = try await transaction.buryItem(claim, failure: stored)
            guard isValid else { return }
            try await transaction.storeFailedJournal(journal, of: claim, failure, in: run, worker: lock.number)
            let event = Event.error(
                phase: stage.name.rawValue, failure.message,
                subject: failure.subject ?? (claim.isPlanning ? nil : claim.key), remedy: failure.remedy,
                at: failure.location, more: ["blocked": .integer(blocked)])
            try await transaction.storeEvents([event], adding: [:], to: run.id)
        }
    }

    /// Makes items ready again; also when this task is cancelled, so in a task that is not.
    private func giveBack(_ claims: [Claim]) async throws {
        let pool = engine.pool
        try await Task {
            for claim in claims { try await pool.giveBack(claim) }
        }.value
    }

    /// A transaction on claimed items, begun again after a deadlock and on another connection: the claim's token sees
    /// to it that nothing is done twice.
    private func transaction<Result: Sendable>(
        _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        try await engine.pool.retryingTransaction(survivesConnectionLoss: true, body)
    }
}

extension PlanChange {
    /// What changed, for people: `12 to do, 3 of them again, 120 kept`.
    var summary: String {
        var parts = ["\(added + redone + waiting) to do"]
        if redone > 0 { parts.append("\(redone) of them again because their input changed or their result is gone") }
        if kept > 0 { parts.append("\(kept) kept") }
        if removed > 0 { parts.append("\(removed) no longer needed") }
        return parts.joined(separator: ", ")
    }
}
