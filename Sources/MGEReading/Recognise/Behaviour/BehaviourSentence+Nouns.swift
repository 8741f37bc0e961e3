extension BehaviourSentence {
    /// The first item of what only helps the verb at an item: `can be`, `should also`.
    func auxiliaries(before item: Int) -> Int {
        var index = item
        while index > 0, let word = items[index - 1].word,
            [.can, .must, .be, .skip, .when].contains(word) || isBe(index - 1)
        {
            index -= 1
        }
        return index
    }

    /// Whether an item is a form of *to be*, also where the same letters are another word too: `está` and `esta`.
    func isBe(_ item: Int) -> Bool { word(items[item].range.lowerBound, .be) == items[item].range.count }

    /// The nouns that end before an item, with nothing but commas, articles and `and` between them.
    /// - Returns: the nouns in their order, and their first item; none when something else stands there.
    func nouns(before item: Int) -> (nouns: [Behaviour.Noun], start: Int) {
        var nouns: [Behaviour.Noun] = []
        var index = item
        var start = item
        while index > 0, let found = noun(before: index) {
            nouns.insert(found.noun, at: 0)
            start = found.start
            index = found.start
            guard index > 1, items[index - 1].word == .and || items[index - 1].isMark(",") else { break }
            index -= items[index - 1].word == .and && items[index - 2].isMark(",") ? 2 : 1
        }
        return (nouns, start)
    }

    private func noun(before item: Int) -> (noun: Behaviour.Noun, start: Int)? {
        var start = item - 1
        var noun: Behaviour.Noun
        if let mention = items[start].mention {
            noun = self.noun(mention)
            while start > 0, items[start - 1].range.lowerBound >= mention.start { start -= 1 }
        } else if isLoose(items[start]), items[start].range.count == 1 {
            while start > 0, items[start - 1].isName, item - start < 3, said(token(of: start - 1), .signsUp) == nil {
                start -= 1
            }
            let range = span(token(of: start), items[item - 1].range.upperBound)
            let words = located(range)
            noun = Behaviour.Noun(words: words, isPlural: lexicon.inflector.isPlural(words.text.lowercased()))
        } else {
            return nil
        }
        while start > 0, let word = items[start - 1].word, word.isDeterminer || word == .skip { start -= 1 }
        noun.words.text = noun.words.text.trimmed
        return (noun, start)
    }

    /// Whether an item is a word that may be a noun.
    private func isLoose(_ item: ProseItem) -> Bool {
        item.isName || said(item.range.lowerBound, .people, .user, .administrator, .ownerWord) != nil
    }

    /// The entities that a verb at an item is said of: those right before it, or else the one that the sentence is about.
    func subjects(before item: Int) -> [Mention] {
        let end = auxiliaries(before: item)
        if end > 0, let mention = items[end - 1].mention {
            var found = [mention]
            var index = end - 1
            while index > 0, items[index].range.lowerBound > mention.start { index -= 1 }
            while index > 1, items[index - 1].word == .and || items[index - 1].isMark(","),
                let other = items[index - 2].mention, isListed(other, at: index - 2)
            {
                found.insert(other, at: 0)
                index -= 2
            }
            return found
        }
        return topic(before: item).map { [$0] } ?? []
    }

    /// Whether a mention is no part of another clause: nothing but its own words before it.
    private func isListed(_ mention: Mention, at index: Int) -> Bool {
        mention.start == 0
            || items[..<index].allSatisfy {
                $0.mention != nil || $0.word?.isDeterminer == true || $0.isMark(",") || $0.word == .and || $0.isName
            }
    }

    /// The entity that the sentence begins with, when no preposition leads to it.
    func topic(before item: Int) -> Mention? {
        for index in items.indices.prefix(item) {
            if let mention = items[index].mention { return mention }
            guard
                items[index].word?.isDeterminer == true || items[index].word == .skip || items[index].word == .when
                    || items[index].isMark(",") || items[index].isName && index < 2
            else { return nil }
        }
        return nil
    }

    // MARK: Lists

    /// Nouns from a token on, between commas and `and`, up to what is none.
    /// - Parameters:
    ///   - start: the first token.
    ///   - lead: words that may stand before each of them: `by title or by author`.
    /// - Returns: the nouns, and the token behind them.
    func list(from start: Int, lead: BehaviourWord? = nil) -> (nouns: [Behaviour.Noun], end: Int) {
        var nouns: [Behaviour.Noun] = []
        var index = start
        var end = start
        while let found = noun(from: index, lead: nouns.isEmpty ? nil : lead) {
            let isBounded = isEnd(found.end) || word(found.end, .and, .when, .relative, .preposition, .as) != nil
            guard nouns.isEmpty || isBounded else { break }
            nouns.append(found.noun)
            end = found.end
            var next = found.end
            if next < tokens.count, tokens[next].isMark(",") { next += 1 }
            if next < tokens.count, let count = word(next, .and) { next += count }
            guard next > found.end, !isVerb(at: next) else { break }
            index = next
        }
        return (nouns, end)
    }

    /// Whether another behaviour begins: `by title and sorted by date`.
    private func isVerb(at index: Int) -> Bool {
        mention(at: index) == nil
            && said(index, .search, .sort, .filter, .list, .readOnly, .becomes, .logsIn, .signsUp, .goesFrom) != nil
    }

    private func noun(from start: Int, lead: BehaviourWord?) -> (noun: Behaviour.Noun, end: Int)? {
        var index = start
        if let lead, let count = said(index, lead) { index += count }
        while index < tokens.count, mention(at: index) == nil,
            let count = word(index, .article, .definite, .each, .one, .many, .own)
                ?? said(index, .own)
        {
            index += count
        }
        let first = index
        var mentioned: Mention?
        while index < tokens.count, index - first < 5 {
            if let mention = mention(at: index) {
                mentioned = index == first ? mention : nil
                index = mention.range.upperBound
            } else if isNounWord(at: index, isFirst: index == first) {
                mentioned = nil
                index += 1
            } else if index > first, lexicon.keywords.match(tokens, at: index, where: { $0 == .of }) != nil,
                index + 1 < tokens.count, isNounWord(at: index + 1, isFirst: false) || mention(at: index + 1) != nil
            {
                index += 1
            } else {
                break
            }
        }
        guard index > first else { return nil }
        let noun =
            mentioned.map { self.noun($0) }
            ?? Behaviour.Noun(
                words: located(span(first, index)),
                isPlural: lexicon.inflector.isPlural(located(span(first, index)).text.lowercased()))
        return (noun, index)
    }

    /// Whether a word may be a noun here; the first one may be a word of the grammar that ends the clause: `by note`.
    private func isNounWord(at index: Int, isFirst: Bool) -> Bool {
        guard tokens[index].kind == .word || tokens[index].kind == .quoted else { return false }
        guard let found = lexicon.prose.match(tokens, at: index, where: \.isStructural) else { return true }
        guard isFirst, found.count == 1, [.keep, .has, .details, .delete].contains(found.meaning) else { return false }
        return isEnd(index + 1) || word(index + 1, .and) != nil
    }
}
