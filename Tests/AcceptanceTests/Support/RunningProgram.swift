import Foundation
import Glibc

/// How a process ended and what it wrote.
struct Outcome: Sendable {
    /// The exit code, or 128 and the signal's number.
    let status: Int32
    let output: String
    let errors: String

    /// What it wrote to standard output, line by line.
    var lines: [Substring] { output.split(separator: "\n") }
}

/// A process that a test started.
struct RunningProgram: Sendable {
    let processID: pid_t
    private let end: Task<Int32, Never>
    private let scratch: URL

    /// Starts a program whose output goes to files: a full pipe would stop it; without input it reads an empty one.
    /// - Throws: whatever keeps it from being started.
    init(
        _ program: URL, _ arguments: [String], in folder: URL, environment: [String: String], input: Data? = nil
    ) throws {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "mge-process-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        for name in ["output", "errors"] { try Data().write(to: scratch.appending(path: name)) }
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardOutput = try FileHandle(forWritingTo: scratch.appending(path: "output"))
        process.standardError = try FileHandle(forWritingTo: scratch.appending(path: "errors"))
        process.standardInput = FileHandle.nullDevice
        if let input {
            try input.write(to: scratch.appending(path: "input"))
            process.standardInput = try FileHandle(forReadingFrom: scratch.appending(path: "input"))
        }
        let (statuses, continuation) = AsyncStream<Int32>.makeStream()
        process.terminationHandler = { process in
            let isSignal = process.terminationReason == .uncaughtSignal
            continuation.yield(process.terminationStatus + (isSignal ? 128 : 0))
            continuation.finish()
        }
        try process.run()
        self.scratch = scratch
        processID = process.processIdentifier
        end = Task { await statuses.first { _ in true } ?? -1 }
    }

    /// Sends a signal; nothing happens to a process that ended.
    func send(_ signal: Int32) {
        kill(processID, signal)
    }

    var isRunning: Bool { kill(processID, 0) == 0 }

    /// Waits for its end.
    func outcome() async throws -> Outcome {
        let status = await end.value
        defer { try? FileManager.default.removeItem(at: scratch) }
        let text = { (name: String) throws in
            String(decoding: try Data(contentsOf: scratch.appending(path: name)), as: UTF8.self)
        }
        return Outcome(status: status, output: try text("output"), errors: try text("errors"))
    }
}
