import Foundation
import Glibc
import MGECompiler
import MGECore
import MGELayers
import Testing

@testable import mge

@Suite("Collecting a repository")
struct CollectingTests {
    private let folder: URL
    private let files = FileManager.default

    init() throws {
        folder = files.temporaryDirectory.appendingPathComponent("collect-\(UUID().uuidString)", isDirectory: true)
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func publish(_ contents: [String: String], as name: String = "published") throws -> PublishedTree {
        let root = folder.appendingPathComponent(name, isDirectory: true)
        let manifest = Manifest(
            files: contents.map { .init(path: $0.key, digest: SHA256Digest(of: $0.value), task: nil) })
        var all = contents
        all[Manifest.path] = try manifest.text()
        for (path, text) in all {
            let file = root.appendingPathComponent(path)
            try files.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try PublishedTree(at: root, next: "resume")
    }

    private func collect(_ tree: PublishedTree, into target: URL) throws {
        let copy = StagedCopy(beside: target, named: target.lastPathComponent)
        defer { copy.remove() }
        try copy.fill(from: tree, until: StopSignal())
        try CollectTarget(target).receive(copy, tree)
    }

    private func text(_ path: String) -> String? {
        try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    private func end() {
        try? files.removeItem(at: folder)
    }

    @Test("A new folder gets every file of the manifest, and nothing else is left")
    func newFolder() throws {
        defer { end() }
        let tree = try publish(["README.md": "hi\n", "app/main.py": "x = 1\n"])
        chmod(tree.root.appendingPathComponent("app/main.py").path, 0o700)
        try Data("rubbish".utf8).write(to: tree.root.appendingPathComponent("app/main.pyc"))
        try collect(tree, into: folder.appendingPathComponent("out"))
        #expect(text("out/app/main.py") == "x = 1\n")
        #expect(text("out/app/main.pyc") == nil)
        #expect(text("out/\(Manifest.path)") != nil)
        let attributes = try files.attributesOfItem(atPath: folder.appendingPathComponent("out/app/main.py").path)
        #expect(attributes[.posixPermissions] as? Int == 0o755)
        #expect(try files.contentsOfDirectory(atPath: folder.path).sorted() == ["out", "published"])
    }

    @Test("Into a folder that holds files, others stay and outdated ones of the build go")
    func filledFolder() throws {
        defer { end() }
        let target = folder.appendingPathComponent("out")
        try collect(try publish(["a.txt": "a", "old.txt": "old", "kept.txt": "old"], as: "one"), into: target)
        try Data("mine".utf8).write(to: target.appendingPathComponent("mine.txt"))
        try Data("edited".utf8).write(to: target.appendingPathComponent("kept.txt"))
        try collect(try publish(["a.txt": "new"], as: "two"), into: target)
        #expect(text("out/a.txt") == "new")
        #expect(text("out/mine.txt") == "mine")
        #expect(text("out/kept.txt") == "edited")
        #expect(text("out/old.txt") == nil)
    }

    @Test("Edited and missing files are named")
    func differences() throws {
        defer { end() }
        let tree = try publish(["a": "a", "b": "b", "c": "c", "d": "d"])
        #expect(tree.differences().isEmpty)
        try Data("x".utf8).write(to: tree.root.appendingPathComponent("a"))
        try files.removeItem(at: tree.root.appendingPathComponent("b"))
        try files.removeItem(at: tree.root.appendingPathComponent("c"))
        try files.createSymbolicLink(
            at: tree.root.appendingPathComponent("c"), withDestinationURL: tree.root.appendingPathComponent("d"))
        #expect(tree.differences() == PublishedTree.Differences(edited: ["a"], missing: ["b", "c"]))
    }

    @Test("A link in the target leads nowhere")
    func link() throws {
        defer { end() }
        let tree = try publish(["app/main.py": "x"])
        let outside = folder.appendingPathComponent("outside")
        let target = folder.appendingPathComponent("out")
        for place in [outside, target] { try files.createDirectory(at: place, withIntermediateDirectories: true) }
        try files.createSymbolicLink(at: target.appendingPathComponent("app"), withDestinationURL: outside)
        #expect(throws: CommandFailure.self) { try collect(tree, into: target) }
        #expect(try files.contentsOfDirectory(atPath: outside.path).isEmpty)
    }

    @Test("A manifest that points outside the tree is refused", arguments: ["../x", "/etc/x", ".git/hooks/x"])
    func hostileManifest(_ path: String) throws {
        defer { end() }
        let root = folder.appendingPathComponent("published/.mge", isDirectory: true)
        try files.createDirectory(at: root, withIntermediateDirectories: true)
        let manifest = Manifest(files: [.init(path: path, digest: SHA256Digest(of: ""), task: nil)])
        try Data(try manifest.text().utf8).write(to: root.appendingPathComponent("manifest.json"))
        #expect(throws: CommandFailure.self) {
            try PublishedTree(at: folder.appendingPathComponent("published"), next: "resume")
        }
    }

    @Test("An interruption leaves nothing behind")
    func interruption() throws {
        defer { end() }
        let tree = try publish(["a": "a"])
        let copy = StagedCopy(beside: folder.appendingPathComponent("out"), named: "out")
        let stop = StopSignal()
        stop.request()
        let failure = #expect(throws: CommandFailure.self) { try copy.fill(from: tree, until: stop) }
        copy.remove()
        #expect(failure?.code == .interrupted)
        #expect(try files.contentsOfDirectory(atPath: folder.path) == ["published"])
    }
}
