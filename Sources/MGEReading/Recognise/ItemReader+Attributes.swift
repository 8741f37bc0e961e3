import MGECore
import MGELayers

extension ItemReader {
    /// Reads everything after the type.
    mutating func readAttributes() {
        while position < end {
            let start = position
            if tokens[position].isMark(",") || tokens[position].isMark(";") || tokens[position].isMark(".") {
                position += 1
            } else if let chain = Chains.end(in: tokens, position..<end) {
                item.chains.append(Chains.read(source, position..<chain))
                position = chain
            } else if tokens[position].kind == .number, position + 1 < end, tokens[position + 1].isMark("..") {
                readRange()
            } else if let sign = comparison {
                position += 2
                sign == ">" ? readMinimum() : readMaximum()
            } else if let found = lexicon.keywords.match(tokens, at: position, where: \.isAttribute) {
                position += found.count
                readAttribute(found.meaning, at: tokens[start].place)
            } else if let found = lexicon.keywords.match(tokens, at: position, where: { $0 == .owner }) {
                position += found.count
                item.owner = tokens[start].place
            } else {
                reportUnknown()
            }
        }
    }

    private mutating func readAttribute(_ keyword: Keyword, at place: LocatedText.Place) {
        switch keyword {
        case .required: item.required = place
        case .optional: item.optional = place
        case .unique: item.unique = place
        case .default: readDefault(at: place)
        case .minimum: readMinimum()
        case .maximum: readMaximum()
        case .between: readBetween()
        case .onDelete: readDeletion(at: place)
        case .cascade: item.onDelete = (.cascade, place)
        case .restrict: item.onDelete = (.restrict, place)
        case .setNull: item.onDelete = (.setNull, place)
        default: break
        }
    }

    /// `>=` or `<=`: the first character of it.
    private var comparison: String? {
        guard position + 1 < end, tokens[position + 1].isMark("="), !tokens[position + 1].isSpaced else { return nil }
        return [">", "<"].first { tokens[position].isMark($0) }
    }

    private mutating func skipAssignment() {
        while position < end, tokens[position].isMark(":") || tokens[position].isMark("=") { position += 1 }
    }

    private mutating func readNumber(_ attribute: String) -> Located? {
        skipAssignment()
        guard position < end, tokens[position].kind == .number else {
            let place = (position < tokens.count ? tokens[position] : tokens[tokens.count - 1]).place
            findings.add(
                .error, "`\(attribute)` of `\(item.name.text)` has no number", subject: item.name.text,
                remedy: "write `\(attribute) 10`", at: place)
            skipToComma()
            return nil
        }
        let number = Located(text: tokens[position].text, place: tokens[position].place)
        position += 1
        if let unit = lexicon.keywords.match(tokens, at: position, where: { $0 == .unit }) { position += unit.count }
        return number
    }

    private mutating func readMinimum() { item.minimum = readNumber("min") ?? item.minimum }

    private mutating func readMaximum() { item.maximum = readNumber("max") ?? item.maximum }

    private mutating func readBetween() {
        readMinimum()
        if let and = lexicon.keywords.match(tokens, at: position, where: { $0 == .and }) { position += and.count }
        readMaximum()
    }

    private mutating func readRange() {
        item.minimum = Located(text: tokens[position].text, place: tokens[position].place)
        position += 2
        readMaximum()
    }

    private mutating func readDeletion(at place: LocatedText.Place) {
        skipAssignment()
        let rules: [Keyword: Relationship.Deletion] = [.cascade: .cascade, .restrict: .restrict, .setNull: .setNull]
        guard let found = lexicon.keywords.match(tokens, at: position, where: { rules[$0] != nil }),
            let rule = rules[found.meaning]
        else {
            findings.add(
                .error, "`on delete` of `\(item.name.text)` does not say what happens", subject: item.name.text,
                remedy: "write `on delete cascade`, `on delete restrict` or `on delete set null`", at: place)
            return skipToComma()
        }
        position += found.count
        item.onDelete = (rule, place)
    }

    /// A default is all up to the next comma or attribute; brackets keep commas together.
    ///
    /// Of `default to school` it is `to school` when that is a case.
    private mutating func readDefault(at place: LocatedText.Place) {
        skipAssignment()
        var start = position
        var depth = 0
        while position < end {
            let token = tokens[position]
            if token.kind == .mark, "([{".contains(token.text) { depth += 1 }
            if token.kind == .mark, ")]}".contains(token.text) { depth -= 1 }
            if depth == 0, token.isMark(",") || position > start && isAttribute(at: position) { break }
            position += 1
        }
        guard position > start else {
            findings.add(
                .error, "`default` of `\(item.name.text)` has no value", subject: item.name.text,
                remedy: "write the value after it: `default 0`", at: place)
            return
        }
        if start > 0, !isCase(start..<position), isCase(start - 1..<position) { start -= 1 }
        item.defaultValue = Located(text: source.words(start..<position).unquoted, place: tokens[start].place)
    }

    private func isCase(_ range: Range<Int>) -> Bool {
        item.type?.arguments?.contains { $0.text == source.words(range) } == true
    }

    private mutating func reportUnknown() {
        let token = tokens[position]
        let near = NearestName.of(token.folded, among: lexicon.keywords.words(where: \.isAttribute))
        findings.add(
            .error, "`\(token.text)` is not understood in the item `\(item.name.text)`", subject: item.name.text,
            remedy: near.map { "did you mean `\($0)`?" }
                ?? "use required, optional, unique, default, min, max or on delete; write a description after ` - `",
            at: token.place)
        skipToComma()
    }

    private mutating func skipToComma() {
        while position < end, !tokens[position].isMark(",") { position += 1 }
    }
}
