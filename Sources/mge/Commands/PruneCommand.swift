import Foundation
import MGECompiler
import MGECore
import MGEPostgres

/// `mge prune`: removes runs with what they left in the workspace.
struct PruneCommand: Command {
    private static let runs = Positional("RUN", .any, help: "runs by id, beginning of one, or 'last'")
    private static let olderThan = Option<AgeLimit>(
        "older-than", "AGE", help: "all runs that were submitted longer ago: 90m, 12h, 30d or 8w"
    ) { text throws(BadValue) in try AgeLimit(text) }
    private static let dryRun = Flag("dry-run", help: "only say what would be removed")

    static let declaration = CommandDeclaration(
        "prune", in: .maintain, summary: "remove runs and their repositories",
        discussion: """
            Removes runs from the database and their folders from the workspace. A run that somebody works on is left \
            alone. What was collected elsewhere stays.
            """,
        positionals: [runs], options: [AnyOption(olderThan), AnyOption(dryRun)],
        examples: [
            .init("mge prune --older-than 30d --dry-run", "see what is old"),
            .init("mge prune 3f2a 91bc", "remove two runs"),
        ])

    private let references: [String]
    private let age: AgeLimit?
    private let isDry: Bool

    init(_ arguments: ParsedArguments) throws {
        references = arguments[Self.runs]
        age = arguments[Self.olderThan]
        isDry = arguments[Self.dryRun]
        if references.isEmpty, age == nil {
            throw UsageError("nothing to prune is given", remedy: "name runs, or give --older-than", command: "prune")
        }
    }

    func run(in context: CommandContext) async throws -> ExitCode {
        let references = try references.map { try RunReference($0) }
        guard await context.root.hasDatabase() else {
            context.console.note("there are no runs in \(context.settings.workspace.path)")
            return .done
        }
        return try await context.root.withDatabase(connections: 3) { database in
            var chosen: [Run] = []
            for reference in references { chosen.append(try await reference.resolve(in: database.pool)) }
            if let age {
                let before = Date().addingTimeInterval(-age.seconds)
                chosen += try await database.pool.runs(where: "created_at < \(before)", limit: 100_000)
            }
            var seen: Set<UUID> = []
            var busy = 0
            for run in chosen where seen.insert(run.id).inserted {
                if try await !prune(run, database, context) { busy += 1 }
            }
            guard busy == 0 else {
                throw CommandFailure(
                    .failure, "\(busy) run\(busy == 1 ? " is" : "s are") worked on and left alone",
                    next: "mge cancel RUN, then prune again")
            }
            if seen.isEmpty { context.console.note("there is nothing to prune") }
            return .done
        }
    }

    /// Removes one run unless somebody works on it: first its folder, so that what is left can be pruned again.
    private func prune(_ run: Run, _ database: Database, _ context: CommandContext) async throws -> Bool {
        let folder = context.settings.workspace.folder(of: run.id)
        let isRemoved = try await database.pool.transaction { transaction in
            guard try await transaction.lockForRemoval(run.id) else { return false }
            if isDry { return true }
            if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
            try await transaction.removeRun(run.id)
            return true
        }
        guard isRemoved else { return false }
        let id = run.id.uuidString.lowercased()
        if context.console.isJSON {
            context.console.result(["run": .string(id), "state": .string(run.state.rawValue), "removed": .bool(!isDry)])
        } else {
            context.console.result("\(isDry ? "would remove" : "removed") \(id)  \(run.state.rawValue)")
        }
        return true
    }
}

/// How old something must be, as people write it: `30d`.
struct AgeLimit: Sendable, Hashable {
    let seconds: Double

    /// - Throws: `BadValue` when the text is no age.
    init(_ text: String) throws(BadValue) {
        let units: [Character: Double] = ["m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
        guard let unit = text.last.flatMap({ units[$0] }), let number = Int(text.dropLast()), number >= 0,
            number <= 100_000
        else { throw BadValue(reason: "is not an age such as 90m, 12h, 30d or 8w") }
        seconds = Double(number) * unit
    }
}
