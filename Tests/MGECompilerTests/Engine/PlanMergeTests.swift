import Testing

@testable import MGECompiler

@Suite
struct PlanMergeTests {
    private func items(_ list: (String, String, [String])...) throws -> [EncodedItem] {
        try list.map { try EncodedItem(planned($0.0, $0.1, after: $0.2)) }
    }

    private func stored(
        _ id: Int64, _ digest: String, _ state: ItemState, parent: Int64? = nil, after: [String] = []
    ) -> PlanMerge.Existing {
        PlanMerge.Existing(id: id, digest: digest, state: state, parent: parent, dependencies: after)
    }

    @Test
    func everythingIsAddedToAnEmptyStage() throws {
        let merge = try PlanMerge(planned: items(("a", "1", []), ("b", "1", ["a", "a"])), existing: [:])
        #expect(merge.added.map(\.item.key) == ["a", "b"])
        #expect(merge.added.map(\.ordinal) == [0, 1])
        #expect(merge.change == PlanChange(added: 2))
        #expect(
            merge.placements == [
                "a": .init(state: .ready, dependenciesLeft: 0), "b": .init(state: .waiting, dependenciesLeft: 1),
            ])
    }

    @Test
    func itemsAreKeptRedoneAndRemovedByTheirDigests() throws {
        let merge = try PlanMerge(
            planned: items(("a", "1", []), ("b", "2", ["a"]), ("c", "1", ["b"]), ("d", "1", ["c"])),
            existing: [
                "a": stored(1, "1", .done), "b": stored(2, "1", .done), "c": stored(3, "1", .done),
                "x": stored(4, "1", .done),
            ])
        #expect(merge.change == PlanChange(added: 1, redone: 1, kept: 2, removed: 1))
        #expect(merge.removed == [4])
        #expect(merge.reset.map(\.key) == ["b"])
        #expect(
            merge.placements == [
                "b": .init(state: .ready, dependenciesLeft: 0), "d": .init(state: .ready, dependenciesLeft: 0),
            ])
    }

    @Test
    func whatWaitsForADeadItemIsBlockedUntilThatIsAnother() throws {
        let existing = [
            "a": stored(1, "1", .dead), "b": stored(2, "1", .blocked), "c": stored(3, "1", .blocked),
            "d": stored(4, "1", .waiting),
        ]
        let chain: (String) throws -> [EncodedItem] = { digest in
            try self.items(("a", digest, []), ("b", "1", ["a"]), ("c", "1", ["b"]), ("d", "1", []))
        }
        let same = try PlanMerge(planned: chain("1"), existing: existing)
        #expect(same.placements["b"]?.state == .blocked)
        #expect(same.placements["c"]?.state == .blocked)
        #expect(same.placements["d"]?.state == .ready)
        let mended = try PlanMerge(planned: chain("2"), existing: existing)
        #expect(same.change == PlanChange(waiting: 1))
        #expect(mended.change == PlanChange(redone: 1, waiting: 3))
        #expect(mended.placements["a"]?.state == .ready)
        #expect(mended.placements["b"] == .init(state: .waiting, dependenciesLeft: 1))
        #expect(mended.placements["c"] == .init(state: .waiting, dependenciesLeft: 1))
    }

    @Test
    func whatSomebodyWorksOnIsLeftAlone() throws {
        let merge = try PlanMerge(
            planned: items(("a", "1", []), ("b", "1", ["a"])),
            existing: ["a": stored(1, "1", .leased), "b": stored(2, "1", .waiting)])
        #expect(merge.placements == ["b": .init(state: .waiting, dependenciesLeft: 1)])
        let superseded = try PlanMerge(planned: items(("a", "2", [])), existing: ["a": stored(1, "1", .leased)])
        #expect(superseded.reset.map(\.key) == ["a"])
        #expect(superseded.placements["a"]?.state == .ready)
    }

    @Test
    func addedItemsStayWithTheirParentAndGoWithIt() throws {
        let existing = [
            "a": stored(1, "1", .done), "b": stored(2, "1", .done), "a.x": stored(3, "1", .done, parent: 1),
            "a.x.y": stored(4, "1", .waiting, parent: 3, after: ["a.x", "b"]),
            "b.x": stored(5, "1", .waiting, parent: 2, after: ["a.x"]),
        ]
        let same = try PlanMerge(planned: items(("a", "1", []), ("b", "1", [])), existing: existing)
        #expect(same.change == PlanChange(kept: 3, waiting: 2))
        #expect(same.removed.isEmpty)
        #expect(
            same.placements == [
                "a.x.y": .init(state: .ready, dependenciesLeft: 0), "b.x": .init(state: .ready, dependenciesLeft: 0),
            ])
        let redone = try PlanMerge(planned: items(("a", "1", []), ("b", "2", [])), existing: existing)
        #expect(
            redone.placements == [
                "b": .init(state: .ready, dependenciesLeft: 0), "a.x.y": .init(state: .waiting, dependenciesLeft: 1),
            ])
        let gone = try PlanMerge(planned: items(("b", "1", [])), existing: existing)
        #expect(gone.removed == [1])
        #expect(gone.placements == ["b.x": .init(state: .ready, dependenciesLeft: 0)])
    }

    @Test
    func anAddedItemThatIsPlannedNowBeginsAnew() throws {
        let merge = try PlanMerge(
            planned: items(("a", "1", []), ("a.x", "1", [])),
            existing: ["a": stored(1, "1", .done), "a.x": stored(2, "1", .done, parent: 1)])
        #expect(merge.removed == [2])
        #expect(merge.added.map(\.item.key) == ["a.x"])
        #expect(merge.placements == ["a.x": .init(state: .ready, dependenciesLeft: 0)])
    }

    @Test
    func contradictionsAreRefused() throws {
        let plans = [
            try items(("a", "1", []), ("a", "2", [])), try items(("a", "1", ["b"])),
            try items(("a", "1", ["b"]), ("b", "1", ["a"])), try items(("a", "1", ["a"])),
        ]
        for plan in plans {
            #expect(throws: ItemFailure.self) { try PlanMerge(planned: plan, existing: [:]) }
        }
    }

    @Test
    func aLongChainIsBlockedWithoutRecursion() throws {
        let chain = try (0..<20_000).map { number in
            try EncodedItem(planned("i\(number)", after: number > 0 ? ["i\(number - 1)"] : []))
        }
        let merge = try PlanMerge(planned: chain, existing: ["i0": stored(1, "1", .dead)])
        #expect(merge.placements.values.count { $0.state == .blocked } == 19_999)
    }
}
