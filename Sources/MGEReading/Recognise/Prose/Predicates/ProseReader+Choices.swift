import MGECore
import MGELayers

extension ProseReader {
    /// `una puerta puede ser blindada o no, por defecto no`: true or false.
    mutating func readOrNotSpanish(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, let subject = segment.subject, !segment.isNegated,
            segment.verb == .be || segment.verb == .can || segment.verb == .keep && segment.isReflexive
        else { return false }
        let tokens = sentence.source.tokens
        var start = sentence.tokens(segment.objects).lowerBound
        if segment.verb == .keep {
            // `un envío se marca como frágil o no`
            guard start < tokens.count, tokens[start].folded == "como" else { return false }
            start += 1
        }
        if let be = reader.word(tokens, at: start), be.meaning == .be { start += be.count }
        guard start + 2 < tokens.count, tokens[start].kind == .word, reader.word(tokens, at: start) == nil,
            lexicon.prose.match(tokens, at: start, where: \.isSaid) == nil,
            lexicon.keywords.match(tokens, at: start + 1, where: { $0 == .orWord }) != nil,
            tokens[start + 2].folded == "no", start + 3 == tokens.count || tokens[start + 3].kind == .mark
        else { return false }
        var name = sentence.located(span(start, start + 1))
        if subject.isPlural { name.text = lexicon.inflector.singular(of: name.text.lowercased()) }
        var attributes = FieldAttributes()
        attributes.isFlag = true
        attributes.read(
            sentence.source, span(start + 3, sentence.tokens(segment.objects).upperBound), lexicon: lexicon)
        addFlag(name, attributes, of: subject)
        return true
    }

    /// `a sensor is either active or retired`: the cases of a field that has no name.
    mutating func readEither(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard let subject = segment.subject, !segment.isNegated, sentence.mentions(in: segment.objects).isEmpty else {
            return false
        }
        let tokens = sentence.source.tokens
        var range = sentence.tokens(segment.objects)
        let either = range.first.flatMap { lexicon.prose.match(tokens, at: $0, where: { $0 == .either }) }
        range = span(range.lowerBound + (either?.count ?? 0), range.upperBound)
        while let last = range.last, tokens[last].isMark(".") { range = range.dropLast() }
        if let end = range.first(where: { tokens[$0].isMark(";") }) { range = range.lowerBound..<end }
        let named = respect(range, tokens)
        if let named { range = range.lowerBound..<named.lowerBound - 1 }
        guard let first = range.first, either != nil || isAlternative(range, tokens) else { return false }
        if let not = range.first(where: { reader.word(tokens, at: $0)?.meaning == .not }) {
            return readOrNot(span(range.lowerBound, not), of: subject, sentence)
        }
        var attributes = FieldAttributes()
        attributes.readCases(sentence.source, range, lexicon: lexicon)
        guard !attributes.cases.isEmpty else { return false }
        // `a person or a shop` and `singles or doubles` are kinds, `open or closed` is how it stands.
        let articles = range.count { reader.word(tokens, at: $0)?.meaning == .article }
        let isKind = articles > 1 || attributes.cases.allSatisfy { lexicon.inflector.isPlural($0.text.lowercased()) }
        let word =
            named.map { sentence.source.words($0).lowercased() }
            ?? (isKind ? lexicon.kindName : lexicon.phrases(of: .status).first ?? lexicon.kindName)
        var field = FieldItem(
            name: Located(text: word, place: tokens[first].place), words: sentence.source.words(range))
        attributes.apply(to: &field, lexicon: lexicon)
        facts.add(field, to: subject.entity)
        lastField = (subject.entity, word)
        isUsed = true
        return true
    }

    /// In what respect something is one of several: `blue, red or yellow in colour`.
    private func respect(_ range: Range<Int>, _ tokens: [Token]) -> Range<Int>? {
        guard lexicon.language == .english, range.count > 4, tokens[range.upperBound - 2].folded == "in",
            tokens[range.upperBound - 1].kind == .word, isPlainName(tokens, at: range.upperBound - 1)
        else { return nil }
        return range.suffix(1)
    }

    /// `is either confirmed or not`: what is or is not.
    private mutating func readOrNot(_ range: Range<Int>, of subject: Mention, _ sentence: ProseSentence) -> Bool {
        let words = range.filter { reader.word(sentence.source.tokens, at: $0) == nil }
        guard let first = words.first, let last = words.last, last - first < 3 else { return false }
        addFlag(sentence.located(span(first, last + 1)), FieldAttributes(), of: subject)
        return true
    }

    /// Whether nothing but names with `or` between them is there: `upright or grand`.
    private func isAlternative(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
        var hasOr = false
        for index in range where tokens[index].kind != .word || !isPlainName(tokens, at: index) {
            switch reader.word(tokens, at: index)?.meaning {
            case .and: hasOr = hasOr || lexicon.keywords.match(tokens, at: index, where: { $0 == .orWord }) != nil
            case .article: break
            default: guard tokens[index].isMark(",") else { return false }
            }
        }
        let words = range.count { reader.word(tokens, at: $0) == nil && tokens[$0].kind == .word }
        let joints = range.count { tokens[$0].isMark(",") || reader.word(tokens, at: $0)?.meaning == .and }
        guard words == joints + 1 else { return false }
        return hasOr
    }
}
