import MGELayers

/// Reads one field or relation in free words: `mentor: another member, optional`, `grade (1 to 10)`.
struct FreeItemReader: Sendable {
    let lexicon: Lexicon
    let names: EntityNames
    let phrases: AttributePhrases
    let kinds: ClauseKinds
    let enumerations: Enumerations

    init(lexicon: Lexicon, names: EntityNames) {
        self.lexicon = lexicon
        self.names = names
        phrases = AttributePhrases(lexicon: lexicon, names: names)
        kinds = ClauseKinds(lexicon: lexicon, names: names)
        enumerations = Enumerations(phrases: phrases)
    }

    /// The greatest number of words in a name.
    static let longestName = 6

    /// Reads an item whose first clause begins with a name; nil when it does not.
    func read(_ source: TokenizedText) -> FreeDraft? {
        guard var draft = readWithoutTarget(source) else { return nil }
        refer(&draft)
        return draft
    }

    /// Reads an item whose name says nothing of a target yet.
    func readWithoutTarget(_ source: TokenizedText, isName: Bool = false) -> FreeDraft? {
        if let last = source.tokens.last, last.isMark("?"), source.tokens.contains(where: { $0.isMark(":") }) {
            // `checked by: an expert?`
            var draft = readWithoutTarget(source.part(0..<source.tokens.count - 1), isName: isName)
            draft?.item.optional = last.place
            return draft
        }
        let clauses = (source.tokens.first?.isMark("¿") == true ? source.part(1..<source.tokens.count) : source).clauses
        guard let head = clauses.first else { return nil }
        let joint = lexicon.count(.andWord, head.tokens, at: 0) ?? 0
        if var draft = readCondition(head.part(joint..<head.tokens.count)) {
            for clause in clauses.dropFirst() { readGroup(clause, .remark, into: &draft) }
            return draft
        }
        if let draft = readRole(head, source) { return draft }
        let lead = self.lead(of: head.tokens)
        let nameEnd = nameEnd(of: head, from: lead)
        let range = withoutPunctuation(head, lead..<nameEnd)
        var name = head.located(range).unquoted
        name.text = name.text.replacing("'s ", with: " ").replacing("’s ", with: " ").replacing("*", with: "")
        guard (1...Self.longestName).contains(range.count), name.text.isSoundName else { return nil }
        guard isName || !isSentence(head.tokens, range) && !saysSomething(head.tokens, range) else { return nil }
        var draft = FreeDraft(name: name, words: source.words)
        if nameEnd < head.tokens.count, lexicon.count(.orNot, head.tokens, at: nameEnd) != nil {
            // `broken or not`
            draft.item.type = .named("boolean", at: head.tokens[nameEnd].place)
        }
        draft.isMany = lexicon.holds(anyOf: [.manyToMany], in: Array(head.tokens[..<lead]))
        var rest = isSlashed(head.tokens, nameEnd, range) ? range.upperBound : nameEnd
        if let unit = unit(head, range) {
            draft.item.name = head.located(range.lowerBound..<unit.lowerBound).unquoted
            rest = unit.upperBound
            draft.measure = head.words(unit.lowerBound + 1..<unit.upperBound)
        }
        readRest(head, from: rest, into: &draft)
        for clause in clauses.dropFirst() { readGroup(clause, .remark, into: &draft) }
        return draft
    }

    /// `FK team as home team`, `Team as owner`.
    private func readRole(_ head: TokenizedText, _ source: TokenizedText) -> FreeDraft? {
        let tokens = head.tokens
        let lead =
            lexicon.count(.refersTo, tokens, at: 0) ?? lexicon.count(anyOf: [.indefinite, .other], tokens, at: 0) ?? 0
        guard let found = names.match(tokens, at: lead), lead + found.count < tokens.count,
            let role = lexicon.count(.asRole, tokens, at: lead + found.count)
        else { return nil }
        let start = lead + found.count + role
        let end = nameEnd(of: head, from: min(start, tokens.count))
        guard (1...4).contains(end - start) else { return nil }
        var draft = FreeDraft(name: head.located(start..<end).unquoted, words: source.words)
        draft.refer(to: found.name, at: tokens[lead].place, isMany: false)
        readRest(head, from: end, into: &draft)
        for clause in source.clauses.dropFirst() { readGroup(clause, .remark, into: &draft) }
        return draft
    }

    /// Whether words are a sentence and no name: `we have two`, `there might be an understudy`.
    private func isSentence(_ tokens: [Token], _ range: Range<Int>) -> Bool {
        let verbs: Set<ProseWord> = [.be, .can, .must, .has, .we, .weHave]
        return range.contains { index in
            guard let found = lexicon.prose.match(tokens, at: index, where: \.isStructural),
                lexicon.prose.match(tokens, at: index, where: { $0 == .noun }) == nil
            else { return false }
            return verbs.contains(found.meaning)
                && (index > range.lowerBound || found.meaning == .we || found.count > 1)
        }
    }

    /// `whether it is paid or not`.
    private func readCondition(_ head: TokenizedText) -> FreeDraft? {
        let tokens = head.tokens
        guard let start = lexicon.count(.whether, tokens, at: 0) else { return nil }
        let mark = tokens.firstIndex { !$0.isName }
        let end = lexicon.first(anyOf: [.orNot], in: tokens) ?? (mark == tokens.count ? nil : mark)
        guard end != nil || lexicon.count(.question, tokens, at: 0) == nil else { return nil }
        var first = start
        // `whether it's a lead` is `lead`.
        while first + 1 < end ?? tokens.count, let word = lexicon.prose.match(tokens, at: first, where: \.isStructural)
        {
            first += word.count
        }
        let range = min(first, end ?? tokens.count)..<(end ?? tokens.count)
        guard (1...Self.longestName).contains(range.count), head.words(range).unquoted.isSoundName else { return nil }
        var draft = FreeDraft(name: head.located(range).unquoted, words: head.words)
        draft.item.type = .named("boolean", at: tokens[0].place)
        if let mark { readRest(head, from: mark, into: &draft) }
        return draft
    }

    // MARK: Name

    /// Where the name begins: after articles, `each`, `which`, `has a`.
    func lead(of tokens: [Token]) -> Int {
        var start = 0
        let skipped: Set<Keyword> = [.andWord, .determiner, .indefinite, .each, .question]
        while start + 1 < tokens.count {
            let count: Int
            if let found = lexicon.count(anyOf: skipped, tokens, at: start) {
                count = found
            } else if ["also", "también", "además"].contains(tokens[start].text.lowercased()), start == 0 {
                count = 1
            } else if let found = lexicon.count(.refersTo, tokens, at: start),
                names.match(tokens, at: start + found) != nil
            {
                count = found
            } else if let found = lexicon.count(.many, tokens, at: start),
                let with = lexicon.count(.with, tokens, at: start + found),
                names.match(tokens, at: start + found + with) != nil
            {
                // `many to many with tags`
                count = found + with
            } else if let found = lexicon.count(.many, tokens, at: start), names.match(tokens, at: start + found) != nil
            {
                count = found
            } else if let found = lexicon.count(anyOf: [.with, .of, .for, .has], tokens, at: start),
                lexicon.count(anyOf: [.determiner, .indefinite, .each], tokens, at: start + found) != nil
            {
                count = found
            } else {
                break
            }
            guard start + count < tokens.count, tokens[start + count].isName else { break }
            start += count
        }
        return start
    }

    /// Where the name ends: at a mark, an attribute, bounds, `yes/no` or a relative clause.
    func nameEnd(of text: TokenizedText, from start: Int) -> Int {
        let tokens = text.tokens
        return tokens.indices.dropFirst(start + 1).first { index in
            if !tokens[index].isName || text.isDash(at: index) { return true }
            if lexicon.count(.relative, tokens, at: index) != nil || isContact(tokens, at: index) { return true }
            if let type = lexicon.types.match(tokens, at: index), type.meaning == .boolean { return true }
            if isTypeBehindPreposition(tokens, at: index) || startsCases(tokens, at: index) { return true }
            if lexicon.count(anyOf: [.default, .orNot], tokens, at: index) != nil { return true }
            return phrases.begins(tokens, at: index)
        } ?? tokens.count
    }

    /// Whether `one of` and cases begin, but not `one of the rooms`.
    func startsCases(_ tokens: [Token], at index: Int) -> Bool {
        guard let cases = lexicon.prose.match(tokens, at: index, where: { $0 == .cases }), cases.count > 1,
            index + cases.count < tokens.count
        else { return false }
        return lexicon.count(.determiner, tokens, at: index + cases.count) == nil
            && names.match(tokens, at: index + cases.count) == nil
    }

    /// Whether nothing but a type follows a preposition: `reason as free text`, `motivo en texto libre`.
    private func isTypeBehindPreposition(_ tokens: [Token], at index: Int) -> Bool {
        guard ["as", "in", "como", "en"].contains(tokens[index].folded),
            let type = lexicon.types.match(tokens, at: index + 1)
        else { return false }
        let end = index + 1 + type.count
        return [.text, .string, .boolean].contains(type.meaning) && (end == tokens.count || !tokens[end].isName)
    }

    /// Whether a clause without a relative pronoun begins: `the shelf it stands on`.
    private func isContact(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .english, index + 1 < tokens.count, tokens[index + 1].isName,
            !lexicon.inflector.isPreposition(tokens[index - 1].folded)
        else { return false }
        return lexicon.prose.match(tokens, at: index, where: { $0 == .it || $0 == .they }) != nil
    }

    /// Whether cases begin inside of what seemed a name: `level easy/hard`.
    private func isSlashed(_ tokens: [Token], _ end: Int, _ name: Range<Int>) -> Bool {
        end < tokens.count && tokens[end].isMark("/") && name.upperBound == end - 1
    }

    /// Whether words have a verb, so that they say something and name nothing: `can be a member too`.
    private func saysSomething(_ tokens: [Token], _ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        if lexicon.language == .spanish, range.contains(where: { tokens[$0].isReflexivePronoun }) { return true }
        let leads = lexicon.prose.match(tokens, at: first, where: { $0 == .can || $0 == .must || $0 == .not })
        return leads != nil && range.count > 1
    }

    /// A unit in signs behind a name, with its preposition: `target temperature in °C (18 to 40)`, `wind in m/s`.
    private func unit(_ text: TokenizedText, _ name: Range<Int>) -> Range<Int>? {
        let tokens = text.tokens
        guard name.count > 1 else { return nil }
        let start = [name.upperBound - 1, name.upperBound - 2].first { index in
            index > name.lowerBound && ["in", "en"].contains(tokens[index].folded)
        }
        guard let start else { return nil }
        let end = tokens.indices.dropFirst(start + 1).first { index in
            ["(", "[", ":", ",", "="].contains(where: tokens[index].isMark) || text.isDash(at: index)
        }
        let unit = start + 1..<(end ?? tokens.count)
        let hasSign = unit.contains { !tokens[$0].isName }
        guard hasSign, unit.count <= 4, unit.allSatisfy({ tokens[$0].text.count <= 3 }) else { return nil }
        return start..<unit.upperBound
    }

    private func withoutPunctuation(_ text: TokenizedText, _ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        // `easy / medium / hard` behind a name are its cases.
        if end < text.tokens.count, text.tokens[end].isMark("/"), range.count > 1 { end -= 1 }
        while end > range.lowerBound, !text.tokens[end - 1].isName { end -= 1 }
        // `description of what` says no more than `description`.
        while end > range.lowerBound + 1, lexicon.language == .spanish, end < text.tokens.count,
            lexicon.count(anyOf: [.of, .determiner], text.tokens, at: end - 1) == 1,
            text.tokens[end - 1].folded != "el" || text.tokens[end - 2].folded == "de"
        {
            end -= 1
        }
        return range.lowerBound..<max(end, range.lowerBound)
    }

    /// Makes it a reference when its name is one of an entity, or a role of one.
    func refer(_ draft: inout FreeDraft) {
        let name = Tokenizer.tokenize(LocatedText(draft.item.name.text)).tokens
        guard draft.target == nil, draft.cases.isEmpty, draft.item.type == nil, draft.item.minimum == nil,
            draft.item.maximum == nil, draft.item.defaultValue == nil, let found = names.head(of: name)
        else { return }
        let words = name[found.range].map(\.text).joined(separator: " ")
        let isPlural = lexicon.inflector.isPlural(words.entityName)
        draft.refer(to: found.name, at: draft.item.name.place, isMany: isPlural)
        draft.isNamedAfterTarget = true
    }
}

extension FieldItem.TypePhrase {
    /// A type by its name in briefs.
    static func named(
        _ name: String, at place: LocatedText.Place, _ arguments: [Located]? = nil
    ) -> FieldItem.TypePhrase {
        let tokens = Tokenizer.tokenize(LocatedText(name)).tokens
        return FieldItem.TypePhrase(tokens: tokens, words: Located(text: name, place: place), arguments: arguments)
    }
}
