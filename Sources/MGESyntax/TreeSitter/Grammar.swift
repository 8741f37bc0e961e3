import CTreeSitter

/// A grammar of a loaded library; the library stays loaded as long as one of its grammars is in use.
// Unchecked, because the pointer leads to constant data of the library.
package final class Grammar: @unchecked Sendable {
    package let name: String
    let pointer: OpaquePointer
    let library: GrammarLibrary
    /// For each number of a kind of node whether it has a name of its own, unlike a bracket or a keyword.
    let isNamed: [Bool]
    /// For each number of a kind of node what is known of all such nodes: whether they have names, and whether they are
    /// comments, which may stand between any others.
    let flags: [SyntaxTree.Flags]

    init(name: String, pointer: OpaquePointer, library: GrammarLibrary) {
        self.name = name
        self.pointer = pointer
        self.library = library
        isNamed = (0..<ts_language_symbol_count(pointer)).map {
            ts_language_symbol_type(pointer, TSSymbol($0)) == TSSymbolTypeRegular
        }
        flags = isNamed.enumerated().map { number, isNamed in
            let kind = ts_language_symbol_name(pointer, TSSymbol(number)).map { String(cString: $0) } ?? ""
            let isComment = kind == "comment" || kind.hasSuffix("_comment")
            return (isNamed ? SyntaxTree.Flags.named : []).union(isComment ? .comment : [])
        }
    }

    /// The number of a kind of node; nil when the grammar has no such kind.
    func symbol(_ kind: String, isNamed: Bool = true) -> NodeSymbol? {
        let symbol = ts_language_symbol_for_name(pointer, kind, UInt32(kind.utf8.count), isNamed)
        return symbol == 0 ? nil : NodeSymbol(number: symbol)
    }

    /// The name of a kind of node.
    func kind(of symbol: NodeSymbol) -> String {
        ts_language_symbol_name(pointer, symbol.number).map { String(cString: $0) } ?? ""
    }

    /// The number of a field; nil when the grammar has no such field.
    func field(_ name: String) -> NodeField? {
        let field = ts_language_field_id_for_name(pointer, name, UInt32(name.utf8.count))
        return field == 0 ? nil : NodeField(number: field)
    }
}

/// The number that a grammar gives to a kind of node.
struct NodeSymbol: Hashable, Sendable {
    let number: UInt16
}

/// The number that a grammar gives to a field: a child with a role.
struct NodeField: Hashable, Sendable {
    let number: UInt16
}
