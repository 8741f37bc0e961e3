import MGECompiler
import MGEPostgres

/// The type that gives a scripted stage its name.
protocol ScriptedName: Sendable {
    static var name: StageName { get }
}

enum First: ScriptedName { static let name: StageName = "first" }
enum Second: ScriptedName { static let name: StageName = "second" }
enum Third: ScriptedName { static let name: StageName = "third" }

/// What a scripted item is.
struct ScriptedItem: Codable, Sendable {
    var text = ""
}

/// A stage whose parts are closures of a test.
struct ScriptedStage<Name: ScriptedName>: Stage {
    typealias Item = ScriptedItem
    typealias Items = [Planned<ScriptedItem>]
    static var name: StageName { Name.name }
    static var version: Int { 1 }

    var batchSize = 1
    var planning: @Sendable (Run) async throws -> Items
    var performing: @Sendable (ScriptedItem, ItemContext) async throws -> String = { item, _ in item.text }
    var saving: @Sendable ([Performed<ScriptedItem, String>], StageTransaction) async throws -> Items = { _, _ in [] }
    var completing: @Sendable (StageTransaction) async throws -> Void = { _ in }

    func plan(_ run: Run, from store: any PostgresExecutor) async throws -> StagePlan<ScriptedItem> {
        StagePlan(items: try await planning(run))
    }

    func perform(_ item: ScriptedItem, in context: ItemContext) async throws -> String {
        try await performing(item, context)
    }

    func save(
        _ results: [Performed<ScriptedItem, String>], in transaction: StageTransaction
    ) async throws -> [Planned<ScriptedItem>] {
        try await saving(results, transaction)
    }

    func complete(in transaction: StageTransaction) async throws {
        try await completing(transaction)
    }
}

/// An item of a scripted plan.
func planned(_ key: String, _ digest: String = "1", after dependencies: [String] = []) -> Planned<ScriptedItem> {
    Planned(key: key, item: ScriptedItem(text: key), inputDigest: digest, dependencies: dependencies)
}
