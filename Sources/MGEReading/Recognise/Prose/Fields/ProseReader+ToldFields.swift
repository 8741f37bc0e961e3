import MGECore
import MGELayers

/// Fields of what is spoken of that nothing was said of before: their sentence begins with their name.
extension ProseReader {
    /// Verbs that lead to bounds, and belong to no name: `las notas van de 0 a 10`.
    private static let ranges: Set<String> = ["va", "van", "oscila", "oscilan"]
    /// Verbs that tell what there is of a field: `como forma de pago valen efectivo o tarjeta`.
    private static let lists: Set<String> = ["valen", "sirven", "caben", "existen", "hay"]
    /// Verbs that ask something of the field behind them: `limita la marca a 30 caracteres`.
    private static let limits: Set<String> = ["limita", "limitad", "limitar", "restringe", "restringir", "acota"]

    /// `la tarifa por hora está en pesos, con un piso de 1000`, `su modalidad puede ser libre o guiada`, `el monto, en soles, puede
    /// no constar`, `estado: abierto o cerrado`: all that a Spanish sentence says is said of the field that it begins with.
    /// - Returns: whether it is such a sentence.
    mutating func readToldField(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        if readToldFlag(sentence) || readIdentifiedBy(sentence) || readRequired(sentence) || readToldPair(sentence) {
            return true
        }
        guard lexicon.language == .spanish, let lead = leadOfTold(sentence),
            !isOrdinal(tokens, at: lead.end), let told = toldName(from: lead.end, sentence),
            let predicate = predicate(of: told.name.lowerBound, behind: told.end, lead.isBare, sentence)
        else { return false }
        let phrase = FieldPhraseReader(sentence.source, reader: reader)
        let isRange = told.name.count > 1 && Self.ranges.contains(tokens[told.name.upperBound - 1].folded)
        let named =
            isRange
            ? told.name.dropLast()
            : told.name.prefix((phrase.trailingType(told.name) ?? told.name.upperBound) - told.name.lowerBound)
        let name = sentence.located(named)
        let known = facts.fields(named: lexicon.inflector.singular(of: name.text.lowercased()))
        guard let owner = ownerOfTold(told.owner, known, sentence), !isRole(name.text, of: owner),
            !isRange || !known.isEmpty,
            lead.isBare || lead.isOwn || !known.isEmpty || predicate.isVerb
                || lexicon.fieldItem(for: name.text.lowercased()) != nil
        else { return false }
        var said = attributes(ofTold: predicate.range, sentence)
        if isLimited(told.name.lowerBound, tokens), said.minimum?.text == said.maximum?.text { said.minimum = nil }
        let type =
            typeOfTold(predicate.range, sentence)
            ?? (named == told.name || isRange
                ? nil : sentence.source.words(span(named.upperBound, told.name.upperBound)))
        guard !said.isEmpty || type != nil || said.unit != nil && (lead.isOwn || predicate.isVerb) else { return false }
        var field = FieldItem(name: name, words: sentence.source.words(told.name))
        let other = known.first { $0.entity == owner }?.name
        if let type { field.type = FieldAttributes.phrase(type, field) }
        said.apply(to: &field, lexicon: lexicon)
        if let other {
            let lexicon = lexicon
            facts.update(owner, named: other) { item in
                if let type { item.type = item.type ?? FieldAttributes.phrase(type, item) }
                said.apply(to: &item, lexicon: lexicon)
            }
        } else {
            facts.add(field, to: owner)
        }
        settleScope(of: other ?? name.text, in: owner, predicate.range, sentence)
        lastField = (owner, other ?? name.text)
        if let owner = told.owner {
            // `el nombre del plato no pasa de 40 letras; también tiene precio`
            antecedent = owner
        } else if antecedent == nil {
            antecedent = sentence.mentions.first
        }
        isUsed = true
        if predicate.range.upperBound + 2 < tokens.count,
            let rest = prepared(sentence.source.part(predicate.range.upperBound + 1..<tokens.count))
        {
            read(rest)
        }
        return true
    }

    /// Whether it is asked of a field to hold no more than what follows: `limita la marca a 30 caracteres`.
    private func isLimited(_ start: Int, _ tokens: [Token]) -> Bool {
        start > 1 && Self.limits.contains(tokens[start - 2].folded)
    }

    /// Whether a verb tells what there is of a field: `como forma de pago valen efectivo o tarjeta`.
    private func isListed(_ verb: Int, from start: Int, _ tokens: [Token]) -> Bool {
        start > 0 && tokens[start - 1].folded == "como"
            && Self.lists.contains(tokens[verb].folded)
    }

    /// Where the name begins: behind an article, `su` or `el campo`; without any of them where a colon or a number follows.
    private func leadOfTold(_ sentence: ProseSentence) -> (end: Int, isOwn: Bool, isBare: Bool)? {
        let tokens = sentence.source.tokens
        var start = 0
        while let word = reader.word(tokens, at: start), word.meaning == .skip || word.meaning == .and {
            start += word.count
        }
        guard start + 2 < tokens.count, tokens[start].kind == .word else { return nil }
        if Self.limits.contains(tokens[start].folded), reader.word(tokens, at: start + 1)?.meaning == .definite {
            // `limita la marca a 30 caracteres`
            return (start + 2, true, false)
        }
        if tokens[start].folded == "como", reader.word(tokens, at: start + 1) == nil { return (start + 1, true, false) }
        let isOwn = ["su", "sus"].contains(tokens[start].folded)
        guard isOwn || reader.word(tokens, at: start)?.meaning == .definite else {
            let isLabel =
                lexicon.keywords.match(tokens, at: start, where: { $0 == .itemSection || $0 == .entitySection }) != nil
            return reader.word(tokens, at: start) == nil && !isLabel ? (start, false, true) : nil
        }
        let isNamed =
            ["campo", "dato", "atributo", "casilla"].contains(tokens[start + 1].folded)
            && tokens[start + 2].kind == .word && reader.word(tokens, at: start + 2) == nil
        return (start + (isNamed ? 2 : 1), isOwn || isNamed, false)
    }

    /// Whether a word stands for what was named before: `el segundo es opcional`.
    func isOrdinal(_ tokens: [Token], at index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index + 1].kind != .word || reader.word(tokens, at: index + 1) != nil
        else {
            return false
        }
        let words = ["primero", "segundo", "tercero", "ultimo", "anterior", "siguiente", "resto", "otro"]
        return words.contains { $0 == tokens[index].folded || $0.dropLast() + "a" == tokens[index].folded }
    }

    /// The words of a name, with whose it is said to be and where it ends: `la situación del vehículo`.
    private func toldName(
        from start: Int, _ sentence: ProseSentence
    ) -> (name: Range<Int>, owner: Mention?, end: Int)? {
        let tokens = sentence.source.tokens
        var index = start
        while index < tokens.count, index - start < 7, tokens[index].kind == .word {
            if sentence.mentionStarts.contains(index) {
                if index == start { return nil }
                break
            }
            // `todas empiezan en borrador`
            if index == start, ["todas", "todos", "ambas", "ambos"].contains(tokens[index].folded) { return nil }
            if index > start, tokens[index].isOf, index + 2 < tokens.count,
                reader.word(tokens, at: index + 1)?.meaning.isDeterminer == true,
                let owner = sentence.mentions.first(where: { $0.range.lowerBound == index + 2 }), !owner.isPlural
            {
                return (span(start, index), owner, owner.range.upperBound)
            }
            if let joint = nameJoint(at: index, from: start, sentence) {
                let behind = index + joint
                if let owner = sentence.mentions.first(where: { $0.range.lowerBound == behind }) {
                    if joint == 1, tokens[index].folded == "de", antecedent?.entity == owner.entity {
                        // `el número de episodio`
                        index = owner.range.upperBound
                        continue
                    }
                    return owner.isPlural ? nil : (span(start, index), owner, owner.range.upperBound)
                }
                index = behind + 1
                continue
            }
            guard reader.word(tokens, at: index) == nil, !tokens[index].isReflexivePronoun,
                !isListed(index, from: start, tokens),
                lexicon.prose.match(tokens, at: index, where: { $0.isSaid || $0 == .anything }) == nil || index == start
            else { break }
            index += 1
        }
        return index > start && index - start < 7 ? (span(start, index), nil, index) : nil
    }

    /// How many tokens join a noun to the one before it: `de`, `del`, `por`.
    private func nameJoint(at index: Int, from start: Int, _ sentence: ProseSentence) -> Int? {
        let tokens = sentence.source.tokens
        guard index > start, index + 1 < tokens.count, tokens[index].isOf || tokens[index].folded == "por",
            tokens[index + 1].kind == .word, lexicon.prose.match(tokens, at: index, where: \.isSaid) == nil
        else { return nil }
        guard let next = reader.word(tokens, at: index + 1) else { return 1 }
        return next.meaning == .definite && index + 2 < tokens.count && reader.word(tokens, at: index + 2) == nil
            ? 1 + next.count : nil
    }

    /// What is said of a name: behind a verb, a colon, its unit or an aside; nil where something else follows.
    private func predicate(
        of start: Int, behind end: Int, _ isBare: Bool, _ sentence: ProseSentence
    ) -> (range: Range<Int>, isVerb: Bool)? {
        let tokens = sentence.source.tokens
        guard end + 1 < tokens.count else { return nil }
        let range = span(end, endOfTold(from: end, sentence))
        if tokens[end].isMark(":") { return isBare ? (range.dropFirst(), false) : nil }
        // `fecha de compra si se sabe, y observaciones`
        let isList =
            isBare
            && range.contains(where: { index in
                tokens[index].isMark(",") && index + 2 < tokens.count
                    && reader.word(tokens, at: index + 1)?.meaning == .and && isPlainName(tokens, at: index + 2)
            })
        if isList { return nil }
        var verb = end
        if reader.word(tokens, at: verb)?.meaning == .preposition {
            if let unit = lexicon.unit(tokens, at: verb + 1)?.count ?? (isMoney(verb + 1, tokens) ? 1 : nil) {
                verb += 1 + unit
            } else if verb + 1 < tokens.count, tokens[verb + 1].kind == .number,
                lexicon.fieldItem(for: sentence.source.words(span(start, end)).lowercased()) != nil
            {
                // `cantidad de jugadores de 8 a 12`
                return (range, true)
            }
        }
        if verb < tokens.count, tokens[verb].isMark(","),
            let comma = span(verb + 1, min(verb + 14, tokens.count)).first(where: { tokens[$0].isMark(",") })
        {
            verb = comma + 1
        }
        guard verb < tokens.count else { return nil }
        if tokens[verb].isMark(","), !isBare,
            lexicon.prose.match(tokens, at: verb + 1, where: { $0.isSaid }) != nil,
            !range.contains(where: { [.has, .keep, .belongs].contains(reader.word(tokens, at: $0)?.meaning) })
        {
            // `la cotización en euros, opcional`
            return (range, true)
        }
        // `el grado lo medimos al final`
        let isClitic =
            ["lo", "la", "los", "las"].contains(tokens[verb].folded) && verb + 1 < tokens.count
            && (tokens[verb + 1].folded.hasSuffix("mos")
                || reader.word(tokens, at: verb + 1) == nil && reader.word(tokens, at: verb + 2)?.meaning == .definite
                || reader.word(tokens, at: verb + 2)?.meaning == .we)
        let word = reader.word(tokens, at: verb)?.meaning
        if isListed(verb, from: start, tokens) {
            // `como forma de pago valen efectivo o tarjeta`
            return (range.dropFirst(verb + 1 - end), true)
        }
        if isLimited(start, tokens) { return (range, true) }
        let isVerb =
            isClitic || passes(tokens, at: verb) || [.be, .can, .must, .not].contains(word) || isIn(verb, tokens)
        let isSaid =
            lexicon.prose.match(tokens, at: verb, where: \.isSaid) != nil
            || verb > end + 1 && (tokens[verb].kind == .number || lexicon.numbers[tokens[verb].folded] != nil)
        if word == .has, !isBare, verb == end || verb > end + 1 {
            // `el intervalo en segundos abarca de 10 a 3600`
            let said = attributes(ofTold: range, sentence)
            if said.minimum != nil, said.maximum != nil { return (range, true) }
            // `el nivel admite bajo, medio o alto`
            if said.cases.count > 2, sentence.mentions.allSatisfy({ $0.start < verb }) { return (range, false) }
        }
        if isSaid, let said = lexicon.prose.match(tokens, at: verb, where: \.isSaid), said.meaning == .default,
            sentence.mentions.contains(where: { $0.start == verb + said.count })
        {
            // `el trabajo entra como encargo`, where orders are kept
            return nil
        }
        guard isVerb || isSaid || word == .keep && tokens[verb].isReflexivePronoun, !isBare || isSaid else {
            return nil
        }
        return (range, isVerb || word == .keep || isSaid && (verb == end || !isBare))
    }

    /// Whether a verb only says what something is measured in: `está en pesos`, `va en metros`.
    private func isIn(_ verb: Int, _ tokens: [Token]) -> Bool {
        guard let word = reader.word(tokens, at: verb), word.meaning == .belongs, word.count == 2,
            tokens[verb + 1].folded == "en"
        else { return false }
        return lexicon.unit(tokens, at: verb + 2) != nil || isMoney(verb + 2, tokens)
    }

    private func isMoney(_ index: Int, _ tokens: [Token]) -> Bool {
        index < tokens.count
            && ["euros", "pesos", "dolares", "soles", "quetzales", "bolivianos", "colones", "reales", "francos"]
                .contains(tokens[index].folded)
    }

    /// Where it ends what is said of a field: at a semicolon, unless a condition or a default follows.
    private func endOfTold(from start: Int, _ sentence: ProseSentence) -> Int {
        let tokens = sentence.source.tokens
        for index in span(start, tokens.count) where tokens[index].isMark(";") {
            let next = index + 1
            let goesOn =
                FieldAttributes.unsaid(tokens, at: next, lexicon: lexicon) != nil
                || lexicon.prose.match(tokens, at: next, where: { $0.isSaid || $0 == .circumstance }) != nil
            if !goesOn { return index }
        }
        return tokens.count
    }

    /// Whose the field is: of the one that is named, that has it, or that was spoken of.
    private func ownerOfTold(
        _ owner: Mention?, _ known: [(entity: Int, name: String)], _ sentence: ProseSentence
    ) -> Int? {
        if let owner { return owner.entity }
        let spoken = antecedent?.entity ?? previousField?.entity
        if let spoken, known.contains(where: { $0.entity == spoken }) || known.count != 1 { return spoken }
        if known.count == 1 { return known[0].entity }
        return candidates.candidates.count == 1 ? 0 : nil
    }

    /// Whether a name is that of a reference: `el suplente puede faltar`, where there is one.
    private func isRole(_ name: String, of owner: Int) -> Bool {
        facts.evidence.contains { $0.source == owner && $0.role?.text.lowercased() == name.lowercased() }
    }

    /// Attributes, cases behind a verb of being, and the unit.
    private func attributes(ofTold range: Range<Int>, _ sentence: ProseSentence) -> FieldAttributes {
        let tokens = sentence.source.tokens
        var attributes = FieldAttributes()
        var first = range.lowerBound
        if passes(tokens, at: first) { first += tokens[first + 1].folded == "por" ? 2 : 1 }
        while first < range.upperBound, let word = reader.word(tokens, at: first),
            [.be, .can, .must].contains(word.meaning) && !tokens[first].isReflexivePronoun
                || word.meaning == .has && word.count == 1 && first == range.lowerBound
        {
            first += word.count
        }
        let before = sentence.source.tokens[range.lowerBound - 1]
        if first > range.lowerBound || before.isMark(":") || Self.lists.contains(before.folded),
            lexicon.first(anyOf: [.orWord], in: Array(tokens[span(first, range.upperBound)])) != nil
        {
            attributes.readCases(sentence.source, span(first, range.upperBound), lexicon: lexicon)
        }
        if attributes.cases.isEmpty { attributes.read(sentence.source, range, lexicon: lexicon) }
        if attributes.cases.isEmpty, let value = attributes.value,
            let then = range.first(where: {
                $0 > first && ["despues", "luego"].contains(tokens[$0].folded)
                    && reader.word(tokens, at: $0 - 1)?.meaning == .and
            })
        {
            // `su estado es abierto al crearse y después cerrado o anulado`
            attributes.readFurther(
                sentence.source, span(then + 1, range.upperBound), behind: value, lexicon: lexicon)
        }
        if attributes.minimum == nil, attributes.maximum == nil,
            let positive = range.prefix(6).first(where: {
                ["positivo", "positiva"].contains(tokens[$0].folded)
                    && lexicon.types.match(tokens, at: $0 - 1)?.meaning == .integer
            })
        {
            // `la altura es un entero positivo`
            attributes.minimum = Located(text: "1", place: tokens[positive].place)
        }
        for index in range.prefix(4) where attributes.unit == nil && ["en", "de"].contains(tokens[index].folded) {
            attributes.unit = isMoney(index + 1, tokens) ? "money" : lexicon.unit(tokens, at: index + 1)?.type
        }
        return attributes
    }

    /// The type that is said behind a verb of being: `es una fecha que se pone al final`, `es un entero positivo`.
    private func typeOfTold(_ range: Range<Int>, _ sentence: ProseSentence) -> String? {
        let tokens = sentence.source.tokens
        guard let be = reader.word(tokens, at: range.lowerBound),
            be.meaning == .be || be.meaning == .keep && tokens[range.lowerBound].isReflexivePronoun
        else { return nil }
        var start = range.lowerBound + be.count
        if be.meaning == .keep {
            // `los avisos se capturan en texto libre`
            guard start < tokens.count, ["en", "como"].contains(tokens[start].folded) else { return nil }
            start += 1
        }
        if reader.word(tokens, at: start)?.meaning == .article { start += 1 }
        guard start < tokens.count, let type = lexicon.types.match(tokens, at: start),
            start + type.count <= range.upperBound
        else {
            return nil
        }
        return sentence.source.words(span(start, start + type.count))
    }
}
