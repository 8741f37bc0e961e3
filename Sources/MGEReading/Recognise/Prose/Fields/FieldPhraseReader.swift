import MGECore
import MGELayers

/// Reads phrases that name fields: `a title of up to 120 characters`, `an optional website`, `status (open, done)`.
struct FieldPhraseReader {
    let source: TokenizedText
    let reader: SentenceReader
    var tokens: [Token] { source.tokens }
    var lexicon: Lexicon { reader.lexicon }

    /// The tokens at which entities are named, which are no part of a field's name.
    let mentions: Set<Int>

    init(_ source: TokenizedText, reader: SentenceReader, mentions: Set<Int> = []) {
        self.source = source
        self.mentions = mentions
        self.reader = reader
    }

    func isAttribute(at index: Int) -> Bool {
        guard let found = lexicon.prose.match(tokens, at: index, where: \.isSaid) else { return false }
        // `a cover letter`, but `8 letters`
        return !(lexicon.language == .english && found.meaning == .characters && tokens[index].folded == "letter")
            || index > 0 && tokens[index - 1].kind == .number
    }

    /// The field that a phrase names; nil when it names none.
    func field(_ range: Range<Int>) -> FieldItem? {
        var index = range.lowerBound
        var attributes = FieldAttributes()
        var isFlag = false
        var isCount = false
        while index < range.upperBound {
            if let found = lexicon.prose.match(
                tokens, at: index, where: { $0 == .optional || $0 == .unique || $0 == .flag }),
                index + found.count <= range.upperBound
            {
                if let condition = condition(at: index, of: range, found.count) {
                    // `si tienen toma de agua`, but `si tienen` alone is what need not be so.
                    isFlag = true
                    index += condition
                    continue
                }
                if found.meaning == .flag { isFlag = true } else { attributes.set(found.meaning, tokens[index].place) }
                index += found.count
            } else if let found = lexicon.prose.match(tokens, at: index, where: { $0 == .howMany }) {
                isCount = true
                index += found.count
            } else if let next = attributes.readCompound(tokens, at: index, lexicon: lexicon) {
                index = next
            } else if let found = reader.word(tokens, at: index), found.meaning.isDeterminer || found.meaning == .skip {
                // `maybe a website`, `perhaps email`
                if found.meaning == .maybeOne || isMaybe(at: index) { attributes.set(.optional, tokens[index].place) }
                index += found.count
            } else if isVerbal(at: index, to: range.upperBound) || isOwn(at: index, to: range.upperBound) {
                index += 1
            } else if !isFlag, let count = leadingBoolean(at: index, to: range.upperBound) {
                // `un booleano protegido`
                isFlag = true
                index += count
            } else {
                break
            }
        }
        if let called = calledField(from: index, to: range.upperBound, isFlag: isFlag, words: range) { return called }
        if let marked = markedAs(from: index, to: range.upperBound) {
            return flag(span(marked, range.upperBound), words: range)
        }
        if isFlag { return flag(span(index, range.upperBound), words: range) }
        if isCount, isBareCount(at: index, to: range.upperBound) {
            return quantity(span(index, range.upperBound), words: range)
        }
        guard index < range.upperBound, lexicon.prose.match(tokens, at: index, where: { $0 == .anything }) == nil,
            !["ambos", "ambas", "vez", "veces", "cosas", "todas", "todos"].contains(tokens[index].folded)
        else {
            return nil
        }
        var end = flagEnd(from: index, to: range.upperBound) ?? nameEnd(from: index, to: range.upperBound)
        if let quoted = span(index, min(end + 1, range.upperBound)).first(where: { tokens[$0].kind == .quoted }) {
            return quotedField(at: quoted, of: span(index, range.upperBound), words: range)
        }
        guard end > index, end - index <= 6, tokens[span(index, end)].contains(where: { $0.kind == .word }) else {
            return nil
        }
        if endsWithParticiple(span(index, end), before: range.upperBound) { end -= 1 }
        let technical = technicalType(span(index, end), before: range.upperBound)
        if let technical { end = min(end, technical) }
        var type: String?
        if let last = trailingType(span(index, end)) {
            // `un porcentaje entero`
            type = source.words(span(last, end))
            end = last
        }
        if type == nil, let long = longEnd(span(index, end)) { (type, end) = ("texto", long) }
        let head = source.words(span(index, end))
        let name: String
        (name, end) = withClause(span(index, end), to: range.upperBound)
        guard name.wireName.isSoundName, !isAnswer(span(index, end)) else { return nil }
        attributes.readsConditions = true
        attributes.read(source, span(end, range.upperBound), lexicon: lexicon)
        attributes.unit = unit(span(end, range.upperBound))
        var item = FieldItem(name: Located(text: name, place: tokens[index].place), words: source.words(range))
        type = type ?? typeBehind(end, to: range.upperBound) ?? leadingType(at: index)
        if let type { item.type = FieldAttributes.phrase(type, item) }
        if name != head, lexicon.fieldItem(for: name) == nil, let usual = lexicon.fieldItem(for: head) {
            // `the time they came in` is a time.
            item.type = FieldAttributes.phrase(String(usual.prefix { $0 != "," && $0 != "(" }), item)
        }
        if let technical { setTechnical(technical, &item, &attributes) }
        attributes.apply(to: &item, lexicon: lexicon)
        if item.type == nil, isMeasured(from: end, to: range.upperBound), !isUsualNumber(name) {
            item.type = FieldAttributes.phrase("decimal", item)
        }
        if item.type == nil, let moment = momentOf(name) ?? typeOfWhen(name) {
            item.type = FieldAttributes.phrase(moment, item)
        }
        if isCount || countsThings(name), item.type == nil { item.type = FieldAttributes.phrase("integer", item) }
        return item
    }

    /// Whether a word that may count what a text consists of is the thing itself, at the end of a name: `a cover letter`.
    private func isThing(at index: Int, to end: Int) -> Bool {
        lexicon.language == .english && index + 1 == end && ["letter", "character"].contains(tokens[index].folded)
            && tokens[index - 1].kind == .word && reader.word(tokens, at: index - 1) == nil
            && !isAttribute(at: index - 1)
            && lexicon.numbers[tokens[index - 1].folded] == nil
    }

    /// A field whose name is quoted, behind its type where that is said: `a boolean "approved"`.
    private func quotedField(at quoted: Int, of range: Range<Int>, words: Range<Int>) -> FieldItem? {
        guard tokens[quoted].text.wireName.isSoundName else { return nil }
        var attributes = FieldAttributes()
        attributes.readsConditions = true
        attributes.read(source, span(quoted + 1, range.upperBound), lexicon: lexicon)
        var item = FieldItem(
            name: Located(text: tokens[quoted].text, place: tokens[quoted].place), words: source.words(words))
        attributes.apply(to: &item, lexicon: lexicon)
        let type = source.words(span(range.lowerBound, quoted))
        if item.type == nil, lexicon.types.meaning(of: Array(tokens[span(range.lowerBound, quoted)])) != nil {
            item.type = FieldAttributes.phrase(type, item)
        }
        return item
    }

    /// Whether a unit follows a name: `the height in metres`.
    private func isMeasured(from start: Int, to end: Int) -> Bool {
        guard start + 1 < end, ["en", "in"].contains(tokens[start].folded) else { return false }
        let unit = lexicon.prose.match(tokens, at: start + 1, where: { $0 == .measure })
        return unit.map { start + 1 + $0.count == end } ?? false
    }

    /// Whether a name is usually one of a number or of a time.
    private func isUsualNumber(_ name: String) -> Bool {
        let usual = lexicon.fieldItem(for: name) ?? ""
        return !usual.isEmpty && !usual.hasPrefix("string") && !usual.hasPrefix("text") && !usual.hasPrefix("enum")
    }

    /// The type of what is measured in a unit: `in minutes`.
    private func unit(_ range: Range<Int>) -> String? {
        for index in range.prefix(3) where reader.word(tokens, at: index)?.meaning == .preposition {
            guard let unit = lexicon.unit(tokens, at: index + 1), index + 1 + unit.count <= range.upperBound else {
                return nil
            }
            return unit.type
        }
        return nil
    }

    /// Whether a phrase is a number or an answer, and names nothing: `some have six`, `says yes`.
    private func isAnswer(_ name: Range<Int>) -> Bool {
        guard name.count == 1, let first = name.first else { return false }
        if lexicon.language == .spanish { return (lexicon.numbers[tokens[first].folded] ?? 0) > 2 }
        return lexicon.numbers[tokens[first].folded] != nil
            || lexicon.keywords.match(tokens, at: first, where: { $0 == .yes || $0 == .no }) != nil
    }

    /// Whether it is not said what is counted: `how many we used`.
    private func isBareCount(at index: Int, to end: Int) -> Bool {
        guard index < end, !tokens[index].isMark("(") else { return true }
        guard let word = reader.word(tokens, at: index)?.meaning else { return false }
        return [.we, .they, .it].contains(word)
    }

    private func quantity(_ rest: Range<Int>, words: Range<Int>) -> FieldItem {
        var attributes = FieldAttributes()
        attributes.read(source, rest, lexicon: lexicon)
        var item = FieldItem(
            name: Located(text: lexicon.quantityName, place: tokens[words.lowerBound].place), words: source.words(words)
        )
        attributes.apply(to: &item, lexicon: lexicon)
        if item.type == nil { item.type = FieldAttributes.phrase("integer", item) }
        return item
    }

    /// How many tokens a word for a condition has that begins a phrase, when more follows than says so.
    private func condition(at index: Int, of range: Range<Int>, _ count: Int) -> Int? {
        guard lexicon.language == .spanish, index == range.lowerBound, index + count < range.upperBound,
            tokens[index + count].kind == .word
        else { return nil }
        // `si lo da el teléfono` says that it need not be there.
        guard let found = lexicon.prose.match(tokens, at: index, where: { $0 == .condition })?.count,
            reader.word(tokens, at: index + found)?.meaning != .definite
                || count == 2 && index + count + 1 < range.upperBound
        else { return nil }
        return found
    }

    /// The name with a short clause that says which: `date they joined` is `date joined`.
    private func withClause(_ range: Range<Int>, to end: Int) -> (name: String, end: Int) {
        var name = source.words(range)
        if name.hasApostrophe { name = name.replacing("'s ", with: " ").replacing("’s ", with: " ") }
        if let found = withEvent(range, to: end) { return found }
        guard range.upperBound < end, let pronoun = reader.word(tokens, at: range.upperBound)?.meaning,
            pronoun == .it || lexicon.language == .english && [.they, .we].contains(pronoun)
        else { return (name, range.upperBound) }
        var words: [String] = []
        var index = range.upperBound + 1
        while index < end, tokens[index].kind == .word, words.count < 2 {
            let found = reader.word(tokens, at: index)
            // `the year it was made`
            if let found, [.and, .when, .relative].contains(found.meaning) || isAttribute(at: index) { break }
            // `the time they came in`, but `the time they came in the morning`
            if found?.meaning == .preposition, index + 1 < end, tokens[index + 1].kind == .word { break }
            // `the day it falls due`
            let isPronoun =
                [.be, .skip, .it, .they, .we].contains(found?.meaning)
                || ["falls", "fell"].contains(tokens[index].folded)
            // `the moment it happened`
            if words.isEmpty,
                ["happened", "happens", "took", "takes", "occurred", "occurs"].contains(tokens[index].folded)
            {
                return (name, range.upperBound)
            }
            if !isPronoun { words.append(tokens[index].text) }
            index += found?.count ?? 1
        }
        // Of a time it says which one it is, and of anything else nothing: `the weight it is meant for`.
        let usual = lexicon.fieldItem(for: name) ?? ""
        let isTime = ["date", "time", "integer"].contains { usual.hasPrefix($0) }
        return words.isEmpty || !isTime ? (name, range.upperBound) : (([name] + words).joined(separator: " "), index)
    }

    /// `whether they have lights`: what is left without verbs and pronouns.
    private func flag(_ range: Range<Int>, words: Range<Int>) -> FieldItem? {
        var left: [Int] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if lexicon.language == .spanish, !left.isEmpty, isDefault(at: index) { break }
            if let found = reader.word(tokens, at: index), found.count > 0 {
                if !left.isEmpty, found.meaning == .and || found.meaning == .when { break }
                // `whether it is for sale`
                if left.isEmpty, lexicon.language == .english, tokens[index].folded == "for", index > range.lowerBound,
                    index + 1 < range.upperBound, tokens[index + 1].kind == .word,
                    reader.word(tokens, at: index - 1)?.meaning == .be, reader.word(tokens, at: index + 1) == nil
                {
                    left.append(index)
                }
                // `paid in cash`
                if let last = left.last, last == index - 1, found.meaning == .preposition, index + 1 < range.upperBound,
                    tokens[index + 1].kind == .word, reader.word(tokens, at: index + 1) == nil
                {
                    left.append(index)
                }
                if left.isEmpty, lexicon.language == .english, found.meaning == .belongs, found.count == 2,
                    ["for", "on", "in"].contains(tokens[index + 1].folded), index + 2 < range.upperBound,
                    tokens[index + 2].kind == .word, reader.word(tokens, at: index + 2) == nil
                {
                    // `whether it is on loan`
                    left.append(index + 1)
                }
                index += found.count
            } else {
                if left.isEmpty, lexicon.language == .spanish || !isAny(before: index), mentions.contains(index),
                    let verb = reader.word(tokens, at: index + 1),
                    verb.meaning == .be
                {
                    // `whether the boat is unsafe`
                    index += 1
                    continue
                }
                if tokens[index].kind == .word { left.append(index) } else if !left.isEmpty { break }
                index += 1
            }
        }
        guard let first = left.first, left.count <= 4 else { return nil }
        var name = left.map { tokens[$0].text }.joined(separator: " ")
        if lexicon.language == .spanish, let last = left.last, last - first < 5 {
            name = source.words(span(first, last + 1))
        }
        var attributes = FieldAttributes()
        if lexicon.language == .english {
            attributes.read(source, range, lexicon: lexicon)
        } else {
            if left.count == 1, isSaidOfSeveral(span(words.lowerBound, first)) {
                name = lexicon.inflector.singular(of: name)
            }
            // `si está pagada (al principio, no)`
            attributes.read(source, span((left.last ?? first) + 1, words.upperBound), lexicon: lexicon)
        }
        var item = FieldItem(name: Located(text: name, place: tokens[first].place), words: source.words(words))
        attributes.isFlag = true
        attributes.apply(to: &item, lexicon: lexicon)
        return item
    }

    /// Whether a preposition says where a link leads: `the link to the repository`.
    private func leadsOn(from start: Int, at index: Int, to end: Int) -> Bool {
        guard reader.word(tokens, at: index)?.meaning == .preposition, index + 1 < end,
            lexicon.fieldItem(for: source.words(span(start, index)))?.hasPrefix("url") == true
        else { return false }
        var next = index + 1
        while next < end, let word = reader.word(tokens, at: next), word.meaning.isDeterminer { next += word.count }
        return next < end && tokens[next].kind == .word && !mentions.contains(next)
            && reader.word(tokens, at: next) == nil
    }

    /// Whether a word for a bound has no number behind it, as in `capacidad máxima`.
    private func isBareBound(at index: Int, to end: Int) -> Bool {
        let found = lexicon.prose.match(tokens, at: index, where: { $0 == .minimum || $0 == .maximum })
        let isAdjective = ["minimo", "minima", "maximo", "maxima"].contains(tokens[index].folded)
        let hasNumber = span(index + 1, min(index + 3, end)).contains {
            tokens[$0].kind == .number || lexicon.numbers[tokens[$0].folded] != nil
        }
        // `el número máximo de plazas`
        let isOf = index > 0 && index + 2 < end && tokens[index + 1].isOf && reader.word(tokens, at: index - 1) == nil
        return found.map {
            $0.count == 1 && (index + 1 >= end || isAdjective && !hasNumber)
                || $0.count == 2 && isAdjective && !hasNumber && isOf && lexicon.language == .spanish
        } ?? false
    }

    /// Where the name ends: at an attribute, parentheses, or a preposition other than `of`.
    private func nameEnd(from start: Int, to end: Int) -> Int {
        var index = start
        if let moment = lexicon.types.match(tokens, at: start), moment.meaning == .datetime, moment.count > 2 {
            index += moment.count
        }
        while index < end {
            let token = tokens[index]
            // `heated yes/no`
            if index > start, let type = lexicon.types.match(tokens, at: index), type.count > 1,
                type.meaning == .boolean
            {
                break
            }
            if lexicon.language == .spanish, index > start,
                lexicon.prose.match(tokens, at: index, where: { $0 == .anything }) != nil
            {
                // `la medida obligatoria`
                break
            }
            if token.kind == .mark || token.kind == .number
                || isAttribute(at: index) && index > start && !isBareBound(at: index, to: end)
                    && !isThing(at: index, to: end)
                || lexicon.prose.match(tokens, at: index, where: { $0 == .condition }) != nil
                || FieldAttributes.nothingElse(tokens, at: index, lexicon: lexicon) != nil
            {
                break
            }
            if isWhen(at: index, from: start, to: end) {
                // `a weight before and a weight after`
                index += 1
                break
            }
            if let found = reader.word(tokens, at: index) {
                if let idiom = idiom(at: index, from: start, to: end) {
                    index += idiom
                    continue
                }
                if isMoment(at: index, from: start, to: end) {
                    index += 1
                    continue
                }
                if index > start, leadsOn(from: start, at: index, to: end) {
                    index += found.count
                    while index < end, let word = reader.word(tokens, at: index), word.meaning.isDeterminer {
                        index += word.count
                    }
                    continue
                }
                let isOf = token.isOf && found.count == 1
                guard isOf, index > start, index + 1 < end else { break }
                // `of up to 20 characters` is no part of the name, `of the problem` describes it.
                if lexicon.prose.match(tokens, at: index + 1, where: { $0 == .anything }) != nil { break }
                if isAttribute(at: index) || isAttribute(at: index + 1) || tokens[index + 1].kind == .number
                    || lexicon.numbers[tokens[index + 1].folded] != nil
                {
                    break
                }
                if let next = reader.word(tokens, at: index + 1) {
                    let isPart = next.meaning == .definite && !mentions.contains(index + 1 + next.count)
                    guard lexicon.language == .spanish && next.meaning == .article || isPart else { break }
                    index += next.count
                }
            }
            index += 1
        }
        return index
    }
}
