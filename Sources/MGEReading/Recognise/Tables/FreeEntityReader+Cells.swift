import MGELayers

extension FreeEntityReader {
    /// Reads the cases of the field before them in a cell: `the level is easy, medium or expert`.
    mutating func readCasesOfField(_ said: TokenizedText, of field: Int) -> Bool {
        guard drafts[field].target == nil, drafts[field].cases.isEmpty, drafts[field].item.type == nil else {
            return false
        }
        let parts = said.ranges(in: said.tokens.indices, at: [","])
        guard reader.mayHaveCases(drafts[field], .remark), reader.enumerations.cases(said, parts, .remark) != nil
        else { return false }
        reader.readGroup(said, .remark, into: &drafts[field])
        return true
    }

    /// Reads bounds before the field that they are of: `from 2 to 10 places`, `at least 1 guest`.
    mutating func readBoundsBeforeField(_ clause: TokenizedText) -> Bool {
        let tokens = clause.tokens
        guard let found = reader.phrases.bounds.match(tokens, at: 0), !found.isLength, found.count < tokens.count else {
            return false
        }
        let name = clause.words(found.count..<tokens.count).foldedForComparison
        let field = drafts.firstIndex { $0.target == nil && $0.item.name.text.foldedForComparison == name }
        guard let field else { return false }
        return reader.phrases.read(clause.part(0..<found.count), .remark, into: &drafts[field])
    }

    /// Reads the type of the only two fields beside a cell: `both are date and time`.
    mutating func readTypeOfBoth(_ clause: TokenizedText) -> Bool {
        let tokens = clause.tokens
        let lead = lexicon.count(.determiner, tokens, at: 0) ?? 0
        let open = drafts.indices.filter { drafts[$0].target == nil }
        guard
            let both = lexicon.prose.match(tokens, at: 0, where: { $0 == .lastTwo })
                ?? lexicon.prose.match(tokens, at: lead, where: { $0 == .lastTwo }).map({
                    ($0.meaning, $0.count + lead)
                }),
            open.count == 2
        else { return false }
        let be = lexicon.prose.match(tokens, at: both.count, where: { $0 == .be })?.count ?? 0
        let said = Array(tokens[min(tokens.count, both.count + be)...])
        guard lexicon.types.meaning(of: said) != nil else { return false }
        for index in open where drafts[index].item.type == nil {
            reader.readGroup(clause.part(both.count + be..<tokens.count), .type, into: &drafts[index])
        }
        return true
    }
}
