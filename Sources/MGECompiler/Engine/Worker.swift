import Foundation
import MGECore
import MGEPostgres

/// One process's work on one run: claims items while there are any, and waits for others otherwise.
struct Worker: Sendable {
    let engine: Engine
    let attached: AttachedRun
    let kind: RunKind
    let lock: WorkerLock
    let stop: StopSignal
    let pending = PendingResults()

    var run: Run { attached.value }

    /// Works until the run ends, waits for approval, or somebody asks to stop.
    func work() async throws -> WorkOutcome {
        let slots = WorkSlots(count: engine.settings.concurrency)
        return try await withThrowingDiscardingTaskGroup { group in
            let beats = QueueTaskExecutor(label: "mge.heartbeat")
            group.addTask(executorPreference: beats) { await slots.guarding { try await beat() } }
            group.addTask { await slots.guarding { try await listen(waking: slots) } }
            group.addTask { await slots.guarding { try await watch(waking: slots) } }
            stop.onRequest { slots.wake() }
            defer { group.cancelAll() }
            var stage: StageName?
            for await _ in slots.wakes {
                if let error = slots.failure { throw error }
                if let outcome = slots.outcome { return outcome }
                if stop.isRequested { return await drain(slots) }
                if let outcome = try await dispatch(&stage, slots, &group) { return outcome }
            }
            throw CancellationError()
        }
    }

    /// Claims items for the free slots, or takes the run's next step when there are none.
    private func dispatch(
        _ stage: inout StageName?, _ slots: WorkSlots, _ group: inout ThrowingDiscardingTaskGroup<any Error>
    ) async throws -> WorkOutcome? {
        while slots.free > 0, !stop.isRequested {
            if let current = stage, let entry = kind.stage(named: current) {
                let limit = entry.batchSize > 1 ? engine.settings.tinyConcurrency : slots.count
                let free = min(slots.free, limit - slots.busy)
                guard free > 0 else { return nil }
                let claims = try await claim(entry, limit: free * entry.batchSize)
                if !claims.isEmpty {
                    for batch in claims.chunks(of: (claims.count + free - 1) / free) {
                        start(Array(batch), of: entry, occupying: 1, slots, &group)
                    }
                    continue
                }
                if !slots.isIdle { return nil }
                let suspects = try await claim(entry, limit: 1, areSuspects: true)
                if !suspects.isEmpty {
                    start(suspects, of: entry, occupying: free, areSuspects: true, slots, &group)
                    return nil
                }
            }
            switch try await engine.advance(run.id) {
            case .working(let current):
                if current == stage { return nil }
                stage = current
            case .advanced: stage = nil
            case .awaitingApproval: return .awaitingApproval
            case .ended(let state): return .ended(state)
            }
        }
        return nil
    }

    private func claim(_ stage: AnyStage, limit: Int, areSuspects: Bool = false) async throws -> [Claim] {
        try await engine.pool.claimItems(
            of: stage.name, in: run.id, for: lock.number, limit: limit, lease: engine.settings.lease,
            suspicion: engine.settings.retries.suspicion, areSuspects: areSuspects)
    }

    private func start(
        _ claims: [Claim], of stage: AnyStage, occupying count: Int, areSuspects: Bool = false, _ slots: WorkSlots,
        _ group: inout ThrowingDiscardingTaskGroup<any Error>
    ) {
        slots.occupy(count)
        group.addTask {
            var unsaved: [PerformedItem] = []
            await slots.guarding {
                let performed = try await perform(claims, of: stage)
                if stage.batchSize > 1 || areSuspects { return try await save(performed, of: stage) }
                unsaved = performed
            }
            slots.release(count, keepingUnsaved: unsaved.count)
            if pending.add(unsaved) { await slots.guarding { try await savePending(slots) } }
        }
    }

    /// Saves results until none is left; meanwhile others are performed.
    private func savePending(_ slots: WorkSlots) async throws {
        while true {
            let results = pending.next()
            guard let name = results.first?.claim.stage, let stage = kind.stage(named: name) else { return }
            defer { slots.didSave(results.count) }
            try await save(results, of: stage)
        }
    }

    /// Waits for what was begun; what is not done in time is cancelled and given back when this returns.
    private func drain(_ slots: WorkSlots) async -> WorkOutcome {
        let clock = ContinuousClock()
        let deadline = clock.now + engine.settings.grace
        if slots.isIdle { return .interrupted }
        for await _ in slots.wakes where slots.isIdle || clock.now >= deadline { break }
        return .interrupted
    }

    /// Lengthens this worker's leases until it is cancelled; on a queue of its own, so that a busy pool delays nothing.
    private func beat() async throws {
        while true {
            try await Task.sleep(for: engine.settings.heartbeat)
            try await lock.connection.extendLeases(of: lock.number, in: run.id, lease: engine.settings.lease)
        }
    }

    /// Wakes the worker when somebody tells it to; without a connection to listen on, it is left to `watch`.
    private func listen(waking slots: WorkSlots) async throws {
        while true {
            do {
                try await listenOnce(waking: slots)
            } catch let error as PostgresError where error.isConnectionFailure {
                try await Task.sleep(for: .seconds(5))
            }
        }
    }

    private func listenOnce(waking slots: WorkSlots) async throws {
        let connection = try await PostgresConnection.connect(engine.configuration)
        do {
            try await connection.listen(to: workChannel)
            slots.wake()
            let name = run.id.uuidString.lowercased()
            while true {
                let notification = try await connection.nextNotification(timeout: .seconds(30))
                if notification?.payload == name { slots.wake() }
            }
        } catch {
            await connection.close()
            throw error
        }
    }

    /// Looks from time to time what others did to the run, and takes back void leases.
    private func watch(waking slots: WorkSlots) async throws {
        while true {
            // On the lock's connection, so that a worker that lost its lock ends rather than work for nothing.
            guard let pulse = try await lock.connection.pulse(of: run.id) else { throw EngineError.unknownRun(run.id) }
            if pulse.toolchain != kind.toolchain { throw EngineError.takenOver(run: run.id) }
            if pulse.state == .cancelled { slots.end(.ended(.cancelled)) }
            if pulse.epoch != run.epoch, let current = try await engine.pool.run(run.id) { attached.value = current }
            try await reap()
            slots.wake()
            try await Task.sleep(for: engine.settings.poll)
        }
    }

    private func reap() async throws {
        let failure = ItemFailure(
            "every process that worked on it ended without a word",
            remedy: "look into the kernel's log for a lack of memory, then resume the run",
            disposition: .leaveItem, cause: .environment)
        let policy = engine.settings.retries
        let runID = run.id
        try await engine.pool.retryingTransaction { transaction in
            let items = try await transaction.reapLeases(in: runID, policy: policy, failure: StoredFailure(failure))
            let events = items.filter(\.isDead).map { item in
                Event.error(
                    phase: item.stage.rawValue, failure.message, subject: item.key, remedy: failure.remedy,
                    more: ["blocked": .integer(item.blocked)])
            }
            if !events.isEmpty { try await transaction.storeEvents(events, adding: [:], to: runID) }
            if !items.isEmpty { try await transaction.notifyWorkers(of: runID) }
        }
    }
}
