import MGECore
import MGELayers

extension ProseReader {
    /// An English sentence divided where it begins to say something else of what it speaks of: `…, and it also has a name`,
    /// `… and its choice is yes or no`, `…; soil colour may be left blank`.
    func clausesApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard lexicon.language == .english, tokens.count <= Self.longestSentence else { return [source] }
        var depth = 0
        for index in tokens.indices.dropFirst(3) {
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth -= 1 }
            guard depth == 0, index + 4 < tokens.count else { continue }
            if tokens[index].isMark(";"),
                saysOnly(of: index + 1, tokens) || saysOnlyDefault(tokens, from: index + 1)
                    || leaves(tokens, at: index + 1) || saysOnlyOne(tokens, from: index + 1)
                    || keepsThen(tokens, from: index + 1) || endOfOnIt(tokens, from: index + 1) != nil
                    || saysOnce(tokens, from: index + 1)
            {
                return [source.part(0..<index), source.part(index + 1..<tokens.count)]
            }
            if startsSameRule(tokens, at: index) {
                let end = span(0, index).last { !tokens[$0].isMark(",") && tokens[$0].folded != "and" } ?? 0
                return [source.part(0..<end + 1), source.part(index..<tokens.count)]
            }
            if saysNone(behind: index, tokens) {
                return [source.part(0..<index), source.part(index + 1..<tokens.count)]
            }
            if tokens[index].isMark(","), tokens[index + 1].folded == "just", tokens[index + 2].folded == "as" {
                // `a box holds several recipes, just as a recipe goes into many boxes`: what is spoken of is the box.
                let parts = [source.part(index + 3..<tokens.count), source.part(0..<index)]
                let takesUp = [0, index + 3].contains { [.it, .they].contains(reader.word(tokens, at: $0)?.meaning) }
                return takesUp ? parts.reversed() : parts
            }
            if tokens[index].isMark(","), tokens[index + 1].folded == "where", joint(tokens, from: index + 2) != nil {
                // `…, where name plus version is unique`
                return [source.part(0..<index), source.part(index + 2..<tokens.count)]
            }
            if tokens[index].isMark(";"), tokens[index + 1].isMark("("), joint(tokens, from: index + 1) != nil {
                // `…; (run, key, step) is unique`
                return [source.part(0..<index), source.part(index + 1..<tokens.count)]
            }
            // `start the numbers afresh in every cave, so that no number repeats inside one`
            let isSo = tokens[index].folded == "so"
            let start = isSo && tokens[index + 1].folded == "that" ? index + 2 : index + 1
            guard tokens[index].folded == "and" || isSo, startsOwnClause(start, tokens) else { continue }
            let end = tokens[index - 1].isMark(",") ? index - 1 : index
            return [source.part(0..<end), source.part(start..<tokens.count)]
        }
        return [source]
    }

    /// Whether a clause says that something is there only once: `…; an ingredient appears at most once per recipe`.
    private func saysOnce(_ tokens: [Token], from start: Int) -> Bool {
        let clause = span(start, tokens.count).prefix { !tokens[$0].isMark(";") }
        return clause.dropFirst(2).contains { index in
            tokens[index].folded == "once" && ["only", "most", "just"].contains(tokens[index - 1].folded)
        }
    }

    /// Whether a clause begins that has a pronoun for what is spoken of.
    private func startsOwnClause(_ start: Int, _ tokens: [Token]) -> Bool {
        if startsCombination(tokens, from: start) || saysAtFirst(tokens, from: start)
            || saysOnlyOne(tokens, from: start)
        {
            return true
        }
        if tokens[start].folded == "it" {
            var verb = start + 1
            if tokens[verb].folded == "also" { verb += 1 }
            let isHaving = verb > start + 1 && reader.word(tokens, at: verb)?.meaning == .has
            return isHaving || statesBehind(verb, tokens) != nil
        }
        if saysNoSecond(start, tokens) || saysOnlyDefault(tokens, from: start) { return true }
        if tokens[start].folded == "no", let name = reader.nounPhrase(tokens, from: start + 1),
            name.lowerBound == start + 1, endOfTwice(tokens, from: name) != nil
        {
            return true
        }
        guard tokens[start].folded == "its", let name = reader.nounPhrase(tokens, from: start + 1),
            name.upperBound + 3 < tokens.count, tokens[name.upperBound].folded == "is"
        else { return false }
        // `and its choice is yes, no or abstain`
        let rest = span(name.upperBound + 1, tokens.count)
        return tokens[rest.lowerBound].kind == .word && reader.word(tokens, at: rest.lowerBound) == nil
            && rest.contains { tokens[$0].folded == "or" }
            && rest.allSatisfy { tokens[$0].kind == .word || tokens[$0].isMark(",") || tokens[$0].isMark(".") }
    }

    /// Whether a sentence ends with a clause that says of some that they have none: `…, although for some none is known`,
    /// `…; unassigned items are fine`.
    private func saysNone(behind mark: Int, _ tokens: [Token]) -> Bool {
        guard tokens[mark].isMark(",") || tokens[mark].isMark(";"), tokens.count - mark < 10 else { return false }
        let rest = span(mark + 1, tokens.count)
        if tokens[mark].isMark(";"), saysUndone(Array(tokens[rest])) { return true }
        return ["although", "though", "but"].contains(tokens[mark + 1].folded)
            && rest.contains { tokens[$0].folded == "none" && reader.word(tokens, at: $0 + 1)?.meaning == .be }
    }

    /// Whether a clause says that something is not there twice: `and no order is billed twice`, `and a box never gets a second
    /// one`.
    private func saysNoSecond(_ start: Int, _ tokens: [Token]) -> Bool {
        guard let lead = reader.word(tokens, at: start), tokens[start].folded == "no" || lead.meaning == .article,
            let name = reader.nounPhrase(tokens, from: start + 1), name.upperBound + 1 < tokens.count
        else { return false }
        let rest = span(name.upperBound, min(name.upperBound + 6, tokens.count))
        let isNot = tokens[start].folded == "no" || reader.word(tokens, at: name.upperBound)?.meaning == .not
        return isNot
            && rest.contains { index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .twice }) != nil
                    || tokens[index].folded == "second" && index + 1 < tokens.count
                        && tokens[index + 1].folded == "one"
            }
    }

    /// Whether a clause says something of a field, and nothing of what it belongs to: `soil colour may be left blank`, `the
    /// number of floors is at least 2`.
    private func saysOnly(of start: Int, _ tokens: [Token]) -> Bool {
        let article = reader.word(tokens, at: start).flatMap { $0.meaning == .definite ? $0.count : nil } ?? 0
        guard let name = reader.nounPhrase(tokens, from: start + article), name.lowerBound == start + article,
            name.count < 4, name.upperBound + 1 < tokens.count
        else { return false }
        var end = name.upperBound
        if tokens[end].isOf, let whole = reader.nounPhrase(tokens, from: end + 1) { end = whole.upperBound }
        guard let verb = reader.word(tokens, at: end), [.be, .can, .must].contains(verb.meaning) else { return false }
        let said: Set<ProseWord> =
            article == 0 ? [.optional, .unique] : [.minimum, .maximum, .between, .positive]
        let rest = span(end, tokens.count)
        return rest.count < 8
            && rest.contains { lexicon.prose.match(tokens, at: $0, where: said.contains) != nil }
    }

    /// Whether a clause says what we keep at some moment: `on exit we store the exit time`.
    private func keepsThen(_ tokens: [Token], from start: Int) -> Bool {
        let verb = span(start + 1, min(start + 5, tokens.count - 1)).first { tokens[$0].folded == "we" }
        guard let verb, ["on", "at", "upon", "after", "when"].contains(tokens[start].folded) else { return false }
        return reader.word(tokens, at: verb)?.meaning == .we && reader.word(tokens, at: verb + 1)?.meaning == .keep
            || reader.word(tokens, at: verb)?.meaning == .keep
    }

    /// Whether a clause asks for a field to be left empty: `leave the current weight empty`.
    private func leaves(_ tokens: [Token], at start: Int) -> Bool {
        start < tokens.count && ["leave", "keep"].contains(tokens[start].folded)
            && span(start, min(start + 8, tokens.count)).contains {
                ["empty", "blank", "null", "unset"].contains(tokens[$0].folded)
            }
    }
}
