import MGECore
import MGELayers

/// What some do to others of them: `users follow other users`, `users send messages to other users`.
extension ProseReader {
    /// Reads what is done to, or sent to, others of those who do it.
    mutating func readOneAnother(_ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, let doer = sentence.mentions.first, doer.start == 0, doer.isPlural,
            let other = sentence.mentions.last, other.entity == doer.entity, other.isPlural,
            other.range.lowerBound > doer.range.upperBound, tokens[other.range.lowerBound - 1].folded == "other",
            other.range.upperBound >= tokens.count || tokens[other.range.upperBound].kind == .mark
        else { return }
        var verb = doer.range.upperBound
        if let can = reader.word(tokens, at: verb), can.meaning == .can { verb += can.count }
        let lead = other.range.lowerBound - 1
        // `users create events and invite other users`
        if tokens[lead - 2].folded == "and", reader.word(tokens, at: lead - 1) == nil { verb = lead - 1 }
        if verb + 1 == lead, tokens[verb].kind == .word {
            let words = participle(of: tokens[verb].folded) + " " + candidates.candidates[doer.entity].name
            addEvidence(
                .both, doer, other, sentence, part: 0..<sentence.items.count,
                role: Located(text: words, place: tokens[verb].place), isSure: true)
            facts.unrelated.insert([doer.entity, doer.entity])
        } else if let sent = sentence.mentions.dropFirst().first, sent.entity != doer.entity, sent.start == verb + 1,
            sent.range.upperBound + 2 == other.range.lowerBound, tokens[sent.range.upperBound].folded == "to",
            lexicon.prose.match(tokens, at: verb, where: { $0 == .creates }) != nil
        {
            for (target, role) in [(doer, "sender"), (other, "recipient")] {
                addEvidence(
                    .one, sent, target, sentence, part: 0..<sentence.items.count,
                    role: Located(text: role, place: tokens[target.range.lowerBound].place), isSure: true)
            }
            facts.unrelated.formUnion([[sent.entity, doer.entity].sorted(), [doer.entity, doer.entity]])
        }
    }

    /// `adopters submit adoption requests, which a shelter approves or rejects`: what is made keeps who decides on it.
    mutating func readDecided(_ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        guard let noun = DeedReader.decider(in: sentence.source, reader), noun.lowerBound > 2,
            let decider = sentence.mentions.first(where: { $0.range.overlaps(noun) }),
            let made = sentence.mentions.last(where: { $0.range.upperBound < noun.lowerBound }),
            made.entity != decider.entity,
            tokens[made.range.upperBound].isMark(",") || tokens[made.range.upperBound].folded == "which"
        else { return }
        refer(made.entity, to: decider, sentence)
        for other in sentence.mentions where other.entity != decider.entity {
            facts.unrelated.insert([other.entity, decider.entity].sorted())
        }
    }

    /// A regular participle: `followed`.
    private func participle(of verb: String) -> String {
        if verb.hasSuffix("e") { return verb + "d" }
        let isConsonant = verb.dropLast().last.map { !"aeiou".contains($0) } ?? false
        return verb.hasSuffix("y") && isConsonant ? verb.dropLast() + "ied" : verb + "ed"
    }
}
