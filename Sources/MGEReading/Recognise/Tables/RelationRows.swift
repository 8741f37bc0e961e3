import MGECore

/// Reads rows of a table of relations.
struct RelationRows: Sendable {
    /// A relation between two entities, in the direction of its reference.
    struct Relation: Sendable {
        var source: String
        var draft: FreeDraft
    }

    let reader: FreeItemReader
    private var lexicon: Lexicon { reader.lexicon }

    /// The relation of a row; nil when it names no two entities.
    func read(_ row: TableRow) -> Relation? {
        guard let target = entity(row.cells[.targetColumn]) else { return nil }
        let written = row.cells[.sourceColumn] ?? row.cells[.entityColumn]
        guard let source = written == nil ? row.entity.map(singular) : entity(written) else { return nil }
        let kind = kind(row)
        let isReversed = kind == .oneToMany
        let ends = isReversed ? (source: target, target: source) : (source: source, target: target)
        let place = row.words.place
        let isMany = kind == .manyToMany
        let usual = isMany ? lexicon.inflector.plural(of: ends.target) : ends.target
        var draft = FreeDraft(name: Located(text: usual, place: place), words: row.words.text)
        draft.refer(to: ends.target, at: place, isMany: isMany)
        if kind == .oneToOne { draft.item.unique = place }
        readMarks(row, &draft)
        if let role = row.cells[.roleColumn], role.tokens.count <= 4 { draft.item.name = role.located.unquoted }
        for remark in [row.cells[.remarksColumn], row.cells[.deletionColumn]].compactMap({ $0 }) {
            readRemark(remark, &draft)
        }
        if let cell = row.cells[.deletionColumn], draft.item.onDelete == nil, draft.clauses.isEmpty, !isMany {
            draft.item.onDelete = reader.deletion(in: cell.tokens).map { ($0, cell.place) }
        }
        return Relation(source: ends.source, draft: draft)
    }

    private func singular(_ name: String) -> String { lexicon.inflector.singular(of: name.entityName) }

    private func entity(_ cell: TokenizedText?) -> String? {
        guard let cell else { return nil }
        return reader.names.name(of: cell.tokens) ?? reader.names.mentions(in: cell.tokens).first?.name
    }

    private func kind(_ row: TableRow) -> Keyword {
        let kinds: Set<Keyword> = [.manyToOne, .oneToMany, .manyToMany, .oneToOne]
        guard let tokens = row.cells[.cardinalityColumn]?.tokens else {
            // `a loaf has several, and a flour is in several loaves`
            let remarks = row.cells[.remarksColumn]?.tokens ?? []
            return isBothWays(remarks) ? .manyToMany : .manyToOne
        }
        guard let index = lexicon.first(anyOf: kinds, in: tokens) else {
            // `runs at many, and each hosts many`
            let many = tokens.indices.count { lexicon.count(.many, tokens, at: $0) != nil }
            return many > 1 || many > 0 && isBothWays(tokens) ? .manyToMany : many == 1 ? .oneToMany : .manyToOne
        }
        return lexicon.keywords.match(tokens, at: index, where: kinds.contains)?.meaning ?? .manyToOne
    }

    /// Whether words say of both sides that there are many: `many, and the other way round too`.
    private func isBothWays(_ tokens: [Token]) -> Bool {
        if lexicon.holds(anyOf: [.manyToMany], in: tokens) { return true }
        let many = tokens.indices.filter { lexicon.count(.many, tokens, at: $0) != nil }
        return many.count > 1 && !lexicon.holds(anyOf: [.deletion], in: tokens)
    }

    private func readMarks(_ row: TableRow, _ draft: inout FreeDraft) {
        let place = row.words.place
        if row.mark(.requiredColumn, lexicon) == .no || row.mark(.optionalColumn, lexicon) == .yes {
            draft.item.optional = place
        }
        if row.mark(.uniqueColumn, lexicon) == .yes { draft.item.unique = place }
        if let kind = row.cells[.cardinalityColumn], lexicon.holds(anyOf: [.optional, .mayBeEmpty], in: kind.tokens) {
            draft.item.optional = kind.place
        }
    }

    /// Where `and` stands between how often something is there and when it is deleted.
    private func ruleAndDeletion(_ tokens: [Token]) -> Int? {
        tokens.indices.dropFirst(3).first { index in
            lexicon.count(.andWord, tokens, at: index) == 1 && index + 1 < tokens.count
                && reader.kinds.saysUniqueness(Array(tokens[..<index]))
                && reader.kinds.saysDeletion(Array(tokens[(index + 1)...]))
        }
    }

    private func readRemark(_ remark: TokenizedText, _ draft: inout FreeDraft) {
        for clause in remark.clauses {
            for range in clause.ranges(in: clause.tokens.indices, at: [","]) {
                let part = clause.part(range)
                let role = part.tokens.dropFirst(lexicon.count(.asRole, part.tokens, at: 0) ?? part.tokens.count)
                if (1...3).contains(role.count), role.allSatisfy(\.isName) {
                    draft.item.name = part.located(role.startIndex..<role.endIndex)
                } else if let no = lexicon.count(.negation, part.tokens, at: 0),
                    reader.names.match(part.tokens, at: no)?.name == draft.target?.text
                {
                    // `no aviary while the bird is away`
                    draft.item.optional = part.place
                } else if let joint = ruleAndDeletion(part.tokens) {
                    // `there is one per visit and it goes with it`
                    draft.clauses += [part.part(0..<joint), part.part(joint + 1..<part.tokens.count)]
                } else if reader.kinds.isClause(part.tokens) {
                    draft.clauses.append(clause.part(range.lowerBound..<clause.tokens.count))
                    break
                } else if !reader.phrases.read(part, .remark, into: &draft) {
                    draft.left.append(part.located)
                }
            }
        }
    }
}
