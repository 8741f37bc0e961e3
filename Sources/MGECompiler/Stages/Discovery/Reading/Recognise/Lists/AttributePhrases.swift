import MGECore

/// Reads what is said of a field in free words, a phrase at a time.
struct AttributePhrases: Sendable {
    let lexicon: Lexicon
    let names: EntityNames
    let bounds: BoundsReader
    private let attributeWords: [String]

    init(lexicon: Lexicon, names: EntityNames) {
        self.lexicon = lexicon
        self.names = names
        bounds = BoundsReader(lexicon: lexicon)
        attributeWords = lexicon.keywords.words { [.unique, .optional, .required].contains($0) }
            .filter { $0.count > 4 }
    }

    /// Reads one phrase between commas.
    /// - Returns: whether anything in it was understood; the words that were not are kept as its description.
    func read(_ phrase: TokenizedText, _ context: FreeContext, into draft: inout FreeDraft) -> Bool {
        if readDefaultAfterValue(phrase, into: &draft) { return true }
        let tokens = phrase.tokens
        var index = 0
        var isUnderstood = false
        var left: [Int] = []
        while index < tokens.count {
            if let count = step(phrase, at: index, context, into: &draft) {
                isUnderstood = true
                index += max(1, count)
                if draft.target != nil, draft.item.defaultValue == nil, index < tokens.count, isRest(tokens, at: index)
                {
                    left += Array(index..<tokens.count)
                    break
                }
            } else {
                left.append(index)
                index += 1
            }
        }
        guard isUnderstood else { return correct(phrase, into: &draft) }
        describe(phrase, left, &draft)
        return true
    }

    private func isRest(_ tokens: [Token], at index: Int) -> Bool {
        lexicon.count(.relative, tokens, at: index) != nil || lexicon.inflector.isPreposition(tokens[index].folded)
    }

    /// Whether an attribute, a type or bounds begin at a place.
    func begins(_ tokens: [Token], at index: Int) -> Bool {
        if lexicon.keywords.match(tokens, at: index, where: { $0.isPlainAttribute || $0.isFreeAttribute }) != nil {
            return true
        }
        return bounds.match(tokens, at: index) != nil || emptiness(tokens, at: index) != nil
    }

    /// Whether a phrase is nothing but attributes, so that it speaks of the field before it.
    func areAttributes(_ phrase: TokenizedText) -> Bool {
        let tokens = phrase.tokens
        if let count = lexicon.count(anyOf: [.default, .startsAs], tokens, at: 0) {
            return count < tokens.count && tokens[count].isName
        }
        var index = 0
        while index < tokens.count {
            let count =
                emptiness(tokens, at: index) ?? bounds.match(tokens, at: index)?.count
                ?? lexicon.keywords.match(tokens, at: index, where: { $0.isPlainAttribute || $0.isFreeAttribute })?
                .count
            guard let count else { return false }
            index += count
        }
        return true
    }

    /// Keeps words that carry a meaning as the description.
    private func describe(_ phrase: TokenizedText, _ left: [Int], _ draft: inout FreeDraft) {
        let words = left.filter { phrase.tokens[$0].isName && !isFiller(phrase.tokens, at: $0) }
        guard let first = words.first, let last = words.last, last - first < left.count else { return }
        draft.item.summary = [draft.item.summary, phrase.words(first..<last + 1)].compactMap { $0 }
            .joined(separator: "; ")
    }

    func isFiller(_ tokens: [Token], at index: Int) -> Bool {
        let filler: Set<Keyword> = [.determiner, .of, .with, .for, .relative, .andWord, .orWord]
        return lexicon.count(anyOf: filler, tokens, at: index) == 1
    }

    private func isLead(_ tokens: [Token], at index: Int) -> Bool {
        lexicon.count(anyOf: [.determiner, .relative], tokens, at: index) == 1
    }

    /// What one phrase at a place says, and how many tokens it takes.
    private func step(
        _ phrase: TokenizedText, at index: Int, _ context: FreeContext, into draft: inout FreeDraft
    ) -> Int? {
        let tokens = phrase.tokens
        if tokens[index].isMark("?") {
            draft.item.optional = tokens[index].place
            return 1
        }
        if let found = bounds.match(tokens, at: index) {
            draft.item.minimum = found.minimum ?? draft.item.minimum
            draft.item.maximum = found.maximum ?? draft.item.maximum
            draft.isLength = draft.isLength || found.isLength
            return found.count
        }
        if let count = lexicon.count(anyOf: [.default, .startsAs], tokens, at: index), index + count < tokens.count {
            return readDefault(phrase, from: index + count, into: &draft) - index
        }
        if let count = readMark(tokens, at: index, into: &draft) { return count }
        if let count = readReference(phrase, at: index, context, into: &draft) { return count }
        return context == .remark ? nil : readType(phrase, at: index, into: &draft)
    }

    // MARK: Attributes

    private func readMark(_ tokens: [Token], at index: Int, into draft: inout FreeDraft) -> Int? {
        if let count = emptiness(tokens, at: index) {
            draft.item.optional = tokens[index].place
            return count
        }
        guard
            let found = lexicon.keywords.match(
                tokens, at: index, where: { $0.isPlainAttribute || $0.isFreeAttribute || $0 == .oneToOne })
        else { return nil }
        let place = tokens[index].place
        switch found.meaning {
        case .required: draft.item.required = place
        case .optional, .mayBeEmpty: draft.item.optional = place
        case .unique, .noTwoAlike, .oneToOne: draft.item.unique = place
        case .cascade: draft.item.onDelete = (.cascade, place)
        case .restrict: draft.item.onDelete = (.restrict, place)
        case .setNull: draft.item.onDelete = (.setNull, place)
        default: break
        }
        return found.count
    }

    /// How many tokens `may stay empty` has.
    private func emptiness(_ tokens: [Token], at index: Int) -> Int? {
        guard let may = lexicon.count(.may, tokens, at: index) else { return nil }
        for next in index + may..<max(index + may, min(tokens.count, index + may + 4)) {
            if let count = lexicon.count(.emptyWord, tokens, at: next) { return next + count - index }
        }
        return nil
    }

    /// `default 5`, `starts as received`: everything up to the end.
    private func readDefault(_ phrase: TokenizedText, from start: Int, into draft: inout FreeDraft) -> Int {
        var start = start
        let tokens = phrase.tokens
        while start + 1 < tokens.count,
            tokens[start].isMark(":") || tokens[start].isMark("=") || isLead(tokens, at: start)
        {
            start += 1
        }
        draft.item.defaultValue = Located(
            text: phrase.words(start..<tokens.count).unquoted, place: tokens[start].place)
        return tokens.count
    }

    /// `planned by default`.
    private func readDefaultAfterValue(_ phrase: TokenizedText, into draft: inout FreeDraft) -> Bool {
        let tokens = phrase.tokens
        let found = tokens.indices.dropFirst().first { index in
            lexicon.count(.default, tokens, at: index).map { index + $0 == tokens.count } ?? false
        }
        guard let end = found else { return false }
        var start = 0
        while start + 1 < end, isLead(tokens, at: start) { start += 1 }
        draft.item.defaultValue = Located(text: phrase.words(start..<end).unquoted, place: tokens[start].place)
        return true
    }

    // MARK: Types and references

    private func readReference(
        _ phrase: TokenizedText, at index: Int, _ context: FreeContext, into draft: inout FreeDraft
    ) -> Int? {
        let tokens = phrase.tokens
        guard draft.target == nil, draft.cases.isEmpty else { return nil }
        var start = index
        let lead = lexicon.keywords.match(tokens, at: start, where: { $0 == .refersTo || $0 == .many || $0 == .one })
        start += lead?.count ?? 0
        while start < tokens.count,
            let count = lexicon.count(anyOf: [.determiner, .indefinite, .other, .of, .each], tokens, at: start)
        {
            start += count
        }
        guard let found = names.match(tokens, at: start) else {
            guard lead?.meaning == .many, start == tokens.count else { return nil }
            draft.isMany = true
            return start - index
        }
        let isReference = lead?.meaning == .refersTo || lexicon.count(.refersTo, tokens, at: index) != nil
        let end = start + found.count
        let isWhole = index == 0 && (end == tokens.count || isRest(tokens, at: end))
        guard isReference || context != .remark && isWhole else { return nil }
        draft.refer(to: found.name, at: tokens[start].place, isMany: lead?.meaning == .many)
        return end - index
    }

    private func readType(_ phrase: TokenizedText, at index: Int, into draft: inout FreeDraft) -> Int? {
        let tokens = phrase.tokens
        guard draft.item.type == nil, draft.cases.isEmpty, let found = lexicon.types.match(tokens, at: index) else {
            return nil
        }
        let range = index..<index + found.count
        var type = FieldItem.TypePhrase(tokens: Array(tokens[range]), words: phrase.located(range))
        var end = range.upperBound
        if end < tokens.count, tokens[end].isMark("(") {
            let closing = phrase.closing(of: end)
            let inside = phrase.ranges(in: min(end + 1, closing)..<closing, at: [",", "|"])
            if found.meaning == .enum {
                draft.cases = inside.map { phrase.located($0).unquoted }
                return min(closing + 1, tokens.count) - index
            }
            let areNumbers = inside.allSatisfy { range in
                tokens[range].allSatisfy { $0.kind == .number || $0.isMark("..") }
            }
            if areNumbers, !inside.isEmpty {
                type.arguments = inside.map(phrase.located)
                end = min(closing + 1, tokens.count)
            }
        }
        draft.item.type = type
        return end - index
    }

    /// Reads a single word that is nearly an attribute as that one.
    private func correct(_ phrase: TokenizedText, into draft: inout FreeDraft) -> Bool {
        guard phrase.tokens.count == 1, phrase.tokens[0].kind == .word, phrase.tokens[0].text.count > 4,
            let near = NearestName.of(phrase.tokens[0].folded, among: attributeWords)
        else { return false }
        let read = Tokenizer.tokenize(LocatedText(near))
        guard readMark(read.tokens, at: 0, into: &draft) != nil else { return false }
        draft.corrections.append((phrase.located, near))
        return true
    }
}

extension Located {
    /// Without quotation marks around it.
    var unquoted: Located { Located(text: text.unquoted, place: place) }
}

extension Keyword {
    /// Whether it is an attribute that takes no value.
    var isPlainAttribute: Bool {
        switch self {
        case .required, .optional, .unique, .cascade, .restrict, .setNull: true
        default: false
        }
    }

    /// Whether it is an attribute in free words.
    var isFreeAttribute: Bool { self == .mayBeEmpty || self == .noTwoAlike }
}
