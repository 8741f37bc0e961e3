import MGELayers

/// Divides sentences into items, and finds the noun phrases in them.
struct SentenceReader: Sendable {
    let lexicon: Lexicon
    /// The words with which the name of an entity may begin, each with the words that the longest one may have.
    ///
    /// Looking at all phrases of a text takes long.
    var starts: [WordKey: Int] = [:]
    /// The longest name of an entity, in words.
    static let longestName = 4
    let compounds: CompoundNouns

    init(lexicon: Lexicon, _ compounds: CompoundNouns) {
        self.lexicon = lexicon
        self.compounds = compounds
    }

    /// A reader of some sentences, which knows with which of their words the name of an entity may begin.
    init(lexicon: Lexicon, for sentences: [TokenizedText], _ candidates: EntityCandidates) {
        self.init(lexicon: lexicon, CompoundNouns(in: sentences, lexicon: lexicon))
        let firstWords = candidates.firstWords
        var seen: Set<WordKey> = []
        for token in sentences.lazy.flatMap(\.tokens) where token.kind == .word && seen.insert(token.key).inserted {
            var name = token.text.entityName
            if name.hasSuffix("'s") || name.hasSuffix("’s") { name.removeLast(2) }
            for form in [name, lexicon.inflector.singular(of: name)] {
                let first = String(form.foldedForComparison.prefix { $0 != " " })
                let singular = lexicon.inflector.singular(of: first).foldedForComparison
                let longest = max(firstWords[first] ?? 0, firstWords[singular] ?? 0)
                if longest > 0 { starts[token.key] = max(starts[token.key] ?? 0, longest) }
            }
        }
    }

    /// The word of the grammar that begins at a token, and how many tokens it has.
    func word(_ tokens: [Token], at index: Int) -> (meaning: ProseWord, count: Int)? {
        let found = lexicon.prose.match(tokens, at: index, where: \.isStructural)
        if let found, found.count == 3, found.meaning == .many, index + 3 < tokens.count,
            tokens[index + 3].folded == "datos"
        {
            // `un conjunto de datos` is one thing.
            return (.article, 1)
        }
        if let found, found.meaning == .has, isVerbBehindClitic(tokens, at: index) { return nil }
        guard let found, found.count == 1 else { return found ?? command(tokens, at: index) }
        if isNoun(tokens, at: index) || isLetter(tokens, at: index) || isData(tokens, at: index) { return nil }
        if isPronoun(tokens, at: index) { return (.it, 1) }
        if let count = takesUpField(tokens, at: index) { return (.relative, count) }
        if isPlace(tokens, at: index) || isGrade(tokens, at: index) { return nil }
        if isPeriphrasis(tokens, at: index) || isPerfect(tokens, at: index) { return (.skip, 1) }
        // `está` is no `esta`, and `él` no `el`.
        let isAccented =
            [.article, .definite].contains(found.meaning) && tokens[index].text.lowercased() != tokens[index].folded
        return isAccented ? lexicon.prose.match(tokens, at: index, where: { $0 == .be || $0 == .it }) ?? found : found
    }

    /// A Spanish imperative, which begins a sentence or follows what it is about: `captura las corridas`, `de los empleados
    /// pide nombre y turno`.
    private func command(_ tokens: [Token], at index: Int) -> (meaning: ProseWord, count: Int)? {
        if lexicon.language == .english { return englishCommand(tokens, at: index) }
        guard index < 8,
            let found = lexicon.prose.match(tokens, at: index, where: { $0 == .command })
        else { return nil }
        let isFirst = index == 0 || tokens[index - 1].isMark(";") || tokens[index - 1].isMark(":")
        let isBehindTopic =
            index > 1 && ["de", "del", "para"].contains(tokens[0].folded)
            && span(1, index).allSatisfy { place in
                tokens[place].kind == .word
                    && lexicon.prose.match(tokens, at: place, where: \.isStructural).map {
                        $0.meaning.isDeterminer || $0.meaning == .preposition || $0.meaning == .skip
                    } ?? true
            }
        return isFirst || isBehindTopic ? (.keep, found.count) : nil
    }

    /// Whether a verb of having says who does something with what was spoken of: `lo lleva uno de nuestros técnicos`.
    private func isVerbBehindClitic(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .spanish, index > 0, index + 1 < tokens.count,
            ["lleva", "llevan"].contains(tokens[index].folded),
            ["lo", "la", "los", "las"].contains(tokens[index - 1].folded)
        else { return false }
        return ["un", "una", "uno"].contains(tokens[index + 1].folded)
    }

    /// Whether a verb only helps the gerund behind it: `se van recibiendo`.
    private func isPeriphrasis(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .spanish, index + 1 < tokens.count, tokens[index + 1].kind == .word,
            ["va", "van", "vamos", "esta", "estan", "sigue", "siguen"].contains(tokens[index].folded)
        else { return false }
        return ["ando", "iendo", "yendo"].contains(where: tokens[index + 1].folded.hasSuffix)
    }

    /// Whether a verb only helps the participle behind it: `una obra habrá viajado en varios`.
    private func isPerfect(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .spanish, index + 1 < tokens.count, tokens[index + 1].kind == .word,
            ["habra", "habran", "habia", "habian", "haya", "hayan"].contains(tokens[index].folded)
        else { return false }
        return ["ado", "ido", "isto", "echo", "erto", "uesto"].contains(where: tokens[index + 1].folded.hasSuffix)
    }

    /// Whether a determiner stands for a noun between a preposition and a verb: `de este guardamos`, and `de el`, which has
    /// lost its accent, since the article would be one word with the preposition.
    private func isPronoun(_ tokens: [Token], at index: Int) -> Bool {
        if lexicon.language == .english {
            // `a number of teams, this is between 4 and 64`
            return tokens[index].folded == "this" && index > 1 && tokens[index - 1].isMark(",")
                && lexicon.prose.match(tokens, at: index + 1, where: \.isStructural)?.meaning == .be
        }
        guard lexicon.language == .spanish, index > 0, tokens[index].kind == .word,
            ["de", "a", "en"].contains(tokens[index - 1].folded),
            tokens[index].folded == "el" && tokens[index - 1].folded != "en"
                || lexicon.prose.match(tokens, at: index, where: { $0 == .demonstrative })?.count == 1
        else { return false }
        let next = lexicon.prose.match(tokens, at: index + 1, where: \.isStructural)?.meaning
        return [.keep, .has, .be, .we, .weHave].contains(next)
            || index + 1 < tokens.count && isOurVerb(tokens, at: index + 1)
    }

    /// Whether the ending of a Spanish verb says that we do it: `agrupamos`, before its object.
    func isOurVerb(_ tokens: [Token], at index: Int) -> Bool {
        let token = tokens[index]
        guard lexicon.language == .spanish, token.kind == .word, token.folded.utf8.count > 5,
            ["amos", "emos", "imos"].contains(where: token.folded.hasSuffix),
            token.text.lowercased() == token.folded, index + 1 < tokens.count, tokens[index + 1].kind == .word,
            lexicon.prose.match(tokens, at: index, where: { $0 == .measure || $0.isStructural }) == nil
        else { return false }
        if index > 0 {
            let before = lexicon.prose.match(tokens, at: index - 1, where: \.isStructural)?.meaning
            let isNoun = before.map { $0.isDeterminer && $0 != .definite || [.preposition, .has, .with].contains($0) }
            if tokens[index - 1].kind == .number || isNoun == true { return false }
            if before == .definite, lexicon.entity(named: lexicon.inflector.singular(of: token.folded)) != nil {
                return false
            }
        }
        let after = lexicon.prose.match(tokens, at: index + 1, where: \.isStructural)?.meaning
        return after.map { $0.isDeterminer || [.preposition, .per, .with, .as, .skip, .relative, .we].contains($0) }
            ?? true
    }

    /// A phrase of several words that says something of a field, and is longer than any word of the grammar there.
    func attribute(_ tokens: [Token], at index: Int) -> (meaning: ProseWord, count: Int)? {
        if let unsaid = FieldAttributes.unsaid(tokens, at: index, lexicon: lexicon) {
            return (.default, unsaid.end - index)
        }
        let found = lexicon.prose.match(tokens, at: index, where: { $0.isSaid || $0 == .condition })
        guard let found, found.count > 1 || found.meaning == .flag else { return nil }
        if found.meaning == .cases, lexicon.language == .spanish, index > 0,
            [.with, .and, .preposition].contains(word(tokens, at: index - 1)?.meaning)
        {
            // `con uno de destino`
            return nil
        }
        return found.count > word(tokens, at: index)?.count ?? 0 ? found : nil
    }

    /// The items of a sentence; entities are found by their singulars.
    func items(_ source: TokenizedText, _ candidates: EntityCandidates) -> [ProseItem] {
        let tokens = source.tokens
        var items: [ProseItem] = []
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            if token.isMark("("), let end = groupEnd(tokens, from: index) {
                items.append(ProseItem(kind: .group, range: span(index, end)))
                index = end
            } else if let mention = mention(source, at: index, candidates), !beginsField(mention, tokens) {
                items.append(ProseItem(kind: .mention(mention), range: mention.range))
                index = mention.range.upperBound
            } else {
                let item = item(source, at: index, candidates)
                items.append(item)
                index = item.range.upperBound
            }
        }
        return quantified(withElided(withParticles(items, tokens), tokens))
    }

    /// The items without the particle that belongs to a verb before it: `is carried out on a sample`.
    private func withParticles(_ items: [ProseItem], _ tokens: [Token]) -> [ProseItem] {
        func isParticle(_ index: Int) -> Bool {
            guard index > 0, index + 1 < items.count else { return false }
            // `is looked after by a keeper`
            let isBeforeAgent = items[index].word == .when && items[index + 1].word == .preposition
            guard items[index].isName || items[index].word == .preposition || isBeforeAgent else { return false }
            return lexicon.prose.match(tokens, at: items[index].range.lowerBound, where: { $0 == .particle }) != nil
                && (items[index + 1].mention != nil || items[index + 1].word?.startsObject == true)
        }
        guard items.indices.contains(where: isParticle) else { return items }
        var joined: [ProseItem] = []
        for (index, item) in items.enumerated() {
            guard let last = joined.last, last.isName, isParticle(index) else {
                joined.append(item)
                continue
            }
            joined[joined.count - 1].range = span(last.range.lowerBound, item.range.upperBound)
        }
        return joined
    }

    /// The item at a token that begins neither a group nor the name of an entity.
    private func item(_ source: TokenizedText, at index: Int, _ candidates: EntityCandidates) -> ProseItem {
        let tokens = source.tokens
        let found = word(tokens, at: index)
        if found?.meaning == .each, index + 1 < tokens.count,
            lexicon.prose.match(tokens, at: index + 1, where: { $0 == .measure }) != nil,
            mention(source, at: index + 1, candidates) == nil
        {
            // `each month` says when, and `each day pass` does not.
            return ProseItem(kind: .word(.skip), range: span(index, index + 2))
        }
        if let alone = lexicon.prose.match(tokens, at: index, where: { $0 == .exclusive }), alone.count > 2,
            isOfEntity(source, at: index, candidates) || attribute(tokens, at: index) == nil
        {
            return ProseItem(kind: .word(.skip), range: span(index, index + alone.count))
        }
        if let said = attribute(tokens, at: index) {
            let end = index + said.count
            // `a name, borne by no other station`, `an email, different for each judge`
            let isOfOthers =
                lexicon.language == .english && said.meaning == .unique && said.count > 1 && end < tokens.count
                && ["other", "each", "every", "all"].contains(tokens[end - 1].folded)
            var others = isOfOthers ? mention(source, at: end, candidates)?.range.count ?? 0 : 0
            if isOfOthers, others == 0, tokens[end - 1].folded == "other", tokens[end].kind == .word,
                word(tokens, at: end) == nil,
                end + 1 == tokens.count || tokens[end + 1].kind == .mark
            {
                // `a code, shared with no other zone`, where there are district zones
                others = 1
            }
            return ProseItem(kind: .attribute(said.meaning), range: span(index, end + others))
        }
        if let moment = lexicon.types.match(tokens, at: index), moment.meaning == .datetime, moment.count > 2 {
            return ProseItem(kind: .name, range: span(index, index + moment.count))
        }
        if let found,
            found.meaning != .we
                || !span(index + 1, index + found.count).contains(where: { mention(source, at: $0, candidates) != nil })
        {
            return ProseItem(kind: .word(found.meaning), range: span(index, index + found.count))
        }
        if found?.meaning == .we, ["el", "la", "the"].contains(tokens[index].folded) {
            // `el programa tiene un nombre`, where programs are kept; `the application has a stage`, where these are
            return ProseItem(kind: .word(.definite), range: span(index, index + 1))
        }
        let kind: ProseItem.Kind =
            switch tokens[index].kind {
            case .word, .quoted: .name
            case .number: .number
            case .mark: .mark(tokens[index].text)
            }
        return ProseItem(kind: kind, range: span(index, index + 1))
    }

    /// Whether an entity stands before words that say of it, or else of a field, that nobody else has it.
    private func isOfEntity(_ source: TokenizedText, at index: Int, _ candidates: EntityCandidates) -> Bool {
        let last = index > 1 && source.tokens[index - 1].isMark(",") ? index - 2 : index - 1
        return span(max(0, last - 2), max(0, last + 1)).contains { start in
            mention(source, at: start, candidates).map { $0.range.upperBound == last + 1 } ?? false
        }
    }

    /// Whether an entity is only the first word of a usual field, in a list: `a lot code, a crop year`.
    private func beginsField(_ mention: Mention, _ tokens: [Token]) -> Bool {
        let next = mention.range.upperBound
        guard lexicon.language == .english, !mention.isPlural, !mention.isPossessive, mention.range.count == 1,
            next < tokens.count, tokens[next].kind == .word, word(tokens, at: next) == nil,
            !lexicon.inflector.isPlural(tokens[next].folded),
            lexicon.fieldItem(for: tokens[next].folded) != nil
        else { return false }
        guard next + 1 < tokens.count else { return true }
        return tokens[next + 1].kind == .mark || word(tokens, at: next + 1)?.meaning == .and
    }

    private func groupEnd(_ tokens: [Token], from start: Int) -> Int? {
        var depth = 0
        for index in span(start, tokens.count) {
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
        }
        return nil
    }

    func mention(_ source: TokenizedText, at index: Int, _ candidates: EntityCandidates) -> Mention? {
        guard index < source.tokens.count, let words = starts[source.tokens[index].key] else { return nil }
        var longest = 0
        while longest < Self.longestName, index + longest < source.tokens.count,
            source.tokens[index + longest].kind == .word
        {
            longest += 1
        }
        // A token is at least one word of a name, unless it has neither letters nor digits.
        let isPlain = source.tokens[span(index, index + longest)].allSatisfy { token in
            token.text.utf8.contains { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
        }
        if isPlain { longest = min(longest, words) }
        for length in span(1, longest + 1).reversed() {
            let range = span(index, index + length)
            var words = source.words(range).entityName
            let isPossessive = words.hasApostrophe && (words.hasSuffix("'s") || words.hasSuffix("’s"))
            if isPossessive { words.removeLast(2) }
            let singular = lexicon.inflector.singular(of: words)
            if let number = candidates.number(of: singular) ?? candidates.number(of: words) {
                let isPlural = candidates.number(of: words) == nil
                return Mention(
                    entity: number, range: range, isPlural: isPlural, isPossessive: isPossessive, quantity: nil,
                    modifier: nil, start: index)
            }
            if lexicon.language == .spanish, words.hasSuffix("is"),
                let number = candidates.number(of: String(words.dropLast()))
            {
                // `los amplis`
                return Mention(
                    entity: number, range: range, isPlural: true, isPossessive: false, quantity: nil, modifier: nil,
                    start: index)
            }
            if let number = candidates.player(of: singular), !lexicon.inflector.isPlural(words) {
                // `lo revisa un supervisor`, where supervisors are employees
                return Mention(
                    entity: number, range: range, isPlural: false, quantity: nil, modifier: range, start: index)
            }
        }
        return nil
    }

    /// Gives each mention the words before it that belong to it.
    private func quantified(_ items: [ProseItem]) -> [ProseItem] {
        var items = items
        for index in items.indices {
            guard case .mention(var mention) = items[index].kind, mention.quantity == nil else { continue }
            var before = index
            while before > 0, items[before - 1].isName || items[before - 1].word == .skip, index - before < 2 {
                before -= 1
            }
            if before > 0, let quantity = items[before - 1].word, quantity.isDeterminer {
                mention.quantity = quantity
                if before < index, items[before].isName {
                    mention.modifier = span(items[before].range.lowerBound, mention.range.lowerBound)
                }
                mention.start = items[before - 1].range.lowerBound
                var outer = before - 1
                while outer > 0, let word = items[outer - 1].word, word.isDeterminer {
                    if mention.quantity == .article { mention.quantity = word }
                    outer -= 1
                    mention.start = items[outer].range.lowerBound
                }
            }
            items[index].kind = .mention(mention)
        }
        return items
    }
}
