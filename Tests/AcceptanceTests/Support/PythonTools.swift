import Foundation
import MGEPostgres

/// The programs that a developer of the generated repository would use.
struct PythonTools {
    let folder: String
    /// What the application does not start without.
    private let settings = [
        "DATABASE_URL": "sqlite:///check.db", "SECRET_KEY": "a key that nothing but these tests use",
    ]

    /// What mypy found of the libraries, which are most of its work and the same for all repositories.
    private var cache: String { "\(folder)/../mypy-cache" }

    /// Runs a program of the folder, or else of the system.
    func run(
        _ command: [String], in repository: URL, _ variables: [String: String] = [:]
    ) async throws -> Outcome {
        let search = "\(folder):\(Installation.processEnvironment["PATH"] ?? "")"
        let own = "\(folder)/\(command[0])"
        let program = FileManager.default.isExecutableFile(atPath: own) ? own : "/usr/bin/\(command[0])"
        // Two that write the same cache at once make mypy end with an internal error, now and then.
        let isAlone = command.contains("mypy") || command.contains("lint")
        let arguments = (isAlone ? ["\(folder)/../mypy.lock", program] : []) + command.dropFirst()
        return try await RunningProgram(
            URL(fileURLWithPath: isAlone ? "/usr/bin/flock" : program), arguments, in: repository,
            environment: ["PATH": search, "HOME": repository.path, "LANG": "C.UTF-8", "MYPY_CACHE_DIR": cache]
                .merging(settings) { $1 }.merging(variables) { $1 }
        ).outcome()
    }

    /// Runs a script of the project in the root of a repository.
    func run(
        script name: String, _ arguments: [String] = [], in repository: URL, _ variables: [String: String] = [:]
    ) async throws -> Outcome {
        let script = Installation.root.appending(path: "scripts/\(name)").path
        return try await run(["python", script] + arguments, in: repository, variables)
    }

    /// A database as the settings of a generated repository name it.
    static func url(of database: PostgresConfiguration) -> String {
        var components = URLComponents()
        components.queryItems = "\(database)".split(separator: " ").map { parameter in
            let parts = parameter.split(separator: "=", maxSplits: 1)
            return URLQueryItem(name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : nil)
        }
        return "postgresql:///" + (components.string ?? "")
    }
}
