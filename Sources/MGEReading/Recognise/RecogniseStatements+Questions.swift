import MGECore
import MGELayers

extension RecogniseStatements {
    /// Adds to each sentence the question before it that only says when it holds: `Drop a pump? Its valves go too.` is `drop a
    /// pump, its valves go too`.
    /// - Returns: the places of these questions and of their answers.
    static func answer(
        _ sentences: inout [TokenizedText], _ lexicon: Lexicon
    ) -> [(question: Int, answer: Int)] {
        guard lexicon.language == .english else { return [] }
        var questions: [(question: Int, answer: Int)] = []
        for index in sentences.indices.dropLast() {
            let (question, answer) = (sentences[index], sentences[index + 1])
            guard let mark = question.tokens.last, mark.isMark("?"), (3...12).contains(question.tokens.count),
                question.text == answer.text
            else { continue }
            let first = lexicon.prose.match(question.tokens, at: 0, where: { [.delete, .two].contains($0) })
            switch first?.meaning {
            case .delete:
                questions.append((index, index + 1))
                sentences[index + 1].tokens = question.tokens.dropLast() + [mark.replaced(by: ",")] + answer.tokens
            case .two where lexicon.prose.match(answer.tokens, at: 0, where: { [.refused, .not].contains($0) }) != nil:
                sentences[index] = alike(question)
            default: break
            }
        }
        return questions
    }

    /// A Spanish sentence that names the role of who does it behind them, with *como*: `la firma un usuario, su autor: título y
    /// fecha`; what is told behind a colon is of what it is done to.
    static func roleOfAgent(_ sentence: TokenizedText, _ lexicon: Lexicon) -> TokenizedText? {
        let tokens = sentence.tokens
        guard lexicon.language == .spanish, tokens.count > 8,
            let su = tokens.indices.dropFirst(5).first(where: { index in
                tokens[index].folded == "su" && tokens[index - 1].isMark(",") && index + 2 < tokens.count
                    && tokens[index + 1].kind == .word && tokens[index + 2].kind == .mark
                    && tokens[index - 2].kind == .word && ["un", "una"].contains(tokens[index - 3].folded)
                    && ["lo", "la", "los", "las"].contains(tokens[index - 5].folded)
            })
        else { return nil }
        var changed = Array(tokens[..<(su - 1)]) + [tokens[su].replaced(by: "como"), tokens[su + 1]]
        let mark = tokens[su + 2]
        changed += mark.isMark(":") ? [mark.replaced(by: ";"), mark.replaced(by: "tiene")] : [mark]
        return TokenizedText(text: sentence.text, tokens: changed + tokens[(su + 3)...])
    }

    /// The colon of a Spanish label whose clause has it for its subject: `ofertas: son de un interesado y llevan importe`.
    static func clauseBehindLabel(_ tokens: [Token], _ lexicon: Lexicon) -> Int? {
        guard lexicon.language == .spanish, let colon = tokens.prefix(4).firstIndex(where: { $0.isMark(":") }),
            colon > 0, colon + 4 < tokens.count, tokens[..<colon].allSatisfy({ $0.kind == .word }),
            lexicon.inflector.isPlural(tokens[colon - 1].text.lowercased()),
            let verb = lexicon.prose.match(tokens, at: colon + 1, where: { $0 == .be || $0 == .has || $0 == .belongs }),
            tokens[colon + verb.count].folded.hasSuffix("n")
                || ["de", "del", "a"].contains(tokens[colon + verb.count].folded)
        else { return nil }
        return colon
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
    func replaced(by text: String) -> Token {
        Token(
            kind: [",", ";", ":"].contains(text) ? .mark : .word, text: text, folded: text, range: range, place: place,
            isSpaced: isSpaced)
    }

    /// A mark at the same place.
    func mark(_ text: String) -> Token {
        Token(kind: .mark, text: text, folded: text, range: range, place: place, isSpaced: isSpaced)
    }
}
