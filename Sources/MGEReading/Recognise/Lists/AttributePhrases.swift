import MGECore
import MGELayers

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
        guard isUnderstood else {
            if correct(phrase, into: &draft) { return true }
            // `puede estar basio`
            let respelled = lexicon.spelling.respelled(phrase)
            return respelled.tokens != tokens && respelled.tokens.count == tokens.count
                && read(respelled, context, into: &draft)
        }
        describe(phrase, left, &draft)
        return true
    }

    /// Whether what follows only describes.
    func isRest(_ tokens: [Token], at index: Int) -> Bool {
        lexicon.count(.relative, tokens, at: index) != nil || lexicon.inflector.isPreposition(tokens[index].folded)
    }

    /// Whether an attribute, a type or bounds begin at a place.
    func begins(_ tokens: [Token], at index: Int) -> Bool {
        if lexicon.keywords.match(tokens, at: index, where: { $0.isPlainAttribute || $0.isFreeAttribute }) != nil {
            return true
        }
        return bounds.match(tokens, at: index) != nil || emptiness(tokens, at: index) != nil
            || said(tokens, at: index) != nil
    }

    /// What sentences say of fields in several words is said in lists too: `if they have one`.
    private func said(_ tokens: [Token], at index: Int) -> (meaning: ProseWord, count: Int)? {
        let found = lexicon.prose.match(tokens, at: index, where: { $0 == .optional || $0 == .unique })
        if let found, found.count > 1 {
            let isTime =
                found.meaning == .unique
                && lexicon.prose.match(tokens, at: index + found.count, where: { $0 == .it || $0 == .they }) != nil
            // `only once it was fired`
            return isTime ? (.optional, tokens.count - index) : found
        }
        // What follows a condition belongs to it: `if they give one`.
        let isBehind = index == 0 || tokens[index - 1].kind == .mark
        let condition = lexicon.prose.match(
            tokens, at: index, where: { $0 == .condition || isBehind && $0 == .circumstance })
        guard let condition, index + condition.count < tokens.count, !hasFlag(tokens, at: index),
            lexicon.count(.relative, tokens, at: index) == nil
        else { return nil }
        return (.optional, tokens.count - index)
    }

    /// Whether a word asks for a truth value, as `if` in `if it is paid` at the beginning.
    private func hasFlag(_ tokens: [Token], at index: Int) -> Bool {
        index == 0 && lexicon.prose.match(tokens, at: index, where: { $0 == .flag }) != nil
    }

    /// Whether a phrase is nothing but attributes, so that it speaks of the field before it.
    func areAttributes(_ phrase: TokenizedText) -> Bool {
        let tokens = phrase.tokens
        if let count = lexicon.count(anyOf: [.default, .startsAs], tokens, at: 0) {
            return count < tokens.count && tokens[count].isName
        }
        var index = filler(before: tokens)
        while index < tokens.count {
            let count =
                conditionalEmptiness(tokens, at: index) ?? emptiness(tokens, at: index) ?? said(tokens, at: index)?
                .count ?? bounds.match(tokens, at: index)?.count
                ?? lexicon.keywords.match(tokens, at: index, where: { $0.isPlainAttribute || $0.isFreeAttribute })?
                .count
            guard let count else { return false }
            index += count
        }
        return true
    }

    /// How many words without a meaning of their own stand before attributes: `likewise`, `de` before a number.
    private func filler(before tokens: [Token]) -> Int {
        if let count = lexicon.prose.match(tokens, at: 0, where: { $0 == .skip })?.count, count < tokens.count {
            return count
        }
        let count = lexicon.count(.of, tokens, at: 0) ?? 0
        return count > 0 && bounds.match(tokens, at: 0) == nil && bounds.match(tokens, at: count) != nil ? count : 0
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

    /// Whether an article or the like stands before a value.
    func isLead(_ tokens: [Token], at index: Int) -> Bool {
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
            draft.isExclusive = found.isExclusive
            return found.count
        }
        if let count = lexicon.count(anyOf: [.default, .startsAs], tokens, at: index), index + count < tokens.count {
            return readDefault(phrase, from: index + count, into: &draft) - index
        }
        if tokens[index].isMark("="), index > 0, index + 1 < tokens.count {
            // `boolean = false`
            return readDefault(phrase, from: index + 1, into: &draft) - index
        }
        if let count = readMark(tokens, at: index, into: &draft) { return count }
        if let count = readReference(phrase, at: index, context, into: &draft) { return count }
        // Behind a comma only what is a type as a whole is one: `sí o no`, `long text`.
        if context == .remark, index > 0 || lexicon.types.meaning(of: tokens) == nil { return nil }
        return readType(phrase, at: index, into: &draft)
    }

    // MARK: Attributes

    private func readMark(_ tokens: [Token], at index: Int, into draft: inout FreeDraft) -> Int? {
        if let count = emptiness(tokens, at: index) {
            draft.item.optional = tokens[index].place
            return count
        }
        if let found = said(tokens, at: index) {
            if found.meaning == .unique { draft.item.unique = tokens[index].place }
            if found.meaning == .optional { draft.item.optional = tokens[index].place }
            return found.count
        }
        guard
            let found = lexicon.keywords.match(
                tokens, at: index, where: { $0.isPlainAttribute || $0.isFreeAttribute || $0 == .oneToOne })
        else { return nil }
        let place = tokens[index].place
        switch found.meaning {
        case .required: draft.item.required = place
        case .mayBeEmpty:
            draft.item.optional = place
            return conditionalEmptiness(tokens, at: index) ?? found.count
        case .optional: draft.item.optional = place
        case .unique, .noTwoAlike, .oneToOne: draft.item.unique = place
        case .cascade: draft.item.onDelete = (.cascade, place)
        case .restrict: draft.item.onDelete = (.restrict, place)
        case .setNull: draft.item.onDelete = (.setNull, place)
        default: break
        }
        return found.count
    }

    /// How many tokens `empty as long as it is out` has, in which a condition follows.
    private func conditionalEmptiness(_ tokens: [Token], at index: Int) -> Int? {
        guard let count = lexicon.count(.mayBeEmpty, tokens, at: index), count > 1, index + count < tokens.count else {
            return nil
        }
        let last = lexicon.prose.match(
            tokens, at: index + count - 1,
            where: { $0 == .when || $0 == .circumstance || $0 == .condition || $0 == .as })
        // `missing in the oldest ones`
        let isOpen = lexicon.inflector.isPreposition(tokens[index + count - 1].folded)
        return last == nil && !isOpen ? nil : tokens.count - index
    }

    /// How many tokens `may stay empty` has.
    func emptiness(_ tokens: [Token], at index: Int) -> Int? {
        guard let may = lexicon.count(.may, tokens, at: index) else { return nil }
        for next in index + may..<max(index + may, min(tokens.count, index + may + 4)) {
            if let count = lexicon.count(.emptyWord, tokens, at: next) { return next + count - index }
        }
        return nil
    }

    // MARK: Misspelt words

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
    var unquoted: Located {
        Located(text: (text.contains("*") ? text.replacing("*", with: "") : text).unquoted, place: place)
    }
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
