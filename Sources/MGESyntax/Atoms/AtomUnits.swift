/// Which atoms of a file are valid only together.
///
/// A statement at the level of the file or of a class body is the least that parses: atoms that share one are one unit.
/// A class alone is cut between the statements of its body; they need its head, and a head that has no statement of
/// its own is one unit with the first of them.
struct AtomUnits {
    private let definitions: [AtomDefinition]
    private let owners: [Int?]
    private let root: SyntaxNode

    /// - Parameters:
    ///   - definitions: The file's definitions that begin atoms.
    ///   - owners: For each atom the definition that it belongs to.
    ///   - root: The root of the file's tree.
    init(_ definitions: [AtomDefinition], owners: [Int?], root: SyntaxNode) {
        self.definitions = definitions
        self.owners = owners
        self.root = root
    }

    func assign(to atoms: inout [SourceAtom]) {
        var sets = DisjointSets(count: atoms.count)
        let rows = atoms.map { $0.lines.lowerBound - 1..<$0.lines.upperBound }
        func atom(at row: Int) -> Int {
            var low = 0
            var high = rows.count - 1
            while low < high {
                let middle = (low + high) / 2
                if rows[middle].upperBound <= row { low = middle + 1 } else { high = middle }
            }
            return low
        }
        var bodyOfClass: [Range<Int>: SyntaxNode] = [:]
        for definition in definitions where definition.kind.holdsMembers {
            if let body = definition.body { bodyOfClass[definition.extent] = body }
        }
        var pending = [root]
        while let container = pending.popLast() {
            container.forEachChild { child in
                guard child.isNamed else { return }
                if let body = bodyOfClass[child.bytes] {
                    // The head up to its body's first row, which may itself be several atoms.
                    sets.join(atom(at: child.startRow)...atom(at: max(child.startRow, body.startRow - 1)))
                    pending.append(body)
                } else {
                    sets.join(atom(at: child.startRow)...max(atom(at: child.startRow), atom(at: child.lastRow)))
                }
            }
        }
        var heads: [Int: Int] = [:]
        var firstOfDefinition: [Int: Int] = [:]
        for (index, owner) in owners.enumerated() {
            guard let owner else { continue }
            if let first = firstOfDefinition[owner] {
                sets.join(first, index)
            } else {
                firstOfDefinition[owner] = index
            }
        }
        for (number, definition) in definitions.enumerated() where definition.kind.holdsMembers {
            let head = firstOfDefinition[number] ?? atom(at: definition.rows.lowerBound)
            heads[number] = head
            if let body = definition.body, atom(at: body.startRow) != head { sets.join(head, atom(at: body.startRow)) }
        }
        number(&atoms, &sets, heads: heads)
    }

    private func number(_ atoms: inout [SourceAtom], _ sets: inout DisjointSets, heads: [Int: Int]) {
        var numbers: [Int: Int] = [:]
        for index in atoms.indices {
            let root = sets.root(of: index)
            let unit = numbers[root] ?? numbers.count
            numbers[root] = unit
            atoms[index].unit = unit
        }
        for index in atoms.indices {
            var owner = owners[index].map { definitions[$0].kind.holdsMembers ? $0 : definitions[$0].parent } ?? nil
            // The head itself is a member of the class around its own class.
            while let around = owner, let head = heads[around], atoms[head].unit == atoms[index].unit {
                owner = definitions[around].parent
            }
            atoms[index].enclosingUnit = owner.flatMap { heads[$0] }.map { atoms[$0].unit }
        }
    }
}

/// Sets of numbers that grow together (union by smallest member, with path halving).
struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of number: Int) -> Int {
        var number = number
        while parents[number] != number {
            parents[number] = parents[parents[number]]
            number = parents[number]
        }
        return number
    }

    mutating func join(_ left: Int, _ right: Int) {
        let (left, right) = (root(of: left), root(of: right))
        parents[max(left, right)] = min(left, right)
    }

    mutating func join(_ range: ClosedRange<Int>) {
        for number in range.dropFirst() { join(range.lowerBound, number) }
    }
}
