import CTreeSitter

/// A parsed text as one array of nodes, parents before their children.
///
/// The tree of libtree-sitter is walked once and given back; whatever is asked afterwards costs a few reads of an array,
/// the parent of a node too.
// Not Sendable: a tree belongs to the thread that parsed it.
final class SyntaxTree {
    /// One node: 32 bytes.
    struct Record {
        var start: UInt32
        var end: UInt32
        var startRow: UInt32
        var lastRow: UInt32
        var parent: Int32
        /// The number of the node that follows when the node's own descendants are skipped.
        var next: Int32
        var symbol: UInt16
        var field: UInt16
        var flags: Flags
    }

    /// What else is known of a node.
    struct Flags: OptionSet {
        let rawValue: UInt8
        static let named = Flags(rawValue: 1)
        static let missing = Flags(rawValue: 2)
        /// The node or one in it is an error or missing.
        static let erroneous = Flags(rawValue: 4)
        static let comment = Flags(rawValue: 8)
    }

    let grammar: Grammar
    let source: [UInt8]
    /// Where the rows of the text begin, and its length.
    let rowStarts: [Int]
    let records: UnsafeMutablePointer<Record>
    let count: Int
    private let buffer: NodeBuffer

    init(grammar: Grammar, source: [UInt8], rowStarts: [Int], buffer: NodeBuffer, count: Int) {
        self.grammar = grammar
        self.source = source
        self.rowStarts = rowStarts
        self.buffer = buffer
        records = buffer.records
        self.count = count
    }

    var root: SyntaxNode { SyntaxNode(index: 0, tree: self) }
}
