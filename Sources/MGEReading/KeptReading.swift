import MGELayers
import Synchronization

/// What was read of a description that the same process is about to read again.
final class KeptReading: Sendable {
    private let kept = Mutex<(description: Description, document: DiscoveryDocument)?>(nil)

    func keep(_ document: DiscoveryDocument, of description: Description) {
        kept.withLock { $0 = (description, document) }
    }

    /// The document of a description, once; whatever is kept is forgotten.
    func take(_ description: Description) -> DiscoveryDocument? {
        kept.withLock { kept in
            defer { kept = nil }
            return kept?.description == description ? kept?.document : nil
        }
    }
}
