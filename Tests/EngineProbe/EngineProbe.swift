import Dispatch
import Foundation
import MGECompiler
import MGECore
import MGEPostgres

/// Works on runs of its own kinds as a process of its own, so that tests can kill, stop and measure it.
@main
struct EngineProbe {
    let arguments: ProbeArguments
    let configuration: PostgresConfiguration

    static func main() async {
        do {
            let arguments = try ProbeArguments(Array(CommandLine.arguments.dropFirst()))
            let configuration: PostgresConfiguration
            if let url = ProcessInfo.processInfo.environment["DATABASE_URL"] {
                configuration = try PostgresConfiguration(url: url)
            } else {
                configuration = try await EmbeddedCluster(
                    directory: arguments.value("cluster", "/var/tmp/mge-engine-probe"), settings: .durable
                ).start()
            }
            try await EngineProbe(arguments: arguments, configuration: configuration).run()
        } catch {
            FileHandle.standardError.write(Data("engine probe: \(error)\n".utf8))
            exit(1)
        }
    }

    private func run() async throws {
        let pool = PostgresPool(configuration, size: try arguments.value("concurrency", 4) + 2)
        switch arguments.command {
        case "submit": print(try await submit(in: pool).uuidString.lowercased())
        case "work": try await work(in: pool)
        case "status":
            let id = try runID()
            let state = try await pool.run(id)?.state.rawValue ?? "unknown"
            print(state, try await ProbeResults.digest(of: id, in: pool))
        case "bench": try await EngineBenchmark(arguments: arguments, configuration: configuration).run()
        default: throw ProbeArguments.Problem(description: "unknown command '\(arguments.command)'")
        }
        await pool.close()
    }

    private func runID() throws -> UUID {
        guard let text = arguments.operands.first, let id = UUID(uuidString: text) else {
            throw ProbeArguments.Problem(description: "which run?")
        }
        return id
    }

    private func submit(in pool: PostgresPool) async throws -> UUID {
        let settings = try arguments.settings()
        let name = arguments.operands.first ?? "probe"
        guard let kind = ProbeKinds.all(settings).first(where: { $0.name == name }) else {
            throw ProbeArguments.Problem(description: "unknown kind '\(name)'")
        }
        try await ProbeResults.create(in: pool)
        let run = NewRun(
            id: UUID(), settings: try JSONValue(encoding: settings), input: .object([:]), userID: "probe",
            sessionID: "probe")
        let engine = Engine(
            pool: pool, configuration: configuration, kinds: [kind], settings: EngineSettings(concurrency: 1))
        try await engine.submit(run, kind: kind)
        return run.id
    }

    private func work(in pool: PostgresPool) async throws {
        let id = try runID()
        guard let run = try await pool.run(id) else { throw EngineError.unknownRun(id) }
        let settings = try run.settings.decoded(as: ProbeSettings.self)
        let engine = Engine(
            pool: pool, configuration: configuration, kinds: ProbeKinds.all(settings), settings: try engineSettings())
        let stop = StopSignal()
        let sources = [SIGINT, SIGTERM].map { Self.stopping(stop, at: $0) }
        let outcome = try await engine.work(on: id, until: stop)
        sources.forEach { $0.cancel() }
        switch outcome {
        case .ended(let state): print(state.rawValue)
        case .unchanged: print("unchanged")
        case .awaitingApproval: print("awaiting approval")
        case .interrupted:
            print("interrupted")
            exit(130)
        }
    }

    private func engineSettings() throws -> EngineSettings {
        var settings = EngineSettings(concurrency: try arguments.value("concurrency", 4))
        settings.lease = try arguments.value("lease", settings.lease)
        settings.heartbeat = .milliseconds(try arguments.value("heartbeat", 15_000))
        settings.poll = .milliseconds(try arguments.value("poll", 1_000))
        settings.grace = .milliseconds(try arguments.value("grace", 20_000))
        settings.retries.abandonments = try arguments.value("abandonments", settings.retries.abandonments)
        return settings
    }

    /// The first signal asks to stop, the second ends the process.
    private static func stopping(_ stop: StopSignal, at number: Int32) -> any DispatchSourceSignal {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number)
        source.setEventHandler {
            if stop.isRequested { _exit(131) }
            stop.request()
        }
        source.resume()
        return source
    }
}
