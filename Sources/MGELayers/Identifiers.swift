package import Foundation
import MGECore

/// The identifiers of what a run stores; they follow from the run, so that saving twice saves once.
package struct RunIdentifiers: Sendable {
    private let run: String
    private let digest: SHA256Digest

    package init(run: UUID) {
        self.run = run.uuidString
        digest = SHA256Digest(of: self.run)
    }

    package var discovery: UUID { DerivedIdentifier.uuid("discovery", run) }
    package var masterplan: UUID { DerivedIdentifier.uuid("masterplan", run) }
    /// The execution that the results of all waves belong to.
    package var waves: UUID { DerivedIdentifier.uuid("waves", run) }

    package func task(_ number: Int) -> UUID {
        DerivedIdentifier.uuid("task", run, String(number))
    }

    /// Those of one file stand together in an index.
    package func atom(_ identity: String, of path: String) -> UUID {
        DerivedIdentifier.uuid(identity, of: path, in: digest)
    }
}
