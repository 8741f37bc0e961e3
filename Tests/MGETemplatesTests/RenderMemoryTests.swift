import MGETemplates
import Testing

@Suite struct RenderMemoryTests {
    /// A value whose end can be seen.
    private final class Probe: TemplateObject {
        let typeName = "Probe"
    }

    private static let templates = [
        "macro": "{% macro f(x) %}{{ x }}{% endmacro %}{{ f(1) }}",
        "nested": "{% macro f(x) %}{% macro g() %}{{ x }}{% endmacro %}{{ g() }}{% endmacro %}{{ f(probe) }}",
        "caller": "{% macro f() %}{% set c = caller %}{{ c() }}{% endmacro %}{% call f() %}x{% endcall %}",
        "import": "{% import 'macro' as m with context %}{{ m.f(2) }}",
        "from": "{% from 'macro' import f with context %}{% set g = f %}{{ g(2) }}",
        "include": "{% set f = 1 %}{% include 'macro' %}",
        "block": "{% block b %}{% macro f() %}{% endmacro %}{{ f() }}{% endblock %}{% set x = self.b %}",
        "namespace": "{% set n = namespace() %}{% set n.itself = n %}{% set n.probe = probe %}",
        "list": "{% set l = [probe] %}{% do l.append(l) %}",
        "error": "{% macro f() %}{{ 1 // 0 }}{% endmacro %}{{ f() }}",
    ]

    @Test("keeps nothing of a render, whatever refers to itself in it", arguments: templates.keys.sorted())
    func release(of name: String) throws {
        let template = try TemplateEnvironment(loader: DictionaryLoader(Self.templates)).template(named: name)
        weak var seen: Probe?
        do {
            let probe = Probe()
            seen = probe
            _ = try? template.render(["probe": .object(probe)])
            #expect(seen != nil)
            withExtendedLifetime(probe) {}
        }
        #expect(seen == nil)
    }
}
