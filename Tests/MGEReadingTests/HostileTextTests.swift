import MGECore
import MGELayers
import Testing

@testable import MGEReading

@Suite struct HostileTextTests {
    /// A generator with a fixed seed (SplitMix64), so that a failure can be repeated.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    /// Whether every diagnostic has a place inside the text.
    private func check(_ text: String) {
        let lines = Description(text: text).text.split(separator: "\n", omittingEmptySubsequences: false)
        for diagnostic in ReadingSupport.diagnostics(text) {
            #expect(!diagnostic.message.isEmpty)
            guard let place = diagnostic.location else { continue }
            #expect((1...lines.count).contains(place.line) && place.column >= 1, "\(diagnostic) in \(text)")
            #expect(place.column <= lines[place.line - 1].count + 1, "\(diagnostic) in \(text)")
        }
    }

    static let texts = [
        "### {{ x }}\n- {{ y }}: string", "## Entities\n### A\n- a: string, default \"{{ x }}\"",
        "## Entities\n### \u{202E}resu\n- a: text", "## Entities\n### مستخدم\n- الاسم: string\n",
        "## Entities\n### 👩‍👩‍👧\n- 🎉: string", "## Entities\n### A\n- a\u{0}b: string\n- c\u{7}: text\u{1B}[31m",
        "((((((((", "))))))))", "- - - - -", "-", "#", "######", "# #", "- :", "- a:", "- : string", "::::", "....",
        "\"\"\"\"",
        "« « « «", "```", "```\n```\n```", "---", "---\n---", "---\n:\n---", "***", "===", "a\n===", "\n===\n", "- [ ]",
        "- [x] ",
        "1.", "1. ", "999999999999. a", "Create", "Create a", "with", "with with with", "Create an API with",
        "Create an API:",
        "Create an API with , , ,", "Create an API for", "Build with users (", "Build with users ()",
        "Build with users (name",
        "Build an API with ((users)), tasks)", "## Entities\n### A\n- a: enum(", "## Entities\n### A\n- a: [",
        "## Entities\n### A\n- a: [B", "## Entities\n### A\n- a: ?", "## Entities\n### A\n- a: string(",
        "## Entities\n### A\n- a: string(..)", "## Entities\n### A\n- a: 0..", "## Entities\n### A\n- a: integer, >=",
        "## Entities\n### A\n- a: many", "## Entities\n### A\n- unique:", "## Entities\n### A\n- unique: ,",
        "## Entities\n### A\n- a: integer, default", "## Entities\n### A\n- a: string, on delete",
        "## Entities\n###\n- a: b",
        "## Entities\n### (x)\n- a: text", "## Entities\n### — x\n- a: text", "Entity:", "## Entity:", "\u{FEFF}# A\n",
        "## Entities\n### A\n- a: integer, min 99999999999999999999999999",
        "## Entities\n### A\n- a: float, min 1" + String(repeating: "0", count: 400),
        "## Entities\n### A\n- a: string(99999999999999999999999)", String(repeating: "é\u{301}", count: 500),
        "- \t- \t- x", "\r\r\r", "\u{2028}\u{2029}", "Build an API with us\u{AD}ers and tas\u{200B}ks",
    ]

    @Test("Hostile text is read without a trap, and told with places inside it", arguments: texts)
    func hostile(_ text: String) {
        check(text)
    }

    @Test("Control characters never reach names or descriptions")
    func control() throws {
        let document = try ReadingSupport.read(
            "## Entities\n### A\n- b: string — one\u{0}two\u{202E}three\n- c: enum(x\u{0}y, z)\n")
        #expect(document.entities[0].fields[0].summary == "one two three")
        #expect(document.entities[0].fields[1].type == .enumeration(["x y", "z"]))
        #expect(document.diagnostics.contains { $0.location == SourceLocation(line: 3, column: 18) })
    }

    @Test("Text of templates and quotes stays as it is written")
    func verbatim() throws {
        let document = try ReadingSupport.read(
            "## Entities\n### A\nIt is {{ \"so\" }} {% raw %} \\ '.\n- b: string, default {{ x }} — \"\"\" {# #} 🎉\n")
        #expect(document.entities[0].summary == "It is {{ \"so\" }} {% raw %} \\ '.")
        #expect(document.entities[0].fields[0].defaultValue == "{{ x }}")
        #expect(document.entities[0].fields[0].summary == "\"\"\" {# #} 🎉")
    }

    @Test("Mutated briefs never trap", arguments: 0..<16)
    func fuzz(_ seed: Int) {
        var random = Seeded(state: UInt64(seed))
        let sources =
            [BriefTests.brief, SeedSentenceTests.english[0].text, SeedSentenceTests.spanish[0].text] + Self.texts
        let pieces: [Character] = Array("()[]{}<>:;,.-—–#*`\"'«»|/\\=?!&0123456789\n\n \tabcñé🎉\u{0}\u{202E}\u{301}")
        for _ in 0..<25 {
            var text = Array(sources.randomElement(using: &random) ?? "")
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let position = Int.random(in: 0...text.count, using: &random)
                let length = Int.random(in: 0...min(20, text.count - position), using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: text.insert(pieces.randomElement(using: &random) ?? "-", at: position)
                case 1: text.removeSubrange(position..<position + length)
                case 2:
                    text.insert(
                        contentsOf: text[position..<position + length], at: Int.random(in: 0...position, using: &random)
                    )
                default: text.replaceSubrange(position..<position + length, with: ["\n", "-", " "])
                }
            }
            check(String(text))
        }
    }

    @Test("Mutated prose never traps", arguments: 0..<8)
    func fuzzProse(_ seed: Int) {
        var random = Seeded(state: UInt64(seed) + 1_000)
        let texts = CorpusTests.entries.filter { $0.form == .prose }.map(\.text) + BehaviourCases.texts
        let pieces = [
            "(", ")", ":", ",", ".", "with", "que", "has", "1", "..", "to", "-", "\n\n", "one", "si", "per", "",
            "log in", "only", "own", "→", "goes from", "then", "sorted by", "admin",
        ]
        for _ in 0..<6 {
            var words = (texts.randomElement(using: &random) ?? "").split(separator: " ").map(String.init)
            for _ in 0..<Int.random(in: 1...60, using: &random) {
                let position = words.indices.randomElement(using: &random) ?? 0
                switch Int.random(in: 0..<3, using: &random) {
                case 0: words[position] = pieces.randomElement(using: &random) ?? "-"
                case 1: words.swapAt(position, words.indices.randomElement(using: &random) ?? 0)
                default: words.insert(pieces.randomElement(using: &random) ?? "-", at: position)
                }
            }
            check(words.joined(separator: " "))
        }
    }

    @Test("A long text of prose is read")
    func largeProse() throws {
        let texts = CorpusTests.entries.filter { $0.form == .prose }.map(\.text)
        var text = ""
        while text.utf8.count < 80_000 { text += texts.joined(separator: "\n\n") + "\n\n" }
        #expect(try !ReadingSupport.read(text).entities.isEmpty)
    }

    @Test("A brief of a megabyte with more than a thousand entities is read")
    func large() throws {
        var text = "# Large\n\n## Entities\n"
        for number in 0..<1_200 {
            text += "\n### Thing\(number)\nIt is one of many things that are kept here for a long time.\n"
            for field in 0..<13 { text += "- field \(field): string(100), optional — what field \(field) says\n" }
            if number > 0 { text += "- other: Thing\(number - 1), optional\n" }
        }
        text = String(text.utf8.count) + "\n" + text
        #expect(text.utf8.count > 900_000 && text.utf8.count < ReadingLimits.bytes)
        let document = try ReadingSupport.read(text)
        #expect(document.entities.count == 1_200)
        #expect(document.relationships.count == 1_199)
        #expect(document.boundedContexts.count == 1)
    }

    @Test(
        "Very much of one thing are read",
        arguments: [
            "(", "\"", "« ", "- a\n", "a, ", "#", "# a\n", "x: ", "1.. ", "a. B ", "a user with ", "each user has ",
            "which is ", "users log in. ", "users see only their own tasks. ", "it goes from a to b. ", "a → ",
            "sorted by ",
            "users can be searched by a, ", "only the author may edit users. ", "first a, then ",
        ])
    func repeated(_ piece: String) {
        let text = "Build an API with users: " + String(repeating: piece, count: 40_000 / piece.utf8.count)
        #expect(ReadingSupport.diagnostics(text).count <= ReadingLimits.diagnostics + 1)
    }
}
