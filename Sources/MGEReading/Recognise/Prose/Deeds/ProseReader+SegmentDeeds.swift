import MGECore
import MGELayers

/// What comes of what somebody does, and keeps who did it, to what and when.
extension ProseReader {
    /// `los huéspedes reservan habitaciones entre una fecha de entrada y una de salida`: a booking of each refers to both.
    mutating func readDeed(_ segment: Segment, _ subject: Mention, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, segment.verb == nil, !segment.isNegated, !segment.isOurs,
            !segment.isFronted, segment.objects.lowerBound > 0, let deed = deed(of: segment), deed != subject.entity,
            let (index, object) = sentence.mentions(in: segment.objects).first, object.entity != deed,
            object.entity != subject.entity,
            span(segment.objects.lowerBound, index).allSatisfy({
                let word = sentence.items[$0].word
                return word?.isDeterminer == true || word == .preposition || word == .skip
            })
        else { return false }
        let verb = sentence.items[segment.objects.lowerBound - 1].range
        let made = Mention(entity: deed, range: verb, isPlural: false, quantity: .article, start: verb.lowerBound)
        for other in [subject, object] {
            addEvidence(.one, made, oneOf(other), sentence, part: segment.objects)
        }
        readSaidOfDeed(span(index + 1, segment.objects.upperBound), of: made, to: object, sentence)
        return true
    }

    /// `los clientes encargan pasteles para una fecha de recogida`: when something is to be there is said of it, and not of
    /// who asks for it.
    mutating func readWhenMade(
        _ range: Range<Int>, by subject: Mention, _ segment: Segment, _ sentence: ProseSentence
    ) -> Bool {
        guard lexicon.language == .spanish, segment.verb == nil, !segment.isFronted, subject.isPlural,
            isAgent(subject.entity), let (index, made) = sentence.mentions(in: range).first, !isAgent(made.entity)
        else { return false }
        let tokens = sentence.source.tokens
        for place in span(index + 1, range.upperBound)
        where ["para", "en"].contains(tokens[sentence.items[place].range.lowerBound].folded) {
            _ = readMoments(from: place + 1, to: range.upperBound, of: made, sentence)
        }
        return true
    }

    /// The entity that comes of a verb, where the text has it.
    func deed(of segment: Segment) -> Int? {
        let verb = segment.words.lowercased()
        for words in [verb, "se " + verb, verb + "n", "se " + verb + "n"] {
            let tokens = Tokenizer.tokenize(LocatedText(words)).tokens
            guard let found = lexicon.deeds.match(tokens, at: 0), found.count == tokens.count else { continue }
            let known = lexicon.entity(named: found.meaning)?.name
            return candidates.candidates.firstIndex { candidate in
                candidate.name == found.meaning || lexicon.entity(named: candidate.name)?.name == known
            }
        }
        return nil
    }

    private func oneOf(_ mention: Mention) -> Mention {
        var one = mention
        (one.isPlural, one.quantity, one.modifier) = (false, .article, nil)
        return one
    }

    /// Reads when it is done, how much is given and what it is done with.
    private mutating func readSaidOfDeed(
        _ range: Range<Int>, of made: Mention, to object: Mention, _ sentence: ProseSentence
    ) {
        let tokens = sentence.source.tokens
        let leads: Set<String> = ["entre", "desde", "hasta", "en", "para", "durante", "a"]
        var index = range.lowerBound
        while index < range.upperBound {
            let item = sentence.items[index]
            if item.word == .with {
                let rest = span(index + 1, range.upperBound)
                let isOne = rest.first.map { sentence.items[$0].word == .article } ?? false
                guard let other = sentence.mentions(in: rest).first, isOne, other.index == index + 2 else {
                    let owner = isOne || leadsToMoment(index + 1, sentence) ? made : object
                    return readList(rest, of: owner, sentence)
                }
                // `reservan clases con un profesor`
                addEvidence(.one, made, oneOf(other.mention), sentence, part: range)
                index = other.index
            } else if leads.contains(tokens[item.range.lowerBound].folded) {
                index = readMoments(from: index + 1, to: range.upperBound, of: made, sentence)
                continue
            } else if item.range.lowerBound + 3 < tokens.count, tokens[item.range.lowerBound].folded == "de",
                tokens[item.range.lowerBound + 1].kind == .number, tokens[item.range.lowerBound + 2].folded == "a"
            {
                readMarks(span(item.range.lowerBound, item.range.lowerBound + 4), of: made, sentence)
            }
            index += 1
        }
    }

    /// Dates and times behind a preposition: `una fecha de entrada y una de salida`, `una fecha y hora`.
    /// - Returns: the item behind them.
    private mutating func readMoments(
        from start: Int, to end: Int, of made: Mention, _ sentence: ProseSentence
    ) -> Int {
        let tokens = sentence.source.tokens
        var index = start
        var head: String?
        while index < end {
            while index < end, sentence.items[index].word?.isDeterminer == true { index += 1 }
            if let head, index < end,
                tokens[sentence.items[index].range.lowerBound].folded.hasPrefix("un")
                    || tokens[sentence.items[index].range.lowerBound].isOf
            {
                // `una de salida`
                let words = sentence.tokens(span(index, min(index + 2, end)))
                guard let of = words.first(where: { tokens[$0].isOf }), of + 1 < words.upperBound,
                    tokens[of + 1].kind == .word
                else { return index }
                let name = head + " de " + tokens[of + 1].text
                let field = FieldItem(name: Located(text: name, place: tokens[of + 1].place), words: name)
                facts.add(field, to: made.entity)
                return index + 2
            }
            let stop = span(index, end).first { place in
                let item = sentence.items[place]
                return item.word == .and || item.word == .with || item.kind.isMark
                    || ["hasta", "para", "en"].contains(tokens[item.range.lowerBound].folded)
            }
            guard let field = knownField(span(index, stop ?? end), sentence), isMoment(field) else { return index }
            facts.add(field, to: made.entity)
            isUsed = true
            head = field.name.text.split(separator: " ").first.map(String.init)
            guard let stop, sentence.items[stop].word == .and else { return stop ?? end }
            index = stop + 1
        }
        return index
    }

    private func isMoment(_ field: FieldItem) -> Bool {
        let usual = lexicon.fieldItem(for: field.name.text) ?? ""
        return usual.hasPrefix("date") || usual.hasPrefix("time")
    }

    /// How good somebody finds something: `puntúan las recetas de 1 a 5`.
    private mutating func readMarks(_ range: Range<Int>, of made: Mention, _ sentence: ProseSentence) {
        let known = lexicon.entity(named: candidates.candidates[made.entity].name)?.fields ?? []
        guard known.contains(where: { $0.contains("max ") }) else { return }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, range, lexicon: lexicon)
        var field = FieldItem(
            name: Located(text: "puntuación", place: sentence.source.tokens[range.lowerBound].place),
            words: sentence.source.words(range))
        field.type = FieldAttributes.phrase("integer", field)
        attributes.apply(to: &field, lexicon: lexicon)
        facts.add(field, to: made.entity)
    }
}

extension ProseItem.Kind {
    fileprivate var isMark: Bool {
        if case .mark = self { true } else { false }
    }
}
