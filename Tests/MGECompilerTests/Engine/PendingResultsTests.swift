import Testing

@testable import MGECompiler

@Suite("results that wait to be saved") struct PendingResultsTests {
    private func result(_ key: String, of stage: StageName = "a") -> PerformedItem {
        let claim = Claim(itemID: 1, stage: stage, key: key, isPlanning: false, input: "{}", attempt: 1, token: 1)
        return PerformedItem(claim: claim, item: 0, output: 0, seconds: 0, journal: Journal())
    }

    @Test("are saved by whoever brings the first, until none is left")
    func leading() {
        let pending = PendingResults()
        #expect(!pending.add([]))
        #expect(pending.add([result("1")]))
        #expect(!pending.add([result("2")]))
        #expect(!pending.add([result("3"), result("4")]))
        #expect(pending.next().map(\.claim.key) == ["1", "2", "3", "4"])
        #expect(!pending.add([result("5")]))
        #expect(pending.next().map(\.claim.key) == ["5"])
        #expect(pending.next().isEmpty)
        #expect(pending.add([result("6")]))
    }

    @Test("of two stages are not saved together")
    func stages() {
        let pending = PendingResults()
        #expect(pending.add([result("1"), result("2", of: "b"), result("3", of: "b")]))
        #expect(pending.next().map(\.claim.key) == ["1"])
        #expect(pending.next().map(\.claim.key) == ["2", "3"])
    }
}
