import Foundation
import MGECore
package import MGELayers

/// Everything that a repository will consist of: the generated files without their texts, the infrastructure, and the
/// manifest of both.
package struct RepositoryPlan: Sendable {
    package let files: [FileEntry]
    package let infrastructure: [SourceFile]
    package let manifest: Manifest

    /// - Throws: `RepositoryPathError` for a path that can't be in a repository.
    package init(files: [FileEntry], infrastructure: [SourceFile]) throws(RepositoryPathError) {
        try RepositoryPath.check(all: files.map(\.path) + infrastructure.map(\.path) + [Manifest.path])
        self.files = files
        self.infrastructure = infrastructure
        manifest = Manifest(
            files: files.compactMap { file in
                SHA256Digest(hexadecimal: file.digest).map { .init(path: file.path, digest: $0, task: file.task) }
            }
                + infrastructure.map { .init(path: $0.path, digest: SHA256Digest(of: $0.text), task: nil) })
    }

    /// The size of all files together.
    package var bytes: Int {
        files.reduce(0) { $0 + $1.bytes } + infrastructure.reduce(0) { $0 + $1.text.utf8.count }
    }

    /// Writes the generated files into a new tree; `page` gives the next ones behind a path, and none at the end.
    /// - Throws: `FileTreeError`, and what `page` throws; nothing of the tree remains then.
    package static func writeFiles(
        to root: String, in workspace: Workspace, page: (_ after: String?) async throws -> [StoredFile]
    ) async throws {
        do {
            var tree = try FileTree(creating: root)
            var last: String?
            while case let files = try await page(last), let end = files.last {
                for file in files { try tree.write(file.text, to: file.path) }
                last = end.path
            }
        } catch {
            workspace.remove(root)
            throw error
        }
    }

    /// Adds the infrastructure and the manifest to a tree of the generated files.
    /// - Throws: `FileTreeError`, and whatever encoding the manifest throws.
    package func writeInfrastructure(to root: String) throws {
        var tree = try FileTree(opening: root)
        for file in infrastructure { try tree.write(file.text, to: file.path) }
        try tree.write(try manifest.text(), to: Manifest.path)
    }

    /// The paths that are not as the manifest says: those whose bytes differ, those that are no files, and those that
    /// it does not list.
    package func differences(in root: String) -> [String] {
        let contents = Self.contents(of: root)
        let differing = manifest.files.filter { entry in
            guard contents[entry.path] == .typeRegular,
                let data = FileManager.default.contents(atPath: "\(root)/\(entry.path)")
            else { return true }
            return SHA256Digest(of: data) != entry.digest
        }.map(\.path)
        let known = Set(manifest.files.map(\.path)).union([Manifest.path])
        return differing + contents.keys.filter { !known.contains($0) }.sorted()
    }

    /// Everything below a folder but folders, with what it is; links are not followed.
    private static func contents(of root: String) -> [String: FileAttributeType] {
        var contents: [String: FileAttributeType] = [:]
        for path in FileManager.default.subpaths(atPath: root) ?? [] {
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")
            let type = attributes?[.type] as? FileAttributeType ?? .typeUnknown
            if type != .typeDirectory { contents[path] = type }
        }
        return contents
    }
}
