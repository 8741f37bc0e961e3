import MGECore
import MGELayers

/// When something is done, and with what, which what comes of it keeps: `guests book rooms between a check-in date and …`.
extension ProseReader {
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

    /// Reads when something is done, and what it is done with, behind what it is done to.
    mutating func readSaid(of deed: Deed, made entity: Int, _ sentence: ProseSentence) {
        guard let object = deed.object.flatMap({ mention(in: $0, sentence) }),
            let first = sentence.items.firstIndex(where: { $0.range.lowerBound >= object.range.upperBound }),
            let last = sentence.items.lastIndex(where: { $0.range.upperBound <= deed.end }), first <= last
        else { return }
        let made = Mention(
            entity: entity, range: deed.verb, isPlural: false, quantity: .article, start: deed.verb.lowerBound)
        let range = first..<last + 1
        var index = first
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
                refer(made.entity, to: other.mention, sentence)
                index = other.index
            } else if item.word == .preposition {
                index = readMoments(from: index + 1, to: range.upperBound, of: made, sentence)
                continue
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
}

extension ProseItem.Kind {
    fileprivate var isMark: Bool {
        if case .mark = self { true } else { false }
    }
}
