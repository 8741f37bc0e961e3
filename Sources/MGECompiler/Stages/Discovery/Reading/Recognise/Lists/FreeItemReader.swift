/// Reads one field or relation in free words: `mentor: another member, optional`, `grade (1 to 10)`.
struct FreeItemReader: Sendable {
    let lexicon: Lexicon
    let names: EntityNames
    let phrases: AttributePhrases
    let kinds: ClauseKinds
    private let enumerations: Enumerations

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
    func readWithoutTarget(_ source: TokenizedText) -> FreeDraft? {
        let clauses = source.clauses
        guard let head = clauses.first else { return nil }
        if let draft = readCondition(head) { return draft }
        let lead = self.lead(of: head.tokens)
        let nameEnd = nameEnd(of: head, from: lead)
        let range = withoutPunctuation(head, lead..<nameEnd)
        guard (1...Self.longestName).contains(range.count), head.words(range).unquoted.isSoundName
        else { return nil }
        var draft = FreeDraft(name: head.located(range).unquoted, words: source.words)
        readRest(head, from: nameEnd, into: &draft)
        for clause in clauses.dropFirst() { readGroup(clause, .remark, into: &draft) }
        return draft
    }

    /// `whether it is paid or not`.
    private func readCondition(_ head: TokenizedText) -> FreeDraft? {
        let tokens = head.tokens
        guard let start = lexicon.count(.whether, tokens, at: 0) else { return nil }
        let end = lexicon.first(anyOf: [.orNot], in: tokens)
        guard end != nil || lexicon.count(.question, tokens, at: 0) == nil else { return nil }
        let range = start..<(end ?? tokens.count)
        guard (1...Self.longestName).contains(range.count), head.words(range).unquoted.isSoundName else { return nil }
        var draft = FreeDraft(name: head.located(range).unquoted, words: head.words)
        draft.item.type = .named("boolean", at: tokens[0].place)
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
            if lexicon.count(.relative, tokens, at: index) != nil { return true }
            if let type = lexicon.types.match(tokens, at: index), type.meaning == .boolean { return true }
            if lexicon.count(.default, tokens, at: index) != nil { return true }
            return phrases.begins(tokens, at: index)
        } ?? tokens.count
    }

    private func withoutPunctuation(_ text: TokenizedText, _ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, !text.tokens[end - 1].isName { end -= 1 }
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

    // MARK: What follows

    private func readRest(_ text: TokenizedText, from start: Int, into draft: inout FreeDraft) {
        let tokens = text.tokens
        var index = start
        while index < tokens.count {
            if tokens[index].isMark("(") || tokens[index].isMark("[") {
                let closing = text.closing(of: index)
                readGroup(text.part(index + 1..<closing), .parenthesis, into: &draft)
                index = closing + 1
            } else if tokens[index].isMark("?") {
                let isQuestion = FieldGuess(lexicon: lexicon).type(of: draft.item.name.text)?.name == .boolean
                if !isQuestion { draft.item.optional = tokens[index].place }
                index += 1
            } else if tokens[index].isMark(":") || tokens[index].isMark("=") {
                return readGroup(text.part(index + 1..<tokens.count), .type, into: &draft)
            } else if tokens[index].isMark(",") {
                return readGroup(text.part(index + 1..<tokens.count), .remark, into: &draft)
            } else if text.isDash(at: index) {
                return readGroup(text.part(index + 1..<tokens.count), .parenthesis, into: &draft)
            } else {
                let end = (index + 1..<tokens.count).first { index in
                    [":", "(", "[", ",", "?"].contains(where: tokens[index].isMark)
                }
                readGroup(text.part(index..<(end ?? tokens.count)), .parenthesis, into: &draft)
                index = end ?? tokens.count
            }
        }
    }

    /// Reads phrases between commas and semicolons.
    func readGroup(_ text: TokenizedText, _ context: FreeContext, into draft: inout FreeDraft) {
        for clause in text.clauses { readClause(clause, context, into: &draft) }
    }

    private func readClause(_ clause: TokenizedText, _ context: FreeContext, into draft: inout FreeDraft) {
        if let opening = lastParenthesis(of: clause) {
            readClause(clause.part(0..<opening), context, into: &draft)
            return readGroup(clause.part(opening + 1..<clause.tokens.count - 1), .parenthesis, into: &draft)
        }
        var clause = clause
        var context = context
        if let type = lexicon.types.match(clause.tokens, at: 0), type.meaning == .enum, context != .remark,
            type.count < clause.tokens.count, !clause.tokens[type.count].isMark("(")
        {
            let start = clause.tokens[type.count].isMark(":") ? type.count + 1 : type.count
            clause = clause.part(start..<clause.tokens.count)
            context = .parenthesis
        }
        var parts = clause.ranges(in: clause.tokens.indices, at: [","])
        if lexicon.types.meaning(of: clause.tokens) == nil, mayHaveCases(draft, context),
            let found = enumerations.cases(clause, parts, context)
        {
            draft.cases = found.cases
            draft.item.type = nil
            parts.removeFirst(found.parts)
        }
        var index = 0
        while index < parts.count {
            let part = clause.part(parts[index])
            if awaitsDefault(
                part, context, into: &draft, next: index + 1 < parts.count ? clause.part(parts[index + 1]) : nil)
            {
                index += 2
            } else if kinds.isClause(part.tokens) {
                var end = index + 1
                while end < parts.count, !phrases.begins(clause.tokens, at: parts[end].lowerBound) { end += 1 }
                draft.clauses.append(clause.part(parts[index].lowerBound..<parts[end - 1].upperBound))
                index = end
            } else {
                readPhrase(part, context, into: &draft)
                index += 1
            }
        }
    }

    /// Where the parenthesis at the end begins, when it does not belong to a type.
    private func lastParenthesis(of clause: TokenizedText) -> Int? {
        guard clause.tokens.last?.isMark(")") == true else { return nil }
        var opening = clause.tokens.firstIndex { $0.isMark("(") } ?? 0
        while opening > 0, clause.closing(of: opening) < clause.tokens.count - 1 {
            opening = clause.tokens.indices.dropFirst(opening + 1).first { clause.tokens[$0].isMark("(") } ?? 0
        }
        guard opening > 0, clause.closing(of: opening) == clause.tokens.count - 1 else { return nil }
        let isArgument = (max(0, opening - 4)..<opening).contains { index in
            lexicon.types.match(clause.tokens, at: index).map { index + $0.count == opening } ?? false
        }
        return isArgument ? nil : opening
    }

    /// Reads one phrase, and what stands in parentheses after it.
    private func readPhrase(_ phrase: TokenizedText, _ context: FreeContext, into draft: inout FreeDraft) {
        guard let opening = lastParenthesis(of: phrase) else {
            if !phrases.read(phrase, context, into: &draft) { draft.left.append(phrase.located) }
            return
        }
        readPhrase(phrase.part(0..<opening), context, into: &draft)
        readGroup(phrase.part(opening + 1..<phrase.tokens.count - 1), .parenthesis, into: &draft)
    }

    /// Whether cases can be meant: not of a number or a date, and in a remark only of a text.
    private func mayHaveCases(_ draft: FreeDraft, _ context: FreeContext) -> Bool {
        guard draft.cases.isEmpty, draft.target == nil else { return false }
        let written = draft.item.type.flatMap { lexicon.types.meaning(of: $0.tokens) }
        if let written { return written == .string || written == .text || written == .enum }
        guard context != .type else { return true }
        let usual = FieldGuess(lexicon: lexicon).type(of: draft.item.name.text)
        return usual.map { ![.date, .datetime, .time, .email, .url, .boolean, .uuid].contains($0.name) } ?? true
    }

    /// `by default, yes`: the value is the next phrase.
    private func awaitsDefault(
        _ part: TokenizedText, _ context: FreeContext, into draft: inout FreeDraft, next: TokenizedText?
    ) -> Bool {
        guard let next, lexicon.count(anyOf: [.default, .startsAs], part.tokens, at: 0) == part.tokens.count else {
            return false
        }
        draft.item.defaultValue = next.located.unquoted
        return true
    }
}

extension FieldItem.TypePhrase {
    /// A type by its name in briefs.
    static func named(_ name: String, at place: LocatedText.Place) -> FieldItem.TypePhrase {
        let tokens = Tokenizer.tokenize(LocatedText(name)).tokens
        return FieldItem.TypePhrase(tokens: tokens, words: Located(text: name, place: place))
    }
}
