/// Tells by the cells what the columns of a table mean whose headers are not understood.
struct TableGuess {
    private let table: TableBlock
    private let lexicon: Lexicon
    private let guess: FieldGuess
    /// The names in the first column, as folded singulars.
    private let names: Set<String>

    init(_ table: TableBlock, lexicon: Lexicon) {
        self.table = table
        self.lexicon = lexicon
        guess = FieldGuess(lexicon: lexicon)
        names = Set(table.rows.compactMap { $0.first.map { Self.key($0.words, lexicon) } }.filter { !$0.isEmpty })
    }

    private static func key(_ words: String, _ lexicon: Lexicon) -> String {
        lexicon.inflector.singular(of: words.unquoted.entityName).foldedForComparison
    }

    private func cells(_ column: Int) -> [TokenizedText] {
        table.rows.compactMap { column < $0.count && $0[column].tokens.contains(where: \.isName) ? $0[column] : nil }
    }

    private func parts(_ cell: TokenizedText) -> [TokenizedText] {
        cell.clauses.flatMap { clause in
            clause.ranges(in: clause.tokens.indices, at: [",", "+"]).map { clause.part($0) }
        }
    }

    /// Whether words begin with the name of a usual field, or say what fields are said to be.
    private func isField(_ part: TokenizedText) -> Bool {
        let head = part.tokens.prefix { $0.isName }
        guard (1...5).contains(head.count) else { return false }
        let isAttribute = part.tokens.indices.contains { index in
            lexicon.keywords.match(part.tokens, at: index, where: { $0.isPlainAttribute || $0.isFreeAttribute }) != nil
        }
        return isAttribute || guess.type(of: part.words(0..<head.count)) != nil
    }

    // MARK: Rows of entities

    /// The columns of a table that has an entity in each row and its fields in another cell.
    func entityColumns() -> [Keyword?]? {
        let first = cells(0)
        guard table.header.count > 1, first.count == table.rows.count, names.count == first.count,
            first.allSatisfy({ EntityLine($0, lexicon: lexicon) != nil })
        else { return nil }
        let rest = Array(table.header.indices.dropFirst())
        guard let fields = rest.first(where: holdsFields) else { return nil }
        var columns: [Keyword?] = [.entityColumn]
        for column in rest {
            columns.append(column == fields ? .fieldsColumn : meaning(of: column, taken: columns))
        }
        return columns
    }

    /// Whether most cells of a column hold fields, and some several of them.
    func holdsFields(_ column: Int) -> Bool {
        let cells = cells(column)
        let held = cells.count { cell in
            let parts = parts(cell)
            return parts.count(where: isField) * 2 >= parts.count && !isOfNames(cell)
        }
        return cells.count > 1 && held * 2 >= cells.count && several(cells) * 2 >= cells.count
    }

    /// How many cells begin with several names of fields.
    private func several(_ cells: [TokenizedText]) -> Int {
        cells.count { cell in
            let parts = parts(cell)
            return parts.count > 1
                && parts.prefix(2).contains { part in
                    guess.type(of: part.words(0..<part.tokens.prefix { $0.isName }.count)) != nil
                }
        }
    }

    /// Whether each part of a cell names one of the rows: `one Operator, one Drone`.
    private func isOfNames(_ cell: TokenizedText) -> Bool {
        parts(cell).allSatisfy { part in
            part.tokens.indices.contains { start in
                (1...3).contains { length in
                    start + length <= part.tokens.count
                        && names.contains(Self.key(part.words(start..<start + length), lexicon))
                }
            }
        }
    }

    /// What another column of such a table means.
    func meaning(of column: Int, taken: [Keyword?]) -> Keyword? {
        let header = table.header[column].tokens
        for wanted in [Keyword.deletionColumn, .optionalColumn, .uniqueColumn] where !taken.contains(wanted) {
            let isSaid = header.indices.contains { index in
                lexicon.keywords.match(header, at: index, where: { $0 == wanted }) != nil
            }
            if isSaid { return wanted }
        }
        let cells = cells(column)
        if !cells.isEmpty, !taken.contains(.relationsColumn), cells.count(where: isOfNames) * 2 >= cells.count {
            return .relationsColumn
        }
        return taken.contains(.remarksColumn) ? nil : .remarksColumn
    }

    // MARK: Relations

    /// The columns of a table that says how many of what stands in its first two columns: `| Slot | Machine | N:1 |`.
    func countedColumns(_ known: [Keyword?]) -> [Keyword?]? {
        let kinds: Set<Keyword> = [.manyToOne, .oneToMany, .manyToMany, .oneToOne]
        let counted = table.header.indices.first { column in
            let cells = table.rows.compactMap { column < $0.count ? $0[column] : nil }
            return !cells.isEmpty && cells.count == table.rows.count
                && cells.allSatisfy { cell in
                    lexicon.keywords.match(cell.tokens, at: 0, where: kinds.contains)?.count ?? 0 > 2
                }
        }
        guard let counted else { return nil }
        let sides = table.header.indices.filter { $0 != counted && known[$0] != .deletionColumn }.prefix(2)
        guard sides.count == 2, sides.allSatisfy({ side in cells(side).allSatisfy { $0.tokens.count <= 5 } }) else {
            return nil
        }
        var columns = known.map { [.sourceColumn, .targetColumn, .cardinalityColumn].contains($0) ? nil : $0 }
        columns[counted] = .cardinalityColumn
        (columns[sides[0]], columns[sides[1]]) = (.sourceColumn, .targetColumn)
        return columns
    }

    /// The columns of a table in which two hold nothing but names of entities: `| Child | Parent | |`.
    ///
    /// Where the second header says that there are many, its entities are those that refer: `| one | has many |`.
    func pairedColumns(_ entities: Set<String>) -> [Keyword?]? {
        guard table.header.count > 1, !entities.isEmpty, !table.rows.isEmpty else { return nil }
        let sides = table.header.indices.filter { column in
            table.rows.allSatisfy { column < $0.count && entities.contains(Self.key($0[column].words, lexicon)) }
        }
        guard sides.count == 2 else { return nil }
        let many = sides.map { lexicon.holds(anyOf: [.many], in: table.header[$0].tokens.filter(\.isName)) }
        var columns: [Keyword?] = table.header.map { _ in nil }
        (columns[sides[0]], columns[sides[1]]) =
            many == [false, true] ? (.targetColumn, .sourceColumn) : (.sourceColumn, .targetColumn)
        for column in columns.indices where columns[column] == nil {
            columns[column] = paired(column, taken: columns)
        }
        return columns
    }

    /// What a column beside pairs of entities means by its header, or else by its cells.
    private func paired(_ column: Int, taken: [Keyword?]) -> Keyword? {
        let wanted: Set<Keyword> = [.cardinalityColumn, .roleColumn, .deletionColumn, .requiredColumn, .optionalColumn]
        let header = table.header[column].tokens.filter(\.isName)
        if let found = lexicon.keywords.meaning(of: header, where: wanted.contains), !taken.contains(found) {
            return found
        }
        return taken.contains(.remarksColumn) ? nil : .remarksColumn
    }

    // MARK: Columns of entities

    /// The items of each column when the header names entities and their fields stand below.
    func entitiesByColumn() -> [(name: TokenizedText, items: [TokenizedText])]? {
        guard table.header.count > 1, table.rows.count > 1,
            table.header.allSatisfy({ header in
                header.tokens.count <= 3 && EntityLine(header, lexicon: lexicon) != nil
                    && lexicon.keywords.meaning(of: header.tokens, where: \.isColumn) == nil
            })
        else { return nil }
        let items = table.header.indices.map(cells)
        let all = items.flatMap { $0 }
        guard items.allSatisfy({ !$0.isEmpty }), all.count(where: isField) * 2 >= all.count else { return nil }
        return zip(table.header, items).map { ($0, $1) }
    }

    // MARK: A table of one entity

    /// Whether nothing but the first column has a header: `| Crop | |`.
    var namesOne: Bool { table.header.count > 1 && table.header.dropFirst().allSatisfy(\.tokens.isEmpty) }

    /// The columns of a table whose first header is the entity of the fields below it: `| Crop | Remarks |`.
    func ownColumns() -> [Keyword?]? {
        guard let first = table.header.first, first.tokens.count <= 3, EntityLine(first, lexicon: lexicon) != nil,
            lexicon.keywords.meaning(of: first.tokens, where: \.isColumn) == nil, entitiesByColumn() == nil
        else { return nil }
        let names = cells(0)
        guard names.count == table.rows.count else { return nil }
        let wanted: Set<Keyword> = [
            .typeColumn, .requiredColumn, .optionalColumn, .uniqueColumn, .repeatedColumn, .defaultColumn,
            .valuesColumn, .lengthColumn, .minimumColumn, .maximumColumn, .remarksColumn,
        ]
        var columns: [Keyword?] = [.fieldColumn]
        var isUnderstood = true
        for header in table.header.dropFirst() {
            let found = lexicon.keywords.meaning(of: header.tokens.filter(\.isName), where: wanted.contains)
            isUnderstood = isUnderstood && found != nil
            columns.append(found ?? (columns.contains(.remarksColumn) ? nil : .remarksColumn))
        }
        guard namesOne || isUnderstood && columns.count > 1 || names.count(where: isField) * 2 >= names.count else {
            return nil
        }
        return columns
    }
}
