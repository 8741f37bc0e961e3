import CLinux
package import Foundation
import Glibc

/// The folder in which runs leave their repositories.
package struct Workspace: Sendable {
    /// An absolute path.
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The folder of a run.
    package func folder(of runID: UUID) -> String {
        "\(path)/\(runID.uuidString.lowercased())"
    }

    /// Where the files of a run are put together before they are published.
    package func staging(of runID: UUID) -> String {
        "\(folder(of: runID))/.staging"
    }

    /// Where a run's repository is published, relative to the workspace.
    package func repository(of runID: UUID, named slug: String) -> String {
        "\(runID.uuidString.lowercased())/\(slug)"
    }

    /// The report beside a run's repository.
    package func report(of runID: UUID) -> String {
        "\(folder(of: runID))/report.json"
    }

    /// Puts a finished tree in the place of another in one step: readers see the old one whole or the new one whole.
    ///
    /// The bytes are on disk before the names change.
    /// - Throws: `FileTreeError`.
    package func publish(_ staging: String, as target: String) throws(FileTreeError) {
        let descriptor = open(staging, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileTreeError(operation: "open", path: staging, code: errno) }
        defer { close(descriptor) }
        guard syncfs(descriptor) == 0 else { throw FileTreeError(operation: "sync", path: staging, code: errno) }
        if renameat2(AT_FDCWD, staging, AT_FDCWD, target, UInt32(MGE_RENAME_EXCHANGE)) == 0 {
            remove(staging)
        } else if errno != ENOENT || rename(staging, target) != 0 {
            throw FileTreeError(operation: "publish", path: target, code: errno)
        }
    }

    /// Moves a tree; false when there is none.
    /// - Throws: `FileTreeError`.
    package func move(_ tree: String, to target: String) throws(FileTreeError) -> Bool {
        if rename(tree, target) == 0 { return true }
        if errno == ENOENT { return false }
        throw FileTreeError(operation: "move", path: tree, code: errno)
    }

    /// Removes a tree if it is there.
    package func remove(_ tree: String) {
        try? FileManager.default.removeItem(atPath: tree)
    }

    /// Where the holder of a lease puts the files of a run together, out of everybody else's way.
    package func staging(of runID: UUID, token: Int64) -> String {
        "\(staging(of: runID))-\(token)"
    }

    /// Removes what was put together for a run and never published, but for what holders of later leases work on.
    package func removeLeftovers(of runID: UUID, upTo token: Int64) {
        let folder = folder(of: runID)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names {
            let parts = name.split(separator: "-", maxSplits: 1)
            guard parts.first == ".staging" else { continue }
            if parts.count == 1 || Int64(parts[1]).map({ $0 <= token }) ?? false { remove("\(folder)/\(name)") }
        }
    }

    /// Puts a small file in the place of another in one step.
    /// - Throws: `FileTreeError`.
    package func replace(_ file: String, with data: Data) throws(FileTreeError) {
        do {
            try data.write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw FileTreeError(operation: "write", path: file, cause: error)
        }
    }
}
