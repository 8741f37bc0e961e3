import MGELayers

/// What holds first, the cases, and remarks.
extension Rephrased {
    /// `cuando se crea, está abierta` and `al pedirla está abierta` are `empieza como abierta`.
    func createdAs(_ tokens: [Token]) -> [Token] {
        let first = tokens.lastIndex { $0.isMark(";") }.map { $0 + 1 } ?? 0
        guard first + 3 < tokens.count, ["cuando", "al", "recien"].contains(tokens[first].folded) else { return tokens }
        let isDone =
            tokens[first].folded == "al"
            && ["arla", "arlo", "erla", "erlo", "irla", "irlo", "arse", "erse", "irse"].contains(
                where: tokens[first + 1].folded.hasSuffix)
        let moment = lexicon.prose.match(tokens, at: first, where: { $0 == .default })
        guard let count = isDone ? 2 : moment?.count, count > 1, first + count + 2 < tokens.count else { return tokens }
        let start = tokens[first + count].isMark(",") ? first + count + 1 : first + count
        guard ["esta", "es", "queda"].contains(tokens[start].folded), start + 1 < tokens.count,
            tokens[start + 1].kind == .word, start + 2 >= tokens.count || start + 3 == tokens.count
        else { return tokens }
        let mark = first > 0 ? [tokens[first - 1].replaced(by: ";")] : []
        return Array(tokens[..<max(0, first - 1)]) + mark
            + [tokens[first].replaced(by: "empieza"), tokens[first + 1].replaced(by: "como")] + tokens[(start + 1)...]
    }

    /// `extra mientras el veterinario no diga otra cosa` is `extra por defecto`.
    func unlessSaid(_ tokens: [Token]) -> [Token] {
        guard
            let start = tokens.indices.dropFirst(2).first(where: { index in
                ["mientras", "salvo"].contains(tokens[index].folded) && index + 5 < tokens.count
            })
        else { return tokens }
        let isUnless = tokens[start].folded == "salvo"
        let who = start + (isUnless ? 2 : 1)
        guard ["el", "la", "los", "las", "un", "una"].contains(tokens[who].folded),
            isUnless ? tokens[start + 1].folded == "que" : tokens[who + 2].folded == "no"
        else { return tokens }
        let verb = who + (isUnless ? 2 : 3)
        guard verb + 2 < tokens.count,
            ["diga", "digan", "indique", "indiquen", "decida", "decidan", "ponga", "pongan", "elija", "mande"].contains(
                tokens[verb].folded),
            ["otra", "lo"].contains(tokens[verb + 1].folded), ["cosa", "contrario"].contains(tokens[verb + 2].folded)
        else { return tokens }
        let words = [tokens[start].replaced(by: "por"), tokens[start + 1].replaced(by: "defecto")]
        return Array(tokens[..<start]) + words + tokens[(verb + 3)...]
    }

    /// `podrá ser apto, no apto o pendiente`: what is not so is a case by itself.
    func notApt(_ tokens: [Token]) -> [Token] {
        guard
            let not = tokens.indices.dropFirst(3).dropLast(2).first(where: { index in
                tokens[index].folded == "no" && tokens[index - 1].isMark(",")
                    && tokens[index - 2].key == tokens[index + 1].key
                    && (tokens[index + 2].isMark(",") || tokens[index + 2].folded == "o")
            })
        else { return tokens }
        let word = tokens[not + 1]
        let merged = Token(
            kind: .word, text: tokens[not].text + " " + word.text, folded: "no " + word.folded,
            range: tokens[not].range.lowerBound..<word.range.upperBound, place: tokens[not].place, isSpaced: true)
        return Array(tokens[..<not]) + [merged] + tokens[(not + 2)...]
    }

    /// `que nace en borrador y puede pasar a enviada` is `que nace en borrador y pasa a enviada`.
    func mayPass(_ tokens: [Token]) -> [Token] {
        guard
            let may = tokens.indices.dropFirst(4).dropLast(2).first(where: { index in
                ["puede", "podra"].contains(tokens[index].folded)
                    && ["pasar", "cambiar"].contains(tokens[index + 1].folded)
                    && tokens[index + 2].folded == "a"
            }), ["y", ","].contains(tokens[may - 1].folded),
            span(max(0, may - 6), may).contains(where: { index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .default }) != nil
                    || ["nace", "arranca", "parte", "comienza", "empieza"].contains(tokens[index].folded)
            })
        else { return tokens }
        return Array(tokens[..<may]) + [tokens[may].replaced(by: "pasa")] + tokens[(may + 2)...]
    }

    /// `la zona de pesca, zona que puede faltar` is `la zona de pesca, que puede faltar`.
    func namedAgain(_ tokens: [Token]) -> [Token] {
        guard
            let again = tokens.indices.dropFirst(3).dropLast(2).first(where: { index in
                tokens[index].kind == .word && tokens[index - 1].isMark(",") && tokens[index + 1].folded == "que"
                    && span(max(0, index - 6), index - 1).contains(where: { tokens[$0].key == tokens[index].key })
                    && lexicon.prose.match(tokens, at: index, where: \.isStructural) == nil
            })
        else { return tokens }
        return Array(tokens[..<again]) + tokens[(again + 1)...]
    }

    /// `si es fundador, cosa que rara vez ocurre` is `si es fundador`.
    func withoutRemark(_ tokens: [Token]) -> [Token] {
        guard
            let remark = tokens.indices.dropFirst(3).dropLast(2).first(where: { index in
                tokens[index - 1].isMark(",") && ["cosa", "algo"].contains(tokens[index].folded)
                    && tokens[index + 1].folded == "que"
            })
        else { return tokens }
        let end = span(remark, tokens.count).first { tokens[$0].kind == .mark } ?? tokens.count
        let isSaid = span(remark, end).contains { lexicon.prose.match(tokens, at: $0, where: \.isSaid) != nil }
        return isSaid ? tokens : Array(tokens[..<(remark - 1)]) + tokens[end...]
    }
}
