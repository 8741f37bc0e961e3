import Foundation
import MGECompiler
import MGECore
import Testing

@Suite struct StackTests {
    @Test("reads a stack and orders its kinds by milestone and dependency")
    func reads() throws {
        let stack = try SampleStack.stack()
        #expect(stack.kinds.map(\.kind) == ["base", "model", "router", "app"])
        #expect(stack.reserved.keywords.contains("class"))
        #expect(stack.template("code/base.j2") == "base")
    }

    @Test("the definition survives encoding")
    func encoding() throws {
        let definition = try SampleStack.stack().definition
        #expect(try JSONValue(encoding: definition) == SampleStack.definition)
    }

    @Test(
        "names the place of what is wrong",
        arguments: [
            (SampleStack.changed("colour") { _ in "red" }, "colour: is not known"),
            (SampleStack.changedKind(1, "colour", to: "red"), "blueprint[1].colour: is not known"),
            (SampleStack.changed("title") { _ in nil }, "the member title is missing"),
            (SampleStack.changedKind(2, "complexity", to: "vast"), "blueprint[2].complexity"),
            (SampleStack.changedKind(2, "per", to: "context"), "blueprint[2].per"),
            (SampleStack.changedKind(0, "kind", to: "model"), "model occurs twice"),
            (SampleStack.changedKind(0, "depends_on", to: ["ghost"]), "blueprint[0].depends_on: app depends on ghost"),
            (SampleStack.changedKind(3, "depends_on", to: ["model"]), "form a cycle"),
            (SampleStack.changedKind(2, "depends_on", to: ["model"]), "form a cycle"),
            (
                SampleStack.changedKind(1, "milestone", to: "Ghosts"),
                "blueprint[1]: the phase Interface has no milestone"
            ),
            (SampleStack.changedKind(1, "phase", to: "Ghosts"), "blueprint[1]: the phase Ghosts has no milestone"),
            (SampleStack.changedKind(3, "template", to: "code/ghost.j2"), "blueprint[3].template: there is no file"),
            (SampleStack.changedKind(3, "template", to: "../../etc/passwd"), "there is no file"),
            (SampleStack.changedKind(3, "target", to: "{{ entity.module }}.py"), "blueprint[3].target: entity.module"),
            (SampleStack.changedKind(2, "target", to: "{{ entity.colour }}.py"), "entity.colour is no name"),
            (SampleStack.changedKind(2, "target", to: "{{ entity.module"), "{{ is not closed"),
            (SampleStack.changed("name") { _ in "other" }, "name: is other, but the folder is called sample"),
            (SampleStack.changed("infrastructure") { _ in [["target": "x"]] }, "infrastructure[0]: has to have either"),
            (
                SampleStack.changed("infrastructure") { _ in [["target": "x", "copy": "infra/ghost"]] },
                "infrastructure[0].copy: there is no file"
            ),
            (SampleStack.changed("reserved") { _ in "ghost.json" }, "reserved: there is no file"),
            (
                SampleStack.changed("phases") { _ in [["name": "A", "milestones": ["x", "x"]]] },
                "phases[0].milestones[1]: x is there twice"
            ),
        ])
    func refused(definition: JSONValue, message: String) throws {
        let error = try #require(throws: StackError.self) { try SampleStack.stack(definition) }
        #expect(error.description.contains("sample/stack.json: "))
        #expect(error.description.contains(message), "\(error)")
    }

    @Test("refuses a dependency on a later milestone")
    func laterMilestone() throws {
        let definition = SampleStack.changedKind(1, "phase", to: "Foundation")
        guard case .object(var members) = definition, case .array(var kinds)? = members["blueprint"],
            case .object(var router) = kinds[1]
        else { throw CancellationError() }
        router["milestone"] = "Skeleton"
        kinds[1] = .object(router)
        members["blueprint"] = .array(kinds)
        let error = try #require(throws: StackError.self) { try SampleStack.stack(.object(members)) }
        #expect(error.description.contains("model is made in a later milestone"))
    }

    @Test("refuses what is no JSON, and unknown lists of reserved words")
    func broken() throws {
        var files = SampleStack.files()
        files["reserved.json"] = Data(#"{"keywords": [], "colours": []}"#.utf8)
        #expect(throws: StackError.self) { try Stack(folder: "sample", files: files) }
        files["stack.json"] = Data("{".utf8)
        #expect(throws: StackError.self) { try Stack(folder: "sample", files: files) }
        files["stack.json"] = nil
        #expect(throws: StackError.self) { try Stack(folder: "sample", files: files) }
    }
}

@Suite struct StackCatalogTests {
    /// Writes stacks to a folder of its own and removes it afterwards.
    private func withCatalog(_ folders: [String], _ body: (StackCatalog) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "stacks-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for folder in folders {
            for (path, data) in SampleStack.files(SampleStack.changed("name") { _ in .string(folder) }) {
                let url = root.appending(path: folder).appending(path: path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try data.write(to: url)
            }
        }
        try FileManager.default.createDirectory(
            at: root.appending(path: "nothing"), withIntermediateDirectories: true)
        try body(StackCatalog(directory: root))
    }

    @Test("lists and loads the folders that have a stack.json")
    func lists() throws {
        try withCatalog(["fastapi", "django"]) { (catalog: StackCatalog) throws in
            #expect(try catalog.names == ["django", "fastapi"])
            #expect(try catalog.all().map(\.name) == ["django", "fastapi"])
            #expect(try catalog.stack(named: "django").template("code/base.j2") == "base")
        }
    }

    @Test("names the known stacks, and the nearest, for an unknown one")
    func unknown() throws {
        try withCatalog(["fastapi", "django"]) { (catalog: StackCatalog) throws in
            let error = try #require(throws: StackCatalogError.self) { try catalog.stack(named: "fastpai") }
            #expect(error.description == "there is no stack fastpai; did you mean fastapi? known are django, fastapi")
            let other = try #require(throws: StackCatalogError.self) { try catalog.stack(named: "../fastapi") }
            #expect(other.description.contains("known are django, fastapi"))
        }
    }

    @Test func missingFolder() {
        let catalog = StackCatalog(directory: URL(filePath: "/nowhere/stacks"))
        #expect(throws: StackCatalogError.self) { try catalog.names }
    }
}

@Suite struct TemplateFingerprintTests {
    private func fingerprint(_ texts: [String: String]) -> TemplateFingerprint {
        TemplateFingerprint(of: "a.j2", among: texts.mapValues(TemplateSource.init))
    }

    @Test("follows what is drawn in, in circles too")
    func follows() {
        let texts = ["a.j2": "{% import 'b.j2' as b %}", "b.j2": "{%- include \"a.j2\" %}1", "c.j2": "1"]
        var other = texts
        other["c.j2"] = "2"
        #expect(fingerprint(texts) == fingerprint(other))
        other["b.j2"] = "2"
        #expect(fingerprint(texts) != fingerprint(other))
    }

    @Test("takes every file for a name that is computed")
    func computed() {
        let texts = ["a.j2": "{% include name %}", "c.j2": "1"]
        var other = texts
        other["c.j2"] = "2"
        #expect(fingerprint(texts) != fingerprint(other))
    }

    @Test("knows whether the list of entities is used")
    func entities() {
        #expect(fingerprint(["a.j2": "{% extends 'b.j2' %}", "b.j2": "{% for e in entities %}"]).usesEntities)
        #expect(!fingerprint(["a.j2": "{{ entity.name }}", "b.j2": "{{ entities }}"]).usesEntities)
    }
}
