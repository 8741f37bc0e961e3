import MGELayers

/// What something is said to have several of, which have something themselves.
extension EntityFinder {
    /// Whether something has several of it, which have more than one field: `each hotel has rooms with a number and a floor`.
    func hasListWithin(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        let start = behindKinds(tokens, place.phrase.upperBound)
        guard lexicon.language == .english, place.isPlural, place.quantity == nil || place.quantity == .many,
            place.after == .has, !place.startsClause, reader.word(tokens, at: start)?.meaning == .with,
            reader.word(tokens, at: start + 1).map({ $0.meaning == .article }) ?? true
        else { return false }
        var isList = false
        var isField = hasField(place.sentence, after: start)
        for index in span(start + 1, min(start + 24, tokens.count)) {
            let isMark = tokens[index].isMark(",")
            guard isMark || reader.word(tokens, at: index)?.meaning == .and else { continue }
            isList = true
            var next = index + 1
            while let word = reader.word(tokens, at: next), word.meaning == .article || word.meaning == .and {
                next += word.count
            }
            guard let phrase = reader.nounPhrase(tokens, from: next) else { continue }
            isField = isField || lexicon.fieldItem(for: place.sentence.words(phrase).lowercased()) != nil
        }
        return isList && isField
    }

    /// What it says for several that they keep several others: `users track expenses`, `collectors track coins with a year`.
    func weightAsKeeper(_ place: NounPlace) -> Int {
        let tokens = place.sentence.tokens
        guard lexicon.language == .english, place.isPlural, place.quantity == nil, place.startsClause,
            let verb = keeping(tokens, at: place.phrase.upperBound),
            reader.word(tokens, at: verb) == nil, let object = reader.nounPhrase(tokens, from: verb),
            lexicon.inflector.isPlural(place.sentence.words(object).entityName),
            lexicon.fieldItem(for: place.sentence.words(object).lowercased()) == nil
                || lexicon.entity(named: lexicon.inflector.singular(of: place.sentence.words(object).entityName)) != nil
        else { return 0 }
        if let and = reader.word(tokens, at: object.upperBound), and.meaning == .and,
            object.upperBound + and.count < tokens.count,
            !lexicon.inflector.isPlural(tokens[object.upperBound + and.count].text.lowercased())
        {
            // `users list items and place bids`
            return 0
        }
        let isKnown = lexicon.entity(named: lexicon.inflector.singular(of: place.words)) != nil
        let hasFields =
            reader.word(tokens, at: object.upperBound)?.meaning == .with
            && hasField(place.sentence, after: object.upperBound)
        return isKnown || !hasFields ? 1 : 2
    }

    /// Where a verb of keeping ends, behind *can* too.
    private func keeping(_ tokens: [Token], at index: Int) -> Int? {
        guard let first = reader.word(tokens, at: index) else { return nil }
        if first.meaning == .keep { return index + first.count }
        guard first.meaning == .can, let next = reader.word(tokens, at: index + first.count), next.meaning == .keep
        else { return nil }
        return index + first.count + next.count
    }

    /// Whether something is said to belong to it in so many words: `a guest belongs to a wedding`.
    func isBelongedTo(_ tokens: [Token], before phrase: Int) -> Bool {
        phrase > 3 && tokens[phrase - 2].folded == "to" && ["belongs", "belong"].contains(tokens[phrase - 3].folded)
    }

    /// Whether several others do something to them: `los agentes publican propiedades con dirección y precio`.
    private func isBehindVerbOfSeveral(_ tokens: [Token], _ start: Int) -> Bool {
        guard start > 1, tokens[start - 1].kind == .word,
            ["an", "en"].contains(where: tokens[start - 1].folded.hasSuffix),
            tokens[start - 2].kind == .word
        else { return false }
        return lexicon.inflector.isPlural(tokens[start - 2].text.lowercased())
    }

    func isDoneBySeveral(_ place: NounPlace) -> Bool {
        lexicon.language == .spanish && isBehindVerbOfSeveral(place.sentence.tokens, place.phrase.lowerBound)
    }

    /// What is behind parentheses: `memberships (monthly, yearly) with a start and end date`.
    func behindKinds(_ tokens: [Token], _ index: Int) -> Int {
        guard index < tokens.count, tokens[index].isMark("("),
            let close = span(index, min(index + 20, tokens.count)).first(where: { tokens[$0].isMark(")") })
        else { return index }
        return close + 1
    }

    /// Whether several of it have fields in parentheses: `a team has players (name, number, position)`.
    func hasFieldsInGroup(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        let start = place.phrase.upperBound
        let close = behindKinds(tokens, start)
        guard lexicon.language == .english, place.isPlural, place.after == .has, !place.startsClause, close > start + 3
        else { return false }
        let parts = lists.parts(of: tokens, span(start + 1, close - 1))
        let known = parts.count { part in
            lexicon.hasField(named: place.sentence.words(lists.withoutArticles(tokens, part)).lowercased())
        }
        return parts.count > 1 && known * 2 >= parts.count
    }

    /// Whether several have something themselves that were just named as what another has: `the garage has floors, and floors
    /// have spots`.
    func isChained(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        guard place.isPlural, place.phrase.count == 1, place.follows == .has, place.startsClause,
            place.quantity == nil || place.quantity == .definite, let noun = place.phrase.first, noun > 3
        else { return false }
        return span(2, noun).contains { before in
            tokens[before].key == tokens[noun].key && reader.word(tokens, at: before - 1)?.meaning == .has
        }
    }

    /// Whether it is all that something is said to have, and no usual field: `floors have spots`, `a shelf holds boxes`.
    func isAllThatIsHad(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        let (start, end) = (place.phrase.lowerBound, place.phrase.upperBound)
        guard place.isPlural, place.quantity == nil, place.after == .has, !place.startsClause, start > 1,
            place.phrase.count == 1 || isKnownHead(place), reader.word(tokens, at: start - 1)?.meaning == .has,
            lexicon.prose.match(
                tokens, at: max(0, start - 2), where: { [.they, .it, .relative, .flag].contains($0) })
                == nil,
            end >= tokens.count || tokens[end].isMark(".") || tokens[end].isMark(",")
                || reader.word(tokens, at: end)?.meaning == .and,
            // `some have lights` says what only some have.
            !span(clauseStart(tokens, before: start), start).contains(where: {
                [.many, .not, .can, .we].contains(reader.word(tokens, at: $0)?.meaning)
            }),
            isKnownHead(place)
                || lexicon.fieldItem(for: place.words) == nil
                    && lexicon.fieldItem(for: lexicon.inflector.singular(of: place.words)) == nil
        else { return false }
        return end + 1 >= tokens.count || beginsChain(tokens, from: end)
    }

    private func isKnownHead(_ place: NounPlace) -> Bool {
        let head = lexicon.inflector.head(of: lexicon.inflector.singular(of: place.words))
        return lexicon.language == .english && place.phrase.count == 2 && lexicon.entity(named: head) != nil
    }

    /// Whether it is one of several in a list of nothing else, with one that is known: `spaces have desks and meeting rooms`.
    func isAmongHad(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        guard place.isPlural, place.quantity == nil, place.phrase.count < 3,
            let verb = span(1, place.phrase.lowerBound).last(where: { reader.word(tokens, at: $0)?.meaning == .has }),
            lexicon.prose.match(tokens, at: verb - 1, where: { [.they, .it, .relative, .flag].contains($0) }) == nil,
            !span(clauseStart(tokens, before: verb), verb).contains(where: {
                [.many, .not, .can, .we].contains(reader.word(tokens, at: $0)?.meaning)
            })
        else { return false }
        let last = tokens.last?.isMark(".") == true ? tokens.count - 1 : tokens.count
        let list = span(verb + 1, last)
        return areBarePlurals(list, place.sentence)
    }

    /// Whether nothing but several of this and of that is named, each of which may be an entity, and one is.
    private func areBarePlurals(_ range: Range<Int>, _ sentence: TokenizedText) -> Bool {
        let parts = lists.parts(of: sentence.tokens, range)
        let names = parts.map { lexicon.inflector.singular(of: sentence.words($0).entityName) }
        func isKnown(_ name: String) -> Bool {
            lexicon.entity(named: name) != nil || lexicon.entity(named: lexicon.inflector.head(of: name)) != nil
        }
        guard parts.count > 1, names.contains(where: isKnown) else { return false }
        return zip(parts, names).allSatisfy { part, name in
            part.allSatisfy { sentence.tokens[$0].kind == .word && reader.word(sentence.tokens, at: $0) == nil }
                && lexicon.inflector.isPlural(sentence.words(part).entityName)
                && (isKnown(name) || part.count == 1 && lexicon.fieldItem(for: name) == nil)
        }
    }

    /// Whether a sentence is nothing but several of it with a list of fields: `donors with name, blood group and last donation`.
    func beginsWithFields(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        let start = place.phrase.upperBound
        guard place.isPlural, place.quantity == nil, place.phrase.lowerBound == 0,
            let with = reader.word(tokens, at: start), with.meaning == .with, start + with.count < tokens.count,
            hasField(place.sentence, after: start)
        else { return false }
        let rest = span(start + with.count, tokens.count)
        return rest.contains { tokens[$0].isMark(",") || reader.word(tokens, at: $0)?.meaning == .and }
            && !rest.contains { index in
                let word = reader.word(tokens, at: index)?.meaning
                return word == .has || word == .be || word == .can || word == .must || word == .belongs
            }
    }

    private func clauseStart(_ tokens: [Token], before index: Int) -> Int {
        span(0, index).last { tokens[$0].kind == .mark || reader.word(tokens, at: $0)?.meaning == .and } ?? 0
    }

    /// Whether another clause begins that says what several have: `…, columns have cards`.
    private func beginsChain(_ tokens: [Token], from end: Int) -> Bool {
        var index = end
        while index < tokens.count, tokens[index].isMark(",") || reader.word(tokens, at: index)?.meaning == .and {
            index += 1
        }
        while let word = reader.word(tokens, at: index), word.meaning.isDeterminer { index += word.count }
        guard let phrase = reader.nounPhrase(tokens, from: index) else { return false }
        return reader.word(tokens, at: phrase.upperBound)?.meaning == .has
    }
}
