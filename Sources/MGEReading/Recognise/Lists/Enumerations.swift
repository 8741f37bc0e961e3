/// Finds the cases of an enumeration in free words: `well, river or pool`, `new / used`.
struct Enumerations: Sendable {
    let phrases: AttributePhrases
    private var lexicon: Lexicon { phrases.lexicon }

    /// The cases at the beginning of a clause, and where they end.
    /// - Parameters:
    ///   - clause: the words.
    ///   - parts: its parts between commas.
    ///   - context: where the words stand; only in parentheses and after a colon a comma alone makes cases.
    /// - Returns: the cases, and how many parts they take; nil when the clause begins with none.
    func cases(
        _ clause: TokenizedText, _ parts: [Range<Int>], _ context: FreeContext
    ) -> (cases: [Located], parts: Int)? {
        let whole = clause.part((parts.first?.lowerBound ?? 0)..<(parts.last?.upperBound ?? 0))
        if lexicon.types.meaning(of: whole.tokens) != nil { return nil }
        var cases: [Located] = []
        var count = 0
        var isJoined = false
        for part in parts {
            let options = options(clause, part)
            let isType = options.count > 1 && lexicon.types.meaning(of: Array(clause.tokens[part])) != nil
            guard !options.isEmpty, !isType, options.allSatisfy({ isCase(clause, $0) }) else { break }
            let joins = options.count > 1 || lexicon.count(.orWord, clause.tokens, at: part.lowerBound) != nil
            cases += options.map { clause.located($0).unquoted }
            count += 1
            isJoined = isJoined || joins
            if joins { break }
        }
        guard cases.count > 1, isJoined || context != .remark, Set(cases.map(\.text)).count == cases.count else {
            return nil
        }
        if !isJoined, cases.contains(where: isOtherwiseKnown), !areSizes(cases) { return nil }
        return (cases, count)
    }

    /// Words that say a type or an entity, which commas alone make no case.
    private func isOtherwiseKnown(_ words: Located) -> Bool {
        let tokens = Tokenizer.tokenize(LocatedText(words.text)).tokens
        let article = lexicon.count(anyOf: [.indefinite, .other], tokens, at: 0)
        return lexicon.types.match(tokens, at: 0) != nil
            || article.map { phrases.names.name(of: Array(tokens[$0...])) != nil } ?? false
    }

    /// Whether one of several single words is a type only as an adjective is: `short, medium, long`.
    private func areSizes(_ cases: [Located]) -> Bool {
        guard cases.count > 2, !isOtherwiseKnown(cases[0]) else { return false }
        return cases.allSatisfy { value in
            let tokens = Tokenizer.tokenize(LocatedText(value.text)).tokens
            let type = lexicon.types.meaning(of: tokens)
            return tokens.count == 1
                && (type == nil && !isOtherwiseKnown(value)
                    || (type == .bigint || type == .text) && !["bigint", "text", "texto"].contains(tokens[0].folded))
        }
    }

    /// The options of a part, between slashes, bars and `or`.
    private func options(_ clause: TokenizedText, _ part: Range<Int>) -> [Range<Int>] {
        var options: [Range<Int>] = []
        var start = part.lowerBound
        var index = start
        while index < part.upperBound {
            let token = clause.tokens[index]
            let isBound = index + 1 < part.upperBound && [.number].contains(clause.tokens[index + 1].kind)
            let isSign = ["/", "|", "→"].contains(where: token.isMark) || token.isMark(">") && !isBound
            let isArrow = token.isMark("-") && index + 1 < part.upperBound && clause.tokens[index + 1].isMark(">")
            // `A, B or O`
            let isLetter = token.text.count == 1 && token.isCapitalised
            let or = isLetter ? nil : lexicon.count(.orWord, clause.tokens, at: index)
            let length = isArrow ? 2 : isSign ? 1 : or ?? 0
            guard length > 0 else {
                index += 1
                continue
            }
            if start < index { options.append(start..<index) }
            index = min(index + length, part.upperBound)
            start = index
        }
        if start < part.upperBound { options.append(start..<part.upperBound) }
        return options
    }

    private func isCase(_ clause: TokenizedText, _ range: Range<Int>) -> Bool {
        let tokens = clause.tokens
        guard range.count <= 4, tokens[range].allSatisfy(\.isName) else { return false }
        if lexicon.count(anyOf: [.default, .startsAs, .many], tokens, at: range.lowerBound) != nil { return false }
        return !range.contains { phrases.begins(tokens, at: $0) || lexicon.count(.default, tokens, at: $0) != nil }
    }
}
