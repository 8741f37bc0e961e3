import MGECore
import MGESyntax

/// Checks the atoms of a batch in the files that are composed of all atoms up to their wave.
struct WaveChecker: Sendable {
    let analysis: ProjectAnalysis
    let syntax: SyntaxService
    let level: CompileSettings.CheckLevel

    /// - Parameters:
    ///   - atoms: numbers of atoms.
    ///   - wave: from 1.
    /// - Returns: a result for every atom, in order.
    /// - Throws: `GrammarError` when a grammar can't be used.
    func check(_ atoms: [Int], in wave: Int) async throws -> [CheckedAtom] {
        let clock = ContinuousClock()
        var results: [Int: CheckedAtom] = [:]
        for (file, members) in Dictionary(grouping: atoms, by: { analysis.file(ofAtom: $0) }) {
            let start = clock.now
            let problems = try await syntaxProblems(of: file, members: members, in: wave)
            let seconds = (clock.now - start) / .seconds(1) / Double(members.count)
            for atom in members {
                var findings = problems[atom] ?? []
                if level == .names { findings += analysis.findings(inAtom: atom) }
                results[atom] = CheckedAtom(
                    identity: analysis.names.atom(atom).atom.identity, findings: findings, seconds: seconds)
            }
        }
        return atoms.compactMap { results[$0] }
    }

    /// The grammar's errors in the composed file, by the atom that they are in; one in an atom of an earlier wave counts
    /// for the batch's first atom of the file, because it was not there before.
    private func syntaxProblems(of file: Int, members: [Int], in wave: Int) async throws -> [Int: [Diagnostic]] {
        let numbers = analysis.atoms(ofFile: file)
        // A whole file is what was validated before it was stored.
        if numbers.allSatisfy({ analysis.waveOfAtom[$0] < wave }) { return [:] }
        let report = try await analysis.waveReports.report(onFile: file, in: wave) {
            try syntax.check(composed(file, in: wave), path: analysis.files[file].path)
        }
        var problems: [Int: [Diagnostic]] = [:]
        for diagnostic in report.diagnostics {
            let found = diagnostic.location.flatMap { self.atom(atLine: $0.line, ofComposed: file, in: wave) }
            let atom = found.flatMap { members.contains($0) ? $0 : nil } ?? members[0]
            problems[atom, default: []].append(diagnostic)
        }
        return problems
    }

    /// The atoms of a file up to a wave, put together.
    private func composed(_ file: Int, in wave: Int) -> [UInt8] {
        let bytes = Array(analysis.texts[file].utf8)
        let first = analysis.atoms(ofFile: file).lowerBound
        var composed: [UInt8] = []
        composed.reserveCapacity(bytes.count)
        for (index, atom) in analysis.names.files[file].atoms.enumerated()
        where analysis.waveOfAtom[first + index] < wave {
            composed += bytes[atom.offset..<atom.offset + atom.length]
        }
        return composed
    }

    /// The number of the atom that a line of a composed file is of.
    private func atom(atLine line: Int, ofComposed file: Int, in wave: Int) -> Int? {
        let first = analysis.atoms(ofFile: file).lowerBound
        var end = 0
        var last: Int?
        for (index, atom) in analysis.names.files[file].atoms.enumerated()
        where analysis.waveOfAtom[first + index] < wave {
            last = first + index
            end += max(0, atom.lines.upperBound - atom.lines.lowerBound + 1)
            if line <= end { break }
        }
        return last
    }
}
