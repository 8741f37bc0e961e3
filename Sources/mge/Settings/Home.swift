import Foundation

/// The folder with what MGE needs besides its binary: `migrations` and `templates`.
struct Home: Sendable {
    let url: URL

    /// Takes the folder that was named, else searches upward from the program.
    /// - Throws: `CommandFailure` when there is none.
    init(named name: String?, program: URL) throws(CommandFailure) {
        if let name {
            url = URL(fileURLWithPath: name, isDirectory: true).standardizedFileURL
            guard Self.isHome(url) else {
                throw CommandFailure(
                    .environment, "MGE_HOME is \(url.path), which does not hold the folders migrations and templates",
                    next: "set MGE_HOME to the folder of MGE's sources, or unset it")
            }
            return
        }
        var folder = program.resolvingSymlinksInPath().deletingLastPathComponent()
        while !Self.isHome(folder) {
            guard folder.path != "/" else {
                throw CommandFailure(
                    .environment, "the folders migrations and templates are nowhere above \(program.path)",
                    next: "set MGE_HOME to the folder that holds them")
            }
            folder = folder.deletingLastPathComponent()
        }
        url = folder
    }

    var migrations: String { url.appendingPathComponent("migrations").path }

    private static func isHome(_ folder: URL) -> Bool {
        ["migrations", "templates"].allSatisfy { name in
            var isDirectory: ObjCBool = false
            let path = folder.appendingPathComponent(name).path
            return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
        }
    }
}
