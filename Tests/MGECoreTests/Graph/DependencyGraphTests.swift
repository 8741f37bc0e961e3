import MGECore
import Testing

@Suite struct DependencyGraphTests {
    typealias Edge = DependencyGraph.Edge

    @Test func sortsAndDeduplicates() {
        let graph = DependencyGraph(
            nodeCount: 4,
            edges: [
                Edge(from: 2, to: 3), Edge(from: 0, to: 3), Edge(from: 0, to: 1), Edge(from: 0, to: 3),
                Edge(from: 1, to: 1),
            ])
        #expect(Array(graph.dependencies(of: 0)) == [1, 3])
        #expect(graph.dependencies(of: 1).isEmpty)
        #expect(Array(graph.dependencies(of: 2)) == [3])
        #expect(graph.edgeCount == 3)
        #expect(Array(graph.reversed.dependencies(of: 3)) == [0, 2])
    }

    @Test func chainHasAWaveEach() {
        let waves = Waves(of: DependencyGraph(nodeCount: 3, edges: [Edge(from: 2, to: 1), Edge(from: 1, to: 0)]))
        #expect(waves.nodesByWave == [[0], [1], [2]])
    }

    @Test func independentNodesShareAWave() {
        #expect(Waves(of: DependencyGraph(nodeCount: 3, edges: [])).nodesByWave == [[0, 1, 2]])
        #expect(Waves(of: DependencyGraph(nodeCount: 0, edges: [])).nodesByWave.isEmpty)
    }

    @Test func waveIsTheLongestPath() {
        let edges = [Edge(from: 3, to: 0), Edge(from: 3, to: 2), Edge(from: 2, to: 1), Edge(from: 1, to: 0)]
        #expect(Waves(of: DependencyGraph(nodeCount: 4, edges: edges)).wave(of: 3) == 3)
    }

    @Test func cycleIsOneComponent() {
        let edges = [
            Edge(from: 0, to: 1), Edge(from: 1, to: 2), Edge(from: 2, to: 0), Edge(from: 3, to: 2),
            Edge(from: 0, to: 4),
        ]
        let graph = DependencyGraph(nodeCount: 5, edges: edges)
        let components = StronglyConnectedComponents(of: graph)
        #expect(components.count == 3)
        #expect(components.cycles == [[0, 1, 2]])
        #expect(Waves(of: graph).nodesByWave == [[4], [0, 1, 2], [3]])
        #expect(graph.topologicalOrder() == [4])
    }

    @Test func componentsMatchReachabilityOnRandomGraphs() {
        var random = SplitMix(state: 7)
        for _ in 0..<60 {
            let count = 1 + Int(random.next() % 12)
            let edges = (0..<Int(random.next() % 30)).map { _ in
                Edge(from: Int(random.next() % UInt64(count)), to: Int(random.next() % UInt64(count)))
            }
            let graph = DependencyGraph(nodeCount: count, edges: edges)
            let components = StronglyConnectedComponents(of: graph)
            let reach = (0..<count).map { reachable(from: $0, in: graph) }
            let waves = Waves(of: graph)
            for a in 0..<count {
                for b in 0..<count {
                    let together = components.component(of: a) == components.component(of: b)
                    #expect(together == (reach[a].contains(b) && reach[b].contains(a)))
                }
                for b in graph.dependencies(of: a) where components.component(of: a) != components.component(of: b) {
                    #expect(waves.wave(of: a) > waves.wave(of: b))
                    #expect(components.component(of: a) > components.component(of: b))
                }
            }
        }
    }

    @Test func longChainNeedsNoCallStack() {
        let count = 100_000
        let edges = (1..<count).map { Edge(from: $0 - 1, to: $0) }
        let waves = Waves(of: DependencyGraph(nodeCount: count, edges: edges.shuffled()))
        #expect(waves.count == count)
        #expect(waves.wave(of: 0) == count - 1)
    }

    @Test func readyNodesComeSmallestFirst() {
        let edges = [Edge(from: 0, to: 4), Edge(from: 1, to: 3)]
        #expect(DependencyGraph(nodeCount: 5, edges: edges).topologicalOrder() == [2, 3, 1, 4, 0])
    }

    private func reachable(from start: Int, in graph: DependencyGraph) -> Set<Int> {
        var seen: Set<Int> = [start]
        var pending = [start]
        while let node = pending.popLast() {
            for target in graph.dependencies(of: node) where seen.insert(target).inserted { pending.append(target) }
        }
        return seen
    }
}

/// A small repeatable generator (Steele, Lea and Flood's SplitMix64).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
