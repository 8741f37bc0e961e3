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
            let verb = span(system + 1, min(system + 5, colon)).first(where: { Self.holding.contains(tokens[$0].folded) }),
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
