import MGECore

extension ItemReader {
    /// Reads the type with what stands in parentheses after it.
    mutating func readType(isNamed: Bool) {
        guard isNamed else { return readTypeInParentheses() }
        var isMany = false
        if let found = lexicon.keywords.match(tokens, at: position, where: { $0 == .many || $0 == .one }),
            position + found.count < end, tokens[position + found.count].isName
        {
            isMany = found.meaning == .many
            position += found.count
        }
        let isBracketed = position + 1 < end && tokens[position].isMark("[") && tokens[position + 1].isName
        if isBracketed { position += 1 }
        let start = position
        let known = lexicon.types.match(tokens, at: position)
        if let known { position += known.count }
        while position < end, tokens[position].kind == .word || tokens[position].kind == .quoted,
            position == start || known == nil, !isAttribute(at: position)
        {
            position += 1
        }
        guard position > start else { return }
        item.type = FieldItem.TypePhrase(
            tokens: Array(tokens[start..<position]),
            words: Located(text: source.words(start..<position), place: tokens[start].place), isMany: isMany)
        readTypeMarks(isBracketed: isBracketed)
        readArguments()
    }

    /// `Tag[]`, `[Tag]` and `string?`.
    private mutating func readTypeMarks(isBracketed: Bool) {
        if isBracketed, position < end, tokens[position].isMark("]") {
            position += 1
            item.type?.isMany = true
        } else if position + 1 < end, tokens[position].isMark("["), tokens[position + 1].isMark("]") {
            position += 2
            item.type?.isMany = true
        }
        if position < end, tokens[position].isMark("?") {
            item.optional = tokens[position].place
            position += 1
        }
    }

    /// `title (string, required)`: without a colon, the parentheses hold type and attributes.
    private mutating func readTypeInParentheses() {
        guard position < end, tokens[position].isMark("("), tokens[end - 1].isMark(")") else { return }
        position += 1
        end -= 1
        if !isAttribute(at: position) { readType(isNamed: true) }
    }

    private mutating func readArguments() {
        guard position < end, tokens[position].isMark("(") else { return }
        let opening = position
        if position + 1 < end, isAttribute(at: position + 1) {
            position += 1
            if tokens[end - 1].isMark(")") { end -= 1 }
            return
        }
        position += 1
        var arguments: [Located] = []
        var start = position
        while position < end, !tokens[position].isMark(")") {
            if tokens[position].isMark(",") || tokens[position].isMark("|") {
                arguments.append(argument(start..<position))
                start = position + 1
            }
            position += 1
        }
        if start < position || !arguments.isEmpty { arguments.append(argument(start..<position)) }
        item.type?.arguments = arguments
        guard position < end else {
            findings.add(
                .error, "the parenthesis is not closed", subject: item.name.text,
                remedy: "write `)` after the last value",
                at: tokens[opening].place)
            return
        }
        position += 1
    }

    private func argument(_ range: Range<Int>) -> Located {
        let place = range.lowerBound < tokens.count ? tokens[range.lowerBound].place : source.place
        return Located(text: source.words(range).unquoted, place: place)
    }
}
