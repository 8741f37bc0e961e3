import Foundation
import Glibc
import Testing

@testable import MGECompiler

@Suite(.enabled(if: SmallDisk.isAvailable, "needs user namespaces")) struct FullDiskTests {
    @Test("says that the disk is full, and leaves nothing of the tree")
    func full() async throws {
        let folder = try TemporaryFolder()
        let disk = try #require(try SmallDisk(below: folder.path))
        let text = String(repeating: "x", count: 40_000)
        let files = [StoredFile.sample("a.py", text), .sample("b.py", text)]
        let workspace = Workspace(path: disk.path)
        let error = try await #require(throws: FileTreeError.self) {
            try await RepositoryPlan.writeFiles(to: "\(disk.path)/tree", in: workspace) { $0 == nil ? files : [] }
        }
        #expect(error.code == ENOSPC)
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
        let failure = ItemFailure(writing: error)
        #expect(failure.remedy == "make room on the disk, then resume the run")
        #expect(failure.cause == .environment)
        #expect(failure.message.contains("No space left on device"))
    }
}
