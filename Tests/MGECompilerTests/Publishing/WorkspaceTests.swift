import Foundation
import Glibc
import MGECompiler
import Synchronization
import Testing

/// Tells readers when the writer has ended.
private final class Ending: Sendable {
    private let hasCome = Mutex(false)

    var isHere: Bool { hasCome.withLock { $0 } }

    func come() {
        hasCome.withLock { $0 = true }
    }
}

@Suite struct WorkspaceTests {
    private let folder: TemporaryFolder
    private let workspace: Workspace
    private let runID = UUID()

    init() throws {
        folder = try TemporaryFolder()
        workspace = Workspace(path: folder.path)
    }

    private func tree(_ name: String, _ files: [String: String]) throws -> String {
        var tree = try FileTree(creating: folder(name))
        for (path, text) in files { try tree.write(text, to: path) }
        return folder(name)
    }

    @Test("keeps everything of a run in the run's folder, on one file system")
    func places() {
        let run = runID.uuidString.lowercased()
        #expect(workspace.folder(of: runID) == folder(run))
        #expect(workspace.staging(of: runID) == folder("\(run)/.staging"))
        #expect(workspace.repository(of: runID, named: "shop") == "\(run)/shop")
        #expect(workspace.report(of: runID) == folder("\(run)/report.json"))
    }

    @Test("publishes for the first time")
    func first() throws {
        let staging = try tree("staging", ["a": "1"])
        try workspace.publish(staging, as: folder("target"))
        #expect(try TemporaryFolder.files(in: folder.path) == ["target/a"])
    }

    @Test("replaces what was published before, whatever it is", arguments: ["tree", "file", "link"])
    func replaces(kind: String) throws {
        try folder.write("outside", to: "outside/a")
        switch kind {
        case "tree": _ = try tree("target", ["a": "old", "gone/b": "old"])
        case "file": try folder.write("old", to: "target")
        default:
            try FileManager.default.createSymbolicLink(atPath: folder("target"), withDestinationPath: folder("outside"))
        }
        try workspace.publish(try tree("staging", ["a": "new"]), as: folder("target"))
        #expect(try TemporaryFolder.files(in: folder.path) == ["outside/a", "target/a"])
        #expect(try folder.text("target/a") == "new")
        #expect(try folder.text("outside/a") == "outside")
    }

    @Test("says what is missing when there is nothing to publish or no place for it")
    func errors() throws {
        let error = try #require(throws: FileTreeError.self) {
            try workspace.publish(folder("nowhere"), as: folder("target"))
        }
        #expect(error.code == ENOENT)
        #expect(error.path == folder("nowhere"))
        let staging = try tree("staging", ["a": "1"])
        #expect(throws: FileTreeError.self) { try workspace.publish(staging, as: folder("nowhere/target")) }
        #expect(try folder.text("staging/a") == "1")
    }

    @Test("shows readers one tree whole or the other whole")
    func readers() async throws {
        let target = folder("target")
        _ = try tree("target", ["a": "0", "b": "0"])
        let ending = Ending()
        let seen = try await withThrowingTaskGroup(of: Set<String>.self) { group in
            group.addTask {
                var seen: Set<String> = []
                repeat {
                    // A descriptor of the folder stands for one tree, whatever its name leads to by now.
                    let descriptor = open(target, O_RDONLY | O_DIRECTORY)
                    guard descriptor >= 0 else { return ["the tree was not there"] }
                    defer { close(descriptor) }
                    let texts = ["a", "b"].map { Self.read($0, in: descriptor) }
                    // A tree that is being removed has been replaced: its name leads elsewhere.
                    if texts.contains(nil) { continue }
                    seen.insert(texts.compactMap(\.self).joined(separator: " "))
                } while !ending.isHere
                return seen
            }
            defer { ending.come() }
            for number in 1...40 {
                let staging = try tree("staging", ["a": "\(number)", "b": "\(number)"])
                try workspace.publish(staging, as: target)
            }
            ending.come()
            return try await group.next() ?? []
        }
        #expect(!seen.isEmpty)
        #expect(
            seen.allSatisfy { $0.split(separator: " ").count == 2 && Set($0.split(separator: " ")).count == 1 },
            "\(seen)")
        #expect(try TemporaryFolder.files(in: folder.path) == ["target/a", "target/b"])
    }

    private static func read(_ name: String, in folder: Int32) -> String? {
        let descriptor = openat(folder, name, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        return try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).readToEnd()
            .map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("moves a tree, and says whether there was one")
    func moves() throws {
        _ = try tree("a", ["x": "1"])
        #expect(try workspace.move(folder("a"), to: folder("b")))
        #expect(try !workspace.move(folder("a"), to: folder("b")))
        #expect(try TemporaryFolder.files(in: folder.path) == ["b/x"])
        _ = try tree("c", ["x": "1"])
        #expect(throws: FileTreeError.self) { _ = try workspace.move(folder("c"), to: folder("b")) }
    }

    @Test("removes what was never published, and what others work on stays")
    func leftovers() throws {
        let run = runID.uuidString.lowercased()
        for name in [".staging", ".staging-3", ".staging-12", ".staging-13", "shop", ".other"] {
            try folder.write("1", to: "\(run)/\(name)/a")
        }
        workspace.removeLeftovers(of: runID, upTo: 12)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder(run)).sorted()
        #expect(names == [".other", ".staging-13", "shop"])
        workspace.removeLeftovers(of: UUID(), upTo: 1)
    }

    @Test("puts a small file in the place of another in one step")
    func replacesFile() throws {
        try workspace.replace(folder("report.json"), with: Data("1".utf8))
        try workspace.replace(folder("report.json"), with: Data("22".utf8))
        #expect(try TemporaryFolder.files(in: folder.path) == ["report.json"])
        #expect(try folder.text("report.json") == "22")
        let error = try #require(throws: FileTreeError.self) {
            try workspace.replace(folder("nowhere/report.json"), with: Data())
        }
        #expect(error.code == ENOENT)
    }
}
