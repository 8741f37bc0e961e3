extension FreeItemReader {
    /// Reads what follows the name.
    func readRest(_ text: TokenizedText, from start: Int, into draft: inout FreeDraft) {
        let tokens = text.tokens
        var index = start
        while index < tokens.count {
            if tokens[index].isMark("(") || tokens[index].isMark("[") {
                let closing = text.closing(of: index)
                readGroup(text.part(index + 1..<closing), .parenthesis, into: &draft)
                index = closing + 1
            } else if tokens[index].isMark("?") {
                let isQuestion =
                    FieldGuess(lexicon: lexicon).type(of: draft.item.name.text)?.name == .boolean
                    || lexicon.holds(anyOf: [.yes, .no], in: Array(tokens[index...]))
                if !isQuestion { draft.item.optional = tokens[index].place }
                index += 1
            } else if tokens[index].isMark(":") || tokens[index].isMark("=") {
                return readGroup(text.part(index + 1..<tokens.count), .type, into: &draft)
            } else if tokens[index].isMark(",") {
                return readGroup(text.part(index + 1..<tokens.count), .remark, into: &draft)
            } else if text.isDash(at: index) {
                return readGroup(text.part(index + 1..<tokens.count), .parenthesis, into: &draft)
            } else if lexicon.prose.match(tokens, at: index, where: { $0 == .condition }) != nil,
                tokens.count - index > 2, tokens[index...].allSatisfy(\.isName),
                lexicon.types.match(tokens, at: index) == nil
            {
                // `remarks if the judge wants to write some`
                draft.item.optional = tokens[index].place
                return
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
    func readGroup(_ written: TokenizedText, _ context: FreeContext, into draft: inout FreeDraft) {
        let plain = withPlainTypes(written)
        let text = context == .remark ? plain : withoutMarkedCase(plain, into: &draft)
        for clause in text.clauses {
            // `draft, sent, paid - draft to begin with`
            let dash = clause.tokens.indices.dropFirst().first { index in
                context == .parenthesis && clause.isDash(at: index) && clause.tokens[index].isSpaced
                    && clause.tokens[index - 1].kind != .number
            }
            guard let dash, dash + 1 < clause.tokens.count else {
                readClause(clause, context, into: &draft)
                continue
            }
            readClause(clause.part(0..<dash), context, into: &draft)
            if readFirstCase(clause.part(dash + 1..<clause.tokens.count), into: &draft) { continue }
            readClause(clause.part(dash + 1..<clause.tokens.count), .remark, into: &draft)
        }
    }

    func readClause(_ clause: TokenizedText, _ context: FreeContext, into draft: inout FreeDraft) {
        if let opening = lastParenthesis(of: clause) {
            readClause(clause.part(0..<opening), context, into: &draft)
            return readGroup(clause.part(opening + 1..<clause.tokens.count - 1), .parenthesis, into: &draft)
        }
        if context != .remark, let value = valueOfCases(clause), draft.item.defaultValue == nil {
            // `(new, sent, paid = new)`
            readClause(clause.part(0..<value.lowerBound - 1), context, into: &draft)
            draft.item.defaultValue = clause.located(value).unquoted
            return
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
        if context != .remark, let cases = lexicon.prose.match(clause.tokens, at: 0, where: { $0 == .cases }),
            cases.count < clause.tokens.count
        {
            // `one of: compact, regular, large`
            let colon = clause.tokens[cases.count].isMark(":") ? 1 : 0
            clause = clause.part(cases.count + colon..<clause.tokens.count)
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
            if readFirstValue(part, into: &draft) {
                index += 1
            } else if awaitsDefault(
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

    /// Reads the case of a new one: `waiting, done - a new job is waiting`.
    private func readFirstCase(_ text: TokenizedText, into draft: inout FreeDraft) -> Bool {
        let isNew = text.tokens.indices.contains { index in
            lexicon.prose.match(text.tokens, at: index, where: { $0 == .fresh }) != nil
        }
        guard isNew, let last = text.tokens.last,
            let value = draft.cases.first(where: { $0.text.foldedForComparison == last.folded })
        else { return false }
        draft.item.defaultValue = Located(text: value.text, place: last.place)
        return true
    }

    /// The value behind an equals sign at the end of cases.
    private func valueOfCases(_ clause: TokenizedText) -> Range<Int>? {
        let tokens = clause.tokens
        guard let sign = tokens.lastIndex(where: { $0.isMark("=") }), sign > 2, sign + 1 < tokens.count,
            tokens.count - sign <= 4, tokens[(sign + 1)...].allSatisfy(\.isName),
            tokens[..<sign].contains(where: { $0.isMark(",") || $0.isMark("/") || $0.isMark("|") })
        else { return nil }
        let value = clause.words(sign + 1..<tokens.count).unquoted
        let cases = clause.ranges(in: 0..<sign, at: [",", "/", "|"]).map { clause.words($0).unquoted }
        return cases.contains(value) ? sign + 1..<tokens.count : nil
    }

    /// The text with the types that are quoted as words: `code`, `` `string` ``.
    private func withPlainTypes(_ text: TokenizedText) -> TokenizedText {
        guard text.tokens.contains(where: { $0.kind == .quoted }) else { return text }
        let tokens = text.tokens.map { token in
            token.kind == .quoted && lexicon.types.meaning(of: [token.asWord]) != nil ? token.asWord : token
        }
        return TokenizedText(text: text.text, tokens: tokens)
    }

    /// Where the parenthesis at the end begins, when it does not belong to a type.
    func lastParenthesis(of clause: TokenizedText) -> Int? {
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
    func readPhrase(_ phrase: TokenizedText, _ context: FreeContext, into draft: inout FreeDraft) {
        guard let opening = lastParenthesis(of: phrase) else {
            if isCondition(phrase, context) {
                draft.item.optional = phrase.place
            } else if !phrases.read(phrase, context, into: &draft) {
                draft.left.append(phrase.located)
            }
            return
        }
        readPhrase(phrase.part(0..<opening), context, into: &draft)
        readGroup(phrase.part(opening + 1..<phrase.tokens.count - 1), .parenthesis, into: &draft)
    }

    /// Whether cases can be meant: not of a number or a date, and in a remark only of a text.
    func mayHaveCases(_ draft: FreeDraft, _ context: FreeContext) -> Bool {
        guard draft.cases.isEmpty, draft.target == nil else { return false }
        let written = draft.item.type.flatMap { lexicon.types.meaning(of: $0.tokens) }
        if let written { return written == .string || written == .text || written == .enum }
        guard context != .type else { return true }
        let usual = FieldGuess(lexicon: lexicon).type(of: draft.item.name.text)
        return usual.map { ![.date, .datetime, .time, .email, .url, .boolean, .uuid].contains($0.name) } ?? true
    }

    /// `by default, yes`: the value is the next phrase.
    func awaitsDefault(
        _ part: TokenizedText, _ context: FreeContext, into draft: inout FreeDraft, next: TokenizedText?
    ) -> Bool {
        if let next, draft.item.defaultValue == nil, part.tokens.count <= 2,
            lexicon.count(anyOf: [.default, .startsAs], next.tokens, at: 0) == next.tokens.count,
            !phrases.areAttributes(part)
        {
            // `no, by default`
            draft.item.defaultValue = part.located.unquoted
            return true
        }
        guard let next, lexicon.count(anyOf: [.default, .startsAs], part.tokens, at: 0) == part.tokens.count else {
            return false
        }
        draft.item.defaultValue = next.located.unquoted
        return true
    }
}
