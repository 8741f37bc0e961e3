/// Makes headings of lines in bold letters that stand right above lists or tables: `**Lamp**` above `- number: text`.
struct EmphasisedHeadings {
    /// The most words of such a line.
    private static let longest = 6

    let blocks: [Block]

    init(_ written: [Block]) {
        var blocks = written
        var level = 1
        for index in blocks.indices.dropLast() {
            if case .heading(let own, _) = blocks[index] {
                level = own
            } else if case .paragraph(let sentences) = blocks[index], Self.holdsFields(blocks[index + 1]),
                let title = Self.title(TokenizedText(joining: sentences))
            {
                blocks[index] = .heading(level: min(level + 1, 6), title)
            }
        }
        self.blocks = blocks
    }

    private static func holdsFields(_ block: Block) -> Bool {
        switch block {
        case .item, .table: true
        default: false
        }
    }

    /// A short line that is all in bold letters, without a colon behind it.
    private static func title(_ text: TokenizedText) -> TokenizedText? {
        let words = text.tokens.prefix { $0.isName }
        let rest = text.tokens.dropFirst(words.count)
        guard (1...longest).contains(words.count),
            rest.isEmpty || rest.count == 1 && rest.allSatisfy({ $0.isMark(":") }),
            text.isEmphasised(0..<words.count) || text.isEmphasised(text.tokens.indices)
        else { return nil }
        return text.part(0..<words.count)
    }
}
