import Foundation
import MGECompiler
import MGECore
import MGEPostgres

/// How one run stands: its stages, its failures, and what to do next.
struct RunReport: Sendable {
    private let run: Run
    private let overview: RunOverview
    private let stages: [StageOverview]
    private let failed: [FailedItem]
    private let causes: [FailureCause]
    private let workers: [LiveWorker]
    private let advice: RunAdvice
    /// The absolute path of the repository; nil before it is published.
    private let repository: String?

    init(of runID: UUID, in store: some PostgresExecutor, workspace: Workspace) async throws {
        guard let run = try await store.run(runID),
            let overview = try await store.runOverviews(where: "run_id = \(runID)").first
        else { throw EngineError.unknownRun(runID) }
        self.run = run
        self.overview = overview
        stages = try await store.stageOverviews(of: runID)
        failed = try await store.failedItems(of: runID)
        causes = try await store.failureCauses(of: runID)
        workers = try await store.liveWorkers(of: runID)
        advice = try await RunAdvice(run, isWorkedOn: !workers.isEmpty, in: store)
        repository = try await store.publishedRepository(of: runID).map { "\(workspace.path)/\($0.path)" }
    }

    /// Whether nothing changes until somebody does something.
    var isAtRest: Bool { run.state.isEnded || (run.state != .running && workers.isEmpty) }

    var json: JSONValue {
        [
            "run": .string(run.id.uuidString.lowercased()), "state": .string(run.state.rawValue),
            "project": .string(overview.project), "user_id": .string(run.userID), "session_id": .string(run.sessionID),
            "created_at": .string(run.createdAt.formatted(.iso8601)),
            "finished_at": run.finishedAt.map { .string($0.formatted(.iso8601)) } ?? nil,
            "stages": .array(stages.map(\.json)), "failed_items": .array(failed.map(\.json)),
            "workers": .array(workers.map { ["host": .string($0.host), "process": .integer($0.process)] }),
            "failure": (try? run.failure.map { try JSONValue(encoding: $0) }) ?? nil,
            "repository": repository.map { .string($0) } ?? nil, "next": .string(advice.next),
        ]
    }

    func lines(_ style: TerminalStyle) -> [String] {
        var lines = [
            "\(style.bold("run")) \(run.id.uuidString.lowercased())",
            "project    \(overview.project)",
            "state      \(run.state.rawValue)"
                + (run.state == .running && workers.isEmpty ? ", nobody works on it" : ""),
            "submitted  \(run.createdAt.formatted(.iso8601)) by \(run.userID)",
        ]
        for worker in workers { lines.append("worker     process \(worker.process) on \(worker.host)") }
        if let repository { lines.append("repository \(repository)") }
        lines.append("")
        var table = Table("STAGE", "STATE", "ITEMS", "TIME", "NOT DONE", numbers: [2, 3])
        for stage in stages {
            let done = stage.counts["done", default: 0]
            let others = stage.counts.filter { $0.key != "done" }.sorted { $0.key < $1.key }
            table.add(
                stage.name.rawValue, stage.state, stage.total > 0 ? "\(done)/\(stage.total)" : "-",
                stage.seconds.map(EventText.duration) ?? "-",
                others.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
        }
        lines += table.lines(style)
        return lines + failureLines(style) + ["", "next: \(advice.next)"]
    }

    private func failureLines(_ style: TerminalStyle) -> [String] {
        var lines: [String] = []
        if let failure = run.failure {
            lines += ["", "\(style.paint("error:", .red)) \(failure.stage): \(TextWidth.printable(failure.message))"]
            if let remedy = failure.remedy { lines.append("  help: \(remedy)") }
        }
        for cause in causes {
            let message = TextWidth.printable(cause.message ?? "the item failed")
            lines += ["", "\(style.paint("failed:", .red)) \(cause.stage) \(cause.items)", "  \(message)"]
            if let remedy = cause.remedy { lines.append("  help: \(remedy)") }
        }
        return lines
    }
}
