import Foundation
import Glibc
import MGECompiler
import MGECore
import MGELayers

/// A repository that a run published, with its manifest.
struct PublishedTree: Sendable {
    /// What differs from the manifest.
    struct Differences: Sendable, Hashable {
        var edited: [String] = []
        var missing: [String] = []

        var isEmpty: Bool { edited.isEmpty && missing.isEmpty }
        var lines: [String] { edited.map { "edited: \($0)" } + missing.map { "missing: \($0)" } }
    }

    let root: URL
    let manifest: Manifest

    /// Reads the manifest of a tree.
    /// - Throws: `CommandFailure` when there is none or it can't be trusted.
    init(at root: URL, next: String) throws(CommandFailure) {
        self.root = root
        let file = root.appendingPathComponent(Manifest.path)
        do {
            manifest = try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: file))
            try RepositoryPath.check(all: manifest.files.map(\.path))
        } catch {
            let reason = error is RepositoryPathError ? "\(error)" : "it is missing or damaged"
            throw CommandFailure(
                .failure, "the manifest \(file.path) can't be used: \(reason)", details: ["publish the tree anew"],
                next: next)
        }
    }

    /// All files to be collected, the manifest itself last.
    var paths: [String] { manifest.files.map(\.path) + [Manifest.path] }

    /// Compares every file with its digest.
    func differences() -> Differences {
        var differences = Differences()
        for entry in manifest.files {
            switch Self.digest(of: root.appendingPathComponent(entry.path)) {
            case nil: differences.missing.append(entry.path)
            case entry.digest: break
            default: differences.edited.append(entry.path)
            }
        }
        return differences
    }

    /// The digest of a plain file; nil when there is none, a link included.
    static func digest(of file: URL) -> SHA256Digest? {
        var status = stat()
        guard lstat(file.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let data = try? Data(contentsOf: file)
        else { return nil }
        return SHA256Digest(of: data)
    }
}
