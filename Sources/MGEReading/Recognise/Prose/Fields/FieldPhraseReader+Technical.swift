import MGECore
import MGELayers

extension FieldPhraseReader {
    /// The token at or behind the end of a name that says of which type it is: `a status enum`, `a hazardous flag`.
    func technicalType(_ name: Range<Int>, before end: Int) -> Int? {
        if name.upperBound < end, let type = lexicon.types.match(tokens, at: name.upperBound), type.count > 1,
            type.meaning == .boolean
        {
            return name.upperBound
        }
        return [name.upperBound, name.upperBound - 1].first { index in
            index > name.lowerBound && index < end
                && lexicon.prose.match(tokens, at: index, where: { $0 == .technical })?.count == 1
        }
    }

    func setTechnical(_ index: Int, _ item: inout FieldItem, _ attributes: inout FieldAttributes) {
        switch lexicon.types.match(tokens, at: index)?.meaning {
        case .boolean: attributes.isFlag = true
        case .enum, nil: break
        default: item.type = item.type ?? FieldAttributes.phrase(tokens[index].text, item)
        }
    }

    /// The name in `a boolean that marks it as protected`.
    func markedAs(from start: Int, to end: Int) -> Int? {
        guard lexicon.language == .english, start + 3 < end,
            lexicon.types.match(tokens, at: start)?.meaning == .boolean,
            reader.word(tokens, at: start + 1)?.meaning == .relative,
            let lead = span(start + 2, min(start + 7, end)).first(where: { tokens[$0].folded == "as" }), lead + 1 < end
        else { return nil }
        return lead + 1
    }

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
        guard lexicon.language == .english, preposition > start, ["at", "on"].contains(tokens[preposition].folded),
            tokens[preposition - 1].folded.hasSuffix("ed")
                || lexicon.prose.match(tokens, at: preposition - 1, where: { $0 == .participle }) != nil
        else { return false }
        let next = preposition + 1
        return next >= end || tokens[next].kind == .mark || isAttribute(at: next)
            || lexicon.prose.match(tokens, at: next, where: { $0 == .technical }) != nil
            || reader.word(tokens, at: next)?.meaning == .relative
    }
}
