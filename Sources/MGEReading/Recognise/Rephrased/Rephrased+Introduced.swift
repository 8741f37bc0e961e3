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
}
