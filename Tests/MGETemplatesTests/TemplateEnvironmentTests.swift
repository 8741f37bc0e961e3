import Foundation
import MGECore
import MGETemplates
import Synchronization
import Testing

@Suite struct TemplateEnvironmentTests {
    /// Counts how often each template is loaded.
    private final class CountingLoader: TemplateLoader {
        let templates: [String: String]
        let loads = Mutex<[String: Int]>([:])

        init(_ templates: [String: String]) { self.templates = templates }

        func load(_ name: String) throws -> String? {
            loads.withLock { $0[name, default: 0] += 1 }
            return templates[name]
        }
    }

    @Test("loads and compiles each template once")
    func caching() throws {
        let loader = CountingLoader(["a": "{% include 'b' %}{% include 'b' %}", "b": "B"])
        let environment = TemplateEnvironment(loader: loader)
        for _ in 0..<3 { #expect(try environment.template(named: "a").render() == "BB") }
        #expect(loader.loads.withLock { $0 } == ["a": 1, "b": 1])
    }

    @Test("renders on many threads at once")
    func concurrency() async throws {
        let environment = TemplateEnvironment(
            loader: DictionaryLoader([
                "page": "{% import 'm' as m %}{% for i in range(n) %}{{ m.f(i) }}{{ d.k }}{% endfor %}",
                "m": "{% macro f(x) %}<{{ x }}>{% endmacro %}",
            ]))
        let shared: Value = ["k": "v"]
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for count in 0..<50 {
                group.addTask {
                    let text = try environment.template(named: "page").render(["n": .int(count), "d": shared])
                    return text == (0..<count).map { "<\($0)>v" }.joined()
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test("digests what a template is made of")
    func digests() throws {
        func digest(_ templates: [String: String]) throws -> SHA256Digest {
            try TemplateEnvironment(loader: DictionaryLoader(templates)).digest(of: "a")
        }
        let first = try digest(["a": "{% include 'b' %}", "b": "{% import 'c' as c %}", "c": "1", "z": "1"])
        #expect(try digest(["a": "{% include 'b' %}", "b": "{% import 'c' as c %}", "c": "1", "z": "2"]) == first)
        #expect(try digest(["a": "{% include 'b' %}", "b": "{% import 'c' as c %}", "c": "2"]) != first)
        #expect(try digest(["a": "{% include 'b' %}", "b": "{% import 'c' as c %}"]) != first)
        #expect(throws: TemplateError.self) { try digest([:]) }
    }

    @Test("knows the templates that one names")
    func dependencies() throws {
        let environment = TemplateEnvironment(loader: DictionaryLoader([:]))
        let template = try environment.template(
            source: "{% extends 'p' %}{% block x %}{% include ['b', 'a'] %}{% include name %}{% endblock %}", name: "t")
        #expect(template.dependencies == ["a", "b", "p"])
        #expect(template.hasDynamicDependencies)
    }

    @Test("takes filters, tests and globals of its own")
    func extensions() throws {
        let environment = TemplateEnvironment(
            loader: DictionaryLoader([:]),
            filters: [
                "twice": TemplateFilter(["sep"]) { value, arguments, _ in
                    guard case .string(let text) = value else { return value }
                    return .string(text + (try arguments.text(0) ?? "") + text)
                }
            ],
            tests: ["seven": TemplateTest { value, _, _ in if case .int(7) = value { true } else { false } }],
            globals: ["answer": 42])
        let source = "{{ 'a' | twice }}{{ 'a' | twice(sep='-') }}{{ 7 is seven }}{{ 8 is seven }}{{ answer }}"
        #expect(try environment.template(source: source, name: "t").render() == "aaa-aTrueFalse42")
    }

    @Test("writes literals that every language reads")
    func stringLiteral() throws {
        let environment = TemplateEnvironment(loader: DictionaryLoader([:]))
        let template = try environment.template(source: "{{ s | string_literal }}", name: "t")
        #expect(try template.render(["s": "a\"b\\c\n\r\t\u{1}é$"]) == #""a\"b\\c\n\r\t\u0001é$""#)
    }

    @Test("keeps to the folder", arguments: ["../secret", "/etc/passwd", "a/../../secret", "link", "", "sub", "./in"])
    func escapes(name: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mge-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let root = folder.appendingPathComponent("root")
        try FileManager.default.createDirectory(
            at: root.appendingPathComponent("sub"), withIntermediateDirectories: true)
        try Data("s".utf8).write(to: folder.appendingPathComponent("secret"))
        try Data("i".utf8).write(to: root.appendingPathComponent("sub/in"))
        try FileManager.default.createSymbolicLink(
            at: root.appendingPathComponent("link"), withDestinationURL: folder.appendingPathComponent("secret"))
        let loader = DirectoryLoader(root: root)
        #expect(try loader.load(name) == nil)
        #expect(try loader.load("sub/in") == "i")
    }
}
