import Foundation
import MGECore
import MGEReading
import Testing

@testable import MGECompiler

/// Names that would be one, wherever they meet, are refused with both places, before anything is planned.
@Suite struct NameCollisionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        /// Where they meet.
        var kind: String
        /// The brief below its first line, so that its own first line is line 2.
        var text: String
        var places: [String]
        var testDescription: String { kind }
    }

    static let cases: [Case] = [
        Case(kind: "entities on the wire", text: "### Tag\n- a: text\n### TAG\n- a: text", places: ["2:5", "4:5"]),
        Case(
            kind: "singular and plural", text: "### Person\n- a: text\n### People\n- a: text", places: ["2:5", "4:5"]),
        Case(kind: "accents", text: "### Línea\n- a: text\n### Linea\n- a: text", places: ["2:5", "4:5"]),
        Case(
            kind: "words and capitals", text: "### OrderLine\n- a: text\n### order_line\n- a: text",
            places: ["2:5", "4:5"]),
        Case(kind: "classes", text: "### Task\n- a: text\n### Task create\n- a: text", places: ["2:5", "4:5"]),
        Case(
            kind: "classes the other way", text: "### Task page\n- a: text\n### Task\n- a: text",
            places: ["2:5", "4:5"]),
        Case(
            kind: "a class of the language", text: "### Exception\n- a: text\n### Exception entity\n- a: text",
            places: ["2:5", "4:5"]),
        Case(
            kind: "a letter that is folded", text: "### Straße\n- a: text\n### Strasse\n- a: text",
            places: ["2:5", "4:5"]),
        Case(kind: "tables", text: "### Datum\n- a: text\n### Data\n- a: text", places: ["2:5", "4:5"]),
        Case(
            kind: "a link's table", text: "### Task\n- tags: many Tag\n### Tag\n- a: text\n### TaskTag\n- a: text",
            places: ["3:3", "6:5"]),
        Case(
            kind: "two links", text: "### Task\n- label: many Tag\n- labels: many Tag\n### Tag\n- a: text",
            places: ["3:3", "4:3"]),
        Case(kind: "fields on the wire", text: "### Task\n- name: text\n- Name: text", places: ["3:3", "4:3"]),
        Case(kind: "fields in code", text: "### Task\n- dueDate: date\n- due date: date", places: ["3:3", "4:3"]),
        Case(kind: "fields by accents", text: "### Task\n- título: text\n- titulo: text", places: ["3:3", "4:3"]),
        Case(kind: "fields by ñ", text: "### Task\n- año: text\n- anio: text", places: ["3:3", "4:3"]),
        Case(kind: "a reserved word", text: "### Task\n- class: text\n- class_: text", places: ["3:3", "4:3"]),
        Case(
            kind: "a protected beginning", text: "### Task\n- model_dump_a: text\n- field_model_dump_a: text",
            places: ["3:3", "4:3"]),
        Case(
            kind: "a key", text: "### Task\n- user: User\n- user_id: uuid\n### User\n- a: text", places: ["3:3", "4:3"]),
        Case(
            kind: "a key in capitals", text: "### Task\n- mainUser: User\n- main_user_id: uuid\n### User\n- a: text",
            places: ["3:3", "4:3"]),
        Case(
            kind: "a reference and a field", text: "### Task\n- mainUser: User\n- main user: text\n### User\n- a: text",
            places: ["3:3", "4:3"]),
        Case(
            kind: "two references", text: "### Task\n- usér: User, optional\n- user: User\n### User\n- a: text",
            places: ["3:3", "4:3"]),
    ]

    @Test("Both places are told", arguments: cases)
    func collision(expected: Case) throws {
        let found = try errors("## Entities\n" + expected.text + "\n")
        #expect(found.count == 1, "\(found)")
        let error = try #require(found.first)
        for place in expected.places { #expect(cites(place, error), "\(error)") }
        #expect(error.remedy?.isEmpty == false)
    }

    @Test(
        "Names that only look alike are no collision",
        arguments: [
            "### Año\n- a: text\n### Anion\n- a: text", "### Task\n- año: text\n- anos: text",
            "### Task\n- user: text\n- user_name: text", "### User name\n- a: text\n### Username\n- a: text",
            "### Task\n- order: text\n- orders: text", "### Base\n- a: text\n### Exception\n- a: text",
        ])
    func noCollision(text: String) throws {
        #expect(try errors("## Entities\n" + text + "\n").isEmpty)
    }

    @Test(
        "A guess never takes a name that the description uses",
        arguments: [
            "Create a blog with posts, tags and post tags", "Create a blog with tags, post tags and posts",
            "Crea una API de tareas con tareas (título, categoria_id), categorías y usuarios",
            "Create an API with projects (name, ownerId), users and teams",
            "Create an API with tasks (title, Owner id), users and comments",
            "Crea una API con mascotas (nombre, dueno id) y dueños",
        ])
    func guesses(text: String) throws {
        #expect(try errors(text).isEmpty)
    }

    private func cites(_ place: String, _ error: Diagnostic) -> Bool {
        // With blanks around it, because 3:3 is no part of 13:3 or 3:35.
        let words = error.message.split { " (),".contains($0) }.map(String.init)
        return words.contains(place) || error.location.map { "\($0.line):\($0.column)" } == place
    }

    /// What stands against a description, in reading it or in resolving its names.
    private func errors(_ text: String) throws -> [Diagnostic] {
        let all: [Diagnostic]
        do {
            let document = try WrittenNames.read(text)
            all = try NameResolver.resolve(document, reserved: SampleStack.stack().reserved).diagnostics
        } catch let error as DiscoveryError {
            all = error.diagnostics
        } catch let error as PlanningError {
            all = error.diagnostics
        }
        return all.filter { $0.severity == .error }
    }
}
