import MGECore
import MGELayers

/// What is said of the values of a field that the sentence does not name.
extension ProseReader {
    /// `a claim starts out as open and ends up either matched or rejected`: the cases of how it stands, and the first.
    mutating func readStartsAs(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        if lexicon.language == .spanish { return readStartsIn(sentence) }
        guard said.isSuperset(of: [.default, .becomes]) else { return false }
        let subject = sentence.mentions.first.flatMap { $0.start == 0 ? $0 : nil }
        var start = subject?.range.upperBound ?? 1
        guard let owner = subject ?? (sentence.items.first?.word == .it ? antecedent : nil) else { return false }
        while let skip = reader.word(tokens, at: start), skip.meaning == .skip { start += skip.count }
        guard let lead = lexicon.prose.match(tokens, at: start, where: { $0 == .default }) else { return false }
        start += lead.count
        let value = span(start, tokens.count).prefix { isPlainName(tokens, at: $0) && tokens[$0].kind == .word }
        guard (1...3).contains(value.count),
            let turn = turn(tokens, from: value.upperBound)
        else { return false }
        let first = sentence.located(span(value.lowerBound, value.upperBound))
        var attributes = FieldAttributes()
        let end = span(turn, tokens.count).first { tokens[$0].isMark(".") || tokens[$0].isMark(";") } ?? tokens.count
        attributes.readFurther(sentence.source, span(turn, end), behind: first, lexicon: lexicon)
        guard attributes.cases.count > 1 else { return false }
        let name = lexicon.phrases(of: .status).first ?? lexicon.kindName
        var field = FieldItem(
            name: Located(text: name, place: first.place), words: sentence.source.words(span(start, end)))
        attributes.apply(to: &field, lexicon: lexicon)
        field.defaultValue = first
        facts.add(field, to: owner.entity)
        (lastField, antecedent, isUsed) = ((owner.entity, name), owner, true)
        return true
    }

    /// `un aviso nace con estatus recibido y luego pasa a hecho o descartado`: the cases of a field that is named, and the first.
    private mutating func readStartsIn(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard
            let status = tokens.indices.dropFirst(2).first(where: { index in
                ["estado", "estatus", "status", "situacion", "fase", "etapa"].contains(tokens[index].folded)
            }), status + 4 < tokens.count, let owner = sentence.mentions.first ?? antecedent,
            sentence.mentions.allSatisfy({ $0.entity == owner.entity && $0.start < status }),
            span(max(0, status - 3), status).contains(where: { ["con", "en"].contains(tokens[$0].folded) }),
            span(max(0, status - 4), status).contains(where: {
                [
                    "nace", "nacen", "arranca", "arrancan", "empieza", "empiezan", "comienza", "comienzan", "crea",
                    "crean",
                    "entra", "entran",
                ].contains(tokens[$0].folded)
            })
        else { return false }
        let value = span(status + 1, min(status + 4, tokens.count)).prefix {
            isPlainName(tokens, at: $0) && tokens[$0].kind == .word
        }
        guard !value.isEmpty, let turn = turn(tokens, from: value.upperBound) else { return false }
        let first = sentence.located(span(value.lowerBound, value.upperBound))
        var attributes = FieldAttributes()
        let end = span(turn, tokens.count).first { tokens[$0].isMark(".") || tokens[$0].isMark(";") } ?? tokens.count
        attributes.readFurther(sentence.source, span(turn, end), behind: first, lexicon: lexicon)
        guard attributes.cases.count > 1 else { return false }
        let name = tokens[status].text.lowercased()
        var field = FieldItem(
            name: Located(text: name, place: tokens[status].place), words: sentence.source.words(span(status, end)))
        attributes.apply(to: &field, lexicon: lexicon)
        field.defaultValue = first
        facts.add(field, to: owner.entity)
        (lastField, antecedent, isUsed) = ((owner.entity, name), owner, true)
        return true
    }

    /// Where the words end that say what becomes of something.
    private func turn(_ tokens: [Token], from start: Int) -> Int? {
        for index in span(start, min(start + 5, tokens.count)) {
            guard let found = lexicon.prose.match(tokens, at: index, where: { $0 == .becomes }) else { continue }
            return index + found.count
        }
        return nil
    }

    /// `static is what we assume`, `pending is the default`, `new ones are planned`: said of the field that was read last.
    mutating func readPreviousDefault(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, let field = previousField, tokens.count < 10 else { return false }
        if let flag = facts.field(named: field.name, of: field.entity), flag.type?.words.text == "boolean",
            !said.isDisjoint(with: [.defaultYes, .defaultNo]), sentence.mentions.isEmpty
        {
            // `…, and we assume yes`
            var attributes = FieldAttributes()
            attributes.isFlag = true
            attributes.read(sentence.source, tokens.indices, lexicon: lexicon)
            let lexicon = lexicon
            facts.update(field.entity, named: field.name) { attributes.apply(to: &$0, lexicon: lexicon) }
            isUsed = true
            return true
        }
        if readPreviousNumber(sentence, of: field) { return true }
        guard
            let arguments = facts.field(named: field.name, of: field.entity)?.type?.arguments
        else { return false }
        let fresh = lexicon.prose.match(tokens, at: 0, where: { $0 == .fresh })
        guard said.contains(.default) || fresh != nil else { return false }
        let words = tokens.map(\.folded)
        let found = arguments.filter { argument in
            let parts = argument.text.foldedForComparison.split(separator: " ").map(String.init)
            return words.indices.contains { Array(words[$0...].prefix(parts.count)) == parts }
        }
        guard found.count == 1, let value = found.first else { return false }
        if fresh != nil, !tokens.contains(where: { ["ones", "one"].contains($0.folded) }) { return false }
        facts.update(field.entity, named: field.name) { item in
            item.defaultValue = item.defaultValue ?? Located(text: value.text, place: sentence.source.place)
        }
        isUsed = true
        return true
    }

    /// `the rating goes from 1 to 5 and starts at 3`: the default of the number that was read last.
    private mutating func readPreviousNumber(
        _ sentence: ProseSentence, of field: (entity: Int, name: String)
    ) -> Bool {
        let tokens = sentence.source.tokens
        guard let known = facts.field(named: field.name, of: field.entity),
            known.minimum != nil || known.maximum != nil,
            let lead = lexicon.prose.match(tokens, at: 0, where: { $0 == .default }), lead.count < tokens.count,
            tokens[lead.count].kind == .number,
            span(lead.count + 1, tokens.count).allSatisfy({ tokens[$0].kind == .mark })
        else { return false }
        var attributes = FieldAttributes()
        attributes.value = sentence.located(span(lead.count, lead.count + 1))
        let lexicon = lexicon
        facts.update(field.entity, named: field.name) { item in
            if item.type == nil { item.type = FieldAttributes.phrase("integer", item) }
            attributes.apply(to: &item, lexicon: lexicon)
        }
        isUsed = true
        return true
    }

    /// `it is provisional at first, then confirmed or cancelled`: the cases of how it stands.
    mutating func readAtFirst(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let subject = sentence.mentions.first.flatMap { $0.start == 0 ? $0 : nil }
        guard said.contains(.default), let owner = subject ?? antecedent,
            saysAtFirst(tokens, from: (subject?.range.upperBound ?? 1) - 1),
            let be = reader.word(tokens, at: subject?.range.upperBound ?? 1),
            let then = tokens.firstIndex(where: { $0.folded == "then" })
        else { return false }
        let start = (subject?.range.upperBound ?? 1) + be.count
        let value = span(start, then).prefix { isPlainName(tokens, at: $0) && tokens[$0].kind == .word }
        guard (1...3).contains(value.count) else { return false }
        let first = sentence.located(span(value.lowerBound, value.upperBound))
        var attributes = FieldAttributes()
        attributes.readFurther(sentence.source, span(then + 1, tokens.count), behind: first, lexicon: lexicon)
        guard attributes.cases.count > 1 else { return false }
        let name = lexicon.phrases(of: .status).first ?? lexicon.kindName
        var field = FieldItem(name: Located(text: name, place: first.place), words: sentence.source.words)
        attributes.apply(to: &field, lexicon: lexicon)
        field.defaultValue = first
        facts.add(field, to: owner.entity)
        (lastField, antecedent, isUsed) = ((owner.entity, name), owner, true)
        return true
    }

    /// Whether a clause says how something is at first and what it is then: `it is provisional at first, then confirmed`.
    func saysAtFirst(_ tokens: [Token], from start: Int) -> Bool {
        guard start + 4 < tokens.count, ["is", "are"].contains(tokens[start + 1].folded),
            let said = span(start + 2, min(start + 6, tokens.count)).first(where: { index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .default }) != nil
            })
        else { return false }
        return span(said, min(said + 6, tokens.count)).contains { tokens[$0].folded == "then" }
    }

    /// Whether a clause says that something is the default, and nothing else: `pending is the default`, `new ones are planned`.
    func saysOnlyDefault(_ tokens: [Token], from start: Int) -> Bool {
        guard start + 2 < tokens.count else { return false }
        if let begins = lexicon.prose.match(tokens, at: start, where: { $0 == .default }), begins.count > 1 {
            // `…, and starts off as scheduled`
            return (1...3).contains(tokens.count - start - begins.count)
                && isPlainName(tokens, at: start + begins.count)
        }
        if let fresh = lexicon.prose.match(tokens, at: start, where: { $0 == .fresh }),
            tokens[start + fresh.count].folded == "ones"
        {
            return tokens.count - start < 9
        }
        guard let name = reader.nounPhrase(tokens, from: start), name.lowerBound == start, name.count < 4,
            let said = span(start + 1, min(name.upperBound + 1, tokens.count)).lazy.compactMap({ index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .default }).map { (index, $0.count) }
            }).first, said.1 > 1
        else { return false }
        return tokens[said.0].folded == "is" && tokens.count - said.0 - said.1 < 2
    }

    /// `also kept are its maker, its drive and its height`: what is kept behind the verb.
    mutating func readRecordedBehind(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, said.contains(.recorded), let owner = antecedent,
            let kept = items.firstIndex(where: { $0.word != .skip && $0.word != .and }), kept + 2 < items.count,
            let recorded = lexicon.prose.match(
                sentence.source.tokens, at: items[kept].range.lowerBound, where: { $0 == .recorded }),
            let be = span(kept + 1, items.count).first(where: {
                items[$0].word != .skip
                    && items[$0].range.lowerBound
                        >= items[kept].range.lowerBound + recorded.count
            }), items[be].word == .be, be < kept + 4, be + 1 < items.count
        else { return false }
        let list = span(be + 1, items.count)
        guard items[be + 1].word?.isDeterminer == true || items[be + 1].isName else { return false }
        readList(list, of: owner, sentence)
        return true
    }
}
