import MGECore
import MGELayers
import Testing

@testable import MGEReading

@Suite struct ItemGrammarTests {
    typealias TypeCase = (item: String, type: FieldType)

    static let types: [TypeCase] = [
        ("a: string", .string(minimum: nil, maximum: 200)), ("a: string(100)", .string(minimum: nil, maximum: 100)),
        ("a: string (100)", .string(minimum: nil, maximum: 100)),
        ("a: varchar(20)", .string(minimum: nil, maximum: 20)),
        ("a: string(3..10)", .string(minimum: 3, maximum: 10)), ("a: string, min 3", .string(minimum: 3, maximum: 200)),
        ("a: string, min 3, max 9", .string(minimum: 3, maximum: 9)),
        ("a: string, max 9 characters", .string(minimum: nil, maximum: 9)),
        ("a: str", .string(minimum: nil, maximum: 200)),
        ("a: cadena(5)", .string(minimum: nil, maximum: 5)), ("a: text", .text(maximum: 10_000)),
        ("a: text(500)", .text(maximum: 500)), ("a: texto", .text(maximum: 10_000)),
        ("a: integer", .integer(minimum: nil, maximum: nil)), ("a: int, min 0", .integer(minimum: 0, maximum: nil)),
        ("a: integer, min 0, max 150", .integer(minimum: 0, maximum: 150)),
        ("a: integer, between 0 and 150", .integer(minimum: 0, maximum: 150)),
        ("a: entero, entre 0 y 150", .integer(minimum: 0, maximum: 150)),
        ("a: integer, 0..150", .integer(minimum: 0, maximum: 150)),
        ("a: integer(0..150)", .integer(minimum: 0, maximum: 150)),
        ("a: integer 0..150", .integer(minimum: 0, maximum: 150)),
        ("a: integer, -5..-1", .integer(minimum: -5, maximum: -1)),
        ("a: integer, >= 1, <= 5", .integer(minimum: 1, maximum: 5)),
        ("a: integer, min: 1", .integer(minimum: 1, maximum: nil)),
        ("a: integer, min=1", .integer(minimum: 1, maximum: nil)),
        ("a: bigint", .bigInteger(minimum: nil, maximum: nil)),
        ("a: float, min -0.5", .float(minimum: -0.5, maximum: nil)),
        ("a: number", .integer(minimum: nil, maximum: nil)),
        ("a: decimal(12,2), min 0", .decimal(precision: 12, scale: 2, minimum: 0, maximum: nil)),
        ("a: decimal(5)", .decimal(precision: 5, scale: 0, minimum: nil, maximum: nil)),
        ("a: decimal", .decimal(precision: 10, scale: 2, minimum: nil, maximum: nil)),
        ("a: money", .decimal(precision: 12, scale: 2, minimum: nil, maximum: nil)),
        ("a: money, min 0.01", .decimal(precision: 12, scale: 2, minimum: 0.01, maximum: nil)),
        ("a: boolean", .boolean), ("a: bool", .boolean), ("a: booleano", .boolean), ("a: date", .date),
        ("a: fecha", .date),
        ("a: datetime", .dateTime), ("a: timestamp", .dateTime), ("a: date and time", .dateTime),
        ("a: fecha y hora", .dateTime), ("a: time", .time), ("a: hora", .time), ("a: uuid", .uuid),
        ("a: email", .email),
        ("a: correo", .email), ("a: correo electrónico", .email), ("a: url", .url), ("a: json", .json),
        ("a: **email**", .email), ("a: `email`", .email), ("**a**: email", .email), ("a: EMAIL", .email),
        ("a: enum(admin, member, guest)", .enumeration(["admin", "member", "guest"])),
        ("a: enum(in progress, \"a, b\", 'c')", .enumeration(["in progress", "a, b", "c"])),
        ("a: enum(x | y)", .enumeration(["x", "y"])), ("a: enum(1, 2)", .enumeration(["1", "2"])),
        ("a: enum({{ x }}, ñandú)", .enumeration(["{{ x }}", "ñandú"])),
    ]

    @Test("Types and bounds", arguments: types)
    func type(_ expected: TypeCase) throws {
        let field = try ReadingSupport.field(expected.item)
        #expect(field.type == expected.type)
        #expect(field.name == "a")
        #expect(field.isRequired && !field.isUnique && field.defaultValue == nil && field.origin.kind == .stated)
    }

    @Test(
        "Optional in all forms",
        arguments: [
            "a: text, optional", "a: text optional", "a: text (optional)", "a: text?", "a: text, nullable",
            "a: text, opcional",
            "a: text, Optional", "a: text(50), optional", "a: text (50) optional",
        ])
    func optional(_ item: String) throws {
        #expect(try !ReadingSupport.field(item).isRequired)
    }

    @Test(
        "Unique in all forms",
        arguments: [
            "a: email, unique", "a: email unique required", "a: email (unique)", "a: email, único",
            "a: email, required, unique",
            "a: email (required, unique)",
        ])
    func unique(_ item: String) throws {
        let field = try ReadingSupport.field(item)
        #expect(field.isUnique && field.isRequired)
    }

    typealias DefaultCase = (item: String, value: JSONValue)

    static let defaults: [DefaultCase] = [
        ("a: boolean, default true", true), ("a: boolean, default: no", false), ("a: booleano, por defecto sí", true),
        ("a: integer, default 5", 5), ("a: integer, default = -5, min -9", -5),
        ("a: integer, defaults to 7 required", 7),
        ("a: string, default hello", "hello"), ("a: string, default \"hello, world\"", "hello, world"),
        ("a: string, default in progress", "in progress"), ("a: enum(a, b c), default b c", "b c"),
        ("a: enum(todo, done), default todo — its state", "todo"), ("a: decimal(6,2), default 9.50", .number(9.5)),
        ("a: money, default 0", 0), ("a: float, default 0.5", .number(0.5)),
        ("a: date, default 2024-02-29", "2024-02-29"),
        ("a: time, default 09:30", "09:30"), ("a: datetime, default 2025-01-31T09:30:00Z", "2025-01-31T09:30:00Z"),
        ("a: json, default {}", .object([:])), ("a: json, default [1, 2]", [1, 2]),
        ("a: url, default https://example.org/a", "https://example.org/a"),
        ("a: email, default a@example.org", "a@example.org"),
        ("a: uuid, default 6BA7B810-9DAD-11D1-80B4-00C04FD430C8", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
    ]

    @Test("Defaults", arguments: defaults)
    func defaultValue(_ expected: DefaultCase) throws {
        #expect(try ReadingSupport.field(expected.item).defaultValue == expected.value)
    }

    typealias TextCase = (item: String, text: String)

    @Test(
        "Descriptions",
        arguments: [
            ("a: email — the address to log in with", "the address to log in with"),
            ("a: email - the address, unique", "the address, unique"),
            ("a: email, unique – it's theirs", "it's theirs"),
            ("a: email (the address to log in with)", "the address to log in with"),
            ("a: enum(x, y), default x (the state)", "the state"),
            ("a: string(10) (unique in a project)", "unique in a project"),
            ("a: email -- \"quoted\" {{ x }}", "\"quoted\" {{ x }}"),
        ])
    func summary(_ expected: TextCase) throws {
        #expect(try ReadingSupport.field(expected.item).summary == expected.text)
    }

    @Test(
        "Names on the wire",
        arguments: [
            ("due date: date", "due_date"), ("Due Date: date", "due_date"), ("due-date: date", "due_date"),
            ("dueDate: date", "dueDate"), ("Email: email", "email"), ("SKU: string", "SKU"),
            ("título: string", "título"),
            ("_x: string", "_x"), ("`name`: string", "name"), ("line 1: string", "line_1"),
        ])
    func name(_ expected: TextCase) throws {
        #expect(try ReadingSupport.field(expected.item).name == expected.text)
    }

    typealias RelationCase = (item: String, relation: Relationship)

    private static func relation(
        _ name: String, to target: String = "user", required: Bool = true, unique: Bool = false,
        _ onDelete: Relationship.Deletion = .cascade
    ) -> Relationship {
        Relationship(
            source: "thing", name: name, target: target, isRequired: required, isUnique: unique, onDelete: onDelete,
            origin: Origin(.stated))
    }

    static let relations: [RelationCase] = [
        ("owner: User", relation("owner")), ("owner: user", relation("owner")), ("owner: Users", relation("owner")),
        ("owner_id: User", relation("owner")), ("owner: belongs to User", relation("owner")),
        ("owner: User, optional", relation("owner", required: false, .setNull)),
        ("owner: User?", relation("owner", required: false, .setNull)),
        ("owner: User, restrict", relation("owner", .restrict)),
        ("owner: User, on delete restrict", relation("owner", .restrict)),
        ("owner: User, optional, on delete cascade", relation("owner", required: false, .cascade)),
        ("owner: User, optional, on delete set null", relation("owner", required: false, .setNull)),
        ("owner: User, opcional, al borrar anular", relation("owner", required: false, .setNull)),
        ("profile: User, unique", relation("profile", unique: true)),
        ("parent: Thing, optional", relation("parent", to: "thing", required: false, .setNull)),
        ("code reviewer: User", relation("code_reviewer")),
    ]

    @Test("References", arguments: relations)
    func reference(_ expected: RelationCase) throws {
        var relation = try ReadingSupport.relation(expected.item)
        #expect(relation.origin.location == SourceLocation(line: 4, column: 3))
        relation.origin = Origin(.stated)
        #expect(relation == expected.relation)
    }

    @Test(
        "Many makes an entity of the link",
        arguments: [
            "tags: many Tag", "tags: many Tags", "tags: Tag[]", "tags: [Tag]", "tags: list of Tag", "tags: muchos Tag",
            "tags: many to many Tag",
        ])
    func many(_ item: String) throws {
        let document = try ReadingSupport.read("# P\n## Entities\n### Task\n- \(item)\n### Tag\n- name: string\n")
        #expect(document.names == ["task", "tag", "task tag"])
        #expect(document.references == ["task tag.task>task", "task tag.tag>tag"])
        #expect(document.relationships.allSatisfy { $0.isRequired && $0.onDelete == .cascade })
        #expect(document.entities[2].uniqueTogether == [["task", "tag"]])
        #expect(document.entities[2].plural == "task tags")
        #expect(document.assumptions.count == 1)
    }
}
