import Foundation
import Glibc

/// A program of the system that a command uses.
struct ExternalProgram: Sendable {
    let name: String
    /// Its absolute path.
    let path: String
    private let searchPath: [String]

    /// Finds a program; nil when no folder has it.
    init?(_ name: String, in searchPath: [String]) {
        guard let folder = searchPath.first(where: { access("\($0)/\(name)", X_OK) == 0 }) else { return nil }
        self.name = name
        self.searchPath = searchPath
        path = "\(folder)/\(name)"
    }

    /// Finds a program that a command can't do without.
    /// - Throws: `CommandFailure` that says how to install it.
    static func required(_ name: String, in settings: Settings) throws(CommandFailure) -> ExternalProgram {
        if let program = ExternalProgram(name, in: settings.searchPath) { return program }
        throw CommandFailure(.environment, "\(name) is not installed", next: "apt-get install \(name)")
    }

    /// Runs the program to its end, with no environment but what is given and `PATH`.
    /// - Returns: what it wrote to standard output, without the last line end.
    /// - Throws: `CommandFailure` with what it wrote to standard error, when it fails.
    @discardableResult
    func run(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) async throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment.merging(["PATH": searchPath.joined(separator: ":"), "LC_ALL": "C"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        // A file takes any amount of output, while a full pipe would stop the program.
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("mge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let (output, errors) = (scratch.appendingPathComponent("out"), scratch.appendingPathComponent("err"))
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
        let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        guard process.terminationStatus == 0 else {
            let said = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
            let lines = said.split(separator: "\n").suffix(5).map(String.init)
            throw CommandFailure(
                .environment, "\(name) ended with status \(process.terminationStatus)", details: lines,
                next: "mge doctor")
        }
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
}
