import Foundation
import MGECompiler
import MGECore

/// A run as `mge status` shows it in a list.
struct RunOverview: Sendable {
    let id: UUID
    let state: RunState
    /// The project's name, as far as it is known.
    let project: String
    /// The first stage that is not done; nil when all are.
    let stage: StageName?
    let doneItems: Int
    let allItems: Int
    let createdAt: Date
    let finishedAt: Date?

    var json: JSONValue {
        [
            "run": .string(id.uuidString.lowercased()), "state": .string(state.rawValue), "project": .string(project),
            "stage": stage.map { .string($0.rawValue) } ?? nil, "items_done": .integer(doneItems),
            "items": .integer(allItems), "created_at": .string(createdAt.formatted(.iso8601)),
            "finished_at": finishedAt.map { .string($0.formatted(.iso8601)) } ?? nil,
        ]
    }
}

/// A stage of a run as `mge status RUN` shows it.
struct StageOverview: Sendable {
    let name: StageName
    let state: String
    /// How many items are in each state.
    let counts: [String: Int]
    /// From the first item's start to the last one's end, in seconds; nil when nothing was begun.
    let seconds: Double?

    var total: Int { counts.values.reduce(0, +) }

    var json: JSONValue {
        [
            "stage": .string(name.rawValue), "state": .string(state),
            "items": .object(counts.mapValues { .integer($0) }), "seconds": seconds.map { .number($0) } ?? nil,
        ]
    }
}

/// An item that was given up.
struct FailedItem: Sendable {
    let stage: StageName
    let key: String
    let failure: StoredFailure?
    /// How many items wait for it in vain.
    let blocked: Int

    var json: JSONValue {
        [
            "stage": .string(stage.rawValue), "item": .string(key), "message": .string(failure?.message ?? ""),
            "remedy": failure?.remedy.map { .string($0) } ?? nil, "blocked": .integer(blocked),
        ]
    }
}

/// Why one or more items of a stage were given up.
struct FailureCause: Sendable {
    let stage: StageName
    let firstItem: String
    let message: String?
    let remedy: String?
    /// How many items failed for it.
    let count: Int
    /// How many items wait for them in vain.
    let blocked: Int

    /// The items, for people: `task-7 and 2 more, 9 items wait for them`.
    var items: String {
        let others = count > 1 ? " and \(count - 1) more" : ""
        guard blocked > 0 else { return firstItem + others }
        let waiting = blocked == 1 ? "1 item waits" : "\(blocked) items wait"
        return "\(firstItem)\(others), \(waiting) for \(count == 1 ? "it" : "them")"
    }
}
