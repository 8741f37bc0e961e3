import MGELayers

/// What there is once only: `one rating per listener and episode`.
extension SeedReader {
    /// A thing and those of which each has one at most, as ranges of tokens.
    struct Limit {
        /// Empty when it is the entity that was named before: `one per listener`.
        var owner: Range<Int>
        var others: [Range<Int>]
        var range: Range<Int>
    }

    /// The limits in a list, of entities that are known or listed.
    func onePer(in range: Range<Int>) -> [Limit] {
        var limits: [Limit] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let limit = limit(at: index, in: range) {
                limits.append(limit)
                index = limit.range.upperBound
            } else {
                index += 1
            }
        }
        return limits
    }

    private func limit(at start: Int, in range: Range<Int>) -> Limit? {
        let isOne: (ProseWord) -> Bool = { [lexicon] in
            $0 == .one || $0 == .article && lexicon.language == .spanish
        }
        guard let one = lexicon.prose.match(tokens, at: start, where: isOne) else { return nil }
        let first = start + one.count
        let per = (first..<min(first + 4, range.upperBound)).first { word(.per, at: $0) != nil }
        guard let per, let count = word(.per, at: per), per + count < range.upperBound,
            (first..<per).allSatisfy({ tokens[$0].isName }), first == per || isKnown(first..<per)
        else { return nil }
        let end = (per + count..<range.upperBound).first { tokens[$0].kind == .mark } ?? range.upperBound
        let others = lists.parts(of: tokens, per + count..<end).map { lists.withoutArticles(tokens, $0) }
        guard (1...3).contains(others.count), others.allSatisfy(isKnown) else { return nil }
        return Limit(owner: first..<per, others: others, range: start..<end)
    }

    private func word(_ wanted: ProseWord, at index: Int) -> Int? {
        lexicon.prose.match(tokens, at: index, where: { $0 == wanted })?.count
    }

    private func isKnown(_ range: Range<Int>) -> Bool {
        let name = lexicon.inflector.singular(of: source.words(range).entityName)
        let isListed = tokens.indices.contains { index in
            index + range.count <= tokens.count && !range.contains(index)
                && lexicon.inflector.singular(of: source.words(index..<index + range.count).entityName) == name
        }
        return lexicon.entity(named: name) != nil || isListed
    }

    /// Adds the entities of a limit that are not named besides, and what is unique together.
    mutating func add(_ limit: Limit) {
        let owner: Int
        if limit.owner.isEmpty {
            guard let last = seed.entities.indices.last else { return leave(limit.range) }
            owner = last
        } else {
            owner = position(of: limit.owner)
        }
        let names = limit.others.map { seed.entities[position(of: $0)].name.text }
        let places = limit.others.map { tokens[$0.lowerBound].place }
        seed.entities[owner].uniqueGroups.append(
            UniqueGroup(
                names: zip(names, places).map { name, place in
                    Located(text: lexicon.inflector.singular(of: name.entityName), place: place)
                }, place: tokens[limit.range.lowerBound].place))
    }

    /// The entity of that name, which is added when it is not there.
    private mutating func position(of range: Range<Int>) -> Int {
        let name = lexicon.inflector.singular(of: source.words(range).entityName)
        let position = seed.entities.firstIndex { lexicon.inflector.singular(of: $0.name.text.entityName) == name }
        if let position { return position }
        addEntity(range)
        return seed.entities.count - 1
    }
}

extension Range<Int> {
    /// What is left of it between some parts of it, which are in order.
    func without(_ parts: [Range<Int>]) -> [Range<Int>] {
        var left: [Range<Int>] = []
        var start = lowerBound
        for part in parts {
            if start < part.lowerBound { left.append(start..<part.lowerBound) }
            start = part.upperBound
        }
        return start < upperBound ? left + [start..<upperBound] : left
    }
}
