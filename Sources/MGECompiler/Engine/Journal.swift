import Foundation
package import MGECore
import Synchronization

/// What an item did, step by step; it becomes rows of `chain_of_work` when the item is saved or fails.
package final class Journal: Sendable {
    /// One step of an item's work.
    package struct Step: Sendable {
        /// The kinds of steps, as they are stored.
        package enum Kind: String, Sendable {
            case plan
            case cacheLookup = "cache_lookup"
            case codeGeneration = "code_gen"
            case validation
            case execution
            case retry
        }

        package var kind: Kind
        /// What was done, as a short phrase.
        package var action: String
        /// Why it was done so.
        package var reasoning: String?
        package var input: JSONValue?
        package var output: JSONValue?
        package var code: String?
        /// How long it took, in seconds.
        package var seconds: Double?

        package init(
            _ kind: Kind, _ action: String, reasoning: String? = nil, input: JSONValue? = nil,
            output: JSONValue? = nil, code: String? = nil, seconds: Double? = nil
        ) {
            self.kind = kind
            self.action = action
            self.reasoning = reasoning
            self.input = input
            self.output = output
            self.code = code
            self.seconds = seconds
        }
    }

    private let recorded = Mutex<[Step]>([])

    package init() {}

    /// Adds a step.
    package func record(_ step: Step) {
        recorded.withLock { $0.append(step) }
    }

    /// The steps so far, in order.
    package var steps: [Step] {
        recorded.withLock { $0 }
    }
}
