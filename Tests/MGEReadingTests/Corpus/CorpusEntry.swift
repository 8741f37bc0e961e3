import Foundation
import MGECore
import Testing

/// One description of the corpus, with what a careful reader takes from it.
struct CorpusEntry: Decodable, Sendable, CustomTestStringConvertible {
    enum Language: String, Decodable, CaseIterable, Sendable {
        case english, spanish
    }

    enum Form: String, Decodable, CaseIterable, Sendable {
        case prose, list, table, structured
    }

    var language: Language
    var form: Form
    /// Whether it is misspelt or in poor grammar on purpose.
    var clumsy: Bool
    var entities: [ExpectedEntity]
    var relations: [ExpectedRelation]
    /// Names of entities that are neither right nor wrong.
    var ignored: [String]
    /// The name of its files.
    var name = ""
    /// The description itself.
    var text = ""

    var testDescription: String { name }

    private enum CodingKeys: String, CodingKey {
        case language, form, clumsy, entities, relations, ignored
    }

    /// Reads every pair of `NAME.md` and `NAME.json` in a folder beside this file, by name.
    static func all(in folder: String) throws -> [CorpusEntry] {
        let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(folder)
        let files = try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
        let names = Set(files.map { $0.deletingPathExtension().lastPathComponent })
        return try names.sorted().map { name in
            let expected = try Data(contentsOf: directory.appendingPathComponent("\(name).json"))
            var entry = try JSONDecoder().decode(CorpusEntry.self, from: expected)
            entry.name = name
            entry.text = try String(contentsOf: directory.appendingPathComponent("\(name).md"), encoding: .utf8)
            return entry
        }
    }
}

/// A thing that the text says is kept.
struct ExpectedEntity: Decodable, Sendable {
    var name: String
    /// Other names that would be right.
    var also: [String]?
    var fields: [ExpectedField]
    /// Groups of fields and relations, by name or role, whose values are unique together.
    var unique: [[String]]?
    /// Whether finding it and missing it are both right.
    var optional: Bool?

    var names: [String] { [name] + (also ?? []) }
}

/// A value that the text says an entity carries, with what is said of it; nil where nothing is said.
struct ExpectedField: Decodable, Sendable {
    var name: String
    var also: [String]?
    /// The types that would be right, by name.
    var type: [String]?
    var required: Bool?
    var unique: Bool?
    var defaultValue: JSONValue?
    /// Bounds of the value, or of the length of a string.
    var minimum: Double?
    var maximum: Double?
    var cases: [String]?
    var optional: Bool?

    var names: [String] { [name] + (also ?? []) }

    private enum CodingKeys: String, CodingKey {
        case name, also, type, required, unique, minimum, maximum, cases, optional
        case defaultValue = "default"
    }
}

/// A relation that the text states.
struct ExpectedRelation: Decodable, Sendable {
    enum Kind: String, Decodable, Sendable {
        /// Each source refers to one target, and many may refer to the same.
        case one
        case oneToOne = "one-to-one"
        /// Many of both.
        case many
    }

    var from: String
    var to: String
    var kind: Kind
    /// The name of the target's part, when the text gives one that is not the target's.
    var role: String?
    /// Other names of the role.
    var also: [String]?
    var required: Bool?
    var onDelete: String?
    var optional: Bool?

    var roles: [String] { (role.map { [$0] } ?? []) + (also ?? []) }

    private enum CodingKeys: String, CodingKey {
        case from, to, kind, role, also, required, optional
        case onDelete = "on_delete"
    }

    /// Whether it is between the same two as another, in the same direction, so that only a role tells them apart.
    func isBeside(_ other: ExpectedRelation) -> Bool {
        from == other.from && to == other.to && (kind == .many) == (other.kind == .many)
    }
}
