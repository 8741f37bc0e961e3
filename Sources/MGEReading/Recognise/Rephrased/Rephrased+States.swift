import MGELayers

/// What something is at first, and what it may be then.
extension Rephrased {
    /// `its state is new at first; after that it is sent, read or lost` is `its state is new, sent, read or lost, new by default`.
    func laterStates(_ tokens: [Token]) -> [Token] {
        guard
            let later = tokens.indices.dropFirst(4).dropLast(2).first(where: { index in
                laterLead(tokens, at: index) != nil && tokens[..<index].suffix(6).contains { $0.folded == "is" }
            }), let start = laterLead(tokens, at: later),
            let verb = tokens[..<later].lastIndex(where: { $0.folded == "is" }), verb > 0
        else { return tokens }
        var value = span(verb + 1, later)
        if let atFirst = value.first(where: { isDefault(tokens, at: $0) }) { value = span(value.lowerBound, atFirst) }
        if value.isEmpty, verb + 1 < later,
            let lead = lexicon.prose.match(tokens, at: verb + 1, where: { $0 == .default })
        {
            // `its state is initially new`
            value = span(verb + 1 + lead.count, later)
        }
        while let last = value.last, tokens[last].kind == .mark || tokens[last].folded == "and" {
            value = value.dropLast()
        }
        guard (1...2).contains(value.count), value.allSatisfy({ isPlain(tokens[$0]) }),
            value.upperBound < later, tokens[verb + 1..<later].contains(where: { !isPlain($0) }),
            let end = casesEnd(tokens, from: start)
        else { return tokens }
        let comma = tokens[later].replaced(by: ",")
        // With one more case alone, the first one stands before `or`.
        let isSingle = !tokens[start..<end].contains { $0.folded == "or" }
        let joint = isSingle ? tokens[later].replaced(by: "or") : comma
        let byDefault = [comma] + tokens[value] + ["by", "default"].map { tokens[end - 1].replaced(by: $0) }
        return Array(tokens[...verb]) + tokens[value] + [joint] + tokens[start..<end] + byDefault + tokens[end...]
    }

    /// Where the cases begin behind `; after that it is`, at whose mark this is asked.
    private func laterLead(_ tokens: [Token], at index: Int) -> Int? {
        guard tokens[index].isMark(";") || tokens[index].isMark(",") || tokens[index].folded == "and" else {
            return nil
        }
        var next = index + 1
        while next < tokens.count, ["and", "but", ","].contains(tokens[next].folded) { next += 1 }
        let words = tokens[next...].prefix(8).map(\.folded)
        let leads = [
            ["after", "that"], ["after", "this"], ["from", "there"], ["from", "then", "on"], ["later", "on"], ["later"],
            ["then"], ["afterwards"], ["thereafter"],
        ]
        guard let lead = leads.first(where: { words.starts(with: $0) }) else { return nil }
        next += lead.count
        if next < tokens.count, tokens[next].isMark(",") { next += 1 }
        guard next + 1 < tokens.count, ["it", "they", "that"].contains(tokens[next].folded) else { return nil }
        next += 1
        if ["can", "may", "might", "could", "will"].contains(tokens[next].folded) { next += 1 }
        guard next + 1 < tokens.count,
            ["is", "be", "become", "becomes", "turns", "gets"].contains(tokens[next].folded)
        else { return nil }
        next += 1
        if tokens[next].folded == "either" { next += 1 }
        return next
    }

    /// Where cases end that nothing but a mark may follow.
    private func casesEnd(_ tokens: [Token], from start: Int) -> Int? {
        var end = start
        while end < tokens.count, isPlain(tokens[end]) || tokens[end].isMark(",") || tokens[end].folded == "or" {
            end += 1
        }
        guard end > start, isPlain(tokens[end - 1]), end == tokens.count || tokens[end].kind == .mark else {
            return nil
        }
        let parts = tokens[start..<end].split { $0.isMark(",") || $0.folded == "or" }
        return parts.allSatisfy { $0.count < 4 } ? end : nil
    }

    /// `a route, which defaults to post and may also be courier or fax` is `a route, which is post, courier or fax, post by default`.
    func otherThanDefault(_ tokens: [Token]) -> [Token] {
        for which in tokens.indices.dropFirst(2).dropLast(6) where ["which", "that"].contains(tokens[which].folded) {
            guard let lead = lexicon.prose.match(tokens, at: which + 1, where: { $0 == .default }) else { continue }
            let start = which + 1 + lead.count
            let value = span(start, min(start + 2, tokens.count)).prefix { isPlain(tokens[$0]) }
            var next = value.upperBound
            guard !value.isEmpty, next < tokens.count else { continue }
            if tokens[next].isMark(",") { next += 1 }
            guard next < tokens.count, ["and", "but"].contains(tokens[next].folded) else { continue }
            next += 1
            if next < tokens.count, ["which", "it", "that"].contains(tokens[next].folded) { next += 1 }
            guard next + 2 < tokens.count, ["may", "can", "could", "might"].contains(tokens[next].folded) else {
                continue
            }
            next += 1
            if tokens[next].folded == "also" { next += 1 }
            guard ["be", "become"].contains(tokens[next].folded) else { continue }
            next += 1
            if next < tokens.count, ["also", "either"].contains(tokens[next].folded) { next += 1 }
            guard let end = alternativesEnd(tokens, from: next) else { continue }
            let comma = tokens[value.upperBound].replaced(by: ",")
            let isSingle = !tokens[next..<end].contains { $0.folded == "or" }
            let joint = isSingle ? tokens[next - 1].replaced(by: "or") : comma
            let byDefault = [comma] + tokens[value] + ["by", "default"].map { tokens[end - 1].replaced(by: $0) }
            return Array(tokens[...which]) + [tokens[which + 1].replaced(by: "is")] + tokens[value] + [joint]
                + tokens[next..<end] + byDefault + tokens[end...]
        }
        return tokens
    }

    /// Where cases end that go on up to the one behind `or`.
    private func alternativesEnd(_ tokens: [Token], from start: Int) -> Int? {
        var end = start
        while end < tokens.count, end < start + 16, isPlain(tokens[end]) || tokens[end].isMark(",") { end += 1 }
        guard end > start, end < tokens.count, tokens[end].folded == "or" else {
            let first = span(start, tokens.count).prefix { isPlain(tokens[$0]) }
            return (1...2).contains(first.count) ? first.upperBound : nil
        }
        let last = span(end + 1, tokens.count).prefix { isPlain(tokens[$0]) }
        return (1...3).contains(last.count) ? last.upperBound : nil
    }

    /// `…, then it is taken; some end up cancelled` is `…, then it is taken or cancelled`.
    func someEndUp(_ tokens: [Token]) -> [Token] {
        guard
            let up = tokens.indices.dropFirst(4).dropLast().first(where: { index in
                tokens[index].folded == "up" && ["end", "ends"].contains(tokens[index - 1].folded)
            })
        else { return tokens }
        var start = up - 1
        while start > 1, !["some", "others", "a"].contains(tokens[start].folded), start > up - 5 { start -= 1 }
        let end = tokens[up + 1].folded == "as" ? up + 2 : up + 1
        guard ["some", "others", "a"].contains(tokens[start].folded), start > 2,
            tokens[start - 1].kind == .mark || ["and", "but"].contains(tokens[start - 1].folded), end < tokens.count,
            tokens[end...].prefix(while: { $0.kind != .mark }).allSatisfy(isPlain), isPlain(tokens[end])
        else { return tokens }
        var last = start
        while last > 1, tokens[last - 1].kind == .mark || ["and", "but"].contains(tokens[last - 1].folded) { last -= 1 }
        return Array(tokens[..<last]) + [tokens[start].replaced(by: "or")] + tokens[end...]
    }

    /// Whether a token says what holds where nothing else is said.
    private func isDefault(_ tokens: [Token], at index: Int) -> Bool {
        lexicon.prose.match(tokens, at: index, where: { $0 == .default }) != nil
    }

    /// Whether a token is a word that says nothing of a field and divides no sentence.
    func isPlain(_ token: Token) -> Bool {
        token.kind == .word && lexicon.prose.match([token], at: 0, where: { $0.isStructural || $0.isSaid }) == nil
    }
}
