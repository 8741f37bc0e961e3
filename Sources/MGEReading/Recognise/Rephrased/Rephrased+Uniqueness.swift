import MGELayers

/// What no two have alike.
extension Rephrased {
    /// `un código que ninguna otra sede puede usar` is `un código que ninguna otra puede usar`.
    func withoutNounOfOthers(_ tokens: [Token]) -> [Token] {
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

    /// `un correo, cada socio un correo diferente`, `un sello y ese sello es único`: the field is named again, to say that it
    /// is unique, and `matrícula, sin matrículas repetidas`.
    func eachItsOwn(_ tokens: [Token]) -> [Token] {
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
            guard isEach || isThat, let end = endOfOwn(tokens, from: index + 1, isEach: isEach) else { continue }
            let unique = [tokens[index].replaced(by: ","), tokens[index + 1].replaced(by: "unico")]
            return Array(tokens[..<index]) + unique + tokens[end...]
        }
        return tokens
    }

    /// The token behind `cada socio un correo diferente` or `ese sello es único`, where the field was just named.
    func endOfOwn(_ tokens: [Token], from start: Int, isEach: Bool) -> Int? {
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
        guard
            let article = span(start + 2, max(start + 2, last - 1)).first(where: {
                ["un", "una", "su"].contains(tokens[$0].folded)
            }), wasNamed(article + 1), article + 2 < tokens.count,
            ["distint", "diferent"].contains(where: tokens[article + 2].folded.hasPrefix)
        else { return nil }
        return article + 3
    }

    /// `dos socios no pueden compartir correo` and `ningún socio comparte correo` are `nadie comparte correo`.
    func nobodyShares(_ tokens: [Token]) -> [Token] {
        guard
            let share = tokens.indices.dropFirst(2).dropLast().first(where: { index in
                ["compartir", "comparte", "comparten", "repite", "repiten"].contains(tokens[index].folded)
            })
        else { return tokens }
        let start = tokens[..<share].lastIndex { $0.isMark(";") }.map { $0 + 1 } ?? 0
        let isTwo =
            tokens[start].folded == "dos" && tokens[start..<share].contains { ["no", "nunca"].contains($0.folded) }
        let isNone = ["ningun", "ninguna"].contains(tokens[start].folded) && share == start + 2
        guard isTwo || isNone, share - start < 6, tokens[start..<share].allSatisfy({ $0.kind == .word }),
            lexicon.prose.match(tokens, at: share + 1, where: { $0 == .same || $0 == .and }) == nil
        else { return tokens }
        let end =
            span(share + 1, tokens.count).first { tokens[$0].folded == "con" || tokens[$0].kind == .mark }
            ?? tokens.count
        guard (2...4).contains(end - share), !span(share + 1, end).contains(where: { tokens[$0].folded == "y" }) else {
            return tokens
        }
        return Array(tokens[..<start]) + [tokens[start].replaced(by: "nadie"), tokens[share].replaced(by: "comparte")]
            + tokens[(share + 1)..<end] + (tokens[end...].firstIndex { $0.kind == .mark }.map { tokens[$0...] } ?? [])
    }

    /// `un número de socio, que no comparte con nadie` is `un número de socio, que no se repite`.
    func notShared(_ tokens: [Token]) -> [Token] {
        guard
            let shares = tokens.indices.dropFirst(3).dropLast(2).first(where: { index in
                ["comparte", "comparten"].contains(tokens[index].folded) && tokens[index - 1].folded == "no"
                    && tokens[index - 2].folded == "que" && tokens[index + 1].folded == "con"
                    && ["nadie", "ninguno", "ninguna"].contains(tokens[index + 2].folded)
            })
        else { return tokens }
        return Array(tokens[..<shares]) + [
            tokens[shares].replaced(by: "se"), tokens[shares + 1].replaced(by: "repite"),
        ]
            + tokens[(shares + 3)...]
    }

    /// `una fecha, y no puede haber dos menús con la misma fecha, y unas notas`: the rule behind the list.
    func ruleBehindList(_ tokens: [Token]) -> [Token] {
        guard
            let rule = tokens.indices.dropFirst(4).first(where: { index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .noTwo }) != nil
            }), tokens[rule - 1].isMark(",") || tokens[rule - 1].folded == "y" && tokens[rule - 2].isMark(","),
            let joint = span(rule + 3, max(rule + 3, tokens.count - 3)).first(where: { index in
                tokens[index].isMark(",") && tokens[index + 1].folded == "y"
                    && ["un", "una", "unos", "unas"].contains(tokens[index + 2].folded)
                    && lexicon.prose.match(tokens, at: index + 3, where: \.isStructural) == nil
                    && lexicon.prose.match(
                        tokens, at: index + 4, where: { [.has, .belongs, .can, .not, .be].contains($0) }) == nil
            })
        else { return tokens }
        let start = tokens[rule - 1].isMark(",") ? rule - 1 : rule - 2
        let end = tokens[tokens.count - 1].isMark(".") ? tokens.count - 1 : tokens.count
        let mark = tokens[joint].replaced(by: ";")
        return Array(tokens[..<start]) + tokens[joint..<end] + [mark] + tokens[rule..<joint] + tokens[end...]
    }
}
