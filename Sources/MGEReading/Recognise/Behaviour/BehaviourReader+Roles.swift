extension BehaviourReader {
    /// `roles: admin, editor, viewer`, `a user is an admin, a nurse or a receptionist`.
    mutating func readRoles() {
        for index in text.signs where !isClaimed(index) {
            if let count = text.said(index, .roles), text.mention(at: index) == nil {
                readCalled(index, count)
            } else if text.said(index, .user) != nil {
                readKinds(index)
            }
        }
    }

    private mutating func readCalled(_ index: Int, _ count: Int) {
        var start = index + count
        while start < tokens.count,
            tokens[start].isMark(":") || tokens[start].isMark("(") || text.word(start, .be) != nil
        {
            start += text.word(start, .be) ?? 1
        }
        guard start > index + count else { return }
        let list = text.list(from: start)
        guard list.nouns.count > 1 else { return }
        var end = list.end
        if end < tokens.count, tokens[end].isMark(")") { end += 1 }
        let owner = text.sentence.mentions.first { $0.range.upperBound <= index }
        let first = owner == nil ? text.clause(around: index).lowerBound : index
        add(
            .roles(list.nouns.map(role), isCalled: true), of: owner.map { [text.name(of: $0)] } ?? [],
            span(first, end))
    }

    /// What a user is one of: several nouns with articles, or in the plural.
    private mutating func readKinds(_ index: Int) {
        let count = text.mention(at: index)?.range.count ?? 1
        var verb = index + count
        while let word = text.word(verb, .can, .be, .skip) { verb += word }
        guard verb > index + count, let last = text.word(verb - 1, .be) ?? text.word(verb - 2, .be), last > 0 else {
            return
        }
        if let either = text.word(verb, .cases) { verb += either }
        guard text.word(verb, .article) != nil || text.mention(at: verb)?.isPlural == true || isPlural(verb) else {
            return
        }
        let list = text.list(from: verb)
        let hasOr = span(verb, list.end).contains {
            text.lexicon.keywords.match(tokens, at: $0, where: { $0 == .orWord }) != nil
        }
        guard list.nouns.count > 1, hasOr else { return }
        add(
            .roles(list.nouns.map(role), isCalled: false),
            of: text.mention(at: index).map { [text.name(of: $0)] } ?? [], span(subjectStart(verb), list.end))
    }

    private func isPlural(_ index: Int) -> Bool {
        index < tokens.count && text.lexicon.inflector.isPlural(tokens[index].text.lowercased())
    }

    /// A role as a case: in the singular, as it is written.
    private func role(_ noun: Behaviour.Noun) -> Located {
        Located(text: text.lexicon.inflector.singular(of: noun.words.text.lowercased()), place: noun.words.place)
    }

    // MARK: Administrators

    /// `administrators can change everything`, `only an admin may delete products`.
    mutating func readAdministrators() {
        for index in text.signs where !isClaimed(index) {
            guard let count = text.said(index, .administrator) else { continue }
            var before = index
            while before > 0, text.word(before - 1, .article, .definite, .each) != nil { before -= 1 }
            let only = before > 0 ? text.said(before - 1, .only) : nil
            let end = index + count
            if let verb = verb(after: end) {
                let finish = self.end(after: end)
                let isAll = span(verb, finish).contains { text.said($0, .everything) != nil }
                let entities = text.sentence.mentions.filter {
                    $0.range.lowerBound >= verb && $0.range.upperBound <= finish
                }
                guard isAll || only != nil || !entities.isEmpty else { continue }
                add(
                    .administrator(isLimit: !isAll || only != nil), of: entities.map(text.name),
                    span(only == nil ? before : before - 1, finish))
            } else if before > 0, text.isEnd(end), text.word(before - 1, .be) != nil {
                let subject = subjects(before - 1)
                guard !subject.isEmpty || isUser(before: before - 1) else { continue }
                add(.administrator(isLimit: false), of: subject, span(subjectStart(before - 1), end))
            } else if text.isEnd(end), before > 0, let by = text.said(before - 1, .by) ?? text.said(before - 2, .by),
                by > 0
            {
                let passive = span(part(before: index), before).first { text.said($0, .handled) != nil }
                let isOnly = span(part(before: index), before).contains { text.said($0, .only) != nil }
                guard let passive, isOnly else { continue }
                add(.administrator(isLimit: true), of: subjects(passive), span(subjectStart(passive), end))
            }
        }
    }

    private func isUser(before index: Int) -> Bool {
        let nouns = text.nouns(before: text.auxiliaries(before: text.item(of: index))).nouns
        return nouns.contains { noun in
            let tokens = Tokenizer.tokenize(LocatedText(noun.words.text)).tokens
            return tokens.indices.contains {
                text.lexicon.behaviour.match(tokens, at: $0, where: { $0 == .user || $0 == .people }) != nil
            }
        }
    }

    /// Where what somebody does to rows is said, behind a noun: `may delete`.
    func verb(after index: Int) -> Int? {
        var position = index
        while let count = text.word(position, .can, .must, .skip, .be) { position += count }
        return text.said(position, .handles) != nil ? position : nil
    }
}
