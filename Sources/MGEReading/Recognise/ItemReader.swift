/// Reads one item of an entity's list: `- email: email, unique — the address to log in with`.
///
/// The grammar is `name [":" type ["(" arguments ")"]] {[","] attribute} [description]`, see Docs/briefs.md.
struct ItemReader {
    let source: TokenizedText
    let tokens: [Token]
    let lexicon: Lexicon
    var findings: Findings
    var position = 0
    /// The end of what is read as type and attributes; the description follows.
    var end: Int
    var item: FieldItem

    private init(_ source: TokenizedText, name: Located, from start: Int, lexicon: Lexicon, findings: Findings) {
        self.source = source
        tokens = source.tokens
        self.lexicon = lexicon
        self.findings = findings
        position = start
        end = tokens.count
        item = FieldItem(name: name, words: source.words)
    }

    /// Reads the item of a field or a relation.
    /// - Returns: nil when the text has not the form of an item: no name, or prose.
    static func read(_ source: TokenizedText, lexicon: Lexicon, findings: inout Findings) -> FieldItem? {
        guard let nameEnd = nameEnd(of: source, lexicon: lexicon), nameEnd > 0 else { return nil }
        let hasType = nameEnd < source.tokens.count && source.tokens[nameEnd].isMark(":")
        var reader = ItemReader(
            source, name: Located(text: source.words(0..<nameEnd), place: source.place),
            from: hasType ? nameEnd + 1 : nameEnd, lexicon: lexicon, findings: findings.fresh)
        reader.cutDescription()
        guard hasType || reader.position == reader.end || reader.startsAttributes else { return nil }
        reader.item.name.text = reader.item.name.text.unquoted
        reader.readType(isNamed: hasType)
        reader.readAttributes()
        findings.absorb(reader.findings)
        return reader.item
    }

    /// The names of `unique: owner, name`; nil for another item.
    static func uniqueGroup(_ source: TokenizedText, lexicon: Lexicon) -> UniqueGroup? {
        guard let colon = source.tokens.firstIndex(where: { $0.isMark(":") }),
            lexicon.keywords.meaning(of: Array(source.tokens[..<colon]), where: { $0 == .unique }) != nil
        else { return nil }
        let names = names(in: source, colon + 1..<source.tokens.count, lexicon: lexicon)
        return UniqueGroup(names: names, place: source.place)
    }

    /// Where the name ends: at the colon, or for an item without a type at the first mark or attribute.
    private static func nameEnd(of source: TokenizedText, lexicon: Lexicon) -> Int? {
        let tokens = source.tokens
        if let colon = tokens.firstIndex(where: { $0.isMark(":") || $0.isMark("(") }), tokens[colon].isMark(":") {
            return colon
        }
        let end = tokens.indices.dropFirst().first { index in
            !tokens[index].isName || lexicon.keywords.match(tokens, at: index, where: \.isAttribute) != nil
        }
        let count = end ?? tokens.count
        return count <= 3 && tokens.prefix(count).allSatisfy(\.isName) ? count : nil
    }

    private var startsAttributes: Bool {
        tokens[position].isMark("(") || tokens[position].isMark(",") || isAttribute(at: position)
    }

    /// Takes off what describes the field: after a dash, or in parentheses at the end.
    private mutating func cutDescription() {
        var depth = 0
        var opening: Int?
        for index in position..<tokens.count {
            guard tokens[index].kind == .mark else { continue }
            let mark = tokens[index].text
            if mark == "(" || mark == "[" || mark == "{" {
                if depth == 0 { opening = index }
                depth += 1
            } else if mark == ")" || mark == "]" || mark == "}" {
                depth = max(0, depth - 1)
            } else if depth == 0, isDash(at: index) {
                let isDouble = index + 1 < tokens.count && tokens[index + 1].isMark("-")
                setDescription(index + (isDouble ? 2 : 1)..<tokens.count)
                end = index
                return
            }
        }
        guard depth == 0, let opening, let last = tokens.last, last.isMark(")") else { return }
        let inside = opening + 1..<tokens.count - 1
        guard !inside.isEmpty, !holdsArguments(inside, after: opening), !holdsAttributes(inside) else { return }
        setDescription(inside)
        end = opening
    }

    private mutating func setDescription(_ range: Range<Int>) {
        let words = source.words(range)
        item.summary = words.isEmpty ? nil : words
    }

    private func isDash(at index: Int) -> Bool {
        let token = tokens[index]
        if ["—", "–", "--"].contains(where: token.isMark) { return true }
        guard token.isMark("-"), token.isSpaced, index + 1 < tokens.count else { return false }
        return tokens[index + 1].isSpaced || tokens[index + 1].isMark("-")
    }

    /// Whether parentheses belong to the type: numbers, or the cases of an enumeration.
    private func holdsArguments(_ inside: Range<Int>, after opening: Int) -> Bool {
        guard opening > position else { return false }
        let type = lexicon.types.meaning(of: Array(tokens[position..<opening]))
        if type == .enum { return true }
        return type != nil && tokens[inside].allSatisfy { $0.kind == .number || $0.isMark(",") || $0.isMark("..") }
    }

    /// Whether parentheses hold attributes, after a type perhaps, and nothing else.
    private func holdsAttributes(_ inside: Range<Int>) -> Bool {
        var start = inside.lowerBound
        if let type = lexicon.types.match(tokens, at: start) {
            start += type.count
            if start < inside.upperBound, !tokens[start].isMark(",") { return tokens[start].isMark("(") }
        }
        while start < inside.upperBound {
            if tokens[start].isMark(",") {
                start += 1
                continue
            }
            guard let found = lexicon.keywords.match(tokens, at: start, where: \.isAttribute) else { return false }
            start += found.count
            let takesValue: Set<Keyword> = [.default, .minimum, .maximum, .between, .onDelete]
            guard takesValue.contains(found.meaning) else {
                guard start >= inside.upperBound || tokens[start].isMark(",") || isAttribute(at: start) else {
                    return false
                }
                continue
            }
            while start < inside.upperBound, !tokens[start].isMark(",") { start += 1 }
        }
        return true
    }

    /// Whether an attribute begins here.
    func isAttribute(at index: Int) -> Bool {
        lexicon.keywords.match(tokens, at: index, where: \.isAttribute) != nil
    }
}

extension Keyword {
    /// Whether it begins an attribute of an item.
    var isAttribute: Bool {
        switch self {
        case .required, .optional, .unique, .default, .minimum, .maximum, .between, .onDelete, .cascade, .restrict,
            .setNull:
            true
        default: false
        }
    }
}
