import MGECore
import MGELayers

/// The cases that a field may have.
extension FieldAttributes {
    /// Reads cases up to the first part that says something else, and what it says.
    /// - Returns: whether there are at least two.
    @discardableResult
    mutating func readCases(_ source: TokenizedText, _ range: Range<Int>, lexicon: Lexicon) -> Bool {
        if saysBound(source.tokens, range, lexicon) { return false }
        let parts = Self.parts(of: source.tokens, range, lexicon: lexicon).map { part in
            var part = part
            while part.count > 1,
                lexicon.prose.match(source.tokens, at: part.lowerBound, where: { $0 == .article }) != nil
            {
                part = part.dropFirst()
            }
            if lexicon.language == .spanish, part.count > 2,
                let lead = lexicon.prose.match(source.tokens, at: part.lowerBound, where: { $0 == .skip }),
                lead.count > 1, lead.count < part.count
            {
                // `(por ahora tempranillo o garnacha)`
                part = part.dropFirst(lead.count)
            }
            if lexicon.language == .english, part.lowerBound == range.lowerBound, part.count > 1,
                ["is", "are"].contains(source.tokens[part.lowerBound].folded)
            {
                // `(is wood, steel or glass)`
                part = part.dropFirst()
            }
            while part.count > 1, source.tokens[part.upperBound - 1].kind == .mark { part = part.dropLast() }
            return part
        }
        .map { withoutDefault(source.tokens, $0, lexicon) }
        let found = parts.prefix { part in
            part.count <= 4 && !standsForCase(source.tokens, at: part.lowerBound, lexicon)
                && part.allSatisfy { index in
                    source.tokens[index].isName && !says(source.tokens, at: index, of: part, lexicon)
                        && !goesOn(source.tokens, at: index, lexicon)
                }
        }.map { Located(text: source.words($0).unquoted, place: source.tokens[$0.lowerBound].place) }
        guard found.count > 1 else { return false }
        var seen: Set<String> = []
        cases = found.filter { seen.insert($0.text).inserted }
        readFirstCase(lexicon)
        let rest = parts.dropFirst(found.count)
        let end = parts[found.count - 1].upperBound
        if end < range.upperBound, source.tokens[end].isMark("(") {
            // `abierto o cerrado (cerrado por defecto)`
            read(source, span(end, range.upperBound), lexicon: lexicon)
        } else if let start = rest.first?.lowerBound, standsForCase(source.tokens, at: start, lexicon),
            span(start, min(start + 9, source.tokens.count)).contains(where: {
                lexicon.prose.match(source.tokens, at: $0, where: { $0 == .unless || $0 == .default }) != nil
            })
        {
            // `(libre, mixto o cerrado; este último es el que va si nadie elige)`
            value = value ?? cases.last
        } else if let start = rest.first?.lowerBound {
            read(source, span(start, range.upperBound), lexicon: lexicon)
        }
        return true
    }

    /// Whether a number is a bound, and no case: `two or higher`.
    func saysBound(_ tokens: [Token], _ range: Range<Int>, _ lexicon: Lexicon) -> Bool {
        lexicon.language == .english
            && range.contains { index in
                ["or", "and"].contains(tokens[index].folded) && index > range.lowerBound
                    && (tokens[index - 1].kind == .number || lexicon.numbers[tokens[index - 1].folded] != nil)
                    && lexicon.prose.match(tokens, at: index, where: { $0 == .minimum || $0 == .maximum }) != nil
            }
    }

    /// Whether a word of a case says something of the field; `letter` says so only behind how many.
    func says(_ tokens: [Token], at index: Int, of part: Range<Int>, _ lexicon: Lexicon) -> Bool {
        guard let found = lexicon.prose.match(tokens, at: index, where: \.isSaid) else { return false }
        return found.meaning != .characters || part.count > 1
    }

    /// The parts between commas and `or`, in the words of one language: in English, `O` is no conjunction.
    static func parts(of tokens: [Token], _ range: Range<Int>, lexicon: Lexicon) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            let isMark = [",", ";", "/", "|"].contains { tokens[index].isMark($0) }
            // `(O, A, B o AB)`
            let isLetter =
                tokens[index].text.utf8.count == 1 && tokens[index].isCapitalised
                && (index + 1 == range.upperBound || tokens[index + 1].kind == .mark || index == range.lowerBound)
            // `basic, plus or premium`
            let isPlus = isCase(tokens, at: index)
            let length =
                isMark
                ? 1 : isLetter || isPlus ? 0 : lexicon.prose.match(tokens, at: index, where: { $0 == .and })?.count ?? 0
            if length > 0 {
                if start < index { parts.append(span(start, index)) }
                start = min(index + length, range.upperBound)
                index = start
            } else {
                index += 1
            }
        }
        if start < index { parts.append(span(start, index)) }
        return parts
    }

    /// Whether `plus` is the name of a case: `basic, plus or premium`.
    static func isCase(_ tokens: [Token], at index: Int) -> Bool {
        tokens[index].folded == "plus" && index > 0 && tokens[index - 1].isMark(",") && index + 1 < tokens.count
            && (tokens[index + 1].isMark(",") || ["or", "and"].contains(tokens[index + 1].folded))
    }
}
