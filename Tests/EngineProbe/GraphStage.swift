import Foundation
import MGECompiler
import MGECore
import MGEPostgres

/// Items that depend on each other; the value of each holds the values of what it depends on.
struct GraphStage: Stage {
    struct Item: Codable, Sendable {
        var number: Int
        var seed: Int
        var dependencies: [String]
        var delay: Int
        var padding: String
        var kills: Bool
    }

    static let name: StageName = "graph"
    static let version = 1
    let batchSize: Int

    func plan(_ run: Run, from store: any PostgresExecutor) async throws -> StagePlan<Item> {
        let settings = try run.settings.decoded(as: ProbeSettings.self)
        let padding = String(repeating: "x", count: settings.padding)
        return StagePlan(
            items: try (0..<settings.items).map { number in
                let item = Item(
                    number: number, seed: settings.seed, dependencies: dependencies(of: number, settings),
                    delay: settings.delay, padding: padding, kills: number == settings.poison)
                return Planned(
                    key: "g\(number)", item: item, inputDigest: try CanonicalJSON.digest(of: item).hexadecimal,
                    dependencies: item.dependencies)
            })
    }

    private func dependencies(of number: Int, _ settings: ProbeSettings) -> [String] {
        switch settings.shape {
        case .independent: return []
        case .dense:
            let layer = number / 20
            return layer == 0 ? [] : ((layer - 1) * 20..<layer * 20).map { "g\($0)" }
        case .random:
            guard number > 0 else { return [] }
            var numbers = SeededNumbers(seed: settings.seed, number)
            let count = numbers.next(below: 4)
            return Set((0..<count).map { _ in "g\(numbers.next(below: number))" }).sorted()
        }
    }

    func perform(_ item: Item, in context: ItemContext) async throws -> Int {
        if item.kills { kill(getpid(), SIGKILL) }
        if item.delay > 0 { try await Task.sleep(for: .milliseconds(item.delay)) }
        let values = try await ProbeResults.values(
            of: item.dependencies, stage: Self.name, in: context.run, from: context.store)
        guard values.count == item.dependencies.count else {
            throw ItemFailure("\(context.key) was performed before what it depends on")
        }
        return (values.reduce(item.number &* 31 &+ item.seed) { $0 &+ $1 &* 7 }) & 0xFFFF_FFFF_FFFF
    }

    func save(
        _ results: [Performed<Item, Int>], in transaction: StageTransaction
    ) async throws -> [Planned<Item>] {
        try await ProbeResults.save(results.map { ($0.key, $0.output) }, in: transaction)
        for result in results { transaction.post(Event("saved", ["key": .string(result.key)])) }
        return []
    }
}
