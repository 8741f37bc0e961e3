import MGECore
import MGELayers

extension FieldPhraseReader {
    /// Where a name of several words ends before `flag`: `an out of order flag`.
    func flagEnd(from start: Int, to end: Int) -> Int? {
        guard lexicon.language == .english else { return nil }
        let words = span(start, min(start + 6, end)).prefix {
            tokens[$0].kind == .word && !tokens[$0].isOf || $0 > start
        }
        let flag = words.first { tokens[$0].folded == "flag" }
        guard let flag, flag > start + 2,
            span(start, flag).allSatisfy({ tokens[$0].kind == .word && reader.word(tokens, at: $0)?.meaning != .and })
        else { return nil }
        return flag
    }

    /// Whether a participle with its preposition is a name: `a closed at timestamp`, `created on`.
    func isMoment(at preposition: Int, from start: Int, to end: Int) -> Bool {
        if isParticle(at: preposition, from: start, to: end) { return true }
        guard lexicon.language == .english, preposition > start, ["at", "on"].contains(tokens[preposition].folded),
            tokens[preposition - 1].folded.hasSuffix("ed")
                || lexicon.prose.match(tokens, at: preposition - 1, where: { $0 == .participle }) != nil
        else { return false }
        let next = preposition + 1
        return next >= end || tokens[next].kind == .mark || isAttribute(at: next)
            || lexicon.prose.match(tokens, at: next, where: { $0 == .technical }) != nil
            || reader.word(tokens, at: next)?.meaning == .relative
    }

    /// Whether a particle belongs to a name whose type follows: `check in datetime`, `sign out timestamp`.
    private func isParticle(at index: Int, from start: Int, to end: Int) -> Bool {
        guard lexicon.language == .english, index == start + 1, index + 1 < end,
            ["in", "out", "off", "on", "by", "before", "until", "up"].contains(tokens[index].folded),
            let type = lexicon.types.match(tokens, at: index + 1),
            [.date, .datetime, .time].contains(type.meaning)
        else { return false }
        let next = index + 1 + type.count
        return next >= end || tokens[next].kind == .mark || isAttribute(at: next)
            || reader.word(tokens, at: next) != nil
    }

    /// How many tokens an idiom has that belongs to the noun before it: `puesta en marcha`.
    func idiom(at index: Int, from start: Int, to end: Int) -> Int? {
        guard lexicon.language == .spanish, index > start,
            let found = lexicon.prose.match(tokens, at: index, where: { $0 == .particle }), found.count > 1,
            index + found.count <= end
        else { return index > start && isRate(at: index, to: end) ? 2 : nil }
        return found.count
    }

    /// Whether it is said what something is counted for: `la tarifa por hora`, `piezas por caja`, but `revisado por técnicos`.
    private func isRate(at index: Int, to end: Int) -> Bool {
        guard lexicon.language == .spanish, index + 1 < end, index > 0, tokens[index].folded == "por",
            tokens[index + 1].kind == .word, reader.word(tokens, at: index)?.count == 1,
            lexicon.prose.match(tokens, at: index, where: \.isSaid) == nil, reader.word(tokens, at: index + 1) == nil,
            !isAttribute(at: index + 1), !lexicon.inflector.isPlural(tokens[index + 1].folded)
        else { return false }
        return !["ado", "ada", "ido", "ida", "ados", "adas", "idos", "idas", "hecho", "hecha"].contains(
            where: tokens[index - 1].folded.hasSuffix)
    }

    /// Whether words for a default begin at a token.
    func isDefault(at index: Int) -> Bool {
        lexicon.prose.match(tokens, at: index, where: { [.default, .defaultYes, .defaultNo].contains($0) })
            .map { $0.count > 1 || $0.meaning != .default } ?? false
    }

    /// Whether a flag is asked for of several things: `si están disponibles`.
    func isSaidOfSeveral(_ lead: Range<Int>) -> Bool {
        lead.contains { ["estan", "son", "fueron", "estuvieron", "siguen", "quedan"].contains(tokens[$0].folded) }
    }

    /// Whether a participle with a place of its own ends a name: `un número pintado en la tapa`.
    func endsWithParticiple(_ name: Range<Int>, before end: Int) -> Bool {
        if lexicon.language == .english, name.count > 1, name.upperBound < end, tokens[name.upperBound].folded == "by" {
            let last = name.upperBound - 1
            return tokens[last].folded.hasSuffix("ed")
                || lexicon.prose.match(tokens, at: last, where: { $0 == .participle }) != nil
        }
        if lexicon.language == .english, name.count > 1, name.upperBound < end,
            tokens[name.upperBound].kind == .number
                || lexicon.prose.match(
                    tokens, at: name.upperBound, where: { $0 == .between || $0 == .minimum || $0 == .unique }) != nil
        {
            // `a difficulty graded 1 to 5`, `a number found on no other`
            return ["graded", "ranked", "rated", "scored", "counted", "measured", "found", "valued", "limited"]
                .contains(tokens[name.upperBound - 1].folded)
        }
        guard lexicon.language == .spanish, name.count > 1, name.upperBound < end,
            ["en", "sobre", "con", "a"].contains(tokens[name.upperBound].folded)
        else { return false }
        let last = tokens[name.upperBound - 1].folded
        return ["ado", "ada", "ido", "ida", "crito", "crita", "hecho", "hecha"].contains(where: last.hasSuffix)
    }

    /// Whether a word says what happens to what follows with an article, and names nothing: `lleva pegada una etiqueta`.
    func isVerbal(at index: Int, to end: Int) -> Bool {
        guard lexicon.language == .spanish, tokens[index].kind == .word, index + 1 < end,
            reader.word(tokens, at: index) == nil,
            !isAttribute(at: index)
        else { return false }
        return reader.word(tokens, at: index + 1)?.meaning == .article
    }

    /// The name of a time with what happens then: `the day their certificate expires`, `the date on which the badge runs out`.
    func withEvent(_ range: Range<Int>, to end: Int) -> (name: String, end: Int)? {
        let name = source.words(range)
        guard lexicon.language == .english, range.count < 3, let usual = lexicon.fieldItem(for: name),
            ["date", "time"].contains(where: usual.hasPrefix) || ["year", "month"].contains(name.lowercased())
        else { return nil }
        var start = range.upperBound
        if start + 1 < end, tokens[start + 1].folded == "which" { start += 2 }
        if start == range.upperBound, start < end, tokens[start].folded == "when" { start += 1 }
        guard start + 2 < end, let lead = reader.word(tokens, at: start),
            lead.meaning.isDeterminer && ["the", "their", "its", "his", "her", "our"].contains(tokens[start].folded)
                || start > range.upperBound && [.it, .they].contains(lead.meaning)
        else { return nil }
        let clause = span(start + lead.count, end).prefix {
            tokens[$0].kind == .word && !isDefault(at: $0) && !isAttribute(at: $0)
        }
        let said = clause.filter { index in
            !(index == clause.startIndex && mentions.contains(index)) && reader.word(tokens, at: index)?.meaning != .be
        }
        guard (1...4).contains(said.count), clause.count > 1,
            !said.contains(where: {
                reader.word(tokens, at: $0).map { $0.meaning == .and || $0.meaning == .has } ?? false
            })
        else { return nil }
        return (([name] + said.map { tokens[$0].text }).joined(separator: " "), clause.endIndex)
    }

    /// Whether a word only says again whose a field is: `its own code`.
    func isOwn(at index: Int, to end: Int) -> Bool {
        lexicon.language == .english && index > 0 && index + 1 < end && tokens[index].folded == "own"
            && ["its", "their", "his", "her"].contains(tokens[index - 1].folded)
            && lexicon.fieldItem(for: source.words(span(index + 1, end)).lowercased()) != nil
    }

    /// Whether a word says that what follows need not be there.
    func isMaybe(at index: Int) -> Bool {
        lexicon.language == .english && ["maybe", "perhaps", "possibly", "sometimes"].contains(tokens[index].folded)
    }
}
