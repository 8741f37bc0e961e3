import MGELayers

extension SeedReader {
    /// Reads what is listed: entities, technology, and what is there once per something.
    mutating func readList(_ range: Range<Int>, isManaged: Bool, isExpected: Bool = false) {
        let limits = onePer(in: range)
        let left = limits.isEmpty ? [range] : range.without(limits.map(\.range))
        let parts = left.flatMap { lists.parts(of: tokens, $0) }
        let isSaid = isExpected && !namesFields(range)
        let isLikely = isSaid || parts.contains { isEntity($0, isStrict: true) }
        if isManaged, !isLikely {
            self.isManaged = seed.domain == nil
            return setDomain(range)
        }
        if listing == nil, parts.contains(where: isClause) {
            clauses.append(range)
            let sentences = ClauseStart(lexicon: lexicon).parts(source.part(range), from: 0)
            return seed.clauses += sentences
        }
        if isLikely, limits.isEmpty, isNested(range) { return readNested(range) }
        for part in parts {
            let words = Array(tokens[lists.withoutArticles(tokens, part)])
            if stacks.stack(named: words) != nil || isTechnology(part) { continue }
            if isLikely, isEntity(part, isStrict: false) {
                addEntity(part)
            } else {
                clauses.append(part)
                leave(part)
            }
        }
        for limit in limits { add(limit) }
    }

    /// Whether what is listed are fields, as a rule: `Data: name, email`.
    func namesFields(_ range: Range<Int>) -> Bool {
        lists.parts(of: tokens, range).contains { part in
            let name = lexicon.inflector.singular(of: source.words(name(of: part)).entityName)
            return lexicon.fieldItem(for: name) != nil && lexicon.entity(named: name) == nil
        }
    }

    /// Whether a part tells who does what: `employers post jobs`, `candidates apply`, `artistas publican discos`.
    private func isClause(_ part: Range<Int>) -> Bool {
        let part = name(of: part)
        guard part.count > 1 else { return false }
        let words = source.words(part).entityName.split(separator: " ").map(String.init)
        if lexicon.language == .spanish {
            return words.count > 2 && lexicon.inflector.isPlural(words[0])
                && ["an", "en"].contains { words[1].hasSuffix($0) }
        }
        guard let first = words.first, let last = words.last, lexicon.inflector.isPlural(first),
            lexicon.entity(named: lexicon.inflector.singular(of: words.joined(separator: " "))) == nil
        else { return false }
        return words.count > 2 && lexicon.inflector.isPlural(last)
            || lexicon.entity(named: lexicon.inflector.singular(of: first)) != nil
    }

    func isTechnology(_ range: Range<Int>) -> Bool {
        lexicon.keywords.meaning(of: Array(tokens[range]), where: { $0 == .technology }) != nil
    }

    /// Whether a part of a list names an entity; strictly, when it is a known one or a plural.
    func isEntity(_ part: Range<Int>, isStrict: Bool) -> Bool {
        let range = name(of: part)
        let limit = lexicon.language == .spanish ? 4 : 3
        guard (1...limit).contains(range.count), tokens[range].allSatisfy({ $0.kind == .word }),
            !lists.isOther(tokens, range), stacks.stacks(in: Array(tokens[range])).isEmpty
        else { return false }
        let words = source.words(range).entityName
        let singular = lexicon.inflector.singular(of: words)
        // `the temperatures of greenhouses`
        let isPhrase =
            lexicon.language == .english && range.contains { lexicon.inflector.isPreposition(tokens[$0].folded) }
        if isPhrase, lexicon.entity(named: singular) == nil { return false }
        if !isStrict || singular != words { return true }
        return lexicon.entity(named: words) != nil && lists.withoutArticles(tokens, part) == part
    }

    /// The part without articles, and without fields in parentheses and bounds: `ratings from 1 to 5`.
    private func name(of part: Range<Int>) -> Range<Int> {
        let range = lists.withoutArticles(tokens, part)
        let end = range.first { tokens[$0].isMark("(") || bounds(at: $0, to: range.upperBound) != nil }
        let name = range.lowerBound..<(end ?? range.upperBound)
        guard lexicon.language == .english, end == nil else { return name }
        // `loans to friends`
        let preposition = name.dropFirst().first { lexicon.inflector.isPreposition(tokens[$0].folded) }
        guard let preposition, matches(preposition, .of) == nil else { return name }
        let short = name.lowerBound..<preposition
        return lexicon.entity(named: lexicon.inflector.singular(of: source.words(short).entityName)) == nil
            ? name : short
    }

    private func bounds(at index: Int, to end: Int) -> BoundsReader.Bounds? {
        let found = BoundsReader(lexicon: lexicon).match(tokens, at: index)
        return found.flatMap { index + $0.count == end ? $0 : nil }
    }

    mutating func addEntity(_ part: Range<Int>) {
        let range = name(of: part)
        var entity = EntityStatement(
            form: .named, name: Located(text: source.words(range), place: tokens[range.lowerBound].place))
        if range.upperBound < part.upperBound, tokens[part.upperBound - 1].isMark(")"),
            let fields = lists.fields(source, range.upperBound + 1..<part.upperBound - 1, findings: &findings)
        {
            entity.form = .listed
            entity.fields = fields
        } else if range.upperBound < part.upperBound {
            entity.bounds = bounds(at: range.upperBound, to: part.upperBound).map {
                let words = source.words(range.upperBound..<part.upperBound)
                return ($0, Located(text: words, place: tokens[range.upperBound].place))
            }
        }
        // `para gestionar becas: estudiantes con nombre, becas con importe`
        let name = lexicon.inflector.singular(of: entity.name.text.entityName)
        let again = seed.entities.firstIndex { other in
            other.fields.isEmpty && other.freeItems.isEmpty && other.uniqueGroups.isEmpty && other.bounds == nil
                && lexicon.inflector.singular(of: other.name.text.entityName) == name
        }
        if let again, lexicon.language == .spanish { seed.entities.remove(at: again) }
        seed.entities.append(entity)
    }
}
