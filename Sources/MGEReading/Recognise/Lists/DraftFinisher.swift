import MGECore
import MGELayers

/// Makes exact items of what was read in free words, and tells what was guessed.
struct DraftFinisher {
    let lexicon: Lexicon
    /// The entity that the items belong to.
    let own: String
    var findings: Findings

    /// The item of a draft, in which nothing contradicts its type.
    mutating func item(_ draft: FreeDraft) -> FieldItem {
        if draft.isExact, draft.target == nil { return draft.item }
        var item = draft.item
        tellReading(draft)
        if let target = draft.target {
            reference(to: target, draft, &item)
            return item
        }
        if !draft.cases.isEmpty {
            enumerate(draft, &item)
        } else {
            settleType(draft, &item)
            if draft.isExclusive { narrow(&item, draft.isLength) }
        }
        return fitted(item)
    }

    private mutating func note(_ message: String, _ remedy: String, _ item: FieldItem) {
        findings.add(.note, message, subject: item.name.text, remedy: remedy, at: item.name.place)
    }

    private mutating func tellReading(_ draft: FreeDraft) {
        for correction in draft.corrections {
            findings.add(
                .warning, "`\(correction.written.text)` is read as `\(correction.read)`",
                subject: draft.item.name.text, remedy: "write `\(correction.read)`", at: correction.written.place)
        }
        for words in draft.left where words.text.contains(where: \.isLetter) {
            findings.add(
                .note, "kept as the description of `\(draft.item.name.text)` only: “\(words.text.prefix(200))”",
                subject: draft.item.name.text, remedy: "say it in a form that Docs/briefs.md shows", at: words.place)
        }
    }

    // MARK: References

    private mutating func reference(to target: Located, _ draft: FreeDraft, _ item: inout FieldItem) {
        item.type = FieldItem.TypePhrase(
            tokens: [], words: target, isMany: draft.isMany, isBothWays: draft.isBothWays)
        if draft.isExact { return }
        for value in [item.defaultValue, item.minimum, item.maximum].compactMap({ $0 }) {
            findings.add(
                .warning, "not used: “\(value.text)” of `\(item.name.text)`, which refers to an entity",
                subject: item.name.text, remedy: "a reference has no default and no bounds", at: value.place)
        }
        (item.defaultValue, item.minimum, item.maximum) = (nil, nil, nil)
        let many = draft.isMany ? "many " : ""
        if draft.isMany {
            (item.unique, item.onDelete) = (nil, nil)
        } else if target.text == own, item.optional == nil {
            item.optional = item.name.place
        }
        if item.optional != nil { item.required = nil }
        if item.optional == nil, item.onDelete?.rule == .setNull { item.optional = item.onDelete?.place }
        note(
            "`\(item.name.text)` of `\(own)` is read as \(draft.isMany ? "many of" : "a reference to") `\(target.text)`",
            "write `\(item.name.text): \(many)\(target.text.capitalisedFirst)`", item)
    }

    // MARK: Types

    private mutating func enumerate(_ draft: FreeDraft, _ item: inout FieldItem) {
        var type = FieldItem.TypePhrase.named("enum", at: draft.cases[0].place)
        type.arguments = draft.cases
        item.type = type
        let cases = draft.cases.prefix(20).map(\.text).joined(separator: ", ")
        note("`\(item.name.text)` of `\(own)` is one of: \(cases)", "write `\(item.name.text): enum(\(cases))`", item)
        guard let value = item.defaultValue, !draft.cases.contains(where: { $0.text == value.text }) else { return }
        let same = draft.cases.first { $0.text.foldedForComparison == value.text.foldedForComparison }
        if let same { item.defaultValue?.text = same.text }
    }

    /// The type that is written, or else the one that name, bounds and default show.
    private func settleType(_ draft: FreeDraft, _ item: inout FieldItem) {
        let guess = FieldGuess(lexicon: lexicon).type(of: item.name.text)
        if let written = item.type {
            let isPlain =
                lexicon.keywords.meaning(of: written.tokens, where: { $0 == .plainText }) != nil
                && written.arguments == nil
            let isShort =
                written.arguments?.count == 1
                && lexicon.keywords.meaning(of: written.tokens, where: { $0 == .plainText }) != nil
            if isShort { item.type = FieldItem.TypePhrase.named("string", at: written.words.place, written.arguments) }
            if isPlain, guess?.name != .text || draft.isLength {
                item.type = .named("string", at: written.words.place)
            }
            let type = lexicon.types.meaning(of: written.tokens)
            let isLong = written.words.text.lowercased() != FieldTypeName.bigint.rawValue
            if type == .bigint, isLong, guess.map({ [.text, .string].contains($0.name) }) ?? true {
                item.type = .named("text", at: written.words.place)
            }
            if type == .decimal, written.arguments == nil, guess?.name == .float {
                item.type?.arguments = ["9", "6"].map { Located(text: $0, place: written.words.place) }
            }
            settleTruth(&item, type)
            return
        }
        item.isTypeGuessed = true
        let numbers: Set<FieldTypeName> = [.integer, .bigint, .float, .decimal, .money]
        let isText = guess.map { [.string, .text].contains($0.name) } ?? true
        if draft.isLength, !isText {
            item.type = .named("string", at: item.name.place)
        } else if !draft.isLength, guess == nil || !(isText || numbers.contains(guess?.name ?? .integer)),
            let bound = item.minimum ?? item.maximum
        {
            let isWhole = [item.minimum, item.maximum].allSatisfy { $0.map { Int($0.text) != nil } ?? true }
            item.type = .named(isWhole ? "integer" : "decimal", at: bound.place)
        } else if isText, guess?.name != .text, !draft.isLength, item.minimum != nil,
            let most = item.maximum, Int(most.text) ?? 0 > 1000
        {
            // `digital address (1 to 9999)` has no so many characters.
            item.type = .named("integer", at: most.place)
        } else if isText, let value = item.defaultValue, isTruth(value) {
            item.type = .named("boolean", at: value.place)
        } else if guess == nil, draft.measure != nil {
            item.type = .named("float", at: item.name.place)
        } else if guess == nil, !draft.isLength, let value = item.defaultValue, let number = Double(value.text) {
            item.type = .named(number == number.rounded() ? "integer" : "decimal", at: value.place)
        } else if let guess {
            var phrase = guess.phrase
            phrase.words = Located(text: guess.words, place: item.name.place)
            if isText, item.minimum != nil || item.maximum != nil { phrase.arguments = nil }
            item.type = phrase
        } else {
            item.type = .named("string", at: item.name.place)
        }
    }

    /// Moves exclusive bounds of whole numbers inside; those of fractions stay, as nothing lies next to them.
    private func narrow(_ item: inout FieldItem, _ isLength: Bool) {
        let type = item.type.flatMap { lexicon.types.meaning(of: $0.tokens) }
        guard isLength || type == .integer || type == .bigint else { return }
        if let least = item.minimum.flatMap({ Int($0.text) }) { item.minimum?.text = String(least &+ 1) }
        if let most = item.maximum.flatMap({ Int($0.text) }) { item.maximum?.text = String(most &- 1) }
    }

    /// The default of what is or is not: `broken or not (not broken by default)`.
    private func settleTruth(_ item: inout FieldItem, _ type: FieldTypeName?) {
        guard type == .boolean, let value = item.defaultValue else { return }
        if let truth = ["y": "true", "n": "false"][value.text.lowercased()] {
            item.defaultValue?.text = truth
            return
        }
        let tokens = Tokenizer.tokenize(LocatedText(value.text)).tokens
        let negation = lexicon.count(.negation, tokens, at: 0) ?? 0
        let rest = tokens.dropFirst(negation).map(\.folded).joined(separator: " ")
        guard rest == item.name.text.foldedForComparison else { return }
        item.defaultValue?.text = negation == 0 ? "true" : "false"
    }

    private func isTruth(_ value: Located) -> Bool {
        let tokens = Tokenizer.tokenize(LocatedText(value.text)).tokens
        return lexicon.keywords.meaning(of: tokens, where: { $0 == .yes || $0 == .no }) != nil
    }

    // MARK: Contradictions

    /// The item without what its type does not allow, which is told.
    private mutating func fitted(_ item: FieldItem) -> FieldItem {
        var item = item
        if item.required != nil, item.optional != nil { item.required = nil }
        let removals: [(inout FieldItem) -> Located?] = [
            { item in
                defer { item.onDelete = nil }
                return item.onDelete.map { Located(text: $0.rule.rawValue, place: $0.place) }
            },
            { item in
                defer { item.defaultValue = nil }
                return item.defaultValue
            },
            { item in
                defer { (item.minimum, item.maximum) = (nil, nil) }
                return item.minimum ?? item.maximum
            },
            { item in
                defer { item.type?.arguments = nil }
                return item.type?.arguments?.first
            },
        ]
        for remove in removals {
            guard let problem = problem(item) else { return item }
            guard let value = remove(&item) else { continue }
            findings.add(
                .warning, "not used: “\(value.text)” of `\(item.name.text)`: \(problem.message)",
                subject: item.name.text, remedy: problem.remedy, at: value.place)
        }
        if problem(item) != nil { item.type = .named("string", at: item.name.place) }
        return item
    }

    private func problem(_ item: FieldItem) -> Diagnostic? {
        var resolver = FieldResolver(lexicon: lexicon, findings: Findings())
        _ = resolver.field(item, name: item.name.text, kind: .stated)
        return resolver.findings.diagnostics.first { $0.severity == .error }
    }
}
