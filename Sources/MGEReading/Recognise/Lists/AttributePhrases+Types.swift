extension AttributePhrases {
    /// Reads `a member`, `refers to Sample`, `several`.
    func readReference(
        _ phrase: TokenizedText, at index: Int, _ context: FreeContext, into draft: inout FreeDraft
    ) -> Int? {
        let tokens = phrase.tokens
        if draft.target != nil, !draft.isMany, let many = lexicon.count(.many, tokens, at: index),
            index + many == tokens.count
        {
            // `→ Fitter, several`
            draft.isMany = true
            return many
        }
        guard draft.target == nil, draft.cases.isEmpty else { return nil }
        var start = index
        let lead = lexicon.keywords.match(tokens, at: start, where: { $0 == .refersTo || $0 == .many || $0 == .one })
        start += lead?.count ?? 0
        while start < tokens.count,
            let count = lexicon.count(anyOf: [.determiner, .indefinite, .other, .of, .each], tokens, at: start)
        {
            start += count
        }
        guard let found = names.match(tokens, at: start) else {
            guard start == tokens.count, lead?.meaning == .many || lead?.meaning == .one && start > index + 1 else {
                return nil
            }
            // `several`, but `one of each`
            if lead?.meaning == .many { draft.isMany = true }
            return start - index
        }
        let isReference = lead?.meaning == .refersTo || lexicon.count(.refersTo, tokens, at: index) != nil
        let end = start + found.count
        let isWhole = index == 0 && (end == tokens.count || isRest(tokens, at: end) || isAddition(tokens, from: end))
        // `mentor, an employee`
        let isOne = start > index && lexicon.count(anyOf: [.indefinite, .other], tokens, at: index) != nil
        guard isReference || isWhole && (context != .remark || isOne && draft.item.type == nil) else { return nil }
        draft.refer(to: found.name, at: tokens[start].place, isMany: lead?.meaning == .many)
        return end - index
    }

    /// Whether nothing but `too` or `as well` follows.
    private func isAddition(_ tokens: [Token], from start: Int) -> Bool {
        lexicon.count(.togetherWith, tokens, at: start).map { start + $0 == tokens.count } ?? false
    }

    func readType(_ phrase: TokenizedText, at index: Int, into draft: inout FreeDraft) -> Int? {
        let tokens = phrase.tokens
        guard draft.item.type == nil, draft.cases.isEmpty, let found = lexicon.types.match(tokens, at: index) else {
            return nil
        }
        let range = index..<index + found.count
        var type = FieldItem.TypePhrase(tokens: Array(tokens[range]), words: phrase.located(range))
        var end = range.upperBound
        if end < tokens.count, tokens[end].isMark("(") {
            let closing = phrase.closing(of: end)
            let inside = phrase.ranges(in: min(end + 1, closing)..<closing, at: [",", "|"])
            if found.meaning == .enum {
                draft.cases = inside.map { phrase.located($0).unquoted }
                return min(closing + 1, tokens.count) - index
            }
            let areNumbers = inside.allSatisfy { range in
                tokens[range].allSatisfy { $0.kind == .number || $0.isMark("..") }
            }
            if areNumbers, !inside.isEmpty {
                type.arguments = inside.map(phrase.located)
                end = min(closing + 1, tokens.count)
            }
        }
        draft.item.type = type
        return end - index
    }
}
