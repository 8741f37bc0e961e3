import Foundation
import MGECore
package import MGELayers
package import MGEPostgres
import MGESyntax

/// Cuts the generated files into atoms and resolves the names between them.
package struct AtomizationStage: Stage {
    /// One task's files, or the graph over all of them.
    package enum Item: Codable, Sendable {
        case files(task: Int)
        case graph
    }

    /// What an item gives.
    package enum Output: Sendable {
        case atoms(task: Int, [Atom])
        case graph(ProjectAnalysis)
    }

    package static let name: StageName = "atomization"
    package static let version = 1

    private let analyses: ProjectAnalyses

    package init(analyses: ProjectAnalyses) {
        self.analyses = analyses
    }

    package var batchSize: Int { 32 }

    package func plan(_ run: Run, from store: any PostgresExecutor) async throws -> StagePlan<Item> {
        let files = try await store.fileEntries(in: run.id)
        var digests: [Int: String] = [:]
        for file in files { digests[file.task, default: "\(Self.version)"] += "\n\(file.digest) \(file.path)" }
        var items = digests.sorted { $0.key < $1.key }.map { task, text in
            Planned(
                key: "task-\(task)", item: Item.files(task: task), inputDigest: SHA256Digest(of: text).hexadecimal)
        }
        let whole = files.map { "\($0.digest) \($0.path)\n" }.joined()
        items.append(
            Planned(
                key: "graph", item: .graph, inputDigest: SHA256Digest(of: "\(Self.version)\n\(whole)").hexadecimal,
                dependencies: items.map(\.key)))
        return StagePlan(items: items)
    }

    package func perform(_ item: Item, in context: ItemContext) async throws -> Output {
        switch item {
        case .graph:
            return .graph(try await analyses.analysis(of: context.run, from: context.store))
        case .files(let task):
            var atoms: [Atom] = []
            for file in try await context.store.lastRevisions(in: context.run.id, ofTask: task) {
                let bytes = Array(file.text.utf8)
                let cut = try analyses.atomize(file, of: context.run)
                atoms += cut.atoms.indices.map { Atom(cut, atom: $0, of: file, bytes: bytes) }
            }
            return .atoms(task: task, atoms)
        }
    }

    package func save(
        _ results: [Performed<Item, Output>], in transaction: StageTransaction
    ) async throws -> [Planned<Item>] {
        let atoms = results.compactMap { result -> (task: Int, atoms: [Atom])? in
            guard case .atoms(let task, let atoms) = result.output else { return nil }
            return (task, atoms)
        }
        if !atoms.isEmpty { try await save(atoms, in: transaction) }
        for case .graph(let analysis) in results.map(\.output) { try await save(analysis, in: transaction) }
        return []
    }

    private func save(_ tasks: [(task: Int, atoms: [Atom])], in transaction: StageTransaction) async throws {
        let runID = transaction.run.id
        try await transaction.database.storeAtoms(tasks.flatMap(\.atoms), ofTasks: tasks.map(\.task), in: runID)
        let total = try await transaction.database.taskCount(of: runID)
        let thinning = ProgressThinning(total: total)
        for (task, atoms) in tasks {
            let count = atoms.count
            transaction.countProgress { done in
                thinning.keeps(done) ? .atomizationProgress(task: task, atoms: count, done: done, of: total) : nil
            }
        }
    }

    private func save(_ analysis: ProjectAnalysis, in transaction: StageTransaction) async throws {
        let runID = transaction.run.id
        let identifiers = RunIdentifiers(run: runID)
        let atoms = analysis.names.files.flatMap { file in
            file.atoms.map { identifiers.atom($0.identity, of: file.path) }
        }
        try await transaction.database.storeDependencies(analysis.edges, between: atoms, in: runID)
        for cycle in analysis.cycles { transaction.post(.diagnostic(cycle, phase: Self.name)) }
        let totals = try await transaction.database.atomTotals(of: runID)
        transaction.post(
            .atomizationComplete(
                atoms: totals.atoms, averageLines: totals.averageLines, dependencies: analysis.edges.count,
                cycles: analysis.cycles.count))
    }
}

extension Atom {
    init(_ cut: AtomizedFile, atom index: Int, of file: StoredFile, bytes: [UInt8]) {
        let atom = cut.atoms[index]
        self.init(
            task: file.task, path: file.path, revision: file.revision, number: index + 1, identity: atom.identity,
            kind: atom.kind.rawValue,
            text: String(decoding: bytes[atom.offset..<atom.offset + atom.length], as: UTF8.self),
            startLine: atom.lines.lowerBound, endLine: atom.lines.upperBound, offset: atom.offset,
            length: atom.length, defines: cut.defines(ofAtom: index), references: cut.rawReferences(ofAtom: index))
    }
}
