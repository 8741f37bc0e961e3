/// Named things in an order where each comes after all that it depends on.
///
/// Of the things that are ready, the one named first in the input comes first: equal inputs give equal orders.
package struct TopologicalOrder<Name: Hashable & Sendable>: Sendable {
    /// A named thing and what it depends on.
    package struct Node: Sendable {
        package var name: Name
        package var dependencies: [Name]

        package init(_ name: Name, dependsOn dependencies: [Name] = []) {
            self.name = name
            self.dependencies = dependencies
        }
    }

    /// The names, dependencies first.
    package let names: [Name]

    /// Orders the nodes.
    /// - Throws: `TopologicalOrderError` when a name occurs twice or is unknown, or when dependencies form cycles.
    package init(_ nodes: [Node]) throws(TopologicalOrderError<Name>) {
        var numbers: [Name: Int] = [:]
        for (number, node) in nodes.enumerated() {
            guard numbers.updateValue(number, forKey: node.name) == nil else {
                throw TopologicalOrderError(.duplicate(node.name))
            }
        }
        var edges: [DependencyGraph.Edge] = []
        var cycles: [[Name]] = []
        for (number, node) in nodes.enumerated() {
            for dependency in node.dependencies {
                guard let target = numbers[dependency] else {
                    throw TopologicalOrderError(.unknown(dependency, neededBy: node.name))
                }
                if target == number, cycles.last != [node.name] { cycles.append([node.name]) }
                edges.append(DependencyGraph.Edge(from: number, to: target))
            }
        }
        let graph = DependencyGraph(nodeCount: nodes.count, edges: edges)
        let order = graph.topologicalOrder()
        if order.count < nodes.count || !cycles.isEmpty {
            cycles += StronglyConnectedComponents(of: graph).cycles.map { $0.map { nodes[$0].name } }
            throw TopologicalOrderError(.cycles(cycles))
        }
        names = order.map { nodes[$0].name }
    }
}

/// Why named things have no order.
package struct TopologicalOrderError<Name: Hashable & Sendable>: Error, Sendable, Equatable {
    /// What is wrong with the dependencies.
    package enum Problem: Sendable, Equatable {
        /// Two things have this name.
        case duplicate(Name)
        /// Something depends on a name that nothing has.
        case unknown(Name, neededBy: Name)
        /// The members of each cycle, in the order of the input.
        case cycles([[Name]])
    }

    package let problem: Problem

    package init(_ problem: Problem) { self.problem = problem }
}

extension TopologicalOrderError: CustomStringConvertible {
    package var description: String {
        switch problem {
        case .duplicate(let name): "\(name) occurs twice: give each a name of its own"
        case .unknown(let name, let dependant): "\(dependant) depends on \(name), which does not exist"
        case .cycles(let cycles):
            "dependencies form a cycle: "
                + cycles.map { $0.map { "\($0)" }.joined(separator: ", ") }.joined(separator: "; ")
                + " depend on each other; remove one of these dependencies"
        }
    }
}
