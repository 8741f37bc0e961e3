import MGECore
import Testing

@Suite struct NearestNameTests {
    private static let names = ["submit", "status", "resume", "cost", "fastapi", "express"]

    @Test(
        "finds what was meant",
        arguments: [
            ("sumbit", "submit"), ("statsu", "status"), ("resum", "resume"), ("costs", "cost"), ("COST", "cost"),
            ("fastpai", "fastapi"), ("exprss", "express"), ("submit", "submit"), ("fsatpai", "fastapi"),
        ])
    func found(word: String, name: String) {
        #expect(NearestName.of(word, among: Self.names) == name)
    }

    @Test("guesses nothing that is far off", arguments: ["", "s", "co", "cist2", "banana", "stop", "fastapi-two"])
    func notFound(word: String) {
        #expect(NearestName.of(word, among: Self.names) == nil)
    }

    @Test("prefers the nearer name, then the first")
    func nearest() {
        #expect(NearestName.of("order", among: ["border", "orders", "older"]) == "border")
        #expect(NearestName.of("tasks", among: ["tusk", "task"]) == "task")
        #expect(NearestName.of("tasks", among: [String]()) == nil)
    }

    @Test("does not look at words that nobody types")
    func long() {
        let word = String(repeating: "a", count: 41)
        #expect(NearestName.of(word, among: [word]) == nil)
    }

    @Test(
        "counts as the table of all distances does",
        arguments: ["kitten", "smitten", "abcd", "acbd", "bacd", "abdc", "ab"])
    func distances(word: String) {
        for other in ["kitten", "sitting", "mitten", "abcd", "badc", "abc", "b"] where word.count > 2 {
            let limit = word.count < 5 ? 1 : 2
            let expected = Self.distance(Array(word), Array(other)) <= limit ? other : nil
            #expect(NearestName.of(word, among: [other]) == expected, "\(word) \(other)")
        }
    }

    /// Optimal string alignment by its recursive definition.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        guard let last = left.last, let other = right.last else { return max(left.count, right.count) }
        let (shorter, lesser) = (Array(left.dropLast()), Array(right.dropLast()))
        var least = min(distance(shorter, right) + 1, distance(left, lesser) + 1)
        least = min(least, distance(shorter, lesser) + (last == other ? 0 : 1))
        if let before = shorter.last, let beforeOther = lesser.last, last == beforeOther, before == other {
            least = min(least, distance(Array(shorter.dropLast()), Array(lesser.dropLast())) + 1)
        }
        return least
    }
}
