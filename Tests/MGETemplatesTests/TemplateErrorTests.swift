import MGETemplates
import Testing

@Suite struct TemplateErrorTests {
    private func failure(
        _ source: String, _ context: [String: Value] = [:], templates: [String: String] = [:],
        options: TemplateOptions = .init()
    ) -> TemplateError? {
        let environment = TemplateEnvironment(loader: DictionaryLoader(templates), options: options)
        do {
            _ = try environment.template(source: source, name: "page").render(context)
            return nil
        } catch {
            return error as? TemplateError
        }
    }

    @Test(
        "names the line and column",
        arguments: [
            ("a\nb {{ nope }}", 2, 6, TemplateError.Kind.undefined),
            ("é {{ x.y.z }}", 1, 8, .undefined),
            ("{% if %}", 1, 7, .syntax),
            ("line\n{% endfor %}", 2, 4, .syntax),
            ("\n\n  {{ 1 / 0 }}", 3, 8, .zeroDivision),
            ("{{ 'a' | nope }}", 1, 10, .syntax),
            ("{% include 'gone' %}", 1, 4, .missingTemplate),
            ("{{ 9223372036854775807 + 1 }}", 1, 24, .overflow),
            ("{{ 'x", 1, 4, .syntax),
        ])
    func places(source: String, line: Int, column: Int, kind: TemplateError.Kind) throws {
        let error = try #require(failure(source, ["x": ["a": 1]]))
        #expect(error.kind == kind, "\(error)")
        #expect(error.template == "page")
        #expect(error.line == line, "\(error)")
        #expect(error.column == column, "\(error)")
    }

    @Test("suggests names in scope, members, filters and tests")
    func suggestions() throws {
        #expect(failure("{{ entty }}", ["entity": 1])?.remedy == "did you mean 'entity'?")
        #expect(failure("{% set total = 1 %}{{ totl }}")?.remedy == "did you mean 'total'?")
        #expect(failure("{{ e.nmae }}", ["e": ["name": 1]])?.remedy == "did you mean 'name'?")
        #expect(failure("{{ 1 | uper }}")?.remedy == "did you mean 'upper'?")
        #expect(failure("{{ 1 is strng }}")?.remedy == "did you mean 'string'?")
        #expect(failure("{{ zzzzzz }}", ["entity": 1])?.remedy == nil)
    }

    @Test("keeps the calls that led to the error")
    func stack() throws {
        let error = try #require(
            failure(
                "{% import 'macros' as m %}\n{{ m.outer(1) }}",
                templates: [
                    "macros":
                        "{% macro outer(a) %}\n{{ inner(a) }}{% endmacro %}{% macro inner(a) %}{{ a.b }}{% endmacro %}"
                ]))
        #expect(error.template == "macros")
        #expect(error.stack.map(\.what) == ["macro 'inner'", "macro 'outer'"])
        #expect(error.stack.map(\.template) == ["macros", "page"])
        #expect(error.stack.map(\.line) == [2, 2])
        #expect(error.description.hasPrefix("macros:2:"))
    }

    @Test(
        "refuses what would never end or never fit",
        arguments: [
            "{{ 'x' * 10 ** 9 }}", "{{ [1] * 10 ** 12 }}", "{{ range(10 ** 18) | list }}",
            "{% for i in range(10 ** 9) %}{% endfor %}", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "{% include 'self' %}", "{{ '%1000000000d' % 1 }}", "{{ '{:1000000000}'.format(1) }}",
            "{{ 'x'.ljust(10 ** 12) }}", "{{ 'abc' | center(10 ** 12) }}", "{{ 'a\nb' | indent(10 ** 12) }}",
            "{% extends 'loop' %}", "{{ [1] | batch(10 ** 12, 0) | list }}", "{{ [1] | slice(10 ** 12) | list }}",
            "{% set ns = namespace(l=[]) %}{% for i in range(1000) %}{% set ns.l = [ns.l] %}{% endfor %}",
            "{% set l = [] %}{% do l.append(l) %}{{ l }}",
            "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
            "{% set ns = namespace(s='x') %}{% for i in range(100) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
        ])
    func limits(source: String) throws {
        let templates = ["self": "{% include 'self' %}", "loop": "{% extends 'loop' %}"]
        let error = try #require(failure(source, templates: templates))
        #expect(error.kind == .limit, "\(error)")
    }

    @Test("refuses expressions and statements that nest too deep")
    func nesting() throws {
        for (open, close) in [("(", ")"), ("[", "]"), ("-", ""), ("not ", ""), ("{1:", "}"), ("1+", ""), ("a.", "")] {
            let source =
                "{{ " + String(repeating: open, count: 5000) + "1" + String(repeating: close, count: 5000) + " }}"
            #expect(failure(source)?.kind == .syntax, "\(open)")
        }
        let statements = String(repeating: "{% if 1 %}", count: 5000) + String(repeating: "{% endif %}", count: 5000)
        #expect(failure(statements)?.kind == .syntax)
    }

    @Test("bounds the output and the iterations")
    func configuredLimits() throws {
        var options = TemplateOptions()
        options.sizeLimit = 1000
        #expect(failure("{% for i in range(2000) %}x{% endfor %}", options: options)?.kind == .limit)
        options.iterationLimit = 10
        #expect(failure("{% for i in range(11) %}{% endfor %}", options: options)?.kind == .limit)
        #expect(failure("{% for i in range(10) %}{% endfor %}", options: options) == nil)
    }

    @Test("does not change the context")
    func frozen() throws {
        #expect(failure("{% do l.append(1) %}", ["l": [1]])?.kind == .type)
        #expect(failure("{% do d.update(a=1) %}", ["d": ["b": 1]])?.kind == .type)
        #expect(failure("{% do (l | list).append(1) %}", ["l": [1]]) == nil)
    }
}
