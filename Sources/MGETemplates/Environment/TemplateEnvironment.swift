package import MGECore
import Synchronization

/// The templates of one loader, with the filters, tests and globals that they share.
///
/// Copies share one cache: every template is loaded and compiled once.
package struct TemplateEnvironment: Sendable {
    /// How its templates are read and rendered.
    package let options: TemplateOptions
    private let loader: any TemplateLoader
    private let filters: [String: TemplateFilter]
    private let tests: [String: TemplateTest]
    let globals: [String: Value]
    private let cache = TemplateCache()

    /// An environment; filters, tests and globals come on top of Jinja's own and win over them.
    package init(
        loader: any TemplateLoader, options: TemplateOptions = .init(), filters: [String: TemplateFilter] = [:],
        tests: [String: TemplateTest] = [:], globals: [String: Value] = [:]
    ) {
        self.loader = loader
        self.options = options
        self.filters = BuiltinFilters.all.merging(filters) { _, new in new }
        self.tests = BuiltinTests.all.merging(tests) { _, new in new }
        self.globals = BuiltinGlobals.all.merging(globals) { _, new in new }
    }

    /// The template of a name, from the cache or the loader.
    /// - Throws: `TemplateError` when it is missing, unreadable or wrong.
    package func template(named name: String) throws -> Template {
        do { return Template(compiled: try compiled(named: name), environment: self) } catch let failure as Failure {
            throw TemplateError(
                kind: failure.kind, message: failure.message, template: name, line: 1, column: 1,
                remedy: failure.remedy)
        }
    }

    /// A template from text, which is not cached.
    /// - Throws: `TemplateError` when it is wrong.
    package func template(source: String, name: String) throws -> Template {
        Template(compiled: try Compiler.compile(name: name, text: source, environment: self), environment: self)
    }

    /// The digest of a template's text and of those it names, they too with what they name.
    ///
    /// A name that only a render knows adds nothing; ask `Template.hasDynamicDependencies`. A template that is named
    /// and missing counts as missing, so that its arrival changes the digest.
    /// - Throws: `TemplateError` when the template is missing, or one of them is wrong.
    package func digest(of name: String) throws -> SHA256Digest {
        var lines: [String: String] = [:]
        var pending = [try template(named: name).compiled]
        lines[name] = pending[0].digest.hexadecimal
        while let next = pending.popLast() {
            for reference in next.references.names where lines[reference] == nil {
                do {
                    let found = try compiled(named: reference)
                    lines[reference] = found.digest.hexadecimal
                    pending.append(found)
                } catch let failure as Failure where failure.kind == .missingTemplate {
                    lines[reference] = "missing"
                }
            }
        }
        let others = lines.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key.utf8.count):\($0.key)" }
        return SHA256Digest(of: (["\(name.utf8.count):\(name)"] + others).joined(separator: "\n"))
    }

    /// The compiled template of a name.
    /// - Throws: `Failure` when it is missing, `TemplateError` when it is wrong.
    func compiled(named name: String) throws -> CompiledTemplate {
        try cache.template(named: name) {
            guard let text = try loader.load(name) else {
                throw Failure(.missingTemplate, "template '\(name)' not found")
            }
            return try Compiler.compile(name: name, text: text, environment: self)
        }
    }

    func filter(named name: String) -> TemplateFilter? { filters[name] }
    func test(named name: String) -> TemplateTest? { tests[name] }
    var filterNames: [String] { Array(filters.keys) }
    var testNames: [String] { Array(tests.keys) }
}

/// The compiled templates by name.
private final class TemplateCache: Sendable {
    private let templates = Mutex<[String: CompiledTemplate]>([:])

    /// The template of a name, made when it is first asked for; of two made at once the first one stays.
    func template(named name: String, make: () throws -> CompiledTemplate) throws -> CompiledTemplate {
        if let found = templates.withLock({ $0[name] }) { return found }
        let made = try make()
        return templates.withLock { templates in
            if let first = templates[name] { return first }
            templates[name] = made
            return made
        }
    }
}
