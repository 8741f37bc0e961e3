/// The rows that an atom may begin at, and what it costs to begin one there.
struct AtomBreaks {
    /// Ascending, with row 0.
    private(set) var rows: [Int] = []
    /// The cost of each row; nil where no atom may begin.
    private(set) var costs: [Int?]
    /// Whether a row holds a comment and nothing else.
    private(set) var isComment: [Bool]
    /// For each row the first of the comments and prefixes that lead it.
    private let leads: [Int]

    private enum Cost {
        static let perLevel = 3
        static let element = 12
        static let before = 9
        static let insideComment = 20
    }

    init(_ nodes: AtomNodes, _ lines: LineTable) {
        var direct = [Int?](repeating: nil, count: lines.count)
        direct[0] = 0
        Self.addChildren(of: nodes.containers, lines, to: &direct)
        for (row, start) in nodes.breaks where lines.isFirst(start, onRow: row) {
            direct[row] = min(direct[row] ?? Cost.before, Cost.before)
        }
        // For each row of a whole-row comment, the comment's first row; for each row of a prefix, itself.
        var carried = [Int?](repeating: nil, count: lines.count)
        isComment = [Bool](repeating: false, count: lines.count)
        for rows in nodes.prefixRows { for row in rows where row < lines.count { carried[row] = row } }
        var blocks: [ClosedRange<Int>] = []
        for (rows, start) in nodes.comments where lines.isFirst(start, onRow: rows.lowerBound) {
            for row in rows where row < lines.count {
                carried[row] = rows.lowerBound
                isComment[row] = true
            }
            if let last = blocks.last, last.upperBound >= rows.lowerBound - 1 {
                blocks[blocks.count - 1] = last.lowerBound...max(last.upperBound, rows.upperBound)
            } else {
                blocks.append(rows)
            }
        }
        var leads = Array(0..<lines.count)
        for row in leads.indices.dropFirst() {
            if let above = carried[row - 1] { leads[row] = leads[above] }
        }
        var costs = [Int?](repeating: nil, count: lines.count)
        for (row, cost) in direct.enumerated() {
            guard let cost else { continue }
            costs[leads[row]] = min(costs[leads[row]] ?? cost, cost)
        }
        for block in blocks where block.count > AtomCutter.longest / 2 {
            for row in block.dropFirst() where row < lines.count && costs[row] == nil {
                costs[row] = Cost.insideComment
            }
        }
        self.costs = costs
        self.leads = leads
        rows = costs.indices.filter { costs[$0] != nil }
    }

    /// The first row of the comments and prefixes that lead a row.
    func lead(of row: Int) -> Int { row < leads.count ? leads[row] : row }

    /// The first row at or after `row` that may begin an atom.
    func first(from row: Int) -> Int? {
        let index = rows.partition(from: row)
        return index < rows.count ? rows[index] : nil
    }

    private static func addChildren(
        of containers: [AtomNodes.Container], _ lines: LineTable, to costs: inout [Int?]
    ) {
        var open: [Int] = []
        var previous: (extent: Range<Int>, rank: Int)?
        for container in containers {
            let extent = container.node.bytes
            // Two patterns may find one container.
            if let previous, previous == (extent, container.rank) { continue }
            previous = (extent, container.rank)
            while let end = open.last, end <= extent.lowerBound { open.removeLast() }
            let cost = open.count * Cost.perLevel + (container.isExpression ? Cost.element : 0)
            open.append(extent.upperBound)
            let firstRow = container.node.startRow
            guard firstRow != container.node.lastRow else { continue }
            container.node.forEachChild { child in
                let row = child.startRow
                guard child.isNamed, container.isRoot || row != firstRow else { return }
                if lines.isFirst(child.start, onRow: row) { costs[row] = min(costs[row] ?? cost, cost) }
            }
        }
    }
}

extension Array where Element: Comparable {
    /// The index of the first element that is not below `value`, in an ascending array.
    func partition(from value: Element) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
