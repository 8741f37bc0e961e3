import MGECompiler
import MGECore
import MGEPostgres

/// Items that do nothing and save nothing.
struct NoopStage: Stage {
    struct Item: Codable, Sendable {
        var number: Int
    }

    static let name: StageName = "noop"
    static let version = 1
    let batchSize: Int

    func plan(_ run: Run, from store: any PostgresExecutor) async throws -> StagePlan<Item> {
        let settings = try run.settings.decoded(as: ProbeSettings.self)
        return StagePlan(
            items: (0..<settings.items).map { Planned(key: "n\($0)", item: Item(number: $0), inputDigest: "\($0)") })
    }

    func perform(_ item: Item, in context: ItemContext) async throws -> Int { item.number }

    func save(
        _ results: [Performed<Item, Int>], in transaction: StageTransaction
    ) async throws -> [Planned<Item>] { [] }
}
