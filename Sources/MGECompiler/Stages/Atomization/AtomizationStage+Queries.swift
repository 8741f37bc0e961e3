package import Foundation
import MGECore
package import MGELayers
package import MGEPostgres
import MGESyntax

extension PostgresExecutor {
    /// Stores the atoms of some tasks in the place of earlier ones.
    package func storeAtoms(_ atoms: [Atom], ofTasks tasks: [Int], in runID: UUID) async throws {
        let identifiers = RunIdentifiers(run: runID)
        // A file's atoms may still be another task's, which made the file before. OFFSET keeps each look-up on its
        // index: while the table grows, PostgreSQL takes reading all atoms of the run for cheaper.
        try await execute(
            """
            DELETE FROM atomic_units WHERE atom_id = ANY (ARRAY(
                SELECT a.atom_id FROM unnest(\(tasks.map { identifiers.task($0) })::uuid[]) AS t (id)
                CROSS JOIN LATERAL (SELECT atom_id FROM atomic_units WHERE task_id = t.id OFFSET 0) AS a
                UNION ALL
                SELECT a.atom_id FROM unnest(\(Set(atoms.map(\.path)).sorted())::text[]) AS p (path)
                CROSS JOIN LATERAL (
                    SELECT atom_id FROM atomic_units WHERE run_id = \(runID) AND path = p.path OFFSET 0) AS a))
            """)
        let masterplan = identifiers.masterplan
        let taskIDs = Dictionary(
            Set(atoms.map(\.task)).map { ($0, identifiers.task($0)) }, uniquingKeysWith: { first, _ in first })
        let rows = atoms.map { atom in
            (
                identifiers.atom(atom.identity, of: atom.path), runID,
                taskIDs[atom.task] ?? identifiers.task(atom.task), masterplan,
                FourByteInteger(atom.number), atom.kind,
                atom.text, FourByteInteger(max(0, atom.endLine - atom.startLine + 1)), atom.references, atom.path,
                FourByteInteger(atom.revision), atom.identity, FourByteInteger(atom.startLine),
                FourByteInteger(atom.endLine), FourByteInteger(atom.offset), FourByteInteger(atom.length),
                JSONValue.object(["defines": .array(atom.defines.map { .string($0) })])
            )
        }
        try await copy(
            into: "atomic_units",
            columns: [
                "atom_id", "run_id", "task_id", "masterplan_id", "atom_number", "atom_type", "code_to_generate",
                "estimated_loc", "dependencies_raw", "path", "revision", "identity", "start_line", "end_line",
                "byte_offset", "byte_length", "metadata",
            ],
            rows: rows)
    }

    /// Stores the resolved edges between atoms in the place of earlier ones.
    ///
    /// `atoms` are the identifiers of all atoms of the run, by number.
    package func storeDependencies(
        _ edges: [ProjectAnalysis.Edge], between atoms: [UUID], in runID: UUID
    ) async throws {
        try await execute(
            """
            DELETE FROM atom_dependencies d USING atomic_units a WHERE a.atom_id = d.atom_id AND a.run_id = \(runID)
            """)
        for chunk in edges.chunks(of: 50_000) {
            try await copy(
                into: "atom_dependencies", columns: ["atom_id", "depends_on", "is_eager", "is_ambiguous"],
                rows: chunk.map { (atoms[$0.source], atoms[$0.target], $0.isEager, $0.isAmbiguous) })
        }
    }

    func atomTotals(of runID: UUID) async throws -> (atoms: Int, averageLines: Double) {
        try await firstRow(
            """
            SELECT count(*), coalesce(avg(estimated_loc), 0)::double precision FROM atomic_units
            WHERE run_id = \(runID)
            """, as: (Int, Double).self
        ).map { (atoms: $0.0, averageLines: $0.1) } ?? (atoms: 0, averageLines: 0)
    }
}
