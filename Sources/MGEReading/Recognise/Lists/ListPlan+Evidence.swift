import MGECore
import MGELayers

extension ListPlan {
    /// Whether an item is a field in the grammar of briefs.
    func isExact(_ text: TokenizedText) -> Bool {
        StrictItem.read(text, lexicon: lexicon, names: EntityNames([], lexicon: lexicon)) != nil
    }

    /// Whether a line begins with a name, and with no sentence.
    func isTitled(_ line: TokenizedText) -> Bool {
        let head = Array(line.tokens.prefix { $0.isName })
        let wanted: Set<Keyword> = [
            .has, .for, .system, .manage, .build, .polite, .each, .may, .indefinite, .many, .relative, .clause,
        ]
        // `Unique together: round + team` is a rule.
        let notNames: Set<Keyword> = [.unique, .noTwoAlike, .itemSection, .ruleSection, .relationsColumn]
        let isRule = lexicon.keywords.meaning(of: head, where: notNames.contains) != nil
        return (1...3).contains(head.count) && !isRule && !lexicon.holds(anyOf: wanted, in: head)
    }

    /// Whether an item has a type or another entity after a colon, as an exact one has.
    func isTyped(_ text: TokenizedText) -> Bool {
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

    /// Whether what stands after a colon says a field in words that no misspelt type could be: `state: draft, scheduled or sent`.
    func isFreelyWritten(_ text: TokenizedText) -> Bool {
        guard let colon = text.tokens.firstIndex(where: { $0.isMark(":") }), (1...4).contains(colon),
            colon + 1 < text.tokens.count, !isTyped(text), !isExact(text)
        else { return false }
        let said = text.part(colon + 1..<text.tokens.count)
        let first = said.tokens.prefix { $0.isName }
        guard lexicon.count(.many, said.tokens, at: 0) == nil, !candidates.contains(key(said.words(0..<first.count)))
        else { return false }
        if lexicon.keywords.match(said.tokens, at: 0, where: { $0.isPlainAttribute || $0.isFreeAttribute }) != nil {
            return true
        }
        return first.count > 1 || lexicon.holds(anyOf: [.orWord], in: said.tokens)
            || said.tokens.contains { $0.isMark("/") || $0.isMark("|") }
    }

    /// Whether at least half of the items are known as fields.
    func areFields(_ items: [TokenizedText]) -> Bool {
        let known = items.count { isPlausible($0) && (isKnown($0) || isTyped($0)) || pointsAtEntity($0) }
        if known * 2 >= items.count { return true }
        // `calls at many stops`, where stops are described too
        return known > 0 && (known + items.count { !isKnown($0) && relates($0) }) * 2 >= items.count
    }

    /// Whether an item is no sentence, and says how many of another entity of the text there are.
    private func relates(_ item: TokenizedText) -> Bool {
        guard isPlausible(item), item.tokens.last?.isMark(".") != true, namesCandidate(item) else { return false }
        return item.tokens.indices.prefix(6).contains { index in
            lexicon.count(anyOf: [.many, .one, .indefinite, .refersTo, .each], item.tokens, at: index) != nil
        }
    }

    /// Whether one thing stands behind an arrow, so that the name before it is a field: `operator → a member`.
    func pointsAtOne(_ text: TokenizedText) -> Bool {
        let name = text.tokens.prefix { $0.isName }.count
        guard (1...4).contains(name), name < text.tokens.count,
            text.tokens[name].isMark("→") || text.isArrow(at: name)
        else { return false }
        return !text.tokens[name...].contains { $0.isMark(",") }
    }

    /// Whether that thing may be an entity of the text.
    private func pointsAtEntity(_ text: TokenizedText) -> Bool {
        guard pointsAtOne(text), let mark = text.tokens.lastIndex(where: { $0.isMark("→") || $0.isMark(">") }) else {
            return false
        }
        var target = text.part(mark + 1..<text.tokens.count)
        if let count = lexicon.count(anyOf: [.indefinite, .determiner], target.tokens, at: 0) {
            target = target.part(count..<target.tokens.count)
        }
        let name = target.tokens.prefix { $0.isName }.count
        return name > 0 && candidates.contains(key(target.words(0..<name)))
    }

    /// Whether at least half of the items hold the names of several fields.
    func hold(_ items: [TokenizedText]) -> Bool {
        items.count { item in
            guard let inline = EntityLine(item, lexicon: lexicon)?.inline, let first = inline.clauses.first else {
                return false
            }
            var parts = first.ranges(in: first.tokens.indices, at: [",", "+"]).map { first.part($0) }
            // `Falcon = ring number; name; species`
            if parts.count == 1, inline.tokens.contains(where: { $0.isMark(";") }) { parts = inline.clauses }
            // `web → URL, optional` is one field.
            let areSaid = parts.dropFirst().allSatisfy(beginsWithAttribute)
            return parts.count > 1 && !areSaid && parts.count(where: isUsual) * 2 >= parts.count
        } * 2 >= items.count
    }

    /// Whether most items have a name in bold letters and `with` before fields: `**Boat** with name, length`.
    func areNamed(_ items: [TokenizedText]) -> Bool {
        items.count { EntityLine($0, lexicon: lexicon)?.isBeforeWith == true } * 2 > items.count
    }

    /// Whether items right below the title of a text are entities: one of them holds several fields, and none is a field with
    /// its type.
    func describeThings(_ items: [TokenizedText]) -> Bool {
        let held = items.count { hold([$0]) && !isTyped($0) }
        return held > 0 && held * 3 >= items.count && !items.contains { isFreelyWritten($0) && !hold([$0]) }
    }

    private func beginsWithAttribute(_ part: TokenizedText) -> Bool {
        lexicon.keywords.match(part.tokens, at: 0, where: { $0.isPlainAttribute || $0.isFreeAttribute }) != nil
    }

    /// Whether an item is a list of fields behind the name of an entity, with sentences behind it.
    ///
    /// `Tenancy: start, rent. It is for one flat.`
    private func isListBeforeSentences(_ text: TokenizedText) -> Bool {
        guard let first = text.sentences.first, let line = EntityLine(first, lexicon: lexicon), !line.isTitle,
            let inline = line.inline
        else { return false }
        let parts = inline.clauses.flatMap { clause in
            clause.ranges(in: clause.tokens.indices, at: [","]).map { clause.part($0) }
        }
        return parts.count(where: isPlausible) * 2 >= parts.count && parts.count(where: isKnown) * 2 >= parts.count
            && (parts.count > 1 || parts.contains { isUsual($0) || $0.tokens.contains { $0.isMark("(") } })
    }

    /// Whether an item is a sentence that says what each of something has or is, and no field.
    ///
    /// `A theme has a name and a colour.`
    func isTold(_ item: TokenizedText) -> Bool {
        let tokens = item.tokens
        guard tokens.count > 4, tokens.last?.isMark(".") == true,
            let lead = lexicon.count(anyOf: [.indefinite, .each], tokens, at: 0)
        else { return false }
        return (1...3).contains { count in
            lead + count < tokens.count && tokens[lead..<lead + count].allSatisfy(\.isName)
                && lexicon.prose.match(tokens, at: lead + count, where: { [.has, .belongs, .be].contains($0) }) != nil
        }
    }

    /// Whether what follows the name of a line may be fields: words between commas or with something in parentheses.
    func mayHold(_ line: TokenizedText) -> Bool {
        guard let entity = EntityLine(line, lexicon: lexicon), let inline = entity.inline,
            lexicon.keywords.meaning(
                of: entity.name.tokens, where: { $0.isColumn || $0 == .later || $0 == .ruleSection })
                == nil
        else { return false }
        let parts = inline.clauses.flatMap { clause in
            clause.ranges(in: clause.tokens.indices, at: [",", "+"]).map { clause.part($0) }
        }
        return parts.count(where: isPlausible) * 2 >= parts.count
            && (parts.count > 1 || parts.contains { $0.tokens.contains { $0.isMark("(") || $0.isMark(":") } })
    }

    /// Whether an item below an entity holds several fields by itself: `name, breed, weight in kilos`.
    func holdsSeveral(_ item: TokenizedText, at index: Int) -> Bool {
        if fieldLines.contains(index) { return true }
        guard let first = item.clauses.first else { return false }
        let parts = first.ranges(in: first.tokens.indices, at: [","]).map { first.part($0) }
        let usual = parts.count(where: isUsual)
        if parts.first.map(isUsual) == true && usual > 1 && usual * 2 >= parts.count { return true }
        // `row, seat`
        let areNames = parts.allSatisfy { isPlainName($0) && $0.tokens.allSatisfy(\.isName) && !isMisspelt($0) }
        if parts.count > 1, areNames { return true }
        if areSeveral(item) { return true }
        // `reference (unique), project title, status: open / closed`
        return parts.count > 2 && isQualified(parts[0]) && parts.dropFirst().allSatisfy(isPlainName)
    }

    /// Whether an item has several fields with what is said of each: `report, a long text; sealed, yes or no`,
    /// `load (1 to 9), date of purchase`, `date, and outcome (passed, failed)`.
    private func areSeveral(_ item: TokenizedText) -> Bool {
        let clauses = item.clauses
        if clauses.count > 1 {
            return clauses.allSatisfy { isPlainHead($0) || isTypedByComma($0) }
                && clauses.contains { isUsual($0) || isTypedByComma($0) }
        }
        guard let item = clauses.first else { return false }
        let parts = item.ranges(in: item.tokens.indices, at: [","]).map { item.part($0) }
        guard parts.count > 1, isPlainHead(parts[0]) else { return false }
        let isJoined = parts.dropFirst().contains { part in
            guard let and = lexicon.count(.andWord, part.tokens, at: 0), and < part.tokens.count else { return false }
            let rest = part.part(and..<part.tokens.count)
            return isPlainHead(rest) && (isUsual(rest) || isQualified(rest))
        }
        return isJoined
            || isQualified(parts[0]) && isPlainHead(parts[1]) && (isQualified(parts[1]) || holdsTwo(parts[1]))
            || parts[0].tokens.allSatisfy(\.isName) && holdsTwo(parts[1])
    }

    /// Whether a part begins with a name that is followed by nothing or by a mark.
    private func isPlainHead(_ part: TokenizedText) -> Bool {
        let name = part.tokens.prefix { $0.isName && lexicon.count(.andWord, [$0], at: 0) == nil }
        // `length in metres`, `returned on`
        let end = name.indices.dropFirst().first { ["in", "on", "en"].contains(name[$0].folded) } ?? name.count
        let head = part.part(0..<end)
        return isPlainName(head) && (lexicon.types.meaning(of: head.tokens) == nil || isUsual(head))
    }

    /// Whether a name is followed by a comma and a type: `closed on, a date`.
    private func isTypedByComma(_ part: TokenizedText) -> Bool {
        let name = part.tokens.prefix { $0.isName }.count
        guard (1...4).contains(name), name < part.tokens.count, part.tokens[name].isMark(","),
            lexicon.count(anyOf: [.determiner, .indefinite], part.tokens, at: 0) == nil
        else { return false }
        let article = lexicon.count(.indefinite, part.tokens, at: name + 1) ?? 0
        return lexicon.types.match(part.tokens, at: name + 1 + article) != nil
    }

    /// Whether `and` joins two names in a part, one of a usual field: `name and unit price`.
    private func holdsTwo(_ part: TokenizedText) -> Bool {
        let outside = part.tokens.indices.dropFirst().filter { index in
            part.tokens[..<index].count { $0.isMark("(") } == part.tokens[..<index].count { $0.isMark(")") }
        }
        let and = outside.first { lexicon.count(.andWord, part.tokens, at: $0) != nil }
        guard let and, let count = lexicon.count(.andWord, part.tokens, at: and), and + count < part.tokens.count
        else { return false }
        let halves = [part.part(0..<and), part.part(and + count..<part.tokens.count)]
        return halves.allSatisfy(isPlainHead) && halves.contains(where: isUsual)
    }

    /// Whether a word is nearly an attribute: `uniqe`.
    private func isMisspelt(_ part: TokenizedText) -> Bool {
        guard part.tokens.count == 1, part.tokens[0].text.count > 4 else { return false }
        let attributes = lexicon.keywords.words { $0.isPlainAttribute }.filter { $0.count > 4 }
        return NearestName.of(part.tokens[0].folded, among: attributes) != nil
    }

    /// Whether parentheses stand behind a short name and end the part.
    private func isQualified(_ part: TokenizedText) -> Bool {
        let name = part.tokens.prefix { $0.isName }.count
        return (1...3).contains(name) && name < part.tokens.count && part.tokens[name].isMark("(")
            && part.closing(of: name) == part.tokens.count - 1
    }

    /// Whether a part begins with a short name, and with nothing that is said of the field before it.
    private func isPlainName(_ part: TokenizedText) -> Bool {
        let head = Array(part.tokens.prefix { $0.isName })
        let said: Set<Keyword> = [
            .determiner, .indefinite, .each, .relative, .per, .negation, .default, .startsAs, .has, .may, .many,
            .onlyOnce, .orWord, .minimum, .maximum, .with, .deletion,
        ]
        return (1...4).contains(head.count) && head[0].kind == .word && !lexicon.holds(anyOf: said, in: head)
            && !holdsAttribute(part.part(0..<head.count))
            && (lexicon.types.match(head, at: 0).map { $0.meaning == .enum || $0.count < head.count } ?? true
                || isUsual(part))
    }

    /// Whether a part begins with the name of a usual field or of an entity.
    func isUsual(_ part: TokenizedText) -> Bool {
        let head = part.tokens.prefix { $0.isName && lexicon.count(.relative, [$0], at: 0) == nil }
        guard (1...5).contains(head.count), !lexicon.holds(anyOf: [.orWord], in: Array(head)),
            BoundsReader(lexicon: lexicon).match(part.tokens, at: 0) == nil
        else { return false }
        let words = part.words(0..<head.count).unquoted
        return guess.type(of: words) != nil || candidates.contains(key(words))
    }

    func holdsAttribute(_ item: TokenizedText) -> Bool {
        item.tokens.indices.contains { index in
            lexicon.keywords.match(item.tokens, at: index, where: { $0.isPlainAttribute || $0.isFreeAttribute }) != nil
        }
    }

    /// Whether at least half of the items name an entity with fields, and some of these fields are usual ones.
    func areEntities(_ items: [(depth: Int, text: TokenizedText)], isExpected: Bool) -> Bool {
        var forms = 0
        var top = 0
        var plausible = 0
        var known = 0
        var fieldNames = 0
        var typed = 0
        for (index, item) in items.enumerated() {
            guard item.depth == 0 else {
                plausible += 1
                known += isKnown(item.text) || namesCandidate(item.text) ? 1 : 0
                continue
            }
            top += 1
            guard let line = EntityLine(item.text, lexicon: lexicon) else { continue }
            let hasNested = index + 1 < items.count && items[index + 1].depth > 0
            let isCapitalised = line.name.tokens[0].isCapitalised
            // `rounds: number, topic` is no field, though rounds may be counted.
            if !hasNested, !isCapitalised, guess.type(of: line.name.words) != nil, !hold([item.text]) {
                fieldNames += 1
            }
            if !hasNested, !line.isTitle, line.inline.map(beginsWithType) ?? false { typed += 1 }
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
        // Items of several sentences are prose, such as numbered minutes.
        let prose = items.count { item in
            item.depth == 0 && item.text.sentences.count > 1 && !isTitledList(item.text)
                && !isListBeforeSentences(item.text)
        }
        guard top > 0, typed * 4 < top, prose * 2 <= top, fieldNames * 2 <= top || isExpected else { return false }
        if isExpected, forms * 2 >= top { return known > 0 || plausible == 0 }
        return forms * 2 >= top && known * 4 >= plausible && known > 0
    }

    /// Whether an item is a name with its fields behind a full stop or in the next line.
    ///
    /// `FABRICS. Name, colour, metres.`
    private func isTitledList(_ text: TokenizedText) -> Bool {
        guard let line = EntityLine(text, lexicon: lexicon), line.isTitle, let inline = line.inline else {
            return false
        }
        return startsWithField(inline)
    }

    /// Whether nothing but a type that names no field stands first, as behind the name of a field: `model — text, unique`.
    private func beginsWithType(_ inline: TokenizedText) -> Bool {
        let pure: Set<FieldTypeName> = [.string, .text, .bigint, .decimal, .boolean, .uuid]
        guard let first = inline.ranges(in: inline.tokens.indices, at: [",", ";", "."]).first else { return false }
        let words = Array(inline.tokens[first])
        guard let type = lexicon.types.match(words, at: 0), pure.contains(type.meaning) else { return false }
        // `lot: number, date` names fields.
        let isName = guess.type(of: words[0].text) != nil && ![.string, .text, .boolean].contains(type.meaning)
        return !isName && (type.count == words.count || words[type.count].isMark("("))
    }

    func isPlausible(_ part: TokenizedText) -> Bool {
        let head = part.tokens.prefix { $0.isName }
        // `Scanners do not count` names nothing.
        return (1...5).contains(head.count) && !lexicon.holds(anyOf: [.negation], in: Array(head.dropFirst()))
    }

    /// Whether what follows a full stop begins with the name of a field, and is no sentence.
    func startsWithField(_ inline: TokenizedText) -> Bool {
        let lead = lexicon.count(.indefinite, inline.tokens, at: 0) ?? 0
        let head = inline.tokens.dropFirst(lead).prefix { $0.isName && lexicon.count(.andWord, [$0], at: 0) == nil }
        let name = inline.part(lead..<lead + head.count)
        return head.count <= 3 && isUsual(name) && (lead == 0 || candidates.contains(key(name.words)))
    }

    /// Whether the words before a mark name a usual field or an entity, or an attribute follows.
    func isKnown(_ part: TokenizedText) -> Bool {
        // `its colour`
        let lead = part.tokens.count > 1 ? lexicon.count(.determiner, part.tokens, at: 0) ?? 0 : 0
        let head = part.tokens.dropFirst(lead).prefix { $0.isName && lexicon.count(.relative, [$0], at: 0) == nil }
        guard !head.isEmpty else { return false }
        let words = part.words(lead..<lead + head.count).unquoted
        return guess.type(of: words) != nil || holdsAttribute(part) || candidates.contains(key(words))
            || lexicon.entity(named: lexicon.inflector.singular(of: words.entityName)) != nil
    }

    /// Whether one of the first words names an entity, as in `belongs to → team`, `one result per variant`.
    private func namesCandidate(_ item: TokenizedText) -> Bool {
        item.tokens.prefix(8).contains { $0.isName && candidates.contains(key($0.text)) }
    }

    func key(_ name: String) -> String {
        lexicon.inflector.singular(of: name.entityName).foldedForComparison
    }
}
