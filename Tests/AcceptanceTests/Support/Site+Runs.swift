import Foundation
import MGEPostgres
import Testing

/// A process ended before it did what a test waited for.
struct EndedEarly: Error {
    /// What it wrote to standard error.
    let errors: String
}

extension Site {
    /// Waits until the database answers a question with yes.
    /// - Throws: `EndedEarly` when the process that was to bring it about ended before.
    func wait(until sql: SQL, by process: RunningProgram) async throws {
        try await query { pool in
            while true {
                let isRunning = process.isRunning
                if try await pool.firstRow(sql, as: Bool.self) == true { return }
                guard isRunning else { throw EndedEarly(errors: try await process.outcome().errors) }
                try await Task.sleep(for: .milliseconds(5))
            }
        }
    }

    /// Waits until a process has stored a run.
    func waitForRun(by process: RunningProgram) async throws {
        try await wait(
            until: "SELECT to_regclass('runs') IS NOT NULL AND to_regclass('repositories') IS NOT NULL", by: process)
        try await wait(until: "SELECT count(*) > 0 FROM runs", by: process)
    }

    /// How often the item that was saved most often was saved.
    var mostCompletions: Int {
        get async throws {
            try await value("SELECT max(completions) FROM work_items WHERE NOT is_planning", as: Int.self)
        }
    }

    /// Expects that the only run gave what an undisturbed one gives, and that nothing was done twice on the way.
    func expectSame(as reference: Reference) async throws {
        let run = try await value("SELECT run_id::text FROM runs", as: String.self)
        #expect(try await value("SELECT state FROM runs", as: String.self) == "succeeded")
        #expect(try await value("SELECT digest FROM repositories", as: String.self) == reference.digest)
        let path = try await value("SELECT path FROM repositories", as: String.self)
        #expect(try tree(at: workspace.appending(path: path)) == reference.tree)

        let twice = try await query { pool in
            try await pool.rows(
                "SELECT stage || ' ' || key || ' ' || state FROM work_items WHERE completions <> 1 OR state <> 'done'",
                as: String.self)
        }
        #expect(twice.isEmpty, "not done exactly once: \(twice)")
        let repeated = try await query { pool in
            try await pool.rows(
                """
                SELECT type || ' ' || (data ->> 'task_number') FROM events
                WHERE type IN ('code_generation_progress', 'atomization_progress')
                GROUP BY type, data ->> 'task_number' HAVING count(*) > 1
                """, as: String.self)
        }
        #expect(repeated.isEmpty, "told twice: \(repeated)")
        let ends = try await query { pool in
            try await pool.rows(
                """
                SELECT type FROM events WHERE type LIKE '%complete' AND type <> 'execution_wave_complete'
                GROUP BY type HAVING count(*) > 1
                """, as: String.self)
        }
        #expect(ends.isEmpty, "ended twice: \(ends)")
        let folder = workspace.appending(path: run)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(left.allSatisfy { !$0.hasPrefix(".") }, "left over: \(left)")
        #expect(
            try await value(
                """
                SELECT (SELECT sum(octet_length(code_to_generate)) FROM atomic_units)
                     = (SELECT sum(bytes) FROM files)
                """, as: Bool.self))
    }
}
