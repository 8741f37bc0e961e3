/// A row of a table whose columns are known.
struct TableRow: Sendable {
    /// The cells by what their column means; an empty cell is not there.
    var cells: [Keyword: TokenizedText]
    /// Cells of further columns that hold fields.
    var furtherFields: [TokenizedText] = []
    /// Columns of the table, with and without a cell in this row.
    var columns: Set<Keyword>
    /// The entity that the table belongs to.
    var entity: String?
    /// The whole row.
    var words: Located
}

extension TableRow {
    /// What a cell that is a mark says.
    enum Mark: Sendable { case yes, no, other }

    /// Whether a cell is marked; nil when the table has no such column.
    func mark(_ column: Keyword, _ lexicon: Lexicon) -> Mark? {
        guard columns.contains(column) else { return nil }
        guard let tokens = cells[column]?.tokens, !tokens.isEmpty else { return .no }
        let found = lexicon.keywords.match(tokens, at: 0) { [.yes, .no, .marked, .unmarked].contains($0) }
        switch found?.meaning {
        case .yes, .marked: return .yes
        case .no, .unmarked: return .no
        default: return .other
        }
    }
}
