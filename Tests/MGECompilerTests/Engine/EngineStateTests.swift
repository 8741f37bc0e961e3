import Foundation
import MGECore
import MGEPostgres
import Synchronization
import Testing

@testable import MGECompiler

/// How runs change their states: approval, cancellation, interruption, and what others do meanwhile.
@Suite
struct EngineStateTests {
    private func gated() -> RunKind {
        RunKind(
            name: "k",
            stages: [
                AnyStage(ScriptedStage<First>(planning: { _ in [planned("a")] })),
                AnyStage(ScriptedStage<Second>(planning: { _ in [planned("b")] })),
            ], gates: ["first"])
    }

    @Test
    func aGateWaitsForApproval() async throws {
        try await EngineFixture.with { fixture in
            let (id, outcome) = try await fixture.run(gated())
            #expect(outcome == .awaitingApproval)
            let engine = fixture.engine(gated())
            #expect(try await engine.work(on: id, until: StopSignal()) == .awaitingApproval)
            #expect(try await fixture.states(of: id, "second").isEmpty)
            try await engine.approve(id)
            #expect(try await fixture.pool.run(id)?.state == .queued)
            #expect(try await engine.work(on: id, until: StopSignal()) == .ended(.succeeded))
            #expect(try await fixture.pool.run(id)?.epoch == 1)
        }
    }

    @Test
    func anApprovalInAdvanceOpensTheGate() async throws {
        try await EngineFixture.with { fixture in
            let id = try await fixture.submit(gated())
            let options = ResumeOptions(approves: true)
            #expect(try await fixture.engine(gated()).work(on: id, options, until: StopSignal()) == .ended(.succeeded))
        }
    }

    @Test
    func ofManyApprovalsAtOnceOneWins() async throws {
        try await EngineFixture.with { fixture in
            let (id, _) = try await fixture.run(gated())
            let engine = fixture.engine(gated())
            let refusals = try await withThrowingTaskGroup(of: EngineError?.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        do {
                            try await engine.approve(id)
                            return nil
                        } catch let error as EngineError {
                            return error
                        }
                    }
                }
                return try await group.reduce(into: [String]()) { if let error = $1 { $0.append("\(error)") } }
            }
            let told = "run \(id.uuidString.lowercased()) can't be approved: it is queued"
            #expect(refusals == Array(repeating: told, count: 5))
            let events = try await fixture.events(of: id, type: "status").filter {
                $0["message"] == .string("approved")
            }
            #expect(events.count == 1)
        }
    }

    @Test
    func cancellingStopsAWorkerInTheMiddleOfAnItem() async throws {
        let (begun, never) = (Gate(), Gate())
        let stage = ScriptedStage<First>(
            planning: { _ in [planned("a"), planned("b", after: ["a"])] },
            performing: { item, _ in
                begun.open()
                try await never.pass()
                return item.text
            })
        try await EngineFixture.with { fixture in
            let concluded = Log()
            let kind = RunKind(name: "k", stages: [AnyStage(stage)]) { state, _, _ in
                concluded.note("\(state)")
                return state
            }
            let id = try await fixture.submit(kind)
            let engine = fixture.engine(kind)
            let outcome = Task { try await engine.work(on: id, until: StopSignal()) }
            try await begun.pass()
            try await engine.cancel(id)
            #expect(try await outcome.value == .ended(.cancelled))
            #expect(try await fixture.states(of: id) == ["a": "cancelled", "b": "cancelled"])
            #expect(concluded.all == ["cancelled"])
            await #expect(throws: EngineError.self) { try await engine.cancel(id) }
            await #expect(throws: EngineError.self) { try await engine.work(on: id, until: StopSignal()) }
            await #expect(throws: EngineError.self) { try await engine.approve(id) }
        }
    }

    @Test
    func aDeletedRunEndsItsWorkerWithAClearError() async throws {
        let (begun, never) = (Gate(), Gate())
        let stage = ScriptedStage<First>(
            planning: { _ in [planned("a")] },
            performing: { item, _ in
                begun.open()
                try await never.pass()
                return item.text
            })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(stage)])
            let id = try await fixture.submit(kind)
            let engine = fixture.engine(kind)
            let outcome = Task { try await engine.work(on: id, until: StopSignal()) }
            try await begun.pass()
            try await fixture.pool.execute("DELETE FROM runs WHERE run_id = \(id)")
            await #expect(throws: EngineError.self) { try await outcome.value }
        }
    }

    @Test
    func aWorkerWithAnotherToolchainLeavesTheRunToTheNewerOne() async throws {
        let (begun, never) = (Gate(), Gate())
        let isOld = Mutex(true)
        let stage = ScriptedStage<First>(
            planning: { _ in [planned("a")] },
            performing: { item, _ in
                guard isOld.withLock({ $0 }) else { return item.text }
                begun.open()
                try await never.pass()
                return item.text
            })
        try await EngineFixture.with { fixture in
            let old = RunKind(name: "k", stages: [AnyStage(stage)], resources: SHA256Digest(of: "old"))
            let new = RunKind(name: "k", stages: [AnyStage(stage)], resources: SHA256Digest(of: "new"))
            let id = try await fixture.submit(old)
            let engine = fixture.engine(old)
            let outcome = Task { try await engine.work(on: id, until: StopSignal()) }
            try await begun.pass()
            isOld.withLock { $0 = false }
            #expect(try await fixture.engine(new).work(on: id, until: StopSignal()) == .ended(.succeeded))
            await #expect(throws: EngineError.self) { try await outcome.value }
            #expect(try await fixture.completions(of: id) == ["a": 1])
        }
    }

    @Test
    func anInterruptedWorkerFinishesWhatItHasBegun() async throws {
        let (begun, gate) = (Gate(), Gate())
        let stage = ScriptedStage<First>(
            planning: { _ in [planned("a"), planned("b", after: ["a"])] },
            performing: { item, _ in
                begun.open()
                try await gate.pass()
                return item.text
            })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(stage)])
            let id = try await fixture.submit(kind)
            let stop = StopSignal()
            let engine = fixture.engine(kind)
            let outcome = Task { try await engine.work(on: id, until: stop) }
            try await begun.pass()
            stop.request()
            gate.open()
            #expect(try await outcome.value == .interrupted)
            #expect(try await fixture.states(of: id) == ["a": "done", "b": "ready"])
            #expect(try await fixture.pool.run(id)?.state == .running)
        }
    }

    @Test(arguments: [true, false])
    func aConclusionThatFailsEndsTheRun(inStage: Bool) async throws {
        let stage = ScriptedStage<First>(
            planning: { _ in [planned("a")] },
            completing: { transaction in
                if inStage { _ = try await transaction.database.rows("SELECT 1 / 0", as: Int.self) }
            })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(stage)]) { state, _, _ in
                if state == .succeeded { throw ItemFailure("no end", remedy: "mend it", cause: .environment) }
                return state
            }
            let (id, outcome) = try await fixture.run(kind)
            #expect(outcome == .ended(.failed))
            let failure = try await fixture.pool.run(id)?.failure
            #expect(failure?.stage == "first")
            #expect(failure?.message.contains(inStage ? "division by zero" : "no end") == true)
        }
    }

    @Test
    func whatAConclusionDecidesIsTheState() async throws {
        let stage = AnyStage(ScriptedStage<First>(planning: { _ in [planned("a")] }))
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [stage]) { _, _, _ in .paused }
            let (id, outcome) = try await fixture.run(kind)
            #expect(outcome == .ended(.paused))
            let other = RunKind(name: "k", stages: [stage])
            #expect(try await fixture.engine(other).work(on: id, until: StopSignal()) == .ended(.succeeded))
        }
    }

    @Test
    func runsOfTwoKindsShareADatabase() async throws {
        let one = RunKind(
            name: "one", stages: [AnyStage(ScriptedStage<First>(planning: { _ in [planned("a"), planned("b")] }))])
        let two = RunKind(name: "two", stages: [AnyStage(ScriptedStage<First>(planning: { _ in [planned("a")] }))])
        try await EngineFixture.with { fixture in
            let (first, second) = (try await fixture.submit(one), try await fixture.submit(two))
            let engine = fixture.engine(one, two)
            async let left = engine.work(on: first, until: StopSignal())
            async let right = engine.work(on: second, until: StopSignal())
            #expect(try await left == .ended(.succeeded))
            #expect(try await right == .ended(.succeeded))
            #expect(try await fixture.completions(of: second) == ["a": 1])
            await #expect(throws: EngineError.self) {
                try await fixture.engine(two).work(on: first, until: StopSignal())
            }
            await #expect(throws: EngineError.self) { try await engine.work(on: UUID(), until: StopSignal()) }
        }
    }

    @Test
    func workerNumbersBeginAnewBesideWorkersThatHoldThem() async throws {
        let stage = AnyStage(ScriptedStage<First>(planning: { _ in [planned("a")] }))
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [stage])
            let id = try await fixture.submit(kind)
            let held = try await WorkerLock.acquire(on: fixture.pool.configuration, for: id)
            _ = try await fixture.pool.rows(
                "SELECT setval('worker_numbers', \(Int(held.number)), false)", as: Int.self)
            #expect(try await fixture.engine(kind).work(on: id, until: StopSignal()) == .ended(.succeeded))
            await held.release()
        }
    }

    @Test
    func aWorkerThatCannotListenPolls() async throws {
        let stage = AnyStage(ScriptedStage<First>(planning: { _ in [planned("a"), planned("b", after: ["a"])] }))
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [stage])
            let id = try await fixture.submit(kind)
            let begun = Gate()
            let slow = ScriptedStage<First>(
                planning: { _ in [planned("a"), planned("b", after: ["a"])] },
                performing: { item, context in
                    try await context.store.execute(
                        """
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE datname = current_database() AND query ILIKE 'listen%' AND pid <> pg_backend_pid()
                        """)
                    begun.open()
                    return item.text
                })
            let other = RunKind(name: "k", stages: [AnyStage(slow)])
            #expect(try await fixture.engine(other).work(on: id, until: StopSignal()) == .ended(.succeeded))
        }
    }
}
