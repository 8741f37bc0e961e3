import MGECore
import MGELayers

/// Turns tables that are set in another way into the usual one, with a field in each row.
struct TableShapes {
    private let lexicon: Lexicon

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The blocks of a text with usual tables.
    func rewritten(_ blocks: [Block]) -> [Block] {
        blocks.flatMap { block -> [Block] in
            guard case .table(let table) = block else { return [block] }
            if let rules = rules(table) { return rules }
            return [transposed(table).map { .table($0) } ?? block]
        }
    }

    /// Headers of a column of rules.
    private static let rules: Set<String> = ["regla", "reglas", "norma", "rule", "rules", "constraint", "restriccion"]

    /// The sentences of a table of nothing but rules: `| Rule | What it says |`.
    private func rules(_ table: TableBlock) -> [Block]? {
        let named = table.header.firstIndex { $0.tokens.count == 1 && Self.rules.contains($0.tokens[0].folded) }
        guard let named, table.header.count < 4, !table.header[..<named].contains(where: isSomethingElse),
            !table.header.contains(where: { means($0, [.entityColumn, .fieldsColumn, .typeColumn]) })
        else { return nil }
        let sentences = table.rows.compactMap { cells in cells.max { $0.tokens.count < $1.tokens.count } }
        guard !sentences.isEmpty, sentences.allSatisfy({ $0.tokens.count > 4 }) else { return nil }
        return sentences.map { .paragraph($0.sentences) }
    }

    private func isSomethingElse(_ header: TokenizedText) -> Bool { header.tokens.contains { $0.text.count > 2 } }

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
