import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// The counting of wrong relations and attributes, on the small description.
extension CorpusTests {
    @Test("A relation of another kind, direction or role is missed and wrong")
    func wrongRelations() throws {
        let kind = try Self.score { $0.relationships[2].isUnique = false }
        #expect(kind.relations.recall == 3.0 / 4 && kind.relations.precision == 3.0 / 5)
        let direction = try Self.score { document in
            document.relationships[0].source = "person"
            document.relationships[0].target = "volume"
        }
        #expect(direction.relations.recall == 3.0 / 4 && direction.relations.precision == 3.0 / 5)
        let role = try Self.score { document in
            document.relationships[0].name = "person"
            document.diagnostics = [Diagnostic(.note, "guessed", subject: "person")]
        }
        #expect(role.relations.recall == 3.0 / 4 && role.relations.precision == 3.0 / 4)
        #expect(role.attributes.recall == 17.0 / 20)
        let assumed = try Self.score {
            $0.relationships.append(
                Relationship(
                    source: "label", name: "volume", target: "volume", onDelete: .cascade, origin: Origin(.assumed)))
        }
        #expect(assumed.relations.precision == 4.0 / 6 && assumed.relations.recall == 1)
    }

    @Test("A link entity with a value of its own is no relation")
    func linkWithField() throws {
        let score = try Self.score { document in
            document.entities[4].fields = [
                Field(name: "since", type: .date, origin: Origin(.stated))
            ]
        }
        #expect(score.relations.recall == 3.0 / 4)
        #expect(score.entities.precision == 3.0 / 5 && score.relations.precision == 3.0 / 7)
    }

    @Test("What is said of a relation is an attribute")
    func relationAttributes() throws {
        let required = try Self.score { $0.relationships[1].isRequired = true }
        #expect(required.misses == ["optional relation book > person (reader, one)"])
        let deletion = try Self.score { $0.relationships[0].onDelete = .cascade }
        #expect(deletion.misses == ["deletion of relation book > person (writer, one)"])
        #expect(deletion.attributes.recall == 19.0 / 20 && deletion.attributes.precision == 1)
        let group = try Self.score { $0.entities[0].uniqueTogether = [["shelf", "title"]] }
        #expect(group.attributes.recall == 19.0 / 20 && group.attributes.precision == 19.0 / 20)
    }

    @Test("A field that is not stated is wrong, one that is not found is missed, an assumed one is neither")
    func fields() throws {
        let wrong = try Self.score { document in
            document.entities[0].fields.append(Field(name: "reader", type: .date, origin: Origin(.stated)))
        }
        #expect(wrong.mistakes == ["field book.reader"])
        #expect(wrong.attributes.precision == 20.0 / 21 && wrong.attributes.recall == 1)
        let assumed = try Self.score { document in
            document.entities[0].fields.append(Field(name: "colour", type: .date, origin: Origin(.assumed)))
            document.entities[0].fields[0].origin = Origin(.assumed)
        }
        #expect(assumed.attributes.recall == 1 && assumed.attributes.precision == 1)
        #expect(assumed.attributes.given == 16)
        let missed = try Self.score { $0.entities[0].fields.remove(at: 0) }
        #expect(missed.attributes.recall == 16.0 / 20 && missed.attributes.precision == 1)
    }

    @Test("What is said of a field is counted for itself")
    func fieldAttributes() throws {
        let type = try Self.score { $0.entities[0].fields[0].type = .date }
        #expect(type.misses == ["type of book.title", "maximum of book.title"])
        #expect(type.mistakes == ["type of book.title"])
        let cases = try Self.score { $0.entities[0].fields[1].type = .enumeration(["in", "out"]) }
        #expect(cases.misses == ["cases of book.état"] && cases.mistakes == ["cases of book.état"])
        let bounds = try Self.score { $0.entities[0].fields[2].type = .integer(minimum: 2, maximum: 9) }
        #expect(bounds.misses == ["minimum of book.pages"])
        #expect(bounds.mistakes == ["minimum of book.pages", "maximum of book.pages"])
        let more = try Self.score { document in
            document.entities[0].fields[3].isUnique = true
            document.entities[0].fields[3].isRequired = false
            document.entities[0].fields[3].defaultValue = 3
        }
        #expect(more.mistakes == ["optional book.shelf", "unique book.shelf", "default of book.shelf"])
        let less = try Self.score { document in
            document.entities[0].fields[0].isUnique = false
            document.entities[0].fields[1].defaultValue = "on_loan"
            document.entities[0].fields[2].isRequired = true
        }
        #expect(less.misses == ["unique book.title", "default of book.état", "optional book.pages"])
        #expect(less.mistakes == ["default of book.état"])
        #expect(less.attributes.recall == 17.0 / 20 && less.attributes.precision == 17.0 / 18)
    }
}
