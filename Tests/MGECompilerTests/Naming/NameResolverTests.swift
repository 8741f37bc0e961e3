import MGECompiler
import MGECore
import MGELayers
import Testing

@Suite struct NameResolverTests {
    private func resolve(_ document: DiscoveryDocument) throws -> NameResolver.Resolution {
        try NameResolver.resolve(document, reserved: SampleStack.stack().reserved)
    }

    private func errors(_ document: DiscoveryDocument) throws -> [Diagnostic] {
        let error = try #require(throws: PlanningError.self) { try resolve(document) }
        return error.diagnostics
    }

    @Test func threeNames() throws {
        let names = try #require(try resolve(Discoveries.document([Discoveries.entity("order line")])).entities.first)
            .names
        #expect(names.wire == "order_line" && names.className == "OrderLine" && names.module == "order_line")
        #expect(names.pluralModule == "order_lines" && names.table == "order_lines" && names.path == "order-lines")
        #expect(names.label == "order line" && names.pluralLabel == "order lines")
    }

    @Test("keeps a reserved word on the wire and mangles it in code and table")
    func reserved() throws {
        let document = Discoveries.document([
            Discoveries.entity(
                "class", "classes",
                fields: ["class", "metadata", "order", "model_dump_x", "dueDate", "año"].map { Discoveries.field($0) })
        ])
        let entity = try #require(try resolve(document).entities.first)
        #expect(entity.names.module == "class_" && entity.names.className == "Class" && entity.names.table == "classes")
        #expect(entity.fields.map(\.wire) == ["class", "metadata", "order", "model_dump_x", "dueDate", "año"])
        #expect(
            entity.fields.map(\.name) == ["class_", "metadata_", "order", "field_model_dump_x", "due_date", "anio"])
        #expect(entity.fields.map(\.column) == ["class", "metadata", "order_", "model_dump_x", "due_date", "anio"])
        #expect(entity.fields.map(\.label).suffix(2) == ["due date", "año"])
    }

    @Test("mangles names of entities that the stack needs itself")
    func reservedEntities() throws {
        let document = Discoveries.document([
            Discoveries.entity("session"), Discoveries.entity("base"), Discoveries.entity("exception"),
            Discoveries.entity("order", "order"),
        ])
        let names = try resolve(document).entities.map(\.names)
        #expect(names[0].variable == "session_" && names[0].module == "session")
        #expect(names[1].module == "base_")
        #expect(names[2].className == "ExceptionEntity")
        #expect(names[3].table == "order_" && names[3].pluralModule == "order_list" && names[3].path == "order")
    }

    @Test("collisions cite both places")
    func collision() throws {
        let document = Discoveries.document([
            Discoveries.entity(
                "task", fields: [Discoveries.field("dueDate", line: 4), Discoveries.field("due-date", line: 9)])
        ])
        let error = try #require(try errors(document).first)
        #expect(error.message.contains("brief.md:4:3") && error.message.contains("brief.md:9:3"))
        #expect(error.location?.line == 9)
    }

    @Test(
        "names that cannot both be are refused",
        arguments: [
            Discoveries.document([Discoveries.entity("task"), Discoveries.entity("task")]),
            Discoveries.document([Discoveries.entity("order line"), Discoveries.entity("OrderLine")]),
            Discoveries.document([Discoveries.entity("task"), Discoveries.entity("task create")]),
            Discoveries.document([Discoveries.entity("datum", "data"), Discoveries.entity("fact", "data")]),
            Discoveries.document(
                [Discoveries.entity("task", fields: [Discoveries.field("owner_id")]), Discoveries.entity("user")],
                relations: [Discoveries.relation("task", "owner", "user")]),
            Discoveries.document(
                [Discoveries.entity("task", fields: [Discoveries.field("owner")]), Discoveries.entity("user")],
                relations: [Discoveries.relation("task", "owner", "user")]),
            Discoveries.document(
                [Discoveries.entity("task"), Discoveries.entity("user")],
                relations: [
                    Discoveries.relation("task", "owner", "user"), Discoveries.relation("task", "owner", "user"),
                ]),
        ])
    func refused(document: DiscoveryDocument) throws {
        #expect(try errors(document).count == 1)
    }

    @Test("all collisions are told at once")
    func several() throws {
        let twice = [Discoveries.field("a"), Discoveries.field("a"), Discoveries.field("b"), Discoveries.field("B")]
        #expect(try errors(Discoveries.document([Discoveries.entity("task", fields: twice)])).count == 2)
    }

    @Test("contradictions are refused with their place")
    func contradictions() throws {
        let fields = [
            Discoveries.field("a", .enumeration([])), Discoveries.field("b", .enumeration(["x"]), value: "y"),
            Discoveries.field("c", .integer(minimum: 2, maximum: 1)), Discoveries.field("d", .boolean, value: "yes"),
            Discoveries.field("e", .decimal(precision: 2, scale: 3, minimum: nil, maximum: nil)),
            Discoveries.field("f", .string(minimum: nil, maximum: 0)),
            Discoveries.field("g", .float(minimum: .nan, maximum: nil)),
        ]
        let found = try errors(Discoveries.document([Discoveries.entity("task", fields: fields)]))
        #expect(found.count == fields.count)
        #expect(found.allSatisfy { $0.location != nil && $0.remedy != nil })
    }

    @Test("a relation that is required cannot become null")
    func setNull() throws {
        let document = Discoveries.document(
            [Discoveries.entity("task"), Discoveries.entity("user")],
            relations: [Discoveries.relation("task", "owner", "user", onDelete: .setNull)])
        #expect(try errors(document).first?.message.contains("cannot become null") == true)
    }

    @Test("unknown entities and members are refused by name")
    func unknown() throws {
        let document = Discoveries.document(
            [Discoveries.entity("task", unique: [["title", "flavour"]])],
            relations: [Discoveries.relation("task", "owner", "ghost")])
        let messages = try errors(document).map(\.message).joined(separator: "\n")
        #expect(messages.contains("ghost") && messages.contains("flavour"))
    }

    @Test("standard members are not doubled", arguments: ["id", "_id", "ID", "created_at", "updatedAt"])
    func standard(name: String) throws {
        let document = Discoveries.document([
            Discoveries.entity(
                "task",
                fields: [Discoveries.field(name, .integer(minimum: nil, maximum: nil)), Discoveries.field("title")])
        ])
        let resolution = try resolve(document)
        #expect(resolution.entities.first?.fields.map(\.wire) == ["title"])
        #expect(resolution.diagnostics.map(\.severity) == [.warning])
    }

    @Test("a composite uniqueness names columns, of fields, relations and keys")
    func uniqueness() throws {
        let document = Discoveries.document(
            [
                Discoveries.entity(
                    "task", fields: [Discoveries.field("order"), Discoveries.field("code")],
                    unique: [["order", "owner"], ["owner_id", "order"], ["code"]]),
                Discoveries.entity("user"),
            ], relations: [Discoveries.relation("task", "owner", "user")])
        let task = try #require(try resolve(document).entities.first { $0.name == "task" })
        #expect(task.uniqueTogether == [["order_", "owner_id"]])
        #expect(task.fields.map(\.isUnique) == [false, true])
    }

    @Test("values of enumerations have names of their own, and classes too")
    func enumerations() throws {
        let values = ["in progress", "in_progress", "2d", "+", "none", "in progress 2"]
        let document = Discoveries.document([
            Discoveries.entity("task", fields: [Discoveries.field("status", .enumeration(values))]),
            Discoveries.entity("task status", "task statuses"),
        ])
        let enumeration = try #require(try resolve(document).entities.first?.fields.first?.enumeration)
        #expect(enumeration.className == "TaskStatusEnum")
        #expect(enumeration.cases.map(\.value) == values)
        let names = enumeration.cases.map(\.name)
        #expect(
            names[0] == "IN_PROGRESS" && names[1] == "IN_PROGRESS_2" && names[2] == "VALUE_2D" && names[4] == "NONE")
        #expect(Set(names).count == values.count)
        #expect(names.allSatisfy { $0.first?.isLetter == true })
    }

    @Test("a value that is no name in the stack's language has another")
    func reservedCase() throws {
        var reserved = ReservedWords.none
        reserved.keywords = ["O"]
        let document = Discoveries.document([
            Discoveries.entity("donor", fields: [Discoveries.field("group", .enumeration(["A", "O"]))])
        ])
        let plan = try NameResolver.resolve(document, reserved: reserved)
        let enumeration = try #require(plan.entities.first?.fields.first?.enumeration)
        #expect(enumeration.cases.map(\.name) == ["A", "VALUE_O"])
        #expect(enumeration.cases.map(\.value) == ["A", "O"])
    }

    @Test("names without Latin letters have fallbacks that stay the same")
    func otherScripts() throws {
        let document = Discoveries.document([
            Discoveries.entity("مهمة", "مهام", fields: [Discoveries.field("عنوان"), Discoveries.field("🎉")]),
            Discoveries.entity("任务", "任务"), Discoveries.entity("3D model"),
        ])
        let resolution = try resolve(document)
        #expect(try resolve(document).entities == resolution.entities)
        let names = resolution.entities.map(\.names)
        #expect(names[0].module.hasPrefix("entity_") && names[0].table.hasPrefix("entities_"))
        #expect(names[0].label == "مهمة" && names[0].module != names[1].module)
        #expect(names[2].className == "Entity3dModel" && names[2].module == "entity_3d_model")
        let fields = resolution.entities[0].fields
        #expect(fields[0].wire == "عنوان" && fields[0].name.hasPrefix("field_"))
        #expect(fields[1].wire == fields[1].name)
        #expect(resolution.diagnostics.filter { $0.severity == .warning }.count == 4)
    }

    @Test("long names fit the database, with a note")
    func long() throws {
        let name = Array(repeating: "word", count: 30).joined(separator: "_")
        let document = Discoveries.document([
            Discoveries.entity(name, name + "s", fields: [Discoveries.field(name), Discoveries.field(name + "2")])
        ])
        let resolution = try resolve(document)
        let entity = try #require(resolution.entities.first)
        #expect(entity.names.table.utf8.count <= 63 && entity.names.className.utf8.count <= 60)
        #expect(entity.fields.allSatisfy { $0.column.utf8.count <= 63 && $0.name.utf8.count <= 61 })
        #expect(entity.fields[0].column != entity.fields[1].column)
        #expect(resolution.diagnostics.contains { $0.message.contains("longer than 63 bytes") })
    }

    @Test("cycles are opened and told of")
    func cycles() throws {
        let document = Discoveries.document(
            [Discoveries.entity("team"), Discoveries.entity("person", "people")],
            relations: [
                Discoveries.relation("team", "lead", "person"), Discoveries.relation("person", "team", "team"),
                Discoveries.relation("person", "mentor", "person"),
            ])
        let resolution = try resolve(document)
        let relations = resolution.entities.flatMap(\.relations)
        #expect(relations.filter(\.isDeferred).count == 1)
        #expect(relations.filter { !$0.isRequired }.map(\.name).sorted() == ["mentor", "team"])
        let warnings = resolution.diagnostics.filter { $0.severity == .warning }
        #expect(warnings.count == 2)
        #expect(warnings.contains { $0.message.contains("team, person") })
    }

    @Test("labels are one line without invisible characters")
    func labels() throws {
        let document = Discoveries.document([Discoveries.entity("ta\u{202E}sk\n\"\"\"", "tasks")])
        #expect(try resolve(document).entities.first?.names.label == "ta sk \"\"\"")
    }

    @Test("a class that looks like a test is noted")
    func tests() throws {
        let diagnostics = try resolve(Discoveries.document([Discoveries.entity("test run")])).diagnostics
        #expect(diagnostics.map(\.severity) == [.note])
    }
}
