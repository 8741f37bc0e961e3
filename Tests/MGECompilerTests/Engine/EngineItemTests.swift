import Foundation
import MGECore
import MGEPostgres
import Testing

@testable import MGECompiler

/// How items of a stage are ordered, tried again, given up, saved together, and added.
@Suite
struct EngineItemTests {
    @Test
    func dependenciesComeFirst() async throws {
        let log = Log()
        let stage = ScriptedStage<First>(
            planning: { _ in
                [
                    planned("d", after: ["b", "c"]), planned("c", after: ["a"]), planned("b", after: ["a"]),
                    planned("a"),
                ]
            },
            saving: { results, _ in
                for result in results { log.note(result.key) }
                return []
            })
        try await EngineFixture.with { fixture in
            let (_, outcome) = try await fixture.run(RunKind(name: "k", stages: [AnyStage(stage)]))
            #expect(outcome == .ended(.succeeded))
            #expect(log.all.first == "a")
            #expect(log.all.last == "d")
            #expect(log.all.count == 4)
        }
    }

    @Test
    func whatIsIndependentOfAFailureIsDone() async throws {
        let stage = ScriptedStage<First>(
            planning: { _ in
                [planned("bad"), planned("b", after: ["bad"]), planned("c", after: ["b"]), planned("good")]
            },
            performing: { item, _ in
                if item.text == "bad" {
                    throw ItemFailure("it is bad", remedy: "mend it", disposition: .leaveItem, cause: .validation)
                }
                return item.text
            })
        try await EngineFixture.with { fixture in
            let (id, outcome) = try await fixture.run(RunKind(name: "k", stages: [AnyStage(stage)]))
            #expect(outcome == .ended(.partial))
            let states = try await fixture.states(of: id)
            #expect(states == ["bad": "dead", "b": "blocked", "c": "blocked", "good": "done"])
            let errors = try await fixture.events(of: id, type: "error")
            #expect(errors.map { $0["message"] } == [.string("it is bad")])
            #expect(errors.map { $0["blocked"] } == [.integer(2)])
        }
    }

    @Test
    func aFailureThatStopsTheRunIsToldWithCauseAndRemedy() async throws {
        let first = ScriptedStage<First>(
            planning: { _ in [planned("bad"), planned("good")] },
            performing: { item, _ in
                if item.text == "bad" { throw ItemFailure("no", remedy: "yes", cause: .environment) }
                return item.text
            })
        let second = ScriptedStage<Second>(planning: { _ in [planned("never")] })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(first), AnyStage(second)])
            let (id, outcome) = try await fixture.run(kind)
            #expect(outcome == .ended(.failed))
            #expect(try await fixture.states(of: id) == ["bad": "dead", "good": "done"])
            #expect(try await fixture.states(of: id, "second").isEmpty)
            let failure = try await fixture.pool.run(id)?.failure
            #expect(
                failure
                    == RunFailure(
                        stage: "first", item: "bad", message: "no", remedy: "yes", failedItems: 1, cause: .environment))
        }
    }

    @Test
    func transientFailuresAreTriedAgainAfterADelay() async throws {
        let log = Log()
        let stage = ScriptedStage<First>(
            planning: { _ in [planned("a")] },
            performing: { item, context in
                log.note("attempt \(context.attempt)")
                if context.attempt < 3 { throw ItemFailure("not yet", disposition: .retry) }
                return item.text
            })
        try await EngineFixture.with { fixture in
            let (id, outcome) = try await fixture.run(RunKind(name: "k", stages: [AnyStage(stage)]))
            #expect(outcome == .ended(.succeeded))
            #expect(log.all == ["attempt 1", "attempt 2", "attempt 3"])
            let waited = try await fixture.pool.firstRow(
                "SELECT started_at >= not_before AND not_before > created_at FROM work_items WHERE run_id = \(id) AND key = 'a'",
                as: Bool.self)
            #expect(waited == true)
        }
    }

    @Test
    func anItemThatFailsTooOftenIsGivenUpAndTheRestGoesOn() async throws {
        let log = Log()
        let stage = ScriptedStage<First>(
            planning: { _ in [planned("a"), planned("b")] },
            performing: { item, _ in
                log.note(item.text)
                if item.text == "a" { throw ItemFailure("never", disposition: .retry) }
                return item.text
            })
        try await EngineFixture.with { fixture in
            let (id, outcome) = try await fixture.run(RunKind(name: "k", stages: [AnyStage(stage)]))
            #expect(outcome == .ended(.partial))
            #expect(log.count("a") == 3)
            #expect(try await fixture.states(of: id) == ["a": "dead", "b": "done"])
        }
    }

    @Test
    func aCancellationThatNobodyAskedForIsAFailure() async throws {
        let stage = ScriptedStage<First>(
            planning: { _ in [planned("a")] }, performing: { _, _ in throw CancellationError() })
        try await EngineFixture.with { fixture in
            let (_, outcome) = try await fixture.run(RunKind(name: "k", stages: [AnyStage(stage)]))
            #expect(outcome == .ended(.partial))
        }
    }

    @Test
    func oneBadResultTakesNoOtherOfItsBatchWithIt() async throws {
        let sizes = Log()
        let stage = ScriptedStage<First>(
            batchSize: 10, planning: { _ in (0..<20).map { planned("i\($0)") } },
            saving: { results, transaction in
                sizes.note("\(results.count)")
                for result in results {
                    // A statement that fails aborts the whole transaction.
                    let divisor = result.key == "i7" ? 0 : 1
                    _ = try await transaction.database.rows("SELECT 1 / \(divisor)", as: Int.self)
                    transaction.post(Event("saved", ["key": .string(result.key)]))
                }
                return []
            })
        try await EngineFixture.with(concurrency: 1) { fixture in
            let (id, outcome) = try await fixture.run(RunKind(name: "k", stages: [AnyStage(stage)]))
            #expect(outcome == .ended(.failed))
            #expect(sizes.count("10") == 2)
            let states = try await fixture.states(of: id)
            #expect(states.filter { $0.value != "done" } == ["i7": "dead"])
            let saved = try await fixture.events(of: id, type: "saved").compactMap { $0["key"] }
            #expect(Set(saved).count == 19)
            #expect(saved.count == 19)
        }
    }

    @Test(arguments: [1, 8])
    func savesAddItems(batch: Int) async throws {
        let stage = ScriptedStage<First>(
            batchSize: batch, planning: { _ in (0..<6).map { planned("i\($0)") } },
            saving: { results, _ in
                results.filter { $0.key.utf8.count < 4 }.flatMap { result in
                    [planned(result.key + ".a"), planned(result.key + ".b", after: [result.key + ".a", "i0"])]
                }
            })
        try await EngineFixture.with { fixture in
            let (id, outcome) = try await fixture.run(RunKind(name: "k", stages: [AnyStage(stage)]))
            #expect(outcome == .ended(.succeeded))
            let completions = try await fixture.completions(of: id)
            #expect(completions.count == 18)
            #expect(completions.values.allSatisfy { $0 == 1 })
        }
    }

    @Test
    func anItemAddedAfterADeadOneIsBlocked() async throws {
        let stage = ScriptedStage<First>(
            planning: { _ in [planned("bad"), planned("stuck", after: ["bad"]), planned("adder")] },
            performing: { item, _ in
                if item.text == "bad" { throw ItemFailure("no", disposition: .leaveItem) }
                return item.text
            },
            saving: { results, _ in
                guard results.contains(where: { $0.key == "adder" }) else { return [] }
                return [planned("x", after: ["bad"]), planned("y", after: ["stuck"])]
            })
        try await EngineFixture.with(concurrency: 1) { fixture in
            let (id, outcome) = try await fixture.run(RunKind(name: "k", stages: [AnyStage(stage)]))
            #expect(outcome == .ended(.partial))
            let states = try await fixture.states(of: id)
            #expect(states == ["bad": "dead", "stuck": "blocked", "adder": "done", "x": "blocked", "y": "blocked"])
        }
    }

    @Test(arguments: ["taken", "missing", "circle"], [1, 8])
    func addingNonsenseFailsTheItemAndNotTheProcess(mistake: String, batch: Int) async throws {
        let stage = ScriptedStage<First>(
            batchSize: batch, planning: { _ in [planned("a"), planned("b")] },
            saving: { results, _ in
                // Single items too are saved together when they end at the same moment.
                guard results.contains(where: { $0.key == "b" }) else { return [] }
                return switch mistake {
                case "taken": [planned("a")]
                case "missing": [planned("c", after: ["nowhere"])]
                default: [planned("c", after: ["d"]), planned("d", after: ["c"])]
                }
            })
        try await EngineFixture.with { fixture in
            let (id, outcome) = try await fixture.run(RunKind(name: "k", stages: [AnyStage(stage)]))
            #expect(outcome == .ended(.failed))
            #expect(try await fixture.states(of: id) == ["a": "done", "b": "dead"])
        }
    }

    @Test(arguments: [
        [planned("a"), planned("a")], [planned("a", after: ["b"])],
        [planned("a", after: ["b"]), planned("b", after: ["a"])],
    ])
    func aPlanThatContradictsItselfFailsTheRun(plan: [Planned<ScriptedItem>]) async throws {
        let stage = ScriptedStage<First>(planning: { _ in plan })
        try await EngineFixture.with { fixture in
            let (id, outcome) = try await fixture.run(RunKind(name: "k", stages: [AnyStage(stage)]))
            #expect(outcome == .ended(.failed))
            let failure = try await fixture.pool.run(id)?.failure
            #expect(failure?.item == nil)
            #expect(failure?.message.hasPrefix("the items can't be put in an order") == true)
        }
    }

    @Test
    func aStageWithoutItemsIsDone() async throws {
        let first = ScriptedStage<First>(planning: { _ in [] })
        let second = ScriptedStage<Second>(planning: { _ in [planned("a")] })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(first), AnyStage(second)])
            let (id, outcome) = try await fixture.run(kind)
            #expect(outcome == .ended(.succeeded))
            #expect(try await fixture.states(of: id, "second") == ["a": "done"])
        }
    }
}
