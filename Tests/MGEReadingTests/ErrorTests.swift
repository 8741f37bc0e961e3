import MGECore
import MGELayers
import Testing

@testable import MGEReading

@Suite struct ErrorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        /// Items of the entity `Task` at line 4 and below.
        var items: String
        var message: String
        var line: Int
        var column: Int
        var remedy: String?
        var testDescription: String { items }

        init(_ items: String, _ message: String, _ line: Int, _ column: Int, _ remedy: String? = nil) {
            self.items = items
            self.message = message
            self.line = line
            self.column = column
            self.remedy = remedy
        }
    }

    static let cases: [Case] = [
        Case("- a: strng", "`strng` of `a` is neither a type nor an entity", 4, 6, "did you mean `string`?"),
        Case("- a: Usr", "`Usr` of `a` is neither a type nor an entity", 4, 6, "did you mean `user`?"),
        Case("- a: many Usrs", "`Usrs` of `a` is neither", 4, 11),
        Case("- a: the address of it", "`the address of it` of `a` is neither", 4, 6),
        Case("- a: text\n- b: date\n- A: text", "`a` is there twice in `task`, at 4:3 and at 6:3", 6, 3),
        Case("- user: User\n- user_id: uuid", "`user_id` is there twice in `task`, at 4:3 and at 5:3", 5, 3),
        Case("- a: enum", "the enumeration `a` has no cases", 4, 6),
        Case("- a: enum()", "the enumeration `a` has no cases", 4, 6),
        Case("- a: enum(x, y, x)", "the case `x` of `a` is there twice", 4, 17),
        Case("- a: enum(x, , y)", "a case of `a` is empty", 4, 14),
        Case("- a: integer, min 5, max 3", "the minimum 5 of `a` is greater than its maximum 3", 4, 19),
        Case("- a: string(9..3)", "the minimum 9 of `a` is greater than its maximum 3", 4, 13),
        Case("- a: decimal(2,5)", "`a` is no decimal", 4, 14), Case("- a: decimal(99,2)", "`a` is no decimal", 4, 14),
        Case("- a: decimal(1,2,3)", "`a` is no decimal", 4, 14),
        Case("- a: string(0)", "may have no characters", 4, 13),
        Case("- a: string(99999)", "is no length", 4, 13, "use a smaller number, or the type text"),
        Case("- a: integer, max 3000000000", "`3000000000` is no integer", 4, 19, "use the type bigint"),
        Case("- a: integer, min 0.5", "`0.5` is no integer", 4, 19),
        Case("- a: integer, min x", "`min` of `a` has no number", 4, 19),
        Case("- a: integer, max", "`max` of `a` has no number", 4, 15),
        Case("- a: boolean, default maybe", "the default `maybe` of `a` is no true or false", 4, 23),
        Case("- a: integer, min 0, default -1", "the default `-1` of `a` is no whole number from 0", 4, 30),
        Case("- a: integer, default 3000000000", "is no whole number", 4, 23),
        Case("- a: enum(x, y), default z", "the default `z` of `a` is no case of it: x, y", 4, 26),
        Case("- a: date, default 2025-02-30", "is no date", 4, 20),
        Case("- a: date, default today", "is no date", 4, 20),
        Case("- a: decimal(4,2), default 100", "is no decimal(4,2)", 4, 28),
        Case("- a: decimal(4,2), default 0.123", "is no decimal(4,2)", 4, 28),
        Case("- a: string(3), default abcd", "is no text of 0 to 3 characters", 4, 25),
        Case("- a: text, default", "`default` of `a` has no value", 4, 12),
        Case("- a: email, default x", "is no email", 4, 21), Case("- a: uuid, default 5", "is no uuid", 4, 20),
        Case("- a: json, default {", "is no json", 4, 20),
        Case("- a: boolean, min 1", "the type `boolean` of `a` has no bounds", 4, 19),
        Case("- a: email(5)", "the type `email` takes nothing in parentheses", 4, 12),
        Case("- a: enum(x, y", "the parenthesis is not closed", 4, 10),
        Case("- a: string, uniqe", "`uniqe` is not understood in the item `a`", 4, 14, "did you mean `unique`?"),
        Case("- a: string, required, optional", "`a` is both required and optional", 4, 14),
        Case("- a: string, restrict", "`on delete` is said of `a`, which is no relation", 4, 14),
        Case("- a: User, on delete explode", "`on delete` of `a` does not say what happens", 4, 12),
        Case(
            "- a: User, on delete set null", "`a` is required and set to null", 4, 12,
            "add `optional`, or use cascade or restrict"),
        Case("- a: User, default 5", "`5` is said of `a`, which refers to an entity", 4, 20),
        Case("- parent: Task", "`parent` of `task` refers to itself and is required", 4, 3, "add `optional`"),
        Case("- a: many User, unique", "`a` is many, so neither `unique`", 4, 17),
        Case("- a: text\n- unique: a, b", "`unique` of `task` names `b`, which is no field of it", 5, 14),
        Case("- name: text\n- unique: nmae, name", "names `nmae`", 5, 11, "did you mean `name`?"),
        Case("- a: text\n- unique: a", "`unique:` needs two names", 5, 3),
        Case("- a: text\n- unique: a, a", "`unique` names `a` twice", 5, 14),
        Case("- 1a!: text", "is no name for a field", 4, 3), Case("- {{ x }}: text", "is no name for a field", 4, 3),
        Case("- " + String(repeating: "n", count: 200) + ": text", "has 200 characters", 4, 3, "use at most 63"),
    ]

    @Test("Each error has its place and remedy", arguments: cases)
    func error(_ expected: Case) throws {
        let text = "# P\n## Entities\n### Task\n\(expected.items)\n### User\n- name: string\n"
        let error = try #require(throws: DiscoveryError.self) { try ReadingSupport.read(text, file: "brief.md") }
        let found = error.diagnostics.filter { $0.severity == .error && $0.message.contains(expected.message) }
        #expect(found.count == 1, "\(error.diagnostics.map(\.description))")
        let diagnostic = try #require(found.first)
        #expect(
            diagnostic.location == SourceLocation(file: "brief.md", line: expected.line, column: expected.column))
        #expect(diagnostic.remedy?.isEmpty == false)
        if let remedy = expected.remedy { #expect(diagnostic.remedy == remedy) }
        #expect(error.diagnostics.filter { $0.severity == .error }.count == 1)
    }

    @Test("All errors are collected, in the order of the text")
    func collected() throws {
        let text = "## Entities\n### A\n- x: strng\n- y: enum\n### A\n- z: text\n### B\n- c: Nothing\n"
        let error = try #require(throws: DiscoveryError.self) { try ReadingSupport.read(text) }
        #expect(error.diagnostics.filter { $0.severity == .error }.compactMap(\.location?.line) == [3, 4, 5, 8])
        #expect(error.description.contains("the entity `a` is described twice, at 2:5 and at 5:5"))
    }

    @Test("Entities that require each other cannot be")
    func cycle() {
        let messages = ReadingSupport.diagnostics(
            "## Entities\n### A\n- b: B\n### B\n- c: C\n### C\n- a: A\n### D\n- a: A\n### E\n- name: string\n"
        ).filter { $0.severity == .error }.map(\.message)
        #expect(
            messages == [
                "`a`, `b`, `c` require each other, so that a first one could never exist: "
                    + "`b` of `a` (3:3), `c` of `b` (5:3), `a` of `c` (7:3)"
            ])
    }

    @Test("Long circles and chains are read, and circles told in short")
    func longCycle() throws {
        let names = (0..<500).map {
            "Entity\(String($0, radix: 26).map { $0.isNumber ? "x\($0)" : "y\($0)" }.joined())"
        }
        let chain = names.indices.map {
            "### \(names[$0])\n- name: string\n" + ($0 > 0 ? "- next: \(names[$0 - 1])\n" : "")
        }
        let document = try ReadingSupport.read("## Entities\n" + chain.joined(separator: "\n"))
        #expect(document.relationships.count == 499 && document.entities.count == 500)
        let ring = chain.joined(separator: "\n") + "\n### Start\n- next: \(names[499])\n"
        let closed = "## Entities\n" + ring.replacing("### \(names[0])\n", with: "### \(names[0])\n- start: Start\n")
        let errors = ReadingSupport.diagnostics(closed).filter { $0.severity == .error }
        #expect(errors.count == 1)
        #expect(errors.first.map { $0.message.count < 1500 && $0.message.hasSuffix("…") } == true)
    }

    @Test("A circle that sentences make is opened, and told")
    func circleOfSentences() throws {
        let document = try ReadingSupport.read(
            "Each team belongs to one office. Each office belongs to one region. Each region belongs to one team.")
        #expect(document.relationships.filter { !$0.isRequired }.map(\.name) == ["team"])
        let warning = try #require(document.diagnostics.first { $0.message.contains("made optional") })
        #expect(warning.severity == .warning && warning.message.hasPrefix("`team` of `region`"))
        #expect(warning.location == SourceLocation(line: 1, column: 69))
    }

    @Test("A link whose name is taken is an error")
    func linkName() {
        let diagnostics = ReadingSupport.diagnostics(
            "## Entities\n### Task\n- tags: many Tag\n### Tag\n- name: string\n### TaskTag\n- name: string\n")
        #expect(diagnostics.contains { $0.severity == .error && $0.message.contains("makes the entity `task tag`") })
    }

    @Test(
        "Without an entity an example is shown",
        arguments: ["", "   \n\n", "Hello", "!!!", "# Title", "---\nname: x\n---\n"])
    func empty(_ text: String) throws {
        let error = try #require(throws: DiscoveryError.self) { try ReadingSupport.read(text) }
        let message = try #require(error.diagnostics.last { $0.severity == .error })
        #expect(message.message.contains("names no entity"))
        #expect(message.remedy?.contains("with users, tasks and comments") == true)
        #expect(message.remedy?.contains("### Task") == true)
    }

    @Test("Settings are checked")
    func settings() {
        let text = "---\nnmae: x\nstack: djago\nlanguage: xx\nnonsense\n---\n## Entities\n### A\n- b: text\n"
        let found = ReadingSupport.diagnostics(text)
        #expect(found.contains { $0.message.contains("the setting `nmae` is unknown") && $0.location?.line == 2 })
        #expect(
            found.contains {
                $0.remedy == "did you mean `django`?" && $0.location == SourceLocation(line: 3, column: 8)
            })
        #expect(found.contains { $0.message.contains("the language `xx`") && $0.location?.line == 4 })
        #expect(found.contains { $0.message.contains("`nonsense` is not used") })
    }

    @Test("Limits are told")
    func limits() {
        let large = ReadingSupport.diagnostics(String(repeating: "a", count: ReadingLimits.bytes + 1))
        #expect(large.first?.message.contains("more than 1048576") == true)
        let fields = (0...ReadingLimits.fields).map { "- f\($0): text\n" }.joined()
        #expect(
            ReadingSupport.diagnostics("## Entities\n### A\n" + fields).contains {
                $0.message.contains("more than 500")
            })
        let entities = (0...ReadingLimits.entities).map { "### E\($0)\n- a: text\n" }.joined()
        #expect(
            ReadingSupport.diagnostics("## Entities\n" + entities).contains { $0.message.contains("more than 2000") })
    }
}
