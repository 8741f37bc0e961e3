import MGECore

extension RecogniseStatements {
    /// Reads an item of a list in free words; false when the plan knows nothing of it.
    mutating func readFreeItem(_ text: TokenizedText, depth: Int, at index: Int) -> Bool {
        if plan.entities.contains(index) {
            readEntityLine(text, isParent: plan.fields.contains(index + 1))
            return true
        }
        if plan.sentences.contains(index) {
            readParagraph(text.sentences)
            return true
        }
        let isOption = plan.options.contains(index)
        guard isOption || plan.fields.contains(index) else { return false }
        guard entity != nil else {
            statements.append(.unused(located(text)))
            return true
        }
        if depth > 0, !isOption { entity?.statement.form = .described }
        guard isOption, let last = entity?.statement.freeItems.popLast() else {
            entity?.statement.freeItems.append(plan.holdsSeveral(text, at: index) ? .line(text) : .item(text))
            return true
        }
        switch last {
        case .item(let field): entity?.statement.freeItems.append(.options(field, [text]))
        case .options(let field, let options):
            entity?.statement.freeItems.append(.options(field, options + [text]))
        default:
            entity?.statement.freeItems.append(last)
            statements.append(.unused(located(text)))
        }
        return true
    }

    /// Reads an item that names an entity, with what follows the name.
    mutating func readEntityLine(_ text: TokenizedText, isParent: Bool = false) {
        finishEntity()
        let text = withoutSentences(text)
        guard
            let line = EntityLine(text, lexicon: lexicon)
                ?? (isParent ? EntityLine(text, lexicon: lexicon, mayHaveComma: true) : nil)
        else { return keepSentences(text.sentences, in: text) }
        hasFreeEntity = true
        var statement = EntityStatement(form: .named, name: line.name.located.unquoted)
        statement.summary = line.summary
        if let inline = line.inline, startsSentence(inline) {
            // `venues: we have two`
            statement.summary = line.summary ?? inline.words
        } else if let inline = line.inline {
            statement.form = .listed
            statement.freeItems.append(.line(inline))
            if let aside = line.aside { statement.freeItems.append(.aside(aside)) }
        }
        entity = (statement, 7)
    }

    /// Takes sentences about the entities off the end of an item.
    ///
    /// `Orders: number. An order is for one frame.`
    private mutating func withoutSentences(_ text: TokenizedText) -> TokenizedText {
        var parts = text.sentences
        guard parts.count > 1 else { return text }
        var told: [(written: TokenizedText, read: TokenizedText)] = []
        let name = EntityLine(parts[0], lexicon: lexicon)?.name
        while parts.count > 1, let last = parts.last {
            if let sentence = name.flatMap({ plan.completed(last, of: $0) }) {
                told.append((last, sentence))
            } else if isAboutEntity(last) {
                told.append((last, last))
            } else {
                break
            }
            parts.removeLast()
        }
        guard !told.isEmpty else { return text }
        for (written, read) in told.reversed() { keepSentence(written, readAs: read) }
        return TokenizedText(text: text.text, tokens: parts.flatMap(\.tokens))
    }

    /// Keeps the sentences of an item, each with the subject that it leaves out.
    ///
    /// `For each show, the name. It is held in one hall.`
    mutating func keepCompleted(_ parts: [TokenizedText], in text: TokenizedText) {
        guard parts.count > 1, let name = plan.topic(of: parts[0]) else { return keepSentences(parts, in: text) }
        keepSentences([parts[0]], in: parts[0])
        for part in parts.dropFirst() { keepSentence(part, readAs: plan.completed(part, of: name) ?? part) }
    }

    private mutating func keepSentence(_ written: TokenizedText, readAs read: TokenizedText) {
        sentences.append(lexicon.spelling.respelled(read))
        statements.append(.unused(located(written)))
    }

    /// Whether a sentence begins with an entity and a verb, as `An order is for one frame` does.
    private func isAboutEntity(_ sentence: TokenizedText) -> Bool {
        let tokens = sentence.tokens
        guard tokens[0].isCapitalised,
            let lead = lexicon.count(anyOf: [.indefinite, .determiner, .each], tokens, at: 0)
        else { return false }
        return (1...3).contains { count in
            lead + count < tokens.count && plan.candidates.contains(plan.key(sentence.words(lead..<lead + count)))
                && lexicon.prose.match(tokens, at: lead + count, where: \.isStructural) != nil
        }
    }

    /// Leaves out sentences that are used already, by their numbers.
    mutating func dropSentences(_ used: Set<Int>) {
        guard !used.isEmpty else { return }
        markUnderstood(Set(used.map { sentences[$0].place }))
        sentences = sentences.indices.filter { !used.contains($0) }.map { sentences[$0] }
    }

    /// Whether what follows a name begins as a sentence of ours does.
    private func startsSentence(_ text: TokenizedText) -> Bool {
        lexicon.prose.match(text.tokens, at: 0, where: { [.we, .weHave, .they].contains($0) }) != nil
    }

    /// Opens the entity that a short paragraph above a list or table names, or reads its lines as entities.
    mutating func openEntity(above sentences: [TokenizedText], at index: Int) -> Bool {
        if let lines = plan.lines[index] {
            for line in lines { readEntityLine(line) }
            return true
        }
        guard plan.openers.contains(index) else { return false }
        finishEntity()
        let text = TokenizedText(joining: sentences)
        openEntity(text.part(text.startOfTitle..<text.endOfTitle), level: 7)
        return true
    }

    // MARK: Tables

    /// Reads a table of fields, relations or entities; the rows of another one are not used.
    mutating func readTable(_ table: TableBlock) {
        guard let columns = TableColumns.read(table, entities: knownEntities, lexicon: lexicon) else {
            if let entities = TableGuess(table, lexicon: lexicon).entitiesByColumn() {
                return entities.forEach { readEntityColumn($0.name, $0.items) }
            }
            for row in table.rows {
                statements += row.filter { !$0.tokens.isEmpty }.prefix(1).map { .unused(located($0)) }
            }
            return
        }
        let open = section == .entity ? entity?.statement.name.text : nil
        let rows = columns.rows(of: table, entity: open, lexicon: lexicon)
        switch columns.kind {
        case .relations: statements += rows.map(Statement.relationRow)
        case .entities: rows.forEach { readEntityRow($0) }
        case .fields:
            if let own = columns.ownEntity {
                finishEntity()
                entity = (EntityStatement(form: .described, name: own.located.unquoted), 7)
                entity?.statement.freeItems += rows.map(FreeItem.row)
                finishEntity()
            } else {
                columns.columns.contains(.entityColumn) || columns.isDotted || columns.isGrouped
                    ? readFieldRows(rows) : readOwnRows(rows)
            }
        }
    }

    /// What blocks before and headings name as entities, as folded singulars.
    private var knownEntities: Set<String> {
        var names = plan.candidates
        for case .entity(let entity) in statements { names.insert(plan.key(entity.name.text)) }
        return names
    }

    /// Reads the fields below the name of an entity in the header.
    private mutating func readEntityColumn(_ name: TokenizedText, _ items: [TokenizedText]) {
        finishEntity()
        var statement = EntityStatement(form: .described, name: name.located.unquoted)
        statement.freeItems = items.map { plan.holdsSeveral($0, at: -1) ? .line($0) : .item($0) }
        statements.append(.entity(statement))
    }

    private mutating func readOwnRows(_ rows: [TableRow]) {
        guard section == .entity, entity != nil else { return statements += rows.map { .unused($0.words) } }
        entity?.statement.freeItems += rows.map(FreeItem.row)
    }

    private mutating func readFieldRows(_ rows: [TableRow]) {
        finishEntity()
        for row in rows {
            guard let name = row.entity else {
                statements.append(.unused(row.words))
                continue
            }
            if entity?.statement.name.text != name {
                finishEntity()
                let place = row.cells[.entityColumn]?.place ?? row.words.place
                entity = (EntityStatement(form: .described, name: Located(text: name, place: place)), 7)
            }
            entity?.statement.freeItems.append(.row(row))
        }
        finishEntity()
    }

    private mutating func readEntityRow(_ written: TableRow) {
        finishEntity()
        var row = written
        guard let cell = row.cells[.entityColumn], let line = EntityLine(cell, lexicon: lexicon) else {
            return statements.append(.unused(row.words))
        }
        var statement = EntityStatement(form: .described, name: line.name.located.unquoted)
        statement.summary = row.cells[.remarksColumn]?.words ?? line.summary
        let held: [Keyword] = [.fieldsColumn, .relationsColumn, .keyColumn]
        if held.allSatisfy({ row.cells[$0] == nil }) { statement.form = .named }
        if !row.furtherFields.isEmpty, let first = row.cells.removeValue(forKey: .fieldsColumn) {
            statement.freeItems += ([first] + row.furtherFields).map {
                plan.holdsSeveral($0, at: -1) ? .line($0) : .item($0)
            }
        }
        for column in [Keyword.fieldsColumn, .relationsColumn] {
            if let cell = row.cells[column], cell.tokens.contains(where: \.isName) {
                statement.freeItems.append(.line(cell))
            }
        }
        if let cell = row.cells[.optionalColumn] { statement.freeItems.append(.marked(cell, .optional)) }
        if let cell = row.cells[.uniqueColumn] { statement.freeItems.append(.marked(cell, .unique)) }
        if let cell = row.cells[.keyColumn], cell.tokens.contains(where: \.isName) {
            statement.freeItems.append(.marked(cell, .keyColumn))
        }
        if let cell = row.cells[.deletionColumn] { statement.freeItems.append(.deletion(cell)) }
        if let cell = row.cells[.remarksColumn] { statement.freeItems.append(.remark(cell)) }
        statements.append(.entity(statement))
    }
}
