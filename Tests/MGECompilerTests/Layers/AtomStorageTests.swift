import Foundation
import MGELayers
import MGEPostgres
import Testing

@testable import MGECompiler

@Suite("atoms and their dependencies, stored") struct AtomStorageTests {
    @Test("an atom is of a task that is there")
    func needsTask() async throws {
        try await LayersFixture.with { fixture in
            try await fixture.storePlan(tasks: 1)
            let error = await #expect(throws: PostgresError.self) {
                try await fixture.pool.storeAtoms(
                    [atom(1, task: 1), atom(2, task: 2)], ofTasks: [1], in: fixture.run.id)
            }
            #expect(error?.sqlState == .foreignKeyViolation)
            #expect(try await fixture.count("SELECT count(*) FROM atomic_units") == 0)
        }
    }

    @Test("a dependency is between atoms that are there", arguments: [[1, 2], [2, 1]])
    func needsAtoms(ends: [Int]) async throws {
        try await LayersFixture.with { fixture in
            try await fixture.storePlan(tasks: 1)
            try await fixture.pool.storeAtoms([atom(1, task: 1)], ofTasks: [1], in: fixture.run.id)
            let edge = ProjectAnalysis.Edge(source: ends[0] - 1, target: ends[1] - 1, isEager: true, isAmbiguous: false)
            let error = await #expect(throws: PostgresError.self) {
                try await fixture.pool.storeDependencies(
                    [edge], between: identifiers(2, fixture), in: fixture.run.id)
            }
            #expect(error?.sqlState == .foreignKeyViolation)
            #expect(error?.detail?.contains(identifiers(2, fixture)[1].uuidString.lowercased()) == true)
            #expect(try await fixture.count("SELECT count(*) FROM atom_dependencies") == 0)
        }
    }

    @Test("with an atom go its dependencies, and those on it; with a task its atoms")
    func follow() async throws {
        try await LayersFixture.with { fixture in
            try await fixture.storePlan(tasks: 3)
            let atoms = (1...3).map { atom($0, task: $0) }
            try await fixture.pool.storeAtoms(atoms, ofTasks: [1, 2, 3], in: fixture.run.id)
            let edges = [(0, 1), (1, 2), (2, 0)].map {
                ProjectAnalysis.Edge(source: $0.0, target: $0.1, isEager: true, isAmbiguous: false)
            }
            try await fixture.pool.storeDependencies(edges, between: identifiers(3, fixture), in: fixture.run.id)
            #expect(try await fixture.count("SELECT count(*) FROM atom_dependencies") == 3)
            try await fixture.pool.storeAtoms([atoms[1]], ofTasks: [2], in: fixture.run.id)
            #expect(try await fixture.count("SELECT count(*) FROM atom_dependencies") == 1)
            let task = RunIdentifiers(run: fixture.run.id).task(3)
            try await fixture.pool.execute(
                "DELETE FROM masterplan_tasks WHERE task_id = \(task)")
            #expect(try await fixture.count("SELECT count(*) FROM atomic_units") == 2)
            #expect(try await fixture.count("SELECT count(*) FROM atom_dependencies") == 0)
        }
    }

    private func atom(_ number: Int, task: Int) -> Atom {
        Atom(
            task: task, path: path(number), revision: 1, number: 1, identity: "\(path(number))::f", kind: "function",
            text: "def f(): pass\n", startLine: 1, endLine: 1, offset: 0, length: 14, defines: ["f"], references: [])
    }

    private func identifiers(_ count: Int, _ fixture: LayersFixture) -> [UUID] {
        (1...count).map { RunIdentifiers(run: fixture.run.id).atom("\(path($0))::f", of: path($0)) }
    }

    private func path(_ number: Int) -> String { "a\(number).py" }
}
