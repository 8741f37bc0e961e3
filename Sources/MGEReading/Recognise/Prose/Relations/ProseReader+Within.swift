import MGECore
import MGELayers

/// What somebody does to something within an event, and what some have none of.
extension ProseReader {
    /// `en una visita un técnico revisa una caldera`: the visit keeps both.
    /// - Returns: what is left of the sentence, with the event for its subject; nil when it says something else.
    func within(_ sentence: ProseSentence) -> (event: Mention, others: [Mention], rest: TokenizedText?)? {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, tokens.count > 7, tokens[0].folded == "en", sentence.mentions.count > 2,
            said.isDisjoint(with: [.delete, .noTwo, .same, .twice])
        else { return nil }
        let three = Array(sentence.mentions.prefix(3))
        let (event, doer, object) = (three[0], three[1], three[2])
        guard event.start == 1, [.article, .each].contains(event.quantity), !event.isPlural,
            Set(three.map(\.entity)).count == 3,
            [doer, object].allSatisfy({ [.article, .one].contains($0.quantity) && !$0.isPlural }),
            doer.start == event.range.upperBound
                || doer.start == event.range.upperBound + 1 && tokens[event.range.upperBound].isMark(","),
            let verb = span(doer.range.upperBound, object.start).first, object.start - verb < 3,
            reader.word(tokens, at: verb) == nil
                || lexicon.prose.match(tokens, at: verb, where: { $0 == .creates }) != nil,
            !span(0, object.start).contains(where: { reader.word(tokens, at: $0)?.meaning == .not }),
            object.start - verb == 1 || ["a", "con"].contains(tokens[verb + 1].folded)
        else { return nil }
        let end = object.range.upperBound
        guard end + 2 < tokens.count else { return (event, [doer, object], nil) }
        guard tokens[end].kind == .mark else { return nil }
        let and = reader.word(tokens, at: end + 1).flatMap { $0.meaning == .and ? $0.count : nil } ?? 0
        return (event, [doer, object], sentence.source.part(end + 1 + and..<tokens.count))
    }

    /// Reads what somebody does within an event, and what else is said of that.
    mutating func readWithin(_ sentence: ProseSentence) -> Bool {
        guard let (event, others, rest) = within(sentence) else { return false }
        for other in others { refer(event.entity, to: other, sentence) }
        antecedent = event
        if let rest, let part = prepared(rest) { read(part) }
        return true
    }

    /// `un hortelano lleva varios huertos, y viceversa`: each of them has several of the other.
    mutating func readViceVersa(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let end = tokens.last.map { $0.kind == .mark } == true ? tokens.count - 1 : tokens.count
        guard lexicon.language == .spanish, end > 5, said.isDisjoint(with: [.delete, .unique]),
            tokens[end - 1].folded == "viceversa"
                || ["reves", "inversa"].contains(tokens[end - 1].folded)
                    && ["al", "la"].contains(tokens[end - 2].folded),
            let first = sentence.mentions.first, sentence.mentions.count == 2, first.start < 2,
            let second = sentence.mentions.last, second.entity != first.entity, second.isMany,
            let index = sentence.items.firstIndex(where: { $0.mention == second })
        else { return false }
        addEvidence(.both, first, second, sentence, part: span(index, index + 1))
        antecedent = first
        return true
    }

    /// A Spanish sentence without its end that says that some have none of what it speaks of: `…, salvo los que están en el
    /// taller, que no tienen ruta`.
    func exceptionsApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard lexicon.language == .spanish,
            let except = tokens.indices.dropFirst(4).first(where: { isException(tokens, at: $0) })
        else { return [source] }
        let end = span(except, tokens.count).first { tokens[$0].isMark(";") } ?? tokens.count
        let last = span(0, except).last { !tokens[$0].isMark(",") && !isFiller(tokens, at: $0) } ?? except - 1
        return [source.part(0..<last + 1), source.part(except..<end)]
            + (end + 1 < tokens.count ? [source.part(end + 1..<tokens.count)] : [])
    }

    private static let exceptions = ["salvo", "menos", "excepto", "aunque", "pero"]

    private func isFiller(_ tokens: [Token], at index: Int) -> Bool {
        index > 0 && tokens[index - 1].isMark(",") && ["bueno", "claro", "eso"].contains(tokens[index].folded)
    }

    /// Whether words for some that are left out begin, and it is said that they have none.
    private func isException(_ tokens: [Token], at index: Int) -> Bool {
        guard Self.exceptions.contains(tokens[index].folded), tokens[index - 1].isMark(","), index + 3 < tokens.count
        else { return false }
        let rest = span(index + 2, tokens.count).prefix { !tokens[$0].isMark(";") && !tokens[$0].isMark(".") }
        if ["aunque", "pero"].contains(tokens[index].folded) {
            // `…, aunque los recién llegados no tienen`
            return rest.count < 8 && ["los", "las", "algunos", "algunas"].contains(tokens[index + 1].folded)
                && rest.contains { tokens[$0].folded == "no" }
                && rest.last.map {
                    ["tienen", "tengan", "ninguno", "ninguna", "lleva", "llevan"].contains(tokens[$0].folded)
                }
                    ?? false
        }
        guard ["los", "las", "el", "la"].contains(tokens[index + 1].folded) else { return false }
        let isWhich = ["que", "de", "del"].contains(tokens[index + 2].folded)
        return isWhich && rest.contains { ["no", "sin", "ninguno", "ninguna"].contains(tokens[$0].folded) }
            && !rest.contains { lexicon.prose.match(tokens, at: $0, where: { $0 == .delete }) != nil }
    }

    /// `salvo los que duermen en la bodega, que no están en ninguno`: the reference before need not be there.
    mutating func readException(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, tokens.count > 3, Self.exceptions.contains(tokens[0].folded),
            isException([tokens[0].replaced(by: ",")] + tokens, at: 1), let subject = antecedent
        else { return false }
        if let field = justRead {
            // `lleva un chip, salvo los que no lo necesitan`
            facts.update(field.entity, named: field.name) { $0.optional = $0.optional ?? tokens[0].place }
        } else if !facts.makeLastOptional(of: subject.entity) {
            return false
        }
        isUsed = true
        return true
    }
}
