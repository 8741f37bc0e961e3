import MGELayers

/// Requirements and stories of users that list fields behind a colon.
extension Rephrased {
    private static let systems: Set<String> = [
        "system", "application", "app", "software", "platform", "service", "tool", "program", "database", "site",
    ]

    private static let holding: Set<String> = [
        "hold", "holds", "store", "stores", "keep", "keeps", "record", "records", "maintain", "maintains", "manage",
        "manages", "track", "tracks", "register", "registers", "contain", "contains", "save", "saves",
    ]

    /// `the system shall hold wings: letter and capacity` is `each wing has: letter and capacity`.
    func systemHolds(_ tokens: [Token]) -> [Token] {
        guard let colon = tokens.prefix(14).firstIndex(where: { $0.isMark(":") }), colon + 1 < tokens.count,
            let system = tokens.prefix(4).firstIndex(where: { Self.systems.contains($0.folded) }),
            let verb = span(system + 1, min(system + 5, colon)).first(where: {
                Self.holding.contains(tokens[$0].folded)
            }),
            span(system + 1, verb).allSatisfy({ index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .must || $0 == .can || $0 == .skip }) != nil
                    || ["shall", "to", "be", "able", "will"].contains(tokens[index].folded)
            })
        else { return tokens }
        return eachHas(tokens, name: verb + 1, colon)
    }

    /// `as a member I file a report: reason and date` is `each report has: reason and date`.
    func storyOf(_ tokens: [Token]) -> [Token] {
        guard tokens[0].folded == "as", ["a", "an", "the"].contains(tokens[1].folded),
            let colon = tokens.prefix(16).firstIndex(where: { $0.isMark(":") }), colon + 1 < tokens.count,
            let subject = tokens.prefix(7).firstIndex(where: { ["i", "we"].contains($0.folded) }), subject > 2
        else { return tokens }
        let article = span(subject + 2, colon).last { index in
            ["a", "an", "my", "our", "the"].contains(tokens[index].folded)
        }
        guard let article else { return tokens }
        return eachHas(tokens, name: article + 1, colon)
    }

    private func eachHas(_ tokens: [Token], name start: Int, _ colon: Int) -> [Token] {
        let name = span(start, colon)
        guard (1...3).contains(name.count), let last = name.last, name.allSatisfy({ isPlain(tokens[$0]) }),
            tokens[colon...].contains(where: { $0.isMark(",") || $0.folded == "and" })
        else { return tokens }
        let single = tokens[last].replaced(by: lexicon.inflector.singular(of: tokens[last].text.lowercased()))
        return [tokens[0].replaced(by: "each")] + tokens[start..<last] + [single, tokens[colon].replaced(by: "has")]
            + tokens[(colon + 1)...]
    }
}

/// Rules of deletion in the fewest words.
extension Rephrased {
    /// `a shelter removed: its faults go too` is `deleting a shelter deletes its faults`, `a team with games: refuse` is `a team
    /// with games cannot be deleted`.
    func goneToo(_ tokens: [Token]) -> [Token] {
        guard let mark = tokens.prefix(12).indices.dropFirst().first(where: { isRuleMark(tokens, at: $0) }) else {
            return tokens
        }
        let arrow = tokens[mark].isMark("-") || tokens[mark].isMark("=") ? 2 : 1
        let end = tokens.lastIndex { $0.kind == .word }.map { $0 + 1 } ?? tokens.count
        guard mark + arrow < end else { return tokens }
        let rest = Array(tokens[(mark + arrow)..<end])
        if rest.count < 4, ["refuse", "refused", "blocked", "block", "forbidden", "never"].contains(rest[0].folded) {
            return tokens[..<mark] + ["cannot", "be", "deleted"].map { tokens[mark].replaced(by: $0) }
        }
        let verb = rest.firstIndex {
            ["go", "goes", "gone", "vanish", "disappear", "deleted", "removed"].contains($0.folded)
        }
        guard ["gone", "removed", "deleted", "dropped", "binned", "scrapped"].contains(tokens[mark - 1].folded),
            mark > 1,
            let verb, verb > 0, ["its", "their", "the", "all"].contains(rest[0].folded)
        else { return tokens }
        let isDetermined = lexicon.prose.match(tokens, at: 0, where: \.isDeterminer) != nil
        let lead = (isDetermined ? ["deleting"] : ["deleting", "a"]).map { tokens[0].replaced(by: $0) }
        return lead + tokens[..<(mark - 1)] + [tokens[mark].replaced(by: "deletes")] + rest[..<verb]
    }

    private func isRuleMark(_ tokens: [Token], at index: Int) -> Bool {
        tokens[index].isMark(":") || tokens[index].isMark("→")
            || index + 1 < tokens.count && tokens[index + 1].isMark(">")
                && (tokens[index].isMark("-") || tokens[index].isMark("="))
    }
}
