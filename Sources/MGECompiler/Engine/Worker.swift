import Foundation
import MGECore
import MGEPostgres
import Synchronization

/// One process's work on one run: claims items while there are any, and waits for others otherwise.
struct Worker: Sendable {
    let engine: Engine
    let run: Run
    let kind: RunKind
    let lock: WorkerLock
    let stop: StopSignal

    /// Works until the run ends, waits for approval, or somebody asks to stop.
    func work() async throws -> WorkOutcome {
        let slots = WorkSlots(count: engine.settings.concurrency)
        let outcome = try await withThrowingTaskGroup(of: Void.self, returning: WorkOutcome.self) { group in
            let beats = QueueTaskExecutor(label: "mge.heartbeat")
            group.addTask(executorPreference: beats) { await slots.guarding { try await beat() } }
            group.addTask { await slots.guarding { try await listen(waking: slots) } }
            group.addTask { await slots.guarding { try await tick(waking: slots) } }
            stop.onRequest { slots.wake() }
            defer { group.cancelAll() }
            var stage: StageName?
            for await _ in slots.wakes {
                if let error = slots.failure { throw error }
                if stop.isRequested { return try await drain(slots, &group) }
                if let outcome = try await dispatch(&stage, slots, &group) { return outcome }
            }
            throw CancellationError()
        }
        return outcome
    }

    /// Claims items for the free slots, or takes the run's next step when there are none.
    private func dispatch(
        _ stage: inout StageName?, _ slots: WorkSlots, _ group: inout ThrowingTaskGroup<Void, any Error>
    ) async throws -> WorkOutcome? {
        while slots.free > 0, !stop.isRequested {
            if let current = stage, let entry = kind.stage(named: current) {
                let free = slots.free
                let claims = try await engine.pool.claimItems(
                    of: current, in: run.id, for: lock.number, limit: free * entry.batchSize,
                    lease: engine.settings.lease)
                if !claims.isEmpty {
                    for batch in claims.chunks(of: (claims.count + free - 1) / free) {
                        slots.occupy()
                        group.addTask {
                            await slots.guarding { try await perform(Array(batch), of: entry) }
                            slots.release()
                        }
                    }
                    continue
                }
                if slots.busy > 0 { return nil }
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

    /// Waits for what was begun, and gives back what is not done when the time for that is over.
    private func drain(
        _ slots: WorkSlots, _ group: inout ThrowingTaskGroup<Void, any Error>
    ) async throws -> WorkOutcome {
        let clock = ContinuousClock()
        let deadline = clock.now + engine.settings.grace
        for await _ in slots.wakes where slots.busy == 0 || clock.now >= deadline { break }
        return .interrupted
    }

    /// Lengthens this worker's leases until it is cancelled; on a queue of its own, so that a busy pool delays nothing.
    private func beat() async throws {
        while true {
            try await Task.sleep(for: engine.settings.heartbeat)
            try await lock.connection.extendLeases(of: lock.number, in: run.id, lease: engine.settings.lease)
        }
    }

    private func listen(waking slots: WorkSlots) async throws {
        let connection = try await PostgresConnection.connect(engine.configuration)
        do {
            try await connection.listen(to: workChannel)
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

    private func tick(waking slots: WorkSlots) async throws {
        while true {
            let reaped = try await engine.pool.reapLeases(in: run.id, policy: engine.settings.retries)
            if !reaped.isEmpty { slots.wake() }
            try await Task.sleep(for: engine.settings.poll)
            slots.wake()
        }
    }
}
