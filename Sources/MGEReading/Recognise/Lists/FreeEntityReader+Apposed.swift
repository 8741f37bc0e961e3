import MGELayers

/// What the parts of a labelled sentence say beside the names of fields.
extension FreeEntityReader {
    /// Whether a part says that the field before it is unique within something: `code, max 10 characters, unique per client`.
    func isUniqueAlone(_ part: TokenizedText, behind number: Int) -> Bool {
        guard number > 0, let last = drafts.last, last.target == nil,
            let unique = lexicon.count(.unique, part.tokens, at: 0)
        else { return false }
        return lexicon.count(.per, part.tokens, at: unique) != nil
    }

    /// Whether a part says of the field before it that each of the entity has another: `different for every inspector`.
    func isUniqueForEach(_ part: TokenizedText) -> Bool {
        let mentions = reader.names.mentions(in: part.tokens)
        return drafts.last?.target == nil && mentions.count == 1 && mentions[0].name == own
            && mentions[0].range.lowerBound < 5 && reader.kinds.saysUniqueness(part.tokens)
            && lexicon.count(.per, part.tokens, at: 0) == nil && members(named: part.tokens).isEmpty
    }

    /// Reads the type of the field before it, with an article: `week start, a date`, `closed on, a date that is empty at first`.
    mutating func readApposedType(
        _ part: TokenizedText, behind before: Range<Int>?, _ clause: TokenizedText
    ) -> Bool {
        let tokens = part.tokens
        let relative = tokens.indices.dropFirst().first { lexicon.count(.relative, tokens, at: $0) != nil }
        let end = relative ?? tokens.count
        guard let before, tokens.count > 1, let last = drafts.last, last.target == nil,
            last.item.type == nil, last.cases.isEmpty, let article = lexicon.count(.indefinite, tokens, at: 0),
            lexicon.count(anyOf: [.determiner, .indefinite], clause.tokens, at: before.lowerBound) == nil,
            clause.words(before).unquoted.foldedForComparison.hasPrefix(last.item.name.text.foldedForComparison),
            article < end, let type = lexicon.types.meaning(of: Array(tokens[article..<end])), type != .enum
        else { return false }
        reader.readGroup(part.part(article..<end), .type, into: &drafts[drafts.count - 1])
        if let relative, let count = lexicon.count(.relative, tokens, at: relative) {
            var start = relative + count
            if let be = lexicon.prose.match(tokens, at: start, where: { $0 == .be }) { start += be.count }
            if start < tokens.count {
                reader.readGroup(part.part(start..<tokens.count), .remark, into: &drafts[drafts.count - 1])
            }
        }
        return true
    }

    /// Reads who plays a role before it, which is no usual field: `caretaker, a member`.
    mutating func readApposedEntity(
        _ part: TokenizedText, behind before: Range<Int>?, _ clause: TokenizedText
    ) -> Bool {
        guard let before, let last = drafts.last, last.target == nil, last.item.type == nil, last.cases.isEmpty,
            let article = lexicon.count(.indefinite, part.tokens, at: 0),
            let found = reader.names.match(part.tokens, at: article), article + found.count == part.tokens.count,
            clause.words(before).unquoted.foldedForComparison == last.item.name.text.foldedForComparison,
            FieldGuess(lexicon: lexicon).type(of: last.item.name.text) == nil
        else { return false }
        drafts[drafts.count - 1].refer(to: found.name, at: part.place, isMany: false)
        return true
    }

    /// A clause whose verb leads to cases, with a colon for it: `state is draft, submitted or approved`.
    func withCases(_ clause: TokenizedText) -> TokenizedText {
        var tokens = clause.tokens
        guard lexicon.language == .english,
            let verb = tokens.prefix(4).firstIndex(where: { ["is", "are"].contains($0.folded) }), verb > 0,
            tokens[..<verb].allSatisfy(\.isName), reader.names.mentions(in: Array(tokens[..<verb])).isEmpty,
            let or = tokens.indices.dropFirst(verb + 2).first(where: { tokens[$0].folded == "or" }),
            or + 1 < tokens.count
        else { return clause }
        let name = clause.words(0..<verb).foldedForComparison
        let cases = span(verb + 1, or)
        let arePlain = cases.allSatisfy { index in
            tokens[index].isMark(",")
                || tokens[index].isName && lexicon.prose.match(tokens, at: index, where: \.isSaid) == nil
                    && lexicon.count(anyOf: [.negation, .indefinite, .determiner, .rangeTo], tokens, at: index) == nil
        }
        guard arePlain, cases.split(whereSeparator: { tokens[$0].isMark(",") }).allSatisfy({ $0.count < 4 }),
            !drafts.contains(where: { $0.item.name.text.foldedForComparison == name })
        else { return clause }
        tokens[verb] = Token(
            kind: .mark, text: ":", folded: ":", range: tokens[verb].range, place: tokens[verb].place, isSpaced: false)
        return TokenizedText(text: clause.text, tokens: tokens)
    }

    /// The role that a part gives to the reference before it: `as organiser`.
    func role(alone part: TokenizedText) -> Located? {
        guard let last = drafts.last, last.target != nil, last.isNamedAfterTarget,
            let lead = lexicon.count(.asRole, part.tokens, at: 0)
        else { return nil }
        let start = lead + (lexicon.count(anyOf: [.determiner, .indefinite], part.tokens, at: lead) ?? 0)
        let words = part.tokens.dropFirst(start)
        guard (1...3).contains(words.count), words.allSatisfy({ $0.kind == .word }) else { return nil }
        return part.located(start..<part.tokens.count)
    }

    /// Whether a part adds a field with a name of several words: `and certificate expiry date`.
    func isFurtherField(_ part: TokenizedText) -> Bool {
        guard let and = lexicon.count(.andWord, part.tokens, at: 0), (2...4).contains(part.tokens.count - and),
            part.tokens.allSatisfy(\.isName), lexicon.count(.determiner, part.tokens, at: and) == nil
        else { return false }
        return FieldGuess(lexicon: lexicon).type(of: part.words(and..<part.tokens.count)) != nil
    }

    /// Whether a part says that some have none: `series, but some stamps have none`.
    func isException(_ part: TokenizedText) -> Bool {
        let tokens = part.tokens
        guard tokens.count > 2, lexicon.count(.clause, tokens, at: 0) != nil,
            lexicon.count(.relative, tokens, at: 0) == nil
        else { return false }
        return lexicon.holds(anyOf: [.mayBeEmpty, .negation, .emptyWord, .unmarked], in: tokens)
    }
}
