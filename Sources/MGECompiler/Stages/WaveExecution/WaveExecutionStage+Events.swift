import MGECore

/// How the atoms of a wave, or of all waves, did.
struct WaveTotals: Sendable {
    var waves = 0
    var succeeded = 0
    var failed = 0
    var seconds = 0.0

    /// The share of atoms that passed every check; 1 when there are none.
    func precision(of atoms: Int) -> Double {
        atoms == 0 ? 1 : Double(succeeded) / Double(atoms)
    }
}

extension Event {
    static func waveStart(_ wave: Int, of waves: Int, atoms: Int) -> Event {
        Event(
            "execution_wave_start",
            ["wave_number": .integer(wave), "total_waves": .integer(waves), "atoms_in_wave": .integer(atoms)])
    }

    static func waveComplete(_ wave: Int, _ totals: WaveTotals) -> Event {
        Event(
            "execution_wave_complete",
            [
                "wave_number": .integer(wave), "atoms_succeeded": .integer(totals.succeeded),
                "atoms_failed": .integer(totals.failed), "duration_seconds": .number(totals.seconds),
            ])
    }

    static func executionComplete(_ totals: WaveTotals) -> Event {
        Event(
            "execution_complete",
            [
                "total_waves": .integer(totals.waves), "atoms_succeeded": .integer(totals.succeeded),
                "atoms_failed": .integer(totals.failed),
                "precision": .number(totals.precision(of: totals.succeeded + totals.failed)),
            ])
    }

    static func finding(_ finding: Diagnostic, in atom: CheckedAtom) -> Event {
        .error(
            phase: WaveExecutionStage.name.rawValue, finding.message, subject: finding.subject ?? atom.identity,
            remedy: finding.remedy, at: finding.location, more: ["atom": .string(atom.identity)])
    }
}
