/// Tells what the lists and tables of a text describe, before it is read: entities, or fields of the heading above.
struct ListPlan: Sendable {
    /// Items that name an entity in free words, by their block.
    private(set) var entities: Set<Int> = []
    /// Items that are a field or a relation in free words, by their block.
    private(set) var fields: Set<Int> = []
    /// Items below a field: its cases, or what is said of it.
    private(set) var options: Set<Int> = []
    /// Items that are a sentence about entities.
    private(set) var sentences: Set<Int> = []
    /// The lines of paragraphs in which every line names an entity with its fields, by their block.
    private(set) var lines: [Int: [TokenizedText]] = [:]
    /// Items that relate entities by arrows, by their block.
    private(set) var relations: [Int: [TableRow]] = [:]
    /// Headings and short paragraphs that name the entity of a list or table below them, by their block.
    private(set) var openers: Set<Int> = []

    let blocks: [Block]
    let lexicon: Lexicon
    let guess: FieldGuess
    /// Headings and items that may name an entity, as folded singulars.
    private(set) var candidates: Set<String> = []
    private var hasEntitySection = false

    /// Reads the plan of all blocks.
    init(_ blocks: [Block], lexicon: Lexicon) {
        self.blocks = blocks
        self.lexicon = lexicon
        guess = FieldGuess(lexicon: lexicon)
        for (index, block) in blocks.enumerated() {
            switch block {
            case .heading(_, let text):
                let isSection = lexicon.keywords.meaning(of: text.tokens, where: { $0 == .entitySection }) != nil
                hasEntitySection = hasEntitySection || isSection
                if let line = EntityLine(text, lexicon: lexicon) { candidates.insert(key(line.name.words)) }
            case .item(0, let text):
                guard let line = EntityLine(text, lexicon: lexicon), line.inline != nil || isParent(index) else {
                    continue
                }
                candidates.insert(key(line.name.words))
            case .paragraph(let sentences):
                for text in TokenizedText(joining: sentences).lines {
                    guard let line = EntityLine(text, lexicon: lexicon), line.inline != nil, !line.isTitle else {
                        continue
                    }
                    candidates.insert(key(line.name.words))
                }
            default: continue
            }
        }
        findRelations()
        var scope = ListScope()
        var index = 0
        while index < blocks.count {
            let end = runEnd(from: index)
            if end > index {
                plan(index..<end, scope)
                index = end
            } else {
                switch blocks[index] {
                case .table(let table): planTable(table, scope)
                case .paragraph(let sentences): planLines(TokenizedText(joining: sentences), at: index, scope)
                default: break
                }
                scope.enter(blocks[index], at: index, lexicon)
                index += 1
            }
        }
        dropLinesInProse()
    }

    private mutating func findRelations() {
        let arrows = ArrowRelations(lexicon: lexicon, candidates: candidates)
        for (index, block) in blocks.enumerated() {
            guard case .item(0, let text) = block, let rows = arrows.rows(of: text) else { continue }
            relations[index] = rows
        }
    }

    /// Leaves a line among many sentences to who reads these, as of `Drivers: first name, last name. The line has a number.`,
    /// where most of the text is told.
    private mutating func dropLinesInProse() {
        guard !lines.isEmpty, entities.isEmpty, fields.isEmpty, openers.isEmpty else { return }
        let named = lines.values.reduce(0) { $0 + $1.count }
        let told = blocks.reduce(0) { count, block in
            guard case .paragraph(let sentences) = block else { return count }
            return count + sentences.count { $0.tokens.count > 4 }
        }
        if told >= 4 * named { lines = [:] }
    }

    /// Whether the next block is an item below this one.
    private func isParent(_ index: Int) -> Bool {
        guard index + 1 < blocks.count, case .item(let depth, _) = blocks[index + 1] else { return false }
        return depth > 0
    }

    private func runEnd(from index: Int) -> Int {
        blocks[index...].firstIndex { if case .item = $0 { false } else { true } } ?? blocks.count
    }

    // MARK: Tables

    private mutating func planTable(_ table: TableBlock, _ scope: ListScope) {
        guard let opener = scope.opener, !opener.isStructured,
            let columns = TableColumns.read(table, lexicon: lexicon), columns.kind == .fields,
            !columns.columns.contains(.entityColumn)
        else { return }
        openers.insert(opener.index)
    }

    // MARK: Lists

    /// Plans a paragraph whose lines begin with entities; a line that does not is part of the one before it.
    private mutating func planLines(_ text: TokenizedText, at index: Int, _ scope: ListScope) {
        let excluded: Set<Keyword> = [.ruleSection, .summarySection, .stackSection, .later]
        guard !hasEntitySection, scope.section.map({ !excluded.contains($0) }) ?? true else { return }
        var found: [Range<Int>] = []
        var start = 0
        for line in text.lines {
            let range = start..<start + line.tokens.count
            start = range.upperBound
            if isTitled(line), hold([line]), EntityLine(line, lexicon: lexicon)?.isTitle == false {
                found.append(range)
            } else if let last = found.popLast() {
                found.append(last.lowerBound..<range.upperBound)
            } else {
                return
            }
        }
        lines[index] = found.map(text.part)
    }

    private mutating func plan(_ run: Range<Int>, _ scope: ListScope) {
        let excluded: Set<Keyword> = [.ruleSection, .summarySection, .stackSection, .itemSection, .later]
        if let section = scope.section, excluded.contains(section) { return }
        if hasEntitySection, scope.section != .entitySection { return }
        let items = run.compactMap { index -> (index: Int, depth: Int, text: TokenizedText)? in
            guard relations[index] == nil, case .item(let depth, let text) = blocks[index], !text.tokens.isEmpty else {
                return nil
            }
            return (index, depth, text)
        }
        let top = items.filter { $0.depth == 0 }
        let nested = items.indices.dropFirst().count { items[$0].depth > 0 && items[$0 - 1].depth == 0 }
        let hasNested = nested * 2 >= top.count
        let isExpected = scope.announces || scope.section == .entitySection
        if scope.opener?.isStructured != true, areEntities(items.map { ($0.depth, $0.text) }, isExpected: isExpected),
            scope.opener == nil || isExpected || hasNested
                || hold(top.map(\.text)) && !top.contains(where: { isExact($0.text) })
        {
            for item in top {
                if isSentence(item.text) { sentences.insert(item.index) } else { entities.insert(item.index) }
            }
            fields.formUnion(items.filter { $0.depth == 1 }.map(\.index))
            options.formUnion(items.filter { $0.depth > 1 }.map(\.index))
        } else if let opener = scope.opener, let first = top.first,
            !isTyped(first.text) || !opener.isStructured && top.contains(where: { isFreelyWritten($0.text) })
        {
            let holdsColon = top.contains { $0.text.tokens.contains { $0.isMark(":") } }
            let isMeant =
                opener.isStructured ? !holdsColon : areFields(top.map(\.text))
            guard isMeant else { return }
            openers.insert(opener.index)
            fields.formUnion(top.map(\.index))
            options.formUnion(items.filter { $0.depth > 0 }.map(\.index))
        }
    }

    /// Whether the words before a mark say something of one thing and another: `every booking has one room`.
    private func isSentence(_ item: TokenizedText) -> Bool {
        let head = Array(item.tokens.prefix { $0.isName })
        // `extras that can be added to a booking: name and price`
        if EntityLine(item, lexicon: lexicon)?.summary != nil, lexicon.holds(anyOf: [.relative], in: head) {
            return false
        }
        guard head.count > 3, let start = lexicon.first(anyOf: [.has, .may, .many, .refersTo], in: head), start > 0
        else { return false }
        return lexicon.holds(anyOf: [.indefinite, .each, .many, .determiner], in: head)
    }

}
