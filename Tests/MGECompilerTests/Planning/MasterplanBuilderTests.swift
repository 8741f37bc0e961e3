import MGECompiler
import MGECore
import MGELayers
import Testing

@Suite struct MasterplanBuilderTests {
    private func plan(_ document: DiscoveryDocument, _ definition: JSONValue = SampleStack.definition) throws
        -> Masterplan
    {
        try MasterplanBuilder.build(document, with: SampleStack.stack(definition))
    }

    @Test("unrolls the blueprint into numbered tasks")
    func unrolls() throws {
        let plan = try plan(Discoveries.tasks)
        #expect(plan.entities.map(\.name) == ["user", "task", "comment"])
        #expect(
            plan.tasks.map(\.name) == [
                "base", "model of user", "model of task", "model of comment", "router of user", "router of task",
                "router of comment", "app",
            ])
        #expect(plan.tasks.map(\.number) == Array(1...8))
        #expect(plan.tasks.map(\.dependencies) == [[], [1], [1], [1], [1, 2], [1, 3], [1, 4], [5, 6, 7]])
        #expect(plan.tasks[2].targetFiles == ["src/models/task.py"])
        #expect(plan.tasks[2].serves == .entity("task") && plan.tasks[7].serves == .project)
        #expect(
            plan.tasks[2].provides == [Provision(kind: "model", module: "app.task", symbol: "model", entity: "task")])
        #expect(plan.tasks[2].summary == "Why model is there." && plan.tasks[2].template == "code/model.j2")
        #expect(plan.project.slug == "task-management")
    }

    @Test("phases and milestones hold every task once, numbered through")
    func phases() throws {
        let plan = try plan(Discoveries.tasks)
        #expect(plan.phases.map(\.name) == ["Foundation", "Interface"])
        #expect(plan.milestoneCount == 3)
        #expect(plan.phases.flatMap(\.milestones).map(\.number) == [1, 2, 3])
        #expect(plan.phases.flatMap(\.milestones).flatMap(\.tasks) == Array(1...8))
        for phase in plan.phases {
            for milestone in phase.milestones {
                for number in milestone.tasks {
                    let task = plan.tasks[number - 1]
                    #expect(task.phase == phase.number && task.milestone == milestone.number)
                }
            }
        }
    }

    @Test("the same discovery gives the same plan")
    func deterministic() throws {
        let plans = try (0..<2).map { _ in try plan(Discoveries.tasks) }
        #expect(plans[0] == plans[1])
        let digests = try plans.map { try CanonicalJSON.digest(of: $0) }
        #expect(digests[0] == digests[1])
    }

    @Test("a plan without entities has the project's tasks alone")
    func empty() throws {
        let plan = try plan(Discoveries.document([]))
        #expect(plan.tasks.map(\.kind) == ["base", "app"])
        #expect(plan.phases.flatMap(\.milestones).map(\.name) == ["Skeleton", "Routes"])
        #expect(plan.tasks[1].dependencies == [])
    }

    @Test(
        "two owners of a file are refused by name and path",
        arguments: [
            (SampleStack.changedKind(2, "target", to: "src/model.py"), "src/model.py"),
            (SampleStack.changedKind(0, "target", to: "SRC/Models/BASE.py"), "differ in case only"),
            (SampleStack.changedKind(0, "target", to: "readme.md"), "infra/README.md.j2"),
            (SampleStack.changedKind(0, "target", to: "src/models"), "is a folder for"),
            (SampleStack.changedKind(0, "target", to: "../main.py"), "no path inside the project"),
            (SampleStack.changedKind(0, "target", to: "/etc/passwd"), "no path inside the project"),
            (SampleStack.changedKind(0, "target", to: ""), "no path inside the project"),
        ])
    func targets(definition: JSONValue, message: String) throws {
        let error = try #require(throws: PlanningError.self) { try plan(Discoveries.tasks, definition) }
        #expect(error.description.contains(message), "\(error)")
        #expect(error.description.contains("task "))
    }

    @Test(
        "titles of any script have a slug",
        arguments: [("Gestión de año", "gestion-de-anio"), ("任务", "project"), ("", "project")])
    func slug(title: String, slug: String) throws {
        #expect(try plan(Discoveries.document([], title: title)).project.slug == slug)
    }

    @Test("a kind for login is there where an entity logs in, and nobody waits for it elsewhere")
    func conditions() throws {
        let definition = SampleStack.changedKind(3, "when", to: "login")
        let open = try plan(Discoveries.tasks, definition)
        #expect(open.tasks.map(\.kind) == ["model", "model", "model", "router", "router", "router", "app"])
        #expect(open.tasks[0].dependencies.isEmpty)
        let closed = try plan(Discoveries.login, definition)
        #expect(closed.tasks.map(\.kind).first == "base")
        #expect(closed.tasks[1].dependencies == [1])
        let unknown = SampleStack.changedKind(3, "when", to: "logout")
        #expect(throws: StackError.self) { try SampleStack.stack(unknown) }
    }

    @Test("two thousand entities are planned, each task with few dependencies")
    func large() throws {
        let count = 2000
        let plan = try plan(Discoveries.chain(count))
        #expect(plan.tasks.count == 2 * count + 2)
        #expect(plan.entities.first?.name == "thing x0" && plan.entities.last?.name == "thing x1999")
        #expect(plan.tasks.reduce(0) { $0 + $1.dependencies.count } == count + 2 * count + count)
        #expect(plan.tasks.allSatisfy { task in task.dependencies.allSatisfy { $0 < task.number } })
        #expect(plan.contract.operations.count == 5 * count)
    }
}
