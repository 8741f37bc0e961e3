import Foundation
import MGECore
import MGESyntax
import Testing

@Suite struct SourceTreeTests {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mge-tree-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func write(_ path: String, in folder: URL, _ text: String = "x = 1\n") throws {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    @Test func aDirectoryGivesPathsRelativeToItself() throws {
        try withFolder { folder in
            for path in [
                "b.py", "a/c.py", "a/.hidden", ".git/config", "node_modules/m/index.js", "a/__pycache__/c.pyc",
            ] {
                try write(path, in: folder)
            }
            let tree = try SourceTree(paths: [folder.path], from: folder)
            #expect(tree.entries.map(\.path) == ["a/.hidden", "a/c.py", "b.py"])
            #expect(tree.diagnostics.isEmpty)
        }
    }

    @Test func severalPathsKeepTheirNames() throws {
        try withFolder { folder in
            try write("a/x.py", in: folder)
            try write("b.py", in: folder)
            let tree = try SourceTree(paths: ["a", "b.py", "b.py"], from: folder)
            #expect(tree.entries.map(\.path) == ["a/x.py", "b.py"])
        }
    }

    @Test func loopsOfLinksEnd() throws {
        try withFolder { folder in
            try write("a/x.py", in: folder)
            let files = FileManager.default
            try files.createSymbolicLink(atPath: folder.path + "/a/up", withDestinationPath: "..")
            try files.createSymbolicLink(atPath: folder.path + "/a/self", withDestinationPath: "self")
            try files.createSymbolicLink(atPath: folder.path + "/a/gone.py", withDestinationPath: "nowhere")
            try files.createSymbolicLink(atPath: folder.path + "/link.py", withDestinationPath: "a/x.py")
            let tree = try SourceTree(paths: [folder.path], from: folder)
            #expect(tree.entries.map(\.path) == ["a/x.py", "link.py"])
        }
    }

    @Test func aMissingPathIsAnError() throws {
        let error = #expect(throws: SourceTreeError.self) {
            try SourceTree(paths: ["nowhere"], from: FileManager.default.temporaryDirectory)
        }
        #expect(error?.path == "nowhere")
    }

    @Test func whatIsNoTextIsLeftOutAndTold() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mge-tree-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("image.png", in: folder, "a\0b")
        try write("m.py", in: folder, "x = '\0'\n")
        try write("notes.txt", in: folder, "hello\n")
        let tree = try SourceTree(paths: [folder.path], from: folder)
        let outcome = try await TreeAtomizer(service: SyntaxFixture.service(), width: 3).atomize(tree)
        #expect(outcome.files.map(\.path) == ["m.py", "notes.txt"])
        #expect(outcome.diagnostics.map(\.subject) == ["image.png"])
        #expect(outcome.bytes == 14)
    }
}
