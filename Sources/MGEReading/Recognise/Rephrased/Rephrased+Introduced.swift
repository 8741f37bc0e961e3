import MGELayers

/// Things that are named on the way, and what they have.
extension Rephrased {
    private static let particles: Set<String> = ["up", "down", "out", "in", "on", "off"]

    /// `for every boat we draw up contracts` is `for every boat we keep contracts`.
    func weKeep(_ tokens: [Token]) -> [Token] {
        guard tokens.count > 6, ["for", "of", "about", "on"].contains(tokens[0].folded),
            let lead = lexicon.prose.match(tokens, at: 1, where: { $0 == .each || $0 == .article || $0 == .definite }),
            let subject = tokens.prefix(9).indices.dropFirst(2 + lead.count).first(where: { index in
                ["we", "i", "they", "you"].contains(tokens[index].folded)
            }), tokens[(1 + lead.count)..<subject].allSatisfy({ $0.isMark(",") || isPlain($0) }),
            isPlain(tokens[subject + 1]), !saysMore(tokens, behind: subject + 1)
        else { return tokens }
        var end = subject + 2
        if end < tokens.count, Self.particles.contains(tokens[end].folded) { end += 1 }
        guard end < tokens.count, tokens[end].kind == .word,
            isPlain(tokens[end]) || lexicon.prose.match(tokens, at: end, where: \.isDeterminer) != nil
        else { return tokens }
        return Array(tokens[...subject]) + [tokens[subject + 1].replaced(by: "keep")] + tokens[end...]
    }

    /// Whether something new is said of what is there already, or of what there is one of for each other: `for every film we open
    /// jobs, one per language`.
    private func saysMore(_ tokens: [Token], behind verb: Int) -> Bool {
        guard lexicon.prose.match(tokens, at: verb, where: { $0 == .creates }) != nil, verb + 1 < tokens.count else {
            return false
        }
        return lexicon.prose.match(tokens, at: verb + 1, where: { $0 == .definite }) != nil
            || tokens[verb...].contains { $0.folded == "per" }
    }

    /// `the carers of a home each have a name` is `a home has carers; each carer has a name`.
    func eachHave(_ tokens: [Token]) -> [Token] {
        guard tokens.count > 7, tokens[0].folded == "the",
            let each = tokens.prefix(10).indices.dropFirst(5).first(where: { index in
                tokens[index].folded == "each" && ["have", "has"].contains(tokens[index + 1].folded)
            }), let of = tokens[..<each].firstIndex(where: { ["of", "in", "on", "at"].contains($0.folded) }),
            (2...3).contains(of), each > of + 2, each < of + 5,
            ["a", "an", "each", "every", "the", "one"].contains(tokens[of + 1].folded),
            tokens[1..<of].allSatisfy(isPlain), tokens[(of + 2)..<each].allSatisfy(isPlain),
            lexicon.inflector.isPlural(tokens[of - 1].folded)
        else { return tokens }
        let single = tokens[of - 1].replaced(by: lexicon.inflector.singular(of: tokens[of - 1].text.lowercased()))
        let owner = [tokens[of + 1].replaced(by: "each")] + tokens[(of + 2)..<each]
        let things = Array(tokens[1..<of])
        return owner + [tokens[each].replaced(by: "has")] + things + [tokens[each].replaced(by: ";"), tokens[each]]
            + things.dropLast() + [single, tokens[each + 1].replaced(by: "has")] + tokens[(each + 2)...]
    }

    /// `a release has one symbol file: checksum, size` is `a release has one symbol file; each symbol file has checksum, size`.
    func hasOneWith(_ tokens: [Token]) -> [Token] {
        guard let colon = tokens.indices.dropFirst(4).dropLast(3).first(where: { tokens[$0].isMark(":") }),
            !tokens[..<colon].contains(where: { $0.isMark(";") })
        else { return tokens }
        let name = span(max(0, colon - 3), colon).reversed().prefix { isPlain(tokens[$0]) }.reversed()
        guard (1...2).contains(name.count), let first = name.first, let last = name.last, first > 2,
            let verb = tokens[..<first].lastIndex(where: { ["has", "have"].contains($0.folded) }), verb > 0,
            let many = lexicon.prose.match(
                tokens, at: verb + 1, where: { $0 == .one || $0 == .maybeOne || $0 == .many }),
            verb + 1 + many.count == first,
            lexicon.fieldItem(for: tokens[first...last].map(\.folded).joined(separator: " ")) == nil,
            namesFields(tokens, from: colon + 1)
        else { return tokens }
        let single = tokens[last].replaced(by: lexicon.inflector.singular(of: tokens[last].text.lowercased()))
        return Array(tokens[..<colon]) + [tokens[colon].replaced(by: ";"), tokens[colon].replaced(by: "each")]
            + tokens[first..<last] + [single, tokens[colon].replaced(by: "has")] + tokens[(colon + 1)...]
    }

    /// Whether at least two of the first parts of a list are usual fields.
    private func namesFields(_ tokens: [Token], from start: Int) -> Bool {
        var found = 0
        for part in tokens[start...].prefix(40).split(whereSeparator: { $0.isMark(",") || $0.folded == "and" }) {
            let words = part.drop { lexicon.prose.match([$0], at: 0, where: \.isDeterminer) != nil }
                .prefix { $0.kind == .word && !["in", "of", "from", "that", "which"].contains($0.folded) }
            guard (1...4).contains(words.count) else { continue }
            if lexicon.fieldItem(for: words.map(\.folded).joined(separator: " ")) != nil { found += 1 }
        }
        return found > 1
    }

    /// `there is a refusal reason too` is `it has a refusal reason`.
    func thereIsToo(_ tokens: [Token]) -> [Token] {
        guard tokens[0].folded == "there", ["is", "may", "can"].contains(tokens[1].folded),
            let lead = lexicon.prose.match(tokens, at: tokens[1].folded == "is" ? 2 : 3, where: { $0 == .article }),
            let too = tokens.prefix(10).indices.first(where: { index in
                ["too", "also"].contains(tokens[index].folded)
                    || tokens[index].folded == "as" && index + 1 < tokens.count && tokens[index + 1].folded == "well"
            })
        else { return tokens }
        let isAsWell = tokens[too].folded == "as"
        let has =
            [tokens[0].replaced(by: "it")] + (tokens[1].folded == "is" ? [] : [tokens[1]])
            + [tokens[1].replaced(by: tokens[1].folded == "is" ? "has" : "have")]
        let start = (tokens[1].folded == "is" ? 2 : 3)
        guard too > start + lead.count, tokens[(start + lead.count)..<too].allSatisfy(isPlain) else { return tokens }
        return has + tokens[start..<too] + tokens[(too + (isAsWell ? 2 : 1))...]
    }

    /// `both come from the same pool of volunteers` is `both are volunteers`.
    func bothComeFrom(_ tokens: [Token]) -> [Token] {
        guard
            let come = tokens.prefix(8).indices.dropFirst().first(where: { index in
                ["come", "chosen", "taken", "drawn", "picked"].contains(tokens[index].folded)
                    && index + 4 < tokens.count && tokens[index + 1].folded == "from"
            }), let both = tokens[..<come].firstIndex(where: { $0.folded == "both" }),
            ["the", "our", "a"].contains(tokens[come + 2].folded)
        else { return tokens }
        var end = come + 3
        if tokens[end].folded == "same" { end += 1 }
        if end + 2 < tokens.count, tokens[end + 1].folded == "of" {
            end += 2
            if ["the", "our"].contains(tokens[end].folded) { end += 1 }
        }
        guard end < tokens.count, lexicon.inflector.isPlural(tokens[end].folded) else { return tokens }
        return Array(tokens[...both]) + [tokens[come].replaced(by: "are")] + tokens[end...]
    }

    /// `when a cask is moved, a transfer is written` is `there are transfers`, of which is spoken then.
    func isWritten(_ tokens: [Token]) -> [Token] {
        var end = tokens.count
        while end > 0, tokens[end - 1].kind == .mark { end -= 1 }
        guard end > 4, let comma = tokens.lastIndex(where: { $0.isMark(",") }), comma > 3,
            ["when", "whenever", "once", "if", "each", "every", "for", "after"].contains(tokens[0].folded),
            comma + 4 < end, ["a", "an", "one"].contains(tokens[comma + 1].folded),
            let verb = span(comma + 3, min(comma + 6, end)).first(where: { ["is", "gets"].contains(tokens[$0].folded) }
            ),
            tokens[(comma + 2)..<verb].allSatisfy(isPlain), verb + 1 < end, verb + 3 >= end,
            [
                "written", "made", "created", "opened", "issued", "drawn", "filled", "logged", "recorded", "started",
                "added", "entered", "filed", "raised", "noted", "saved", "stored", "registered", "built", "printed",
            ].contains(tokens[verb + 1].folded)
        else { return tokens }
        let plural = tokens[verb - 1].replaced(by: lexicon.inflector.plural(of: tokens[verb - 1].text.lowercased()))
        return ["there", "are"].map { tokens[comma + 1].replaced(by: $0) } + tokens[(comma + 2)..<(verb - 1)] + [plural]
            + tokens[end...]
    }

    /// `the heart of it all is the contact`, `at the centre of everything stands the vessel` say that there are some.
    func heartOfAll(_ tokens: [Token]) -> [Token] {
        if let starts = tokens.prefix(3).firstIndex(where: { ["starts", "begins"].contains($0.folded) }), starts > 0,
            ["it", "everything"].contains(tokens[0].folded), tokens[starts + 1].folded == "with"
        {
            return introduced(tokens, from: starts + 2)
        }
        guard
            let heart = tokens.prefix(4).indices.first(where: { index in
                ["heart", "centre", "center", "core", "middle"].contains(tokens[index].folded)
            }), heart > 0, tokens[heart - 1].folded == "the", heart + 3 < tokens.count,
            tokens[heart + 1].folded == "of",
            let verb = tokens.prefix(heart + 7).indices.dropFirst(heart + 2).first(where: { index in
                ["is", "are", "stands", "stand", "sits", "sit", "lies", "lie"].contains(tokens[index].folded)
            }), verb + 1 < tokens.count
        else { return tokens }
        return introduced(tokens, from: verb + 1)
    }

    /// What is said to be there, up to a mark, in the plural.
    private func introduced(_ tokens: [Token], from start: Int) -> [Token] {
        let lead = lexicon.prose.match(tokens, at: start, where: \.isDeterminer)?.count ?? 0
        let name = span(start + lead, min(start + lead + 4, tokens.count)).prefix { isPlain(tokens[$0]) }
        guard let last = name.last, name.count < 4, isIdle(tokens, from: name.upperBound) else { return tokens }
        let single = lexicon.inflector.singular(of: tokens[last].text.lowercased())
        let plural = tokens[last].replaced(by: lexicon.inflector.plural(of: single))
        let end = tokens.lastIndex { !$0.isMark(".") } ?? tokens.count - 1
        let there = ["there", "are"].map { tokens[start].replaced(by: $0) }
        return there + tokens[name.dropLast()] + [plural] + tokens[(end + 1)...]
    }

    /// Whether nothing follows but a remark that says what it is: `…, that's the original`.
    private func isIdle(_ tokens: [Token], from start: Int) -> Bool {
        guard start + 1 < tokens.count else { return start == tokens.count || tokens[start].kind == .mark }
        return tokens[start].isMark(",") && ["that's", "that", "which", "i"].contains(tokens[start + 1].folded)
            && !tokens[start...].contains { ["has", "have", "with"].contains($0.folded) }
    }

    /// `a checkout means one tester taking one device` is `a checkout has one tester and one device`.
    func oneOfEachOther(_ tokens: [Token]) -> [Token] {
        guard tokens.count > 6, let lead = lexicon.prose.match(tokens, at: 0, where: { $0 == .article || $0 == .each }),
            let verb = tokens.prefix(6).indices.dropFirst(lead.count + 1).first(where: { index in
                ["is", "means", "as"].contains(tokens[index].folded)
            }), tokens[lead.count..<verb].allSatisfy(isPlain)
        else { return tokens }
        var first = verb + 1
        while first + 4 < tokens.count, ["what", "that", "when", "where"].contains(tokens[first].folded) { first += 1 }
        guard tokens[first].folded == "one" else { return tokens }
        let second = tokens.prefix(first + 8).indices.dropFirst(first + 2).first { tokens[$0].folded == "one" }
        guard let second,
            tokens[(first + 1)..<second].allSatisfy({ $0.kind == .word && $0.folded != "or" && $0.folded != "of" })
        else { return tokens }
        let name = span(second + 1, min(second + 4, tokens.count)).prefix { isPlain(tokens[$0]) }
        guard !name.isEmpty,
            name.upperBound == tokens.count || [".", ",", ";"].contains(where: tokens[name.upperBound].isMark)
        else { return tokens }
        // `one tester taking`: the name is what stands before the verb, or else one word.
        var end = first + 2
        let isVerb = { (index: Int) in
            ["ing", "s", "ed"].contains(where: tokens[index].folded.hasSuffix)
                || lexicon.prose.match(tokens, at: index, where: \.isStructural) != nil
        }
        while end < second, !isVerb(end) { end += 1 }
        return Array(tokens[..<verb]) + [tokens[verb].replaced(by: "has")] + tokens[first..<end]
            + [tokens[second].replaced(by: "and")] + tokens[second...]
    }

    /// `… looks at a station, that's a check: one station, one visit` is `a check has one station, one visit`.
    func thatIsA(_ tokens: [Token]) -> [Token] {
        guard let colon = tokens.indices.dropFirst(3).dropLast(3).first(where: { tokens[$0].isMark(":") }) else {
            return tokens
        }
        let name = span(max(0, colon - 3), colon).reversed().prefix { isPlain(tokens[$0]) }.reversed()
        guard let first = name.first, first > 1, ["a", "an"].contains(tokens[first - 1].folded) else { return tokens }
        let lead = tokens[first - 2].folded
        let isSaid =
            ["that's", "that’s", "thats"].contains(lead)
            || ["is", "call"].contains(lead) && first > 2
                && ["that", "this", "we", "i"].contains(tokens[first - 3].folded)
        guard isSaid, tokens[(colon + 1)...].contains(where: { $0.isMark(",") || $0.folded == "and" }),
            lexicon.fieldItem(for: tokens[first..<colon].map(\.folded).joined(separator: " ")) == nil
        else { return tokens }
        return Array(tokens[(first - 1)..<colon]) + [tokens[colon].replaced(by: "has")] + tokens[(colon + 1)...]
    }

    /// `an age class, for which a name and a lowest age suffice` is `an age class; an age class has a name and a lowest age`.
    func forWhichSuffices(_ tokens: [Token]) -> [Token] {
        guard
            let which = tokens.indices.dropFirst(4).dropLast(3).first(where: { index in
                tokens[index].folded == "which" && ["for", "of", "about"].contains(tokens[index - 1].folded)
                    && tokens[index - 2].isMark(",")
            })
        else { return tokens }
        var end = tokens.count
        while end > which, tokens[end - 1].kind == .mark { end -= 1 }
        let ends = [
            ["suffice"], ["suffices"], ["is", "enough"], ["are", "enough"], ["will", "do"], ["are", "needed"],
        ]
        let words = tokens[..<end].suffix(2).map(\.folded)
        guard let said = ends.first(where: { words.suffix($0.count) == $0[...] }) else { return tokens }
        let name = span(max(0, which - 5), which - 2).reversed().prefix { isPlain(tokens[$0]) }.reversed()
        guard let first = name.first, first > 0, tokens[first - 1].kind == .word else { return tokens }
        let single = tokens[which - 3].replaced(by: lexicon.inflector.singular(of: tokens[which - 3].text.lowercased()))
        var clause = [tokens[which - 2].replaced(by: ";"), tokens[which].replaced(by: "each")]
        clause += tokens[first..<(which - 3)]
        clause += [single, tokens[which].replaced(by: "has")]
        return Array(tokens[..<(which - 2)]) + clause + tokens[(which + 1)..<(end - said.count)] + tokens[end...]
    }

    /// `…, and one of our archers is its captain` is `…; it has a captain, who is an archer`.
    func oneOfIsRole(_ tokens: [Token]) -> [Token] {
        guard
            let one = tokens.indices.dropLast(6).first(where: { index in
                tokens[index].folded == "one" && tokens[index + 1].folded == "of"
                    && ["the", "our", "their", "these"].contains(tokens[index + 2].folded)
                    && (index == 0 || tokens[index - 1].kind == .mark || tokens[index - 1].folded == "and")
            }), let verb = span(one + 4, min(one + 7, tokens.count - 2)).first(where: { tokens[$0].folded == "is" }),
            tokens[(one + 3)..<verb].allSatisfy(isPlain), ["its", "their", "the"].contains(tokens[verb + 1].folded),
            lexicon.inflector.isPlural(tokens[verb - 1].folded)
        else { return tokens }
        let role = span(verb + 2, min(verb + 5, tokens.count)).prefix { isPlain(tokens[$0]) }
        guard !role.isEmpty, role.upperBound == tokens.count || tokens[role.upperBound].kind == .mark else {
            return tokens
        }
        var start = one
        while start > 0, tokens[start - 1].kind == .mark || tokens[start - 1].folded == "and" { start -= 1 }
        let single = tokens[verb - 1].replaced(by: lexicon.inflector.singular(of: tokens[verb - 1].text.lowercased()))
        var clause = [";", "it", "has", "a"].map { tokens[one].replaced(by: $0) }
        if start == 0 { clause.removeFirst() }
        clause += tokens[role]
        clause += [",", "who", "is", "a"].map { tokens[verb].replaced(by: $0) }
        clause += tokens[(one + 3)..<(verb - 1)]
        return Array(tokens[..<start]) + clause + [single] + tokens[role.upperBound...]
    }

    /// `a captain, who's obviously a skater` is `a captain, who is a skater`.
    func whoIs(_ tokens: [Token]) -> [Token] {
        guard
            let who = tokens.indices.dropFirst(2).dropLast(2).first(where: { index in
                ["who's", "who’s", "whos"].contains(tokens[index].folded)
            })
        else { return tokens }
        let next = lexicon.prose.match(tokens, at: who + 1, where: { $0 == .skip })?.count ?? 0
        guard ["a", "an", "one", "also"].contains(tokens[who + 1 + next].folded) else { return tokens }
        return Array(tokens[..<who]) + ["who", "is"].map { tokens[who].replaced(by: $0) } + tokens[(who + 1 + next)...]
    }
}
