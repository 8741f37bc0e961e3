/// Makes items of lines that make a list without marks before them: by their indentation, or below a heading.
struct UnmarkedLists {
    private let lexicon: Lexicon
    private let guess: FieldGuess
    private(set) var blocks: [Block] = []
    /// Items that hold fields because of how they are set, by their block.
    private(set) var fieldLines: Set<Int> = []
    /// What headings say, as folded singulars.
    private var headings: Set<String> = []
    /// Words before a colon in several items that say what stands behind it, as `points to` in `points to: crew`.
    private var labels: Set<String> = []
    /// How many lines open a level of their own in all outlines.
    private var parents = 0

    /// Rewrites the paragraphs of a text that are lists.
    init(_ written: [Block], lexicon: Lexicon) {
        self.lexicon = lexicon
        guess = FieldGuess(lexicon: lexicon)
        for case .heading(_, let text) in written { headings.insert(key(text.words)) }
        for case .paragraph(let sentences) in written {
            // `Film:` above the fields of a film
            let lines = TokenizedText(joining: sentences).lines
            guard let first = lines.first else { continue }
            if let name = bracketed(lines) { headings.insert(key(name.words)) }
            if first.tokens.count <= 4, first.tokens.last?.isMark(":") == true {
                headings.insert(key(first.words(0..<first.tokens.count - 1)))
            }
        }
        labels = Self.labels(in: written, lexicon)
        let outlines = written.map(outline)
        parents = outlines.reduce(0) { $0 + ($1 ?? []).count { $0.isParent } }
        var titled = 0
        for case .paragraph(let sentences) in written {
            let text = TokenizedText(joining: sentences)
            // Where fields have labels, what has none is no list of them.
            if titledLabels(text) != nil { titled = -written.count }
            if titledFields(text) != nil { titled += 1 }
        }
        let labelled = written.count { block in
            if case .paragraph(let sentences) = block {
                labelledFields(TokenizedText(joining: sentences)) != nil
            } else {
                false
            }
        }
        let sentences = LabelledSentences(written, lexicon: lexicon)
        var isBelowHeading = false
        for (block, outline) in zip(written, outlines) {
            switch block {
            case .heading(let level, let text):
                let sections: Set<Keyword> = [.ruleSection, .summarySection, .stackSection, .later, .remarksColumn]
                let meaning = lexicon.keywords.meaning(of: text.tokens, where: sections.contains)
                isBelowHeading = meaning == nil && (level > 1 || !blocks.isEmpty)
                blocks.append(block)
            case .paragraph(let told):
                let text = TokenizedText(joining: told)
                if let items = sentences.blocks(of: told) {
                    blocks += items
                } else if let parts = titledLabels(text) {
                    blocks.append(.item(depth: 0, parts[0]))
                    for part in parts.dropFirst() {
                        fieldLines.insert(blocks.count)
                        blocks.append(.item(depth: 1, part))
                    }
                } else if labelled > 1, let lines = labelledFields(text) {
                    blocks.append(.item(depth: 0, lines[0]))
                    blocks += lines.dropFirst().map { .item(depth: 1, $0) }
                } else if titled > 1, let fields = titledFields(text) {
                    blocks.append(.item(depth: 0, fields.title))
                    fieldLines.insert(blocks.count)
                    blocks.append(.item(depth: 1, fields.line))
                } else if let outline, parents > 1 {
                    blocks += outline.map { .item(depth: $0.depth, $0.text) }
                } else if isBelowHeading, areItems(text.lines) {
                    blocks += text.lines.map { .item(depth: 0, $0) }
                } else if isBelowHeading, isLineOfFields(text) {
                    fieldLines.insert(blocks.count)
                    blocks.append(.item(depth: 0, text))
                } else {
                    blocks.append(block)
                }
                isBelowHeading = false
            case .item(let depth, let text):
                isBelowHeading = false
                if let parts = titledLabels(text) {
                    blocks.append(.item(depth: depth, parts[0]))
                    for part in parts.dropFirst() {
                        fieldLines.insert(blocks.count)
                        blocks.append(.item(depth: depth + 1, part))
                    }
                } else if let rest = behindLabel(text) {
                    fieldLines.insert(blocks.count)
                    blocks.append(.item(depth: depth, rest))
                } else {
                    blocks.append(block)
                }
            default:
                isBelowHeading = false
                blocks.append(block)
            }
        }
    }

    /// What stands behind a label in an item: `fields: name, url`.
    private func behindLabel(_ text: TokenizedText) -> TokenizedText? {
        let tokens = text.tokens
        guard let colon = tokens.prefix(4).firstIndex(where: { $0.isMark(":") }), colon + 1 < tokens.count,
            labels.contains(text.words(0..<colon).foldedForComparison)
                || lexicon.keywords.meaning(of: Array(tokens[..<colon]), where: { $0 == .itemSection }) != nil,
            lexicon.types.match(tokens, at: colon + 1).map({ colon + 1 + $0.count < tokens.count }) ?? true
        else { return nil }
        return text.part(colon + 1..<tokens.count)
    }

    /// The labels of items that stand in several of them: `has: name, size`, `rules: one per day`.
    private static func labels(in blocks: [Block], _ lexicon: Lexicon) -> Set<String> {
        let wanted: Set<Keyword> = [.fieldsColumn, .relationsColumn, .refersTo, .has, .ruleSection, .deletionColumn]
        var counts: [String: Int] = [:]
        let lines = blocks.flatMap { block -> [TokenizedText] in
            switch block {
            case .item(_, let text): [text]
            // Below the name of what they say something of.
            case .paragraph(let sentences): Array(TokenizedText(joining: sentences).lines.dropFirst())
            default: []
            }
        }
        for text in lines {
            guard let colon = text.tokens.prefix(4).firstIndex(where: { $0.isMark(":") }), colon > 0,
                lexicon.keywords.meaning(of: Array(text.tokens[..<colon]), where: wanted.contains) != nil
            else { continue }
            counts[text.words(0..<colon).foldedForComparison, default: 0] += 1
        }
        // A label that is there once goes with others.
        return counts.contains { $0.value > 1 } ? Set(counts.keys) : []
    }

    private func key(_ words: String) -> String {
        lexicon.inflector.singular(of: words.unquoted.entityName).foldedForComparison
    }

    // MARK: Outlines

    private typealias Line = (text: TokenizedText, depth: Int, isParent: Bool)

    /// The lines of a paragraph by their indentation; nil when they are not names with their fields below them.
    private func outline(_ block: Block) -> [Line]? {
        guard case .paragraph(let sentences) = block else { return nil }
        var indents: [Int32] = []
        var lines: [Line] = []
        for text in TokenizedText(joining: sentences).lines {
            while let last = indents.last, last > text.place.column { indents.removeLast() }
            if indents.last ?? -1 < text.place.column { indents.append(text.place.column) }
            let depth = indents.count - 1
            if depth > 0, let last = lines.last, last.depth < depth { lines[lines.count - 1].isParent = true }
            lines.append((text, depth, false))
        }
        let parents = lines.filter { $0.isParent && $0.depth == 0 }
        guard !parents.isEmpty, lines.count > 2, lines.allSatisfy({ isShort($0.text) }),
            parents.allSatisfy({ EntityLine($0.text, lexicon: lexicon) != nil && $0.text.tokens.count <= 8 })
        else { return nil }
        return lines
    }

    private func isShort(_ line: TokenizedText) -> Bool {
        let head = line.tokens.prefix { $0.isName }
        return (1...7).contains(head.count) && line.tokens.last?.isMark(".") != true
    }

    /// A name and a colon in a line, and a field in each line below it: `Film:` above `title: text`.
    private func labelledFields(_ text: TokenizedText) -> [TokenizedText]? {
        var lines = text.lines
        if let name = bracketed(lines), lines.dropFirst().allSatisfy(isShort),
            lines.dropFirst().count(where: isKnown) * 2 >= lines.count - 1
                || lines.dropFirst().allSatisfy({ $0.tokens.contains { $0.isMark(":") } })
        {
            lines[0] = name
            return EntityLine(lines[0], lexicon: lexicon) == nil ? nil : lines
        }
        guard lines.count > 2, let colon = lines[0].tokens.last, colon.isMark(":"), lines[0].tokens.count <= 4,
            areItems(Array(lines.dropFirst()))
        else { return nil }
        lines[0] = lines[0].part(0..<lines[0].tokens.count - 1)
        return EntityLine(lines[0], lexicon: lexicon) == nil ? nil : lines
    }

    /// The name in square brackets above lines: `[Film]` above `title: text`.
    private func bracketed(_ lines: [TokenizedText]) -> TokenizedText? {
        guard lines.count > 1, lines[0].tokens.count <= 6, lines[0].tokens[0].isMark("["),
            lines[0].tokens.last?.isMark("]") == true
        else { return nil }
        return lines[0].part(1..<lines[0].tokens.count - 1)
    }

    /// A name with labelled lines below it in one item: `Match` above `Fields: date, result`.
    private func titledLabels(_ text: TokenizedText) -> [TokenizedText]? {
        let lines = text.lines
        guard lines.count > 1, lines[0].tokens.count <= 4, lines[0].tokens.allSatisfy(\.isName),
            EntityLine(lines[0], lexicon: lexicon) != nil
        else { return nil }
        // A line without a label goes on with the one above it.
        var starts = lines.indices.dropFirst().filter { behindLabel(lines[$0]) != nil }
        guard starts.first == 1, starts.allSatisfy({ lines[$0].place.column == lines[1].place.column }),
            lines.indices.dropFirst().allSatisfy({
                starts.contains($0) || lines[$0].place.column > lines[1].place.column
            })
        else { return nil }
        starts.append(lines.count)
        let labelled = zip(starts, starts.dropFirst()).map { TokenizedText(joining: Array(lines[$0..<$1])) }
        return [lines[0]] + labelled.compactMap(behindLabel).filter { !isNothing($0) }
    }

    /// Whether what stands behind a label says that there is none: `none of its own`.
    private func isNothing(_ text: TokenizedText) -> Bool {
        text.tokens.count(where: \.isName) < 5
            && (["none", "ninguna", "ninguno", "nada", "nothing"].contains(text.tokens.first?.folded)
                || lexicon.keywords.meaning(of: text.tokens, where: { $0 == .unmarked || $0 == .emptyWord }) != nil)
    }

    /// A short line and the fields of it in the lines below: `LOANS` above `tool; borrower; out on`.
    private func titledFields(_ text: TokenizedText) -> (title: TokenizedText, line: TokenizedText)? {
        let lines = text.lines
        guard lines.count > 1, lines[0].tokens.count <= 3, lines[0].tokens.allSatisfy(\.isName),
            EntityLine(lines[0], lexicon: lexicon) != nil
        else { return nil }
        let line = text.part(lines[0].tokens.count..<text.tokens.count)
        let parts = line.ranges(in: line.tokens.indices, at: [",", ";"]).map { line.part($0) }
        guard lines[1].tokens.contains(where: { $0.isMark(",") || $0.isMark(";") }), parts.count > 1,
            let first = parts.first, isKnown(first) || parts.count(where: isKnown) * 2 >= parts.count
        else { return nil }
        return (lines[0], line)
    }

    // MARK: Below headings

    /// Whether each line below a heading is a field, which most are known to be.
    private func areItems(_ lines: [TokenizedText]) -> Bool {
        guard lines.count > 1, lines.allSatisfy(isShort), !areEntities(lines) else { return false }
        // `Owners: name, phone, email` is an entity.
        let several = lines.count { line in
            line.tokens.firstIndex { $0.isMark(":") }.map { colon in line.tokens[colon...].count { $0.isMark(",") } > 1
            } ?? false
        }
        guard several * 2 < lines.count else { return false }
        return lines.count(where: isKnown) * 2 >= lines.count
    }

    private func isKnown(_ line: TokenizedText) -> Bool {
        let head = line.tokens.prefix { $0.isName && lexicon.count(.relative, [$0], at: 0) == nil }
        let name = line.words(0..<head.count)
        if guess.type(of: name) != nil || headings.contains(key(name)) { return true }
        return line.tokens.indices.contains { index in
            lexicon.keywords.match(line.tokens, at: index, where: { $0.isPlainAttribute || $0.isFreeAttribute }) != nil
        }
    }

    /// Whether several lines begin with a name in bold letters and have its fields behind it.
    private func areEntities(_ lines: [TokenizedText]) -> Bool {
        lines.count > 1
            && lines.allSatisfy { line in
                line.isEmphasised(0..<line.tokens.prefix { $0.isName }.count)
                    && line.tokens.contains { $0.isMark(",") || $0.isMark(";") }
            }
    }

    /// Whether names in bold letters with what is said of them stand one behind the other:
    /// `**phone**: unique; **language**: optional`.
    private func isLineOfFields(_ text: TokenizedText) -> Bool {
        let name = text.tokens.prefix { $0.isName }.count
        guard (1...5).contains(name), name < text.tokens.count, text.isEmphasised(0..<name),
            !areEntities(text.lines)
        else { return false }
        return [":", "(", ",", ";"].contains(where: text.tokens[name].isMark)
    }
}

extension TokenizedText {
    /// Whether marks of emphasis stand right before and after some tokens.
    func isEmphasised(_ range: Range<Int>) -> Bool {
        guard let first = tokens[range].first, let last = tokens[range].last else { return false }
        let (before, after) = (first.range.lowerBound - 1, last.range.upperBound)
        let characters = text.characters
        return characters.indices.contains(before) && characters.indices.contains(after)
            && "*_".contains(characters[before]) && "*_".contains(characters[after])
    }
}
