import MGELayers

extension ProseReader {
    /// A sentence divided where a rule about deletion or uniqueness begins, or ends: `each line has a product; when an
    /// order is deleted, its lines are too`.
    func rulesApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard tokens.count <= Self.longestSentence else { return [source] }
        var parts: [TokenizedText] = []
        var start = 0
        for index in tokens.indices where tokens[index].isMark(";") {
            parts.append(source.part(start..<index + 1))
            start = index + 1
        }
        if start < tokens.count { parts.append(source.part(start..<tokens.count)) }
        if let colon = topicBehindColon(tokens) {
            return [source.part(0..<colon), source.part(colon + 1..<tokens.count)]
        }
        if let end = definitionEnd(tokens) {
            return [source.part(0..<end)] + rulesApart(source.part(end + 1..<tokens.count))
        }
        guard parts.contains(where: { rule(in: $0) != nil || endsRecorded($0) }) else { return [source] }
        return parts.flatMap(ruleApart).flatMap(deletionsApart)
    }

    /// Rules about deletion that one sentence joins, each by itself: `si se borra un pedido se borran sus líneas, y que no
    /// se puedan borrar clientes`.
    private func deletionsApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        let deletes = tokens.indices.filter { reader.word(tokens, at: $0)?.meaning == .delete }
        guard lexicon.language == .spanish, let first = deletes.first, let last = deletes.last, first < last else {
            return [source]
        }
        var parts: [TokenizedText] = []
        var start = 0
        for index in span(first + 1, last) where startsDeletion(tokens, at: index) {
            parts.append(source.part(start..<index))
            start = index
        }
        parts.append(source.part(start..<tokens.count))
        return parts
    }

    /// Whether a clause begins that says when, or that not, something is deleted: `pero si se borra`, `y que no se puedan`.
    private func startsDeletion(_ tokens: [Token], at index: Int) -> Bool {
        guard let joint = reader.word(tokens, at: index), joint.meaning == .and || tokens[index].folded == "pero" else {
            return false
        }
        var next = index + joint.count
        if next < tokens.count, tokens[next].folded == "que" { next += 1 }
        guard let lead = reader.word(tokens, at: next) ?? reader.attribute(tokens, at: next),
            [.when, .not, .flag].contains(lead.meaning)
        else { return false }
        return span(next, min(next + 6, tokens.count)).contains { reader.word(tokens, at: $0)?.meaning == .delete }
    }

    /// A colon behind which a topic and a list follow: `…: for each planting, the crop, the date and the yield`.
    private func topicBehindColon(_ tokens: [Token]) -> Int? {
        tokens.indices.first { index in
            guard tokens[index].isMark(":"), index > 2, let lead = reader.word(tokens, at: index + 1),
                lead.meaning == .per && lead.count > 1
            else { return false }
            return reader.nounPhrase(tokens, from: index + 1 + lead.count).map {
                $0.upperBound < tokens.count && tokens[$0.upperBound].isMark(",")
            } ?? false
        }
    }

    /// Where words begin that speak of deletion or say that no two are alike.
    private func rule(in source: TokenizedText) -> Int? {
        source.tokens.indices.first { index in
            (reader.word(source.tokens, at: index)?.meaning == .delete || startsNoTwo(source.tokens, at: index))
                && !isSaidAside(index, source.tokens)
        }
    }

    /// Divides before the clause in which a rule begins, when a clause of its own is before it.
    private func ruleApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard let rule = rule(in: source) else { return [source] }
        let boundary = span(1, rule).last { index in
            guard tokens[index].isMark(",") || tokens[index].isMark(":") else { return false }
            let next = reader.word(tokens, at: index + 1)
            let second = next.flatMap { $0.meaning == .and ? reader.word(tokens, at: index + 1 + $0.count) : $0 }
            return next?.meaning == .when || next?.meaning == .and && second?.meaning != .flag
                || next?.meaning == .not
        }
        guard let boundary, isClause(tokens, 0..<boundary) else { return [source] }
        return [source.part(0..<boundary), source.part(boundary + 1..<tokens.count)]
    }

    /// Whether some words say something by themselves: they begin with no conjunction, and have a verb.
    private func isClause(_ tokens: [Token], _ range: Range<Int>) -> Bool {
        guard reader.word(tokens, at: range.lowerBound)?.meaning != .when else { return false }
        return range.contains { index in
            let meaning = reader.word(tokens, at: index)?.meaning
            return [.has, .belongs, .be, .keep, .weHave, .with, .whose, .receives].contains(meaning)
        }
    }
}
