import MGECore
import MGELayers

/// Turns tables that are set in another way into the usual one, with a field in each row.
struct TableShapes {
    private let lexicon: Lexicon

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The blocks of a text with usual tables.
    func rewritten(_ blocks: [Block]) -> [Block] {
        blocks.map { block in
            guard case .table(let table) = block, let usual = transposed(table) else { return block }
            return .table(usual)
        }
    }

    /// A table whose header names the fields, and whose rows say of what kind these are:
    /// `| | plate | length |` above `| type | text | decimal |`.
    private func transposed(_ table: TableBlock) -> TableBlock? {
        let said: Set<Keyword> = [
            .typeColumn, .requiredColumn, .optionalColumn, .uniqueColumn, .repeatedColumn, .defaultColumn,
            .valuesColumn, .lengthColumn, .minimumColumn, .maximumColumn, .deletionColumn, .remarksColumn,
            .targetColumn,
        ]
        let rows = table.rows.filter { cells in cells.contains { !$0.tokens.isEmpty } }
        guard table.header.count > 1, rows.count > 1,
            table.header.dropFirst().allSatisfy({ isName($0) }),
            rows.allSatisfy({ cells in cells.first.map { means($0, said) } ?? false }),
            rows.contains(where: { means($0[0], [.typeColumn, .requiredColumn, .optionalColumn, .uniqueColumn]) }),
            !table.header.dropFirst().contains(where: { means($0, said) && rows.count < 3 })
        else { return nil }
        let empty = Tokenizer.tokenize(LocatedText(" "))
        var name = Tokenizer.tokenize(LocatedText(lexicon.language == .english ? "field" : "campo"))
        for index in name.tokens.indices { name.tokens[index].place = table.header[1].place }
        let fields = table.header.indices.dropFirst().map { column in
            [table.header[column]] + rows.map { column < $0.count ? $0[column] : empty }
        }
        return TableBlock(header: [name] + rows.map { $0[0] }, rows: Array(fields))
    }

    private func isName(_ cell: TokenizedText) -> Bool {
        (1...5).contains(cell.tokens.count) && cell.tokens.allSatisfy(\.isName)
    }

    private func means(_ cell: TokenizedText, _ wanted: Set<Keyword>) -> Bool {
        lexicon.keywords.meaning(of: cell.tokens.filter(\.isName), where: wanted.contains) != nil
    }
}
