import Foundation
import MGECompiler
import MGECore
import MGELayers
import MGEPostgres

/// Stores atoms and their edges as the stage atomization does, in the shape of the peers' script `copy`.
struct StoreBenchmark {
    let rowCount: Int
    let pool: PostgresPool
    /// How many batches are saved at the same time.
    let connections: Int
    private static let atomsOfTask = 8
    /// Atoms that are saved at a time.
    private static let batch = 10_000

    /// Stores everything and prints what it took as a line of JSON.
    func run() async throws -> String {
        let run = UUID()
        let tasks = (rowCount + Self.atomsOfTask - 1) / Self.atomsOfTask
        try await pool.createRun(run, tasks: tasks)
        let clock = ContinuousClock()
        var spent = Duration.zero
        let starts = Array(stride(from: 0, to: rowCount, by: Self.batch))
        for group in starts.chunks(of: 2 * connections) {
            let batches = group.map { start in
                (start..<min(start + Self.batch, rowCount)).map(Self.atom)
            }
            let before = clock.now
            try await store(batches, in: run)
            spent += clock.now - before
        }
        let identifiers = RunIdentifiers(run: run)
        let numbers = (0..<rowCount).map { identifiers.atom(Self.identity(of: $0), of: Self.path(of: $0)) }
        let edges = (0..<rowCount).flatMap(Self.edges)
        let before = clock.now
        try await pool.transaction { database in
            try await database.storeDependencies(edges, between: numbers, in: run)
        }
        let edgeSeconds = (clock.now - before) / .seconds(1)
        let stored = try await pool.counts(of: run)
        guard stored == (rowCount, edges.count) else {
            throw BenchmarkProbe.Problem(description: "\(stored) rows were stored")
        }
        let figures: [String: JSONValue] = [
            "atoms": .integer(rowCount), "atoms_s": .number(spent / .seconds(1)), "edges": .integer(edges.count),
            "edges_s": .number(edgeSeconds), "connections": .integer(connections),
        ]
        return JSONValue.object(figures).text
    }

    /// Saves batches of atoms, each in a transaction of its own and several at a time, as the engine does.
    private func store(_ batches: [[Atom]], in run: UUID) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, atoms) in batches.enumerated() {
                if number >= connections { try await group.next() }
                group.addTask {
                    try await pool.transaction { database in
                        try await database.storeAtoms(atoms, ofTasks: Set(atoms.map(\.task)).sorted(), in: run)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func path(of number: Int) -> String { "app/api/routes_\(number / atomsOfTask).py" }

    private static func identity(of number: Int) -> String { "\(path(of: number))::handle_\(number)" }

    /// About 400 bytes in ten lines.
    private static func atom(_ number: Int) -> Atom {
        var lines = ["def handle_\(number)(request: Request, session: Session) -> Response:"]
        lines += (0..<4).map { "\tvalue_\($0) = session.get(Entity\((number + $0) % 97), request.path[\"id_\($0)\"])" }
        lines += [
            "\tif value_0 is None or value_0.state == 'closed':",
            "\t\traise NotFound(f'there is no entity \(number)')", "\treturn Response(value_0)", "", "",
        ]
        let text = lines.joined(separator: "\n")
        let place = number % atomsOfTask
        return Atom(
            task: number / atomsOfTask + 1, path: path(of: number), revision: 1,
            number: place + 1, identity: identity(of: number), kind: "function", text: text,
            startLine: place * lines.count + 1, endLine: (place + 1) * lines.count, offset: place * text.utf8.count,
            length: text.utf8.count, defines: ["handle_\(number)"],
            references: (0..<number % 4).map { "entity_\((number * 7 + $0) % 1000)" })
    }

    /// One and a half edges for each atom: to the one before, and to one farther away.
    private static func edges(from number: Int) -> [ProjectAnalysis.Edge] {
        var targets: Set<Int> = []
        if number > 0 { targets.insert(number - 1) }
        if number > 2, number % 2 == 0 { targets.insert(number / 3) }
        return targets.sorted().map {
            ProjectAnalysis.Edge(source: number, target: $0, isEager: number % 3 == 0, isAmbiguous: false)
        }
    }
}
