import Foundation
import MGECore
import MGELayers
import Testing

@testable import MGEReading

@Suite struct VocabularyTests {
    /// Loads the English vocabulary with one text replaced in its file.
    private func load(replacing old: String, with new: String) throws -> Vocabulary {
        let source = Self.folder.appendingPathComponent("en.json")
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
            ["\"through\": \"enrollment\"", "\"through\": \"enrolment x\"", "the unknown entity `enrolment x`"],
            ["\"blog\": [\"author\"", "\"blog\": [\"authr\"", "the domain `blog` names the unknown entity `authr`"],
            ["\"name\": \"member\"", "\"name\": \"usér\"", "`usér` is there twice in `entities`"],
            ["\"fields\": [\"email: email, unique\", ", "\"fields\": [\"name: text\", ", "`user` has `name` twice"],
            ["[[\"student\", \"course\"]]", "[[\"student\", \"curse\"]]", "`unique` of `enrollment` names `curse`"],
            ["default todo", "default tood", "`tood`"],
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

    @Test("It is as large as promised, in both languages alike")
    func size() throws {
        let languages = ReadingSupport.vocabulary.languages
        #expect(languages.count == 2)
        for language in languages {
            #expect(language.entities.count >= 150 && language.fields.count >= 300)
        }
        let counts = languages.map(\.entities.count)
        #expect(abs(counts[0] - counts[1]) * 20 < counts[0], "one language is no poorer than the other: \(counts)")
    }

    @Test("No name is there twice in a file", arguments: ["en", "es"])
    func noDuplicateKeys(_ name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: "\(name).json"), encoding: .utf8)
        #expect(JSONKeys.duplicates(in: text) == [])
        #expect(
            JSONKeys.duplicates(in: #"{"a": {"b": 1, "b:": "{\"b\": 1}"}, "c": [{"b": 2}, {"b": 3}], "a": 4}"#) == ["a"]
        )
    }

    @Test("Each entity can be described alone", arguments: [Description.Language.english, .spanish])
    func alone(_ name: Description.Language) throws {
        let language = try #require(ReadingSupport.vocabulary.languages.first { $0.language == name })
        let inflector = try ReadingSupport.vocabulary.lexicon(for: name).inflector
        let phrase = name == .spanish ? "Crea una API con " : "Create an API with "
        var unread: [String] = []
        for entity in language.entities {
            let plural = inflector.plural(of: entity.name)
            #expect(inflector.singular(of: plural) == entity.name, "\(plural)")
            let text = "---\nlanguage: \(name.rawValue)\n---\n\(phrase)\(plural)"
            guard let document = try? ReadingSupport.read(text) else {
                unread.append(entity.name)
                continue
            }
            #expect(document.names.first == entity.name, "\(plural)")
            #expect(document.entities.first?.fields.count == entity.fields.count, "\(entity.name)")
        }
        #expect(unread == [])
    }

    @Test("All entities can be described together", arguments: [Description.Language.english, .spanish])
    func together(_ name: Description.Language) throws {
        let language = try #require(ReadingSupport.vocabulary.languages.first { $0.language == name })
        let document = try ReadingSupport.read(VocabularyBrief.text(of: language))
        #expect(document.diagnostics.allSatisfy { $0.severity < .error })
        #expect(language.entities.map(\.name).allSatisfy(document.names.contains))
        // Every relation finds its target among them, and every group its members.
        for entity in language.entities {
            let made = document.relationships.filter { $0.source == entity.name }
            let expected = (entity.relations ?? []).filter { $0.many != true }
            #expect(made.count >= expected.count, "\(entity.name): \(made.map(\.name))")
            let groups = document.entities.first { $0.name == entity.name }?.uniqueTogether
            #expect(groups?.count == entity.unique?.count ?? 0, "\(entity.name)")
        }
    }

    private static let folder: URL = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root.appendingPathComponent("templates/vocabulary")
    }()
}
