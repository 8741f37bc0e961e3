package import MGECore

/// What the checks of its wave said of an atom.
package struct CheckedAtom: Sendable {
    package var identity: String
    /// Of its file.
    package var path: String
    /// The errors that were found in its lines.
    package var findings: [Diagnostic]
    /// How long checking took, in seconds.
    package var seconds: Double

    package var succeeded: Bool { findings.isEmpty }
}
