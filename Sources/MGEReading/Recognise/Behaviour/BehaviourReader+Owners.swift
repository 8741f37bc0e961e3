extension BehaviourReader {
    /// To whom rows belong, by what is their own, by who made them, and by who alone may change them.
    mutating func readOwners() {
        for index in text.signs where !isClaimed(index) {
            if let count = text.said(index, .own) {
                readOwn(index, count)
            } else if let count = text.said(index, .made) {
                readMaker(index, count)
            } else if let count = text.said(index, .only) {
                readOnly(index, count)
            } else if text.said(index, .handled) != nil {
                readPassive(index)
            }
        }
    }

    /// `users see only their own tasks`; what is theirs by something else that is theirs is a chain.
    private mutating func readOwn(_ index: Int, _ count: Int) {
        let start = part(before: index)
        guard
            let verb = span(start, index).first(where: { text.said($0, .handles) != nil && text.mention(at: $0) == nil }
            )
        else { return }
        let people = text.nouns(before: text.auxiliaries(before: text.item(of: verb))).nouns
        let list = text.list(from: index + count)
        let owned = list.nouns.compactMap(\.entity)
        guard !owned.isEmpty else { return }
        let isOnly = span(start, index).contains { text.said($0, .only) != nil }
        let first = min(subjectStart(verb), verb)
        let between = text.sentence.mentions.filter { $0.range.lowerBound > verb && $0.range.upperBound <= index }
        if let far = between.first, index > 0, text.word(index - 1, .preposition) != nil {
            return add(.missing(.chainOfOwners), of: [text.name(of: far)], span(first, list.end))
        }
        let isRead = span(verb, index).contains { text.said($0, .reads) != nil }
        let who = people.first ?? text.topic(before: text.item(of: verb)).map(text.noun)
        add(
            .owner(who: who, role: nil, isOnly: isOnly, isRead: isRead), of: owned, span(first, list.end),
            claim: isOnly ? span(first, list.end) : span(index, index))
    }

    /// `each note belongs to the user who wrote it`.
    private mutating func readMaker(_ index: Int, _ count: Int) {
        guard index > 0, text.word(index - 1, .relative) != nil,
            let who = text.sentence.mentions.last(where: { $0.range.upperBound == index - 1 }),
            let owned = text.topic(before: text.item(of: index)), owned.entity != who.entity
        else { return }
        add(
            .owner(who: text.noun(who), role: nil, isOnly: false, isRead: false), of: [text.name(of: owned)],
            span(owned.start, index + count), claim: span(index - 1, index + count))
    }

    /// `only the author may edit or delete a post`, `una nota solo puede editarla su autor`.
    private mutating func readOnly(_ index: Int, _ count: Int) {
        if let can = text.word(index + count, .can), text.said(index + count + can, .handles) != nil {
            return readOnlyAfter(index, verb: index + count + can)
        }
        let start = withoutArticles(index + count)
        guard start < tokens.count, text.said(start, .administrator, .loggedIn) == nil else { return }
        let mention = text.mention(at: start)
        guard let length = mention?.range.count ?? text.said(start, .ownerWord) else { return }
        var end = start + length
        var owned: [String] = []
        if let of = text.lexicon.keywords.match(tokens, at: end, where: { $0 == .of }) {
            let next = withoutArticles(end + of.count)
            guard let target = text.mention(at: next) else { return }
            owned = [text.name(of: target)]
            end = target.range.upperBound
        }
        guard let verb = verb(after: end) else { return }
        let finish = self.end(after: verb)
        let objects = text.sentence.mentions.filter {
            $0.range.lowerBound >= verb && $0.range.upperBound <= finish && $0.entity != mention?.entity
        }
        owned += objects.prefix(1).map(text.name)
        if owned.isEmpty, span(verb, finish).contains(where: { text.word($0, .it) != nil }) {
            owned = [antecedent].compactMap { $0 }
        }
        guard !owned.isEmpty else { return }
        let isOwnerWord = text.said(start, .ownerWord) != nil
        let words = span(index, finish)
        if let mention, mention.isPlural, !isOwnerWord {
            return add(.missing(.limitOfRole), of: owned, words)
        }
        addOwner(
            mention, role: isOwnerWord ? span(start, start + length) : nil, of: Array(owned.prefix(1)), verb, words)
    }

    private mutating func readOnlyAfter(_ index: Int, verb: Int) {
        let after = verb + (text.said(verb, .handles) ?? 1)
        let start = withoutArticles(text.said(after, .by).map { after + $0 } ?? after)
        let mention = text.mention(at: start)
        guard let length = text.said(start, .ownerWord) ?? (mention.map { $0.isPlural ? nil : $0.range.count } ?? nil)
        else { return }
        let owned = subjects(index)
        guard !owned.isEmpty, owned != mention.map({ [text.name(of: $0)] }) else { return }
        let role = text.said(start, .ownerWord) == nil ? nil : span(start, start + length)
        addOwner(mention, role: role, of: owned, verb, span(subjectStart(index), start + length))
    }

    /// `a task can only be edited by its owner`, `posts can be deleted only by their author`.
    private mutating func readPassive(_ index: Int) {
        var end = index
        while end < tokens.count, let count = text.said(end, .handled, .only) ?? text.word(end, .and) { end += count }
        guard let by = text.said(end, .by) else { return }
        let start = withoutArticles(end + by)
        let isOnly = span(max(part(before: index), index - 4), end).contains { text.said($0, .only) != nil }
        let mention = text.mention(at: start)
        guard isOnly, let length = mention?.range.count ?? text.said(start, .ownerWord) else { return }
        let owned = subjects(index)
        let words = span(subjectStart(index), start + length)
        guard !owned.isEmpty else { return }
        let isOwnerWord = text.said(start, .ownerWord) != nil
        if let mention, mention.isPlural, !isOwnerWord { return add(.missing(.limitOfRole), of: owned, words) }
        addOwner(mention, role: isOwnerWord ? span(start, start + length) : nil, of: owned, index, words)
    }

    private mutating func addOwner(
        _ mention: Mention?, role: Range<Int>?, of owned: [String], _ verb: Int, _ words: Range<Int>
    ) {
        let isRead = text.said(verb, .reads) != nil
        let role = role.map { range in
            let words = text.located(range)
            return Located(text: text.lexicon.inflector.singular(of: words.text.lowercased()), place: words.place)
        }
        add(.owner(who: mention.map(text.noun), role: role, isOnly: true, isRead: isRead), of: owned, words)
    }
}
