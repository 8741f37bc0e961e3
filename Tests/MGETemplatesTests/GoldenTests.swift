import Foundation
import MGECore
import MGETemplates
import Testing

/// Small templates whose output, or kind of error, Jinja2 3.1.6 has given.
///
/// To add a case, write its template, context, further templates and options into a file of `Goldens`, and let the
/// real Jinja2 fill in the rest with this, run by a Python that has `jinja2==3.1.6`:
///
///     import json, pathlib, jinja2 as j
///     kinds = [((j.TemplateSyntaxError, SyntaxError), "syntax"), (j.UndefinedError, "undefined"),
///              (j.TemplateNotFound, "missingTemplate"), (j.TemplateRuntimeError, "runtime"),
///              (ZeroDivisionError, "zeroDivision"), (OverflowError, "overflow"), ((TypeError, AttributeError), "type"), (RecursionError, "limit"), (RuntimeError, "runtime"),
///              ((ValueError, LookupError, AssertionError), "value")]
///     undefined = {"strict": j.StrictUndefined, "lenient": j.Undefined, "chainable": j.ChainableUndefined}
///     for path in pathlib.Path("Tests/MGETemplatesTests/Goldens").glob("*.json"):
///         cases = json.loads(path.read_text())
///         for case in cases:
///             case.pop("expected", 0), case.pop("error", 0)
///             options = {"undefined": "strict"} | case.get("options", {})
///             options["undefined"] = undefined[options["undefined"]]
///             environment = j.Environment(loader=j.DictLoader(case.get("templates", {})), **options,
///                                         extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"])
///             context = json.loads(json.dumps(case.get("context", {}), sort_keys=True))
///             try: case["expected"] = environment.from_string(case["template"]).render(context)
///             except Exception as e: case["error"] = next(kind for types, kind in kinds if isinstance(e, types))
///         path.write_text(json.dumps(cases, indent=1, ensure_ascii=False) + "\n")
///
/// `differs` in a case says why this engine means to differ, and `ours` what it gives.
@Suite struct GoldenTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        struct Options: Decodable, Sendable {
            var trimBlocks: Bool?
            var lstripBlocks: Bool?
            var keepTrailingNewline: Bool?
            var undefined: String?
            var autoescape: Bool?

            enum CodingKeys: String, CodingKey {
                case trimBlocks = "trim_blocks"
                case lstripBlocks = "lstrip_blocks"
                case keepTrailingNewline = "keep_trailing_newline"
                case undefined, autoescape
            }
        }

        var template: String
        var context: [String: JSONValue]?
        var templates: [String: String]?
        var options: Options?
        var expected: String?
        var error: String?
        var ours: String?

        var testDescription: String { template }

        var wanted: String { ours ?? expected ?? "error: \(error ?? "")" }

        func render() -> String {
            var settings = TemplateOptions()
            settings.trimBlocks = options?.trimBlocks ?? false
            settings.lstripBlocks = options?.lstripBlocks ?? false
            settings.keepTrailingNewline = options?.keepTrailingNewline ?? false
            settings.autoescape = options?.autoescape == true ? .on : .off
            settings.undefined =
                options?.undefined == "lenient" ? .lenient : options?.undefined == "chainable" ? .chainable : .strict
            let environment = TemplateEnvironment(loader: DictionaryLoader(templates ?? [:]), options: settings)
            do {
                return try environment.template(source: template, name: "<template>")
                    .render((context ?? [:]).mapValues { Value($0) })
            } catch let error as TemplateError {
                return "error: \(error.kind.rawValue)"
            } catch {
                return "unexpected error: \(error)"
            }
        }
    }

    static func cases(_ topic: String) throws -> [Case] {
        let url = try #require(Bundle.module.url(forResource: "Goldens/\(topic)", withExtension: "json"))
        return try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
    }

    @Test(
        "gives what Jinja2 gives",
        arguments: [
            "lexer", "expressions", "formatting", "methods", "statements", "macros", "inheritance", "filters",
            "undefined", "autoescape", "scoping",
        ])
    func agrees(topic: String) throws {
        let cases = try Self.cases(topic)
        #expect(cases.count > 10)
        for testCase in cases {
            let result = testCase.render()
            #expect(result == testCase.wanted, "\(testCase.template)")
        }
    }
}
