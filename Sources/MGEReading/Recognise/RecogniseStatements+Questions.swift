import MGECore
import MGELayers

extension RecogniseStatements {
    /// Adds to each sentence the question before it that only says when it holds: `Drop a pump? Its valves go too.` is `drop a
    /// pump, its valves go too`.
    /// - Returns: the places of these questions.
    static func answer(_ sentences: inout [TokenizedText], _ lexicon: Lexicon) -> [Int] {
        guard lexicon.language == .english else { return [] }
        var questions: [Int] = []
        for index in sentences.indices.dropLast() {
            let (question, answer) = (sentences[index], sentences[index + 1])
            guard let mark = question.tokens.last, mark.isMark("?"), (3...12).contains(question.tokens.count),
                question.text == answer.text
            else { continue }
            let first = lexicon.prose.match(question.tokens, at: 0, where: { [.delete, .two].contains($0) })
            switch first?.meaning {
            case .delete:
                questions.append(index)
                sentences[index + 1].tokens = question.tokens.dropLast() + [mark.replaced(by: ",")] + answer.tokens
            case .two where lexicon.prose.match(answer.tokens, at: 0, where: { [.refused, .not].contains($0) }) != nil:
                sentences[index] = alike(question)
            default: break
            }
        }
        return questions
    }

    /// The colon of a label that says more than what the list behind it is of: `customers first: name, email and phone`,
    /// `guides are volunteers: name, phone`.
    static func labelEnd(_ tokens: [Token], _ lexicon: Lexicon) -> Int? {
        guard lexicon.language == .english, let colon = tokens.prefix(6).firstIndex(where: { $0.isMark(":") }),
            colon > 1,
            colon + 3 < tokens.count, tokens[0].kind == .word, lexicon.inflector.isPlural(tokens[0].text.lowercased()),
            tokens[colon...].contains(where: { $0.isMark(",") })
        else { return nil }
        let isOrder = colon == 2 && ["first", "next", "last", "then", "now", "too", "also"].contains(tokens[1].folded)
        let saysWhat =
            tokens[1].folded == "are" && colon > 2 && tokens[2..<colon].allSatisfy { $0.kind == .word }
            && (colon == 3 || lexicon.inflector.isPlural(tokens[colon - 1].text.lowercased()))
            && lexicon.prose.match(tokens, at: 2, where: { $0.isSaid || $0 == .identifies || $0 == .recorded }) == nil
            && lexicon.inflector.isPlural(tokens[colon - 1].text.lowercased())
        return isOrder || saysWhat ? colon : nil
    }

    /// `two guardians with one address?`, which is refused, as `no two guardians with the same address`.
    private static func alike(_ question: TokenizedText) -> TokenizedText {
        guard let with = question.tokens.firstIndex(where: { $0.folded == "with" }), with + 1 < question.tokens.count,
            ["one", "same"].contains(question.tokens[with + 1].folded)
        else { return question }
        let same = question.tokens[with + 1].replaced(by: "same")
        let tokens = question.tokens.dropLast()
        return TokenizedText(
            text: question.text,
            tokens: [tokens[0].replaced(by: "no")] + tokens[...with] + [same] + tokens[(with + 2)...])
    }
}

extension Token {
    /// A token at the same place, with another text.
    fileprivate func replaced(by text: String) -> Token {
        Token(
            kind: text == "," ? .mark : .word, text: text, folded: text, range: range, place: place, isSpaced: isSpaced)
    }
}
