extension ItemReader {
    /// An item that says something of its entity as a whole, by the form of it; nil for another item.
    /// - Parameters:
    ///   - source: the item.
    ///   - position: how many fields of the entity were before it.
    ///   - lexicon: what the words mean.
    /// - Returns: the item, which may be a field after all.
    static func option(_ source: TokenizedText, after position: Int, lexicon: Lexicon) -> OptionItem? {
        let tokens = source.tokens
        let end = tokens.lastIndex { !$0.isMark(".") }.map { $0 + 1 } ?? 0
        let nameEnd = tokens[..<end].firstIndex { $0.isMark(":") } ?? end
        guard let keyword = lexicon.keywords.meaning(of: Array(tokens[..<nameEnd]), where: \.isOption),
            keyword.takesValue == (nameEnd + 1 < end)
        else { return nil }
        return OptionItem(
            keyword: keyword, source: source, value: min(nameEnd + 1, end)..<end, position: position)
    }

    /// The names in a range of an item, between marks and the word `and`.
    static func names(in source: TokenizedText, _ range: Range<Int>, lexicon: Lexicon) -> [Located] {
        var names: [Located] = []
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound {
            let isEnd = index == range.upperBound || !source.tokens[index].isName
            let isAnd = lexicon.keywords.match(source.tokens, at: index, where: { $0 == .and }) != nil
            guard isEnd || isAnd else { continue }
            if start < index {
                names.append(Located(text: source.words(start..<index).unquoted, place: source.tokens[start].place))
            }
            start = index + 1
        }
        return names
    }
}

extension Keyword {
    /// Whether it begins an item about the entity as a whole.
    var isOption: Bool {
        switch self {
        case .login, .administrator, .transitions, .search, .sort, .softDelete, .readOnly: true
        default: false
        }
    }

    /// Whether such an item has words behind a colon.
    var takesValue: Bool { isOption && self != .softDelete && self != .readOnly }
}
