import MGECore
import MGELayers

extension ProseReader {
    /// `an order can be received, in the oven or ready`: the cases of a field that has no name.
    /// - Returns: whether the sentence says so.
    mutating func readStates(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, let subject = segment.subject,
            segment.verb == .be || segment.verb == .belongs, !segment.isReflexive, !segment.isPassive,
            sentence.mentions(in: segment.objects).isEmpty, let range = cases(segment, sentence),
            let name = respectOfStates(behind: range, sentence) ?? name(ofStates: segment, sentence)
        else { return false }
        var attributes = FieldAttributes()
        attributes.readCases(sentence.source, range, lexicon: lexicon)
        guard attributes.cases.count > 1 else { return false }
        attributes.read(
            sentence.source, span(range.upperBound, sentence.tokens(segment.objects).upperBound), lexicon: lexicon)
        if subject.isPlural { attributes.singularCases(lexicon.inflector) }
        let located = Located(text: name, place: sentence.source.tokens[range.lowerBound].place)
        facts.add(FieldItem(name: located, words: sentence.source.words(range)), to: subject.entity)
        let lexicon = lexicon
        facts.update(subject.entity, named: name) { field in
            if field.type == nil { attributes.apply(to: &field, lexicon: lexicon) }
        }
        isUsed = true
        return true
    }

    /// `un estado, que empieza en abierto y después pasa a listo, entregado o anulado`: the default is a case too.
    /// - Returns: the item behind the cases.
    mutating func readBecoming(
        _ part: Range<Int>, to end: Int, of name: String, _ owner: Mention, _ sentence: ProseSentence
    ) -> Int? {
        let tokens = sentence.source.tokens
        let lexicon = lexicon
        let start = sentence.tokens(part).lazy.compactMap { index in
            lexicon.prose.match(tokens, at: index, where: { $0 == .becomes }).map { index + $0.count }
        }.first
        let known = facts.facts[owner.entity].fields.first { $0.name.text == name }
        guard let start, let first = known?.defaultValue, known?.type?.arguments?.isEmpty ?? true else { return nil }
        let last = sentence.items[part.lowerBound..<end].firstIndex { $0.isMark(";", ".") } ?? end
        var attributes = FieldAttributes()
        attributes.readFurther(
            sentence.source, span(start, sentence.tokens(part.lowerBound..<last).upperBound), behind: first,
            lexicon: lexicon)
        guard attributes.cases.count > 1 else { return nil }
        facts.update(owner.entity, named: name) { field in
            attributes.apply(to: &field, lexicon: lexicon)
            field.defaultValue = first
        }
        isUsed = true
        return last
    }

    /// The words of at least two cases with *or* between the last of them, and nothing before them.
    private func cases(_ segment: Segment, _ sentence: ProseSentence) -> Range<Int>? {
        let tokens = sentence.source.tokens
        var range = sentence.tokens(segment.objects)
        // `está en espera`: the preposition belongs to the case.
        if segment.verb == .belongs, range.lowerBound > 1, reader.word(tokens, at: range.lowerBound - 1) != nil {
            range = span(range.lowerBound - 1, range.upperBound)
        }
        guard !range.isEmpty, let or = lexicon.first(anyOf: [.orWord], in: Array(tokens[range])), or > 0 else {
            return nil
        }
        let last = range.lowerBound + or + 1
        let end = span(last, range.upperBound).first { index in
            tokens[index].kind == .mark || reader.word(tokens, at: index)?.meaning == .and
                || tokens[index].folded == "segun"
        }
        let found = span(range.lowerBound, end ?? range.upperBound)
        let parts = found.split { tokens[$0].isMark(",") || reader.word(tokens, at: $0)?.meaning == .and }
        let arePlain = parts.allSatisfy { part in
            (1...3).contains(part.count) && part.allSatisfy { tokens[$0].kind == .word }
                && part.dropFirst().allSatisfy { reader.word(tokens, at: $0) == nil }
                && reader.word(tokens, at: part.lowerBound).map { $0.meaning == .preposition && part.count > 1 } ?? true
        }
        guard parts.count > 1, arePlain, end.map({ $0 > last }) ?? true else { return nil }
        // `or not`, `clean and ready or dirty`.
        return found.contains(where: { reader.word(tokens, at: $0)?.meaning == .not }) ? nil : found
    }

    /// In what respect something is one of several: `es llano o inclinado según su terreno`.
    private func respectOfStates(behind cases: Range<Int>, _ sentence: ProseSentence) -> String? {
        let (tokens, lead) = (sentence.source.tokens, cases.upperBound)
        guard lead + 2 < tokens.count, tokens[lead].folded == "segun",
            ["su", "el", "la"].contains(tokens[lead + 1].folded), isPlainName(tokens, at: lead + 2)
        else { return nil }
        return tokens[lead + 2].text.lowercased()
    }

    /// What such a field is called: what something is in is its state, what it is its kind.
    private func name(ofStates segment: Segment, _ sentence: ProseSentence) -> String? {
        let verb = span(segment.topic.upperBound, segment.objects.lowerBound)
        let isState = sentence.tokens(verb).contains { index in
            lexicon.prose.match(sentence.source.tokens, at: index, where: { $0 == .states }) != nil
        }
        return isState ? lexicon.phrases(of: .status).first : lexicon.kindName
    }

    /// Where the states begin that something goes through: `it moves through the states draft, open and closed`.
    func statesBehind(_ verb: Int, _ tokens: [Token]) -> (start: Int, name: String)? {
        guard verb + 3 < tokens.count, ["moves", "goes", "passes", "runs", "progresses"].contains(tokens[verb].folded),
            tokens[verb + 1].folded == "through"
        else { return nil }
        var start = verb + 2
        var name = "status"
        if tokens[start].folded == "the" { start += 1 }
        if ["states", "statuses", "stages", "phases", "steps"].contains(tokens[start].folded) {
            name = tokens[start].folded == "steps" ? name : lexicon.inflector.singular(of: tokens[start].folded)
            start += 1
            if start < tokens.count, tokens[start].isMark(":") { start += 1 }
        } else if start > verb + 2 {
            return nil
        }
        return (start, name)
    }

    /// `los lotes pasan por tres situaciones: crudo, cocido o desechado, siendo crudo la de partida`: the cases of a field that
    /// has the name of one of them.
    mutating func readStatesNamed(_ sentence: ProseSentence) -> TokenizedText? {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, let colon = tokens.firstIndex(where: { $0.isMark(":") }), colon > 2,
            let verb = span(max(0, colon - 6), colon).last(where: { passes(tokens, at: $0) }),
            let noun = reader.nounPhrase(tokens, from: colon - 1), noun.count == 1,
            span(tokens[verb + 1].folded == "por" ? verb + 2 : verb + 1, colon - 1).allSatisfy({
                reader.word(tokens, at: $0)?.meaning.isDeterminer == true || lexicon.numbers[tokens[$0].folded] != nil
                    || ["siguientes", "estos", "estas"].contains(tokens[$0].folded)
            }), let owner = sentence.mentions.last(where: { $0.range.upperBound <= verb }) ?? antecedent
        else { return nil }
        let end = span(colon, tokens.count).first { tokens[$0].folded == "siendo" } ?? tokens.count
        var attributes = FieldAttributes()
        guard attributes.readCases(sentence.source, span(colon + 1, end), lexicon: lexicon) else { return nil }
        if end < tokens.count,
            let first = attributes.cases.first(where: {
                sentence.source.words(span(end + 1, tokens.count)).foldedForComparison.hasPrefix(
                    $0.text.foldedForComparison)
            })
        {
            attributes.value = first
        }
        let name = lexicon.inflector.singular(of: tokens[colon - 1].text.lowercased())
        var field = FieldItem(
            name: Located(text: name, place: tokens[colon - 1].place),
            words: sentence.source.words(span(colon - 1, tokens.count)))
        attributes.apply(to: &field, lexicon: lexicon)
        facts.add(field, to: owner.entity)
        lastField = (owner.entity, name)
        isUsed = true
        let joint = verb > 0 && reader.word(tokens, at: verb - 1)?.meaning == .and ? verb - 1 : verb
        return sentence.source.part(0..<joint)
    }

    /// Whether it is said that something goes through states: `pasa por`, `atraviesa`.
    func passes(_ tokens: [Token], at verb: Int) -> Bool {
        guard verb + 1 < tokens.count else { return false }
        return ["atraviesa", "atraviesan", "recorre", "recorren"].contains(tokens[verb].folded)
            || ["pasa", "pasan", "pasara", "pasaran"].contains(tokens[verb].folded)
                && tokens[verb + 1].folded == "por"
    }

    /// `it moves through the states draft, open and closed`: the cases of how it stands.
    mutating func readStatesPassed(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english,
            let verb = tokens.indices.first(where: { statesBehind($0, tokens) != nil }),
            let (start, name) = statesBehind(verb, tokens), verb > 0, verb < 8,
            sentence.mentions.allSatisfy({ $0.start < verb })
        else { return false }
        let subject = sentence.mentions.last
        guard let owner = subject ?? (["it", "also"].contains(tokens[verb - 1].folded) ? antecedent : nil) else {
            return false
        }
        var attributes = FieldAttributes()
        guard attributes.readCases(sentence.source, span(start, tokens.count), lexicon: lexicon),
            attributes.cases.count > 2
        else { return false }
        var field = FieldItem(
            name: Located(text: name, place: tokens[start].place),
            words: sentence.source.words(span(start, tokens.count)))
        attributes.apply(to: &field, lexicon: lexicon)
        facts.add(field, to: owner.entity)
        lastField = (owner.entity, name)
        antecedent = owner
        isUsed = true
        return true
    }
}
