import MGECore
import MGELayers

extension ProseReader {
    /// What English says of that there are no two, by how often something is done: `a guard can't have more than one duty on
    /// the same day`, `within a sale no lot number is used twice`, `a horse runs only once per race`.
    /// - Returns: whether the sentence says nothing else.
    mutating func readNotTwice(_ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english else { return false }
        return readNamedTwice(sentence) || readMoreThanOne(sentence) || readNoSecond(sentence) || readNoField(sentence)
            || readOnceIn(sentence)
            || readSameOnce(sentence) || readPairTwice(sentence) || readOnlyOne(sentence) || readNeither(sentence)
    }

    /// `no order is billed twice`, `a box never gets a second one`: said of what refers to it.
    private mutating func readNoSecond(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard let only = sentence.mentions.first, tokens.count < 14,
            only.start == 0 || tokens[0].folded == "no" && only.range.lowerBound == 1, !only.isPlural,
            sentence.mentions.allSatisfy({ $0.entity == only.entity }),
            tokens[0].folded == "no" || sentence.items.contains(where: { $0.word == .not }),
            let second = tokens.indices.first(where: { saysSecond(tokens, at: $0) }), second >= only.range.upperBound,
            sentence.mentions.dropFirst().allSatisfy({ $0.range.upperBound > second }),
            facts.makeLastUnique(to: only.entity)
        else { return false }
        isUsed = true
        return true
    }

    /// Whether `twice` ends a clause, or `a second one` does.
    private func saysSecond(_ tokens: [Token], at index: Int) -> Bool {
        let end: Int
        if let twice = lexicon.prose.match(tokens, at: index, where: { $0 == .twice }) {
            end = index + twice.count
        } else if tokens[index].folded == "second", index + 1 < tokens.count, tokens[index + 1].folded == "one" {
            end = index + 2
        } else {
            return false
        }
        return end >= tokens.count || tokens[end].kind == .mark
    }

    /// `same interpreter, same hearing: once only`.
    private mutating func readSameOnce(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard sentence.mentions.count == 2, said.contains(.same), tokens.contains(where: { $0.folded == "once" }),
            sentence.mentions.allSatisfy({ mention in
                mention.range.lowerBound > 0
                    && lexicon.prose.match(tokens, at: mention.range.lowerBound - 1, where: { $0 == .same }) != nil
            }), let owner = facts.reference(to: sentence.mentions[0].entity, and: sentence.mentions[1].entity)
        else { return false }
        addGroup(sentence.mentions, of: owner, sentence)
        return true
    }

    /// `within a fragrance, no ingredient may be dosed twice`, `the same medicine may not be listed twice on a prescription`:
    /// of what refers to both.
    private mutating func readPairTwice(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard said.contains(.twice), sentence.mentions.count == 2, tokens.count < 16,
            sentence.mentions.allSatisfy({ !$0.isPlural && !$0.isPossessive }),
            sentence.mentions[0].entity != sentence.mentions[1].entity,
            !sentence.items.contains(where: { $0.word == .and }),
            tokens.contains(where: { $0.folded == "no" }) || sentence.items.contains(where: { $0.word == .not }),
            said.contains(.same) || tokens.contains(where: { $0.folded == "no" }),
            let owner = facts.reference(to: sentence.mentions[0].entity, and: sentence.mentions[1].entity)
        else { return false }
        addGroup(sentence.mentions, of: owner, sentence)
        return true
    }

    /// `no member may hold more than one ticket for the same show`: a ticket keeps both, once for the two.
    private mutating func readMoreThanOne(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard sentence.mentions.count == 3, let not = sentence.items.first(where: { $0.word == .not }) else {
            return false
        }
        let (doer, done, scope) = (sentence.mentions[0], sentence.mentions[1], sentence.mentions[2])
        let isMore = sentence.source.words(span(done.start, done.range.lowerBound)).lowercased() == "more than one"
        guard isMore, !doer.isPlural, !scope.isPlural, not.range.lowerBound < done.start, scope.start > 0,
            [doer, scope].allSatisfy({ $0.entity != done.entity }), doer.entity != scope.entity,
            let lead = reader.word(tokens, at: scope.start - 1), [.preposition, .per].contains(lead.meaning),
            scope.start - done.range.upperBound == 1, scope.quantity != .definite
        else { return false }
        addGroup([doer, scope], of: done.entity, sentence)
        antecedent = done
        return true
    }

    /// `within an election no seal number is used twice`, `no number repeats inside a cave`: unique with what it is in.
    private mutating func readNoField(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard let not = tokens.firstIndex(where: { $0.folded == "no" }),
            let name = reader.nounPhrase(tokens, from: not + 1), name.lowerBound == not + 1,
            let end = endOfTwice(tokens, from: name)
        else { return false }
        let words = lexicon.inflector.singular(of: sentence.source.words(span(name.lowerBound, end.name)).lowercased())
        let found = facts.fields(named: words)
        let scopes = sentence.mentions.filter { mention in
            !mention.isPlural && mention.start > 0 && (mention.start >= end.rule || mention.range.upperBound <= not)
                && reader.word(tokens, at: mention.start - 1).map { [.preposition, .per].contains($0.meaning) } == true
        }
        guard let scope = scopes.last else {
            guard sentence.mentions.isEmpty, let field = found.first, found.count == 1 else { return false }
            facts.update(field.entity, named: field.name) { $0.unique = $0.unique ?? tokens[name.lowerBound].place }
            isUsed = true
            return true
        }
        let near = found.filter { $0.entity != scope.entity && facts.areNeighbours($0.entity, scope.entity) }
        guard let field = near.first(where: { $0.entity == antecedent?.entity }) ?? near.first else { return false }
        makeUnique(field, within: scope, sentence)
        return not == 0 || scope.range.upperBound <= not
    }

    /// Where a name ends, and where the words behind it end that say that there are no two: `is used twice`, `repeats`, `is
    /// given to two lifts`.
    func endOfTwice(_ tokens: [Token], from name: Range<Int>) -> (name: Int, rule: Int)? {
        for index in span(name.lowerBound + 1, min(name.upperBound + 1, tokens.count))
        where ["repeats", "recurs", "repeat", "recur"].contains(tokens[index].folded) {
            return (index, index + 1)
        }
        guard let be = reader.word(tokens, at: name.upperBound), [.be, .can, .must].contains(be.meaning) else {
            return nil
        }
        let near = span(name.upperBound, min(name.upperBound + 7, tokens.count))
        for index in near {
            if let twice = lexicon.prose.match(tokens, at: index, where: { $0 == .twice }) {
                return (name.upperBound, index + twice.count)
            }
            if index > name.upperBound, ["to", "by", "for"].contains(tokens[index].folded),
                lexicon.prose.match(tokens, at: index + 1, where: { $0 == .two }) != nil
            {
                return (name.upperBound, index + 2)
            }
        }
        return nil
    }

    /// `a horse runs only once per race, and so does a jockey`: what refers to both has each pair once.
    private mutating func readOnceIn(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let mentions = sentence.mentions
        guard let once = tokens.firstIndex(where: { $0.folded == "once" }), once > 0, mentions.count > 1,
            ["only", "most", "just", "than"].contains(tokens[once - 1].folded), let first = mentions.first,
            first.start < 2, !first.isPlural, first.range.upperBound <= once,
            first.quantity == .article || first.quantity == .each || tokens[0].folded == "no",
            let scope = mentions.dropFirst().first, scope.start >= once + 2, scope.start - once < 4, !scope.isPlural,
            let lead = reader.word(tokens, at: scope.start - 1),
            [.preposition, .per].contains(lead.meaning)
                || reader.word(tokens, at: once + 1).map({ [.preposition, .per].contains($0.meaning) }) == true,
            let owner = facts.reference(to: first.entity, and: scope.entity)
        else { return false }
        addGroup([first, scope], of: owner, sentence)
        for other in mentions.dropFirst(2) where saysSo(tokens, before: other.start) {
            if facts.reference(to: other.entity, and: scope.entity) == owner {
                addGroup([other, scope], of: owner, sentence)
            }
        }
        return true
    }

    /// Whether the same is said of what follows: `and so does`.
    private func saysSo(_ tokens: [Token], before index: Int) -> Bool {
        index > 1 && tokens[index - 2].folded == "so"
            && ["does", "is", "can", "may", "do"].contains(tokens[index - 1].folded)
    }

    /// Makes references unique together.
    mutating func addGroup(_ mentions: [Mention], of owner: Int, _ sentence: ProseSentence) {
        let place = sentence.source.place
        for mention in mentions { refer(owner, to: mention, sentence) }
        let names = mentions.map { Located(text: candidates.candidates[$0.entity].name, place: place) }
        facts.add(UniqueGroup(names: names, place: place), to: owner)
        isUsed = true
    }
}
