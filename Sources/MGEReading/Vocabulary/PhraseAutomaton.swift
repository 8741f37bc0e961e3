/// The nodes that words of phrases lead to, from which those are made that a `PhraseTable` looks phrases up in.
///
/// What may be chosen in a pattern leads to the same node, so that an automaton grows with what is written of patterns
/// and not with the phrases that they stand for (Thompson, Communications of the ACM 11, 1968, with words for letters).
struct PhraseAutomaton {
    /// A word that leads from one node, or one state, to another.
    struct Edge {
        var source: Int
        var word: Int
        var target: Int
    }

    /// Nodes that the same words lead to together, and where other words lead to from there.
    struct States {
        /// The patterns that end in each state, the first of them first; state 0 is the beginning.
        var ends: [[Int]] = []
        var edges: [Edge] = []
    }

    private(set) var words: [String] = []
    private var numbers: [String: Int] = [:]
    /// The words that lead on from each node; node 0 is the beginning.
    private var edges: [[(word: Int, target: Int)]] = [[]]
    /// The pattern that ends in each node; -1 for none.
    private var ends = [-1]

    /// Adds a pattern with its place among the others; each choice is its words.
    mutating func add(_ elements: [[[String]]], at order: Int) {
        let last = elements.reduce([0]) { add($1, after: $0) }
        for node in last where node > 0 { ends[node] = order }
    }

    /// The nodes that one of some choices leads to.
    private mutating func add(_ choices: [[String]], after sources: [Int]) -> [Int] {
        let join = addNode()
        for words in choices {
            guard let last = words.last else { continue }
            var sources = sources
            for word in words.dropLast() {
                let node = addNode()
                connect(sources, word, to: node)
                sources = [node]
            }
            connect(sources, last, to: join)
        }
        return choices.contains([]) ? sources + [join] : [join]
    }

    private mutating func addNode() -> Int {
        edges.append([])
        ends.append(-1)
        return ends.count - 1
    }

    private mutating func connect(_ sources: [Int], _ word: String, to target: Int) {
        let number = numbers[word] ?? words.count
        if number == words.count {
            numbers[word] = number
            words.append(word)
        }
        for source in sources { edges[source].append((number, target)) }
    }

    /// One state for all nodes that the same words lead to, so that each word leads to one
    /// (the subset construction of Rabin and Scott, IBM Journal 3, 1959).
    func states() -> States {
        var states = States()
        var members = [[0]]
        var numbers = [members[0]: 0]
        var next = 0
        while next < members.count {
            states.ends.append(Set(members[next].map { ends[$0] }).subtracting([-1]).sorted())
            let leaving = members[next].flatMap { edges[$0] }.sorted { $0 < $1 }
            var first = 0
            while first < leaving.count {
                let word = leaving[first].word
                var targets: [Int] = []
                while first < leaving.count, leaving[first].word == word {
                    if targets.last != leaving[first].target { targets.append(leaving[first].target) }
                    first += 1
                }
                let target = numbers[targets] ?? members.count
                if target == members.count {
                    numbers[targets] = target
                    members.append(targets)
                }
                states.edges.append(Edge(source: next, word: word, target: target))
            }
            next += 1
        }
        return states
    }
}
