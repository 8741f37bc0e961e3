import Foundation
import MGEPostgres
import Synchronization

/// A process of the engine probe.
final class ProbeProcess: Sendable {
    struct Ending: Sendable, Equatable {
        /// The exit status; a signal's number when one ended it.
        let status: Int32
        let wasSignalled: Bool
        let output: String
        let errors: String
    }

    /// It did not end in time: it hangs.
    struct Hang: Error {
        let arguments: [String]
    }

    let identifier: Int32
    private let arguments: [String]
    private let ending: Task<Ending, Never>

    /// Starts the probe.
    init(_ arguments: [String], on configuration: PostgresConfiguration) throws {
        let process = Process()
        let folder = (Bundle.main.executableURL ?? URL(fileURLWithPath: "/")).deletingLastPathComponent()
        process.executableURL = folder.appendingPathComponent("EngineProbe")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["DATABASE_URL": "\(configuration)"]) { $1 }
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        let (ended, continuation) = AsyncStream<(Int32, Bool)>.makeStream()
        process.terminationHandler = { process in
            continuation.yield((process.terminationStatus, process.terminationReason == .uncaughtSignal))
            continuation.finish()
        }
        try process.run()
        identifier = process.processIdentifier
        self.arguments = arguments
        ending = Task {
            var result: (Int32, Bool) = (-1, false)
            for await end in ended { result = end }
            // What the probe says fits into the pipes' buffers.
            let texts = [output, errors].map {
                String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            }
            return Ending(status: result.0, wasSignalled: result.1, output: texts[0], errors: texts[1])
        }
    }

    func send(_ signal: Int32) { kill(identifier, signal) }

    /// Waits until the process ends; a process that hangs is killed.
    /// - Throws: `Hang` when it does not end within a time that is long for every test.
    func wait(atMost limit: Duration = .seconds(600)) async throws -> Ending {
        let hung = Mutex(false)
        let watchdog = Task {
            try await Task.sleep(for: limit)
            hung.withLock { $0 = true }
            send(SIGKILL)
        }
        let end = await ending.value
        watchdog.cancel()
        if hung.withLock({ $0 }) { throw Hang(arguments: arguments) }
        return end
    }

    /// Runs the probe to its end and returns what it prints.
    static func output(_ arguments: [String], on configuration: PostgresConfiguration) async throws -> String {
        let end = try await ProbeProcess(arguments, on: configuration).wait()
        guard end.status == 0 else { throw Failure(ending: end) }
        return end.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    struct Failure: Error {
        let ending: Ending
    }
}
