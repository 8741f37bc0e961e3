import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// What sentences say of entities, fields and relations.
@Suite struct ProseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var entities: Set<String>
        var relations: Set<String>
        var testDescription: String { text }
    }

    static let english = [
        Case(
            text: "Each shop has a name. A bicycle belongs to one customer and every customer has a phone number.",
            entities: ["shop", "bicycle", "customer"], relations: ["bicycle.customer>customer"]),
        Case(
            text: "Each repair order is opened for a bicycle at a shop. A bicycle has a brand. A shop has a name.",
            entities: ["repair order", "bicycle", "shop"],
            relations: ["repair order.bicycle>bicycle", "repair order.shop>shop"]),
        Case(
            text: "An author has several books. A book has a title and every author has a name.",
            entities: ["author", "book"], relations: ["book.author>author"]),
        Case(
            text: "Every course has many students, and every student takes many courses. A student has a name.",
            entities: ["course", "student", "enrollment"],
            relations: ["enrollment.course>course", "enrollment.student>student"]),
        Case(
            text: "Every show has a title and is hosted by one or more hosts. Hosts have a name.",
            entities: ["show", "host", "show host"], relations: ["show host.show>show", "show host.host>host"]),
        Case(
            text: "Wards submit requests. Each request has a date. A ward has a floor.",
            entities: ["ward", "request"], relations: ["request.ward>ward"]),
        Case(
            text: "An employee has a name and may report to another employee. Each employee has an email.",
            entities: ["employee"], relations: ["employee.parent_employee>employee"]),
        Case(
            text: "Each order was taken by a mechanic and is assigned to another mechanic. A mechanic has a name. Each "
                + "order has a number.",
            entities: ["order", "mechanic"],
            relations: ["order.mechanic>mechanic", "order.assigned_to>mechanic"]),
        Case(
            text: "Each match has a home team and an away team. Every team has a name.", entities: ["match", "team"],
            relations: ["match.home_team>team", "match.away_team>team"]),
        Case(
            text: "Each hive has one queen, and each queen lives in one hive. A hive has a code. A queen has a race.",
            entities: ["hive", "queen"], relations: ["hive.queen>queen"]),
    ]

    static let spanish = [
        Case(
            text: "Un autor tiene muchos libros. Cada libro tiene un título y cada autor un nombre.",
            entities: ["autor", "libro"], relations: ["libro.autor>autor"]),
        Case(
            text:
                "Las colmenas pertenecen a un apiario. Cada colmena tiene un código. De cada apiario guardamos el nombre.",
            entities: ["colmena", "apiario"], relations: ["colmena.apiario>apiario"]),
        Case(
            text:
                "Una revisión la hace un apicultor en una colmena. Cada revisión lleva la fecha, cada colmena tiene un "
                + "código y cada apicultor tiene un nombre.",
            entities: ["revisión", "apicultor", "colmena"],
            relations: ["revisión.apicultor>apicultor", "revisión.colmena>colmena"]),
        Case(
            text: "Cada encargo se divide en tareas. Una tarea tiene una tarifa y cada encargo una referencia.",
            entities: ["encargo", "tarea"], relations: ["tarea.encargo>encargo"]),
        Case(
            text: "Una categoría puede depender de otra categoría. Cada categoría tiene un nombre.",
            entities: ["categoría"], relations: ["categoría.categoria_superior>categoría"]),
    ]

    @Test("Sentences give entities and relations", arguments: english + spanish)
    func relationsAreRead(_ expected: Case) throws {
        let document = try ReadingSupport.read(expected.text)
        #expect(Set(document.names) == expected.entities)
        #expect(
            Set(document.references.map(\.foldedForComparison)) == Set(expected.relations.map(\.foldedForComparison)))
    }

    struct Attribute: Sendable, CustomTestStringConvertible {
        var text: String
        var field: Field
        var testDescription: String { text }

        init(
            _ text: String, _ name: String, _ type: FieldType, isRequired: Bool = true, isUnique: Bool = false,
            defaultValue: JSONValue? = nil
        ) {
            self.text = text
            field = Field(
                name: name, type: type, isRequired: isRequired, isUnique: isUnique, defaultValue: defaultValue,
                origin: Origin(.stated))
        }
    }

    static let attributes = [
        Attribute("Each member has a nickname of up to 40 characters.", "nickname", .string(minimum: nil, maximum: 40)),
        Attribute("Each member has an optional website.", "website", .url, isRequired: false),
        Attribute("Each member has a website, which may be empty.", "website", .url, isRequired: false),
        Attribute(
            "Each member has a code, which is unique.", "code", .string(minimum: nil, maximum: 50), isUnique: true),
        Attribute(
            "Each member has a code. Codes are unique.", "code", .string(minimum: nil, maximum: 50), isUnique: true),
        Attribute("Each member has a rating from 1 to 5.", "rating", .integer(minimum: 1, maximum: 5)),
        Attribute("Each member has a level between 2 and 9.", "level", .integer(minimum: 2, maximum: 9)),
        Attribute("Each member has a plate of exactly 8 characters.", "plate", .string(minimum: 8, maximum: 8)),
        Attribute(
            "Each member has a state (open, held or closed).", "state", .enumeration(["open", "held", "closed"])),
        Attribute(
            "Each member has a state: open, held or closed.", "state", .enumeration(["open", "held", "closed"])),
        Attribute("Each member has a state, which can be open or held.", "state", .enumeration(["open", "held"])),
        Attribute(
            "Each member has a state (open, held) that is open by default.", "state", .enumeration(["open", "held"]),
            defaultValue: "open"),
        Attribute("For each member we record whether they are trained.", "trained", .boolean),
        Attribute("Cada socio tiene una nota de 0 a 100.", "nota", .integer(minimum: 0, maximum: 100)),
        Attribute(
            "Cada socio tiene un código que no se repite.", "código", .string(minimum: nil, maximum: 50), isUnique: true
        ),
        Attribute("De cada socio guardamos la fecha de alta.", "fecha_de_alta", .date),
        Attribute(
            "Cada socio tiene, si se conoce, un lema de hasta 80 caracteres.", "lema",
            .string(minimum: nil, maximum: 80)),
        Attribute(
            "Cada socio tiene un estado (activo, baja) que por defecto es activo.", "estado",
            .enumeration(["activo", "baja"]), defaultValue: "activo"),
    ]

    @Test("Sentences give fields with what is said of them", arguments: attributes)
    func attributesAreRead(_ expected: Attribute) throws {
        let document = try ReadingSupport.read(expected.text)
        let field = try #require(document.entities.first?.fields.first)
        #expect(field.name == expected.field.name)
        #expect(field.type == expected.field.type)
        #expect(field.isRequired == expected.field.isRequired)
        #expect(field.isUnique == expected.field.isUnique)
        #expect(field.defaultValue == expected.field.defaultValue)
        #expect(field.origin.kind == .stated)
    }

    @Test(
        "Uniqueness of several together is read",
        arguments: [
            "A listener can leave a rating for an episode. Each rating has a score. Each episode has a title. Each "
                + "listener has a name. Only one rating per listener and episode.",
            "Each rating has a score and belongs to a listener. Each rating is about an episode. Each episode has a "
                + "title. Each listener has a name. No two ratings have the same listener and episode.",
        ])
    func together(_ text: String) throws {
        let document = try ReadingSupport.read(text)
        let rating = try #require(document.entities.first { $0.name == "rating" })
        #expect(rating.uniqueTogether == [["listener", "episode"]])
    }

    @Test(
        "What happens on deletion is read",
        arguments: [
            (
                "A bicycle belongs to a customer. We never delete customers who have bicycles.",
                Relationship.Deletion.restrict
            ),
            ("A bicycle belongs to a customer. Customers with bicycles cannot be deleted.", .restrict),
            ("A bicycle belongs to a customer. When a customer is deleted, their bicycles are deleted too.", .cascade),
        ])
    func deletion(_ text: String, _ rule: Relationship.Deletion) throws {
        let names = " Each customer has a name. Each bicycle has a brand."
        let document = try ReadingSupport.read(text + names)
        #expect(document.relationships.map(\.onDelete) == [rule])
    }

    @Test("Sentences of which nothing was made are told with their place")
    func unused() throws {
        let document = try ReadingSupport.read(
            "Each member has a name.\nThe weather was fine, and nobody knew why.\nEach member has an email.")
        let told = document.diagnostics.filter { $0.severity == .warning }
        #expect(told.map(\.location) == [SourceLocation(line: 2, column: 1)])
        #expect(told.first?.message.contains("The weather was fine") == true)
    }

    @Test("What sentences made an entity refer to is told")
    func told() throws {
        let document = try ReadingSupport.read(Self.english[1].text)
        #expect(document.diagnostics.contains { $0.subject == "repair order" && $0.message.contains("`bicycle`") })
    }
}
