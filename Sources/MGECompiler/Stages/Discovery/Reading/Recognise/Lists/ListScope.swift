/// What stands above a list.
struct ListScope: Sendable {
    var section: Keyword?
    /// The level of the heading of all entities.
    var sectionLevel: Int?
    var isBelowTitle = true
    /// The heading or short paragraph right above, with nothing but text between.
    var opener: (index: Int, isStructured: Bool)?
    var announces = false

    mutating func enter(_ block: Block, at index: Int, _ lexicon: Lexicon) {
        announces = false
        switch block {
        case .heading(let level, let text):
            let wanted: Set<Keyword> = [
                .entitySection, .ruleSection, .summarySection, .stackSection, .itemSection, .later,
            ]
            let meaning = lexicon.keywords.meaning(of: text.tokens, where: wanted.contains)
            isBelowTitle = level == 1 && isBelowTitle && sectionLevel == nil
            if let sectionLevel, level > sectionLevel {
                opener = (index, true)
                section = .entitySection
            } else {
                section = meaning
                sectionLevel = meaning == .entitySection ? level : nil
                opener = meaning == nil && !isBelowTitle ? (index, false) : nil
            }
        case .paragraph(let sentences):
            announces = sentences.last?.tokens.last?.isMark(":") ?? false
            guard let text = sentences.first, sentences.count == 1, let last = text.tokens.last else { return }
            let words = last.isMark(":") ? text.tokens.dropLast() : text.tokens[...]
            let saysMore = lexicon.holds(anyOf: [.manage, .polite, .build, .has, .clause], in: Array(words))
            if (1...3).contains(words.count), words.allSatisfy(\.isName), !saysMore { opener = (index, false) }
        case .table, .code, .item: opener = nil
        }
    }
}
