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
            #expect(tree.diagnostics.map(\.subject) == ["a/gone.py", "a/self"])
        }
    }

    @Test func aFileThatSeveralPathsLeadToIsThereOnce() throws {
        try withFolder { folder in
            try write("a/x.py", in: folder)
            try write("a/b/y.py", in: folder)
            try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "a")
            for (paths, names) in [
                (["a", "./a", "a/", "link", folder.path + "/a"], ["a/b/y.py", "a/x.py"]),
                (["a/x.py", "a"], ["a/b/y.py", "a/x.py"]), (["./a//x.py", "a/x.py", "a/../a/x.py"], ["a/x.py"]),
                (["a/b", "a"], ["a/b/y.py", "a/x.py"]), ([".", "a"], ["a/b/y.py", "a/x.py"]),
                (["link"], ["b/y.py", "x.py"]),
            ] {
                let tree = try SourceTree(paths: paths, from: folder)
                #expect(tree.entries.map(\.path) == names, "\(paths)")
            }
        }
    }

    @Test(arguments: ["nowhere", "", "file.py/", "file.py/x", String(repeating: "x", count: 5_000), "gone.py"])
    func aPathThatLeadsNowhereIsAnError(path: String) throws {
        try withFolder { folder in
            try write("file.py", in: folder)
            try FileManager.default.createSymbolicLink(atPath: folder.path + "/gone.py", withDestinationPath: "x")
            let error = #expect(throws: SourceTreeError.self) { try SourceTree(paths: [path], from: folder) }
            #expect(error?.path == path)
        }
    }

    @Test func whatCanNotBeReadIsTold() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mge-tree-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("x.py", in: folder)
        try #require(mkfifo(folder.path + "/pipe.py", 0o600) == 0)
        // No UTF-8, so that Foundation could not name it.
        let name = Array((folder.path + "/bad").utf8CString.dropLast()) + [CChar(bitPattern: 0xff), 0]
        let descriptor = creat(name, 0o600)
        try #require(descriptor >= 0)
        close(descriptor)
        for name in ["long.py", "long.bin"] {
            try write(name, in: folder)
            try #require(truncate(folder.path + "/" + name, 3 << 30) == 0)
        }
        try write("vanishes.py", in: folder)
        let tree = try SourceTree(paths: [folder.path], from: folder)
        try FileManager.default.removeItem(at: folder.appending(path: "vanishes.py"))
        let outcome = try await TreeAtomizer(service: SyntaxFixture.service(), width: 2).atomize(tree)
        #expect(outcome.files.map(\.path) == ["x.py"])
        #expect(
            outcome.diagnostics.map(\.message) == [
                "bad\u{fffd} has a name that is no UTF-8 and is left out",
                "pipe.py is no file and no directory and is left out",
                "long.bin is no text and is left out",
                "long.py is longer than 1073741824 bytes and is left out", "vanishes.py can't be read and is left out",
            ])
        let alone = try SourceTree(paths: ["pipe.py"], from: folder)
        #expect(alone.entries.isEmpty)
        #expect(alone.diagnostics.map(\.subject) == ["pipe.py"])
    }

    @Test func filesOfTheKernelAreRead() async throws {
        // They say that they have no bytes.
        let tree = try SourceTree(paths: ["/proc/self/status"], from: FileManager.default.temporaryDirectory)
        let outcome = try await TreeAtomizer(service: SyntaxFixture.service()).atomize(tree)
        #expect(outcome.bytes > 500)
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
