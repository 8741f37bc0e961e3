package import MGEPostgres

/// One step of a run: it says what its items are, how one is performed and how results are saved.
///
/// Planning the items, claiming them, running them in parallel, retrying, recording and resuming are the engine's.
package protocol Stage: Sendable {
    /// What one item needs to be performed; stored with it.
    associatedtype Item: Codable & Sendable
    /// What performing an item gives.
    associatedtype Output: Sendable

    /// The stored name; never renamed.
    static var name: StageName { get }

    /// Raised to invalidate the results of earlier versions.
    static var version: Int { get }

    /// How many items at most are claimed and performed by one task; 1 for items that take long.
    var batchSize: Int { get }

    /// Divides the stage into items. No transaction is open meanwhile.
    /// - Throws: an `ItemFailure` when the stage can't be planned.
    func plan(_ run: Run, from store: any PostgresExecutor) async throws -> StagePlan<Item>

    /// Does the work of one item. No transaction is open meanwhile, and it may be performed again after a crash.
    /// - Throws: an `ItemFailure` that says whether to try again, to leave the item, or to stop the run.
    func perform(_ item: Item, in context: ItemContext) async throws -> Output

    /// Saves results in the transaction that completes their items; may add items to the stage.
    ///
    /// It is called with several results together, so that rows go in bulk.
    /// - Throws: when a result can't be saved; nothing of the transaction remains then.
    func save(
        _ results: [Performed<Item, Output>], in transaction: StageTransaction
    ) async throws -> [Planned<Item>]

    /// Called once in the transaction that ends the stage, when no item is left to do.
    /// - Throws: when its conclusions can't be saved.
    func complete(in transaction: StageTransaction) async throws
}

extension Stage {
    package var batchSize: Int { 1 }

    package func complete(in transaction: StageTransaction) async throws {}
}

/// An item of a plan.
package struct Planned<Item: Sendable>: Sendable {
    /// Unique in its stage and stable from one planning to the next.
    package var key: String
    package var item: Item
    /// The digest of everything that the item's result depends on.
    package var inputDigest: String
    /// The keys of the items that must be done before.
    package var dependencies: [String]
    /// Whether what an earlier completion left is gone, so that the item is done again though its input is the same.
    package var isLost: Bool

    package init(
        key: String, item: Item, inputDigest: String, dependencies: [String] = [], isLost: Bool = false
    ) {
        self.key = key
        self.item = item
        self.inputDigest = inputDigest
        self.dependencies = dependencies
        self.isLost = isLost
    }
}

/// What planning a stage gives.
package struct StagePlan<Item: Sendable>: Sendable {
    /// The items in the order in which they are claimed.
    package var items: [Planned<Item>]
    /// Saves what planning found out, in the transaction that stores the items.
    package var save: @Sendable (StageTransaction) async throws -> Void

    package init(
        items: [Planned<Item>], save: @escaping @Sendable (StageTransaction) async throws -> Void = { _ in }
    ) {
        self.items = items
        self.save = save
    }
}

/// An item together with what performing it gave.
package struct Performed<Item: Sendable, Output: Sendable>: Sendable {
    package var key: String
    package var item: Item
    package var output: Output
    /// How long performing took, in seconds.
    package var seconds: Double
}
