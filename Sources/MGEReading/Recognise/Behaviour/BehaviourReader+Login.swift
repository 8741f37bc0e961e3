extension BehaviourReader {
    /// `staff log in with their email and a password`, `doctors and nurses have accounts`, `only logged-in members may …`.
    mutating func readLogin() {
        for index in text.signs where !isClaimed(index) && text.mention(at: index) == nil {
            if let count = text.said(index, .loginRequired) {
                readRequired(index, count)
            } else if let count = text.said(index, .logsIn) {
                readLogin(index, count, proof: .none)
            } else if let count = text.said(index, .signsUp) {
                readLogin(index, count, proof: .password)
            } else if let count = text.said(index, .entersWith) {
                readLogin(index, count, proof: .emailOrPassword)
            } else if let count = text.said(index, .hasAccount) {
                readAccount(index, count)
            } else if let count = text.said(index, .loggedIn) {
                readLoggedIn(index, count)
            }
        }
    }

    private mutating func readRequired(_ index: Int, _ count: Int) {
        guard !isDenied(before: index) else { return }
        let (field, _, end) = proof(after: index + count)
        add(.login(people: [], field: field), span(index, end), claim: span(verbStart(index), end))
    }

    /// What has to follow words that may mean something else.
    private enum Proof { case none, password, emailOrPassword }

    private mutating func readLogin(_ index: Int, _ count: Int, proof needed: Proof) {
        let end = index + count
        // `the full name and a login`
        if index > 0, text.word(index - 1, .article, .unique, .optional) != nil { return }
        let isFollowed =
            text.isEnd(end) || text.word(end, .and, .when, .with, .preposition, .along) != nil
            || text.said(end, .loginWith) != nil
        guard needed == .emailOrPassword || isFollowed, !isDenied(before: index), !isDeferred(end) else { return }
        let isWith = needed == .emailOrPassword && text.word(end - 1, .with) != nil
        let (field, found, last) = proof(after: isWith ? end - 1 : end)
        switch needed {
        case .none: if found == .none, isListOfFields(after: end) { return }
        case .password: guard found == .password else { return }
        case .emailOrPassword: guard found != .none else { return }
        }
        var start = index
        var nouns = people(before: index)
        if nouns.isEmpty, let other = span(part(before: index), index).first(where: { text.said($0, .signsUp) != nil })
        {
            nouns = people(before: other)
            start = other
        }
        if nouns.isEmpty { nouns = speaker ?? text.topic(before: text.item(of: index)).map { [text.noun($0)] } ?? [] }
        if nouns.isEmpty, text.items[..<text.item(of: index)].contains(where: { $0.word == .it }), let antecedent {
            nouns = [Behaviour.Noun(words: text.located(span(index, end)), entity: antecedent)]
        }
        // `sign in with a nickname, 2 to 32 characters long`: what is said of it is left to be read, and it with that.
        let isDescribed = field != nil && found != .password && goesOn(last)
        add(
            .login(people: nouns, field: field), span(min(start, subjectStart(start)), last),
            claim: isDescribed ? span(start, start) : span(verbStart(start), last))
    }

    /// Whether more is said of a field: `a nickname, 2 to 32 characters long`, `an email (unique)`.
    private func goesOn(_ end: Int) -> Bool {
        guard end + 1 < tokens.count, tokens[end].isMark(",") || tokens[end].isMark("(") else { return false }
        return tokens[end + 1].kind == .number
            || text.lexicon.prose.match(tokens, at: end + 1, where: { $0.isSaid || $0 == .relative }) != nil
    }

    /// Whether more is named than one could log in with: `sign in with a first name, a surname and a permit number`.
    private func isListOfFields(after start: Int) -> Bool {
        guard let count = text.said(start - 1, .loginWith) ?? text.said(start, .loginWith) else { return false }
        let first = text.said(start, .loginWith) == nil ? start : start + count
        return text.list(from: first).nouns.count > 2
    }

    /// `have an account`, where `account` is no entity of the text, so that it is no bank's.
    private mutating func readAccount(_ index: Int, _ count: Int) {
        let end = index + count
        let isEntity = span(index, end).contains { text.mention(at: $0) != nil }
        let (field, found, last) = proof(after: end)
        let hasProof = found != .none
        let isFollowed = text.isEnd(end) || hasProof || text.word(end, .and, .when) != nil
        guard !isEntity, isFollowed, hasProof || !isListed(end), !isDenied(before: index) else { return }
        let nouns = people(before: index)
        guard !nouns.isEmpty else { return }
        let finish = hasProof ? last : end
        add(
            .login(people: nouns, field: field), span(subjectStart(index), finish),
            claim: span(verbStart(index), finish))
    }

    /// Whether more follows in a list, so that it is a field: `a worker has a login, a name and a phone`.
    private func isListed(_ end: Int) -> Bool {
        end < tokens.count && tokens[end].isMark(",") && text.word(end + 1, .and) == nil
    }

    /// `logged-in members`, `members who are logged in`.
    private mutating func readLoggedIn(_ index: Int, _ count: Int) {
        let next = index + count < text.tokens.count ? text.tokens[index + count].folded : ""
        // `un inspector viene identificado por su nombre`
        guard !isDenied(before: index), !["por", "mediante"].contains(next) else { return }
        let after = text.list(from: index + count).nouns
        let item = text.auxiliaries(before: text.item(of: index))
        let isRelative = item > 0 && text.items[item - 1].word == .relative
        let before = text.nouns(before: isRelative ? item - 1 : item).nouns
        guard let people = after.isEmpty || isRelative || text.isEnd(index + count) ? before.nonempty : [after[0]]
        else { return }
        let start = isRelative ? text.token(of: item - 1) : index
        add(
            .login(people: people, field: nil), span(start, index + count),
            claim: span(start, index + count))
    }

    // MARK: Parts

    private func people(before index: Int) -> [Behaviour.Noun] {
        text.nouns(before: text.auxiliaries(before: text.item(of: index))).nouns
    }

    /// `as a member, I want to log in`.
    private var speaker: [Behaviour.Noun]? {
        guard text.items.first?.word == .as else { return nil }
        return text.list(from: text.token(of: 1)).nouns.nonempty
    }

    private func isDenied(before index: Int) -> Bool {
        var start = part(before: index)
        // `nobody but members` is no denial.
        for position in span(start, index) {
            if let count = text.said(position, .only), count > 1 { start = position + count }
        }
        return text.isDenied(span(start, index))
    }

    /// `… log in later`.
    private func isDeferred(_ end: Int) -> Bool {
        span(end, min(end + 2, tokens.count)).contains { text.said($0, .denied) != nil }
    }

    /// What one logs in with: `to the app with their email and a password`.
    /// - Returns: the field besides the password, whether it is an email address or a password is named, and the end.
    private func proof(after start: Int) -> (field: Located?, found: Proof, end: Int) {
        let end = min(start + 6, tokens.count)
        let with = span(start, end).first { index in
            text.isEnd(index) || text.word(index, .and, .when) != nil || text.said(index, .loginWith) != nil
        }
        guard let with, let count = text.said(with, .loginWith) else { return (nil, .none, start) }
        let list = text.list(from: with + count)
        let isPassword: (Behaviour.Noun) -> Bool = { noun in
            text.lexicon.behaviour.meaning(
                of: Tokenizer.tokenize(LocatedText(noun.words.text)).tokens, where: { $0 == .password }) != nil
        }
        let fields = list.nouns.filter { !isPassword($0) }
        let isEmail = fields.contains { text.lexicon.fieldItem(for: $0.words.text)?.hasPrefix("email") == true }
        guard !list.nouns.isEmpty else { return (nil, .none, start) }
        let found: Proof = fields.count < list.nouns.count ? .password : isEmail ? .emailOrPassword : .none
        return (fields.first?.words, found, list.end)
    }
}

extension Array {
    /// The array, or nil when nothing is in it.
    var nonempty: Self? { isEmpty ? nil : self }
}
