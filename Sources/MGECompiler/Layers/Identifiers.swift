package import Foundation
import MGECore

/// The identifiers of what a run stores; they follow from the run, so that saving twice saves once.
package struct RunIdentifiers: Sendable {
    private let run: String

    package init(run: UUID) {
        self.run = run.uuidString
    }

    package var discovery: UUID { DerivedIdentifier.uuid("discovery", run) }
    package var masterplan: UUID { DerivedIdentifier.uuid("masterplan", run) }
    /// The execution that the results of all waves belong to.
    package var waves: UUID { DerivedIdentifier.uuid("waves", run) }

    package func task(_ number: Int) -> UUID {
        DerivedIdentifier.uuid("task", run, String(number))
    }

    package func atom(_ identity: String) -> UUID {
        DerivedIdentifier.uuid("atom", run, identity)
    }
}
