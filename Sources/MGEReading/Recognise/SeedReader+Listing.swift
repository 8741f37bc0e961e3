import MGELayers

/// Sentences that only list entities: `Patients, dentists, appointments with start time and duration.`
extension SeedReader {
    /// Where the entities begin that a sentence lists and says nothing else of, behind its title if it has one.
    ///
    /// Each is in the plural, and what stands behind the `with` of one is its fields; some of them have to be known.
    var listingStart: Int? {
        let titles = ClauseStart(lexicon: lexicon)
        let title = titles.titleEnd(source)
        let start = title.map { $0 + 1 } ?? 0
        let end = tokens.last?.isMark(".") == true ? tokens.count - 1 : tokens.count
        guard start + 2 < end, title.map({ !namesFeature(0..<$0) }) ?? true, isVerbless(start..<end),
            !titles.beginsClause(source, at: start)
        else { return nil }
        var names: [Range<Int>] = []
        var isWithin = false
        for part in lists.parts(of: tokens, start..<end) {
            let joint = part.dropFirst().first { lexicon.prose.match(tokens, at: $0, where: { $0 == .with }) != nil }
            let name = part.lowerBound..<(joint ?? part.upperBound)
            if joint == nil, isWithin, !isKnownPlural(name) { continue }
            guard isEntity(name, isStrict: true), isPluralName(name) else { return nil }
            names.append(name)
            isWithin = joint != nil
        }
        let known = names.count(where: isKnownPlural)
        let isLikely = known > 1 || known == 1 && names.count > 2
        let isField = names.contains { !isKnownPlural($0) && lexicon.fieldItem(for: singularName($0)) != nil }
        let isMore = names.count > 2 || title != nil || tokens.contains { $0.isMark("(") } || isNested(start..<end)
        return names.count > 1 && isMore && isLikely && !isField ? start : nil
    }

    /// Whether nothing outside of parentheses is a verb, a pronoun or another colon.
    private func isVerbless(_ range: Range<Int>) -> Bool {
        var depth = 0
        var index = range.lowerBound
        while index < range.upperBound {
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth = max(0, depth - 1) }
            guard depth == 0 else {
                index += 1
                continue
            }
            if tokens[index].isMark(":") || tokens[index].isMark("?") || tokens[index].isMark(".") { return false }
            let word = lexicon.prose.match(tokens, at: index, where: \.isStructural)
            switch word?.meaning {
            case nil, .with, .and, .article, .definite, .preposition, .many, .skip: index += word?.count ?? 1
            default: return false
            }
        }
        return true
    }

    /// Whether a title is that of a list of features, or of parts that people play: `Features: reviews, ratings`.
    private func namesFeature(_ title: Range<Int>) -> Bool {
        title.contains { index in
            lexicon.keywords.match(tokens, at: index, where: { $0 == .feature || $0 == .technology || $0 == .later })
                != nil
        }
    }

    private func singularName(_ range: Range<Int>) -> String {
        let words = source.words(lists.withoutArticles(tokens, range.prefix { !tokens[$0].isMark("(") })).entityName
        return lexicon.inflector.singular(of: words)
    }

    private func isPluralName(_ range: Range<Int>) -> Bool {
        let words = source.words(lists.withoutArticles(tokens, range.prefix { !tokens[$0].isMark("(") })).entityName
        return lexicon.inflector.isPlural(words)
    }

    private func isKnownPlural(_ range: Range<Int>) -> Bool {
        isPluralName(range) && lexicon.entity(named: singularName(range)) != nil
    }
}
