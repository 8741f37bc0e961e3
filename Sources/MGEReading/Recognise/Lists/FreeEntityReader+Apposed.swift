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

    /// Reads the type of the field before it, with an article: `week start, a date`.
    mutating func readApposedType(
        _ part: TokenizedText, number: Int, of parts: [Range<Int>], _ clause: TokenizedText
    ) -> Bool {
        let tokens = part.tokens
        guard number == 1, parts.count == 2, tokens.count > 1, let last = drafts.last, last.target == nil,
            last.item.type == nil, last.cases.isEmpty, let article = lexicon.count(.indefinite, tokens, at: 0),
            lexicon.count(anyOf: [.determiner, .indefinite], clause.tokens, at: parts[0].lowerBound) == nil,
            let type = lexicon.types.meaning(of: Array(tokens.dropFirst(article))), type != .enum
        else { return false }
        reader.readGroup(part.part(article..<tokens.count), .type, into: &drafts[drafts.count - 1])
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
}
