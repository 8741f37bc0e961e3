import Foundation
import MGECore
package import MGELayers
package import MGEPostgres
package import MGESyntax

/// Works the dependency graph wave by wave: each wave's files are composed as far as they have got, and checked.
package struct WaveExecutionStage: Stage {
    /// A part of a wave, the end of one, or the acceptance of the whole.
    package enum Item: Codable, Sendable {
        /// Both from 1.
        case batch(wave: Int, batch: Int)
        case endOfWave(Int)
        case acceptance
    }

    /// What an item gives.
    package enum Output: Sendable {
        case checked(wave: Int, [CheckedAtom])
        case endOfWave(Int)
        case accepted(Manifest, bytes: Int)
    }

    package static let name: StageName = "wave_execution"
    package static let version = 1

    private let syntax: SyntaxService
    private let analyses: ProjectAnalyses
    private let acceptance: Acceptance

    package init(syntax: SyntaxService, analyses: ProjectAnalyses, acceptance: Acceptance) {
        self.syntax = syntax
        self.analyses = analyses
        self.acceptance = acceptance
    }

    package var batchSize: Int { 8 }

    package func plan(_ run: Run, from store: any PostgresExecutor) async throws -> StagePlan<Item> {
        let settings = try run.settings.decoded(as: CompileSettings.self)
        let analysis = try await analyses.analysis(of: run, from: store)
        var items: [Planned<Item>] = []
        let waves = analysis.waves
        for (index, batches) in waves.enumerated() {
            let wave = index + 1
            let previous = index == 0 ? [] : ["wave-\(index)"]
            let keys = (1...max(1, batches.count)).map { "wave-\(wave)/batch-\($0)" }
            for (batch, entry) in batches.enumerated() {
                let digest = Self.inputDigest(of: entry.atoms, in: wave, of: analysis, settings.check)
                let before = entry.continuesPrevious && batch > 0 ? [keys[batch - 1]] : []
                items.append(
                    Planned(
                        key: keys[batch], item: .batch(wave: wave, batch: batch + 1),
                        inputDigest: digest.hexadecimal, dependencies: previous + before))
            }
            let digest = SHA256Digest(of: items.suffix(batches.count).map(\.inputDigest).joined())
            items.append(
                Planned(
                    key: "wave-\(wave)", item: .endOfWave(wave), inputDigest: digest.hexadecimal, dependencies: keys))
        }
        let expected = try await acceptance.inputDigest(of: run, from: store)
        items.append(
            Planned(
                key: "acceptance", item: .acceptance, inputDigest: "\(expected)",
                dependencies: waves.isEmpty ? [] : ["wave-\(waves.count)"]))
        let first = waves.isEmpty ? nil : Event.waveStart(1, of: waves.count, atoms: analysis.atomCount(ofWave: 1))
        return StagePlan(items: items) { transaction in
            try await transaction.database.storeWaveExecution(of: transaction.run)
            let id = RunIdentifiers(run: transaction.run.id).waves
            transaction.setEventContext("execution_id", .string(id.uuidString.lowercased()))
            if let first { transaction.post(first) }
        }
    }

    /// The digest of everything that the result of a batch follows from: what of its files is composed by then, and
    /// what is found in its atoms, which may be because of other files.
    private static func inputDigest(
        of batch: [Int], in wave: Int, of analysis: ProjectAnalysis, _ level: CompileSettings.CheckLevel
    ) -> SHA256Digest {
        var text = "\(version) \(level.rawValue) \(wave)\n"
        var files: Set<Int> = []
        for number in batch {
            let file = analysis.file(ofAtom: number)
            if files.insert(file).inserted {
                let composed = analysis.atoms(ofFile: file).map { analysis.waveOfAtom[$0] < wave ? "+" : "-" }.joined()
                text += "\(analysis.files[file].digest) \(composed)\n"
            }
            text += "\(analysis.names.atom(number).atom.identity)\n"
            if level == .names { for finding in analysis.findings(inAtom: number) { text += "\(finding)\n" } }
        }
        return SHA256Digest(of: text)
    }

    package func perform(_ item: Item, in context: ItemContext) async throws -> Output {
        switch item {
        case .endOfWave(let wave): return .endOfWave(wave)
        case .acceptance:
            await analyses.forget()
            let (manifest, bytes) = try await acceptance.accept(context.run, from: context.store)
            context.journal.record(
                .init(.validation, "accept the whole tree", output: ["digest": .string(manifest.digest.hexadecimal)]))
            return .accepted(manifest, bytes: bytes)
        case .batch(let wave, let batch):
            let settings = try context.run.settings.decoded(as: CompileSettings.self)
            let analysis = try await analyses.analysis(of: context.run, from: context.store)
            guard wave <= analysis.waves.count, batch <= analysis.waves[wave - 1].count else {
                throw ItemFailure("the waves changed since they were planned", disposition: .retry)
            }
            let checker = WaveChecker(analysis: analysis, syntax: syntax, level: settings.check) { paths in
                try await context.store.lastTexts(of: paths, in: context.run.id)
            }
            return .checked(wave: wave, try await checker.check(analysis.waves[wave - 1][batch - 1].atoms, in: wave))
        }
    }

    package func save(
        _ results: [Performed<Item, Output>], in transaction: StageTransaction
    ) async throws -> [Planned<Item>] {
        var checked: [(wave: Int, atom: CheckedAtom)] = []
        for result in results {
            switch result.output {
            case .checked(let wave, let atoms): checked += atoms.map { (wave: wave, atom: $0) }
            case .endOfWave(let wave): try await endWave(wave, in: transaction)
            case .accepted(let manifest, let bytes):
                try await transaction.database.storeExpectedRepository(manifest, bytes: bytes, of: transaction.run.id)
            }
        }
        try await transaction.database.storeResults(checked, of: transaction.run.id)
        for (_, atom) in checked { for finding in atom.findings { transaction.post(.finding(finding, in: atom)) } }
        return []
    }

    private func endWave(_ wave: Int, in transaction: StageTransaction) async throws {
        let totals = try await transaction.database.waveTotals(wave, of: transaction.run.id)
        transaction.post(.waveComplete(wave, totals))
        let waves = try await transaction.database.plannedWaves(of: transaction.run.id)
        guard wave < waves else { return }
        let analysis = try await analyses.analysis(of: transaction.run, from: transaction.database)
        transaction.post(.waveStart(wave + 1, of: waves, atoms: analysis.atomCount(ofWave: wave + 1)))
    }

    package func complete(in transaction: StageTransaction) async throws {
        let totals = try await transaction.database.executionTotals(of: transaction.run.id)
        try await transaction.database.endWaveExecution(of: transaction.run.id)
        transaction.post(.executionComplete(totals))
    }
}
