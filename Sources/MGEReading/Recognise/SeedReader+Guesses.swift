import MGELayers

/// What a short description that lists nothing is likely to keep: `Expense tracker`, `app de adopción de mascotas`.
extension SeedReader {
    /// What the words of a description in which nothing else names an entity are about; nil when that can't be told.
    static func guess(
        _ source: TokenizedText, lexicon: Lexicon, stacks: StackFinder, findings: inout Findings
    ) -> Seed? {
        var reader = SeedReader(source, isWhole: true, lexicon: lexicon, stacks: stacks, findings: findings.fresh)
        let isSentence = reader.requestEnd == 0 && source.tokens.last.map { $0.kind == .mark } == true
        if !isSentence { reader.readParts() }
        if reader.seed.entities.isEmpty {
            reader.clauses = [source.tokens.indices]
            reader.guessFromWords()
            reader.addDeeds()
        }
        // `The podcast host is very friendly.`
        guard reader.seed.entities.count > (isSentence ? 1 : 0) else { return nil }
        findings.absorb(reader.findings)
        return reader.seed
    }

    /// Takes the usual entities of the domain, or what it is a collection of, what its words name besides, and what a
    /// clause behind it names.
    mutating func guessFromWords() {
        if let domain = domainRange {
            let usual = usualEntities(in: domain)
            add(usual.map(\.names) ?? [], from: domain)
            let names = knownNames(in: domain, isClause: false)
            let isNamed = collected(in: domain).map { thing in names.contains { $0.contains(head(of: thing)) } }
            if usual == nil, isNamed == false, let thing = collected(in: domain) { guess(from: [thing]) }
            guess(from: names.filter { usual?.range.overlaps($0) != true })
            for other in otherDomains where usual == nil { addUsualEntities(of: other) }
        }
        for clause in clauses {
            guess(from: knownNames(in: clause))
            if domainRange.flatMap(usualEntities) == nil { guess(from: actors(in: clause)) }
        }
    }

    /// Takes the usual entities of what a system is for besides, where all of its words are a domain.
    private mutating func addUsualEntities(of other: Range<Int>) {
        guard let usual = usualEntities(in: other), usual.range == other else { return }
        seed.unused.removeAll { $0.place == tokens[other.lowerBound].place }
        add(usual.names, from: other)
    }

    /// Adds what a domain is a collection of to what is listed: habits for `a habit tracker with reminders`.
    mutating func completeFromCollection() {
        guard let domain = domainRange, let thing = collected(in: domain) else { return }
        let isPlural = lexicon.inflector.isPlural(source.words(thing).entityName)
        // `gestión de un taller` is about one.
        guard isPlural || thing != domain && thing.lowerBound == lists.withoutArticles(tokens, domain).lowerBound else {
            return
        }
        let known = knownNames(in: thing, isClause: false).first { $0.contains(head(of: thing)) }
        let usual = usualEntities(in: domain)?.names
        let name = known.map(singular)
        if let name, usual?.contains(lexicon.entity(named: name)?.name ?? name) == false { return }
        guard let name = known ?? (isPlural && thing != domain && usual == nil ? thing : nil) else { return }
        if !isThere(singular(name)) { seed.entities.insert(guessed(name), at: 0) }
    }

    /// Adds what comes of what somebody does in the sentence: a booking of `to book courts`.
    mutating func addDeeds() {
        guard !seed.entities.isEmpty else { return }
        for index in tokens.indices {
            guard let deed = lexicon.deeds.match(tokens, at: index) else { continue }
            add([deed.meaning], from: index..<index + deed.count)
        }
    }

    /// The usual entities of the longest part of a range that is a domain: `real estate` of `real estate listings`.
    func usualEntities(in range: Range<Int>) -> (names: [String], range: Range<Int>)? {
        for length in stride(from: min(4, range.count), to: 0, by: -1) {
            for start in range.lowerBound...range.upperBound - length {
                let words = source.words(start..<start + length).foldedForComparison
                let names = lexicon.domains[words] ?? lexicon.domains[lexicon.inflector.singular(of: words)]
                if let names { return (names, start..<start + length) }
            }
        }
        return nil
    }

    /// What a range says that there is a collection of: `vinyl` of `my vinyl collection`, `gastos` of `gestor de gastos`.
    func collected(in range: Range<Int>) -> Range<Int>? {
        var range = lists.withoutArticles(tokens, range)
        var isCollection = false
        while !range.isEmpty, let count = matches(range.lowerBound, .collectionOf), count < range.count {
            range = lists.withoutArticles(tokens, range.lowerBound + count..<range.upperBound)
            isCollection = true
        }
        while range.count > 1, matches(range.upperBound - 1, .collection) == 1 {
            range = range.lowerBound..<range.upperBound - 1
            isCollection = true
        }
        // `visitas a un museo`
        let end = range.dropFirst().first {
            lexicon.inflector.isPreposition(tokens[$0].folded) && matches($0, .of) == nil
        }
        range = range.lowerBound..<(end ?? range.upperBound)
        guard (1...3).contains(range.count), tokens[range].allSatisfy({ $0.kind == .word }),
            matches(range.lowerBound, .entitySection) != range.count
        else { return nil }
        return isCollection || isManaged || lexicon.inflector.isPlural(source.words(range).entityName) ? range : nil
    }

    /// The word of a phrase that says what it is: the first in Spanish, the last in English.
    private func head(of range: Range<Int>) -> Int {
        lexicon.language == .spanish ? range.lowerBound : range.upperBound - 1
    }

    /// The known entities that a range names, the longest first at each place; in a clause, in the plural or with an article.
    func knownNames(in range: Range<Int>, isClause: Bool = true) -> [Range<Int>] {
        var names: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let name = knownName(at: index, in: range, isClause: isClause) {
                names.append(name)
                index = name.upperBound
            } else {
                index += 1
            }
        }
        return names
    }

    private func knownName(at start: Int, in range: Range<Int>, isClause: Bool) -> Range<Int>? {
        for length in stride(from: min(4, range.upperBound - start), to: 0, by: -1) {
            let name = start..<start + length
            guard tokens[name].allSatisfy({ $0.kind == .word }), lexicon.entity(named: singular(name)) != nil else {
                continue
            }
            guard isClause else { return name }
            let isDetermined = start > 0 && lists.withoutArticles(tokens, start - 1..<start).isEmpty
            let isAlone = length == range.count || length > 1
            let isPlural = lexicon.inflector.isPlural(source.words(name).entityName)
            // `customer reviews` may be what customers do.
            let isBehindNoun =
                start > range.lowerBound && isPlural && isName(start - 1)
                && !(start > range.lowerBound + 1 && isPluralWord(start - 2))
            if isDetermined || isAlone || isPlural && !isBehindNoun { return name }
        }
        return nil
    }

    /// Who does something in a clause that names what is known: `employers` of `employers post jobs`.
    private func actors(in clause: Range<Int>) -> [Range<Int>] {
        let names = knownNames(in: clause)
        let first = lists.withoutArticles(tokens, clause).prefix(1)
        guard !first.isEmpty, first.upperBound < clause.upperBound, first.allSatisfy(isPluralWord), !names.isEmpty,
            !names.contains(where: { $0.overlaps(first) }), lexicon.prose.match(tokens, at: first.lowerBound) == nil,
            lexicon.keywords.match(tokens, at: first.lowerBound) == nil
        else { return [] }
        return [first]
    }

    private func isPluralWord(_ index: Int) -> Bool {
        tokens[index].kind == .word && lexicon.inflector.isPlural(source.words(index..<index + 1).entityName)
    }

    /// Whether a word by itself is a known entity, in the singular.
    private func isName(_ index: Int) -> Bool {
        let word = source.words(index..<index + 1).entityName
        return tokens[index].kind == .word && lexicon.entity(named: word)?.name == word
    }

    private func singular(_ range: Range<Int>) -> String {
        lexicon.inflector.singular(of: source.words(range).entityName)
    }

    private func isThere(_ name: String) -> Bool {
        seed.entities.contains { lexicon.inflector.singular(of: $0.name.text.entityName) == name }
    }

    private mutating func guess(from ranges: [Range<Int>]) {
        for range in ranges where !isThere(singular(range)) { seed.entities.append(guessed(range)) }
    }

    private func guessed(_ range: Range<Int>) -> EntityStatement {
        EntityStatement(
            form: .named, name: Located(text: source.words(range), place: tokens[range.lowerBound].place),
            isGuessed: true)
    }

    private mutating func add(_ names: [String], from range: Range<Int>) {
        let words = Located(text: source.words(range), place: tokens[range.lowerBound].place)
        seed.entities += names.filter { !isThere($0) }.map { name in
            EntityStatement(
                form: .named, name: Located(text: name, place: words.place), isGuessed: true, source: words.text)
        }
    }
}
