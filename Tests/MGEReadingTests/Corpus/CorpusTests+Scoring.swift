import Foundation
import MGECore
import MGELayers
import Testing

@testable import MGEReading

extension CorpusTests {
    /// A small description as it should be read.
    private static let expected = """
        {"language": "english", "form": "prose", "clumsy": false, "ignored": ["club"],
         "entities": [
          {"name": "book", "also": ["volume"], "unique": [["shelf", "writer"]], "fields": [
            {"name": "title", "also": ["name"], "type": ["string", "text"], "maximum": 80, "unique": true},
            {"name": "état", "type": ["enum"], "cases": ["on loan", "in"], "default": "in"},
            {"name": "pages", "type": ["integer"], "minimum": 1, "required": false},
            {"name": "shelf"}]},
          {"name": "person", "fields": [{"name": "name"}]},
          {"name": "label", "fields": [{"name": "word"}]}],
         "relations": [
          {"from": "book", "to": "person", "kind": "one", "role": "writer", "on_delete": "restrict"},
          {"from": "book", "to": "person", "kind": "one", "role": "reader", "also": ["lent to"], "required": false},
          {"from": "book", "to": "label", "kind": "many"},
          {"from": "label", "to": "person", "kind": "one-to-one"}]}
        """

    private static let stated = Origin(.stated, at: SourceLocation(line: 1, column: 1))

    private static func field(_ name: String, _ type: FieldType = .string(minimum: nil, maximum: 200)) -> Field {
        Field(name: name, type: type, origin: stated)
    }

    private static func relation(
        _ source: String, _ name: String, _ target: String, isRequired: Bool = true, isUnique: Bool = false
    ) -> Relationship {
        Relationship(
            source: source, name: name, target: target, isRequired: isRequired, isUnique: isUnique,
            onDelete: isRequired ? .restrict : .setNull, origin: stated)
    }

    private static func entity(_ name: String, _ fields: [Field], unique: [[String]] = []) -> Entity {
        Entity(name: name, plural: name + "s", fields: fields, uniqueTogether: unique, origin: stated)
    }

    /// The perfect reading of the small description.
    private static var perfect: DiscoveryDocument {
        var title = field("title", .string(minimum: nil, maximum: 80))
        title.isUnique = true
        var state = field("etat", .enumeration(["in", "on_loan"]))
        state.defaultValue = "in"
        var pages = field("pages", .integer(minimum: 1, maximum: nil))
        pages.isRequired = false
        return DiscoveryDocument(
            title: "", summary: "", domain: "", language: .english, stack: "",
            entities: [
                entity("volume", [title, state, pages, field("shelf")], unique: [["writer", "shelf"]]),
                entity("person", [field("name")]), entity("label", [field("word")]), entity("club", []),
                entity("volume label", [], unique: [["volume", "label"]]),
            ],
            relationships: [
                relation("volume", "writer", "person"), relation("volume", "lent_to", "person", isRequired: false),
                relation("person", "label", "label", isUnique: true), relation("volume", "club", "club"),
                relation("volume label", "volume", "volume"), relation("volume label", "label", "label"),
            ])
    }

    static func score(_ change: (inout DiscoveryDocument) -> Void) throws -> CorpusScore {
        var document = perfect
        change(&document)
        let entry = try JSONDecoder().decode(CorpusEntry.self, from: Data(expected.utf8))
        return CorpusComparison.score(document, against: entry)
    }

    @Test("A perfect reading has everything right")
    func perfectReading() throws {
        let score = try Self.score { _ in }
        #expect(score.misses == [] && score.mistakes == [])
        for figure in [score.entities, score.relations, score.attributes] {
            #expect(figure.recall == 1 && figure.precision == 1)
        }
        // 6 fields, 3 types, and of them a maximum, unique, cases, a default, a minimum and an optional one; one group;
        // two roles, a deletion and an optional relation.
        #expect(score.attributes.expected == 20 && score.attributes.given == 20)
        #expect(score.entities.expected == 3 && score.relations.expected == 4)
    }

    @Test("A description that cannot be read misses everything and gives nothing")
    func failedReading() throws {
        let entry = try JSONDecoder().decode(CorpusEntry.self, from: Data(Self.expected.utf8))
        let score = CorpusComparison.score(nil, against: entry)
        #expect(score.entities.recall == 0 && score.relations.recall == 0 && score.attributes.recall == 0)
        #expect(score.entities.precision == nil && score.attributes.precision == nil)
        #expect(score.attributes.expected == 20)
    }

    @Test("A wrong entity counts once when the user is told of it, else twice")
    func wrongEntity() throws {
        let silent = try Self.score { $0.entities.append(Self.entity("ghost", [])) }
        #expect(silent.entities.precision == 3.0 / 5)
        #expect(silent.mistakes == ["entity ghost (not told)"])
        let message = Diagnostic(.note, "named and built: `a`, `ghosts`")
        let told = [message, Diagnostic(.note, "", subject: "Ghost"), Diagnostic(.note, "", at: Self.stated.location)]
        for diagnostic in told {
            let score = try Self.score {
                $0.entities.append(Self.entity("ghost", []))
                $0.diagnostics = [diagnostic]
            }
            #expect(score.entities.precision == 3.0 / 4 && score.entities.recall == 1)
        }
        let unrelated = try Self.score {
            $0.entities.append(Self.entity("ghost", []))
            $0.diagnostics = [Diagnostic(.note, "ghostly", subject: "writer", at: SourceLocation(line: 2, column: 1))]
        }
        #expect(unrelated.entities.precision == 3.0 / 5)
    }

    @Test("A missed entity takes its fields and relations with it")
    func missedEntity() throws {
        let score = try Self.score { document in
            document.entities.removeAll { $0.name == "label" || $0.name == "volume label" }
            document.relationships.removeAll { $0.source == "volume label" || $0.target == "label" }
        }
        #expect(score.entities.recall == 2.0 / 3 && score.entities.precision == 1)
        #expect(score.relations.recall == 2.0 / 4 && score.relations.precision == 1)
        #expect(score.attributes.recall == 19.0 / 20 && score.attributes.precision == 1)
    }
}
