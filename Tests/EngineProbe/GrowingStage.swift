import MGECompiler
import MGECore
import MGEPostgres

/// Items whose saves add others, which depend on each other.
struct GrowingStage: Stage {
    struct Item: Codable, Sendable {
        var depth: Int
        var seed: Int
        var delay: Int
    }

    static let name: StageName = "growing"
    static let version = 1
    let batchSize: Int

    func plan(_ run: Run, from store: any PostgresExecutor) async throws -> StagePlan<Item> {
        let settings = try run.settings.decoded(as: ProbeSettings.self)
        let item = Item(depth: 0, seed: settings.seed, delay: settings.delay)
        return StagePlan(
            items: (0..<max(1, settings.items / 10)).map {
                Planned(key: "r\($0)", item: item, inputDigest: "\(settings.seed)")
            })
    }

    func perform(_ item: Item, in context: ItemContext) async throws -> Int {
        if item.delay > 0 { try await Task.sleep(for: .milliseconds(item.delay)) }
        return context.key.utf8.reduce(item.seed) { ($0 &* 33 &+ Int($1)) & 0xFFFF_FFFF_FFFF }
    }

    func save(
        _ results: [Performed<Item, Int>], in transaction: StageTransaction
    ) async throws -> [Planned<Item>] {
        try await ProbeResults.save(results.map { ($0.key, $0.output) }, in: transaction)
        return results.filter { $0.item.depth < 2 }.flatMap { result in
            let item = Item(depth: result.item.depth + 1, seed: result.item.seed, delay: result.item.delay)
            let keys = (0..<2).map { "\(result.key).\($0)" }
            return [
                Planned(key: keys[0], item: item, inputDigest: keys[0]),
                Planned(key: keys[1], item: item, inputDigest: keys[1], dependencies: [keys[0]]),
            ]
        }
    }
}
