import Foundation
import Glibc
import MGECompiler
import Testing

@Suite struct FileTreeTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("writes files with the folders that they need")
    func writes() throws {
        var tree = try FileTree(creating: folder("a/b/tree"))
        let texts = [
            "README.md": "# é\r\n", "src/app/main.py": "x = 1\n", "src/app/empty.py": "", "src/b.py": "no end",
            String(repeating: "n", count: 255): "long", "large": String(repeating: "0123456789", count: 300_000),
        ]
        for (path, text) in texts { try tree.write(text, to: path) }
        #expect(try TemporaryFolder.files(in: folder("a/b/tree")) == texts.keys.sorted())
        for (path, text) in texts { #expect(try folder.text("a/b/tree/\(path)") == text) }
    }

    @Test("opens a tree that exists")
    func opens() throws {
        try folder.write("1", to: "tree/src/a")
        var tree = try FileTree(opening: folder("tree"))
        try tree.write("2", to: "src/b")
        #expect(try TemporaryFolder.files(in: folder("tree")) == ["src/a", "src/b"])
    }

    @Test("refuses a root that is there, and one that is not")
    func roots() throws {
        try folder.write("1", to: "file")
        try expect(EEXIST) { _ = try FileTree(creating: folder.path) }
        try expect(ENOENT) { _ = try FileTree(opening: folder("nowhere")) }
        try expect(ENOTDIR) { _ = try FileTree(opening: folder("file")) }
        #expect(throws: FileTreeError.self) { _ = try FileTree(creating: folder("file/tree")) }
    }

    @Test("never writes over a file")
    func exclusive() throws {
        var tree = try FileTree(creating: folder("tree"))
        try tree.write("1", to: "a")
        try expect(EEXIST) { try tree.write("2", to: "a") }
        try folder.write("3", to: "tree/b")
        try expect(EEXIST) { try tree.write("4", to: "b") }
        #expect(try folder.text("tree/a") + folder.text("tree/b") == "13")
    }

    @Test("never follows a link, wherever it is put", arguments: ["src", "src/app", "src/app/main.py"])
    func links(place: String) throws {
        try folder.write("untouched", to: "outside/main.py")
        var tree = try FileTree(creating: folder("tree"))
        try tree.write("first", to: "src/app/first.py")
        // Everything is in place and known to the tree when the link is put into it.
        let path = folder("tree/\(place)")
        try? FileManager.default.removeItem(atPath: path)
        let target = place.hasSuffix(".py") ? folder("outside/main.py") : folder("outside")
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        #expect(throws: FileTreeError.self) { try tree.write("second", to: "src/app/main.py") }
        #expect(try TemporaryFolder.files(in: folder("outside")) == ["main.py"])
        #expect(try folder.text("outside/main.py") == "untouched")
    }

    @Test("never opens a root that is a link")
    func linkedRoot() throws {
        try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: folder.path)
        #expect(throws: FileTreeError.self) { _ = try FileTree(opening: folder("link")) }
        #expect(throws: FileTreeError.self) { _ = try FileTree(creating: folder("link")) }
    }

    @Test("takes a slash for a slash, whatever mark follows it")
    func joinedMarks() throws {
        var tree = try FileTree(creating: folder("tree"))
        try tree.write("1", to: "a/\u{301}b")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("tree")) == ["a"])
    }

    @Test("names the operation, the path and the system's reason")
    func errors() throws {
        var tree = try FileTree(creating: folder("tree"))
        let name = String(repeating: "n", count: 256)
        let error = try #require(throws: FileTreeError.self) { try tree.write("1", to: "a/\(name)") }
        #expect(error.code == ENAMETOOLONG)
        #expect(error.path == folder("tree/a/\(name)"))
        #expect(error.description == "can't create \(folder("tree/a/\(name)")): File name too long")
        try tree.write("1", to: "file")
        try expect(ENOTDIR) { try tree.write("1", to: "file/inside") }
    }

    @Test("closes what it opened, also when writing fails")
    func descriptors() throws {
        // Other tests open and close files meanwhile; only those below this folder count.
        try #expect(open(below: folder.path) == 0)
        do {
            var tree = try FileTree(creating: folder("tree"))
            for number in 0..<20 { try tree.write("1", to: "a/b/\(number)/c") }
            for _ in 0..<20 { #expect(throws: FileTreeError.self) { try tree.write("1", to: "a/b/0/c") } }
            for _ in 0..<20 { #expect(throws: FileTreeError.self) { try tree.write("1", to: "a/b/0/c/d") } }
            try #expect(open(below: folder.path) == 1)
        }
        try #expect(open(below: folder.path) == 0)
    }

    private func open(below path: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count { number in
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)")
            return target?.hasPrefix(path) ?? false
        }
    }

    private func expect(_ code: Int32, _ body: () throws -> Void) throws {
        let error = try #require(throws: FileTreeError.self, performing: body)
        #expect(error.code == code, "\(error)")
    }
}
