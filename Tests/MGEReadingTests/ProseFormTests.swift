import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// The less usual forms that sentences have.
@Suite struct ProseFormTests {
    static let relations = [
        ProseTests.Case(
            text: "We want a system for our gym. Members have an email. Each member has several lockers.",
            entities: ["member", "locker"], relations: ["locker.member>member"]),
        ProseTests.Case(
            text: "Operators, known by their name, are assigned to a pass. A pass has a start date.",
            entities: ["operator", "pass"], relations: ["operator.pass>pass"]),
        ProseTests.Case(
            text: "Each month an invoice is created for every lease: the invoice has a number. A lease has a fee.",
            entities: ["invoice", "lease"], relations: ["invoice.lease>lease"]),
        ProseTests.Case(
            text: "Readers can borrow books. A reader has a name. Each book has a title.",
            entities: ["reader", "book", "loan"],
            relations: ["loan.reader>reader", "loan.book>book"]),
        ProseTests.Case(
            text: "A team has a leader who is an employee, and several employees. An employee works in many teams.",
            entities: ["team", "employee", "employee team"],
            relations: ["team.leader>employee", "employee team.team>team", "employee team.employee>employee"]),
        ProseTests.Case(
            text: "Engineers have a name, and they are all on a single team. A team has a name.",
            entities: ["engineer", "team"], relations: ["engineer.team>team"]),
        ProseTests.Case(
            text:
                "Cuando un cliente trae un vehículo se abre una orden. Una orden tiene una fecha. Cada orden es de un "
                + "vehículo. Cada cliente tiene varios vehículos.",
            entities: ["orden", "vehículo", "cliente"],
            relations: ["orden.vehículo>vehículo", "vehículo.cliente>cliente"]),
        ProseTests.Case(
            text: "Por cada pedido se emite una factura con un número único y una fecha. Cada pedido tiene un total.",
            entities: ["pedido", "factura"], relations: ["factura.pedido>pedido"]),
        ProseTests.Case(
            text: "Cada excursión la organiza un socio y en ella participan muchos socios. Un socio va a muchas "
                + "excursiones. Una excursión tiene un título y un socio tiene un nombre.",
            entities: ["excursión", "socio", "excursión socio"],
            relations: [
                "excursión.socio>socio", "excursión socio.excursión>excursión", "excursión socio.socio>socio",
            ]),
        ProseTests.Case(
            text: "Los empleados trabajan en un hotel y tienen nombre y puesto. Cada hotel tiene una ciudad.",
            entities: ["empleado", "hotel"], relations: ["empleado.hotel>hotel"]),
    ]

    @Test("Entities and relations in other words", arguments: relations)
    func relationsAreRead(_ expected: ProseTests.Case) throws {
        let document = try ReadingSupport.read(expected.text)
        #expect(Set(document.names) == expected.entities)
        #expect(
            Set(document.references.map(\.foldedForComparison)) == Set(expected.relations.map(\.foldedForComparison)))
    }

    static let attributes = [
        ProseTests.Attribute("Each member has a five-character plate.", "plate", .string(minimum: 5, maximum: 5)),
        ProseTests.Attribute("Each member has an 8-digit plate.", "plate", .string(minimum: 8, maximum: 8)),
        ProseTests.Attribute("Each member has a plate, of two letters.", "plate", .string(minimum: 2, maximum: 2)),
        ProseTests.Attribute(
            "Each member may have a nickname.", "nickname", .string(minimum: nil, maximum: 50), isRequired: false),
        ProseTests.Attribute(
            "Each member has a state (open, held), open by default.", "state", .enumeration(["open", "held"]),
            defaultValue: "open"),
        ProseTests.Attribute(
            "Each member has a state (open, held; open by default).", "state", .enumeration(["open", "held"]),
            defaultValue: "open"),
        ProseTests.Attribute(
            "Each member has a state, that is to say open, held or closed.", "state",
            .enumeration(["open", "held", "closed"])),
        ProseTests.Attribute(
            "Each member has a state (open, held). New members are held.", "state", .enumeration(["open", "held"]),
            defaultValue: "held"),
        ProseTests.Attribute(
            "Each member has a state (open, held). Members begin life as held.", "state",
            .enumeration(["open", "held"]), defaultValue: "held"),
        ProseTests.Attribute("Each member has a level greater than 0.", "level", .integer(minimum: 1, maximum: nil)),
        ProseTests.Attribute(
            "Members fill in their full name and an email.", "full_name", .string(minimum: nil, maximum: 200)),
        ProseTests.Attribute(
            "Each member has a trade such as plumbing or masonry.", "trade", .string(minimum: nil, maximum: 200)),
        ProseTests.Attribute(
            "Cada socio tiene un lema, que está vacío hasta que lo elige.", "lema",
            .string(minimum: nil, maximum: 200), isRequired: false),
        ProseTests.Attribute(
            "Cada socio tiene un número de colegiado.", "número_de_colegiado", .string(minimum: nil, maximum: 50)),
        ProseTests.Attribute(
            "Cada socio tiene un número de plazas.", "número_de_plazas", .integer(minimum: nil, maximum: nil)),
    ]

    @Test("Fields in other words", arguments: attributes)
    func attributesAreRead(_ expected: ProseTests.Attribute) throws {
        let document = try ReadingSupport.read(expected.text)
        let entity = try #require(document.entities.first)
        #expect(entity.fields.count { $0.origin.kind == .stated } <= 2)
        let field = try #require(entity.fields.first)
        #expect(field.name == expected.field.name)
        #expect(field.type == expected.field.type)
        #expect(field.isRequired == expected.field.isRequired)
        #expect(field.isUnique == expected.field.isUnique)
        #expect(field.defaultValue == expected.field.defaultValue)
    }

    @Test(
        "What is unique together, in other words",
        arguments: [
            ("The number together with the date must be unique.", ["number", "date"]),
            ("The combination of number and date is unique.", ["number", "date"]),
            ("Two paintings of the same sale cannot have the same number.", ["sale", "number"]),
            ("The same number can't turn up twice within one sale.", ["number", "sale"]),
            ("No sale can have two paintings with the same number.", ["sale", "number"]),
        ])
    func together(_ sentence: String, _ names: [String]) throws {
        let document = try ReadingSupport.read(
            "A painting belongs to a sale and has a number and a date. Each sale has a place. " + sentence)
        let painting = try #require(document.entities.first { $0.name == "painting" })
        #expect(painting.uniqueTogether == [names])
    }

    @Test("A number that is unique within something is not unique alone")
    func scope() throws {
        let document = try ReadingSupport.read(
            "A painting belongs to a sale and has a number that is unique within its sale. Each sale has a place.")
        let painting = try #require(document.entities.first { $0.name == "painting" })
        #expect(painting.uniqueTogether == [["number", "sale"]])
        #expect(painting.fields.first { $0.name == "number" }?.isUnique == false)
    }

    @Test(
        "Ways to say that a value may be missing",
        arguments: [
            "which may be left blank", "which can be missing", "if there is one", "not required", "where available",
            "which stays empty until then",
        ])
    func optional(_ words: String) throws {
        let document = try ReadingSupport.read("Each member has a nickname, \(words). Each member has an email.")
        let field = try #require(document.entities.first?.fields.first)
        #expect(field.name == "nickname")
        #expect(!field.isRequired)
    }

    @Test("The greatest whole number has none above it, and is told or read without a trap")
    func greatest() {
        let told = ReadingSupport.diagnostics("Each member has a level greater than 9223372036854775807.")
        #expect(!told.isEmpty)
    }
}
