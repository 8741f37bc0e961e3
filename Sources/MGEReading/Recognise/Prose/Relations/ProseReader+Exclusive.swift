import MGECore
import MGELayers

/// What is nobody else's, and what refers to another of its kind.
extension ProseReader {
    /// `cada buzo tiene su ficha, que no es de ningún otro`, `un camión engancha un remolque, y ese remolque no lo engancha nadie
    /// más`: there is one of it for each.
    mutating func readExclusive(_ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, said.contains(.exclusive),
            let place = tokens.indices.first(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .exclusive }) != nil
            }), !sentence.items.contains(where: { $0.range.lowerBound == place && $0.attribute != nil })
        else { return }
        let before = sentence.mentions.filter { $0.range.upperBound <= place && !$0.isMany }
        guard let thing = before.last, let owner = before.last(where: { $0.entity != thing.entity }) else { return }
        if facts.makeAlone(owner.entity, thing.entity) { isUsed = true }
    }

    /// `ninguna fórmula da lugar a más de un perfume`: there is one of each for the other.
    mutating func readNoMore(_ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish,
            let none = tokens.indices.first(where: { ["ningun", "ninguna"].contains(tokens[$0].folded) }),
            let first = sentence.mentions.first(where: { $0.range.lowerBound == none + 1 }),
            let more = span(none + 2, max(none + 2, tokens.count - 3)).first(where: {
                ["mas", "dos"].contains(tokens[$0].folded) && tokens[$0 + 1].folded == "de"
                    && ["un", "una"].contains(tokens[$0 + 2].folded)
            }), let second = sentence.mentions.first(where: { $0.range.lowerBound == more + 3 }),
            first.entity != second.entity
        else { return }
        let isReferred = facts.evidence.contains { $0.source == second.entity && $0.target == first.entity }
        if isReferred, facts.makeAlone(first.entity, second.entity) { isUsed = true }
    }

    /// `una receta puede ser variante de otra`, `algunos sabores derivan de otro`: it may refer to another of its kind, by a name.
    mutating func readOtherOfKind(_ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, let subject = sentence.mentions.first,
            sentence.mentions.allSatisfy({ $0.entity == subject.entity }),
            said.isDisjoint(with: [.delete, .unique, .noTwo, .same, .without]),
            !sentence.items.contains(where: { [.not, .has].contains($0.word) || $0.isMark(":") }),
            let other = span(subject.range.upperBound, tokens.count).last(where: {
                ["otro", "otra"].contains(tokens[$0].folded)
            }), other > subject.range.upperBound, endsWithOther(other, of: subject, sentence),
            let role = roleOfOther(before: other, behind: subject.range.upperBound, sentence)
        else { return }
        facts.referToOther(subject.entity, as: role)
        isUsed = true
    }

    /// Whether nothing follows *otra* but its noun, and perhaps which one it is: `de otra boleta anterior`.
    private func endsWithOther(_ other: Int, of subject: Mention, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        var next = other + 1
        if let mention = sentence.mentions.first(where: { $0.range.lowerBound == next }) {
            next = mention.range.upperBound
        }
        if next < tokens.count, tokens[next].kind == .word, reader.word(tokens, at: next) == nil { next += 1 }
        return next >= tokens.count || tokens[next].kind == .mark
    }

    /// The name before *otra*: a noun behind a verb of being or *como*, or else the verb.
    private func roleOfOther(before other: Int, behind start: Int, _ sentence: ProseSentence) -> Located? {
        let tokens = sentence.source.tokens
        let isJoined = ["de", "a", "con"].contains(tokens[other - 1].folded)
        if isJoined, other > start + 1, let verb = reader.word(tokens, at: other - 2), verb.meaning == .belongs,
            verb.count == 2, ["deriv", "proced", "vien"].contains(where: tokens[other - 2].folded.hasPrefix)
        {
            return Located(
                text: singularVerb(tokens[other - 2].text) + " " + tokens[other - 1].text.lowercased(),
                place: tokens[other - 2].place)
        }
        let name = isJoined ? other - 2 : other - 1
        guard name >= start, tokens[name].kind == .word, reader.word(tokens, at: name) == nil,
            !sentence.mentionStarts.contains(name),
            lexicon.prose.match(tokens, at: name, where: { $0 == .measure || $0 == .anything }) == nil,
            // What depends on another of its kind is below it.
            !tokens[name].folded.hasPrefix("depend")
        else { return nil }
        let before = name > start ? reader.word(tokens, at: name - 1)?.meaning : nil
        if isJoined, before == .be || before == .as || before == .article {
            return Located(text: tokens[name].text.lowercased(), place: tokens[name].place)
        }
        guard before == nil && name == start || [.can, .relative, .skip, .must].contains(before) else { return nil }
        guard !sentence.items.contains(where: { $0.word == .keep }) else { return nil }
        var verb = singularVerb(tokens[name].text)
        if isJoined { verb += " " + tokens[other - 1].text.lowercased() }
        return Located(text: verb, place: tokens[name].place)
    }

    /// A verb as it is said of one: `derivan` is `deriva`.
    private func singularVerb(_ verb: String) -> String {
        let verb = verb.lowercased()
        return verb.hasSuffix("an") || verb.hasSuffix("en") ? String(verb.dropLast()) : verb
    }

    /// `another mechanic`: not the one that was spoken of.
    func isOther(_ mention: Mention, _ sentence: ProseSentence) -> Bool {
        span(mention.start, mention.range.lowerBound + 1).contains {
            lexicon.prose.match(sentence.source.tokens, at: $0, where: { $0 == .other }) != nil
        }
    }
}
