import Foundation
import Glibc
import MGECompiler

/// A compressed archive whose bytes depend on the files in it only.
struct Archive: Sendable {
    let file: URL

    /// Names an archive.
    /// - Throws: `CommandFailure` when the name does not end as it must, or something is there.
    init(_ file: URL, replaces: Bool) throws(CommandFailure) {
        self.file = file
        guard file.path.hasSuffix(".tar.gz") || file.path.hasSuffix(".tgz") else {
            throw CommandFailure(
                .usage, "--archive: '\(file.lastPathComponent)' does not end in .tar.gz or .tgz",
                next: "name the archive like project.tar.gz")
        }
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory) else { return }
        guard replaces, !isDirectory.boolValue else {
            throw CommandFailure(
                .usage, "\(file.path) exists",
                next: isDirectory.boolValue ? "choose another name" : "replace it with --force")
        }
    }

    /// Packs a copy under another name and puts the archive in its place when it is complete.
    /// - Throws: `CommandFailure`.
    func pack(_ copy: StagedCopy, _ settings: Settings) async throws {
        let tar = try ExternalProgram.required("tar", in: settings)
        _ = try ExternalProgram.required("gzip", in: settings)
        let packed = copy.scratch.appendingPathComponent("archive")
        try await tar.run(
            [
                "--create", "--file=\(packed.path)", "--use-compress-program=gzip -n -9", "--format=gnu", "--sort=name",
                "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--mode=u=rwX,go=rX",
                "--directory=\(copy.scratch.path)", "--", copy.tree.lastPathComponent,
            ], in: copy.scratch)
        guard rename(packed.path, file.path) == 0 else {
            throw CommandFailure(systemError: errno, "write", file.path)
        }
    }
}
