import MGELayers

/// What belongs to what.
extension Rephrased {
    /// `por un astrónomo, que es su investigador principal` is `por un astrónomo como investigador principal`.
    func asRole(_ tokens: [Token]) -> [Token] {
        guard
            let su = tokens.indices.dropFirst(6).first(where: { index in
                tokens[index].folded == "su" && tokens[index - 1].folded == "es" && tokens[index - 2].folded == "que"
            }), su + 2 < tokens.count, tokens[su + 1].kind == .word
        else { return tokens }
        let before = tokens[su - 3].isMark(",") ? su - 3 : su - 2
        let end = span(su + 1, min(su + 5, tokens.count)).first { tokens[$0].kind == .mark } ?? tokens.count
        guard end - su < 4, ["un", "una"].contains(tokens[before - 2].folded),
            tokens[before - 3].folded == "por" || tokens[before - 3].folded == "a"
        else { return tokens }
        return Array(tokens[..<before]) + [tokens[su].replaced(by: "como")] + tokens[(su + 1)...]
    }

    /// `consta de un importe y del motivo` is `consta de un importe y el motivo`.
    func ofEachPart(_ tokens: [Token]) -> [Token] {
        let verb = tokens.indices.first { index in
            lexicon.prose.match(tokens, at: index, where: { $0 == .has }).map {
                $0.count > 1 && tokens[index + $0.count - 1].folded == "de"
            } ?? false
        }
        guard let verb else { return tokens }
        var tokens = tokens
        for index in span(verb + 3, tokens.count)
        where tokens[index].folded == "del" && (tokens[index - 1].folded == "y" || tokens[index - 1].isMark(",")) {
            tokens[index] = tokens[index].replaced(by: "el")
        }
        return tokens
    }

    /// `a cada llave le corresponde una puerta, y a cada puerta una única llave` says of the door what it says of the key.
    func oneOfEach(_ tokens: [Token]) -> [Token] {
        let joint = tokens.indices.dropFirst(5).dropLast(4).first { index in
            tokens[index].folded == "y" && tokens[index + 1].folded == "a" && tokens[index + 2].folded == "cada"
        }
        guard let joint,
            let one = span(joint + 4, min(joint + 8, tokens.count - 2)).first(where: { index in
                ["un", "una"].contains(tokens[index].folded)
                    && ["unico", "unica", "solo", "sola"].contains(tokens[index + 1].folded)
            }), tokens[..<joint].contains(where: { ["corresponde", "pertenece"].contains($0.folded) })
        else { return tokens }
        let belongs = [tokens[one].replaced(by: "corresponde"), tokens[one].replaced(by: "a")]
        return Array(tokens[...joint]) + tokens[(joint + 2)..<one] + belongs + tokens[one...]
    }

    /// `un paso lo cargan treinta costaleros o más` is `un paso lo cargan varios costaleros`.
    func severalDoers(_ tokens: [Token]) -> [Token] {
        guard
            let verb = tokens.indices.dropFirst(2).dropLast(2).first(where: { index in
                ["lo", "la"].contains(tokens[index - 1].folded) && tokens[index].kind == .word
                    && tokens[index].folded.hasSuffix("n") && isSeveral(tokens[index + 1])
                    && lexicon.inflector.isPlural(tokens[index + 2].text.lowercased())
            })
        else { return tokens }
        let isMore =
            verb + 4 < tokens.count && tokens[verb + 3].folded == "o"
            && ["mas", "menos"].contains(tokens[verb + 4].folded)
        return Array(tokens[...verb]) + [tokens[verb + 1].replaced(by: "varios"), tokens[verb + 2]]
            + tokens[(verb + (isMore ? 5 : 3))...]
    }

    private func isSeveral(_ token: Token) -> Bool {
        token.kind == .number ? token.text != "1" : lexicon.numbers[token.folded].map { $0 > 3 } ?? false
    }

    /// `los pacientes (nombre) piden citas (fecha y hora)` has `varias citas`, as what stands between two groups.
    func betweenGroups(_ tokens: [Token]) -> [Token] {
        guard
            let verb = tokens.indices.dropFirst(4).dropLast(3).first(where: { index in
                tokens[index - 1].isMark(")") && ["an", "en"].contains(where: tokens[index].folded.hasSuffix)
                    && tokens[index + 2].isMark("(") && lexicon.inflector.isPlural(tokens[index + 1].text.lowercased())
                    && lexicon.prose.match(tokens, at: index, where: \.isStructural) == nil
            })
        else { return tokens }
        return Array(tokens[...verb]) + [tokens[verb + 1].replaced(by: "varias")] + tokens[(verb + 1)...]
    }
}
