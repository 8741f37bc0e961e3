import MGELayers

/// What a part of a list says of several fields before it.
extension ProseReader {
    /// `a passport number and a phone, both optional`: of the two fields named last.
    mutating func readLastTwo(_ part: Range<Int>, _ progress: ListProgress, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.tokens(part)
        if readUnitOfAll(part, progress, sentence) || readBothRoles(part, progress, sentence) { return true }
        guard progress.names.count > 1, let start = startOfTwo(tokens, sentence) else { return false }
        if readTypeOfTwo(span(start, tokens.upperBound), progress, sentence) { return true }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, span(start, tokens.upperBound), lexicon: lexicon)
        if lexicon.language == .spanish, start + 1 < tokens.upperBound,
            reader.word(sentence.source.tokens, at: start)?.meaning == .preposition
        {
            // `ambas en kilovatios`
            attributes.unit = lexicon.unit(sentence.source.tokens, at: start + 1)?.type
        }
        guard !attributes.isEmpty || attributes.unit != nil else { return false }
        let lexicon = lexicon
        for name in progress.names.suffix(2) {
            facts.update(progress.owner.entity, named: name) { attributes.apply(to: &$0, lexicon: lexicon) }
        }
        isUsed = true
        return true
    }

    /// `a planned arrival and a planned departure, both datetimes`.
    private mutating func readTypeOfTwo(
        _ words: Range<Int>, _ progress: ListProgress, _ sentence: ProseSentence
    ) -> Bool {
        guard lexicon.language == .english, (1...3).contains(words.count) else { return false }
        let name = lexicon.inflector.singular(of: sentence.source.words(words).lowercased())
        guard let type = lexicon.types.meaning(of: Tokenizer.tokenize(LocatedText(name)).tokens), type != .enum else {
            return false
        }
        for name in progress.names.suffix(2) {
            facts.update(progress.owner.entity, named: name) { $0.type = FieldAttributes.phrase(type.rawValue, $0) }
        }
        return true
    }

    /// `an author and a reviewer, both of them clerks`: the two fields named last are references.
    private mutating func readBothRoles(
        _ part: Range<Int>, _ progress: ListProgress, _ sentence: ProseSentence
    ) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, let target = sentence.mentions(in: part).first?.mention, target.isPlural,
            progress.names.count > 1, let first = part.first,
            let both = lexicon.prose.match(
                tokens, at: sentence.items[first].range.lowerBound, where: { $0 == .lastTwo }),
            span(sentence.items[first].range.lowerBound + both.count, target.range.lowerBound).allSatisfy({
                ["of", "them", "being", "are", "the", "our"].contains(tokens[$0].folded)
            })
        else { return false }
        for name in progress.names.suffix(2) {
            let isOptional = facts.field(named: name, of: progress.owner.entity)?.optional != nil
            facts.remove(name, of: progress.owner.entity)
            facts.add(
                ProseFacts.Evidence(
                    kind: .one, source: progress.owner.entity, target: target.entity,
                    role: Located(text: name, place: sentence.located(target.range).place),
                    isOptional: isOptional || progress.isPossible, words: sentence.located(target.range)))
        }
        isUsed = true
        return true
    }

    /// `el pecho, la cintura y el largo, todo en centímetros`: of all that were named of which nothing else is known.
    private mutating func readUnitOfAll(
        _ part: Range<Int>, _ progress: ListProgress, _ sentence: ProseSentence
    ) -> Bool {
        let tokens = sentence.source.tokens
        let words = sentence.tokens(part)
        guard lexicon.language == .spanish, words.count > 2, progress.names.count > 1,
            ["todo", "todos", "todas"].contains(tokens[words.lowerBound].folded),
            tokens[words.lowerBound + 1].folded == "en",
            let unit = lexicon.unit(tokens, at: words.lowerBound + 2)
        else { return false }
        for name in progress.names where lexicon.fieldItem(for: name) == nil {
            facts.update(progress.owner.entity, named: name) {
                $0.type = $0.type ?? FieldAttributes.phrase(unit.type, $0)
            }
        }
        return true
    }

    /// Where it begins to be said what is so of both, in Spanish also before these words: `vacíos los dos hasta que se juega`.
    private func startOfTwo(_ range: Range<Int>, _ sentence: ProseSentence) -> Int? {
        let tokens = sentence.source.tokens
        if let two = lexicon.prose.match(tokens, at: range.lowerBound, where: { $0 == .lastTwo }) {
            return range.lowerBound + two.count
        }
        // `neither below 0`
        if tokens[range.lowerBound].folded == "neither" { return range.lowerBound }
        // `a first reading and a last reading, null until they are taken`
        if lexicon.language == .english, range.count < 9, range.contains(where: { tokens[$0].folded == "they" }),
            range.contains(where: { ["until", "till", "unless", "before"].contains(tokens[$0].folded) }),
            lexicon.prose.match(tokens, at: range.lowerBound, where: { $0 == .optional }) != nil
        {
            return range.lowerBound
        }
        guard lexicon.language == .spanish, range.count > 1,
            lexicon.prose.match(tokens, at: range.lowerBound, where: \.isSaid) != nil,
            lexicon.prose.match(tokens, at: range.lowerBound + 1, where: { $0 == .lastTwo }) != nil
        else { return nil }
        return range.lowerBound
    }

    /// `alias y correo (los dos únicos)`: of the two fields named last.
    mutating func readLastTwo(behind part: Range<Int>, _ progress: ListProgress, _ sentence: ProseSentence) {
        if lexicon.language == .english { return readBothSaid(part, progress, sentence) }
        guard progress.names.count > 1, let group = part.last,
            case .group = sentence.items[group].kind
        else { return }
        let tokens = sentence.items[group].range.dropFirst().dropLast()
        guard let start = tokens.first,
            let two = lexicon.prose.match(sentence.source.tokens, at: start, where: { $0 == .lastTwo })
        else { return }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, span(start + two.count, tokens.upperBound), lexicon: lexicon)
        let lexicon = lexicon
        for name in progress.names.suffix(2) where !attributes.isEmpty {
            facts.update(progress.owner.entity, named: name) { attributes.apply(to: &$0, lexicon: lexicon) }
        }
    }

    /// `a start time and an end time that are both null at first`: of the two fields named last.
    private mutating func readBothSaid(_ part: Range<Int>, _ progress: ListProgress, _ sentence: ProseSentence) {
        guard progress.names.count > 1,
            let relative = part.first(where: { sentence.items[$0].word == .relative }), relative + 3 < part.upperBound,
            [.be, .can, .must].contains(sentence.items[relative + 1].word)
        else { return }
        let tokens = sentence.tokens(span(relative + 2, part.upperBound))
        guard lexicon.prose.match(sentence.source.tokens, at: tokens.lowerBound, where: { $0 == .lastTwo }) != nil
        else { return }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, tokens.dropFirst(), lexicon: lexicon)
        guard !attributes.isEmpty else { return }
        let lexicon = lexicon
        for name in progress.names.suffix(2) {
            facts.update(progress.owner.entity, named: name) { attributes.apply(to: &$0, lexicon: lexicon) }
        }
    }

    /// Whether words for what nothing else has end with whose it is: `una letra propia de cada sala`.
    func saysOfEach(_ words: Range<Int>, _ rest: Range<Int>, _ sentence: ProseSentence) -> Bool {
        lexicon.language == .spanish
            && lexicon.prose.match(sentence.source.tokens, at: words.upperBound - 1, where: { $0 == .each }) != nil
            && sentence.mentions.contains {
                $0.range.lowerBound == rest.lowerBound && $0.range.upperBound == rest.upperBound
            }
    }

    /// Whether a word for one is a bound: `páginas, una como poco`.
    func isBoundOne(_ item: ProseItem, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, item.word == .article else { return false }
        let bound = lexicon.prose.match(
            sentence.source.tokens, at: item.range.upperBound, where: { $0 == .minimum || $0 == .maximum })
        return bound.map { $0.count > 1 } ?? false
    }
}
