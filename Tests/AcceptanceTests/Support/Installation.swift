import Foundation

/// The program under test with what belongs to it, and the tools that check what it makes.
enum Installation {
    private static let environment = ProcessInfo.processInfo.environment

    /// The checkout.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// `MGE_BINARY`, else the release build, else the debug build.
    static let program: URL = {
        if let path = environment["MGE_BINARY"] { return URL(fileURLWithPath: path) }
        let builds = ["release", "debug"].map { root.appending(path: ".build/\($0)/mge") }
        return builds.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? builds[1]
    }()

    static let grammars = environment["MGE_GRAMMARS"] ?? root.appending(path: ".tools/grammars").path

    /// The folder with `python`, `ruff`, `mypy` and `pytest`; nil when generated repositories can't be checked.
    static let pythonTools = environment["MGE_TEST_PYTHON"]

    /// Whether tests run that take minutes.
    static let isExhaustive = environment["MGE_TEST_ALL"] == "1"

    /// Whether a test may have a file system of its own, as only root may.
    static let canMount: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
        process.arguments = ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// What every process of a test has in its environment, and nothing else.
    static let processEnvironment = [
        "PATH": environment["PATH"] ?? "/usr/bin:/bin", "HOME": environment["HOME"] ?? "/", "LANG": "C.UTF-8",
        "MGE_HOME": root.path, "MGE_GRAMMARS": grammars,
    ]

    /// The text of a file below `examples`.
    static func example(_ name: String) -> String {
        root.appending(path: "examples/\(name)").path
    }

    /// The description that the documentation begins with: three entities, and no word about their fields.
    static let sentence =
        "Create a FastAPI REST API for task management with users, tasks, and comments"
}
