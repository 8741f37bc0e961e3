import MGECore
import Testing

@Suite struct TopologicalOrderTests {
    typealias Order = TopologicalOrder<String>

    @Test func dependenciesComeFirst() throws {
        let order = try Order([
            .init("c", dependsOn: ["b"]), .init("b", dependsOn: ["a", "a"]), .init("a"), .init("z"),
        ])
        #expect(order.names == ["a", "b", "c", "z"])
    }

    @Test func unrelatedNamesKeepTheirOrder() throws {
        #expect(try Order([.init("z"), .init("a"), .init("m")]).names == ["z", "a", "m"])
        #expect(try Order([]).names.isEmpty)
    }

    @Test func cyclesAreReportedWithTheirMembers() {
        #expect(throws: TopologicalOrderError<String>.self) {
            try Order([.init("a", dependsOn: ["b"]), .init("b", dependsOn: ["a"]), .init("c", dependsOn: ["b"])])
        }
        do {
            _ = try Order([
                .init("a", dependsOn: ["b"]), .init("x", dependsOn: ["x"]), .init("b", dependsOn: ["a"]),
                .init("c", dependsOn: ["b"]),
            ])
            Issue.record("a cycle was accepted")
        } catch {
            #expect(error.problem == .cycles([["x"], ["a", "b"]]))
            #expect(error.description.contains("a, b depend on each other"))
        }
    }

    @Test func unknownAndDuplicateNamesAreRefused() {
        #expect(throws: TopologicalOrderError<String>(.unknown("b", neededBy: "a"))) {
            try Order([.init("a", dependsOn: ["b"])])
        }
        #expect(throws: TopologicalOrderError<String>(.duplicate("a"))) { try Order([.init("a"), .init("a")]) }
    }
}
