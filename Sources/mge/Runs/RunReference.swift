import Foundation
import MGECompiler
import MGEPostgres

/// How a run is named on the command line: an id, a unique prefix of one, or `last`.
struct RunReference: Sendable, Hashable {
    /// What the text says.
    enum Meaning: Sendable, Hashable {
        case last
        /// The least and the greatest id with the prefix.
        case prefix(least: UUID, greatest: UUID)
    }

    let text: String
    let meaning: Meaning

    /// The argument that commands declare.
    static let argument = Positional("RUN", help: "a run's id, the beginning of one, or 'last'")
    static let optionalArgument = Positional("RUN", .optional, help: "a run's id, the beginning of one, or 'last'")

    /// Reads a name.
    /// - Throws: `CommandFailure` when it can be none.
    init(_ text: String) throws(CommandFailure) {
        self.text = text
        if text == "last" {
            meaning = .last
            return
        }
        let digits = text.lowercased().filter { $0 != "-" }
        guard !digits.isEmpty, digits.count <= 32, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
            let least = Self.identifier(digits, filledWith: "0"),
            let greatest = Self.identifier(digits, filledWith: "f")
        else {
            throw CommandFailure(
                .usage, "'\(text)' can't be a run: a run is an id, the beginning of one, or 'last'", next: "mge status")
        }
        meaning = .prefix(least: least, greatest: greatest)
    }

    /// Finds the run.
    /// - Throws: `CommandFailure` that lists the candidates when there is not exactly one; `PostgresError`.
    func resolve(in store: some PostgresExecutor) async throws -> Run {
        let limit = 10
        let runs =
            switch meaning {
            case .last: try await store.runs(where: "true", limit: 1)
            case .prefix(let least, let greatest):
                try await store.runs(where: "run_id BETWEEN \(least) AND \(greatest)", limit: limit + 1)
            }
        if let run = runs.first, runs.count == 1 { return run }
        guard runs.isEmpty else {
            let names = runs.prefix(limit).map { "\($0.id.uuidString.lowercased())  \($0.state.rawValue)" }
            throw CommandFailure(
                .usage,
                "'\(text)' is the beginning of \(runs.count > limit ? "more than \(limit)" : "\(runs.count)") runs",
                details: names + (runs.count > limit ? ["…"] : []), next: "give more of the id")
        }
        let known = try await store.runs(where: "true", limit: 5)
        throw CommandFailure(
            .usage, known.isEmpty ? "there are no runs yet" : "there is no run '\(text)'",
            details: known.map { "\($0.id.uuidString.lowercased())  \($0.state.rawValue)" },
            next: known.isEmpty ? "mge submit DESCRIPTION" : "mge status")
    }

    private static func identifier(_ digits: String, filledWith digit: Character) -> UUID? {
        let all = Array(digits) + Array(repeating: digit, count: 32 - digits.count)
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(all[$0]) }
        return UUID(uuidString: groups.joined(separator: "-"))
    }
}

extension CommandContext {
    /// Lends the database together with the run that a text names.
    /// - Throws: `CommandFailure` when there is no such run; `PostgresError`; what the body throws.
    func withRun<Result>(
        _ text: String, connections: Int = 2, _ body: (Run, Database) async throws -> Result
    ) async throws -> Result {
        let reference = try RunReference(text)
        guard await root.hasDatabase() else {
            throw CommandFailure(
                .usage, "there are no runs in \(settings.workspace.path) yet", next: "mge submit DESCRIPTION")
        }
        return try await root.withDatabase(connections: connections) { database in
            try await body(try await reference.resolve(in: database.pool), database)
        }
    }
}
