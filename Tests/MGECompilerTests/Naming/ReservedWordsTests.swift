import MGECompiler
import MGECore
import Testing

@Suite struct ReservedWordsTests {
    @Test func theirDigestDoesNotDependOnTheOrderOfASet() throws {
        let words = (0..<100).map { "word\($0)" }
        // Sets of different capacity have different orders, as have sets of different processes.
        var roomy = Set<String>(minimumCapacity: 10_000)
        roomy.formUnion(words)
        let tight = Set(words)
        try #require(Array(roomy) != Array(tight))

        var (one, other) = (ReservedWords.none, ReservedWords.none)
        (one.keywords, one.classes, one.sql) = (roomy, roomy, roomy)
        (other.keywords, other.classes, other.sql) = (tight, tight, tight)
        #expect(one == other)
        #expect(try CanonicalJSON.digest(of: one) == CanonicalJSON.digest(of: other))
    }
}
