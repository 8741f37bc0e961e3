import MGECore
import MGESyntax

/// Checks the atoms of a batch in the files that are composed of all atoms up to their wave.
struct WaveChecker: Sendable {
    /// An outermost statement that grew in a wave and is not whole yet.
    private struct Growing {
        let file: Int
        /// The atom of the batch that made it grow.
        let atom: Int
        /// The numbers of all atoms that it has got so far.
        let present: [Int]
    }

    let analysis: ProjectAnalysis
    let syntax: SyntaxService
    let level: CompileSettings.CheckLevel
    /// Gives the texts of files by their paths.
    let texts: @Sendable (_ paths: [String]) async throws -> [String: String]

    /// - Parameters:
    ///   - atoms: numbers of atoms.
    ///   - wave: from 1.
    /// - Returns: a result for every atom, in order.
    /// - Throws: `GrammarError` when a grammar can't be used; what `texts` throws.
    func check(_ atoms: [Int], in wave: Int) async throws -> [CheckedAtom] {
        let clock = ContinuousClock()
        let start = clock.now
        let problems = try await syntaxProblems(in: atoms, of: wave)
        let seconds = (clock.now - start) / .seconds(1) / Double(max(1, atoms.count))
        return atoms.map { atom in
            let unresolved = level == .names ? analysis.findings(inAtom: atom) : []
            let (file, checked) = analysis.names.atom(atom)
            return CheckedAtom(
                identity: checked.identity, path: file.path, findings: (problems[atom] ?? []) + unresolved,
                seconds: seconds)
        }
    }

    /// The grammar's errors in the composed files, by the atom that they are in; one in an atom of an earlier wave counts
    /// for the one that was added, because it was not there before.
    private func syntaxProblems(in atoms: [Int], of wave: Int) async throws -> [Int: [Diagnostic]] {
        let growing = growing(in: atoms, of: wave)
        guard !growing.isEmpty else { return [:] }
        let texts = try await texts(Set(growing.map(\.file)).map { analysis.files[$0].path })
        let members = Set(atoms)
        var problems: [Int: [Diagnostic]] = [:]
        for statement in growing {
            guard let text = texts[analysis.files[statement.file].path] else {
                throw ItemFailure("the files changed while they were read", disposition: .retry)
            }
            for (atom, diagnostic) in try findings(in: statement, text) {
                problems[members.contains(atom) ? atom : statement.atom, default: []].append(diagnostic)
            }
        }
        return problems
    }

    /// The statements that have to be parsed.
    ///
    /// One that is whole was validated before it was stored, and one that did not grow was checked in an earlier wave. Of
    /// several batches that add to a statement, the one with its first atom checks it.
    private func growing(in atoms: [Int], of wave: Int) -> [Growing] {
        atoms.compactMap { atom in
            let block = analysis.block(ofAtom: atom)
            let added = block.first { analysis.waveOfAtom[$0] == wave - 1 }
            guard block.count > 1, added == atom else { return nil }
            let present = block.filter { analysis.waveOfAtom[$0] < wave }
            guard present.count < block.count else { return nil }
            return Growing(file: analysis.file(ofAtom: atom), atom: atom, present: present)
        }
    }

    /// What the grammar says of a statement as far as it has got, with the atoms that it says it of.
    private func findings(in statement: Growing, _ text: String) throws -> [(atom: Int, Diagnostic)] {
        let bytes = text.utf8
        var composed: [UInt8] = []
        var lines: [(atom: Int, line: Int)] = []
        for number in statement.present {
            let atom = analysis.names.atom(number).atom
            let start = bytes.index(bytes.startIndex, offsetBy: atom.offset)
            composed += bytes[start..<bytes.index(start, offsetBy: atom.length)]
            lines += atom.lines.map { (number, $0) }
        }
        var report = try syntax.check(composed, path: analysis.files[statement.file].path)
        let places = report.problems.map { lines[min($0.line, lines.count) - 1] }
        for (index, place) in places.enumerated() { report.problems[index].line = place.line }
        return zip(places, report.diagnostics).map { (atom: $0.atom, $1) }
    }
}
