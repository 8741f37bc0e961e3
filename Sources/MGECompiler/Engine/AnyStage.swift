import Foundation
import MGECore
import MGEPostgres

/// A stage whose types are hidden, as the engine sees it.
package struct AnyStage: Sendable {
    package let name: StageName
    package let version: Int
    let batchSize: Int
    let plan: @Sendable (Run, any PostgresExecutor) async throws -> EncodedPlan
    let perform: @Sendable (Claim, ItemContext) async throws -> PerformedItem
    let save: @Sendable ([PerformedItem], StageTransaction) async throws -> [EncodedItem]
    let complete: @Sendable (StageTransaction) async throws -> Void

    package init<S: Stage>(_ stage: S) {
        name = S.name
        version = S.version
        batchSize = max(1, stage.batchSize)
        plan = { run, store in
            let plan = try await stage.plan(run, from: store)
            return EncodedPlan(items: try plan.items.map(EncodedItem.init), save: plan.save)
        }
        perform = { claim, context in
            let item = try CanonicalJSON.decode(S.Item.self, from: Data(claim.input.utf8))
            let clock = ContinuousClock()
            let start = clock.now
            let output = try await stage.perform(item, in: context)
            let seconds = (clock.now - start) / .seconds(1)
            return PerformedItem(claim: claim, item: item, output: output, seconds: seconds, journal: context.journal)
        }
        save = { performed, transaction in
            let results = performed.compactMap { result -> Performed<S.Item, S.Output>? in
                guard let item = result.item as? S.Item, let output = result.output as? S.Output else { return nil }
                return Performed(key: result.claim.key, item: item, output: output, seconds: result.seconds)
            }
            precondition(results.count == performed.count, "a result of another stage")
            return try await stage.save(results, in: transaction).map(EncodedItem.init)
        }
        complete = { transaction in
            try await stage.complete(in: transaction)
        }
    }
}

/// An item of a plan in its stored form.
struct EncodedItem: Sendable {
    let key: String
    /// JSON text.
    let input: String
    let inputDigest: String
    let dependencies: [String]
    let isLost: Bool

    /// An item that is stored already, of which only the identity counts.
    init(key: String, inputDigest: String) {
        self.key = key
        self.inputDigest = inputDigest
        input = "{}"
        dependencies = []
        isLost = false
    }

    init<Item: Codable & Sendable>(_ planned: Planned<Item>) throws {
        key = planned.key
        input = String(decoding: try CanonicalJSON.encode(planned.item), as: UTF8.self)
        inputDigest = planned.inputDigest
        dependencies = planned.dependencies
        isLost = planned.isLost
    }
}

/// A stage's plan in its stored form.
struct EncodedPlan: Sendable {
    let items: [EncodedItem]
    let save: @Sendable (StageTransaction) async throws -> Void
}

/// An item that was performed and waits to be saved.
struct PerformedItem: Sendable {
    let claim: Claim
    let item: any Sendable
    let output: any Sendable
    let seconds: Double
    let journal: Journal
}

/// A lease on an item: the right to save its result, as long as the token is the item's.
package struct Claim: Sendable {
    let itemID: Int64
    let stage: StageName
    let key: String
    let isPlanning: Bool
    /// JSON text.
    let input: String
    let attempt: Int
    /// The fencing token.
    let token: Int64
}
