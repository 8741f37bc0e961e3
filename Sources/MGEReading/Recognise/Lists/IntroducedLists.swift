import MGECore
import MGELayers

/// Makes headings of the paragraphs above lists of fields that say of what these are: `Then we have inspectors:`, `For site we need`,
/// `Crates. Each crate is kept in one shed.`; leaves out labels that come again below several headings, as `Links:` does.
struct IntroducedLists {
    private let lexicon: Lexicon
    private let guess: FieldGuess

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        guess = FieldGuess(lexicon: lexicon)
    }

    /// What stands before the thing that a question is about.
    private static let topicLeads: Set<String> = [
        "of", "about", "for", "on", "per", "de", "del", "sobre", "para", "por",
    ]
    /// The most words of a name.
    private static let longest = 4

    /// The blocks of a text with such headings, and without labels.
    func rewritten(_ written: [Block]) -> [Block] {
        let blocks = withoutLabels(written.indices.flatMap { withReference(written, at: $0) })
        var topics = blocks.indices.map { index in isAboveFields(index, in: blocks) ? topic(of: blocks[index]) : nil }
        let isAsked = blocks.indices.count { topics[$0] != nil && question(blocks, $0) != nil } > 1
        if isAsked {
            // What several questions ask for, the others do too.
            for index in blocks.indices where topics[index] == nil {
                topics[index] = question(blocks, index).map { ($0, []) }
            }
        }
        guard topics.count(where: { $0 != nil }) > 1 else { return blocks }
        var rewritten: [Block] = []
        var level = 1
        for (block, topic) in zip(blocks, topics) {
            if case .heading(let own, _) = block { level = own }
            guard let topic else {
                rewritten.append(block)
                continue
            }
            if !topic.rest.isEmpty { rewritten.append(.paragraph(topic.rest)) }
            rewritten.append(.heading(level: min(level + 1, 6), topic.name))
        }
        return rewritten
    }

    // MARK: References

    /// A heading above items without what it is of, which is an item then: `Release (of a package)`.
    private func withReference(_ blocks: [Block], at index: Int) -> [Block] {
        guard case .heading(let level, let text) = blocks[index], index + 1 < blocks.count,
            case .item = blocks[index + 1], let open = text.tokens.firstIndex(where: { $0.isMark("(") }),
            (1...4).contains(open), let last = text.tokens.last, last.isMark(")"), open + 2 < text.tokens.count,
            text.tokens[(open + 1)...].dropLast().allSatisfy({ $0.isName || $0.kind == .quoted })
        else { return [blocks[index]] }
        let inside = text.part(open + 1..<text.tokens.count - 1)
        let of = lexicon.count(anyOf: [.of, .per], inside.tokens, at: 0)
        let belongs = lexicon.prose.match(inside.tokens, at: 0, where: { $0 == .belongs })?.count
        guard let count = belongs ?? of, (1...4).contains(inside.tokens.count - count) else { return [blocks[index]] }
        let words = lexicon.language == .english ? ["belongs", "to"] : ["pertenece", "a"]
        let lead = words.map { word in
            Token(
                kind: .word, text: word, folded: word, range: inside.tokens[0].range, place: inside.tokens[0].place,
                isSpaced: true)
        }
        let reference = TokenizedText(text: text.text, tokens: lead + inside.tokens[count...])
        return [.heading(level: level, text.part(0..<open)), .item(depth: 0, reference)]
    }

    // MARK: Labels

    /// The blocks without short lines above lists or tables that stand in the same words below several headings.
    private func withoutLabels(_ blocks: [Block]) -> [Block] {
        var counts: [String: Int] = [:]
        let labels = blocks.indices.map { label(at: $0, in: blocks) }
        for case let label? in labels { counts[label, default: 0] += 1 }
        guard counts.values.contains(where: { $0 > 1 }) else { return blocks }
        return blocks.indices.filter { index in labels[index].map { counts[$0] == 1 } ?? true }.map { blocks[$0] }
    }

    /// The folded words of a short line above a list, with a colon behind it, below a heading.
    private func label(at index: Int, in blocks: [Block]) -> String? {
        guard index > 0, index + 1 < blocks.count, case .item = blocks[index + 1],
            case .paragraph(let sentences) = blocks[index], sentences.count == 1
        else { return nil }
        let tokens = sentences[0].tokens
        guard (2...5).contains(tokens.count), tokens.last?.isMark(":") == true, tokens.dropLast().allSatisfy(\.isName),
            blocks[..<index].contains(where: { if case .heading(let level, _) = $0 { level > 1 } else { false } })
        else { return nil }
        let excluded: Set<Keyword> = [.ruleSection, .later, .summarySection, .remarksColumn, .deletionColumn]
        let words = Array(tokens.dropLast())
        guard lexicon.keywords.meaning(of: words, where: excluded.contains) == nil else { return nil }
        return words.map(\.folded).joined(separator: " ")
    }

    // MARK: Introductions

    /// Whether a paragraph stands right above items of which half are fields that are known as such.
    private func isAboveFields(_ index: Int, in blocks: [Block]) -> Bool {
        guard case .paragraph = blocks[index] else { return false }
        if index > 0, case .heading(let level, _) = blocks[index - 1], level > 1 { return false }
        let items = blocks[(index + 1)...].prefix { if case .item = $0 { true } else { false } }
        let top = items.compactMap { block -> TokenizedText? in
            if case .item(0, let text) = block { text } else { nil }
        }
        let fields = top.count { text in
            let lead = text.tokens.count > 1 ? lexicon.count(.determiner, text.tokens, at: 0) ?? 0 : 0
            let head = text.tokens.dropFirst(lead).prefix { $0.isName }
            let isSaid = text.tokens.indices.contains { index in
                lexicon.keywords.match(text.tokens, at: index, where: { $0.isPlainAttribute || $0.isFreeAttribute })
                    != nil
            }
            return (1...5).contains(head.count)
                && (isSaid || guess.type(of: text.words(lead..<lead + head.count)) != nil)
        }
        return !top.isEmpty && fields * 2 >= top.count
    }

    private typealias Topic = (name: TokenizedText, rest: [TokenizedText])

    private func topic(of block: Block) -> Topic? {
        guard case .paragraph(let sentences) = block, let first = sentences.first, let last = sentences.last else {
            return nil
        }
        if sentences.count > 1 || conjunction(of: first.tokens) > 0, let name = alone(first) {
            return (name, Array(sentences.dropFirst()))
        }
        guard last.tokens.last?.isMark(":") == true || last.tokens.last?.isMark(".") != true else { return nil }
        return (asked(last) ?? kept(last) ?? explained(last) ?? announced(last)).map { ($0, sentences.dropLast()) }
    }

    /// The name that is a sentence for itself, as in `And the crates. Each is kept in a shed`.
    private func alone(_ sentence: TokenizedText) -> TokenizedText? {
        guard sentence.tokens.last?.isMark(".") == true else { return nil }
        return name(sentence, start(of: sentence)..<sentence.tokens.count - 1)
    }

    /// What something is kept of: `For site we need`, `Of each crate:`.
    private func kept(_ sentence: TokenizedText) -> TokenizedText? {
        let tokens = sentence.tokens
        let lead = conjunction(of: tokens)
        guard let of = lexicon.count(anyOf: [.of, .for, .per], tokens, at: lead) else { return nil }
        var start = lead + of
        while let count = lexicon.count(anyOf: [.determiner, .each, .indefinite], tokens, at: start) { start += count }
        let end = tokens.indices.dropFirst(start).first { index in
            !tokens[index].isName || lexicon.prose.match(tokens, at: index, where: isVerbal) != nil
        }
        return name(sentence, start..<(end ?? tokens.count))
    }

    /// What a question right above items asks for.
    private func question(_ blocks: [Block], _ index: Int) -> TokenizedText? {
        guard index + 1 < blocks.count, case .item = blocks[index + 1], case .paragraph(let sentences) = blocks[index],
            sentences.count == 1
        else { return nil }
        return asked(sentences[0])
    }

    /// What is asked for: `What do we keep of a club?`, `And about a runner?`.
    private func asked(_ sentence: TokenizedText) -> TokenizedText? {
        let tokens = sentence.tokens
        guard tokens.last?.isMark("?") == true, tokens.count < 12 else { return nil }
        let end = tokens.count - 1
        guard let of = tokens[..<end].lastIndex(where: { Self.topicLeads.contains($0.folded) }) else { return nil }
        var start = of + 1
        while let count = lexicon.count(anyOf: [.determiner, .each, .indefinite], tokens, at: start) { start += count }
        return name(sentence, start..<max(start, end))
    }

    /// What is explained before a colon: `Team is who comes to play:`, `The session, this is the main thing:`.
    private func explained(_ sentence: TokenizedText) -> TokenizedText? {
        let tokens = sentence.tokens
        guard tokens.last?.isMark(":") == true else { return nil }
        let start = start(of: sentence)
        guard start < tokens.count - 1 else { return nil }
        let end = tokens.indices.dropFirst(start + 1).first { index in
            tokens[index].isMark(",") || tokens[index].isMark("(") || tokens[index].isMark(":")
                || lexicon.prose.match(tokens, at: index, where: { $0 == .be }) != nil
        }
        return end.flatMap { name(sentence, start..<$0) }
    }

    /// What comes next: `Then we have inspectors:`, `And last the crates:`.
    private func announced(_ sentence: TokenizedText) -> TokenizedText? {
        let tokens = sentence.tokens
        guard tokens.last?.isMark(":") == true, tokens.count < 10 else { return nil }
        let end = tokens.count - 1
        let verb = tokens.indices.last { index in
            index < end && (tokens[index].isMark(",") || lexicon.prose.match(tokens, at: index, where: isVerbal) != nil)
        }
        guard let verb else { return nil }
        var start = verb + (lexicon.prose.match(tokens, at: verb, where: isVerbal)?.count ?? 1)
        while let count = lexicon.count(anyOf: [.determiner, .each, .indefinite], tokens, at: start) { start += count }
        return name(sentence, start..<max(start, end))
    }

    private func isVerbal(_ word: ProseWord) -> Bool {
        [.we, .weHave, .they, .has, .be, .keep].contains(word)
    }

    /// Where a name may begin, behind `and` and an article.
    private func start(of sentence: TokenizedText) -> Int {
        let start = conjunction(of: sentence.tokens)
        return start + (lexicon.count(anyOf: [.determiner, .each, .indefinite], sentence.tokens, at: start) ?? 0)
    }

    /// How many tokens `and`, `then` or `finally,` have at the beginning.
    private func conjunction(of tokens: [Token]) -> Int {
        var count = 0
        while let next = lexicon.count(.andWord, tokens, at: count)
            ?? lexicon.prose.match(tokens, at: count, where: { $0 == .skip })?.count
        {
            count += next
            if count < tokens.count, tokens[count].isMark(",") { count += 1 }
        }
        return count
    }

    /// The words of a range, when they can be the name of an entity and are no word for a part of descriptions.
    private func name(_ sentence: TokenizedText, _ range: Range<Int>) -> TokenizedText? {
        guard (1...Self.longest).contains(range.count), sentence.tokens.indices.contains(range.lowerBound) else {
            return nil
        }
        let words = Array(sentence.tokens[range])
        let excluded: (Keyword) -> Bool = { word in
            word.isColumn
                || [.entitySection, .itemSection, .ruleSection, .summarySection, .stackSection, .later].contains(word)
        }
        let wanted: Set<Keyword> = [.determiner, .each, .relative, .may, .negation, .orWord, .andWord, .many]
        guard words.allSatisfy(\.isName), words.contains(where: { $0.kind != .number }),
            sentence.words(range).unquoted.isSoundName, lexicon.keywords.meaning(of: words, where: excluded) == nil,
            !lexicon.holds(anyOf: wanted, in: words),
            !words.contains(where: { lexicon.prose.match([$0], at: 0, where: { $0 == .it || $0 == .be }) != nil })
        else { return nil }
        return sentence.part(range)
    }
}
