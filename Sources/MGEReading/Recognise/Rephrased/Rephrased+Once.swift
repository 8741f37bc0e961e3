import MGELayers

/// What there is only once, said in other words.
extension Rephrased {
    /// `(two shoppers can't share one)` says that it is unique.
    func twoNeverShare(_ tokens: [Token]) -> [Token] {
        for two in tokens.indices.dropFirst(2).dropLast(3) where ["two", "no"].contains(tokens[two].folded) {
            let start = tokens[two].folded == "no" && tokens[two + 1].folded == "two" ? two + 2 : two + 1
            guard tokens[two].folded == "two" || start == two + 2 else { continue }
            let names = span(start, min(start + 3, tokens.count)).prefix { isPlain(tokens[$0]) }
            var verb = names.upperBound
            var isNegated = start == two + 2
            while verb < tokens.count,
                let not = lexicon.prose.match(tokens, at: verb, where: { $0 == .not || $0 == .can })
            {
                isNegated = isNegated || not.meaning == .not
                verb += not.count
            }
            guard !names.isEmpty, isNegated, verb + 1 < tokens.count,
                ["share", "have", "use"].contains(tokens[verb].folded)
            else { continue }
            var end = verb + 1
            if tokens[end].folded == "the", end + 1 < tokens.count, tokens[end + 1].folded == "same" { end += 2 }
            if end < tokens.count, ["it", "one", "them"].contains(tokens[end].folded) { end += 1 }
            guard end > verb + 1, end == tokens.count || tokens[end].kind == .mark,
                tokens[two - 1].isMark("(") || tokens[two - 1].isMark(",")
                    || ["but", "and"].contains(tokens[two - 1].folded)
            else { continue }
            return Array(tokens[..<two]) + [tokens[two].replaced(by: "unique")] + tokens[end...]
        }
        return tokens
    }

    /// `within one hall a number is used only once` is `numbers are unique within a hall`.
    func usedOnceWithin(_ tokens: [Token]) -> [Token] {
        for lead in tokens.indices.dropLast(6)
        where ["within", "in", "inside", "on", "at"].contains(tokens[lead].folded) {
            guard lead == 0 || tokens[lead - 1].kind == .mark || ["and", "but"].contains(tokens[lead - 1].folded),
                ["one", "a", "an", "the", "each", "any", "every", "its"].contains(tokens[lead + 1].folded)
            else { continue }
            var name = lead + 2
            if ["same", "single"].contains(tokens[name].folded) { name += 1 }
            let owner = span(name, min(name + 3, tokens.count)).prefix { isPlain(tokens[$0]) }
            var next = owner.upperBound
            guard !owner.isEmpty, next + 3 < tokens.count else { continue }
            if tokens[next].isMark(",") { next += 1 }
            guard ["a", "an", "the", "each", "every", "no"].contains(tokens[next].folded) else { continue }
            let field = span(next + 1, min(next + 4, tokens.count)).prefix { isPlain(tokens[$0]) }
            let verb = field.upperBound
            guard !field.isEmpty, let end = onceEnd(tokens, at: verb), end == tokens.count || tokens[end].kind == .mark
            else { continue }
            let rule = ["is", "unique", "within", "a"].map { tokens[verb].replaced(by: $0) }
            return Array(tokens[..<lead]) + [tokens[next].replaced(by: "the")] + tokens[field] + rule + tokens[owner]
                + tokens[end...]
        }
        return tokens
    }

    /// Where `is used only once` ends.
    private func onceEnd(_ tokens: [Token], at start: Int) -> Int? {
        var index = start
        guard index < tokens.count else { return nil }
        while index < tokens.count,
            ["is", "are", "may", "can", "must", "be", "should", "shall"].contains(tokens[index].folded)
        {
            index += 1
        }
        let verbs = [
            "used", "given", "issued", "assigned", "occurs", "occur", "appears", "appear", "exists", "exist", "taken",
        ]
        guard index + 1 < tokens.count, verbs.contains(tokens[index].folded) else { return nil }
        index += 1
        if ["only", "just"].contains(tokens[index].folded) { index += 1 }
        guard index < tokens.count else { return nil }
        if tokens[index].folded == "once" { return index + 1 }
        return tokens[index].folded == "one" && index + 1 < tokens.count && tokens[index + 1].folded == "time"
            ? index + 2 : nil
    }

    /// `the same left cut with the same right cut can exist only one time` is `left cut and right cut are unique together`.
    func sameWithSame(_ tokens: [Token]) -> [Token] {
        guard
            let start = tokens.indices.dropLast(8).first(where: { index in
                tokens[index].folded == "the" && tokens[index + 1].folded == "same"
                    && (index == 0 || tokens[index - 1].kind == .mark || tokens[index - 1].folded == "and")
            })
        else { return tokens }
        var parts: [[Token]] = []
        var index = start
        while index + 2 < tokens.count, tokens[index].folded == "the", tokens[index + 1].folded == "same" {
            let name = span(index + 2, min(index + 5, tokens.count)).prefix { isPlain(tokens[$0]) }
            guard !name.isEmpty else { return tokens }
            parts.append(Array(tokens[name]))
            index = name.upperBound
            guard index + 2 < tokens.count, tokens[index].isMark(",") || tokens[index].kind == .word,
                tokens[index + 1].folded == "the" || tokens[index + 2].folded == "the"
            else { break }
            index += tokens[index + 1].folded == "the" ? 1 : 2
        }
        guard parts.count > 1, let end = onceEnd(tokens, at: index),
            end == tokens.count || tokens[end].kind == .mark, let first = parts.first
        else { return tokens }
        var rule = first
        for part in parts.dropFirst() { rule += [tokens[start].replaced(by: "and")] + part }
        rule += ["are", "unique", "together"].map { tokens[end - 1].replaced(by: $0) }
        return Array(tokens[..<start]) + rule + tokens[end...]
    }

    /// `a name, not reused in the same club` is `a name, unique within a club`.
    func notReusedWithin(_ tokens: [Token]) -> [Token] {
        for index in tokens.indices.dropFirst(2).dropLast(3)
        where tokens[index].isMark(",") || tokens[index].isMark("(") {
            var next = index + 1
            while next < tokens.count, ["which", "that", "is"].contains(tokens[next].folded) { next += 1 }
            guard let said = lexicon.prose.match(tokens, at: next, where: { $0 == .unique }), said.count > 1,
                next + said.count + 2 < tokens.count
            else { continue }
            let scope = next + said.count
            guard ["in", "within", "inside", "on", "at", "by", "for"].contains(tokens[scope].folded),
                ["the", "one", "a", "an", "that", "its"].contains(tokens[scope + 1].folded)
            else { continue }
            let name = tokens[scope + 2].folded == "same" ? scope + 3 : scope + 2
            guard name < tokens.count, isPlain(tokens[name]) else { continue }
            let rule = ["unique", "within", "a"].map { tokens[scope].replaced(by: $0) }
            return Array(tokens[...index]) + rule + tokens[name...]
        }
        return tokens
    }
}
