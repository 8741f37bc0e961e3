import MGELayers

/// Clauses that say what something has in a roundabout way.
extension Rephrased {
    /// `allergies are noted as free text` is `it has allergies (free text)`.
    func notedAs(_ tokens: [Token]) -> [Token] {
        guard tokens.count > 5,
            let verb = tokens.prefix(4).indices.dropFirst().first(where: { ["is", "are"].contains(tokens[$0].folded) }),
            tokens[..<verb].allSatisfy(isPlain), lexicon.inflector.isPlural(tokens[verb - 1].folded),
            lexicon.prose.match(tokens, at: verb + 1, where: { $0 == .recorded }).map({ $0.count == 1 }) == true,
            tokens[verb + 2].folded == "as",
            let type = lexicon.types.match(tokens, at: verb + 3), type.meaning == .text || type.meaning == .string,
            let comma = verb + 3 + type.count < tokens.count ? verb + 3 + type.count : nil, tokens[comma].kind == .mark
        else { return tokens }
        let kind = lexicon.types.match(tokens, at: verb + 3)?.meaning == .text ? ["long", "text"] : ["string"]
        var said = ["it", "has"].map { tokens[0].replaced(by: $0) } + tokens[..<verb]
        said += [tokens[verb].mark("(")] + kind.map { tokens[verb].replaced(by: $0) } + [tokens[verb].mark(")")]
        return said + tokens[comma...]
    }

    /// `a developer is stored as a login and a name` is `a developer has a login and a name`.
    func storedAs(_ tokens: [Token]) -> [Token] {
        guard
            let stored = tokens.prefix(7).indices.dropFirst(2).first(where: { index in
                ["is", "are"].contains(tokens[index - 1].folded)
                    && lexicon.prose.match(tokens, at: index, where: { $0 == .recorded || $0 == .identifies })?.count
                        == 1
            }), stored + 4 < tokens.count, tokens[stored + 1].folded == "as",
            ["a", "an", "its", "their"].contains(tokens[stored + 2].folded),
            let and = tokens.indices.dropFirst(stored + 4).first(where: { tokens[$0].folded == "and" }),
            and + 1 < tokens.count,
            ["a", "an", "its", "their", "the"].contains(tokens[and + 1].folded)
        else { return tokens }
        return Array(tokens[..<(stored - 1)]) + [tokens[stored].replaced(by: "has")] + tokens[(stored + 2)...]
    }

    /// `the visit has an apprentice if one comes, apprentice has a name` says two things.
    func splicedClause(_ tokens: [Token]) -> [Token] {
        guard
            let comma = tokens.indices.dropFirst(4).dropLast(3).first(where: { index in
                tokens[index].isMark(",") && isPlain(tokens[index + 1])
                    && ["has", "have"].contains(tokens[index + 2].folded)
                    && tokens[..<index].dropFirst().contains { $0.key == tokens[index + 1].key }
            })
        else { return tokens }
        var tokens = tokens
        tokens[comma] = tokens[comma].replaced(by: ";")
        return tokens
    }

    /// `…, and tie every aircraft to the airline` is `…; every aircraft belongs to the airline`, and `point it to a start` is `it
    /// has a start`.
    func tiedTo(_ tokens: [Token]) -> [Token] {
        for index in tokens.indices.dropLast(4)
        where ["tie", "link", "connect", "attach", "point", "hook", "bind"].contains(tokens[index].folded) {
            if index == 0, ["it", "them"].contains(tokens[1].folded), tokens[2].folded == "to",
                lexicon.prose.match(tokens, at: 3, where: \.isDeterminer) != nil
            {
                return [tokens[0].replaced(by: "it"), tokens[0].replaced(by: "has")] + tokens[3...]
            }
            guard index > 2, tokens[index - 1].folded == "and", ["each", "every"].contains(tokens[index + 1].folded)
            else {
                continue
            }
            let name = span(index + 2, min(index + 5, tokens.count)).prefix { isPlain(tokens[$0]) }
            let to = name.upperBound
            guard !name.isEmpty, to + 2 < tokens.count, tokens[to].folded == "to" else { continue }
            let lead = lexicon.prose.match(tokens, at: to + 1, where: \.isDeterminer)?.count ?? 0
            let target = span(to + 1 + lead, min(to + 5 + lead, tokens.count)).prefix { isPlain(tokens[$0]) }
            guard !target.isEmpty else { continue }
            let end = span(target.upperBound, tokens.count).first { tokens[$0].kind == .mark } ?? tokens.count
            let start = tokens[index - 2].isMark(",") ? index - 2 : index - 1
            var said = Array(tokens[..<start]) + [tokens[start].replaced(by: ";")]
            said += tokens[(index + 1)..<to]
            said += ["belongs", "to", "one"].map { tokens[to].replaced(by: $0) }
            return said + tokens[target] + tokens[end...]
        }
        return tokens
    }

    /// `log delays against a turnaround, each with a reason` is `a turnaround has delays, each with a reason`.
    func loggedAgainst(_ tokens: [Token]) -> [Token] {
        guard tokens.count > 5, ["log", "record", "note", "track", "file", "keep", "store"].contains(tokens[0].folded),
            isPlain(tokens[1]), let against = tokens.prefix(5).firstIndex(where: { $0.folded == "against" }),
            tokens[1..<against].allSatisfy(isPlain), lexicon.inflector.isPlural(tokens[against - 1].folded),
            ["a", "an", "each", "every", "one", "the", "its"].contains(tokens[against + 1].folded)
        else { return tokens }
        let owner = span(against + 2, min(against + 5, tokens.count)).prefix { isPlain(tokens[$0]) }
        guard !owner.isEmpty else { return tokens }
        return [tokens[against + 1].replaced(by: "each")] + tokens[owner] + [tokens[against].replaced(by: "has")]
            + tokens[1..<against] + tokens[owner.upperBound...]
    }

    /// `a name and, um, the date` is `a name and the date`.
    func withoutFillers(_ tokens: [Token]) -> [Token] {
        let fillers = [
            ["um"], ["uh"], ["er"], ["erm"], ["hm"], ["i", "don't", "know"], ["i", "dont", "know"], ["you", "know"],
            ["i", "guess"], ["i", "mean"], ["let's", "see"], ["let's", "say"], ["like", "i", "said"],
        ]
        var left: [Token] = []
        var index = 0
        while index < tokens.count {
            let isLed = left.last.map { $0.isMark(",") || ["and", "or"].contains($0.folded) } ?? false
            let start = tokens[index].isMark(",") ? index + 1 : index
            let words = tokens[start...].prefix(3).map(\.folded)
            let filler = fillers.first { words.starts(with: $0) }
            let end = start + (filler?.count ?? 0)
            guard filler != nil, isLed || start > index, end < tokens.count, tokens[end].isMark(",") else {
                left.append(tokens[index])
                index += 1
                continue
            }
            let isJoined = left.last.map { ["and", "or"].contains($0.folded) || $0.isMark(",") } ?? false
            index = isJoined ? end + 1 : end
        }
        return left
    }

    /// `customer = nickname and email` is `customer has nickname and email`.
    func equalsList(_ tokens: [Token]) -> [Token] {
        guard let sign = tokens.prefix(5).firstIndex(where: { $0.isMark("=") }), sign > 0, sign + 2 < tokens.count,
            tokens[..<sign].allSatisfy({ $0.kind == .word }), tokens[sign + 1].kind == .word,
            tokens[(sign + 1)...].prefix(5).contains(where: { $0.isMark(",") || $0.folded == "and" })
        else { return tokens }
        return Array(tokens[..<sign]) + [tokens[sign].replaced(by: "has")] + tokens[(sign + 1)...]
    }
}
