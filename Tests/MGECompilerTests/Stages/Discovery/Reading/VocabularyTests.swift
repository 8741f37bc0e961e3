import Foundation
import Testing

@testable import MGECompiler

@Suite struct VocabularyTests {
    /// Loads the English vocabulary with one text replaced in its file.
    private func load(replacing old: String, with new: String) throws -> Vocabulary {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<6 { root.deleteLastPathComponent() }
        let source = root.appendingPathComponent("templates/vocabulary/en.json")
        let text = try String(contentsOf: source, encoding: .utf8)
        try #require(text.contains(old))
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let file = directory.appendingPathComponent("en.json")
        try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
        return try Vocabulary(directory: directory)
    }

    @Test(
        "A vocabulary that cannot be used is refused with the place",
        arguments: [
            ["\"commonFields\"", "\"comonFields\"", "`commonFields` is missing"],
            ["\"color: string(20), optional\"", "\"color: strng(20)\"", "`color: strng(20)` of `label` is no field"],
            ["\"required\": [", "\"requierd\": [", "`requierd` in `keywords` is no keyword"],
            ["\"logsIn\": [", "\"logIn\": [", "`logIn` in `behaviour` is no word of how rows behave"],
            ["\"integer\": [\"int\"", "\"integr\": [\"int\"", "`integr` in `types` is no type"],
            ["\"to\": [\"publisher\"]", "\"to\": [\"publishr\"]", "`book` relates to the unknown entity `publishr`"],
            ["\"blog\": [\"author\"", "\"blog\": [\"authr\"", "the domain `blog` names the unknown entity `authr`"],
            ["{\n", "[", "cannot be read"],
        ])
    func refused(_ change: [String]) throws {
        let error = try #require(throws: VocabularyError.self) { try load(replacing: change[0], with: change[1]) }
        #expect(error.description.contains(change[2]), "\(error)")
        #expect(error.path.hasSuffix("en.json") && !error.remedy.isEmpty)
    }

    @Test("A directory that is not there, or empty, is refused")
    func missing() {
        #expect(throws: VocabularyError.self) { try Vocabulary(directory: URL(fileURLWithPath: "/nowhere/vocabulary")) }
    }

    @Test("It is as large as promised")
    func size() {
        #expect(ReadingSupport.vocabulary.of(.english)?.entities.count ?? 0 >= 100)
        #expect(ReadingSupport.vocabulary.of(.spanish)?.entities.count ?? 0 >= 60)
    }
}
