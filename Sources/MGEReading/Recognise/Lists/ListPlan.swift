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

    /// The blocks of the text, with items for lines that make a list.
    let blocks: [Block]
    /// Items that hold several fields.
    let fieldLines: Set<Int>
    let lexicon: Lexicon
    let guess: FieldGuess
    /// Headings and items that may name an entity, as folded singulars.
    private(set) var candidates: Set<String> = []
    private var hasEntitySection = false
    /// Paragraphs that are set in the same way, each with an entity.
    private var groups: Set<Int> = []
    /// Headings and short paragraphs above items of which too few are known as fields.
    private var undecided: [(opener: Int, items: [(index: Int, depth: Int)])] = []

    /// Reads the plan of all blocks.
    init(_ written: [Block], lexicon: Lexicon) {
        let written = Glossary(lexicon: lexicon).rewritten(written)
        let headed = IntroducedLists(lexicon: lexicon).rewritten(
            TableShapes(lexicon: lexicon).rewritten(EmphasisedHeadings(written).blocks))
        let separated = SeparatedLines(lexicon: lexicon).rewritten(
            Legend(headed, lexicon: lexicon).applied(to: headed))
        let lists = UnmarkedLists(NestedEntities(separated, lexicon: lexicon).blocks, lexicon: lexicon)
        blocks = lists.blocks
        fieldLines = lists.fieldLines
        self.lexicon = lexicon
        guess = FieldGuess(lexicon: lexicon)
        for (index, block) in blocks.enumerated() {
            switch block {
            case .heading(_, let text):
                let isSection = lexicon.keywords.meaning(of: text.tokens, where: { $0 == .entitySection }) != nil
                hasEntitySection = hasEntitySection || isSection
                if let line = EntityLine(text, lexicon: lexicon) { candidates.insert(key(line.name.words)) }
            case .item(0, let text):
                guard let line = EntityLine(text, lexicon: lexicon), line.inline != nil || isParent(index),
                    !pointsAtOne(text)
                else { continue }
                candidates.insert(key(line.name.words))
            case .paragraph(let sentences):
                let lines = TokenizedText(joining: sentences).lines
                let opens = lines.count == 1 && isAboveItem(index)
                for text in lines {
                    guard let line = EntityLine(text, lexicon: lexicon), opens || line.inline != nil, !line.isTitle
                    else {
                        continue
                    }
                    candidates.insert(key(line.name.words))
                }
            default: continue
            }
        }
        findRelations()
        findGroups()
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
                case .paragraph(let sentences) where relations[index] == nil:
                    planLines(TokenizedText(joining: sentences), at: index, scope)
                default: break
                }
                scope.enter(blocks[index], at: index, lexicon)
                index += 1
            }
        }
        openAlike()
        dropLinesInProse()
    }

    /// Whether the next block is an item, so that a short line above it may name what it is of.
    private func isAboveItem(_ index: Int) -> Bool {
        guard index + 1 < blocks.count, case .item = blocks[index + 1] else { return false }
        return true
    }

    private mutating func findRelations() {
        let arrows = ArrowRelations(lexicon: lexicon, candidates: candidates)
        for (index, block) in blocks.enumerated() {
            switch block {
            case .item(0, let text): relations[index] = arrows.rows(of: text)
            case .paragraph(let sentences):
                let rows = TokenizedText(joining: sentences).lines.map(arrows.rows)
                if rows.allSatisfy({ $0 != nil }) { relations[index] = rows.flatMap { $0 ?? [] } }
            default: continue
            }
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

    /// How many items are fields in the grammar of briefs, and no names with a list behind a full stop.
    private func exact(_ items: [TokenizedText]) -> Int {
        items.count { isExact($0) && EntityLine($0, lexicon: lexicon)?.isTitle != true }
    }

    private func runEnd(from index: Int) -> Int {
        blocks[index...].firstIndex { if case .item = $0 { false } else { true } } ?? blocks.count
    }

    // MARK: Tables

    private mutating func planTable(_ table: TableBlock, _ scope: ListScope) {
        guard let opener = scope.opener, !opener.isStructured,
            let columns = TableColumns.read(table, lexicon: lexicon), columns.kind == .fields,
            !columns.columns.contains(.entityColumn), !columns.isDotted, !columns.isGrouped, columns.ownEntity == nil
        else { return }
        openers.insert(opener.index)
    }

    // MARK: Lists

    /// Plans a paragraph whose lines begin with entities; a line that does not is part of the one before it.
    private mutating func planLines(_ text: TokenizedText, at index: Int, _ scope: ListScope) {
        let excluded: Set<Keyword> = [.ruleSection, .summarySection, .stackSection, .later]
        guard !hasEntitySection, scope.section.map({ !excluded.contains($0) }) ?? true else { return }
        let written = text.lines
        let titles = ClauseStart(lexicon: lexicon)
        guard titles.sentences(behindTitle: text) == nil, !titles.listsThings(behindTitle: text),
            !titles.listsGroups(text)
        else { return }
        // What most lines show, the others are too.
        let sure = written.count { isTitled($0) && hold([$0]) }
        let mayFollow = sure * 2 >= written.count || groups.contains(index) || sure > 0 && areAlike(written)
        var found: [Range<Int>] = []
        var start = 0
        for line in written {
            let range = start..<start + line.tokens.count
            start = range.upperBound
            if isTitled(line), hold([line]) || mayFollow && mayHold(line), isSetOff(line) {
                found.append(range)
            } else if let last = found.popLast() {
                found.append(last.lowerBound..<range.upperBound)
            } else {
                return
            }
        }
        lines[index] = found.map(text.part)
    }

    /// Whether three lines or more have a short name and the same mark behind it each.
    private func areAlike(_ lines: [TokenizedText]) -> Bool {
        guard lines.count > 2, lines.allSatisfy({ isTitled($0) && mayHold($0) }) else { return false }
        let marks = lines.map { line in line.tokens.first { !$0.isName }?.text }
        return Set(marks).count == 1
    }

    /// Whether a line's name is set off from its fields by a mark, or by bold letters.
    private func isSetOff(_ line: TokenizedText) -> Bool {
        guard let entity = EntityLine(line, lexicon: lexicon) else { return false }
        return !entity.isTitle || line.isEmphasised(0..<entity.name.tokens.count + 1)
    }

    /// Finds paragraphs of one line each that name entities in the same way: `**Keeper** (name, pager)`.
    private mutating func findGroups() {
        let found = blocks.indices.filter { index in
            guard case .paragraph(let sentences) = blocks[index] else { return false }
            let text = TokenizedText(joining: sentences)
            return text.lines.count == 1 && isTitled(text) && mayHold(text) && isSetOff(text)
        }
        let bold = found.filter { index in
            guard case .paragraph(let sentences) = blocks[index], let first = sentences.first else { return false }
            let name = first.tokens.prefix { $0.isName }.count
            return first.isEmphasised(0..<name) || name < first.tokens.count && first.isEmphasised(0..<name + 1)
        }
        if bold.count > 1 { groups = Set(bold) }
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
        let isExpected = scope.announces && scope.opener == nil || scope.section == .entitySection
        // Sentences are read together with the others.
        if top.count(where: { isTold($0.text) }) * 2 > top.count { return }
        let areLines = !top.isEmpty && top.allSatisfy { fieldLines.contains($0.index) }
        if !areLines, scope.opener?.isStructured != true,
            areEntities(items.map { ($0.depth, $0.text) }, isExpected: isExpected),
            scope.opener == nil || isExpected || hasNested || areNamed(top.map(\.text))
                || scope.opener?.index == 0 && describeThings(top.map(\.text))
                || hold(top.map(\.text))
                    && exact(top.map(\.text)) * 3 < top.count
        {
            let rules = rules(items.map { ($0.index, $0.depth, $0.text) })
            sentences.formUnion(rules)
            for item in top where !rules.contains(item.index) {
                if isSentence(item.text) { sentences.insert(item.index) } else { entities.insert(item.index) }
            }
            fields.formUnion(items.filter { $0.depth == 1 && !rules.contains($0.index) }.map(\.index))
            options.formUnion(items.filter { $0.depth > 1 && !rules.contains($0.index) }.map(\.index))
        } else if let opener = scope.opener, let first = top.first,
            areLines || !isTyped(first.text)
                || !opener.isStructured && top.contains(where: { isFreelyWritten($0.text) })
        {
            let holdsColon = top.contains { $0.text.tokens.contains { $0.isMark(":") } }
            let isMeant = areLines || (opener.isStructured ? !holdsColon : areFields(top.map(\.text)))
            let below = items.map { (index: $0.index, depth: $0.depth) }
            guard isMeant else {
                return undecided.append((opener.index, below))
            }
            open(opener.index, below)
        }
    }

    private mutating func open(_ opener: Int, _ items: [(index: Int, depth: Int)]) {
        openers.insert(opener)
        fields.formUnion(items.filter { $0.depth == 0 }.map(\.index))
        options.formUnion(items.filter { $0.depth > 0 }.map(\.index))
    }

    /// Takes lists for the fields of the headings and short paragraphs above them, where most such lists are known to be.
    private mutating func openAlike() {
        let sure = Dictionary(grouping: openers, by: { level(of: blocks[$0]) }).mapValues(\.count)
        let open = Dictionary(grouping: undecided, by: { level(of: blocks[$0.opener]) }).mapValues(\.count)
        for (opener, items) in undecided {
            let level = level(of: blocks[opener])
            let short = items.count { isShort(blocks[$0.index]) }
            guard let known = sure[level], known > max(1, open[level] ?? 0) * (level == 0 ? 1 : 2),
                short == items.count || level > 0 && short * 3 >= items.count * 2, short > 1, mayOpen(blocks[opener])
            else { continue }
            self.open(opener, items)
        }
    }

    /// The level of a heading; that of a paragraph is 0.
    private func level(of block: Block) -> Int {
        if case .heading(let level, _) = block { level } else { 0 }
    }

    /// Whether a heading or a paragraph may name an entity, and begins with no other word.
    private func mayOpen(_ block: Block) -> Bool {
        let text: TokenizedText
        switch block {
        case .heading(_, let title): text = title
        case .paragraph(let sentences): text = TokenizedText(joining: sentences)
        default: return false
        }
        guard let line = EntityLine(text, lexicon: lexicon), !line.isTitle, line.inline == nil else { return false }
        return lexicon.prose.match(line.name.tokens, at: 0, where: { $0 == .skip || $0 == .delete }) == nil
            && lexicon.keywords.meaning(of: line.name.tokens, where: { $0.isColumn || $0 == .deletion }) == nil
    }

    /// Whether an item is no sentence.
    private func isShort(_ block: Block) -> Bool {
        guard case .item(_, let text) = block else { return false }
        return (1...5).contains(text.tokens.prefix { $0.isName }.count)
            && ![".", ";"].contains { text.tokens.last?.isMark($0) == true }
    }

    /// Items that are called rules, with the sentences below them.
    private func rules(_ items: [(index: Int, depth: Int, text: TokenizedText)]) -> Set<Int> {
        var found: Set<Int> = []
        var isRule = false
        for item in items {
            if item.depth == 0 {
                let name = item.text.tokens.filter(\.isName)
                let meaning = lexicon.keywords.meaning(of: name) {
                    $0 == .ruleSection || $0 == .later || $0 == .remarksColumn
                }
                isRule = meaning != nil
            }
            if isRule { found.insert(item.index) }
        }
        return found
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
