import Foundation
import MGECompiler
import MGECore
import MGELayers
import MGETemplates
import Testing

/// Where the stacks of this repository are.
private enum ShippedStacks {
    static let directory = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "templates/stacks")

    static var areThere: Bool {
        FileManager.default.fileExists(atPath: directory.appending(path: "fastapi/stack.json").path)
    }
}

@Suite(.enabled(if: ShippedStacks.areThere)) struct ShippedStackTests {
    private let catalog = StackCatalog(directory: ShippedStacks.directory)

    @Test("every stack loads and plans a project")
    func plans() throws {
        for stack in try catalog.all() {
            let plan = try MasterplanBuilder.build(Discoveries.tasks, with: stack)
            let kinds = stack.kinds.filter { $0.when == nil }
            let perEntity = kinds.count { $0.per == .entity }
            #expect(plan.tasks.count == kinds.count - perEntity + 3 * perEntity)
            #expect(plan.diagnostics.isEmpty)
        }
    }

    @Test(
        "every stack plans entities that are named after its own words",
        arguments: [
            "class", "app", "base", "health", "test", "conftest", "order", "session", "page", "problem", "none",
        ])
    func reserved(name: String) throws {
        for stack in try catalog.all() {
            let entity = Discoveries.entity(
                name, name + "s", fields: [Discoveries.field(name), Discoveries.field("type")])
            let plan = try MasterplanBuilder.build(Discoveries.document([entity]), with: stack)
            let keywords = stack.reserved.keywords
            let planned = try #require(plan.entities.first)
            #expect(!keywords.contains(planned.names.className) && !keywords.contains(planned.names.module))
            #expect(planned.fields.map(\.wire) == [name, "type"])
            #expect(planned.fields.allSatisfy { !keywords.contains($0.name) })
        }
    }

    @Test("every template renders for every task with the values of the plan")
    func renders() throws {
        let documents = [Discoveries.tasks, Discoveries.login, Discoveries.kept]
        for (stack, document) in try catalog.all().flatMap({ stack in documents.map { (stack, $0) } }) {
            let plan = try MasterplanBuilder.build(document, with: stack)
            let context = try RenderingPlan(plan).templateContext()
            var options = TemplateOptions()
            options.trimBlocks = true
            options.lstripBlocks = true
            options.keepTrailingNewline = true
            let texts = Dictionary(
                uniqueKeysWithValues: stack.files.keys.compactMap { path in stack.template(path).map { (path, $0) } })
            let environment = TemplateEnvironment(loader: DictionaryLoader(texts), options: options)
            for task in plan.tasks {
                let text = try environment.template(named: task.template).render(context.values(for: task))
                let mayBeEmpty = task.targetFiles.allSatisfy { $0.hasSuffix("/__init__.py") }
                #expect(!text.isEmpty || mayBeEmpty, "\(task.name)")
            }
        }
    }

    @Test("the FastAPI stack reserves the words of Python and SQL")
    func fastAPI() throws {
        let reserved = try catalog.stack(named: "fastapi").reserved
        #expect(reserved.keywords.isSuperset(of: ["class", "match", "case", "type", "_", "None", "lambda"]))
        #expect(
            reserved.attributes.isSuperset(of: ["metadata", "registry", "model_config", "copy", "json", "validate"]))
        #expect(reserved.sql.isSuperset(of: ["order", "user", "group", "table", "values", "references"]))
    }
}
