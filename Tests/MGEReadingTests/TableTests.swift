import MGECore
import MGELayers
import Testing

@testable import MGEReading

@Suite struct TableTests {
    typealias FieldCase = (header: String, row: String, field: String)

    static let english: [FieldCase] = [
        (
            "Field | Type | Mandatory | Remarks", "code | text, 12 characters at most | yes | unique",
            "code: string(..12) unique"
        ),
        ("Field | Type | Mandatory | Remarks", "kind | well, river or pool | yes |", "kind: enum(well, river, pool)"),
        (
            "Field | Type | Mandatory | Remarks", "depth | decimal | no | between -9 and 90",
            "depth: decimal(-9..90) optional"
        ),
        ("Field | Type | Mandatory | Remarks", "size | whole number | yes | in mm, at least 50", "size: integer(50..)"),
        (
            "Field | Type | Mandatory | Remarks", "state | new / in use / lost | yes | starts as in use",
            "state: enum(new, in use, lost) = in use"
        ),
        (
            "Field | Type | Mandatory | Remarks", "initials | text | yes | 2 to 4 letters, no two alike",
            "initials: string(2..4) unique"
        ),
        ("Field | Type | Mandatory | Remarks", "active | yes/no | yes | yes by default", "active: boolean = true"),
        ("Field | Type | Mandatory | Remarks", "note | long text | | ", "note: text optional"),
        ("Field | Type | Mandatory | Remarks", "label | text | yes", "label: string"),
        ("Column | Data type | Nullable | Default", "`grade` | enum('a', 'b') | no | b", "grade: enum(a, b) = b"),
        ("Column | Data type | Nullable | Default", "fax | varchar(20) | yes | -", "fax: string(..20) optional"),
        ("Column | Data type | Nullable | Default", "fee | decimal(8,2) | no | 0.5", "fee: decimal = 0.5"),
        ("Attribute | Type | Required? | Unique? | Length", "tag | string | ✓ | ✓ | 8", "tag: string(..8) unique"),
        ("Attribute | Type | Required? | Unique? | Values", "size | | ✓ | | s, m, l", "size: enum(s, m, l)"),
        ("Attribute | Type | Min | Max", "seats | integer | 1 | 99", "seats: integer(1..99)"),
        ("Name | Type | Notes", "kind | new \\| used | a \\| b", "kind: enum(new, used)"),
        ("Name | Type | Notes", "taken at | date and time | may stay empty", "taken_at: datetime optional"),
    ]

    static let spanish: [FieldCase] = [
        ("Campo | Tipo | Oblig. | Notas", "código | texto de 5 caracteres | sí | único", "código: string(5..5) unique"),
        (
            "Campo | Tipo | Oblig. | Notas", "altitud | entero | sí | metros, entre 0 y 3500",
            "altitud: integer(0..3500)"
        ),
        ("Campo | Tipo | Oblig. | Notas", "baja | fecha | no |", "baja: date optional"),
        ("Campo | Tipo | Oblig. | Notas", "activa | sí/no | sí | por defecto, sí", "activa: boolean = true"),
        (
            "Campo | Tipo | Oblig. | Notas", "calidad | entero | sí | de 0 a 9, por defecto 9",
            "calidad: integer(0..9) = 9"
        ),
        (
            "Campo | Tipo | Oblig. | Notas", "tipo | lluvia o viento | sí | no se repite",
            "tipo: enum(lluvia, viento)"
        ),
        (
            "Campo | Tipo | Oblig. | Notas", "placa | texto de 5 caracteres | sí | no se repite",
            "placa: string(5..5) unique"
        ),
        ("Campo | Tipo | Oblig. | Notas", "lema | texto | sí | 12 letras como máximo", "lema: string(..12)"),
        (
            "Nombre | Tipo | ¿Obligatorio? | Valor por defecto", "estado | abierto / cerrado | sí | abierto",
            "estado: enum(abierto, cerrado) = abierto"
        ),
        ("Atributo | Tipo | Observaciones", "aviso | fecha y hora | puede quedar vacío", "aviso: datetime optional"),
    ]

    @Test("A row of a table is a field", arguments: english + spanish)
    func field(_ expected: FieldCase) throws {
        let columns = expected.header.split(separator: "|").count
        let separator = String(repeating: "|---", count: columns) + "|"
        let text = """
            # Things

            ## Thing

            | \(expected.header) |
            \(separator)
            | size of it | text |
            | \(expected.row) |
            """
        let document = try ReadingSupport.read(text)
        #expect(document.names == ["thing"])
        let shown = document.shown("thing").dropFirst()
        #expect(shown.first ?? "no item" == expected.field, "\(document.diagnostics.map(\.description))")
    }

    static let laboratory = """
        # Laboratory

        ## Sampling point

        | Field | Type |
        |---|---|
        | code | text |

        ## Sample

        | Field | Type |
        |---|---|
        | label | text |

        ## Technician

        | Field | Type |
        |---|---|
        | name | text |

        ## Relations

        | From | To | Kind | Remarks |
        |---|---|---|---|
        """

    typealias RelationCase = (row: String, entity: String, relations: [String])

    static let relations: [RelationCase] = [
        (
            "Sample | Sampling point | many to one | a point with samples must not be deleted", "sample",
            ["sampling_point>sampling point restrict"]
        ),
        ("Sample | Technician | many to one | as sampler", "sample", ["sampler>technician"]),
        ("Sample | Technician | N:1 | as analyst, may be empty", "sample", ["analyst>technician optional"]),
        ("Sample | Technician | n:1 | deleted together with the technician", "sample", ["technician>technician"]),
        ("Technician | Sample | one to many | ", "sample", ["technician>technician"]),
        ("Technician | Sample | 1:1 | ", "technician", ["sample>sample unique"]),
        (
            "Technician | Sampling point | many to many | ", "technician sampling point",
            ["technician>technician", "sampling_point>sampling point", "unique technician + sampling_point"]
        ),
        (
            "Sample | Sampling point | many to one | one sample per label and point", "sample",
            ["sampling_point>sampling point", "unique label + sampling_point"]
        ),
    ]

    @Test("A row of a table of relations is a relation", arguments: relations)
    func relation(_ expected: RelationCase) throws {
        let document = try ReadingSupport.read(Self.laboratory + "\n| \(expected.row) |\n")
        let shown = document.shown(expected.entity).filter { $0.contains(">") || $0.hasPrefix("unique") }
        #expect(shown == expected.relations)
    }

    @Test("Relations in Spanish, with what happens on deletion")
    func spanishRelations() throws {
        let document = try ReadingSupport.read(
            """
            # Red
            ## Estación
            | Campo | Tipo |
            |---|---|
            | nombre | texto |
            ## Sensor
            | Campo | Tipo |
            |---|---|
            | serie | texto |
            ## Relaciones
            | Origen | Destino | Tipo | Notas |
            |---|---|---|---|
            | Sensor | Estación | muchos a uno | no se puede borrar una estación con sensores |
            | Sensor | Sensor | muchos a uno | como repuesto; opcional |
            | Nada | Sensor | muchos a uno | |
            """)
        #expect(
            document.shown("sensor") == ["serie: string", "estación>estación restrict", "repuesto>sensor optional"])
        #expect(
            document.diagnostics.contains {
                $0.message.hasPrefix("not used: “Nada | Sensor") && $0.location?.line == 15
            })
    }

    @Test("A row may be an entity")
    func entities() throws {
        let document = try ReadingSupport.read(
            """
            # Seeds

            | Entity | Fields | Relations |
            |---|---|---|
            | Variety | name (unique), days to harvest (between 20 and 400) | |
            | Lot | code (8 characters, unique), state: free, used up or on trial | variety; grower who gave it (optional) |
            | Grower | name, email (optional) | |
            | Label | word | several varieties |
            """)
        #expect(document.names == ["variety", "lot", "grower", "label", "label variety"])
        #expect(document.shown("variety") == ["name: string(..100) unique", "days_to_harvest: integer(20..400)"])
        #expect(
            document.shown("lot") == [
                "code: string(8..8) unique", "state: enum(free, used up, on trial)", "variety>variety",
                "grower>grower optional",
            ])
    }

    @Test("A table may say what each entity is")
    func summaries() throws {
        let document = try ReadingSupport.read(
            "# Kennel\n\n| Entity | What it is |\n|---|---|\n| Dog | An animal |\n\n## Dog\n\n| Field | Type |\n|---|---|\n"
                + "| name | text |\n| friends | list of Dog |\n")
        #expect(document.names == ["dog", "dog friend"])
        #expect(document.shown("dog") == ["name: string"])
        #expect(document.entities[0].summary == "An animal")
    }

    @Test("A column may name the entity of each row, and an empty cell is the one above")
    func entityColumn() throws {
        let document = try ReadingSupport.read(
            """
            | Table | Column | Type | References | On delete |
            |---|---|---|---|---|
            | visits | starts_at | datetime | | |
            | | patient_id | integer | patients | cascade |
            | patients | name | string | | |
            | | doctor_id | integer | | restrict |
            | doctors | name | string | | |
            """)
        #expect(document.names == ["visit", "patient", "doctor"])
        #expect(document.shown("visit") == ["starts_at: datetime", "patient>patient"])
        #expect(document.shown("patient") == ["name: string", "doctor>doctor restrict"])
    }

    @Test(
        "A short line above a table names its entity",
        arguments: ["**Tool**", "Tool:", "## Tool", "Tool\n----", "### Entity: Tool", "## 1. Tool"])
    func title(_ title: String) throws {
        let document = try ReadingSupport.read("# Library\n\n\(title)\n\nField | Type\n--- | ---\nname | string\n")
        #expect(document.shown("tool") == ["name: string"])
    }

    @Test("A table of something else, or without a line of hyphens, is told")
    func other() throws {
        let document = try ReadingSupport.read(
            "## Entities\n### A\n- b: text\n\n## Prices\n\n| Month | Cost |\n|---|---|\n| May | 5 |\n\nx | y\nz | w\n")
        let messages = document.diagnostics.map(\.message)
        #expect(document.names == ["a"])
        #expect(messages.contains("not used: “May”"))
        #expect(messages.contains { $0.hasPrefix("not used: “x | y") })
    }

    @Test("What a cell says is told with its line and column")
    func places() throws {
        let document = try ReadingSupport.read(
            "## A\n| Field | Type | Remarks |\n|---|---|---|\n| b | boolean | at least 3 |\n| c | x or y | for fun |\n")
        #expect(document.shown("a") == ["b: boolean", "c: enum(x, y)"])
        let found = document.diagnostics.filter { $0.location?.line == 4 }
        #expect(found.count == 1 && found[0].severity == .warning && found[0].location?.column == 26)
        #expect(document.diagnostics.contains { $0.location == SourceLocation(line: 5, column: 16) })
    }
}
