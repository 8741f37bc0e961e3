import Foundation
import MGECompiler

/// What holds for a whole invocation: places, the environment, and how to speak.
struct Settings: Sendable {
    /// An absolute path.
    let workspace: Workspace
    /// Nil for the private server of the workspace.
    let database: String?
    /// The folder of templates and migrations, if it was named.
    let home: String?
    /// The folders with grammars, if they were named.
    let grammars: [String]
    /// Who submits runs.
    let userID: String
    /// The folders with programs.
    let searchPath: [String]
    /// The folder that relative paths start from.
    let directory: URL

    init(_ arguments: ParsedArguments, environment: [String: String], directory: URL) {
        self.directory = directory
        let path = arguments[CommonOptions.workspace] ?? "workspace"
        let url = URL(fileURLWithPath: path, isDirectory: true, relativeTo: directory)
        workspace = Workspace(path: url.standardizedFileURL.path)
        database = arguments[CommonOptions.database]
        home = environment["MGE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
        grammars = environment["MGE_GRAMMARS"]?.split(separator: ":").map(String.init) ?? []
        searchPath = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map(String.init)
        let user = environment["MGE_USER_ID"].flatMap { $0.isEmpty ? nil : $0 }
        userID = user ?? NSUserName()
    }

    /// A path that the user typed, as an absolute one.
    func resolve(_ path: String) -> URL {
        URL(fileURLWithPath: path, relativeTo: directory).standardizedFileURL
    }
}
