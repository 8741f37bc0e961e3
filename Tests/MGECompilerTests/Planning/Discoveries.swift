import MGECompiler
import MGECore
import MGELayers

/// Discoveries to plan in tests.
enum Discoveries {
    /// A discovery with some entities and relationships.
    static func document(
        _ entities: [Entity], relations: [Relationship] = [], title: String = "Task management",
        rules: [BusinessRule] = []
    ) -> DiscoveryDocument {
        DiscoveryDocument(
            title: title, summary: "Tasks and who does them.", domain: "task management", language: .english,
            stack: "sample", entities: entities, relationships: relations, businessRules: rules)
    }

    static func entity(
        _ name: String, _ plural: String? = nil, fields: [Field] = [], unique: [[String]] = [], line: Int = 1
    ) -> Entity {
        Entity(
            name: name, plural: plural ?? name + "s", fields: fields, uniqueTogether: unique,
            origin: origin(line: line))
    }

    static func field(
        _ name: String, _ type: FieldType = .string(minimum: nil, maximum: 200), required: Bool = true,
        unique: Bool = false, value: JSONValue? = nil, line: Int = 1
    ) -> Field {
        Field(
            name: name, type: type, isRequired: required, isUnique: unique, defaultValue: value,
            origin: origin(line: line))
    }

    static func relation(
        _ source: String, _ name: String, _ target: String, required: Bool = true, unique: Bool = false,
        onDelete: Relationship.Deletion = .cascade, line: Int = 1
    ) -> Relationship {
        Relationship(
            source: source, name: name, target: target, isRequired: required, isUnique: unique, onDelete: onDelete,
            origin: origin(line: line))
    }

    static func origin(line: Int) -> Origin {
        Origin(.stated, at: SourceLocation(file: "brief.md", line: line, column: 3))
    }

    /// Users, their tasks, and comments on these, the referring entities first.
    static var tasks: DiscoveryDocument {
        document(
            [
                entity("comment", fields: [field("body", .text(maximum: 5000))]),
                entity(
                    "task",
                    fields: [
                        field("title"), field("status", .enumeration(["todo", "in progress", "done"]), value: "todo"),
                        field("due_date", .date, required: false), field("is_urgent", .boolean, value: false),
                        field("estimate", .decimal(precision: 6, scale: 2, minimum: 0, maximum: nil), required: false),
                    ], unique: [["title", "owner"]]),
                entity("user", fields: [field("email", .email, unique: true)]),
            ],
            relations: [
                relation("comment", "task", "task"), relation("comment", "author", "user", onDelete: .restrict),
                relation("task", "owner", "user"),
                relation("task", "parent", "task", required: false, onDelete: .setNull),
            ],
            rules: [BusinessRule(statement: "Only the owner changes a task", entities: ["task"])])
    }

    /// The same with users who log in, one kind of whom administrates, and tasks that belong to them.
    static var login: DiscoveryDocument {
        var document = tasks
        document.entities[1].owner = "owner"
        document.entities[1].searched = ["title"]
        document.entities[1].sorted = ["due_date", "created_at"]
        document.entities[1].fields[1].transitions = [
            Transition(from: "todo", to: ["in progress"]), Transition(from: "in progress", to: ["todo", "done"]),
            Transition(from: "done", to: []),
        ]
        document.entities[2].fields.append(field("role", .enumeration(["admin", "member"]), value: "member"))
        document.authentication = Authentication(
            account: "user", login: "email", administrator: .init(field: "role", value: "admin"),
            origin: origin(line: 1))
        return document
    }

    /// The same with users that are only read, and tasks whose deleted ones are kept.
    static var kept: DiscoveryDocument {
        var document = tasks
        document.entities[1].isSoftDeleted = true
        document.entities[2].isReadOnly = true
        return document
    }

    /// A chain of entities, each with a field and a reference to the one before.
    static func chain(_ count: Int) -> DiscoveryDocument {
        document(
            (0..<count).map { entity("thing x\($0)", "things x\($0)", fields: [field("name")]) },
            relations: (1..<count).map { relation("thing x\($0)", "previous", "thing x\($0 - 1)") })
    }
}
