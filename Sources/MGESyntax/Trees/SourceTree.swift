package import Foundation
import Glibc
package import MGECore

/// The files of some paths that atoms are made of, and what was left out of them.
package struct SourceTree: Sendable {
    /// A file to be read.
    package struct Entry: Sendable, Hashable {
        /// What it is called in results: relative to the directory, when there is but one path.
        package let path: String
        /// Where it is, from the root of the file system.
        package let location: String
    }

    /// By the bytes of their paths, each once.
    package private(set) var entries: [Entry] = []
    /// What could not be looked into, by its path.
    package private(set) var diagnostics: [Diagnostic] = []

    /// Directories that hold no sources of the project itself.
    private static let passedOver: Set<String> = [".git", ".hg", ".svn", "node_modules", "__pycache__"]

    /// Finds the files of some paths: files, and directories with all that is in them.
    ///
    /// Links to directories are not followed, so that no loop is endless; those to files are. A file that several paths
    /// lead to is called as the first of them has it.
    /// - Throws: `SourceTreeError` when a path does not exist.
    package init(paths: [String], from directory: URL) throws(SourceTreeError) {
        var places: Set<String> = []
        for path in paths {
            guard !path.isEmpty, let place = Self.place(of: path, from: directory.path),
                let kind = FileKind(at: place, followingLinks: true)
            else { throw SourceTreeError(path: path) }
            let name = Self.simplified(path)
            switch kind {
            case .file: add(Entry(path: name, location: place), to: &places)
            case .directory:
                let prefix = paths.count == 1 || name.isEmpty ? "" : name.hasSuffix("/") ? name : name + "/"
                walk(place, called: path, prefix, &places)
            case .link, .other: leaveOut(path, .noFile)
            }
        }
        entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        diagnostics.sort { $0.message.utf8.lexicographicallyPrecedes($1.message.utf8) }
    }

    private mutating func add(_ entry: Entry, to places: inout Set<String>) {
        if places.insert(entry.location).inserted { entries.append(entry) }
    }

    private mutating func walk(_ root: String, called path: String, _ prefix: String, _ places: inout Set<String>) {
        var pending = [(directory: root, prefix: prefix)]
        while let (directory, prefix) = pending.popLast() {
            guard places.insert(directory).inserted else { continue }
            guard let listing = DirectoryListing(of: directory) else {
                leaveOut(prefix.isEmpty ? path : prefix, .unlistable)
                continue
            }
            for item in listing.items where !Self.passedOver.contains(item.name) || item.kind != .directory {
                let path = prefix + item.name
                let entry = Entry(path: path, location: (directory == "/" ? "" : directory) + "/" + item.name)
                guard item.isUTF8 else {
                    leaveOut(path, .nameless)
                    continue
                }
                switch item.kind {
                case .file: add(entry, to: &places)
                case .directory: pending.append((entry.location, path + "/"))
                case .link:
                    switch FileKind(at: entry.location, followingLinks: true) {
                    case .file: add(entry, to: &places)
                    case .directory: break
                    case .link, nil: leaveOut(path, .broken)
                    case .other: leaveOut(path, .noFile)
                    }
                case .other: leaveOut(path, .noFile)
                case nil: leaveOut(path, .unreadable)
                }
            }
        }
    }

    private mutating func leaveOut(_ path: String, _ reason: OmissionReason) {
        diagnostics.append(reason.diagnostic(of: path))
    }

    /// Where a path leads, without links and dots; nil when nothing is there.
    private static func place(of path: String, from directory: String) -> String? {
        guard let place = realpath(path.hasPrefix("/") ? path : directory + "/" + path, nil) else { return nil }
        defer { free(place) }
        return String(validatingCString: place)
    }

    /// A path without what says nothing: `./a//b/` is `a/b`, and `.` is empty.
    private static func simplified(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}

/// Why the files of a path cannot be found.
package struct SourceTreeError: Error, Sendable, CustomStringConvertible {
    /// As it was given.
    package let path: String

    package var description: String {
        path.isEmpty ? "a path is empty" : "there is no file or directory \(path)"
    }
}
