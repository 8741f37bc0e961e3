import Foundation
import MGECore
import MGELayers
import MGEPostgres
import Testing

@testable import MGECompiler

@Suite struct MasterplanQueriesTests {
    @Test("gives back what was stored, in every column and as a value", arguments: [0, 1, 3, 4_500])
    func roundTrip(count: Int) async throws {
        try await LayersFixture.with { (fixture: LayersFixture) async throws in
            #expect(try await fixture.pool.masterplan(of: fixture.run.id) == nil)
            #expect(try await fixture.pool.renderingPlan(of: fixture.run.id) == nil)
            try await fixture.storePlan(tasks: count)
            let plan = LayersFixture.plan(tasks: count)
            #expect(try await fixture.pool.masterplan(of: fixture.run.id) == plan)
            #expect(try await fixture.pool.renderingPlan(of: fixture.run.id)?.tasks == plan.tasks)
            #expect(try await fixture.pool.taskCount(of: fixture.run.id) == count)
            let targets = try await fixture.pool.rows(
                "SELECT target_files FROM masterplan_tasks ORDER BY task_number", as: [String].self)
            #expect(targets == plan.tasks.map(\.targetFiles))
            #expect(try await fixture.count("SELECT count(*) FROM task_dependencies") == max(0, count - 1))
        }
    }

    @Test("a plan with fewer tasks takes the rows and files of the others with it")
    func fewer() async throws {
        try await LayersFixture.with { (fixture: LayersFixture) async throws in
            try await fixture.storePlan(tasks: 5)
            try await fixture.storeFiles([1: ["a": "1"], 4: ["d": "4"], 5: ["e": "5"]])
            try await fixture.storePlan(tasks: 3)
            #expect(try await fixture.pool.masterplan(of: fixture.run.id) == LayersFixture.plan(tasks: 3))
            #expect(try await fixture.count("SELECT count(*) FROM masterplan_tasks") == 3)
            #expect(try await fixture.count("SELECT count(*) FROM task_dependencies") == 2)
            #expect(try await fixture.count("SELECT total_tasks FROM masterplans") == 3)
            #expect(try await fixture.revisions == ["a@1=1"])
        }
    }

    @Test("storing a plan again keeps what its tasks have produced")
    func again() async throws {
        try await LayersFixture.with { (fixture: LayersFixture) async throws in
            try await fixture.storePlan(tasks: 2)
            try await fixture.storeFiles([1: ["a": "1"]])
            try await fixture.pool.execute("UPDATE masterplan_tasks SET llm_response = 'code' WHERE task_number = 1")
            try await fixture.storePlan(tasks: 3)
            #expect(try await fixture.revisions == ["a@1=1"])
            #expect(try await fixture.count("SELECT count(*) FROM masterplan_tasks WHERE llm_response = 'code'") == 1)
        }
    }

    @Test("a plan's status follows its run, whoever changes that, and no other run's")
    func status() async throws {
        try await LayersFixture.with { (fixture: LayersFixture) async throws in
            try await fixture.storePlan(tasks: 1)
            let other = NewRun(id: UUID(), settings: [:], input: [:], userID: "other", sessionID: "session")
            try await fixture.pool.transaction {
                try await $0.insertRun(other, kind: RunKind(name: "test", stages: []))
            }
            let path: [RunState] = [
                .running, .awaitingApproval, .queued, .running, .paused, .running, .failed, .running, .partial,
            ]
            for state in path {
                #expect(try await fixture.pool.changeState(of: fixture.run.id, to: state))
                #expect(try await fixture.pool.changeState(of: other.id, to: .running))
                let status = try await fixture.pool.rows("SELECT status FROM masterplans", as: RunState.self)
                #expect(status == [state])
            }
            #expect(try await !fixture.pool.changeState(of: fixture.run.id, to: .queued))
            #expect(try await fixture.pool.rows("SELECT status FROM masterplans", as: RunState.self) == [.partial])
        }
    }
}

@Suite struct DiscoveryQueriesTests {
    @Test("gives back what was stored last")
    func roundTrip() async throws {
        try await LayersFixture.with { (fixture: LayersFixture) async throws in
            #expect(try await fixture.pool.discovery(of: fixture.run.id) == nil)
            try await fixture.pool.storeDiscovery(Discoveries.chain(3), of: fixture.run)
            try await fixture.pool.storeDiscovery(Discoveries.tasks, of: fixture.run)
            #expect(try await fixture.pool.discovery(of: fixture.run.id) == Discoveries.tasks)
            #expect(
                try await fixture.count(
                    "SELECT count(*) FROM discovery_documents WHERE jsonb_array_length(entities) = 3 AND user_id = 'somebody'"
                )
                    == 1)
        }
    }
}
