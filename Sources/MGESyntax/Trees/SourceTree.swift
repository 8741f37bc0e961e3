package import Foundation
package import MGECore

/// The files of some paths that atoms are made of, and what was left out of them.
package struct SourceTree: Sendable {
    /// A file to be read.
    package struct Entry: Sendable, Hashable {
        /// What it is called in results: relative to the directory, when there is but one path.
        package let path: String
        /// Where it is.
        package let url: URL
    }

    /// By the bytes of their paths, each once.
    package private(set) var entries: [Entry] = []
    /// What could not be looked into.
    package private(set) var diagnostics: [Diagnostic] = []

    /// Directories that hold no sources of the project itself.
    private static let passedOver: Set<String> = [".git", ".hg", ".svn", "node_modules", "__pycache__"]

    /// Finds the files of some paths: files, and directories with all that is in them.
    ///
    /// Links to directories are not followed, so that no loop is endless; those to files are.
    /// - Throws: `SourceTreeError` when a path does not exist.
    package init(paths: [String], from directory: URL) throws(SourceTreeError) {
        var found: [String: Entry] = [:]
        for path in paths {
            let absolute = path.hasPrefix("/") ? path : directory.path + "/" + path
            let url = URL(fileURLWithPath: absolute).standardizedFileURL
            switch Self.kind(of: url.path) {
            case nil: throw SourceTreeError(path: path)
            case .file: found[path] = Entry(path: path, url: url)
            case .directory:
                let prefix = paths.count == 1 ? "" : Self.withSlash(path)
                walk(url.path, prefix) { found[$0.path] = $0 }
            case .other: diagnostics.append(Self.skipped(path, "is no file and no directory"))
            }
        }
        entries = found.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private mutating func walk(_ root: String, _ prefix: String, _ add: (Entry) -> Void) {
        var pending = [(directory: root, prefix: prefix)]
        while let (directory, prefix) = pending.popLast() {
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
                diagnostics.append(Self.skipped(prefix.isEmpty ? directory : prefix, "can't be listed"))
                continue
            }
            for name in names {
                let full = directory + "/" + name
                var information = stat()
                guard lstat(full, &information) == 0 else { continue }
                if information.st_mode & S_IFMT == S_IFDIR {
                    if !Self.passedOver.contains(name) { pending.append((full, prefix + name + "/")) }
                } else if Self.kind(of: full) == .file {
                    add(Entry(path: prefix + name, url: URL(fileURLWithPath: full, isDirectory: false)))
                }
            }
        }
    }

    private enum Kind { case file, directory, other }

    /// What a path leads to, through links; nil when nothing is there.
    private static func kind(of path: String) -> Kind? {
        var information = stat()
        guard stat(path, &information) == 0 else { return nil }
        return switch information.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .directory
        default: .other
        }
    }

    private static func withSlash(_ path: String) -> String { path.hasSuffix("/") ? path : path + "/" }

    /// A warning about something that is left out.
    static func skipped(_ path: String, _ reason: String) -> Diagnostic {
        Diagnostic(
            .warning, "\(path) \(reason) and is left out", subject: path, remedy: "check its permissions",
            at: SourceLocation(file: path, line: 1, column: 1))
    }
}

/// Why the files of a path cannot be found.
package struct SourceTreeError: Error, Sendable, CustomStringConvertible {
    /// As it was given.
    package let path: String

    package var description: String { "there is no file or directory \(path)" }
}
