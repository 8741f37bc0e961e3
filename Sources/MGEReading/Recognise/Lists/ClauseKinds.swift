/// Tells clauses that speak of several fields, or of deletion, from phrases about one field.
struct ClauseKinds: Sendable {
    let lexicon: Lexicon
    let names: EntityNames

    /// Whether the words say what is unique together, or what happens when something is deleted.
    func isClause(_ tokens: [Token]) -> Bool {
        saysDeletion(tokens) || saysUniqueness(tokens) || saysOneToOne(tokens) || saysAtMostOne(tokens)
    }

    /// Whether the words say that one of an entity has at most one of something: `a hedgehog has one release at most`,
    /// `un socio tiene como mucho una`.
    func saysAtMostOne(_ tokens: [Token]) -> Bool {
        let mentions = names.mentions(in: tokens)
        guard let first = mentions.first, first.range.lowerBound < 3, first.quantity == .one, mentions.count < 3,
            mentions.count < 2 || mentions[1].name != first.name,
            lexicon.holds(anyOf: [.has], in: Array(tokens[first.range.upperBound...]))
        else { return false }
        let limits: Set<Keyword> = [.maximum, .orLess]
        return tokens.indices.contains { index in
            guard index >= first.range.upperBound, let count = lexicon.count(.indefinite, tokens, at: index) else {
                return false
            }
            let end =
                mentions.count > 1 && mentions[1].range.lowerBound == index + count
                ? mentions[1].range.upperBound : index + count
            let isBefore = (1...4).contains { back in
                back <= index && lexicon.count(anyOf: limits, tokens, at: index - back) == back
            }
            return isBefore || lexicon.count(anyOf: limits, tokens, at: end).map { end + $0 == tokens.count } ?? false
        }
    }

    /// Whether the words say what happens when something is deleted.
    func saysDeletion(_ tokens: [Token]) -> Bool {
        guard tokens.count > 2, lexicon.holds(anyOf: [.deletion, .onDelete], in: tokens) else { return false }
        let isAttribute = tokens.indices.contains { index in
            guard let count = lexicon.count(.onDelete, tokens, at: index) else { return false }
            return lexicon.count(anyOf: [.cascade, .restrict, .setNull], tokens, at: index + count) != nil
        }
        return !isAttribute && (tokens.count > 3 || lexicon.holds(anyOf: [.togetherWith, .negation], in: tokens))
    }

    /// Whether the words say that each of two has one of the other: `each ship has one captain and each captain one ship`.
    func saysOneToOne(_ tokens: [Token]) -> Bool {
        let mentions = names.mentions(in: tokens)
        guard mentions.count >= 4, mentions.allSatisfy({ $0.quantity == .one }) else { return false }
        return Set(mentions.map(\.name)).count == 2
    }

    /// Whether the words say that something is there once only, of several or among others.
    func saysUniqueness(_ tokens: [Token]) -> Bool {
        guard tokens.count > 2 else { return false }
        let isOnce = tokens.indices.contains { index in
            guard let count = lexicon.count(.onlyOnce, tokens, at: index) else { return false }
            // `only once it was fired` is a time.
            if lexicon.prose.match(tokens, at: index + count, where: { $0 == .it || $0 == .they }) != nil {
                return false
            }
            // `of a single patient` says how many of another there are.
            return names.match(tokens, at: index + count) == nil
                || lexicon.count(.indefinite, tokens, at: index) != count
                || lexicon.holds(anyOf: [.per], in: tokens)
        }
        if isOnce { return true }
        guard let start = lexicon.first(anyOf: [.unique, .noTwoAlike, .indefinite], in: tokens) else { return false }
        // `por defecto` is no scope.
        let isScoped = tokens.indices.dropFirst(start).contains { index in
            lexicon.count(.per, tokens, at: index) != nil && lexicon.count(.default, tokens, at: index) == nil
        }
        if isScoped { return true }
        // `within a league the number is not repeated`
        return lexicon.count(.per, tokens, at: 0) != nil && lexicon.holds(anyOf: [.unique, .noTwoAlike], in: tokens)
    }
}
