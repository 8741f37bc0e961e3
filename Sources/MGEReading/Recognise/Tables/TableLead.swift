/// What the first cells of a table's rows show by how they are set, whatever stands above them.
struct TableLead {
    private let table: TableBlock
    /// Whether rows of one cell in bold letters name the entity of the rows below: `| **Menu** | | |`.
    let isGrouped: Bool
    /// Whether each row begins with a field, behind its entity or below it.
    let namesFields: Bool

    init(_ table: TableBlock) {
        self.table = table
        let groups = table.rows.filter { cells in
            cells.first.map { !$0.tokens.isEmpty && $0.isEmphasised($0.tokens.indices) } == true
                && cells.dropFirst().allSatisfy(\.tokens.isEmpty)
        }
        isGrouped = !groups.isEmpty && table.rows.first == groups.first && groups.count * 2 <= table.rows.count
        let isDotted = table.rows.allSatisfy { cells in cells.first.map { Self.dot($0) != nil } ?? false }
        namesFields = isGrouped && groups.count > 1 || isDotted && table.rows.count > 2
    }

    /// What the first column is, when its header does not say so; one without a header names what the others are about.
    func meaning(for kind: TableColumns.Kind) -> Keyword? {
        if kind == .fields, namesFields { return .fieldColumn }
        guard table.header.first?.tokens.isEmpty == true else { return nil }
        return kind == .fields ? .fieldColumn : nil
    }

    /// Whether an entity and a full stop stand before each field of a column: `Domain.expires on`.
    func isDotted(_ column: Int) -> Bool {
        table.rows.allSatisfy { column < $0.count && Self.dot($0[column]) != nil }
    }

    /// The column before the fields that holds what these belong to: its cells repeat, each beside other fields.
    func owners(before fields: Int) -> Int? {
        guard table.rows.count > 3 else { return nil }
        return (0..<fields).first { isOwner($0, of: fields) }
    }

    /// The column behind the fields that holds what these belong to, where its header says nothing else:
    /// `| datum | of what |`.
    func owners(behind fields: Int, in columns: [Keyword?]) -> Int? {
        guard table.rows.count > 5 else { return nil }
        return columns.indices.dropFirst(fields + 1).first { column in
            columns[column] == nil && isOwner(column, of: fields)
                && table.rows.allSatisfy { column < $0.count && $0[column].tokens.allSatisfy(\.isName) }
        }
    }

    /// Whether the cells of a column repeat, each beside other fields.
    private func isOwner(_ column: Int, of fields: Int) -> Bool {
        var groups: [[String]] = []
        for cells in table.rows where max(fields, column) < cells.count {
            let owner = cells[column].words.foldedForComparison
            if owner.isEmpty || groups.last?.first == owner {
                guard !groups.isEmpty else { return false }
                groups[groups.count - 1].append(cells[fields].words.foldedForComparison)
            } else {
                groups.append([owner, cells[fields].words.foldedForComparison])
            }
        }
        let owners = Set(groups.compactMap(\.first))
        return owners.count == groups.count && groups.count > 1 && groups.count * 3 <= table.rows.count * 2
            && groups.allSatisfy { Set($0.dropFirst()).count == $0.count - 1 }
    }

    /// Where a full stop divides an entity from its field: `Domain.expires on`.
    static func dot(_ cell: TokenizedText) -> Int? {
        cell.tokens.indices.dropFirst().dropLast().first {
            cell.tokens[$0].isMark(".") && !cell.tokens[$0 + 1].isSpaced
        }
    }
}
