import MGECore
import MGELayers
import Testing

@testable import MGEReading

@Suite struct TransitionTests {
    private static let plain = [
        Transition(from: "open", to: ["in progress"]), Transition(from: "in progress", to: ["done", "open"]),
        Transition(from: "done", to: []),
    ]

    @Test(
        "Transitions in all forms",
        arguments: [
            "status: enum(open, in progress, done), open → in progress → done | open",
            "status: enum(open, in progress, done), default open, open -> in progress, in progress -> done | open",
            "status: enum(open, in progress, done) open => in progress => done / open - where it stands",
            "status: enum(open, in progress, done)\n- transitions: open → in progress, in progress → done | open",
            "status: enum(open, in progress, done)\n- transiciones: open → in progress → done | open",
            "status: enumeración(open, in progress, done), \"open\" → 'in progress' → done | open",
        ])
    func transitions(_ item: String) throws {
        let field = try ReadingSupport.field(item)
        #expect(field.transitions == Self.plain)
        #expect(field.defaultValue == "open")
    }

    @Test(
        "A field may be called like the item", arguments: ["states: integer", "workflow: enum(a, b)", "states: text"])
    func field(_ item: String) throws {
        #expect(try ReadingSupport.field(item).transitions == nil)
    }

    @Test("What can never be reached is told")
    func unreachable() {
        let diagnostics = ReadingSupport.diagnostics("## Entities\n### Thing\n- a: enum(x, y, z), default y, y → z\n")
        #expect(
            diagnostics.contains {
                $0.severity == .warning && $0.message == "`a` begins as `y` and can never become `x`"
                    && $0.location == SourceLocation(line: 3, column: 32)
            })
    }

    typealias ErrorCase = (items: String, message: String, line: Int, column: Int)

    private static let errors: [ErrorCase] = [
        ("- a: string, x → y", "transitions are said of `a`, which is no enumeration", 3, 14),
        ("- a: enum(x, y), x → z", "`z` is no case of `a`", 3, 22),
        ("- a: enum(x, y), x →", "`` is no case of `a`", 3, 20),
        ("- a: enum(x, y), x → x", "`x` of `a` is followed by itself", 3, 22),
        ("- a: enum(x, y), optional, x → y", "it can be neither optional nor unique", 3, 28),
        ("- a: enum(x, y)\n- transitions: x → z", "`z` is no case of `a`", 4, 20),
        ("- a: string\n- transitions: x → z", "`thing` has no enumeration with the states", 4, 3),
        ("- a: enum(x, y)\n- b: enum(y, x)\n- transitions: x → y", "more than one enumeration", 5, 3),
        ("- a: Thing, optional, x → y", "`x` is said of `a`, which refers to an entity", 3, 23),
    ]

    @Test("Each error has its place and a remedy", arguments: errors)
    func error(_ expected: ErrorCase) throws {
        let diagnostics = ReadingSupport.diagnostics("## Entities\n### Thing\n\(expected.items)\n")
        let found = try #require(diagnostics.first { $0.message.contains(expected.message) }, "\(diagnostics)")
        #expect(found.severity == .error && found.remedy != nil)
        #expect(found.location == SourceLocation(line: expected.line, column: expected.column))
    }
}
