import MGELayers

/// What signs behind the names of fields mean, where a text says so: `! means never two the same`, `(?) may be empty`,
/// `an asterisk marks data that must be given`.
struct Legend {
    /// What a sign says of the field that it stands behind.
    private enum Meaning { case unique, optional, required }

    private let lexicon: Lexicon
    private var meanings: [String: Meaning] = [:]

    private static let signs: Set<String> = ["*", "!", "?", "+", "#", "^", "°", "†", "‡", "★", "§", "~"]
    private static let asterisks: Set<String> = [
        "asterisk", "asterisks", "star", "asterisco", "asteriscos", "estrella",
    ]

    init(_ blocks: [Block], lexicon: Lexicon) {
        self.lexicon = lexicon
        for case .paragraph(let sentences) in blocks {
            let tokens = sentences.flatMap(\.tokens)
            for index in tokens.indices {
                guard let (sign, start) = Self.sign(tokens, at: index), meanings[sign] == nil else { continue }
                let end = tokens.indices.dropFirst(start).prefix(12).first { position in
                    [",", ";", ".", "("].contains(where: tokens[position].isMark)
                        || Self.signs.contains(tokens[position].text)
                }
                let said = Array(tokens[start..<min(end ?? tokens.count, start + 10)])
                meanings[sign] = meaning(of: said)
            }
        }
    }

    /// The sign that words begin to explain, and where what it means begins.
    private static func sign(_ tokens: [Token], at index: Int) -> (sign: String, start: Int)? {
        let token = tokens[index]
        if asterisks.contains(token.folded), index + 1 < tokens.count, tokens[index + 1].isName {
            return ("*", index + 1)
        }
        guard token.kind == .mark, signs.contains(token.text) else { return nil }
        if index > 0, tokens[index - 1].isMark("("), index + 1 < tokens.count, tokens[index + 1].isMark(")") {
            return (token.text, index + 2)
        }
        guard token.isSpaced, index + 1 < tokens.count, tokens[index + 1].isSpaced else { return nil }
        return (token.text, tokens[index + 1].isName ? index + 1 : index + 2)
    }

    private func meaning(of said: [Token]) -> Meaning? {
        if lexicon.holds(anyOf: [.unique, .noTwoAlike, .onlyOnce, .uniqueColumn], in: said) { return .unique }
        if lexicon.holds(anyOf: [.mayBeEmpty, .optional, .emptyWord, .optionalColumn], in: said) { return .optional }
        return lexicon.holds(anyOf: [.required, .requiredColumn], in: said) ? .required : nil
    }

    // MARK: Use

    /// The blocks with words in the place of the signs in items and tables.
    func applied(to written: [Block]) -> [Block] {
        let blocks = written.map { block -> Block in
            if case .item(let depth, let text) = block { .item(depth: depth, bracketed(text)) } else { block }
        }
        guard !meanings.isEmpty else { return blocks }
        return blocks.map { block in
            switch block {
            case .item(let depth, let text): .item(depth: depth, spelled(text))
            case .table(var table):
                .table(
                    {
                        table.rows = rows(of: table)
                        return table
                    }())
            default: block
            }
        }
    }

    /// An item whose name stands in square brackets, which mean that it need not be there: `[sponsor] → another member`.
    private func bracketed(_ text: TokenizedText) -> TokenizedText {
        let tokens = text.tokens
        guard let first = tokens.first, first.isMark("["),
            let end = tokens.firstIndex(where: { $0.isMark("]") }), (2...5).contains(end),
            tokens[1..<end].allSatisfy(\.isName), let last = tokens.last
        else { return text }
        let inside = Array(tokens[1..<end] + tokens[(end + 1)...])
        return TokenizedText(text: text.text, tokens: inside + words(.optional, behind: last))
    }

    /// The rows of a table; where a sign marks what must be there, the others may be missing.
    private func rows(of table: TableBlock) -> [[TokenizedText]] {
        let names = table.rows.compactMap(\.first)
        let marked = meanings.contains { sign, meaning in
            meaning == .required && names.contains { holds(sign, $0) }
        }
        return table.rows.map { cells in
            cells.enumerated().map { column, cell in
                let isLeft =
                    marked && column == 0 && !cell.tokens.isEmpty && cells.count > 1
                    && !meanings.contains { $0.value == .required && holds($0.key, cell) }
                let cell = spelled(cell)
                guard isLeft, let last = cell.tokens.last else { return cell }
                return TokenizedText(text: cell.text, tokens: cell.tokens + words(.optional, behind: last))
            }
        }
    }

    private func holds(_ sign: String, _ cell: TokenizedText) -> Bool {
        cell.tokens.indices.contains { isSigned(cell, at: $0, sign) || cell.tokens[$0].isMark(sign) }
    }

    /// Whether an asterisk, which is no token, stands behind a name and not before it.
    private func isSigned(_ text: TokenizedText, at index: Int, _ sign: String) -> Bool {
        guard sign == "*", text.tokens[index].isName else { return false }
        let characters = text.text.characters
        var after = text.tokens[index].range.upperBound
        // `panel colour *, code`
        if characters.indices.contains(after + 1), characters[after] == " ", characters[after + 1] == "*" { after += 1 }
        guard characters.indices.contains(after), characters[after] == "*" else { return false }
        let first = text.tokens[...index].lastIndex { !$0.isName }.map { $0 + 1 } ?? 0
        let before = text.tokens[first].range.lowerBound - 1
        let isDouble = characters.indices.contains(after + 1) && characters[after + 1] == "*"
        return !isDouble && !(characters.indices.contains(before) && characters[before] == "*")
    }

    /// A text with the words that its signs stand for.
    private func spelled(_ text: TokenizedText) -> TokenizedText {
        var tokens: [Token] = []
        var inside: [Token] = []
        for (index, token) in text.tokens.enumerated() {
            if let meaning = meanings[token.text], token.kind == .mark, let last = tokens.last {
                if last.isMark("("), index + 1 < text.tokens.count, text.tokens[index + 1].isMark(")") {
                    tokens += words(meaning, behind: token).dropFirst()
                    continue
                }
                let isBeforeMark = index + 1 == text.tokens.count || text.tokens[index + 1].kind == .mark
                if last.isName, !token.isSpaced || isBeforeMark {
                    tokens += words(meaning, behind: token)
                    continue
                }
            }
            tokens.append(token)
            if inside.count == 2, token.isMark("(") {
                tokens += [inside[1], inside[0]]
                inside = []
            }
            guard let meaning = meanings["*"], isSigned(text, at: index, "*") else { continue }
            if index + 1 < text.tokens.count, text.tokens[index + 1].isMark("(") {
                // `end * (date)` is `end (optional, date)`.
                inside = words(meaning, behind: token)
            } else {
                tokens += words(meaning, behind: token)
            }
        }
        return TokenizedText(text: text.text, tokens: tokens)
    }

    /// A comma and the word for a meaning, at the place of a token.
    private func words(_ meaning: Meaning, behind token: Token) -> [Token] {
        let isEnglish = lexicon.language == .english
        let word =
            switch meaning {
            case .unique: isEnglish ? "unique" : "único"
            case .optional: isEnglish ? "optional" : "opcional"
            case .required: isEnglish ? "required" : "obligatorio"
            }
        return [(Token.Kind.mark, ","), (.word, word)].map { kind, text in
            Token(
                kind: kind, text: text, folded: text.foldedForComparison, range: token.range, place: token.place,
                isSpaced: kind == .word)
        }
    }
}
