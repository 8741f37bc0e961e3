import CTreeSitter

/// One walk over a tree of libtree-sitter that writes its nodes down.
struct TreeFlattening {
    private let rowStarts: [Int]
    private let isNamed: [Bool]
    private let isComment: [Bool]
    private var records: UnsafeMutablePointer<SyntaxTree.Record>
    private var capacity: Int
    private var count = 0
    private var row = 0

    /// The nodes of a tree; nil when some node lies deeper than `limit` levels.
    static func flatten(_ pointer: OpaquePointer, of source: [UInt8], _ grammar: Grammar, limit: Int) -> SyntaxTree? {
        var flattening = Self(source, grammar)
        guard flattening.walk(ts_tree_root_node(pointer), limit: limit) else {
            flattening.records.deallocate()
            return nil
        }
        flattening.markErrors()
        return SyntaxTree(
            grammar: grammar, source: source, rowStarts: flattening.rowStarts, records: flattening.records,
            count: flattening.count)
    }

    private init(_ source: [UInt8], _ grammar: Grammar) {
        rowStarts = Self.rowStarts(of: source)
        isNamed = grammar.isNamed
        isComment = grammar.isComment
        capacity = source.count / 2 + 64
        records = .allocate(capacity: capacity)
    }

    /// Where the rows begin, and the length of the text as the last element; only a line feed ends a row.
    private static func rowStarts(of source: [UInt8]) -> [Int] {
        var starts = [0]
        starts.reserveCapacity(source.count / 24 + 8)
        source.withUnsafeBufferPointer { bytes in
            for offset in 0..<bytes.count where bytes[offset] == UInt8(ascii: "\n") { starts.append(offset + 1) }
        }
        starts.append(source.count)
        return starts
    }

    private mutating func walk(_ root: TSNode, limit: Int) -> Bool {
        var cursor = ts_tree_cursor_new(root)
        defer { ts_tree_cursor_delete(&cursor) }
        var parents: [Int32] = [-1]
        while true {
            append(
                ts_tree_cursor_current_node(&cursor), field: ts_tree_cursor_current_field_id(&cursor),
                parents.last ?? -1)
            if ts_tree_cursor_goto_first_child(&cursor) {
                guard parents.count <= limit else { return false }
                parents.append(Int32(count - 1))
                continue
            }
            while !ts_tree_cursor_goto_next_sibling(&cursor) {
                guard ts_tree_cursor_goto_parent(&cursor) else { return true }
                records[Int(parents.removeLast())].next = Int32(count)
            }
        }
    }

    private mutating func append(_ node: TSNode, field: UInt16, _ parent: Int32) {
        if count == capacity { grow() }
        let start = ts_node_start_byte(node)
        let end = ts_node_end_byte(node)
        let symbol = ts_node_symbol(node)
        var flags: SyntaxTree.Flags = symbol == UInt16.max || isNamed[Int(symbol)] ? .named : []
        if symbol == UInt16.max { flags.insert(.erroneous) } else if isComment[Int(symbol)] { flags.insert(.comment) }
        if start == end, ts_node_is_missing(node) { flags.formUnion([.missing, .erroneous]) }
        // Nodes begin in the order in which they are visited, so the row only grows; the last start is no row's.
        while row + 2 < rowStarts.count, rowStarts[row + 1] <= Int(start) { row += 1 }
        records.advanced(by: count).initialize(
            to: SyntaxTree.Record(
                start: start, end: end, startRow: UInt32(row), lastRow: UInt32(lastRow(end: Int(end))), parent: parent,
                next: Int32(count + 1), symbol: symbol, field: field, flags: flags))
        count += 1
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
        let larger = UnsafeMutablePointer<SyntaxTree.Record>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: records, count: count)
        records.deallocate()
        records = larger
        capacity *= 2
    }

    /// Tells the ancestors of errors and of missing nodes.
    private func markErrors() {
        for index in stride(from: count - 1, to: 0, by: -1) where records[index].flags.contains(.erroneous) {
            records[Int(records[index].parent)].flags.insert(.erroneous)
        }
    }
}
