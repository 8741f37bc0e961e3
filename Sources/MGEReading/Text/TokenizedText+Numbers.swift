import MGECore

extension TokenizedText {
    /// With numbers that have a comma before their fraction as one token each: `0,5`, but not `1,2,3`.
    var withDecimalCommas: TokenizedText {
        func joins(_ comma: Int) -> Bool {
            guard comma > 0, comma + 1 < tokens.count, tokens[comma].isMark(","), !tokens[comma].isSpaced else {
                return false
            }
            return tokens[comma - 1].isWhole && tokens[comma + 1].isWhole && !tokens[comma + 1].isSpaced
        }
        let commas = tokens.indices.filter(joins)
        guard !commas.isEmpty else { return self }
        var joined: [Token] = []
        var index = 0
        for comma in commas where comma > index {
            joined += tokens[index..<comma - 1]
            let (whole, fraction) = (tokens[comma - 1], tokens[comma + 1])
            // A list of numbers without blanks.
            if joins(comma - 2) || joins(comma + 2) {
                joined += [whole]
                index = comma
                continue
            }
            let number = whole.text + "." + fraction.text
            joined.append(
                Token(
                    kind: .number, text: number, folded: number,
                    range: whole.range.lowerBound..<fraction.range.upperBound, place: whole.place,
                    isSpaced: whole.isSpaced))
            index = comma + 2
        }
        joined += tokens[index...]
        return TokenizedText(text: text, tokens: joined)
    }
}

extension Token {
    /// Whether it is a number without sign or fraction, or the digits behind a comma.
    fileprivate var isWhole: Bool {
        kind == .number && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
