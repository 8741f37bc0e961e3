import MGELayers

/// Spanish sentences in plainer words that say the same.
extension RecogniseStatements {
    /// A sentence without what only makes it longer: `dada una sede, se conserva su nombre` is `de una sede se conserva su
    /// nombre`.
    static func rephrased(_ sentence: TokenizedText, _ lexicon: Lexicon) -> TokenizedText {
        guard lexicon.language == .spanish, sentence.tokens.count > 4 else { return sentence }
        var tokens = withoutLabelWords(sentence.tokens, lexicon)
        tokens = givenFirst(tokens, lexicon)
        tokens = withoutNounOfOthers(tokens, lexicon)
        tokens = eachItsOwn(tokens, lexicon)
        tokens = withoutSecondWith(tokens)
        return TokenizedText(text: sentence.text, tokens: tokens)
    }

    /// `dado un pedido, tiene fecha` is `un pedido tiene fecha`, and `dada una sede, se conserva su nombre` has `de` instead.
    private static func givenFirst(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard ["dado", "dada", "dados", "dadas"].contains(tokens[0].folded),
            lexicon.prose.match(tokens, at: 1, where: \.isDeterminer) != nil,
            let comma = tokens.prefix(8).firstIndex(where: { $0.isMark(",") }), comma > 2, comma + 2 < tokens.count,
            tokens[..<comma].allSatisfy({ $0.kind == .word })
        else { return tokens }
        let verb = lexicon.prose.match(tokens, at: comma + 1, where: { [.has, .belongs, .keep].contains($0) })
        guard let verb else { return tokens }
        let lead = verb.meaning == .keep ? [tokens[0].replaced(by: "de")] : []
        return lead + tokens[1..<comma] + tokens[(comma + 1)...]
    }

    /// `un código que ninguna otra sede puede usar` is `un código que ninguna otra puede usar`.
    private static func withoutNounOfOthers(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        for index in tokens.indices where ["otro", "otra"].contains(tokens[index].folded) {
            let none = index > 1 && ["ningun", "ninguna"].contains(tokens[index - 1].folded)
            let start = none ? index - 2 : index - 1
            guard start > 1, tokens[start].folded == "que" else { continue }
            for verb in span(index + 2, min(index + 5, tokens.count)) where tokens[verb - 1].kind == .word {
                let plain = Array(tokens[start...index]) + tokens[verb...]
                let isUnique = lexicon.prose.match(plain, at: 0, where: { $0 == .unique }).map {
                    $0.count > index - start + 1
                }
                if isUnique == true { return Array(tokens[..<start]) + plain }
            }
        }
        return tokens
    }

    /// `con su nombre; también con la fecha de alta` is `con su nombre, la fecha de alta`.
    private static func withoutSecondWith(_ tokens: [Token]) -> [Token] {
        guard let mark = tokens.indices.dropLast(4).first(where: { index in
            tokens[index].isMark(";") && ["tambien", "ademas"].contains(tokens[index + 1].folded)
                && tokens[index + 2].folded == "con"
        }), tokens[..<mark].contains(where: { $0.folded == "con" })
        else { return tokens }
        return Array(tokens[..<mark]) + [tokens[mark].replaced(by: ",")] + tokens[(mark + 3)...]
    }

    /// `un correo, cada socio un correo diferente`, `un sello y ese sello es único`: the field is named again, to say that it
    /// is unique, and `matrícula, sin matrículas repetidas`.
    private static func eachItsOwn(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        for index in tokens.indices.dropFirst(2) where tokens[index].isMark(",") || tokens[index].folded == "y" {
            guard index + 3 < tokens.count else { break }
            if tokens[index + 1].folded == "sin", tokens[index + 2].kind == .word, tokens[index].isMark(","),
                ["repetid", "duplicad"].contains(where: tokens[index + 3].folded.hasPrefix),
                lexicon.inflector.isPlural(tokens[index + 2].text.lowercased())
            {
                return Array(tokens[..<(index + 2)]) + tokens[(index + 3)...]
            }
            let isEach = tokens[index + 1].folded == "cada"
            let isThat = ["ese", "esa", "este", "esta", "dicho", "dicha"].contains(tokens[index + 1].folded)
            guard isEach || isThat, let end = endOfOwn(tokens, from: index + 1, isEach: isEach, lexicon) else { continue }
            let unique = [tokens[index].replaced(by: ","), tokens[index + 1].replaced(by: "unico")]
            return Array(tokens[..<index]) + unique + tokens[end...]
        }
        return tokens
    }

    /// The token behind `cada socio un correo diferente` or `ese sello es único`, where the field was just named.
    private static func endOfOwn(_ tokens: [Token], from start: Int, isEach: Bool, _ lexicon: Lexicon) -> Int? {
        let last = min(start + 8, tokens.count) - 1
        func wasNamed(_ name: Int) -> Bool {
            span(max(0, start - 9), start - 1).contains { tokens[$0].key == tokens[name].key }
        }
        guard isEach else {
            guard start + 3 < tokens.count, wasNamed(start + 1),
                lexicon.prose.match(tokens, at: start + 2, where: { $0 == .be }) != nil,
                let said = lexicon.prose.match(tokens, at: start + 3, where: { $0 == .unique })
            else { return nil }
            return start + 3 + said.count
        }
        guard let article = span(start + 2, max(start + 2, last - 1)).first(where: {
            ["un", "una", "su"].contains(tokens[$0].folded)
        }), wasNamed(article + 1), article + 2 < tokens.count,
            ["distint", "diferent"].contains(where: tokens[article + 2].folded.hasPrefix)
        else { return nil }
        return article + 3
    }

    /// `nuestros asociados son los productores: cédula y nombre` is `los productores: cédula y nombre`, and so is `los
    /// productores, ante todo: cédula y nombre`.
    private static func withoutLabelWords(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard let colon = tokens.prefix(9).firstIndex(where: { $0.isMark(":") }), colon > 3, colon + 3 < tokens.count,
            tokens[colon...].contains(where: { $0.isMark(",") }),
            lexicon.prose.match(tokens, at: 0, where: { $0.isDeterminer || $0 == .own }) != nil
        else { return tokens }
        if let comma = tokens[..<colon].firstIndex(where: { $0.isMark(",") }), comma > 1,
            let skipped = lexicon.prose.match(tokens, at: comma + 1, where: { $0 == .skip }),
            comma + 1 + skipped.count == colon
        {
            return Array(tokens[..<comma]) + tokens[colon...]
        }
        if let verb = tokens[..<colon].firstIndex(where: { $0.folded == "son" }), verb > 1, verb + 3 == colon,
            ["los", "las"].contains(tokens[verb + 1].folded), tokens[..<colon].allSatisfy({ $0.kind == .word }),
            !span(1, colon).contains(where: { lexicon.prose.match(tokens, at: $0, where: { $0 == .details }) != nil })
        {
            return Array(tokens[(verb + 1)...])
        }
        return tokens
    }
}
