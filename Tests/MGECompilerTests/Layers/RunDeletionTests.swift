import Foundation
import MGEPostgres
import Testing

@testable import MGECompiler

@Suite("deleting a run", .seedCompilation) struct RunDeletionTests {
    @Test("leaves no row of it in any table")
    func cascade() async throws {
        let compilation = try #require(Compilation.shared)
        let pool = compilation.pool
        let tables = try await pool.rows(
            """
            SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                AND relname <> 'schema_migrations' ORDER BY 1
            """, as: String.self)
        let isFull = try await tables.asyncFilter {
            try await compilation.count("SELECT count(*) FROM \(identifier: $0)") > 0
        }
        // A worker's row goes with its worker.
        #expect(isFull == tables.filter { $0 != "workers" } || isFull == tables)
        #expect(tables.count >= 17)
        try await pool.execute("DELETE FROM runs WHERE run_id = \(compilation.runID)")
        let left = try await tables.asyncFilter {
            try await compilation.count("SELECT count(*) FROM \(identifier: $0)") > 0
        }
        #expect(left == [])
    }
}

extension Array {
    fileprivate func asyncFilter(_ isKept: (Element) async throws -> Bool) async rethrows -> [Element] {
        var kept: [Element] = []
        for element in self where try await isKept(element) { kept.append(element) }
        return kept
    }
}
