import MGECompiler
import Testing

@Suite struct ProgressThinningTests {
    private func kept(_ total: Int) -> [Int] {
        let thinning = ProgressThinning(total: total)
        return Array(0..<total).map { $0 + 1 }.filter(thinning.keeps)
    }

    @Test("keeps everything up to a thousand", arguments: [0, 1, 2, 999, 1_000])
    func small(total: Int) {
        #expect(kept(total).count == total)
    }

    @Test(
        "keeps one in ⌈n/1000⌉ above that, and the last",
        arguments: [(1_001, 501), (2_000, 1_000), (2_001, 667), (10_007, 910), (1_000_000, 1_000)])
    func large(total: Int, count: Int) {
        let kept = kept(total)
        #expect(kept.count == count)
        #expect(kept.last == total)
    }
}
