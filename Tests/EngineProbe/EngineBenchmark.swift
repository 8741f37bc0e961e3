import Foundation
import MGECompiler
import MGECore
import MGEPostgres

/// Measures how many items that do nothing are claimed, saved and completed in a second.
struct EngineBenchmark {
    let arguments: ProbeArguments
    let configuration: PostgresConfiguration

    /// Works on a new run and prints the figures as a line of JSON.
    ///
    /// `--clients` claims are worked on at once, divided among `--processes`. The clock is the database's: from the
    /// first claim to the last completion.
    func run() async throws {
        let processes = try arguments.value("processes", 1)
        let clients = try arguments.value("clients", 1)
        let pool = PostgresPool(configuration, size: 4)
        try await PostgresMigrator(directory: try arguments.value("migrations", "migrations")).migrate(pool)
        try await ProbeResults.create(in: pool)
        let settings = try arguments.settings()
        let name = try arguments.value("kind", "noop")
        guard let kind = ProbeKinds.all(settings).first(where: { $0.name == name }) else {
            throw ProbeArguments.Problem(description: "unknown kind '\(name)'")
        }
        let run = NewRun(
            id: UUID(), settings: try JSONValue(encoding: settings), input: .object([:]), userID: "probe",
            sessionID: "bench")
        let engine = Engine(
            pool: pool, configuration: configuration, kinds: [kind], settings: EngineSettings(concurrency: 1))
        try await engine.submit(run, kind: kind)
        try await work(on: run.id, processes: processes, concurrency: max(1, clients / processes))
        try await report(run.id, settings, processes: processes, clients: clients, in: pool)
        await pool.close()
    }

    private func work(on runID: UUID, processes: Int, concurrency: Int) async throws {
        let workers = try (0..<processes).map { _ in
            let process = Process()
            process.executableURL = Bundle.main.executableURL
            process.arguments = ["work", runID.uuidString, "--concurrency", "\(concurrency)"]
            if let cluster = arguments.text("cluster") { process.arguments? += ["--cluster", cluster] }
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            return process
        }
        for worker in workers {
            worker.waitUntilExit()
            guard worker.terminationStatus == 0 else {
                throw ProbeArguments.Problem(description: "a worker ended with status \(worker.terminationStatus)")
            }
        }
    }

    private func report(
        _ runID: UUID, _ settings: ProbeSettings, processes: Int, clients: Int, in pool: PostgresPool
    ) async throws {
        let row = try await pool.firstRow(
            """
            SELECT count(*), extract(epoch FROM max(completed_at) - min(started_at))::double precision,
                   (SELECT extract(epoch FROM max(s.planned_at) - min(p.started_at))::double precision FROM stages s
                    JOIN work_items p ON p.run_id = s.run_id AND p.is_planning WHERE s.run_id = \(runID))
            FROM work_items WHERE run_id = \(runID) AND state = 'done' AND completions = 1 AND NOT is_planning
            """, as: (Int, Double?, Double?).self)
        guard let (done, elapsed, planning) = row, let seconds = elapsed, done >= settings.items else {
            throw ProbeArguments.Problem(description: "not every item was done once")
        }
        let figures: [String: JSONValue] = [
            "items": .integer(done), "batch": .integer(settings.batch), "processes": .integer(processes),
            "clients": .integer(clients), "seconds": .number(seconds), "planning_seconds": .number(planning ?? 0),
            "items_per_s": .integer(Int(Double(done) / seconds)),
        ]
        print(JSONValue.object(figures).text)
    }
}
