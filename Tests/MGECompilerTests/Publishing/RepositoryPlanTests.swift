import Foundation
import MGECore
import MGELayers
import Testing

@testable import MGECompiler

@Suite struct RepositoryPlanTests {
    private let folder: TemporaryFolder
    private let plan: RepositoryPlan
    private let files = [StoredFile.sample("src/a.py", "", task: 1), .sample("src/b.py", "b = 1\n", task: 2)]

    init() throws {
        folder = try TemporaryFolder()
        plan = try RepositoryPlan(
            files: files.map(\.entry).reversed(),
            infrastructure: [SourceFile(path: "README.md", text: "# é\n"), SourceFile(path: "infra/x", text: "x")])
    }

    private func write() async throws -> String {
        // A page for each file.
        try await RepositoryPlan.writeFiles(to: folder("tree"), in: Workspace(path: folder.path)) { last in
            Array(files.filter { $0.path > last ?? "" }.prefix(1))
        }
        try plan.writeInfrastructure(to: folder("tree"))
        return folder("tree")
    }

    @Test("lists every file with its digest and its task")
    func manifest() {
        #expect(plan.manifest.files.map(\.path) == ["README.md", "infra/x", "src/a.py", "src/b.py"])
        #expect(plan.manifest.files.map(\.task) == [nil, nil, 1, 2])
        #expect(plan.manifest.files.last?.digest == SHA256Digest(of: "b = 1\n"))
        #expect(plan.bytes == 6 + 5 + 1)
    }

    @Test("writes all of them and the manifest")
    func writes() async throws {
        let tree = try await write()
        #expect(
            try TemporaryFolder.files(in: tree) == [
                ".mge/manifest.json", "README.md", "infra/x", "src/a.py", "src/b.py",
            ])
        #expect(try folder.text("tree/src/b.py") == "b = 1\n")
        #expect(try folder.text("tree/.mge/manifest.json") == plan.manifest.text())
        #expect(plan.differences(in: tree) == [])
    }

    @Test(
        "finds a file that is edited, gone, replaced or one too many",
        arguments: ["edit", "remove", "link", "folder", "add"])
    func differences(change: String) async throws {
        let tree = try await write()
        let file = "\(tree)/src/b.py"
        switch change {
        case "edit": try folder.write("b = 2\n", to: "tree/src/b.py")
        case "add": try folder.write("", to: "tree/src/c.py")
        default: try FileManager.default.removeItem(atPath: file)
        }
        if change == "folder" {
            try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
        }
        if change == "link" {
            // The same bytes, but outside the tree.
            try folder.write("b = 1\n", to: "outside")
            try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: folder("outside"))
        }
        #expect(plan.differences(in: tree) == [change == "add" ? "src/c.py" : "src/b.py"])
    }

    @Test("finds everything in a tree that is not there")
    func nothing() {
        #expect(plan.differences(in: folder("nowhere")) == plan.manifest.files.map(\.path))
    }

    @Test(
        "refuses paths that can't be in one repository",
        arguments: ["../x", "README.md", "readme.md", ".mge/manifest.json", ".mge"])
    func refused(path: String) {
        #expect(throws: RepositoryPathError.self) {
            try RepositoryPlan(
                files: [StoredFile.sample(path, "").entry], infrastructure: [SourceFile(path: "README.md", text: "")])
        }
    }

    @Test("leaves nothing of a tree that can't be written")
    func cleansUp() async throws {
        let name = String(repeating: "n", count: 200)
        let deep = [name, name, name, name].joined(separator: "/")
        let files = [StoredFile.sample("a", ""), .sample(deep, "")]
        // With the folder's own path before it, the last name's folder is a file already.
        let workspace = Workspace(path: folder.path)
        try FileManager.default.createDirectory(atPath: folder("tree"), withIntermediateDirectories: true)
        await #expect(throws: FileTreeError.self) {
            try await RepositoryPlan.writeFiles(to: folder("tree"), in: workspace) { $0 == nil ? files : [] }
        }
        #expect(!FileManager.default.fileExists(atPath: folder("tree")))
    }
}
