package import Foundation
import MGECore
import MGELayers
package import MGEPostgres

/// The last revision of a file, as it is stored.
package struct StoredFile: Hashable, Sendable {
    /// The number of the task that made it.
    package var task: Int
    package var path: String
    package var revision: Int
    package var digest: String
    package var text: String
}

/// The last revision of a file without its text.
package struct FileEntry: Hashable, Sendable {
    /// The number of the task that made it.
    package var task: Int
    package var path: String
    package var digest: String
    package var bytes: Int
}

extension StoredFile {
    /// What is known of it besides its text.
    var entry: FileEntry { FileEntry(task: task, path: path, digest: digest, bytes: text.utf8.count) }
}

extension PostgresExecutor {
    /// Stores the files of tasks: a new revision for each that changed, nothing for one that did not; files that a task
    /// no longer has go.
    func storeFiles(of codes: [GeneratedCode], in runID: UUID) async throws {
        let identifiers = RunIdentifiers(run: runID)
        let files = codes.flatMap { code in code.files.map { (identifiers.task(code.task), $0) } }
        // Before what a task no longer has goes: a path may be another task's by now.
        try await execute(
            """
            UPDATE files f SET task_id = c.task
            FROM unnest(\(files.map(\.0))::uuid[], \(files.map(\.1.path))::text[]) AS c (task, path)
            WHERE f.run_id = \(runID) AND f.path = c.path AND f.task_id <> c.task
            """)
        try await execute(
            """
            DELETE FROM files
            WHERE run_id = \(runID) AND task_id = ANY (\(codes.map { identifiers.task($0.task) })::uuid[])
              AND path <> ALL (\(files.map(\.1.path))::text[])
            """)
        try await execute(
            """
            INSERT INTO files (run_id, path, revision, task_id, content, bytes, digest)
            SELECT \(runID), f.path, coalesce(l.revision, 0) + 1, f.task, f.content, octet_length(f.content), f.digest
            FROM unnest(\(files.map(\.0))::uuid[], \(files.map(\.1.path))::text[], \(files.map(\.1.text))::text[],
                        \(files.map { SHA256Digest(of: $0.1.text).hexadecimal })::text[])
                AS f (task, path, content, digest)
            LEFT JOIN LATERAL (
                SELECT revision, digest FROM files
                WHERE run_id = \(runID) AND path = f.path ORDER BY revision DESC LIMIT 1) l ON true
            WHERE l.digest IS DISTINCT FROM f.digest
            """)
    }

    /// The last revisions of a task's files, in the order of their paths' bytes.
    func lastRevisions(in runID: UUID, ofTask task: Int) async throws -> [StoredFile] {
        // A task is of one run: naming that too would tempt PostgreSQL to read all files of the run.
        try await lastRevisions(where: "task_id = \(RunIdentifiers(run: runID).task(task))")
    }

    /// The last revisions of the files behind a path, in the order of their paths' bytes: so many that their texts take
    /// little memory.
    package func lastRevisions(in runID: UUID, after path: String?, limit: Int = 500) async throws -> [StoredFile] {
        let rest: SQL = path.map { "AND path COLLATE \"C\" > \($0)" } ?? ""
        return try await lastRevisions(where: "run_id = \(runID) \(rest)", limit: limit)
    }

    /// The texts of some files by their paths, in their last revisions.
    func lastTexts(of paths: [String], in runID: UUID) async throws -> [String: String] {
        let rows = try await rows(
            """
            SELECT f.path, f.content FROM unnest(\(paths)::text[]) AS wanted (path)
            CROSS JOIN LATERAL (
                SELECT path, content FROM files
                WHERE run_id = \(runID) AND path = wanted.path ORDER BY revision DESC LIMIT 1) AS f
            """, as: (String, String).self)
        return Dictionary(rows.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
    }

    private func lastRevisions(where condition: SQL, limit: Int? = nil) async throws -> [StoredFile] {
        // What is to be sorted has no texts: they are fetched for the rows of the page alone.
        try await rows(
            """
            SELECT t.task_number, f.path, f.revision, f.digest, f.content
            FROM (
                SELECT DISTINCT ON (path COLLATE "C") run_id, path, revision FROM files
                WHERE \(condition)
                ORDER BY path COLLATE "C", revision DESC LIMIT \(limit)) AS page
            CROSS JOIN LATERAL (
                SELECT * FROM files
                WHERE run_id = page.run_id AND path = page.path AND revision = page.revision OFFSET 0) AS f
            JOIN masterplan_tasks t USING (task_id)
            ORDER BY f.path COLLATE "C"
            """, as: (Int, String, Int, String, String).self
        ).map { StoredFile(task: $0.0, path: $0.1, revision: $0.2, digest: $0.3, text: $0.4) }
    }

    /// The last revisions of all files without their texts, in the order of their paths' bytes.
    func fileEntries(in runID: UUID) async throws -> [FileEntry] {
        try await rows(
            """
            SELECT DISTINCT ON (f.path COLLATE "C") t.task_number, f.path, f.digest, f.bytes
            FROM files f JOIN masterplan_tasks t USING (task_id)
            WHERE f.run_id = \(runID) ORDER BY f.path COLLATE "C", f.revision DESC
            """, as: (Int, String, String, Int).self
        ).map { FileEntry(task: $0.0, path: $0.1, digest: $0.2, bytes: $0.3) }
    }
}
