import MGECore
import MGESyntax

/// Checks the atoms of a batch in the files that are composed of all atoms up to their wave.
struct WaveChecker {
    let analysis: ProjectAnalysis
    let syntax: SyntaxService
    let level: CompileSettings.CheckLevel

    /// - Parameters:
    ///   - atoms: numbers of atoms.
    ///   - wave: from 1.
    /// - Returns: a result for every atom, in order.
    /// - Throws: `GrammarError` when a grammar can't be used.
    func check(_ atoms: [Int], in wave: Int) throws -> [CheckedAtom] {
        let clock = ContinuousClock()
        var results: [Int: CheckedAtom] = [:]
        for (file, members) in Dictionary(grouping: atoms, by: { analysis.file(ofAtom: $0) }) {
            let start = clock.now
            let problems = try syntaxProblems(of: file, members: members, in: wave)
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
    private func syntaxProblems(of file: Int, members: [Int], in wave: Int) throws -> [Int: [Diagnostic]] {
        let source = analysis.files[file]
        let numbers = analysis.atoms(ofFile: file)
        // A whole file is what was validated before it was stored.
        if numbers.allSatisfy({ analysis.waveOfAtom[$0] < wave }) { return [:] }
        let bytes = Array(source.text.utf8)
        let atoms = analysis.names.files[file].atoms
        let first = numbers.lowerBound
        var composed: [UInt8] = []
        composed.reserveCapacity(bytes.count)
        var lines: [(first: Int, atom: Int)] = []
        var line = 1
        for (index, atom) in atoms.enumerated() where analysis.waveOfAtom[first + index] < wave {
            lines.append((line, first + index))
            composed += bytes[atom.offset..<atom.offset + atom.length]
            line += max(0, atom.lines.upperBound - atom.lines.lowerBound + 1)
        }
        let report = try syntax.check(composed, path: source.path)
        var problems: [Int: [Diagnostic]] = [:]
        for diagnostic in report.diagnostics {
            let found = diagnostic.location.flatMap { location in lines.last { $0.first <= location.line }?.atom }
            let atom = found.flatMap { members.contains($0) ? $0 : nil } ?? members[0]
            problems[atom, default: []].append(diagnostic)
        }
        return problems
    }
}
