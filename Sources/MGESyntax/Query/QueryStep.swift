/// One node of a compiled pattern; plain data, so that matching neither allocates nor counts references.
struct QueryStep: BitwiseCopyable {
    enum Kind: UInt8 {
        /// A node of one kind.
        case symbol
        /// `(_)`: any node with a name.
        case named
        /// `_`: any node.
        case any
        /// `[a b]`: a node that one of the children matches.
        case alternatives
    }

    enum Quantifier: UInt8 {
        case one, optional, any, atLeastOne
    }

    /// A run of `QueryTables.childList`, `.captureList`, `.absentList` or `.wordList`.
    struct Run: BitwiseCopyable {
        var start: Int32 = 0
        var count: Int32 = 0
    }

    var kind = Kind.symbol
    var quantifier = Quantifier.one
    /// Whether it is a step with a name: then an anchor before it passes over nodes without.
    var isNamed = true
    /// Whether nothing may lie between the node and the one before, or the beginning.
    var isAnchored = false
    /// Whether nothing may follow the node of the last child.
    var isEndAnchored = false
    var symbol: UInt16 = 0
    /// The field that the node must have in its parent; 0 for any.
    var field: UInt16 = 0
    var children = Run()
    var captures = Run()
    /// Fields that the node must not have.
    var absentFields = Run()
    /// What the node's text must be; empty for anything.
    var word = Run()
}

/// A condition on what a match captures.
struct QueryPredicate: Sendable {
    enum Operand: Sendable {
        case capture(Int)
        case text([UInt8])
    }

    enum Test: Sendable {
        case equal(Operand)
        case anyOf([[UInt8]])
        /// A part of the text.
        case containing([UInt8])
        /// The first byte is one of these, or none of them: `^[A-Z]`, `^[^A-Z]`.
        case beginning([ClosedRange<UInt8>], isNegated: Bool)
        /// A regular expression that some part of the text matches.
        case matching(String)
    }

    let capture: Int
    let test: Test
    let isNegated: Bool
}

extension QueryPredicate.Test {
    /// The test of a regular expression; the frequent kinds, a word and one about the first byte, need no engine.
    init(expression: [UInt8]) {
        let isWord = expression.allSatisfy { $0 == UInt8(ascii: "_") || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a) }
        let text = String(decoding: expression, as: UTF8.self)
        self = isWord ? .containing(expression) : Self.beginning(text) ?? .matching(text)
    }

    private static func beginning(_ expression: String) -> Self? {
        guard expression.hasPrefix("^["), expression.hasSuffix("]") else { return nil }
        var bytes = Array(expression.utf8.dropFirst(2).dropLast())
        let isNegated = bytes.first == UInt8(ascii: "^")
        if isNegated { bytes.removeFirst() }
        var ranges: [ClosedRange<UInt8>] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] < 0x80, bytes[index] != UInt8(ascii: "\\"), bytes[index] != UInt8(ascii: "[") else {
                return nil
            }
            if index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "-") {
                guard bytes[index] <= bytes[index + 2] else { return nil }
                ranges.append(bytes[index]...bytes[index + 2])
                index += 3
            } else {
                ranges.append(bytes[index]...bytes[index])
                index += 1
            }
        }
        return .beginning(ranges, isNegated: isNegated)
    }
}
