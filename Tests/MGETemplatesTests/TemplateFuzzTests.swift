import MGECore
import MGETemplates
import Testing

/// Mutated templates give output or a `TemplateError`, and never a trap.
@Suite struct TemplateFuzzTests {
    /// A linear congruential generator (Knuth's MMIX constants), so that a failure can be repeated.
    private struct Generator {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private static let pieces: [[UInt8]] = [
        "{{", "}}", "{%", "%}", "{#", "#}", "-", "|", "(", ")", "[", "]", "'", "\"", "\\", "\n", "for", "in", "if",
        "else", "endif", "endfor", "is", "not", "*", "**", "//", ":", ",", ".", "0", "99999999999", "1e999", "é", "~",
        "set", "macro", "loop", "super()", "self", "recursive", "::-1", "\u{0}", "%s", "join", "x",
    ].map { Array($0.utf8) }

    @Test("survives mutations of the golden templates", arguments: ["lexer", "statements", "macros", "inheritance"])
    func mutations(topic: String) throws {
        var generator = Generator(state: 42)
        let cases = try GoldenTests.cases(topic)
        var errors = 0
        for round in 0..<3000 {
            var mutated = cases[round % cases.count]
            var bytes = Array(mutated.template.utf8)
            for _ in 0...generator.below(4) {
                let place = generator.below(bytes.count + 1)
                switch generator.below(3) {
                case 0: bytes.insert(contentsOf: Self.pieces[generator.below(Self.pieces.count)], at: place)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + generator.below(5)))
                default:
                    let other = Array(cases[generator.below(cases.count)].template.utf8)
                    let start = generator.below(other.count + 1)
                    bytes.insert(contentsOf: other[start..<min(other.count, start + 12)], at: place)
                }
            }
            mutated.template = String(decoding: bytes, as: UTF8.self)
            let result = mutated.render()
            #expect(!result.hasPrefix("unexpected"), "\(mutated.template)")
            if result.hasPrefix("error") { errors += 1 }
        }
        #expect(errors > 100)
    }
}
