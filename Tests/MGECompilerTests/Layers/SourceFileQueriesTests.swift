import Foundation
import MGECore
import MGEPostgres
import Testing

@testable import MGECompiler

@Suite struct SourceFileQueriesTests {
    private func fixture(_ body: (LayersFixture) async throws -> Void) async throws {
        try await LayersFixture.with { (fixture: LayersFixture) async throws in
            try await fixture.storePlan(tasks: 3)
            try await body(fixture)
        }
    }

    @Test("makes a revision of what changed, and none of what did not")
    func revisions() async throws {
        try await fixture { (fixture: LayersFixture) async throws in
            try await fixture.storeFiles([1: ["a": "1", "b": "1"], 2: ["c": "1"]])
            try await fixture.storeFiles([1: ["a": "1", "b": "2"], 2: ["c": "1"]])
            #expect(try await fixture.revisions == ["a@1=1", "b@1=1", "b@2=2", "c@1=1"])
            // What was there before comes back as a revision of its own.
            try await fixture.storeFiles([1: ["a": "1", "b": "1"]])
            #expect(try await fixture.revisions == ["a@1=1", "b@1=1", "b@2=2", "b@3=1", "c@1=1"])
            let last = try await fixture.pool.lastRevisions(in: fixture.run.id, after: nil)
            #expect(
                last.map { "\($0.task) \($0.path)@\($0.revision)=\($0.text)" } == ["1 a@1=1", "1 b@3=1", "2 c@1=1"])
            #expect(last.allSatisfy { $0.digest == SHA256Digest(of: $0.text).hexadecimal })
            let texts = try await fixture.pool.lastTexts(of: ["b", "c", "none"], in: fixture.run.id)
            #expect(texts == ["b": "1", "c": "1"])
        }
    }

    @Test("removes the paths that a task no longer has, and no other task's")
    func gone() async throws {
        try await fixture { (fixture: LayersFixture) async throws in
            try await fixture.storeFiles([1: ["a": "1", "b": "1"], 2: ["c": "1"]])
            try await fixture.storeFiles([1: ["b": "2"]])
            #expect(try await fixture.revisions == ["b@1=1", "b@2=2", "c@1=1"])
            try await fixture.storeFiles([1: [:]])
            #expect(try await fixture.revisions == ["c@1=1"])
        }
    }

    @Test("gives a path to the task that makes it now, whichever task is saved first", arguments: [[1, 2], [2, 1]])
    func moved(order: [Int]) async throws {
        try await fixture { (fixture: LayersFixture) async throws in
            try await fixture.storeFiles([1: ["a": "1"], 2: ["b": "1"]])
            for task in order { try await fixture.storeFiles([task: task == 1 ? ["c": "1"] : ["a": "1"]]) }
            let owners = try await fixture.pool.fileEntries(in: fixture.run.id).map { "\($0.path) \($0.task)" }
            #expect(owners == ["a 2", "c 1"])
            #expect(try await fixture.pool.lastRevisions(in: fixture.run.id, ofTask: 2).map(\.path) == ["a"])
        }
    }

    @Test("orders paths by their bytes, and keeps every byte of their text")
    func order() async throws {
        try await fixture { (fixture: LayersFixture) async throws in
            let texts = ["a/b": "é\r\n", "a-b": "", "Z": "\u{feff}x", "é": "\t", "_": "😀", "a": "\\N \\. 'quoted'"]
            try await fixture.storeFiles([1: texts])
            let files = try await fixture.pool.lastRevisions(in: fixture.run.id, after: nil)
            #expect(files.map(\.path) == ["Z", "_", "a", "a-b", "a/b", "é"])
            for file in files { #expect(Array(file.text.utf8) == texts[file.path].map { Array($0.utf8) }) }
            #expect(try await fixture.pool.fileEntries(in: fixture.run.id).map(\.path) == files.map(\.path))
        }
    }
}
