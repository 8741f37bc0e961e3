import MGECore
import MGELayers

extension ProseReader {
    /// Whose a part of a list is, and what is behind it: `the customer's name`.
    func possessed(in part: Range<Int>, _ sentence: ProseSentence) -> (owner: Mention, rest: Range<Int>)? {
        let first = part.first { index in
            let item = sentence.items[index]
            return item.word?.isDeterminer != true && item.word != .skip && item.word != .preposition
        }
        guard let first, let owner = sentence.items[first].mention, owner.isPossessive, first + 1 < part.upperBound,
            sentence.items[first + 1].isName || sentence.items[first + 1].attribute != nil
        else { return nil }
        return (owner, span(first + 1, part.upperBound))
    }

    /// A part without the words that some have it only: `y en algunos también un delegado`.
    func withoutSome(_ part: Range<Int>, _ sentence: ProseSentence) -> Range<Int>? {
        let items = sentence.items
        guard lexicon.language == .spanish, part.count > 3, items[part.lowerBound].word == .preposition,
            items[part.lowerBound + 1].word == .many,
            let next = span(part.lowerBound + 2, part.upperBound).first(where: { items[$0].word != .skip }),
            items[next].word == .article || items[next].word == .one
        else { return nil }
        return span(next, part.upperBound)
    }

    /// Whether a part names one of whom the reference before it is not said: `un responsable, salvo el gerente`.
    func isException(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, let first = part.first, part.count > 1,
            ["salvo", "excepto", "menos"].contains(
                sentence.source.tokens[sentence.items[first].range.lowerBound].folded),
            sentence.items[first].range.count == 1
        else { return false }
        return [.definite, .article].contains(sentence.items[first + 1].word)
            || sentence.items[first + 1].mention?.quantity == .definite
    }

    /// The entity that a relative clause says a field is: `who is one of our employees`.
    func saidToBe(_ part: Range<Int>, _ sentence: ProseSentence) -> Mention? {
        let isSpanish = lexicon.language == .spanish
        let isBare = isSpanish && part.first.map { sentence.items[$0].word == .be } == true
        var verb = isBare ? part.lowerBound : part.lowerBound + 1
        // `que ha de ser un socio`
        while isSpanish, !isBare, verb + 1 < part.upperBound, sentence.items[verb].word == .must { verb += 1 }
        if isSpanish, part.count == 2, sentence.items[part.lowerBound].word == .skip,
            let mention = sentence.items[part.lowerBound + 1].mention,
            mention.isSingleNoun
                || mention.quantity == nil && !mention.isPlural
        {
            // `un copiloto, también piloto`
            return mention
        }
        if !isSpanish, part.count > 1, part.count < 4, let last = part.last, let mention = sentence.items[last].mention,
            sentence.items[part.lowerBound].word == .skip, mention.quantity == .article, !mention.isPlural,
            sentence.source.tokens[sentence.items[part.lowerBound].range.lowerBound].folded == "also"
        {
            // `a trainee, also a technician`
            return mention
        }
        guard part.count > 2, isBare || [.relative, .it].contains(sentence.items[part.lowerBound].word),
            sentence.items[verb].word == .be || isSpanish && sentence.items[verb].word == .belongs,
            let (index, mention) = sentence.mentions(in: part).first, verb < index,
            sentence.items[verb].word == .be || mention.isPlural,
            sentence.items[(verb + 1)..<index].allSatisfy({
                $0.word?.isDeterminer == true || $0.word == .skip
            }), index + 1 == part.upperBound || !sentence.items[index + 1].isName || endsDone(index + 1, part, sentence)
        else { return nil }
        return mention
    }

    /// Whether a participle ends a part: `que es un solicitante inscrito`.
    private func endsDone(_ index: Int, _ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let word = sentence.source.tokens[sentence.items[index].range.lowerBound].folded
        return lexicon.language == .spanish && index + 1 == part.upperBound
            && ["ado", "ada", "ido", "ida", "ito", "ita"].contains(where: word.hasSuffix)
    }

    /// Whether a part only says what something is measured in: `the pitch, in hertz, between 400 and 460`.
    func isUnit(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard (2...3).contains(part.count), sentence.items[part.lowerBound].word == .preposition,
            sentence.source.tokens[sentence.items[part.lowerBound].range.lowerBound].folded != "de"
        else { return false }
        let tokens = sentence.source.tokens
        return part.dropFirst().allSatisfy { sentence.items[$0].isName }
            && !sentence.tokens(part).contains { lexicon.types.match(tokens, at: $0) != nil }
    }

    /// A part without the preposition that the list began with: `known by its code and by a name`.
    func withoutRepeated(_ part: Range<Int>, _ sentence: ProseSentence) -> Range<Int> {
        if part.count > 1, sentence.source.tokens[sentence.items[part.lowerBound].range.lowerBound].folded == "del",
            sentence.items[part.lowerBound + 1].isName
        {
            return part.dropFirst()
        }
        guard part.count > 2, sentence.items[part.lowerBound].word == .preposition,
            sentence.items[part.lowerBound + 1].word?.isDeterminer == true, sentence.items[part.lowerBound + 2].isName
        else { return part }
        return part.dropFirst()
    }

    /// What an indirect question asks for: `which part it was`, `what size they take`.
    func asked(_ part: Range<Int>, _ sentence: ProseSentence) -> (rest: Range<Int>, isEntity: Bool)? {
        guard part.count > 1, sentence.items[part.lowerBound].word == .relative else { return nil }
        let item = sentence.items[part.lowerBound + 1]
        let next = part.count > 2 ? sentence.items[part.lowerBound + 2] : nil
        guard item.mention != nil || item.isName, next.map({ [.it, .they, .we].contains($0.word) }) ?? true else {
            return nil
        }
        return (
            span(part.lowerBound + 1, item.mention == nil ? part.upperBound : part.lowerBound + 2), item.mention != nil
        )
    }

    /// A part of a list up to examples: `a trade such as plumbing`.
    func withoutExamples(_ part: Range<Int>, _ sentence: ProseSentence) -> (part: Range<Int>, isCut: Bool) {
        let example = part.first {
            let token = sentence.items[$0].range.lowerBound
            return lexicon.prose.match(sentence.source.tokens, at: token, where: { $0 == .example }) != nil
        }
        return (span(part.lowerBound, example ?? part.upperBound), example != nil)
    }

    /// Whether a part goes on with the entity before it: `un análisis, y nada más que uno, con la fecha y el resultado`.
    func continuesEntity(_ part: Range<Int>, isPlural: Bool, _ sentence: ProseSentence) -> Bool {
        guard let first = part.first else { return false }
        // `the parents, with name and phone`, but `an agreement, signed by both, with a start date`
        guard lexicon.language == .spanish else { return isPlural && sentence.items[first].word == .with }
        let token = sentence.items[first].range.lowerBound
        return sentence.items[first].word == .with
            || lexicon.prose.match(sentence.source.tokens, at: token, where: { $0 == .onlyOne }) != nil
    }

    /// Whether a part is nothing but cases: `a status, planned / done / cancelled`.
    func hasSlashes(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        part.contains { sentence.items[$0].isMark("/") } && part.count % 2 == 1
            && part.enumerated().allSatisfy { offset, index in
                offset % 2 == 0 ? sentence.items[index].isName : sentence.items[index].isMark("/")
            }
    }

    /// Whether a part consists of two numbers: `a position, 1 to 81`.
    private func isNumberRange(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens[sentence.tokens(part)]
        guard tokens.count == 3, let first = tokens.first, let last = tokens.last else { return false }
        return first.kind == .number && last.kind == .number
    }

    /// Whether a part says something of the field before it: `which stays empty`, `never below zero`.
    func continues(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard let first = part.first(where: { sentence.items[$0].word != .skip }) else { return false }
        let item = sentence.items[first]
        if lexicon.language == .english, item.word == .one, item.range.count > 1, first + 1 < part.upperBound,
            sentence.items[first + 1].isName,
            lexicon.prose.match(
                sentence.source.tokens, at: item.range.upperBound, where: { $0 == .characters }) == nil
        {
            // `exactly one owner`, but `exactly one letter`
            return false
        }
        if lexicon.language == .spanish, item.word == .when, first > 0, sentence.items[first - 1].word == .and,
            sentence.source.tokens[item.range.lowerBound].folded == "si"
        {
            // `el importe y si asistió` asks something of its own.
            return false
        }
        if isPast(first, of: part, sentence) || asksWithDefault(part, sentence) { return false }
        if part.lowerBound > 0, sentence.items[part.lowerBound - 1].word == .and, counted(part, sentence) != nil {
            return false
        }
        if isFigure(part, sentence) { return true }
        if item.attribute == .maximum || item.attribute == .minimum,
            let (index, mention) = sentence.mentions(in: part).first, mention.isPlural,
            isHead(mention, at: index, of: part, sentence)
        {
            // `a date and up to four guests`
            return false
        }
        if [.relative, .not, .when].contains(item.word) || saysOfLast(part, sentence) { return true }
        if lexicon.language == .english, item.word == .be || item.word == .article, first + 1 < part.upperBound,
            ["its", "it's"].contains(sentence.source.tokens[item.range.lowerBound].folded),
            lexicon.prose.match(
                sentence.source.tokens, at: item.range.upperBound, where: { $0 == .unique || $0 == .optional }) != nil
        {
            // `a code, its unique for each one`
            return true
        }
        if isNumberRange(part, sentence) || isDefaultNumber(part, sentence) { return true }
        if item.attribute == .optional, item.range.count > 1,
            lexicon.prose.match(sentence.source.tokens, at: item.range.upperBound - 1, where: { $0 == .when }) != nil
                || sentence.source.tokens[item.range.lowerBound].folded.hasPrefix("vaci")
                    && lexicon.language == .spanish
        {
            // `a result, empty until the end`
            return true
        }
        let token = item.range.lowerBound
        if FieldAttributes.unsaid(sentence.source.tokens, at: token, lexicon: lexicon) != nil
            || FieldAttributes.noTwoWithSame(sentence.source.tokens, at: token, lexicon: lexicon) != nil
        {
            return true
        }
        if let start = part.first, start != first || item.word == .when,
            lexicon.prose.match(
                sentence.source.tokens, at: sentence.items[start].range.lowerBound, where: { $0 == .circumstance })
                != nil
        {
            return true
        }
        // `si tiene luz` is a field of its own.
        if lexicon.language == .spanish, item.attribute == .optional, part.count > 1,
            sentence.items[first + 1 < part.upperBound ? first + 1 : first].isName
                || item.range.count == 2 && part.count > 2 && sentence.items[first + 1].word == .definite
                    && sentence.items[first + 2].isName,
            lexicon.prose.match(sentence.source.tokens, at: token, where: { $0 == .condition }) != nil,
            reader.word(sentence.source.tokens, at: token + 1)?.meaning != .definite
        {
            return false
        }
        if lexicon.prose.match(sentence.source.tokens, at: token, where: { $0 == .latter || $0 == .condition }) != nil,
            item.attribute != .flag
        {
            return true
        }
        if saysDefault(part, sentence) || typeEnd(part, sentence) != nil { return true }
        // `number of pieces, from 1 to 500`; `number is unique and has six digits`
        let isNumber = item.isNumber || lexicon.language == .english && item.isDigits(in: sentence.source)
        if [.preposition, .between].contains(item.word) || isNumber || isBoundOne(item, sentence)
            || [.be, .has, .can].contains(item.word)
        {
            let said = attributes(of: withoutGroup(part, sentence), sentence)
            if said.minimum != nil || said.maximum != nil { return true }
        }
        if FieldAttributes.startsLength(sentence.source.tokens, sentence.tokens(part), lexicon: lexicon) { return true }
        let found = lexicon.prose.match(sentence.source.tokens, at: token, where: { $0.isSaid && $0 != .flag })
        guard let found else { return false }
        // `a maximum of students` is a field.
        if [.minimum, .maximum].contains(found.meaning) {
            if namesBound(behind: token + found.count, of: part, sentence) { return false }
            let said = attributes(of: withoutGroup(part, sentence), sentence)
            return said.minimum != nil || said.maximum != nil
        }
        // `an optional website` is a field of its own; `optional` alone is none.
        let rest = span(token + found.count, sentence.tokens(part).upperBound)
        // `nobody else can use the same one`
        if lexicon.language == .spanish,
            found.count > 3 && found.meaning == .unique
                || found.count > 1 && sentence.source.tokens[token].folded == "que"
        {
            return true
        }
        if found.count > 2, !part.contains(where: { sentence.items[$0].isName || sentence.items[$0].mention != nil }) {
            return true
        }
        if found.meaning == .unique, found.count > 1, saysOfEach(span(token, token + found.count), rest, sentence) {
            return true
        }
        let leads = reader.word(sentence.source.tokens, at: rest.lowerBound)?.meaning
        let isMore =
            lexicon.prose.match(
                sentence.source.tokens, at: rest.lowerBound, where: { $0 == .maximum || $0 == .minimum }) != nil
        // `unique as well`
        let isAlone = rest.allSatisfy {
            lexicon.prose.match(sentence.source.tokens, at: $0, where: { $0 == .skip }) != nil
        }
        let isSkipped = lexicon.language == .english && (isAlone || leads == .skip && rest.count < 3)
        return ![.optional, .unique].contains(found.meaning) || rest.isEmpty || isMore || isSkipped
            || [.preposition, .per].contains(leads)
    }

    /// Whether a part asks whether something has happened: `la fecha, si asistió y una nota`.
    private func isPast(_ first: Int, of part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, first == part.lowerBound, part.count > 1, sentence.items[first + 1].isName,
            sentence.source.tokens[sentence.items[first].range.lowerBound].folded == "si",
            sentence.items[first].range.count == 1
        else { return false }
        let index = sentence.items[first + 1].range.lowerBound
        let tokens = sentence.source.tokens
        // `el cebo que comió, si comió`
        let isAgain = span(max(0, index - 8), index).contains { tokens[$0].key == tokens[index].key }
        let verb = tokens[index].text.lowercased()
        let isOrNot = span(index, min(index + 4, tokens.count - 1)).contains {
            tokens[$0].folded == "o" && tokens[$0 + 1].folded == "no"
        }
        return !isAgain && (isOrNot || ["ó", "aron", "ieron"].contains(where: verb.hasSuffix))
    }

    /// Whether a part is nothing but a condition of the field before it: `si las hubiera`, and not `si la luz funciona`.
    func isCondition(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let range = sentence.tokens(part)
        guard let found = lexicon.prose.match(tokens, at: range.lowerBound, where: { $0 == .condition }) else {
            return false
        }
        let pronoun = range.lowerBound + found.count
        guard pronoun + 2 == range.upperBound, tokens[pronoun + 1].kind == .word else { return false }
        return reader.word(tokens, at: pronoun).map { [.definite, .it, .they].contains($0.meaning) } ?? false
    }

    /// Whether what is said of a field goes on at a token: `a decimal never below zero`.
    func isSaid(_ tokens: [Token], at index: Int, of part: Range<Int>) -> Bool {
        part.contains(index) && lexicon.types.match(tokens, at: index - 1)?.meaning == .decimal
            && lexicon.prose.match(tokens, at: index, where: \.isSaid) != nil
    }

    /// Where a part ends that says of which type the field before it is: `a whole number not above 15000`.
    func typeEnd(_ part: Range<Int>, _ sentence: ProseSentence) -> Int? {
        let tokens = sentence.source.tokens
        let start = typeStart(part, sentence)
        if let end = apposedTypeEnd(part, sentence) { return end }
        if saidToBeTyped(part, sentence) { return lexicon.types.match(tokens, at: start).map { start + $0.count } }
        guard let found = lexicon.types.match(tokens, at: start),
            found.count > 1 || isSaid(tokens, at: start + 1, of: sentence.tokens(part))
                || lexicon.prose.match(tokens, at: start, where: { $0 == .technical }) != nil
                    && part.lowerBound > 0 && sentence.items[part.lowerBound - 1].isMark(",")
                    && reader.word(tokens, at: start + 1)?.meaning == .relative,
            [.integer, .bigint, .decimal, .float, .boolean, .text].contains(found.meaning),
            !part.contains(where: { sentence.items[$0].attribute == .flag })
        else { return nil }
        return start + found.count
    }

    /// Whether a part is a case of the field before it, said to be the default: `active by default`.
    func saysDefault(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard let field = lastField else { return false }
        if lexicon.language == .english, let first = part.first, sentence.items[first].isName, part.count < 4,
            let last = part.last, sentence.items[last].attribute == .default,
            sentence.items[last].range.count > 1,
            span(first, last).allSatisfy({ sentence.items[$0].isName })
        {
            // `a preferred language, English if we don't say`
            return true
        }
        guard let value = attributes(of: part, sentence).value?.text.foldedForComparison else { return false }
        // `a timeout between 1 and 30, 10 by default`
        if lexicon.language == .english, let first = part.first, sentence.items[first].isNumber { return true }
        let known = facts.facts[field.entity].fields.first { $0.name.text == field.name }
        let words = Tokenizer.tokenize(LocatedText(value)).tokens
        if known?.type?.words.text == "boolean",
            lexicon.keywords.meaning(of: words, where: { $0 == .yes || $0 == .no }) != nil
        {
            return true
        }
        return known?.type?.arguments?.contains {
            [value, "en " + value].contains($0.text.foldedForComparison)
        } ?? false
    }

    /// A part up to its parentheses: `un máximo de reintentos (de 0 a 20)` has no number of its own.
    private func withoutGroup(_ part: Range<Int>, _ sentence: ProseSentence) -> Range<Int> {
        let group = part.first { index in
            if case .group = sentence.items[index].kind { true } else { false }
        }
        return span(part.lowerBound, group ?? part.upperBound)
    }

    func attributes(of part: Range<Int>, _ sentence: ProseSentence) -> FieldAttributes {
        var attributes = FieldAttributes()
        attributes.read(sentence.source, sentence.tokens(part), lexicon: lexicon)
        return attributes
    }

    /// What is said of a number, also behind its unit: `500 euros si no se pacta otra`.
    private func saidOfNumber(_ tokens: [Token], at index: Int) -> (meaning: ProseWord, count: Int)? {
        let said = { [lexicon] (index: Int) in
            lexicon.prose.match(tokens, at: index, where: { $0 == .default || $0 == .minimum || $0 == .atFirst })
        }
        if let found = said(index) { return found }
        return lexicon.prose.match(tokens, at: index, where: { $0 == .measure }).flatMap { said(index + $0.count) }
    }

    /// Whether a part is only a number that holds where nothing else is said: `una potencia en vatios, 60 por defecto`.
    func isDefaultNumber(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        var words = sentence.tokens(part)
        if lexicon.language == .spanish, words.count > 2, sentence.source.tokens[words.lowerBound].folded == "de" {
            // `de 5 a 60 y de 15 por defecto`
            words = words.dropFirst()
        }
        if lexicon.language == .spanish, part.count == 2, sentence.items[part.lowerBound].isName,
            sentence.items[part.lowerBound + 1].attribute == .default,
            sentence.items[part.lowerBound + 1].range.count > 2,
            lexicon.fieldItem(for: sentence.source.words(sentence.items[part.lowerBound].range).lowercased()) == nil
        {
            // `una moneda, EUR si no se indica`
            return true
        }
        guard lexicon.language == .spanish, words.count > 1,
            sentence.source.tokens[words.lowerBound].kind == .number
                || (lexicon.numbers[sentence.source.tokens[words.lowerBound].folded] ?? 1) != 1,
            let said = saidOfNumber(sentence.source.tokens, at: words.lowerBound + 1)
        else { return false }
        return said.meaning != .minimum
    }
}
