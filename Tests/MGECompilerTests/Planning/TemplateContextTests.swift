import MGECompiler
import MGECore
import MGELayers
import Synchronization
import Testing

@Suite struct TemplateContextTests {
    private func context(_ plan: Masterplan) throws -> TemplateContext<JSONValue> {
        try TemplateContext(plan: RenderingPlan(plan), convert: { $0 }, gather: JSONValue.array)
    }

    private func plan(_ document: DiscoveryDocument = Discoveries.tasks) throws -> Masterplan {
        try MasterplanBuilder.build(document, with: SampleStack.stack())
    }

    @Test("tells templates of an entity in the words of the vocabulary")
    func entity() throws {
        let plan = try plan()
        let values = try context(plan).values(for: plan.tasks[2])
        #expect(values["task"] == ["number": 3, "kind": "model", "path": "src/models/task.py"])
        #expect(values["provides"] == [["kind": "base", "module": "app.base", "symbol": "base", "entity": nil]])
        let task = try #require(values["entity"])
        #expect(task["class_name"] == "Task" && task["unique_together"] == [["title", "owner_id"]])
        #expect(
            task["referenced_by"] == [
                [
                    "class_name": "Task", "module": "task", "column": "parent_id", "attribute": "parent_id",
                    "on_delete": "set_null",
                ],
                [
                    "class_name": "Comment", "module": "comment", "column": "task_id", "attribute": "task_id",
                    "on_delete": "cascade",
                ],
            ])
        guard case .array(let fields)? = task["fields"], case .array(let relations)? = task["relations"]
        else {
            Issue.record("fields and relations are no lists")
            return
        }
        #expect(
            fields[1] == [
                "wire": "status", "name": "status", "column": "status", "type": "enum", "required": true,
                "unique": false, "label": "status", "description": nil, "max_length": nil, "min_length": nil,
                "minimum": nil, "maximum": nil, "precision": nil, "scale": nil, "default": "todo", "is_creatable": true,
                "is_updatable": true, "transitions": nil,
                "is_filter": true,
                "enum": [
                    "class_name": "TaskStatus", "constraint": "status",
                    "cases": [
                        ["name": "TODO", "value": "todo"], ["name": "IN_PROGRESS", "value": "in progress"],
                        ["name": "DONE", "value": "done"],
                    ],
                ],
            ])
        #expect(
            relations[0] == [
                "wire": "owner_id", "name": "owner", "column": "owner_id", "attribute": "owner_id", "label": "owner",
                "required": true, "unique": false, "on_delete": "cascade", "is_self": false, "is_deferred": false,
                "is_writable": true,
                "target": [
                    "wire": "user", "class_name": "User", "module": "user", "plural_module": "users",
                    "variable": "user", "plural_variable": "users", "table": "users", "path": "users", "label": "user",
                    "is_read_only": false, "is_soft_deleted": false,
                ],
            ])
        #expect(relations[1]["is_self"] == true)
    }

    @Test("tells a task of the project what all others provide, and of no entity")
    func project() throws {
        let plan = try plan()
        let values = try context(plan).values(for: plan.tasks[7])
        #expect(values["entity"] == nil)
        guard case .array(let provides)? = values["provides"], case .array(let entities)? = values["entities"] else {
            Issue.record("provides and entities are no lists")
            return
        }
        #expect(provides.map { $0["entity"] } == ["user", "task", "comment"])
        #expect(entities.count == 3)
    }

    @Test("tells the infrastructure of everything")
    func infrastructure() throws {
        let plan = try plan()
        let values = try context(plan).infrastructureValues
        #expect(values.keys.sorted() == ["account", "entities", "project", "provides"])
        guard case .array(let provides)? = values["provides"] else {
            Issue.record("provides is no list")
            return
        }
        #expect(provides.count == plan.tasks.count)
    }

    @Test("a task's digest follows its own entity, and for the project all of them")
    func digests() throws {
        let stack = try SampleStack.stack()
        func digests(_ document: DiscoveryDocument) throws -> [SHA256Digest] {
            let plan = try plan(document)
            let context = try context(plan)
            return try plan.tasks.map { task in
                let template = try #require(stack.fingerprint(of: task.template))
                return try context.inputDigest(of: task, template: template)
            }
        }
        var changed = Discoveries.tasks
        changed.entities[0].fields[0].isRequired = false
        let before = try digests(Discoveries.tasks)
        let after = try digests(changed)
        let same = zip(before, after).map { $0 == $1 }
        #expect(same == [false, true, true, false, true, true, false, false])
        #expect(try digests(Discoveries.tasks) == before)
    }

    @Test("a task of an entity whose template lists all entities follows all of them")
    func usesEntities() throws {
        var files = SampleStack.files()
        files["code/model.j2"] = .init("{% for other in entities %}{% endfor %}".utf8)
        let stack = try Stack(folder: "sample", files: files)
        let template = try #require(stack.fingerprint(of: "code/model.j2"))
        var changed = Discoveries.tasks
        changed.entities[0].fields[0].isRequired = false
        let digests = try [Discoveries.tasks, changed].map { document in
            let plan = try plan(document)
            return try context(plan).inputDigest(of: plan.tasks[1], template: template)
        }
        #expect(digests[0] != digests[1])
    }

    @Test("converts each entity once, however many tasks there are")
    func linear() throws {
        let count = 2000
        let plan = try plan(Discoveries.chain(count))
        let nodes = Mutex(0)
        @Sendable func size(_ value: JSONValue) -> Int {
            switch value {
            case .array(let elements): 1 + elements.reduce(0) { $0 + size($1) }
            case .object(let members): 1 + members.values.reduce(0) { $0 + size($1) }
            default: 1
            }
        }
        let context = try TemplateContext(
            plan: RenderingPlan(plan),
            convert: { value in
                nodes.withLock { $0 += size(value) }
                return true
            }, gather: { !$0.isEmpty })
        let prepared = nodes.withLock { $0 }
        for task in plan.tasks { #expect(context.values(for: task)["entities"] == true) }
        let converted = nodes.withLock { $0 } - prepared
        #expect(prepared < 100 * count)
        #expect(converted < 50 * plan.tasks.count)
        let template = try #require(try SampleStack.stack().fingerprint(of: "code/model.j2"))
        let digests = try plan.tasks.map { try context.inputDigest(of: $0, template: template) }
        #expect(Set(digests).count == plan.tasks.count)
    }
}
