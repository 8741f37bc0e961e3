package import Foundation
package import MGECore

/// A run as it is stored: what was asked for, and how far it is.
package struct Run: Sendable {
    package let id: UUID
    /// The name of its `RunKind`.
    package let kind: String
    package var state: RunState
    /// The settings of its kind, as they were given at submission.
    package let settings: JSONValue
    /// The input of its kind.
    package let input: JSONValue
    package let userID: String
    package let sessionID: String
    /// Raised whenever the stages are planned again.
    package var epoch: Int64
    package var isApproved: Bool
    package let createdAt: Date
    package var startedAt: Date?
    package var finishedAt: Date?
    /// Why the run failed; nil while it did not.
    package var failure: RunFailure?
}

/// Why a run stopped, in the words that its user is told.
package struct RunFailure: Codable, Hashable, Sendable {
    package var stage: StageName
    /// The key of the item that failed; nil when the stage itself did.
    package var item: String?
    package var message: String
    /// How to mend it.
    package var remedy: String?
    /// How many items of the stage failed.
    package var failedItems: Int
    package var cause: ItemFailure.Cause

    package init(
        stage: StageName, item: String?, message: String, remedy: String?, failedItems: Int, cause: ItemFailure.Cause
    ) {
        self.stage = stage
        self.item = item
        self.message = message
        self.remedy = remedy
        self.failedItems = failedItems
        self.cause = cause
    }

    /// The stage with what failed in it, for people: `code_generation, task-7 and 2 other items`.
    package var place: String {
        guard let item else { return stage.rawValue }
        let others = failedItems - 1
        let rest = others > 0 ? " and \(others) other item\(others == 1 ? "" : "s")" : ""
        return "\(stage), \(item)\(rest)"
    }
}
