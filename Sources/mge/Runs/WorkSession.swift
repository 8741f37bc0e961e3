import Foundation
import Glibc
import MGECompiler
import MGECore
import MGELayers
import MGEPostgres

/// Works on a run and shows it, until it ends, waits for somebody, or is interrupted.
struct WorkSession: Sendable {
    let context: CommandContext
    let database: Database
    let engine: Engine
    let runID: UUID
    /// The description, for the lines that diagnostics point at; nil when it is not at hand.
    let description: Description?

    private var console: Console { context.console }
    private var name: String { RunAdvice.shortName(of: runID) }

    /// Works on the run and tells how it ended.
    /// - Parameters:
    ///   - options: what to do differently.
    ///   - showsPast: whether to show what happened before, too.
    /// - Returns: the exit code.
    /// - Throws: `EngineError`; `PostgresError`.
    func work(_ options: ResumeOptions, showsPast: Bool) async throws -> ExitCode {
        context.interruption.setFarewell("resume with: mge resume \(name)")
        let follower = EventFollower(runID, in: database.pool, recorder: recorder)
        if !showsPast { try await follower.skip() }
        var options = options
        while true {
            let chosen = options
            let outcome = try await context.interruption.heeding { stop in
                try await follower.following { try await engine.work(on: runID, chosen, until: stop) }
            }
            switch outcome {
            case .ended(let state): return try await conclude(state)
            case .unchanged:
                console.note("it has succeeded before; nothing is to be done")
                try await follower.showAgain("complete")
                return try await conclude(.succeeded)
            case .interrupted:
                throw CommandFailure(.interrupted, "", next: "mge resume \(name)")
            case .awaitingApproval:
                guard try await asksForApproval() else {
                    let message = "the plan of run \(name) waits for approval"
                    throw CommandFailure(
                        .awaitingApproval, message, details: ["look at it with: mge plan \(name)"],
                        next: "mge approve \(name), or give it up: mge cancel \(name)")
                }
                options = ResumeOptions(approves: true)
            }
        }
    }

    private var recorder: any Recorder {
        if console.isJSON { return JSONLinesRecorder { [output = console.output] in output.write($0) } }
        let diagnostics = DiagnosticText(
            style: console.errorStyle, source: description?.text, file: description?.file)
        return ConsoleRecorder(
            style: console.errorStyle, verbosity: console.verbosity, diagnostics: diagnostics
        ) { [errors = console.errors] in errors.write($0) }
    }

    /// Shows the plan and asks whoever sits at the terminal; nobody sits elsewhere.
    private func asksForApproval() async throws -> Bool {
        if let plan = try await database.pool.masterplan(of: runID) {
            console.tell(PlanSummary(plan).text)
        }
        guard isatty(STDIN_FILENO) == 1, console.errorStyle.isTerminal else { return false }
        console.errors.write("Build this? [y/N] ")
        let answer = await Task(executorPreference: QueueTaskExecutor(label: "mge.prompt")) { readLine() }.value
        if answer == nil { console.tell("") }
        return ["y", "yes"].contains(answer?.trimmingCharacters(in: .whitespaces).lowercased())
    }

    private func conclude(_ state: RunState) async throws -> ExitCode {
        guard let run = try await database.pool.run(runID) else { throw EngineError.unknownRun(runID) }
        let code = ExitCode(of: state, cause: run.failure?.cause)
        let repository = try await database.pool.publishedRepository(of: runID)
        if let repository, state == .succeeded || state == .partial, !console.isJSON {
            console.result("\(context.settings.workspace.path)/\(repository.path)")
        }
        guard code != .done else { return code }
        let failure = run.failure
        let message =
            switch state {
            case .partial: "run \(name) is partial: see what is missing with: mge status \(name)"
            case .failed:
                "run \(name) failed in \(failure?.place ?? "its end"): \(failure?.message ?? "see its log")"
            default: "run \(name) is \(state.rawValue)"
            }
        let advice = try await RunAdvice(run, in: database.pool)
        throw CommandFailure(code, message, details: failure?.remedy.map { [$0] } ?? [], next: advice.next)
    }
}
