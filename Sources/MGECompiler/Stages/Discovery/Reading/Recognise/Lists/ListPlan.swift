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
    /// Headings and short paragraphs that name the entity of a list or table below them, by their block.
    private(set) var openers: Set<Int> = []

    private let blocks: [Block]
    private let lexicon: Lexicon
    private let guess: FieldGuess
    /// Headings and items that may name an entity, as folded singulars.
    private var candidates: Set<String> = []
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
            default: continue
            }
        }
        var scope = Scope()
        var index = 0
        while index < blocks.count {
            let end = runEnd(from: index)
            if end > index {
                plan(index..<end, scope)
                index = end
            } else {
                if case .table(let table) = blocks[index] { planTable(table, scope) }
                scope.enter(blocks[index], at: index, lexicon)
                index += 1
            }
        }
    }

    /// What stands above a list.
    private struct Scope {
        var section: Keyword?
        /// The level of the heading of all entities.
        var sectionLevel: Int?
        var isBelowTitle = true
        /// The heading or short paragraph right above, with nothing but text between.
        var opener: (index: Int, isStructured: Bool)?
        var announces = false

        mutating func enter(_ block: Block, at index: Int, _ lexicon: Lexicon) {
            announces = false
            switch block {
            case .heading(let level, let text):
                let wanted: Set<Keyword> = [
                    .entitySection, .ruleSection, .summarySection, .stackSection, .itemSection, .later,
                ]
                let meaning = lexicon.keywords.meaning(of: text.tokens, where: wanted.contains)
                isBelowTitle = level == 1 && isBelowTitle && sectionLevel == nil
                if let sectionLevel, level > sectionLevel {
                    opener = (index, true)
                    section = .entitySection
                } else {
                    section = meaning
                    sectionLevel = meaning == .entitySection ? level : nil
                    opener = meaning == nil && !isBelowTitle ? (index, false) : nil
                }
            case .paragraph(let sentences):
                announces = sentences.last?.tokens.last?.isMark(":") ?? false
                guard let text = sentences.first, sentences.count == 1, let last = text.tokens.last else { return }
                let words = last.isMark(":") ? text.tokens.dropLast() : text.tokens[...]
                let saysMore = lexicon.holds(anyOf: [.manage, .polite, .build, .has, .clause], in: Array(words))
                if (1...3).contains(words.count), words.allSatisfy(\.isName), !saysMore { opener = (index, false) }
            case .table, .code, .item: opener = nil
            }
        }
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

    private mutating func planTable(_ table: TableBlock, _ scope: Scope) {
        guard let opener = scope.opener, !opener.isStructured,
            let columns = TableColumns.read(table, lexicon: lexicon), columns.kind == .fields,
            !columns.columns.contains(.entityColumn)
        else { return }
        openers.insert(opener.index)
    }

    // MARK: Lists

    private mutating func plan(_ run: Range<Int>, _ scope: Scope) {
        let excluded: Set<Keyword> = [.ruleSection, .summarySection, .stackSection, .itemSection, .later]
        if let section = scope.section, excluded.contains(section) { return }
        if hasEntitySection, scope.section != .entitySection { return }
        let items = run.compactMap { index -> (index: Int, depth: Int, text: TokenizedText)? in
            guard case .item(let depth, let text) = blocks[index], !text.tokens.isEmpty else { return nil }
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
        } else if let opener = scope.opener, let first = top.first, !isTyped(first.text) {
            let holdsColon = top.contains { $0.text.tokens.contains { $0.isMark(":") } }
            let isMeant =
                opener.isStructured ? !holdsColon : !isHeadingOnly(opener.index) && areFields(top.map(\.text))
            guard isMeant else { return }
            openers.insert(opener.index)
            fields.formUnion(top.map(\.index))
            options.formUnion(items.filter { $0.depth > 0 }.map(\.index))
        }
    }

    /// Whether the words before a mark say something of one thing and another: `every booking has one room`.
    private func isSentence(_ item: TokenizedText) -> Bool {
        let head = Array(item.tokens.prefix { $0.isName })
        guard head.count > 3, let start = lexicon.first(anyOf: [.has, .may, .many, .refersTo], in: head), start > 0
        else { return false }
        return lexicon.holds(anyOf: [.indefinite, .each, .many, .determiner], in: head)
    }

    /// Whether a paragraph that is no heading ends without a colon, so that it only groups what is below it.
    private func isHeadingOnly(_ index: Int) -> Bool {
        guard case .paragraph(let sentences) = blocks[index] else { return false }
        return sentences.last?.tokens.last?.isMark(":") != true
    }

    /// Whether an item is a field in the grammar of briefs.
    private func isExact(_ text: TokenizedText) -> Bool {
        StrictItem.read(text, lexicon: lexicon, names: EntityNames([], lexicon: lexicon)) != nil
    }

    /// Whether an item has a type or another entity after a colon, as an exact one has.
    private func isTyped(_ text: TokenizedText) -> Bool {
        guard let colon = text.tokens.firstIndex(where: { $0.isMark(":") }), (1...4).contains(colon) else {
            return false
        }
        let start = colon + 1
        if ItemReader.uniqueGroup(text, lexicon: lexicon) != nil { return true }
        guard let type = lexicon.types.match(text.tokens, at: start) else { return false }
        let end = start + type.count
        guard end < text.tokens.count else { return true }
        if text.tokens[end].isMark("("), let last = text.tokens.last, last.isMark(")"), type.meaning != .enum {
            return text.tokens[end + 1].kind == .number
        }
        return lexicon.keywords.match(text.tokens, at: end + 1, where: \.isAttribute) != nil
            || text.tokens[end].isMark("(") || text.isDash(at: end)
    }

    /// Whether at least half of the items are known as fields.
    private func areFields(_ items: [TokenizedText]) -> Bool {
        items.count { isPlausible($0) && isKnown($0) } * 2 >= items.count
    }

    /// Whether at least half of the items hold the names of several fields.
    private func hold(_ items: [TokenizedText]) -> Bool {
        items.count { item in
            guard let inline = EntityLine(item, lexicon: lexicon)?.inline, let first = inline.clauses.first else {
                return false
            }
            let parts = first.ranges(in: first.tokens.indices, at: [","]).map { first.part($0) }
            return parts.count > 1 && parts.count(where: isUsual) * 2 >= parts.count
        } * 2 >= items.count
    }

    /// Whether a part begins with the name of a usual field or of an entity.
    private func isUsual(_ part: TokenizedText) -> Bool {
        let head = part.tokens.prefix { $0.isName && lexicon.count(.relative, [$0], at: 0) == nil }
        guard (1...5).contains(head.count), !lexicon.holds(anyOf: [.orWord], in: Array(head)) else { return false }
        let words = part.words(0..<head.count)
        return guess.type(of: words) != nil || candidates.contains(key(words))
    }

    private func holdsAttribute(_ item: TokenizedText) -> Bool {
        item.tokens.indices.contains { index in
            lexicon.keywords.match(item.tokens, at: index, where: { $0.isPlainAttribute || $0.isFreeAttribute }) != nil
        }
    }

    /// Whether at least half of the items name an entity with fields, and some of these fields are usual ones.
    private func areEntities(_ items: [(depth: Int, text: TokenizedText)], isExpected: Bool) -> Bool {
        var forms = 0
        var top = 0
        var plausible = 0
        var known = 0
        var fieldNames = 0
        for (index, item) in items.enumerated() {
            guard item.depth == 0 else {
                plausible += 1
                known += isKnown(item.text) ? 1 : 0
                continue
            }
            top += 1
            guard let line = EntityLine(item.text, lexicon: lexicon) else { continue }
            let hasNested = index + 1 < items.count && items[index + 1].depth > 0
            let isCapitalised = line.name.tokens[0].isCapitalised
            if !hasNested, !isCapitalised, guess.type(of: line.name.words) != nil { fieldNames += 1 }
            if hasNested { forms += 1 }
            guard let inline = line.inline, !line.isTitle || startsWithField(inline) else { continue }
            let parts = inline.clauses.flatMap { clause in
                clause.ranges(in: clause.tokens.indices, at: [","]).map { clause.part($0) }
            }
            let good = parts.filter(isPlausible)
            if !hasNested, !parts.isEmpty, good.count * 2 >= parts.count { forms += 1 }
            plausible += good.count
            known += good.count(where: isKnown)
        }
        guard top > 0, fieldNames * 2 <= top || isExpected else { return false }
        if isExpected, forms * 2 >= top { return known > 0 || plausible == 0 }
        return forms * 2 >= top && known * 4 >= plausible && known > 0
    }

    private func isPlausible(_ part: TokenizedText) -> Bool {
        let head = part.tokens.prefix { $0.isName }
        return (1...5).contains(head.count)
    }

    /// Whether what follows a full stop begins with the name of a field, and is no sentence.
    private func startsWithField(_ inline: TokenizedText) -> Bool {
        guard let first = inline.ranges(in: inline.tokens.indices, at: [",", "."]).first, first.count <= 3 else {
            return false
        }
        return isUsual(inline.part(first))
    }

    /// Whether the words before a mark name a usual field or an entity, or an attribute follows.
    private func isKnown(_ part: TokenizedText) -> Bool {
        let head = part.tokens.prefix { $0.isName && lexicon.count(.relative, [$0], at: 0) == nil }
        guard !head.isEmpty else { return false }
        let words = part.words(0..<head.count)
        return guess.type(of: words) != nil || holdsAttribute(part) || candidates.contains(key(words))
            || lexicon.entity(named: lexicon.inflector.singular(of: words.entityName)) != nil
    }

    private func key(_ name: String) -> String {
        lexicon.inflector.singular(of: name.entityName).foldedForComparison
    }
}
