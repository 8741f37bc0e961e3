import Foundation
import Testing

@testable import mge

@Suite("The source of a description")
struct DescriptionSourceTests {
    private static func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString, isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test("Words are joined, one that names a file is read")
    func sources() throws {
        try Self.withFolder { folder in
            try Data("From a file\n".utf8).write(to: folder.appendingPathComponent("brief.md"))
            let file = try DescriptionSource(["brief.md"], directory: folder)
            #expect(file.text == "From a file\n")
            #expect(file.file == "brief.md")
            let words = try DescriptionSource(["an", "API", "brief.md"], directory: folder)
            #expect(words.text == "an API brief.md")
            #expect(words.file == nil)
            #expect(try DescriptionSource(["A shop with items"], directory: folder).text == "A shop with items")
        }
    }

    @Test(
        "What is no text is refused with the place",
        arguments: [
            ([0x61, 0x00, 0x62], "x is no text: there is a NUL at byte 1"),
            ([0x61, 0xC3, 0xA9, 0xFF], "x is not UTF-8: the first invalid byte is byte 3"),
            ([0xED, 0xA0, 0x80], "x is not UTF-8: the first invalid byte is byte 0"),
            ([], "x is empty"),
            ([0x20, 0x0A, 0xEF, 0xBB, 0xBF], "x is empty"),
        ] as [([UInt8], String)])
    func refusals(_ bytes: [UInt8], _ message: String) {
        let failure = #expect(throws: CommandFailure.self) {
            try DescriptionSource.text(of: Data(bytes), called: "x")
        }
        #expect(failure?.message == message)
        #expect(failure?.code == .usage)
    }

    @Test("The greatest size is allowed, a byte more is not")
    func size() throws {
        let most = Data(repeating: 0x61, count: DescriptionSource.limit)
        #expect(try DescriptionSource.text(of: most, called: "x").utf8.count == DescriptionSource.limit)
        #expect(throws: CommandFailure.self) { try DescriptionSource.text(of: most + [0x61], called: "x") }
    }

    @Test(
        "A word that looks like a file and is none is not taken for a description",
        arguments: ["brief.md", "./x", "/y"])
    func missingFile(_ word: String) throws {
        try Self.withFolder { folder in
            let failure = #expect(throws: CommandFailure.self) { try DescriptionSource([word], directory: folder) }
            #expect(failure?.message == "\(word): there is no such file")
        }
    }

    @Test("A folder can't be read as a description")
    func folder() throws {
        try Self.withFolder { folder in
            let failure = #expect(throws: CommandFailure.self) { try DescriptionSource(["."], directory: folder) }
            #expect(failure?.code == .usage)
        }
    }
}
