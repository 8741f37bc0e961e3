import MGECore

extension FreeEntityReader {
    /// Reads what a cell says of the fields beside it: `code is unique; price at least 1`, `deleted together with the job`.
    ///
    /// What says nothing of a field or of several is only a description.
    mutating func readRemark(_ text: TokenizedText) {
        for clause in text.clauses where !readOfField(clause) {
            if reader.kinds.isClause(clause.tokens) { clauses.append(Clause(text: clause)) }
        }
    }

    /// Reads what is said of a field that is there, behind its name.
    private mutating func readOfField(_ clause: TokenizedText) -> Bool {
        let tokens = clause.tokens
        let start = lexicon.count(anyOf: [.determiner, .each], tokens, at: 0) ?? 0
        let found = drafts.indices.compactMap { index -> (draft: Int, end: Int)? in
            let name = Tokenizer.tokenize(LocatedText(drafts[index].item.name.text)).tokens.map(\.folded)
            let end = start + name.count
            return end < tokens.count && tokens[start..<end].map(\.folded) == name ? (index, end) : nil
        }
        guard let (draft, end) = found.max(by: { $0.end < $1.end }) else { return false }
        var rest = end
        if tokens[rest].isMark(":") {
            reader.readGroup(clause.part(rest + 1..<tokens.count), .type, into: &drafts[draft])
            return true
        }
        if let verb = lexicon.prose.match(tokens, at: rest, where: { $0 == .be }) { rest += verb.count }
        guard rest < tokens.count else { return false }
        let said = clause.part(rest..<tokens.count)
        if reader.kinds.isClause(said.tokens) {
            clauses.append(Clause(text: said, field: draft))
            return true
        }
        return reader.phrases.read(said, .remark, into: &drafts[draft])
    }
}
