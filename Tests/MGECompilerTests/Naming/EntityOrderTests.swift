import Testing

@testable import MGECompiler

@Suite struct EntityOrderTests {
    private func order(_ edges: [[(Int, Bool)]]) -> EntityOrder {
        EntityOrder(edges: edges.map { $0.map { EntityOrder.Edge(target: $0.0, isRequired: $0.1) } })
    }

    @Test("keeps the order of what is independent")
    func independent() {
        #expect(order([[], [], []]).entities == [0, 1, 2])
    }

    @Test("brings targets to the front")
    func targets() {
        let order = order([[(1, true), (2, true)], [(2, true)], []])
        #expect(order.entities == [2, 1, 0])
        #expect(order.deferred.isEmpty && order.relaxed.isEmpty)
    }

    @Test("opens a cycle at its optional relation")
    func optional() {
        let order = order([[(1, true)], [(2, true)], [(0, false)]])
        #expect(order.entities == [2, 1, 0])
        #expect(order.deferred == [EntityOrder.Position(entity: 2, edge: 0)])
        #expect(order.relaxed.isEmpty)
    }

    @Test("makes the closing relation of a required cycle optional")
    func required() {
        let order = order([[(1, true)], [(2, true)], [(0, true)]])
        #expect(order.relaxed.map(\.position) == [EntityOrder.Position(entity: 2, edge: 0)])
        #expect(order.relaxed.first?.cycle == [0, 1, 2])
        #expect(order.deferred == [EntityOrder.Position(entity: 2, edge: 0)])
        #expect(order.entities == [2, 1, 0])
    }

    @Test("ignores optional references of an entity to itself and relaxes required ones")
    func selfReference() {
        let order = order([[(0, false), (0, true)]])
        #expect(order.entities == [0])
        #expect(order.deferred.isEmpty)
        #expect(order.relaxed.map(\.position) == [EntityOrder.Position(entity: 0, edge: 1)])
    }

    @Test("defers nothing outside a cycle")
    func downstream() {
        let order = order([[(1, false)], [(2, false)], [(1, false)]])
        #expect(order.entities.last == 0)
        #expect(order.deferred.count == 1)
    }

    @Test("places every entity once, with deferred relations alone leading on, whatever the graph")
    func random() {
        var generator = Linear(state: 7)
        for size in [2, 5, 20, 60] {
            let edges = (0..<size).map { _ in
                (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                    (Int.random(in: 0..<size, using: &generator), Bool.random(using: &generator))
                }
            }
            let order = order(edges)
            #expect(order.entities.sorted() == Array(0..<size))
            let place = Dictionary(uniqueKeysWithValues: order.entities.enumerated().map { ($1, $0) })
            let deferred = Set(order.deferred)
            let relaxed = Set(order.relaxed.map(\.position))
            for (node, list) in edges.enumerated() {
                for (index, edge) in list.enumerated() where edge.0 != node {
                    let position = EntityOrder.Position(entity: node, edge: index)
                    let leadsOn = (place[edge.0] ?? 0) > (place[node] ?? 0)
                    #expect(leadsOn == deferred.contains(position))
                    #expect(!leadsOn || !edge.1 || relaxed.contains(position))
                }
            }
        }
    }

    /// A generator whose numbers are the same in every run (Knuth's MMIX constants).
    private struct Linear: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 33)
        }
    }
}
