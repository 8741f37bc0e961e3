import MGECore

extension FreeEntityReader {
    /// Reads a row of a table of fields.
    mutating func readRow(_ row: TableRow) {
        guard let name = row.cells[.fieldColumn], var draft = reader.readWithoutTarget(name, isName: true) else {
            return unused.append(row.words)
        }
        draft.item.words = row.words.text
        if let type = row.cells[.typeColumn] { reader.readGroup(type, .type, into: &draft) }
        readMarks(row, &draft)
        readBounds(row, &draft)
        if let value = row.cells[.defaultColumn], row.mark(.defaultColumn, reader.lexicon) != .no || isNo(value) {
            draft.item.defaultValue = value.located.unquoted
        }
        if let values = row.cells[.valuesColumn] { reader.readGroup(values, .type, into: &draft) }
        if let target = row.cells[.targetColumn], let mention = reader.names.mentions(in: target.tokens).first {
            draft.refer(to: mention.name, at: target.place, isMany: false)
        }
        if let remarks = row.cells[.remarksColumn] { reader.readGroup(remarks, .remark, into: &draft) }
        if let deletion = row.cells[.deletionColumn] { reader.readGroup(deletion, .remark, into: &draft) }
        referByKey(&draft)
        if draft.item.type == nil { reader.refer(&draft) }
        add(draft)
    }

    /// Whether a word of refusal is a value: `no` is, a hyphen is not.
    private func isNo(_ cell: TokenizedText) -> Bool {
        reader.lexicon.keywords.meaning(of: cell.tokens, where: { $0 == .no }) != nil
    }

    /// What data dictionaries write in a column of keys for a unique value.
    private static let uniqueKeys: Set<String> = ["U", "UK", "UQ", "UNI", "AK"]

    private func readMarks(_ row: TableRow, _ draft: inout FreeDraft) {
        let lexicon = reader.lexicon
        let place = row.words.place
        for (column, isOptional) in [(Keyword.requiredColumn, false), (.optionalColumn, true)] {
            guard let mark = row.mark(column, lexicon) else { continue }
            if mark != .other, let cell = row.cells[column],
                let comma = cell.tokens.firstIndex(where: { $0.isMark(",") })
            {
                // `yes, default open`
                reader.readGroup(cell.part(comma + 1..<cell.tokens.count), .remark, into: &draft)
            }
            if mark == .other, let cell = row.cells[column] {
                reader.readGroup(cell, .remark, into: &draft)
            } else if (mark == .yes) == isOptional {
                draft.item.optional = row.cells[column]?.place ?? place
            } else if mark == .yes {
                draft.item.required = row.cells[column]?.place ?? place
            }
        }
        if row.mark(.uniqueColumn, lexicon) == .yes { draft.item.unique = row.cells[.uniqueColumn]?.place ?? place }
        if let cell = row.cells[.repeatedColumn], isNo(cell) { draft.item.unique = cell.place }
        if let key = row.cells[.keyColumn], key.tokens.contains(where: { Self.uniqueKeys.contains($0.text) }) {
            draft.item.unique = key.place
        }
        if let key = row.cells[.keyColumn] { reader.readGroup(key, .remark, into: &draft) }
    }

    private func readBounds(_ row: TableRow, _ draft: inout FreeDraft) {
        for column in [Keyword.lengthColumn, .minimumColumn, .maximumColumn] {
            guard let cell = row.cells[column], let first = cell.tokens.first else { continue }
            if first.kind == .number, cell.tokens.count == 1 {
                let number = Located(text: first.text, place: first.place)
                if column == .minimumColumn { draft.item.minimum = number } else { draft.item.maximum = number }
            } else {
                reader.readGroup(cell, .remark, into: &draft)
            }
            if column == .lengthColumn { draft.isLength = true }
        }
    }

    /// Makes `sample_id: integer` a reference to `sample`.
    private func referByKey(_ draft: inout FreeDraft) {
        let name = draft.item.name.text.wireName.lowercased()
        guard draft.target == nil, draft.cases.isEmpty, name.count > 3, name.hasSuffix("_id") else { return }
        let words = Tokenizer.tokenize(LocatedText(String(name.dropLast(3)).replacing("_", with: " ")))
        guard let found = reader.names.head(of: words.tokens) else { return }
        draft.refer(to: found.name, at: draft.item.name.place, isMany: false)
        draft.isNamedAfterTarget = true
    }
}
