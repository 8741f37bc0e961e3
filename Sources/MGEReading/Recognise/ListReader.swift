/// Reads lists of names: `users, tasks and comments`, `User: name, email (unique)`, `Task (title, due date)`.
struct ListReader: Sendable {
    let lexicon: Lexicon

    /// The parts of a range between commas and the word `and`, outside of parentheses.
    func parts(of tokens: [Token], _ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var depth = 0
        var index = range.lowerBound
        while index < range.upperBound {
            let token = tokens[index]
            if token.isMark("(") { depth += 1 }
            if token.isMark(")") { depth = max(0, depth - 1) }
            var length = depth == 0 && [",", ";", "&", "/"].contains(where: token.isMark) ? 1 : 0
            if depth == 0, length == 0 {
                length = lexicon.keywords.match(tokens, at: index, where: { $0 == .and })?.count ?? 0
            }
            guard length > 0 else {
                index += 1
                continue
            }
            if start < index { parts.append(start..<index) }
            index = min(index + length, range.upperBound)
            start = index
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }

    /// The range without articles and quantifiers at its beginning.
    func withoutArticles(_ tokens: [Token], _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound,
            let found = lexicon.keywords.match(tokens, at: start, where: { $0 == .article }),
            // `a grade of A, B or C`
            start + 1 < range.upperBound || tokens[start].text != "A"
        {
            start = min(start + found.count, range.upperBound)
        }
        return start..<range.upperBound
    }

    /// An item that names an entity, with or without the names of its fields; nil for any other item.
    /// - Parameters:
    ///   - source: the item.
    ///   - isExpected: whether items here are entities, so that the name alone is enough.
    ///   - findings: what is wrong in the item, when it is one.
    /// - Returns: the entity; `.named` without fields, `.listed` with them.
    func entity(_ source: TokenizedText, isExpected: Bool, findings: inout Findings) -> EntityStatement? {
        let tokens = source.tokens
        let limit = tokens.lastIndex { !$0.isMark(".") }.map { $0 + 1 } ?? 0
        let nameEnd = tokens[..<limit].firstIndex { !$0.isName } ?? limit
        let name = withoutArticles(tokens, 0..<nameEnd)
        guard (1...3).contains(name.count), tokens[name].allSatisfy({ $0.kind != .number }), !isOther(tokens, name),
            // `printers do not count: the supplier has them`
            name.count == 1 || !lexicon.holds(anyOf: [.negation], in: Array(tokens[name].dropFirst()))
        else { return nil }
        let singular = lexicon.inflector.singular(of: source.words(name).entityName)
        let isKnown = lexicon.entity(named: singular) != nil
        var entity = EntityStatement(
            form: .named, name: Located(text: source.words(name), place: tokens[name.lowerBound].place))
        guard nameEnd < limit else { return isExpected || isKnown ? entity : nil }
        let mark = tokens[nameEnd]
        if mark.isMark("—") || mark.isMark("–") || mark.isMark("-") {
            entity.summary = source.words(nameEnd + 1..<limit)
            return isExpected || isKnown ? entity : nil
        }
        guard mark.isMark(":") || mark.isMark("(") && tokens[limit - 1].isMark(")") else { return nil }
        let inside = nameEnd + 1..<(mark.isMark(":") ? limit : limit - 1)
        guard let fields = fields(source, inside, findings: &findings) else {
            guard isExpected || isKnown, !inside.isEmpty else { return nil }
            entity.summary = source.words(inside)
            return entity
        }
        entity.form = .listed
        entity.fields = fields
        let isLikely = fields.contains { $0.type != nil || lexicon.fieldItem(for: $0.name.text) != nil }
        return isExpected || isKnown || isLikely ? entity : nil
    }

    /// The items of a list of fields; nil when a part of it has not the form of one.
    func fields(_ source: TokenizedText, _ range: Range<Int>, findings: inout Findings) -> [FieldItem]? {
        var fields: [FieldItem] = []
        var collected = findings.fresh
        for part in parts(of: source.tokens, range) {
            let part = withoutArticles(source.tokens, part)
            guard let field = ItemReader.read(source.part(part), lexicon: lexicon, findings: &collected) else {
                return nil
            }
            fields.append(field)
        }
        findings.absorb(collected)
        return fields.isEmpty ? nil : fields
    }

    /// Whether the words name a technique or a feature, which is no entity.
    func isOther(_ tokens: [Token], _ range: Range<Int>) -> Bool {
        range.contains { index in
            lexicon.keywords.match(tokens, at: index, where: { $0 == .technology || $0 == .feature || $0 == .system })
                != nil
        }
    }
}
