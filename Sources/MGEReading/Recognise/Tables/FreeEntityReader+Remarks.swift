import MGECore
import MGELayers

extension FreeEntityReader {
    /// Reads what a cell says of the fields beside it: `code is unique; price at least 1`, `deleted together with the job`.
    ///
    /// What says nothing of a field or of several is only a description.
    mutating func readRemark(_ text: TokenizedText) {
        for clause in text.clauses.flatMap(ofFields) where !readOfField(clause) {
            if reader.kinds.isClause(clause.tokens) { clauses.append(Clause(text: clause)) }
        }
    }

    /// A clause divided where it goes on with another field: `the state is open at first, and the fee is 0`.
    private func ofFields(_ clause: TokenizedText) -> [TokenizedText] {
        let tokens = clause.tokens
        let marks = tokens.indices.filter { index in
            guard tokens[index].isMark(","), let and = lexicon.count(.andWord, tokens, at: index + 1) else {
                return false
            }
            let start = index + 1 + and
            let lead = lexicon.count(anyOf: [.determiner, .each], tokens, at: start) ?? 0
            return drafts.contains { draft in
                let name = Tokenizer.tokenize(LocatedText(draft.item.name.text)).tokens.map(\.folded)
                let end = start + lead + name.count
                return end < tokens.count && tokens[start + lead..<end].map(\.folded) == name
            }
        }
        var start = 0
        var parts: [TokenizedText] = []
        for mark in marks {
            parts.append(clause.part(start..<mark))
            start = mark + 1 + (lexicon.count(.andWord, tokens, at: mark + 1) ?? 0)
        }
        return parts + [clause.part(start..<tokens.count)]
    }

    /// Reads the names of fields in a column of what may be missing, or is there once only.
    mutating func readMarked(_ text: TokenizedText, _ keyword: Keyword) {
        if keyword != .optional, readTogether(text, keyword) { return }
        for range in text.ranges(in: text.tokens.indices, at: [",", ";", "+"]) {
            let name = text.words(range).unquoted.foldedForComparison
            var found = drafts.firstIndex { $0.item.name.text.foldedForComparison == name }
            if found == nil, keyword == .keyColumn, name != "id", let draft = reader.read(text.part(range)) {
                // A key is a field, and may stand in its own column only.
                found = drafts.count
                add(draft)
            }
            guard let index = found else { continue }
            let place = text.tokens[range.lowerBound].place
            if keyword == .keyColumn, text.tokens.contains(where: { $0.isMark("+") || $0.isMark(",") }) { continue }
            if keyword == .unique || keyword == .keyColumn {
                drafts[index].item.unique = place
            } else {
                drafts[index].item.optional = place
            }
        }
    }

    /// Reads fields that are unique together: `cluster + name`, `number within the farm`.
    private mutating func readTogether(_ text: TokenizedText, _ keyword: Keyword) -> Bool {
        let isJoined = text.tokens.contains { $0.isMark("+") }
        guard isJoined || lexicon.holds(anyOf: [.per], in: text.tokens),
            !text.tokens.contains(where: { $0.isMark(",") })
        else { return false }
        if isJoined, keyword == .keyColumn {
            // A part of the key may stand in its own column only.
            for range in text.ranges(in: text.tokens.indices, at: ["+"])
            where members(named: Array(text.tokens[range])).isEmpty {
                if let draft = reader.read(text.part(range)) { add(draft) }
            }
        }
        let found = members(named: text.tokens)
        guard found.count > 1 else { return false }
        let names = found.map { Located(text: drafts[$0].item.name.text, place: text.place) }
        groups.append(UniqueGroup(names: names, place: text.place))
        return true
    }

    /// Reads what a cell says of deleting the targets beside it: `Drone: not allowed; Plot: flight is deleted too`.
    mutating func readDeletionCell(_ text: TokenizedText) {
        for clause in text.clauses {
            let colon = clause.tokens.firstIndex { $0.isMark(":") }
            let named = colon.flatMap { reader.names.name(of: Array(clause.tokens[..<$0])) }
            let said = clause.part((named == nil ? 0 : (colon ?? -1) + 1)..<clause.tokens.count)
            let found = drafts.indices.filter { index in
                drafts[index].target != nil && !drafts[index].isMany
                    && (named == nil || drafts[index].target?.text == named)
            }
            guard let rule = reader.deletion(in: said.tokens) else { continue }
            for index in found {
                drafts[index].item.onDelete = (rule, clause.place)
                if rule == .setNull { drafts[index].item.optional = clause.place }
            }
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
        guard let (draft, end) = found.max(by: { $0.end < $1.end }) ?? fieldOfHead(tokens, at: start) else {
            return readBoundsBeforeField(clause) || readTypeOfBoth(clause)
        }
        var rest = end
        if tokens[rest].isMark(":") {
            reader.readGroup(clause.part(rest + 1..<tokens.count), .type, into: &drafts[draft])
            return true
        }
        if let verb = lexicon.prose.match(tokens, at: rest, where: { $0 == .be }) { rest += verb.count }
        guard rest < tokens.count else { return false }
        let said = clause.part(rest..<tokens.count)
        if rest > end, lexicon.keywords.meaning(of: said.tokens, where: { $0 == .yes || $0 == .no }) != nil {
            // `the sealed flag is no`
            drafts[draft].item.defaultValue = said.located
            return true
        }
        if rest > end, readCasesOfField(said, of: draft) { return true }
        if reader.kinds.isClause(said.tokens) {
            clauses.append(Clause(text: said, field: draft))
            return true
        }
        return reader.phrases.read(said, .remark, into: &drafts[draft])
    }
}

extension FreeEntityReader {
    /// The one field whose name has a word as its head: `cantidad` of `cantidad de sacos`, `weight` of `flying weight`.
    private func fieldOfHead(_ tokens: [Token], at start: Int) -> (draft: Int, end: Int)? {
        guard start + 1 < tokens.count, tokens[start].isName, tokens[start].text.count > 3 else { return nil }
        let found = drafts.indices.filter { index in
            let name = drafts[index].item.name.text.replacing("_", with: " ")
            return drafts[index].target == nil
                && lexicon.inflector.head(of: name).foldedForComparison == tokens[start].folded
        }
        return found.count == 1 ? (found[0], start + 1) : nil
    }
}

extension FreeItemReader {
    /// What a cell about deletion says happens: `not allowed`, `left empty`, `deletes its tastings`.
    func deletion(in tokens: [Token]) -> Relationship.Deletion? {
        if lexicon.holds(anyOf: [.restrict, .refused, .negation], in: tokens) { return .restrict }
        if lexicon.holds(anyOf: [.setNull, .leftWithout], in: tokens) { return .setNull }
        return lexicon.holds(anyOf: [.cascade, .togetherWith, .deletion], in: tokens) ? .cascade : nil
    }
}
