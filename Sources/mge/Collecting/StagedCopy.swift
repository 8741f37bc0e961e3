import Foundation
import Glibc
import MGECompiler

/// A copy of a published tree in a temporary folder, which becomes the collected one in its last step.
struct StagedCopy: Sendable {
    /// The folder that is removed at the end.
    let scratch: URL
    /// The copy itself.
    let tree: URL

    /// Names a place for a copy beside its target, so that moving it there is a change of names only.
    init(beside target: URL, named name: String) {
        let process = ProcessInfo.processInfo.processIdentifier
        scratch = target.deletingLastPathComponent().appendingPathComponent(".\(name).mge-\(process)")
        tree = scratch.appendingPathComponent(name)
    }

    /// Copies the files of a tree that are there.
    /// - Throws: `CommandFailure` when somebody asks to stop; whatever keeps a file from being copied.
    func fill(from source: PublishedTree, until stop: StopSignal) throws {
        let files = FileManager.default
        try files.createDirectory(at: tree, withIntermediateDirectories: true)
        var folders: Set<String> = []
        for path in source.paths {
            if stop.isRequested { throw CommandFailure(.interrupted, "nothing was collected", next: "collect again") }
            let origin = source.root.appendingPathComponent(path)
            var status = stat()
            guard lstat(origin.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            let target = tree.appendingPathComponent(path)
            let folder = target.deletingLastPathComponent()
            if folders.insert(folder.path).inserted {
                try files.createDirectory(at: folder, withIntermediateDirectories: true)
            }
            try Data(contentsOf: origin).write(to: target)
            // Of the published modes only this bit means something; the others follow whoever built.
            chmod(target.path, status.st_mode & S_IXUSR != 0 ? 0o755 : 0o644)
        }
    }

    /// Removes what is left in the temporary place.
    func remove() {
        try? FileManager.default.removeItem(at: scratch)
    }
}
