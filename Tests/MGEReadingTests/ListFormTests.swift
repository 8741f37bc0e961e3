import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// The ways in which lists are written.
@Suite struct ListFormTests {
    @Test(
        "A list names entities, however its items are marked and divided",
        arguments: [
            "a) Socio: nombre, correo\nb) Pista: nombre, socio", "-socios:nombre, correo\n-pistas: nombre, socio",
            "- Socio → nombre, correo\n- Pista → nombre, socio",
            "* SOCIOS. Nombre, correo.\n* PISTAS. Nombre, socio.",
            "1. Socios\n   Nombre, correo.\n2. Pistas\n   Nombre, socio.",
            "- de cada socio: nombre, correo\n- de cada pista: nombre, socio",
            "· Socio: nombre, correo\n· Pista: nombre, socio",
        ])
    func forms(_ list: String) throws {
        let document = try ReadingSupport.read("Lo que hay que guardar:\n\n" + list)
        #expect(document.names == ["socio", "pista"])
        #expect(document.shown("socio").map { $0.lowercased() } == ["nombre: string(..100)", "correo: email"])
        #expect(document.shown("pista").map { $0.lowercased() } == ["nombre: string(..100)", "socio>socio"])
    }

    static let itemLines = [
        ("metros (nunca menos de 0)", ["metros: decimal(0..)"]),
        ("nivel fácil/medio/difícil", ["nivel: enum(fácil, medio, difícil)"]),
        ("tipo de suelo (hierba, arena) y si tiene sombra", ["tipo_de_suelo: enum(hierba, arena)", "sombra: boolean"]),
        (
            "correo, que no puede repetirse, y estado (bueno, roto)",
            ["correo: email unique", "estado: enum(bueno, roto)"]
        ),
    ]

    @Test("What an item says in a line", arguments: itemLines)
    func lines(_ words: String, _ shown: [String]) throws {
        let document = try ReadingSupport.read("Lo que hay que guardar:\n\n- Socio: nombre, \(words)\n- Pista: nombre")
        #expect(Array(document.shown("socio").dropFirst()) == shown)
    }

    @Test("What says something names no field, and is told", arguments: ["puede ser también monitor", "no se presta"])
    func sentences(_ words: String) throws {
        let document = try ReadingSupport.read("Lo que hay que guardar:\n\n- Socio: nombre; \(words)\n- Pista: nombre")
        #expect(document.shown("socio") == ["nombre: string(..100)"])
        #expect(document.diagnostics.contains { $0.message.contains(words) })
    }

    @Test("A sentence below a list says what happens when something is deleted")
    func deletion() throws {
        let document = try ReadingSupport.read(
            "- Socio: nombre, correo\n- Pista: nombre, socio\n\nSi se borra un socio se borran sus pistas.")
        #expect(document.relationships.map(\.onDelete) == [.cascade])
        let forbidden = try ReadingSupport.read(
            "- Socio\n  - nombre\n- Pista\n  - nombre\n  - socio\n\nNo se puede borrar un socio que tenga pistas.")
        #expect(forbidden.relationships.map(\.onDelete) == [.restrict])
    }

    @Test(
        "What stands in parentheses behind a name says what each of them belongs to",
        arguments: [
            ("Pista (cada una pertenece a un socio): nombre", "pista>socio"),
            ("Pista (cada una está en casa de un socio): nombre", "pista>socio"),
            ("Pista (donde juega quien es socio): nombre", nil),
        ])
    func asides(_ line: String, _ relation: String?) throws {
        let document = try ReadingSupport.read("Lo que hay que guardar:\n\n- Socio: nombre\n- \(line)")
        #expect(document.names == ["socio", "pista"])
        #expect(document.relationships.map { "\($0.source)>\($0.target)" } == [relation].compactMap(\.self))
        #expect(!document.diagnostics.contains { $0.message.contains("not used") })
    }

    @Test("An item may follow an arrow of two signs", arguments: ["site -> name, city", "site => name, city"])
    func arrows(_ line: String) throws {
        let document = try ReadingSupport.read(
            "Notes\n\n1. \(line)\n2. printer -> serial number (unique), site\n\nNotes:\n\n"
                + "* Scanners do not count: the supplier has them.\n")
        #expect(document.names == ["site", "printer"])
        #expect(document.shown("printer") == ["serial_number: string(..50) unique", "site>site"])
    }

    typealias HeadingCase = (heading: String, items: [String], shown: [String])

    static let headings: [HeadingCase] = [
        (
            "Tool", ["name: text", "condition: good, worn or broken (default good)", "code: unique", "spare: yes/no"],
            ["name: text", "condition: enum(good, worn, broken) = good", "code: string(..50) unique", "spare: boolean"]
        ),
        (
            "Loan", ["tool and borrower: one of each, and the same pair never twice", "height and width: optional"],
            [
                "height: decimal optional", "width: decimal optional", "tool>tool", "borrower>borrower",
                "unique tool + borrower",
            ]
        ),
        (
            "Borrower",
            ["borrower code, never two the same", "name and mobile", "latitude and longitude (both optional)"],
            [
                "borrower_code: string(..50) unique", "name: string(..100)", "mobile: string",
                "latitude: float optional", "longitude: float optional",
            ]
        ),
        (
            "Visit",
            ["number of adults + number of children", "paid: yes/no, no to begin with", "the tool they come for"],
            ["number_of_adults: integer", "number_of_children: integer", "paid: boolean = false", "tool>tool"]
        ),
    ]

    @Test("Items below a heading may be typed and free", arguments: headings)
    func mixed(_ expected: HeadingCase) throws {
        let others = Self.headings.map(\.heading).filter { $0 != expected.heading }
        let text =
            "# Shop\n\nWhat we lend.\n\n### \(expected.heading)\n" + expected.items.map { "* \($0)\n" }.joined()
            + others.map { "\n### \($0)\n* name: text\n" }.joined()
        let document = try ReadingSupport.read(text)
        #expect(Set(document.names) == Set(Self.headings.map(\.heading).map { $0.lowercased() }))
        #expect(document.shown(expected.heading.lowercased()) == expected.shown)
    }

    @Test(
        "A column says what may not occur twice",
        arguments: [("Repeated?", "no", true), ("Repeated?", "yes", false), ("Never repeats", "yes", true)])
    func repeated(_ header: String, _ cell: String, _ isUnique: Bool) throws {
        let document = try ReadingSupport.read(
            "# Shop\n\n### Tool\n\n| Field | Type | \(header) |\n|---|---|---|\n| label | text | \(cell) |\n")
        #expect(document.shown("tool") == [isUnique ? "label: string unique" : "label: string"])
    }

    @Test("Sentences below free items relate what these describe")
    func sentencesBelow() throws {
        let document = try ReadingSupport.read(
            "# Gym\n\n### Member\n* name: unique\n* state: new or old\n\n### Class\n* title\n\n### Loan\n* date\n\n"
                + "Each class is given by a member. The witness of a loan is another member and may be missing. "
                + "A loan belongs to a class. We are closed on Mondays.\n")
        #expect(document.names == ["member", "class", "loan"])
        #expect(document.shown("class") == ["title: string", "member>member"])
        #expect(document.shown("loan") == ["date: date", "witness>member optional", "class>class"])
        let told = document.diagnostics.filter { $0.message.hasPrefix("not used") }
        #expect(told.map(\.message) == ["not used: “We are closed on Mondays.”"])
    }

    @Test("A misspelt type among exact items stays an error", arguments: ["strng", "Usr", "many Usrs"])
    func misspelt(_ type: String) {
        let diagnostics = ReadingSupport.diagnostics("# P\n\n### Task\n- name: text\n- a: \(type)\n")
        #expect(diagnostics.contains { $0.severity == .error && $0.message.contains("is neither a type nor") })
    }

    @Test("The same in English", arguments: ["each one is in a zone", "each belongs to a zone", "one per zone"])
    func englishAsides(_ aside: String) throws {
        let document = try ReadingSupport.read("A garden.\n\n- Zones: name, area\n- Plots (\(aside)): name, area")
        #expect(document.relationships.map { "\($0.source)>\($0.target)" } == ["plot>zone"])
        #expect(document.relationships.map(\.isUnique) == [aside.hasPrefix("one")])
    }
}
