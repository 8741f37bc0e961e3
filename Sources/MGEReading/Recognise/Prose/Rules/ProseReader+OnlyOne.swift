import MGECore
import MGELayers

/// What there is only one of, for several values together.
extension ProseReader {
    /// `only one slot can have a given start time on a pad`, `only one syllabus may exist per genre and year`, `there is at
    /// most one per user and club`.
    mutating func readOnlyOne(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let items = sentence.items
        let only = sentence.mentions.first
        let isNamed = only.map { [.one, .maybeOne].contains($0.quantity) && !$0.isPlural && $0.start < 2 } ?? false
        if isNamed, let only {
            let next = reader.word(tokens, at: only.range.upperBound)?.meaning
            guard next == .can || next == .must || startsSame(tokens, behind: only.range.upperBound) else {
                return false
            }
            return addOnlyOne(of: only.entity, from: only.range.upperBound, sentence)
        }
        guard let owner = antecedent, items.count > 3, items[0].word == .weHave,
            let one = items.firstIndex(where: { $0.word == .one || $0.word == .maybeOne }), one < 3,
            items[one + 1].word == .per
        else { return false }
        return addOnlyOne(of: owner.entity, from: items[one + 1].range.lowerBound, sentence)
    }

    /// Whether `for the same` follows: `only one collection for the same machine and date`.
    private func startsSame(_ tokens: [Token], behind end: Int) -> Bool {
        guard let lead = reader.word(tokens, at: end), lead.meaning == .preposition || lead.meaning == .with else {
            return false
        }
        return lexicon.prose.match(tokens, at: end + lead.count, where: { $0 == .same }) != nil
    }

    /// Whether a clause says how many there may be: `only one atlas may exist per genre and year`.
    func saysOnlyOne(_ tokens: [Token], from start: Int) -> Bool {
        guard let one = reader.word(tokens, at: start), one.count > 1, [.one, .maybeOne].contains(one.meaning),
            let phrase = reader.nounPhrase(tokens, from: start + one.count),
            phrase.lowerBound == start + one.count, let verb = reader.word(tokens, at: phrase.upperBound)
        else { return false }
        return verb.meaning == .can || verb.meaning == .must
    }

    /// Makes what is behind a place unique together: the fields behind `a given`, `the same` and `per`, and what it refers to.
    private mutating func addOnlyOne(of owner: Int, from start: Int, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        var names: [Located] = []
        var index = start
        var isName = false
        while index < tokens.count {
            if let mention = sentence.mentions.first(where: { $0.range.lowerBound == index }) {
                guard mention.entity != owner else { return false }
                refer(owner, to: mention, sentence)
                names.append(
                    Located(text: candidates.candidates[mention.entity].name, place: tokens[index].place))
                // `for the same machine and date`
                let and = reader.word(tokens, at: mention.range.upperBound).flatMap {
                    $0.meaning == .and ? $0.count : nil
                }
                (index, isName) = (mention.range.upperBound + (and ?? 0), and != nil)
            } else if isName, let phrase = reader.nounPhrase(tokens, from: index), phrase.lowerBound == index,
                let field = facts.fields(
                    named: lexicon.inflector.singular(of: sentence.source.words(phrase).lowercased())
                ).first(where: { $0.entity == owner })
            {
                names.append(Located(text: field.name, place: tokens[index].place))
                index = phrase.upperBound
                if let and = reader.word(tokens, at: index), and.meaning == .and {
                    index += and.count
                } else {
                    isName = false
                }
            } else {
                let isLead = ["given", "particular", "certain"].contains(tokens[index].folded)
                isName = isLead || lexicon.prose.match(tokens, at: index, where: { $0 == .same }) != nil
                let per = reader.word(tokens, at: index)
                isName = isName || per?.meaning == .per
                index += per?.count ?? 1
            }
        }
        guard names.count > 1 else { return false }
        facts.add(UniqueGroup(names: names, place: sentence.source.place), to: owner)
        isUsed = true
        return true
    }

    /// `neither juror nor seat may occur twice in the same trial`: each of them once in it.
    mutating func readNeither(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard tokens.first?.folded == "neither", let nor = tokens.firstIndex(where: { $0.folded == "nor" }),
            nor > 1, said.contains(.twice) || said.contains(.unique), let owner = antecedent,
            let scope = sentence.mentions.last, scope.start > nor + 1, scope.entity != owner.entity
        else { return false }
        let place = sentence.source.place
        let target = Located(text: candidates.candidates[scope.entity].name, place: place)
        var groups: [[Located]] = []
        for start in [1, nor + 1] {
            let first = lists.withoutArticles(tokens, span(start, tokens.count)).lowerBound
            if let mention = sentence.mentions.first(where: { $0.range.lowerBound == first }) {
                refer(owner.entity, to: mention, sentence)
                groups.append([Located(text: candidates.candidates[mention.entity].name, place: place), target])
            } else if let phrase = reader.nounPhrase(tokens, from: first),
                let field = facts.fields(
                    named: lexicon.inflector.singular(of: sentence.source.words(phrase).lowercased())
                ).first(where: { $0.entity == owner.entity })
            {
                groups.append([Located(text: field.name, place: place), target])
            }
        }
        guard groups.count == 2 else { return false }
        refer(owner.entity, to: scope, sentence)
        for group in groups { facts.add(UniqueGroup(names: group, place: place), to: owner.entity) }
        isUsed = true
        return true
    }

    /// `that combination is unique`, `it's the two together that mustn't repeat`: the two fields that were read last.
    mutating func readThatCombination(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard tokens.count < 14, startsCombination(tokens, from: 0),
            said.contains(.unique) || tokens.contains(where: { ["repeat", "twice"].contains($0.folded) }),
            sentence.mentions.isEmpty, recent.count == 2, recent[0].entity == recent[1].entity
        else { return false }
        let group = recent.map { Located(text: $0.name, place: sentence.source.place) }
        facts.add(UniqueGroup(names: group, place: sentence.source.place), to: recent[0].entity)
        isUsed = true
        return true
    }

    /// Whether words begin that stand for two fields taken together: `that combination`, `it's the two together`.
    func startsCombination(_ tokens: [Token], from start: Int) -> Bool {
        let near = span(start, min(start + 5, tokens.count))
        return near.contains { index in
            let isPair =
                ["combination", "pair"].contains(tokens[index].folded) && index > start
                && ["that", "this", "the"].contains(tokens[index - 1].folded)
                && (index + 1 == tokens.count || !tokens[index + 1].isOf)
            let isTwo =
                index > start && ["two", "both"].contains(tokens[index - 1].folded)
                && lexicon.prose.match(tokens, at: index, where: { $0 == .together }) != nil
            return isPair || isTwo
        }
    }
}
