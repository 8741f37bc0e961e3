import MGECompiler
import MGECore
import MGEPostgres

/// A chain of items, each over everything that the stages before have saved.
struct SumStage: Stage {
    struct Item: Codable, Sendable {
        var number: Int
        var delay: Int
    }

    static let name: StageName = "sums"
    static let version = 1

    func plan(_ run: Run, from store: any PostgresExecutor) async throws -> StagePlan<Item> {
        let settings = try run.settings.decoded(as: ProbeSettings.self)
        return StagePlan(
            items: (0..<5).map {
                Planned(
                    key: "s\($0)", item: Item(number: $0, delay: settings.delay), inputDigest: "\(settings)",
                    dependencies: $0 > 0 ? ["s\($0 - 1)"] : [])
            })
    }

    func perform(_ item: Item, in context: ItemContext) async throws -> Int {
        if item.delay > 0 { try await Task.sleep(for: .milliseconds(item.delay)) }
        return try await context.store.firstRow(
            """
            SELECT (coalesce(sum(value % 1000003), 0) + \(item.number))::bigint FROM probe_results
            WHERE run_id = \(context.run.id) AND (stage <> 'sums' OR key = \("s\(item.number - 1)"))
            """, as: Int.self) ?? 0
    }

    func save(
        _ results: [Performed<Item, Int>], in transaction: StageTransaction
    ) async throws -> [Planned<Item>] {
        try await ProbeResults.save(results.map { ($0.key, $0.output) }, in: transaction)
        return []
    }
}
