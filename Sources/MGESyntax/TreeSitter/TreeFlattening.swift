import CTreeSitter

/// Writes the nodes of trees of libtree-sitter down, in one walk over each.
///
/// The trees of the parts of a text become one: their roots are one node.
struct TreeFlattening {
    private let grammar: Grammar
    private let source: [UInt8]
    private let limit: Int
    private let rowStarts: [Int]
    /// What is known of a node by the number of its kind alone.
    private let flagsOfSymbols: [SyntaxTree.Flags]
    private let buffer: NodeBuffer
    private var records: UnsafeMutablePointer<SyntaxTree.Record>
    private var capacity: Int
    private var count = 0
    private var row = 0
    /// Where the row behind `row` begins; beyond all offsets when there is none.
    private var nextRow: UInt32

    /// - Parameters:
    ///   - source: the whole text.
    ///   - grammar: the trees' grammar.
    ///   - limit: how many levels a tree may have.
    init(_ source: [UInt8], _ grammar: Grammar, limit: Int) {
        self.source = source
        self.grammar = grammar
        self.limit = limit
        rowStarts = Self.rowStarts(of: source)
        nextRow = rowStarts.count > 2 ? UInt32(rowStarts[1]) : .max
        flagsOfSymbols = grammar.flags
        capacity = source.count / 2 + 64
        buffer = NodeBuffer(capacity: capacity)
        records = buffer.records
    }

    /// Adds the nodes of the tree of a part that begins at an offset; false when some node lies too deep.
    mutating func add(_ pointer: OpaquePointer, from offset: Int) -> Bool {
        let root = ts_tree_root_node(pointer)
        let isFirst = count == 0
        let isError = ts_node_symbol(root) == UInt16.max
        guard walk(root, from: UInt32(offset), keepsRoot: isFirst || isError) else { return false }
        if !isFirst {
            records[0].end = UInt32(offset) + ts_node_end_byte(root)
            records[0].lastRow = UInt32(lastRow(end: Int(records[0].end)))
            records[0].next = Int32(count)
        }
        return true
    }

    /// The tree of what was added.
    func finished() -> SyntaxTree {
        markErrors()
        return SyntaxTree(grammar: grammar, source: source, rowStarts: rowStarts, buffer: buffer, count: count)
    }

    /// Where the rows begin, and the length of the text as the last element; only a line feed ends a row.
    private static func rowStarts(of source: [UInt8]) -> [Int] {
        var starts = [0]
        starts.reserveCapacity(source.count / 24 + 8)
        source.withUnsafeBufferPointer { bytes in
            while let next = LineTable.nextRow(in: bytes, from: starts[starts.count - 1]) { starts.append(next) }
        }
        starts.append(source.count)
        return starts
    }

    private mutating func walk(_ root: TSNode, from offset: UInt32, keepsRoot: Bool) -> Bool {
        var cursor = ts_tree_cursor_new(root)
        defer { ts_tree_cursor_delete(&cursor) }
        var parents: [Int32] = [count == 0 ? -1 : 0]
        // The root of a further part is that of the first one, unless it is an error.
        var isDropped = !keepsRoot
        while true {
            if !isDropped {
                let field = ts_tree_cursor_current_field_id(&cursor)
                append(ts_tree_cursor_current_node(&cursor), from: offset, field: field, parents.last ?? -1)
            }
            if ts_tree_cursor_goto_first_child(&cursor) {
                guard parents.count <= limit else { return false }
                parents.append(isDropped ? 0 : Int32(count - 1))
                isDropped = false
                continue
            }
            isDropped = false
            while !ts_tree_cursor_goto_next_sibling(&cursor) {
                guard ts_tree_cursor_goto_parent(&cursor) else { return true }
                records[Int(parents.removeLast())].next = Int32(count)
            }
        }
    }

    private mutating func append(_ node: TSNode, from offset: UInt32, field: UInt16, _ parent: Int32) {
        if count == capacity { grow() }
        let start = offset + ts_node_start_byte(node)
        let end = offset + ts_node_end_byte(node)
        let symbol = ts_node_symbol(node)
        var flags = symbol == UInt16.max ? [.named, .erroneous] : flagsOfSymbols[Int(symbol)]
        if start == end, ts_node_is_missing(node) { flags.formUnion([.missing, .erroneous]) }
        if start >= nextRow { advance(to: Int(start)) }
        let lastRow = end <= nextRow ? row : lastRow(end: Int(end))
        records.advanced(by: count).initialize(
            to: SyntaxTree.Record(
                start: start, end: end, startRow: UInt32(row), lastRow: UInt32(lastRow), parent: parent,
                next: Int32(count + 1), symbol: symbol, field: field, flags: flags))
        count += 1
    }

    /// Goes to the row of an offset: nodes begin in the order in which they are visited, so the row only grows.
    private mutating func advance(to start: Int) {
        // The last start is no row's.
        while row + 2 < rowStarts.count, rowStarts[row + 1] <= start { row += 1 }
        nextRow = row + 2 < rowStarts.count ? UInt32(rowStarts[row + 1]) : .max
    }

    private func lastRow(end: Int) -> Int {
        if row + 2 >= rowStarts.count || end <= rowStarts[row + 1] { return row }
        var low = row
        var high = rowStarts.count - 2
        while low < high {
            let middle = (low + high + 1) / 2
            if rowStarts[middle] < end { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private mutating func grow() {
        capacity *= 2
        buffer.grow(to: capacity, keeping: count)
        records = buffer.records
    }

    /// Tells the ancestors of errors and of missing nodes.
    private func markErrors() {
        for index in stride(from: count - 1, to: 0, by: -1) where records[index].flags.contains(.erroneous) {
            records[Int(records[index].parent)].flags.insert(.erroneous)
        }
    }
}
