/// Recognises the columns of a table by their headers, and with them what the rows are.
struct TableColumns: Sendable {
    /// What the rows of a table describe.
    enum Kind: Sendable { case fields, relations, entities }

    let kind: Kind
    /// What each column means; nil for one that is not understood.
    let columns: [Keyword?]
    /// The entity of all rows, when the header names it.
    var ownEntity: TokenizedText?
    /// Whether rows of one cell name the entity of the rows below them.
    private(set) var isGrouped = false
    /// Whether each field stands behind its entity and a full stop.
    private(set) var isDotted = false

    /// The kind and columns of a table; nil when its header says neither.
    ///
    /// Where the header says neither, it is one of relations when two columns hold nothing but names of entities.
    static func read(_ table: TableBlock, entities: Set<String> = [], lexicon: Lexicon) -> TableColumns? {
        let read = readHeader(table, lexicon: lexicon)
        if let read, read.kind == .relations || read.columns.contains(.typeColumn) { return read }
        let guess = TableGuess(table, lexicon: lexicon)
        return guess.pairedColumns(entities).map { TableColumns(kind: .relations, columns: $0) } ?? read
    }

    private static func readHeader(_ table: TableBlock, lexicon: Lexicon) -> TableColumns? {
        let headers = table.header.map { header in
            header.tokens.filter { $0.isName || $0.kind == .mark && $0.text == "→" }
        }
        let lead = TableLead(table)
        for (kind, wanted) in order where kind == .fields || !lead.namesFields {
            var taken: Set<Keyword> = []
            var columns = headers.enumerated().map { position, header -> Keyword? in
                if position == 0, let meaning = lead.meaning(for: kind) {
                    taken.insert(meaning)
                    return meaning
                }
                let open = wanted.filter { !taken.contains($0) }
                guard let found = meaning(of: header, among: open, lexicon) else { return nil }
                taken.insert(found)
                return found
            }
            if kind == .relations, let sides = sides(headers, lexicon) {
                // `| One | Many |`: the many refer to the one.
                (columns[sides.one], columns[sides.many]) = (.targetColumn, .sourceColumn)
                taken.formUnion([.sourceColumn, .targetColumn])
            }
            if kind == .relations, !taken.isSuperset(of: [.sourceColumn, .targetColumn]),
                let counted = TableGuess(table, lexicon: lexicon).countedColumns(columns)
            {
                columns = counted
                taken.formUnion(counted.compactMap { $0 })
            }
            if kind == .fields, !taken.contains(.fieldColumn), let type = columns.firstIndex(of: .typeColumn), type > 1,
                lead.owners(before: type - 1) != nil
            {
                // `| thing | value | type |`: what stands between things that come again and types are fields.
                columns[type - 1] = .fieldColumn
                taken.insert(.fieldColumn)
            }
            if kind == .fields, !taken.contains(.entityColumn), let name = columns.firstIndex(of: .fieldColumn),
                let owner = lead.owners(before: name) ?? lead.owners(behind: name, in: columns),
                columns[owner] == nil || columns[owner] == .targetColumn
            {
                // `| of what | datum |`, where each thing stands beside all of its fields
                columns[owner] = .entityColumn
                taken.insert(.entityColumn)
            }
            if kind == .entities, let several = severalFields(headers, columns, lexicon) {
                columns = several
                taken.remove(.fieldColumn)
                taken.formUnion([.entityColumn, .fieldsColumn])
            }
            if kind == .entities, taken.contains(.targetColumn), !taken.contains(.relationsColumn) {
                columns = columns.map { $0 == .targetColumn ? .relationsColumn : $0 }
            }
            if kind == .entities, !taken.contains(.entityColumn), taken.isSuperset(of: [.fieldColumn, .fieldsColumn]),
                let held = columns.firstIndex(of: .fieldsColumn),
                TableGuess(table, lexicon: lexicon).holdsFields(held)
            {
                // `| what | data |`
                columns = columns.map { $0 == .fieldColumn ? .entityColumn : $0 }
                taken.remove(.fieldColumn)
                taken.insert(.entityColumn)
            }
            // What comes again in several rows is described by each of them.
            let isRepeated = kind == .entities && columns.first == .entityColumn && lead.owners(before: 1) != nil
            guard isMeant(kind, taken), !isRepeated else { continue }
            if kind == .fields, !taken.contains(.entityColumn), let fields = columns.firstIndex(of: .fieldColumn),
                fields > 0, TableGuess(table, lexicon: lexicon).holdsFields(fields)
            {
                // `| what it is called | data |`, with several fields in each cell
                continue
            }
            var read = TableColumns(kind: kind, columns: completed(columns, kind, table, lexicon))
            if kind == .fields, !taken.contains(.entityColumn), let name = columns.firstIndex(of: .fieldColumn) {
                read.isDotted = lead.isDotted(name)
                read.isGrouped = !read.isDotted && lead.isGrouped
            }
            return read
        }
        let guess = TableGuess(table, lexicon: lexicon)
        if guess.namesOne, let columns = guess.ownColumns() {
            return TableColumns(kind: .fields, columns: columns, ownEntity: table.header[0])
        }
        if let columns = guess.entityColumns() { return TableColumns(kind: .entities, columns: columns) }
        return guess.ownColumns().map { TableColumns(kind: .fields, columns: $0, ownEntity: table.header[0]) }
    }

    /// The columns of a table that has an entity and several cells with one field each in a row:
    /// `| thing | has | and has | and also |`, `| what | field 1 | field 2 |`.
    private static func severalFields(
        _ headers: [[Token]], _ columns: [Keyword?], _ lexicon: Lexicon
    ) -> [Keyword?]? {
        // `and has` and `field 2` say what `has` and `field` do.
        func said(_ index: Int) -> [Token] {
            let words = headers[index].filter { $0.kind != .number }
            return Array(words.dropFirst(lexicon.count(.andWord, words, at: 0) ?? 0))
        }
        let fields = headers.indices.dropFirst().filter { index in
            said(index).map(\.folded) == said(1).map(\.folded)
                && lexicon.keywords.meaning(of: said(index), where: { $0 == .fieldsColumn || $0 == .fieldColumn })
                    != nil
        }
        guard fields.count > 1, let first = fields.first, first == 1, headers[0].count <= 3 else { return nil }
        var columns = columns
        columns[0] = .entityColumn
        for index in first..<headers.count {
            let isSaid = columns[index].map { ![.fieldsColumn, .fieldColumn, .remarksColumn].contains($0) } ?? false
            if fields.contains(index) || !isSaid && columns[index - 1] == .fieldsColumn {
                columns[index] = .fieldsColumn
            }
        }
        return columns
    }

    /// Which headers say nothing but `one` and `many`.
    private static func sides(_ headers: [[Token]], _ lexicon: Lexicon) -> (one: Int, many: Int)? {
        func column(_ wanted: Set<Keyword>) -> Int? {
            headers.firstIndex { lexicon.keywords.meaning(of: $0, where: wanted.contains) != nil }
        }
        guard let one = column([.one]), let many = column([.many]), one != many else { return nil }
        return (one, many)
    }

    /// The columns with a meaning for those whose header is not understood: what stands there are remarks, or relations.
    private static func completed(
        _ columns: [Keyword?], _ kind: Kind, _ table: TableBlock, _ lexicon: Lexicon
    ) -> [Keyword?] {
        guard columns.contains(nil), kind != .relations else { return columns }
        var columns = columns
        for index in columns.indices where columns[index] == nil {
            if kind == .entities {
                columns[index] = TableGuess(table, lexicon: lexicon).meaning(of: index, taken: columns)
            } else if !columns.contains(.remarksColumn) {
                columns[index] = .remarksColumn
            }
        }
        return columns
    }

    /// Whether the columns are enough for a kind.
    private static func isMeant(_ kind: Kind, _ columns: Set<Keyword>) -> Bool {
        switch kind {
        case .relations:
            columns.contains(.targetColumn)
                && (columns.contains(.sourceColumn)
                    || !columns.isDisjoint(with: [.entityColumn, .cardinalityColumn])
                        && columns.isDisjoint(with: [.fieldColumn, .fieldsColumn]))
        case .entities:
            columns.contains(.entityColumn) && !columns.isDisjoint(with: [.fieldsColumn, .remarksColumn])
                && !columns.contains(.fieldColumn)
        case .fields:
            columns.contains(.fieldColumn)
                && !columns.isDisjoint(with: [
                    .typeColumn, .requiredColumn, .optionalColumn, .remarksColumn, .uniqueColumn, .repeatedColumn,
                    .valuesColumn, .defaultColumn,
                ])
        }
    }

    /// The columns that each kind may have, the surest first.
    private static let order: [(Kind, [Keyword])] = [
        (
            .relations,
            [
                .sourceColumn, .targetColumn, .cardinalityColumn, .roleColumn, .deletionColumn, .requiredColumn,
                .optionalColumn, .uniqueColumn, .entityColumn, .remarksColumn, .fieldColumn, .fieldsColumn,
            ]
        ),
        (
            .entities,
            [
                .fieldsColumn, .entityColumn, .deletionColumn, .relationsColumn, .targetColumn, .optionalColumn,
                .uniqueColumn, .keyColumn, .remarksColumn, .fieldColumn,
            ]
        ),
        (
            .fields,
            [
                .entityColumn, .fieldColumn, .typeColumn, .requiredColumn, .optionalColumn, .uniqueColumn,
                .repeatedColumn, .keyColumn, .defaultColumn, .valuesColumn, .lengthColumn, .minimumColumn,
                .maximumColumn, .targetColumn,
                .deletionColumn, .remarksColumn,
            ]
        ),
    ]

    /// What a header says: as a whole, or else by some of its words.
    private static func meaning(of header: [Token], among open: [Keyword], _ lexicon: Lexicon) -> Keyword? {
        for keyword in open where lexicon.keywords.meaning(of: header, where: { $0 == keyword }) != nil {
            return keyword
        }
        if lexicon.keywords.meaning(of: header, where: \.isColumn) != nil { return nil }
        for index in header.indices where index < 6 {
            if let found = lexicon.keywords.match(header, at: index, where: { open.contains($0) }),
                header[index].text.count > 2 || found.count > 2
            {
                return found.meaning
            }
        }
        return nil
    }

    /// The rows by column; the entity is told by a column, or is the one above the table.
    func rows(of table: TableBlock, entity: String?, lexicon: Lexicon) -> [TableRow] {
        let known = Set(columns.compactMap { $0 })
        var entity = entity
        return table.rows.compactMap { cells in
            var row = TableRow(cells: [:], columns: known, words: Self.words(cells))
            for (column, cell) in zip(columns, cells) where !cell.tokens.isEmpty {
                guard let column else { continue }
                if row.cells[column] == nil {
                    row.cells[column] = cell
                } else if column == .fieldsColumn {
                    row.furtherFields.append(cell)
                }
            }
            if isDotted, let cell = row.cells[.fieldColumn], let dot = TableLead.dot(cell) {
                row.cells[.entityColumn] = cell.part(0..<dot)
                row.cells[.fieldColumn] = cell.part(dot + 1..<cell.tokens.count)
            }
            if isGrouped, cells.dropFirst().allSatisfy(\.tokens.isEmpty), let first = cells.first,
                first.isEmphasised(first.tokens.indices)
            {
                entity = first.words.unquoted.replacing("*", with: "")
                return nil
            }
            if let name = row.cells[.entityColumn] { entity = name.words.unquoted }
            row.entity = entity
            return row.words.text.isEmpty ? nil : row
        }
    }

    private static func words(_ cells: [TokenizedText]) -> Located {
        let words = cells.map(\.words).filter { !$0.isEmpty }.joined(separator: " | ")
        let first = cells.first { !$0.tokens.isEmpty }
        return Located(text: words, place: first?.place ?? LocatedText.Place(line: 1, column: 1))
    }
}

extension Keyword {
    /// Whether it says what a column of a table holds.
    var isColumn: Bool { rawValue.hasSuffix("Column") }
}
