import MGELayers

/// What there is only once, said in other words.
extension Rephrased {
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

    /// `reject a second turn on the same stand with the same start` is `no two turns have the same stand and the same start`.
    func rejectSecond(_ tokens: [Token]) -> [Token] {
        let verbs = ["reject", "refuse", "forbid", "disallow", "prevent", "deny", "block"]
        guard let verb = tokens.prefix(3).firstIndex(where: { verbs.contains($0.folded) }), verb + 6 < tokens.count,
            ["a", "any"].contains(tokens[verb + 1].folded),
            ["second", "duplicate", "another"].contains(tokens[verb + 2].folded)
        else { return tokens }
        let name = span(verb + 3, min(verb + 6, tokens.count)).prefix { isPlain(tokens[$0]) }
        guard let last = name.last, let parts = samePairs(tokens, from: name.upperBound), let first = parts.first else {
            return tokens
        }
        let plural = tokens[last].replaced(by: lexicon.inflector.plural(of: tokens[last].text.lowercased()))
        var rule = ["no", "two"].map { tokens[verb].replaced(by: $0) } + tokens[name.dropLast()] + [plural]
        rule += ["have", "the", "same"].map { tokens[last].replaced(by: $0) } + first
        for part in parts.dropFirst() { rule += ["and", "the", "same"].map { tokens[last].replaced(by: $0) } + part }
        return rule + tokens.suffix(1).filter { $0.kind == .mark }
    }

    /// What is named behind `on the same … with the same …` up to the end of a sentence.
    private func samePairs(_ tokens: [Token], from start: Int) -> [[Token]]? {
        var (index, parts) = (start, [[Token]]())
        while index + 2 < tokens.count, tokens[index].kind == .word {
            index += 1
            if tokens[index].folded == "the" { index += 1 }
            guard index + 1 < tokens.count, tokens[index].folded == "same" else { return nil }
            let name = span(index + 1, min(index + 5, tokens.count)).prefix { isPlain(tokens[$0]) }
            guard !name.isEmpty else { return nil }
            parts.append(Array(tokens[name]))
            index = name.upperBound
        }
        return !parts.isEmpty && (index == tokens.count || tokens[index].isMark(".")) ? parts : nil
    }

    /// `never repeat a number on the same date` is `number and date are unique together`.
    func neverRepeat(_ tokens: [Token]) -> [Token] {
        for index in tokens.indices.dropLast(6) where ["repeat", "reuse", "use"].contains(tokens[index].folded) {
            guard index > 0, ["never", "not", "don't"].contains(tokens[index - 1].folded),
                ["a", "the", "any"].contains(tokens[index + 1].folded)
            else { continue }
            let field = span(index + 2, min(index + 5, tokens.count)).prefix { isPlain(tokens[$0]) }
            guard !field.isEmpty, let parts = samePairs(tokens, from: field.upperBound) else { continue }
            var rule = Array(tokens[field])
            for part in parts { rule += [tokens[index].replaced(by: "and")] + part }
            rule += ["are", "unique", "together"].map { tokens[index].replaced(by: $0) }
            return Array(tokens[..<(tokens[index - 1].folded == "not" && index > 1 ? index - 2 : index - 1)]) + rule
                + tokens.suffix(1).filter { $0.kind == .mark }
        }
        return tokens
    }

    /// `…, and same tool only once in a visit` is `…; tool and visit are unique together`.
    func sameOnlyOnce(_ tokens: [Token]) -> [Token] {
        guard
            let same = tokens.indices.dropFirst(4).dropLast(3).first(where: { index in
                tokens[index].folded == "same"
                    && (isJoint(tokens[index - 1])
                        || tokens[index - 1].folded == "the" && isJoint(tokens[index - 2]))
            })
        else { return tokens }
        let name = span(same + 1, min(same + 4, tokens.count)).prefix { isPlain(tokens[$0]) }
        var index = name.upperBound
        guard !name.isEmpty, index + 1 < tokens.count, ["only", "just"].contains(tokens[index].folded) else {
            return tokens
        }
        index += 1
        if tokens[index].folded == "once" {
            index += 1
        } else if index + 1 < tokens.count, ["one", "1"].contains(tokens[index].folded),
            tokens[index + 1].folded == "time"
        {
            index += 2
        } else {
            return tokens
        }
        var start = same
        while start > 1, tokens[start - 1].folded == "the" || isJoint(tokens[start - 1]) { start -= 1 }
        if index == tokens.count || tokens[index].isMark(".") {
            // `a nickname and an email, same email only once`
            var said = Array(tokens[..<start]) + [";", "the"].map { tokens[same].replaced(by: $0) }
            said += tokens[name]
            return said + ["is", "unique"].map { tokens[index - 1].replaced(by: $0) } + tokens[index...]
        }
        guard index + 2 < tokens.count, ["in", "per", "on", "at", "for", "within"].contains(tokens[index].folded) else {
            return tokens
        }
        let lead = lexicon.prose.match(tokens, at: index + 1, where: \.isDeterminer)?.count ?? 0
        let scope = span(index + 1 + lead, min(index + 5 + lead, tokens.count)).prefix { isPlain(tokens[$0]) }
        guard !scope.isEmpty, scope.upperBound == tokens.count || tokens[scope.upperBound].kind == .mark else {
            return tokens
        }
        var said = Array(tokens[..<start]) + [tokens[same].replaced(by: ";")]
        said += tokens[name]
        said.append(tokens[same].replaced(by: "and"))
        said += tokens[scope]
        said += ["are", "unique", "together"].map { tokens[index].replaced(by: $0) }
        return said + tokens[scope.upperBound...]
    }

    private func isJoint(_ token: Token) -> Bool { token.isMark(",") || token.isMark(";") || token.folded == "and" }

    /// `a number that no other station at that site has` is `a number, unique within a site`.
    func noOtherWithin(_ tokens: [Token]) -> [Token] {
        guard
            let no = tokens.indices.dropFirst(3).dropLast(5).first(where: { index in
                tokens[index].folded == "no" && tokens[index + 1].folded == "other"
                    && ["that", "which"].contains(tokens[index - 1].folded)
            }),
            let scope = span(no + 3, min(no + 6, tokens.count - 3)).first(where: {
                ["at", "in", "on", "of", "within"].contains(tokens[$0].folded)
            }), tokens[(no + 2)..<scope].allSatisfy(isPlain),
            ["that", "the", "this", "its"].contains(tokens[scope + 1].folded)
        else { return tokens }
        let start = tokens[scope + 2].folded == "same" ? scope + 3 : scope + 2
        let name = span(start, min(start + 3, tokens.count)).prefix { isPlain(tokens[$0]) }
        guard !name.isEmpty, name.upperBound < tokens.count else { return tokens }
        var end = name.upperBound
        if ["can", "may", "must"].contains(tokens[end].folded), end + 1 < tokens.count { end += 1 }
        guard ["has", "have", "uses", "use", "bears", "carries", "shares", "share"].contains(tokens[end].folded) else {
            return tokens
        }
        let before = tokens[no - 2].isMark(",") ? no - 2 : no - 1
        let rule = [",", "unique", "within", "a"].map { tokens[no].replaced(by: $0) }
        return Array(tokens[..<before]) + rule + tokens[name] + tokens[(end + 1)...]
    }
}
