import Foundation
import MGECore
import MGEPostgres
import Synchronization
import Testing

@testable import MGECompiler

/// What planning a run again keeps, does again, and removes.
@Suite
struct EngineResumeTests {
    @Test
    func onlyWhatChangedIsDoneAgain() async throws {
        let digest = Mutex("1")
        let keys = Mutex(["a", "b", "c"])
        let log = Log()
        let stage = ScriptedStage<First>(
            planning: { _ in
                keys.withLock { $0 }.map { planned($0, $0 == "b" ? digest.withLock { $0 } : "1") }
            },
            performing: { item, _ in
                log.note(item.text)
                return item.text
            })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(stage)])
            let (id, _) = try await fixture.run(kind)
            #expect(try await fixture.engine(kind).work(on: id, until: StopSignal()) == .ended(.succeeded))
            #expect(log.all.sorted() == ["a", "b", "c"])
            digest.withLock { $0 = "2" }
            keys.withLock { $0 = ["a", "b", "d"] }
            #expect(try await fixture.engine(kind).work(on: id, until: StopSignal()) == .ended(.succeeded))
            #expect(log.all.sorted() == ["a", "b", "b", "c", "d"])
            #expect(try await fixture.completions(of: id) == ["a": 1, "b": 2, "d": 1])
            let told = try await fixture.events(of: id, type: "status").compactMap { $0["message"] }
            let change = PlanChange(added: 1, redone: 1, kept: 1, removed: 1)
            #expect(told.contains(.string(change.summary)))
        }
    }

    @Test
    func theChildrenOfARedoneItemAreAddedAnew() async throws {
        let digest = Mutex("1")
        let stage = ScriptedStage<First>(
            planning: { _ in [planned("a", digest.withLock { $0 }), planned("b")] },
            saving: { results, _ in results.filter { $0.key.utf8.count == 1 }.map { planned($0.key + ".x") } })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(stage)])
            let (id, _) = try await fixture.run(kind)
            let before = try await fixture.pool.rows(
                "SELECT key, item_id FROM work_items WHERE run_id = \(id) AND key LIKE '%.x' ORDER BY key",
                as: (String, Int64).self)
            digest.withLock { $0 = "2" }
            #expect(try await fixture.engine(kind).work(on: id, until: StopSignal()) == .ended(.succeeded))
            let after = try await fixture.pool.rows(
                "SELECT key, item_id FROM work_items WHERE run_id = \(id) AND key LIKE '%.x' ORDER BY key",
                as: (String, Int64).self)
            #expect(after.map(\.0) == ["a.x", "b.x"])
            #expect(after.first?.1 != before.first?.1)
            #expect(after.last?.1 == before.last?.1)
            #expect(try await fixture.completions(of: id) == ["a": 2, "a.x": 1, "b": 1, "b.x": 1])
        }
    }

    @Test(arguments: [false, true])
    func deadItemsAreTriedAgainWhenAskedFor(isAdded: Bool) async throws {
        let isMended = Mutex(false)
        let stage = ScriptedStage<First>(
            planning: { _ in isAdded ? [planned("p")] : [planned("p"), planned("a"), planned("b", after: ["a"])] },
            performing: { item, _ in
                if item.text == "a", !isMended.withLock({ $0 }) { throw ItemFailure("no", disposition: .leaveItem) }
                return item.text
            },
            saving: { results, _ in
                isAdded && results.contains { $0.key == "p" } ? [planned("a"), planned("b", after: ["a"])] : []
            })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(stage)])
            let (id, outcome) = try await fixture.run(kind)
            #expect(outcome == .ended(.partial))
            isMended.withLock { $0 = true }
            let engine = fixture.engine(kind)
            #expect(try await engine.work(on: id, until: StopSignal()) == .ended(.partial))
            let options = ResumeOptions(retriesDead: true)
            #expect(try await engine.work(on: id, options, until: StopSignal()) == .ended(.succeeded))
            #expect(try await fixture.completions(of: id) == ["p": 1, "a": 1, "b": 1])
        }
    }

    @Test(arguments: [ItemFailure.Cause.input, .environment, .validation, .other])
    func whatTheMachineWasToBlameForIsTriedAgainByAnyResume(cause: ItemFailure.Cause) async throws {
        let isMended = Mutex(false)
        let stage = ScriptedStage<First>(
            planning: { _ in [planned("a"), planned("b", after: ["a"])] },
            performing: { item, _ in
                if !isMended.withLock({ $0 }) { throw ItemFailure("no", cause: cause) }
                return item.text
            })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(stage)])
            let (id, outcome) = try await fixture.run(kind)
            #expect(outcome == .ended(.failed))
            let keepsDead = try await fixture.pool.keepsDeadItems(in: id)
            #expect(keepsDead == (cause != .environment))
            isMended.withLock { $0 = true }
            let resumed = try await fixture.engine(kind).work(on: id, until: StopSignal())
            #expect(resumed == .ended(keepsDead ? .failed : .succeeded))
        }
    }

    @Test
    func aPlanThatFailedIsMadeAgainByAnyResume() async throws {
        let isMended = Mutex(false)
        let stage = ScriptedStage<First>(
            planning: { _ in
                if !isMended.withLock({ $0 }) { throw ItemFailure("no") }
                return [planned("a")]
            })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(stage)])
            let (id, outcome) = try await fixture.run(kind)
            #expect(outcome == .ended(.failed))
            #expect(try await !fixture.pool.keepsDeadItems(in: id))
            isMended.withLock { $0 = true }
            #expect(try await fixture.engine(kind).work(on: id, until: StopSignal()) == .ended(.succeeded))
        }
    }

    @Test
    func aDeadItemWhoseInputChangesReleasesWhatItBlocked() async throws {
        let digest = Mutex("1")
        let stage = ScriptedStage<First>(
            planning: { _ in [planned("a", digest.withLock { $0 }), planned("b", after: ["a"])] },
            performing: { item, _ in
                if item.text == "a", digest.withLock({ $0 }) == "1" { throw ItemFailure("no") }
                return item.text
            })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(stage)])
            let (id, outcome) = try await fixture.run(kind)
            #expect(outcome == .ended(.failed))
            digest.withLock { $0 = "2" }
            #expect(try await fixture.engine(kind).work(on: id, until: StopSignal()) == .ended(.succeeded))
            #expect(try await fixture.completions(of: id) == ["a": 1, "b": 1])
            #expect(try await fixture.pool.run(id)?.failure == nil)
        }
    }

    @Test
    func whatSucceededIsPlannedAgainOnlyIfSomethingMayHaveChanged() async throws {
        let isIntact = Mutex(true)
        let plans = Log()
        func kind(_ resources: String) -> RunKind {
            let stage = ScriptedStage<First>(planning: { _ in
                plans.note(resources)
                return [planned("a")]
            })
            return RunKind(
                name: "k", stages: [AnyStage(stage)], resources: SHA256Digest(of: resources),
                isIntact: { _, _ in isIntact.withLock { $0 } })
        }
        try await EngineFixture.with { fixture in
            let (id, outcome) = try await fixture.run(kind("old"))
            #expect(outcome == .ended(.succeeded))
            let engine = fixture.engine(kind("old"))
            #expect(try await engine.work(on: id, until: StopSignal()) == .unchanged)
            #expect(try await fixture.pool.run(id)?.epoch == 1)
            #expect(plans.all == ["old"])

            let again = ResumeOptions(from: First.name)
            #expect(try await engine.work(on: id, again, until: StopSignal()) == .ended(.succeeded))
            isIntact.withLock { $0 = false }
            #expect(try await engine.work(on: id, until: StopSignal()) == .ended(.succeeded))
            isIntact.withLock { $0 = true }
            let newer = fixture.engine(kind("new"))
            #expect(try await newer.work(on: id, until: StopSignal()) == .ended(.succeeded))
            #expect(try await newer.work(on: id, until: StopSignal()) == .unchanged)
            #expect(plans.all == ["old", "old", "old", "new"])
        }
    }

    @Test
    func stagesAreDoneAgainFromTheOneThatIsNamed() async throws {
        let log = Log()
        let first = ScriptedStage<First>(
            planning: { _ in [planned("a")] },
            performing: { item, _ in
                log.note("first")
                return item.text
            })
        let second = ScriptedStage<Second>(
            planning: { _ in [planned("a")] },
            performing: { item, _ in
                log.note("second")
                return item.text
            })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(first), AnyStage(second)])
            let (id, _) = try await fixture.run(kind)
            let options = ResumeOptions(from: "second")
            let engine = fixture.engine(kind)
            #expect(try await engine.work(on: id, options, until: StopSignal()) == .ended(.succeeded))
            #expect(log.all == ["first", "second", "second"])
            await #expect(throws: EngineError.self) {
                try await engine.work(on: id, ResumeOptions(from: "nowhere"), until: StopSignal())
            }
        }
    }

    @Test
    func anotherToolchainPlansAgain() async throws {
        let stage = ScriptedStage<First>(planning: { _ in [planned("a")] })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(stage)], resources: SHA256Digest(of: "old"))
            let id = try await fixture.submit(kind)
            let stop = StopSignal()
            stop.request()
            #expect(try await fixture.engine(kind).work(on: id, until: stop) == .interrupted)
            let other = RunKind(name: "k", stages: [AnyStage(stage)], resources: SHA256Digest(of: "new"))
            #expect(try await fixture.engine(other).work(on: id, until: StopSignal()) == .ended(.succeeded))
            #expect(try await fixture.pool.run(id)?.epoch == 2)
            let told = try await fixture.events(of: id, type: "status").compactMap { $0["phase"] }
            #expect(told.contains(.string("resume")))
        }
    }

    @Test
    func stagesMayBeAddedRemovedAndReordered() async throws {
        let stage = AnyStage(ScriptedStage<First>(planning: { _ in [planned("a")] }))
        let second = AnyStage(ScriptedStage<Second>(planning: { _ in [planned("b")] }))
        let third = AnyStage(ScriptedStage<Third>(planning: { _ in [planned("c")] }))
        try await EngineFixture.with { fixture in
            let (id, _) = try await fixture.run(RunKind(name: "k", stages: [stage, second]))
            let changed = RunKind(name: "k", stages: [third, stage])
            #expect(try await fixture.engine(changed).work(on: id, until: StopSignal()) == .ended(.succeeded))
            let names = try await fixture.pool.rows(
                "SELECT name FROM stages WHERE run_id = \(id) ORDER BY ordinal", as: String.self)
            #expect(names == ["third", "first"])
            #expect(try await fixture.completions(of: id) == ["a": 1])
        }
    }

    @Test
    func anItemThatIsSupersededWhileSomebodyHoldsItIsNotSavedByThem() async throws {
        let digest = Mutex("1")
        let (begun, gate) = (Gate(), Gate())
        let saved = Log()
        let stage = ScriptedStage<First>(
            planning: { _ in [planned("a", digest.withLock { $0 })] },
            performing: { item, context in
                guard digest.withLock({ $0 }) == "1" else { return "new" }
                begun.open()
                try await gate.pass()
                return "old"
            },
            saving: { results, _ in
                for result in results { saved.note(result.output) }
                return []
            })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(stage)])
            let id = try await fixture.submit(kind)
            let engine = fixture.engine(kind)
            async let slow = engine.work(on: id, until: StopSignal())
            try await begun.pass()
            digest.withLock { $0 = "2" }
            let options = ResumeOptions(retriesDead: true)
            #expect(try await engine.work(on: id, options, until: StopSignal()) == .ended(.succeeded))
            gate.open()
            #expect(try await slow == .ended(.succeeded))
            #expect(saved.all == ["new"])
            #expect(try await fixture.completions(of: id) == ["a": 1])
        }
    }
}
