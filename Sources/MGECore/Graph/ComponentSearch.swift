/// One depth-first search over a graph that finds its strongly connected components and the level of each.
///
/// Tarjan's algorithm (SIAM Journal on Computing 1, 1972) with an explicit stack. A component is closed after all that
/// it depends on, so its level, one more than the greatest of those, is known by then: a second pass is not needed.
struct ComponentSearch {
    /// The number of each node's component; each one depends only on components with smaller numbers.
    let componentOfNode: [UInt32]
    /// The level of each component.
    let levels: [UInt32]
    /// The nodes by component, ascending in each.
    let nodes: [UInt32]
    /// Where the nodes of each component begin, and where those of the last one end.
    let offsets: [UInt32]

    init(of graph: DependencyGraph) {
        var state = State(nodeCount: graph.nodeCount)
        defer { state.deallocate() }
        graph.withAdjacency { offsets, targets in
            state.begin(at: offsets)
            for root in 0..<graph.nodeCount where state.nodes[root].visit == 0 { state.run(from: root, targets) }
        }
        componentOfNode = (0..<graph.nodeCount).map { state.nodes[$0].low }
        levels = state.levels
        nodes = state.closed
        offsets = state.offsets
    }

    /// What is known of a node; all of it on one line of the processor's cache.
    private struct Node {
        /// Where its targets begin.
        var start: UInt32
        /// When it was first seen, from 1; 0 while it was not, `State.done` when its component is known.
        var visit: UInt32
        /// The smallest visit that it leads to; the number of its component once that is known.
        var low: UInt32
        /// The level of what it depends on, as far as is known, plus 1.
        var level: UInt32
    }

    /// A node on the way from the root, and which of its targets are still to be visited.
    private struct Step {
        let node: UInt32
        var next: UInt32
        let end: UInt32
    }

    /// Buffers of the graph's size that are written in random order: bare memory, freed by `deallocate`.
    private struct State {
        static let done = UInt32.max

        let nodes: UnsafeMutableBufferPointer<Node>
        private let path: UnsafeMutableBufferPointer<Step>
        private let open: UnsafeMutableBufferPointer<UInt32>
        private(set) var levels: [UInt32] = []
        private(set) var closed: [UInt32] = []
        private(set) var offsets: [UInt32] = [0]
        private var openCount = 0
        private var clock: UInt32 = 0

        init(nodeCount: Int) {
            nodes = .allocate(capacity: nodeCount + 1)
            path = .allocate(capacity: nodeCount)
            open = .allocate(capacity: nodeCount)
            closed.reserveCapacity(nodeCount)
        }

        func deallocate() {
            nodes.deallocate()
            path.deallocate()
            open.deallocate()
        }

        func begin(at offsets: UnsafeBufferPointer<UInt32>) {
            for (node, start) in offsets.enumerated() {
                nodes.initializeElement(at: node, to: Node(start: start, visit: 0, low: 0, level: 0))
            }
        }

        mutating func run(from root: Int, _ targets: UnsafeBufferPointer<UInt32>) {
            var depth = 0
            enter(root, &depth)
            while true {
                let step = path[depth - 1]
                let node = Int(step.node)
                if step.next < step.end {
                    path[depth - 1].next += 1
                    let target = Int(targets[Int(step.next)])
                    let visit = nodes[target].visit
                    if visit == 0 {
                        enter(target, &depth)
                    } else {
                        note(visit, of: target, for: node)
                    }
                    continue
                }
                if nodes[node].low == nodes[node].visit { close(node) }
                depth -= 1
                guard depth > 0 else { return }
                note(
                    nodes[node].visit == Self.done ? Self.done : nodes[node].low, of: node,
                    for: Int(path[depth - 1].node))
            }
        }

        @inline(__always)
        private mutating func enter(_ node: Int, _ depth: inout Int) {
            clock += 1
            nodes[node].visit = clock
            nodes[node].low = clock
            open[openCount] = UInt32(truncatingIfNeeded: node)
            openCount += 1
            path[depth] = Step(
                node: UInt32(truncatingIfNeeded: node), next: nodes[node].start, end: nodes[node + 1].start)
            depth += 1
        }

        /// What a node learns of a target: its level when its component is closed, else how far back it leads.
        @inline(__always)
        private func note(_ visit: UInt32, of target: Int, for node: Int) {
            if visit == Self.done {
                nodes[node].level = max(nodes[node].level, nodes[target].level + 1)
            } else {
                nodes[node].low = min(nodes[node].low, visit)
            }
        }

        private mutating func close(_ root: Int) {
            let component = UInt32(truncatingIfNeeded: levels.count)
            var level: UInt32 = 0
            var first = openCount
            repeat {
                first -= 1
                level = max(level, nodes[Int(open[first])].level)
            } while open[first] != root
            var members = UnsafeMutableBufferPointer(rebasing: open[first..<openCount])
            if members.count > 1 { members.sort() }
            for member in members {
                nodes[Int(member)].low = component
                nodes[Int(member)].visit = Self.done
                nodes[Int(member)].level = level
            }
            closed.append(contentsOf: members)
            offsets.append(UInt32(truncatingIfNeeded: closed.count))
            levels.append(level)
            openCount = first
        }
    }
}
