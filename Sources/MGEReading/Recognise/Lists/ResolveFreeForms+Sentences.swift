import MGELayers

extension ResolveFreeForms {
    /// Reads the sentences below lists and tables that speak of the fields and entities in them.
    /// - Returns: the numbers of the sentences that are read as a whole.
    mutating func readSentences(_ sentences: [TokenizedText]) -> Set<Int> {
        var used: Set<Int> = []
        if !sentences.isEmpty { words = FieldWords(readers, lexicon: lexicon) }
        for (number, sentence) in sentences.enumerated() {
            let tokens = sentence.tokens
            guard tokens.count > 2 else { continue }
            let isRead =
                readBothWays(tokens, sentence) || readTogether(sentence) || readSeveralOptional(sentence)
                || readOfField(sentence)
                || readFirstCase(sentence) || readRoles(sentence) || readRoleDeletion(sentence)
                || readUniqueness(sentence) || readOnlyOne(sentence)
            if isRead { used.insert(number) }
        }
        return used
    }

    // MARK: Relations

    /// Reads what there are several of on both sides: `A job uses several tools, and a tool is for many jobs`.
    /// - Returns: whether the sentence says nothing else.
    private mutating func readBothWays(_ tokens: [Token], _ sentence: TokenizedText) -> Bool {
        let mentions = reader.names.mentions(in: tokens)
        for index in mentions.indices.dropFirst() where index + 2 < mentions.count {
            let (first, middle, last) = (mentions[index], mentions[index + 1], mentions[index + 2])
            guard first.quantity == .many, last.quantity == .many, first.name == middle.name,
                middle.quantity != .many, last.name != first.name,
                mentions[..<index].contains(where: { $0.name == last.name })
            else { continue }
            let place = tokens[first.range.lowerBound].place
            let plural = lexicon.inflector.plural(of: first.name)
            let isThere = change(last.name) { items in
                let known = items.drafts.contains { $0.target?.text == first.name && $0.isMany }
                guard !known else { return }
                var draft = FreeDraft(name: Located(text: plural, place: place), words: sentence.words)
                draft.refer(to: first.name, at: place, isMany: true)
                draft.isBothWays = true
                items.add(draft)
            }
            return isThere && mentions.count == 4
        }
        return false
    }

    /// Reads `Each registration gets at most one booth`, where booths refer to a registration.
    private mutating func readOnlyOne(_ sentence: TokenizedText) -> Bool {
        let tokens = sentence.tokens
        let mentions = reader.names.mentions(in: tokens)
        guard mentions.count == 2, mentions[0].name != mentions[1].name, mentions[0].quantity == .one else {
            return false
        }
        let isOne = (1...4).contains { back in
            back <= mentions[1].range.lowerBound
                && lexicon.prose.match(tokens, at: mentions[1].range.lowerBound - back, where: { $0 == .maybeOne })?
                    .count == back
        }
        guard isOne else { return false }
        var isRead = false
        _ = change(mentions[1].name) { items in
            let found = items.drafts.indices.filter { index in
                items.drafts[index].target?.text == mentions[0].name && !items.drafts[index].isMany
            }
            guard found.count == 1, let index = found.first else { return }
            items.drafts[index].item.unique = sentence.place
            isRead = true
        }
        return isRead
    }

    // MARK: Fields

    /// What sentences say of one field: `A fixture's pub may be empty`, `The state is open at first`.
    private mutating func readOfField(_ sentence: TokenizedText) -> Bool {
        if readAttributeFirst(sentence) { return true }
        guard let (position, draft, rest) = field(of: sentence), rest < sentence.tokens.count,
            sentence.tokens[rest].isMark(":") || !reader.kinds.isClause(sentence.tokens)
        else { return false }
        guard var items = readers[position], rest < sentence.tokens.count else { return false }
        var start = rest
        let tokens = sentence.tokens
        let end = tokens.lastIndex { !$0.isMark(".") }.map { $0 + 1 } ?? tokens.count
        let isSet = tokens[start].isMark(":")
        if isSet {
            start += 1
        } else if let verb = lexicon.prose.match(tokens, at: start, where: { $0 == .be }) {
            start += verb.count
        } else if start + 1 < end, tokens[start].kind == .word, reader.phrases.bounds.match(tokens, at: start) == nil,
            reader.phrases.bounds.match(tokens, at: start + 1) != nil
        {
            // `the renewals go from 0 to 3`
            start += 1
        } else if !reader.phrases.areAttributes(sentence.part(start..<end)) {
            return false
        }
        let cases = lexicon.prose.match(tokens, at: start, where: { $0 == .cases })?.count
        start += cases ?? 0
        guard start < end else { return false }
        let said = sentence.part(start..<end)
        let choice = said.ranges(in: said.tokens.indices, at: [",", ";"]).map(said.part)
        let isChoice =
            choice.contains { lexicon.holds(anyOf: [.orWord], in: $0.tokens) }
            && !reader.phrases.areAttributes(choice[0])
            && reader.mayHaveCases(items.drafts[draft], .parenthesis)
        if isSet || cases != nil {
            reader.readGroup(said, cases == nil ? .type : .parenthesis, into: &items.drafts[draft])
        } else if isChoice {
            // `the state of a copy is new, used or worn; new by default`
            var changed = items.drafts[draft]
            reader.readGroup(said, .parenthesis, into: &changed)
            guard changed.cases.count > 1 else { return false }
            items.drafts[draft] = changed
        } else if !reader.phrases.read(said, .remark, into: &items.drafts[draft]) {
            return false
        }
        readers[position] = items
        return true
    }

    /// `No repetir nombre de envase`, `Unique: the number of a round`.
    private mutating func readAttributeFirst(_ sentence: TokenizedText) -> Bool {
        let tokens = sentence.tokens
        guard let count = lexicon.count(anyOf: [.unique, .noTwoAlike, .optional, .required], tokens, at: 0) else {
            return false
        }
        let start = count + tokens[count...].prefix { $0.isMark(":") }.count
        let rest = sentence.part(start..<tokens.count)
        guard let (position, draft, end) = field(of: rest), rest.tokens[end...].allSatisfy({ $0.isMark(".") }) else {
            return false
        }
        guard var items = readers[position] else { return false }
        defer { readers[position] = items }
        return reader.phrases.read(sentence.part(0..<count), .remark, into: &items.drafts[draft])
    }

    /// The field that a sentence begins with, whose entity is named or clear, and where what is said of it begins.
    func field(of sentence: TokenizedText) -> (position: Int, draft: Int, rest: Int)? {
        let tokens = sentence.tokens
        var start = 0
        while let count = lexicon.count(anyOf: [.determiner, .each], tokens, at: start), start + count < tokens.count {
            start += count
        }
        var found: [(position: Int, draft: Int, rest: Int)] = []
        // The name begins here, or behind the owner.
        let places = [start, start + 1].filter(tokens.indices.contains)
        let names = places.flatMap { words.fields(beginningWith: tokens[$0].folded) }
        for (position, draft, name) in names {
            guard let items = readers[position], items.drafts.indices.contains(draft) else { continue }
            let owner = ownerLength(tokens, at: start, items.own)
            let first = start + (owner ?? 0)
            let end = first + name.count
            guard end <= tokens.count, tokens[first..<end].map(\.folded) == name else { continue }
            if owner != nil { return (position, draft, end) }
            // `the number of a round`
            if let of = ownerEnd(tokens, at: end, items.own) { return (position, draft, of) }
            found.append((position, draft, end))
        }
        return found.count == 1 ? found[0] : nil
    }

    /// How many tokens `round's` has.
    private func ownerLength(_ tokens: [Token], at index: Int, _ own: String) -> Int? {
        guard tokens.indices.contains(index), lexicon.language == .english else { return nil }
        for suffix in ["'s", "’s"] where tokens[index].text.hasSuffix(suffix) {
            if tokens[index].text.dropLast(2).lowercased() == own { return 1 }
        }
        return nil
    }

    /// Where `of a round` ends.
    private func ownerEnd(_ tokens: [Token], at index: Int, _ own: String) -> Int? {
        guard tokens.indices.contains(index), lexicon.inflector.isPreposition(tokens[index].folded) else { return nil }
        var start = index + 1
        while start < tokens.count, let count = lexicon.count(anyOf: [.determiner, .each], tokens, at: start) {
            start += count
        }
        guard let found = reader.names.match(tokens, at: start), found.name == own
        else { return nil }
        return start + found.count
    }

    /// `A ticket starts as reserved`, `New claims are stored as open`, where one field has this case.
    private mutating func readFirstCase(_ sentence: TokenizedText) -> Bool {
        let tokens = sentence.tokens
        let mentions = reader.names.mentions(in: tokens)
        let says = tokens.indices.first { index in
            lexicon.count(anyOf: [.startsAs, .default], tokens, at: index) != nil
                || lexicon.prose.match(tokens, at: index, where: { $0 == .default || $0 == .fresh }) != nil
        }
        guard mentions.count == 1, let says else { return false }
        var isRead = false
        _ = change(mentions[0].name) { items in
            let found = items.drafts.indices.compactMap { draft -> (draft: Int, value: Located)? in
                let value = items.drafts[draft].cases.first { value in
                    let words = Tokenizer.tokenize(LocatedText(value.text)).tokens.map(\.folded)
                    return tokens.indices.contains { start in
                        start >= says && start + words.count <= tokens.count
                            && tokens[start..<start + words.count].map(\.folded) == words
                    }
                }
                return value.map { (draft, $0) }
            }
            guard found.count == 1, let (draft, value) = found.first else { return }
            items.drafts[draft].item.defaultValue = Located(text: value.text, place: sentence.place)
            isRead = true
        }
        return isRead
    }
}
