import Foundation
import Glibc
import MGECompiler
import MGELayers

/// The folder that a repository is collected into.
struct CollectTarget: Sendable {
    /// What is there.
    enum State: Sendable, Hashable {
        case absent, empty, filled
    }

    let url: URL
    let state: State

    /// Looks at a folder.
    /// - Throws: `CommandFailure` when something else is there.
    init(_ url: URL) throws {
        self.url = url.resolvingSymlinksInPath()
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: self.url.path, isDirectory: &isDirectory) else {
            state = .absent
            return
        }
        guard isDirectory.boolValue else {
            throw CommandFailure(
                .usage, "\(url.path) is a file, not a folder", next: "choose another place with --into DIR")
        }
        state = try FileManager.default.contentsOfDirectory(atPath: self.url.path).isEmpty ? .empty : .filled
    }

    /// Moves a copy here: whole where nothing was, file by file into a folder that is there.
    ///
    /// Files of an earlier collection that the new one lacks are removed, unless somebody edited them; all others stay.
    /// - Throws: `CommandFailure`.
    func receive(_ copy: StagedCopy, _ source: PublishedTree, with extras: [String] = []) throws {
        if state == .absent {
            guard rename(copy.tree.path, url.path) == 0 else { throw failure("make", url.path) }
            return
        }
        let former = try? PublishedTree(at: url, next: "")
        for path in source.paths + extras { try move(path, from: copy.tree) }
        let current = Set(source.paths)
        for entry in former?.manifest.files ?? [] where !current.contains(entry.path) {
            let file = url.appendingPathComponent(entry.path)
            if PublishedTree.digest(of: file) == entry.digest { try FileManager.default.removeItem(at: file) }
        }
    }

    private func move(_ path: String, from tree: URL) throws {
        let origin = tree.appendingPathComponent(path)
        guard FileManager.default.fileExists(atPath: origin.path) else { return }
        var folder = url
        for component in path.split(separator: "/").dropLast() {
            folder = folder.appendingPathComponent(String(component))
            var status = stat()
            if lstat(folder.path, &status) != 0 {
                guard mkdir(folder.path, 0o755) == 0 else { throw failure("make", folder.path) }
            } else if status.st_mode & S_IFMT != S_IFDIR {
                // A link could lead out of the target.
                throw CommandFailure(
                    .usage, "\(folder.path) is in the way: it is not a folder",
                    next: "remove it, or choose another place")
            }
        }
        let target = url.appendingPathComponent(path).path
        guard rename(origin.path, target) == 0 else { throw failure("write", target) }
    }

    private func failure(_ verb: String, _ path: String) -> CommandFailure {
        CommandFailure(systemError: errno, verb, path)
    }
}
