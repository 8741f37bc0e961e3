import MGELayers

/// What happens on an occasion, and what holds then.
extension Rephrased {
    private static let ratings = [
        "puntua": "puntuación", "valora": "valoración", "califica": "calificación", "evalua": "evaluación",
    ]

    /// `en una cata, un juez puntúa un queso de 0 a 10` is `una cata tiene un juez y un queso, una puntuación de 0 a 10`.
    func ratedThere(_ tokens: [Token]) -> [Token] {
        guard tokens.count > 10, tokens[0].folded == "en", ["un", "una", "cada"].contains(tokens[1].folded),
            let comma = tokens.prefix(6).firstIndex(where: { $0.isMark(",") }),
            ["un", "una"].contains(tokens[comma + 1].folded),
            let verb = span(comma + 3, min(comma + 6, tokens.count - 5)).first(where: {
                Self.ratings[tokens[$0].folded] != nil
            }), let rating = Self.ratings[tokens[verb].folded],
            let article = span(verb + 1, verb + 3).first(where: { ["un", "una"].contains(tokens[$0].folded) }),
            let range = span(article + 2, min(article + 5, tokens.count - 2)).first(where: {
                ["de", "entre", "con"].contains(tokens[$0].folded) && tokens[$0 + 1].kind == .number
            })
        else { return tokens }
        let points = [",", "una", rating].map { word in
            word == "," ? tokens[comma] : tokens[verb].replaced(by: word)
        }
        return Array(tokens[1..<comma]) + [tokens[verb].replaced(by: "tiene")] + tokens[(comma + 1)..<verb]
            + [tokens[verb].replaced(by: "y")] + tokens[article..<range] + points + tokens[range...]
    }

    /// `si el código ya existe, el alta se rechaza` is `el código no se repite`.
    func refusedIfThere(_ tokens: [Token]) -> [Token] {
        guard
            let start = tokens.indices.first(where: { index in
                tokens[index].folded == "si" && (index == 0 || tokens[index - 1].isMark(";"))
            }), start + 6 < tokens.count, ["el", "la", "ese", "esa"].contains(tokens[start + 1].folded),
            let already = span(start + 3, min(start + 8, tokens.count - 3)).first(where: { tokens[$0].folded == "ya" }),
            ["existe", "existiera", "esta", "figura", "consta"].contains(tokens[already + 1].folded),
            tokens[(already + 2)...].contains(where: { token in
                ["rechaz", "error", "deneg", "impid", "aborta"].contains(where: token.folded.hasPrefix)
            })
        else { return tokens }
        let end = tokens.last?.kind == .mark ? tokens.count - 1 : tokens.count
        guard !tokens[already..<end].contains(where: { $0.isMark(";") || $0.isMark(":") }) else { return tokens }
        let rule = ["no", "se", "repite"].map { tokens[already].replaced(by: $0) }
        return Array(tokens[..<start]) + tokens[(start + 1)..<already] + rule + tokens[end...]
    }

    /// `cuando el trabajo es nuevo el estado es pedido` is `al principio el estado es pedido`.
    func whenNew(_ tokens: [Token]) -> [Token] {
        guard
            let new = tokens.indices.dropFirst(4).first(where: { index in
                ["nuevo", "nueva"].contains(tokens[index].folded)
                    && ["es", "esta"].contains(tokens[index - 1].folded)
            }), new + 3 < tokens.count,
            let start = span(max(0, new - 6), new - 2).first(where: { tokens[$0].folded == "cuando" }),
            ["el", "la", "un", "una"].contains(tokens[start + 1].folded)
        else { return tokens }
        let next = tokens[new + 1].isMark(",") ? new + 2 : new + 1
        guard ["el", "la", "su"].contains(tokens[next].folded) else { return tokens }
        let atFirst = ["al", "principio"].map { tokens[start].replaced(by: $0) }
        return Array(tokens[..<start]) + atFirst + tokens[next...]
    }

    /// `su respuesta será sí, no o quizá` is `tiene una respuesta que es sí, no o quizá`.
    func itsCases(_ tokens: [Token]) -> [Token] {
        guard tokens.count > 6, tokens[0].folded == "su", tokens[1].kind == .word,
            ["sera", "es"].contains(tokens[2].folded), tokens[3].kind == .word, tokens[4].isMark(","),
            lexicon.prose.match(tokens, at: 3, where: \.isStructural) == nil
        else { return tokens }
        let end = span(4, tokens.count).first { tokens[$0].folded == "o" || tokens[$0].folded == "u" }
        guard let end, end < 10, tokens[4..<end].allSatisfy({ $0.kind == .word || $0.isMark(",") }) else {
            return tokens
        }
        let lead = ["tiene", "una"].map { tokens[0].replaced(by: $0) }
        return lead + [tokens[1], tokens[2].replaced(by: "que"), tokens[2].replaced(by: "es")] + tokens[3...]
    }
}
