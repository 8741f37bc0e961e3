import MGELayers

extension FreeEntityReader {
    /// Reads `every copy belongs to one piece` and `a teacher plays several instruments …`.
    mutating func readSentence(_ text: TokenizedText, _ tokens: [Token]) -> Bool {
        let mentions = reader.names.mentions(in: tokens)
        let others = mentions.filter { ($0.name != own || isOther($0, tokens)) && $0.quantity != .other }
        let lead = reader.lead(of: tokens)
        guard !others.isEmpty, reader.names.name(of: Array(tokens[lead...])) == nil else { return false }
        if let first = mentions.first, others.count == 1, first.name == others[0].name, first.quantity == .one,
            first.name != own,
            mentions.contains(where: { $0.name == own && $0.quantity == .one })
        {
            if let known = drafts.firstIndex(where: { $0.target?.text == first.name && !$0.isMany }),
                lexicon.holds(anyOf: [.has], in: tokens)
            {
                // `one race; each race has one course`
                drafts[known].item.unique = text.place
                return true
            }
            // `an animal is in a cage`, said of the cage
            many.append((first.name, text.located))
            return true
        }
        let ownIsMany = mentions.contains { $0.name == own && $0.quantity == .many }
        var seen: Set<String> = []
        for mention in others where seen.insert(mention.name).inserted {
            // `the games they lead; a game has many leaders`
            let isPlural =
                ownIsMany
                && mentions.contains { other in
                    other.name == mention.name
                        && lexicon.inflector.isPlural(text.words(other.range).lowercased().entityName)
                }
            let isMany = isPlural || others.contains { $0.name == mention.name && $0.quantity == .many }
            if isMany, !ownIsMany, !isPassive(mention, tokens), !lexicon.holds(anyOf: [.manyToMany], in: tokens) {
                many.append((mention.name, text.located))
            } else if ownIsMany, mention.quantity == .one, isMutual(mention.name) {
                // `many huts; a hut has many wardens`
                continue
            } else {
                addReference(mention, isMany: isMany, text)
            }
        }
        return true
    }

    /// Whether this entity has many of another, so that there are many of both where the other has many too.
    private mutating func isMutual(_ name: String) -> Bool {
        if drafts.contains(where: { $0.target?.text == name && $0.isMany }) { return true }
        guard let (_, words) = many.first(where: { $0.name == name }) else { return false }
        many.removeAll { $0.name == name }
        var draft = FreeDraft(
            name: Located(text: lexicon.inflector.plural(of: name), place: words.place), words: words.text)
        draft.refer(to: name, at: words.place, isMany: true)
        draft.isNamedAfterTarget = true
        add(draft)
        return true
    }

    /// Whether something is done in many of another, or by many: `used in many appointments`.
    private func isPassive(_ mention: EntityNames.Mention, _ tokens: [Token]) -> Bool {
        guard lexicon.language == .english,
            let many = (1...3).first(where: { back in
                back < mention.range.lowerBound
                    && lexicon.count(.many, tokens, at: mention.range.lowerBound - back) == back
            })
        else { return false }
        let preposition = mention.range.lowerBound - many - 1
        return preposition > 0 && ["in", "by", "on", "at"].contains(tokens[preposition].folded)
            && tokens[preposition - 1].folded.hasSuffix("ed")
    }

    /// `a boat has only one licence`, said of the boat that a licence is for.
    mutating func readOnlyOne(_ text: TokenizedText) -> Bool {
        let tokens = text.tokens
        let mentions = reader.names.mentions(in: tokens)
        guard mentions.count == 2, mentions[1].name == own, mentions[0].name != own, mentions[0].quantity == .one,
            let field = drafts.firstIndex(where: { $0.target?.text == mentions[0].name && !$0.isMany }),
            lexicon.holds(anyOf: [.has], in: Array(tokens[mentions[0].range.upperBound..<mentions[1].range.lowerBound]))
        else { return false }
        let start = mentions[1].range.lowerBound
        let isOnly = (1...4).contains { back in
            back <= start && lexicon.count(.onlyOnce, tokens, at: start - back) == back
        }
        if isOnly { drafts[field].item.unique = text.place }
        return isOnly
    }

    /// A clause without `it has` or `it is` at its beginning, when articles follow.
    func withoutSubject(_ clause: TokenizedText) -> TokenizedText {
        guard let it = lexicon.prose.match(clause.tokens, at: 0, where: { $0 == .it }),
            let has = lexicon.count(.has, clause.tokens, at: it.count), it.count + has < clause.tokens.count,
            lexicon.count(.indefinite, clause.tokens, at: it.count + has) != nil
        else { return clause }
        return clause.part(it.count + has..<clause.tokens.count)
    }

    /// Whether `another` stands before a mention.
    private func isOther(_ mention: EntityNames.Mention, _ tokens: [Token]) -> Bool {
        (1...4).contains { back in
            back <= mention.range.lowerBound
                && lexicon.count(.other, tokens, at: mention.range.lowerBound - back) == back
        }
    }

    /// The role that the words before `another member` say: `referred by`.
    private func role(before mention: EntityNames.Mention, _ text: TokenizedText) -> Located? {
        let start = reader.lead(of: text.tokens)
        if let named = namedRole(before: mention, text, from: start) { return named }
        let end =
            text.tokens.indices.first { index in
                !text.tokens[index].isName
                    || lexicon.count(anyOf: [.other, .relative, .indefinite], text.tokens, at: index) != nil
            } ?? start
        guard mention.name == own, (start + 1...start + 4).contains(end),
            !lexicon.holds(anyOf: [.has, .many, .may], in: Array(text.tokens[start..<end])),
            text.words(start..<end).isSoundName
        else {
            return nil
        }
        return text.located(start..<end)
    }

    /// What is said to be one of an entity: `the foreman is a member`.
    private func namedRole(
        before mention: EntityNames.Mention, _ text: TokenizedText, from start: Int
    ) -> Located? {
        let tokens = text.tokens
        let verb = tokens.indices.dropFirst(start + 1).prefix(3).first { index in
            lexicon.prose.match(tokens, at: index, where: \.isStructural)?.meaning == .be
        }
        // `the reviewer is a member too`
        let also = lexicon.count(.togetherWith, tokens, at: mention.range.upperBound) ?? 0
        guard let verb, start < verb, mention.range.upperBound + also == tokens.count, mention.quantity == .one,
            let be = lexicon.prose.match(tokens, at: verb, where: { $0 == .be }),
            lexicon.count(anyOf: [.indefinite, .other], tokens, at: verb + be.count).map({
                verb + be.count + $0 == mention.range.lowerBound
            }) ?? false, text.words(start..<verb).isSoundName,
            reader.names.mentions(in: Array(tokens[..<verb])).isEmpty
        else { return nil }
        return text.located(start..<verb)
    }

    /// The role that stands behind a mention: `an employee, its owner`, `many employees (passengers)`.
    private func role(behind mention: EntityNames.Mention, _ text: TokenizedText) -> Located? {
        let tokens = text.tokens
        var start = mention.range.upperBound
        if let role = roleInClause(behind: mention, text) { return role }
        guard start + 1 < tokens.count, tokens[start].isMark(",") || tokens[start].isMark("(") else { return nil }
        let isOpened = tokens[start].isMark("(")
        start += 1
        let lead = lexicon.count(anyOf: [.determiner, .asRole], tokens, at: start)
        start += lead ?? 0
        let end = start + tokens[min(start, tokens.count)...].prefix { $0.isName }.count
        let closes = isOpened ? end + 1 == tokens.count && tokens[end].isMark(")") : end == tokens.count
        let isQuoted = start < tokens.count && tokens[start].kind == .quoted
        guard closes, (1...3).contains(end - start), lead != nil || isQuoted || isOpened && end - start == 1,
            !reader.phrases.begins(tokens, at: start), reader.names.name(of: Array(tokens[start..<end])) == nil
        else { return nil }
        return text.located(start..<end).unquoted
    }

    /// The role right behind a mention: `may have a keeper as deputy`, `tienen a otro farero de suplente`.
    private func roleInClause(behind mention: EntityNames.Mention, _ text: TokenizedText) -> Located? {
        let tokens = text.tokens
        let start = mention.range.upperBound
        let isSpanishRole = lexicon.language == .spanish && isOther(mention, tokens)
        guard
            let lead = lexicon.count(.asRole, tokens, at: start)
                ?? (isSpanishRole ? lexicon.count(.of, tokens, at: start) : nil)
        else { return nil }
        let article = lexicon.count(anyOf: [.determiner, .indefinite], tokens, at: start + lead) ?? 0
        let role = start + lead + article..<tokens.count
        guard start + lead + article < tokens.count, role.count <= 3, tokens[role].allSatisfy({ $0.kind == .word }),
            reader.names.name(of: Array(tokens[role])) == nil
        else { return nil }
        return text.located(role)
    }

    private mutating func addReference(_ mention: EntityNames.Mention, isMany: Bool, _ text: TokenizedText) {
        let optional = lexicon.first(anyOf: [.may, .mayBeEmpty, .optional], in: text.tokens)
        let isUnique = reader.kinds.saysOneToOne(text.tokens)
        let role = role(before: mention, text) ?? role(behind: mention, text)
        let known = drafts.firstIndex { draft in
            draft.target?.text == mention.name && draft.isMany == isMany
                && (role == nil || draft.isNamedAfterTarget && draft.item.name.text.wireName == mention.name.wireName)
        }
        guard known == nil else {
            if let known, isUnique { drafts[known].item.unique = text.place }
            return
        }
        let name = isMany ? lexicon.inflector.plural(of: mention.name) : mention.name
        let place = text.tokens[mention.range.lowerBound].place
        var draft = FreeDraft(name: role ?? Located(text: name, place: place), words: text.words)
        draft.refer(to: mention.name, at: place, isMany: isMany)
        draft.isNamedAfterTarget = true
        if !isMany { draft.item.optional = optional.map { text.tokens[$0].place } }
        if isUnique { draft.item.unique = text.place }
        add(draft)
    }
}
