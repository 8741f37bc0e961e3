import MGELayers

/// What is said in a roundabout way, in documents and by word of mouth.
extension Rephrased {
    private static let articles: Set<String> = ["el", "la", "los", "las", "un", "una", "cada", "todo", "toda"]

    /// `` nace `libre` `` is `nace libre`: what is quoted is a word like others, where it is one.
    func withoutQuotes(_ tokens: [Token]) -> [Token] {
        tokens.map { token in
            guard token.kind == .quoted, !token.text.isEmpty, token.text.allSatisfy(\.isWordPart),
                lexicon.prose.match([token], at: 0, where: \.isStructural) == nil
            else { return token }
            var word = token
            word.kind = .word
            return word
        }
    }

    /// `el auto que entra tiene una patente` is `el auto tiene una patente`.
    func withoutRestriction(_ tokens: [Token]) -> [Token] {
        let that = tokens.indices.dropFirst(2).first { index in
            tokens[index].folded == "que" && index + 3 < tokens.count && tokens[index - 1].kind == .word
                && Self.articles.contains(tokens[index - 2].folded)
                && (index == 2 || tokens[index - 3].isMark(",") || tokens[index - 3].isMark(";"))
        }
        guard let that, tokens[that + 1].kind == .word,
            ["a", "e", "an", "en"].contains(where: tokens[that + 1].folded.hasSuffix),
            lexicon.prose.match(tokens, at: that + 1, where: { [.has, .be, .can, .must, .not].contains($0) }) == nil,
            lexicon.prose.match(tokens, at: that + 2, where: { $0 == .has }) != nil
        else { return tokens }
        return Array(tokens[..<that]) + tokens[(that + 2)...]
    }

    /// `en una práctica van un alumno y un profesor` is `una práctica tiene un alumno y un profesor`.
    func thoseWithin(_ tokens: [Token]) -> [Token] {
        guard tokens.count > 8, tokens[0].folded == "en", Self.articles.contains(tokens[1].folded),
            let verb = span(3, min(6, tokens.count - 5)).first(where: { index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .takesPart }) != nil
                    || ["van", "viajan", "entran", "estan", "figuran", "salen", "andan", "hay"].contains(
                        tokens[index].folded)
            }), tokens[2..<verb].allSatisfy({ $0.kind == .word }),
            ["un", "una"].contains(tokens[verb + 1].folded)
        else { return tokens }
        let end = span(verb, tokens.count).first { tokens[$0].isMark(";") || tokens[$0].isMark(".") } ?? tokens.count
        let second = span(verb + 3, min(verb + 8, end)).first { index in
            ["un", "una"].contains(tokens[index].folded)
                && (tokens[index - 1].isMark(",") || tokens[index - 1].folded == "y")
        }
        guard second != nil else { return tokens }
        return Array(tokens[1..<verb]) + [tokens[verb].replaced(by: "tiene")] + tokens[(verb + 1)...]
    }

    /// `ningún auto admite dos prácticas con la misma fecha` is `un auto no puede tener dos prácticas con la misma fecha`.
    func noneHasTwo(_ tokens: [Token]) -> [Token] {
        guard ["ningun", "ninguna"].contains(tokens[0].folded),
            let two = span(3, min(8, tokens.count - 4)).first(where: { tokens[$0].folded == "dos" }),
            tokens[two...].contains(where: { ["mismo", "misma", "mismos", "mismas"].contains($0.folded) }),
            tokens[1..<two].allSatisfy({ $0.kind == .word })
        else { return tokens }
        let verb = lexicon.prose.match(tokens, at: two - 2, where: { $0 == .can }) != nil ? two - 2 : two - 1
        guard verb > 1 else { return tokens }
        let article = tokens[0].folded == "ningun" ? "un" : "una"
        let rule = ["no", "puede", "tener"].map { tokens[verb].replaced(by: $0) }
        return [tokens[0].replaced(by: article)] + tokens[1..<verb] + rule + tokens[two...]
    }

    /// `la pareja formada por el curso y la sala es única` and `la combinación de curso y sala solo vale para una reserva` are
    /// `la combinación de curso y sala no se repite`.
    func pairOnce(_ tokens: [Token]) -> [Token] {
        guard tokens.count > 7, tokens[0].folded == "la", ["pareja", "combinacion"].contains(tokens[1].folded) else {
            return tokens
        }
        let start = tokens[2].isOf ? 3 : tokens[2].folded.hasPrefix("formad") && tokens[3].folded == "por" ? 4 : 0
        let last = tokens.last?.kind == .mark ? tokens.count - 1 : tokens.count
        guard start > 0,
            let verb = span(start + 3, last).first(where: { index in
                ["es", "sera", "solo", "unicamente"].contains(tokens[index].folded)
            }), last - verb < 7, tokens[start..<verb].contains(where: { $0.folded == "y" })
        else { return tokens }
        let isUnique = last == verb + 2 && ["unica", "irrepetible"].contains(tokens[verb + 1].folded)
        let isOnce =
            ["solo", "unicamente"].contains(tokens[verb].folded)
            && ["vale", "sirve", "aparece", "existe", "figura", "puede"].contains(tokens[verb + 1].folded)
            && tokens[verb..<last].contains { $0.folded == "una" || $0.folded == "un" }
        guard isUnique || isOnce else { return tokens }
        let rule = ["no", "se", "repite"].map { tokens[verb].replaced(by: $0) }
        return [tokens[0], tokens[1].replaced(by: "combinacion"), tokens[2].replaced(by: "de")] + tokens[start..<verb]
            + rule + tokens[last...]
    }

    /// `las plazas, que valen 1 si se omiten,` is `las plazas, 1 por defecto,`.
    func ifLeftOut(_ tokens: [Token]) -> [Token] {
        guard
            let value = tokens.indices.dropFirst(3).first(where: { index in
                index + 1 < tokens.count && tokens[index - 2].folded == "que" && tokens[index - 3].isMark(",")
                    && ["vale", "valen", "es", "son"].contains(tokens[index - 1].folded)
                    && ["si", "mientras", "cuando"].contains(tokens[index + 1].folded)
            }),
            let end = lexicon.prose.match(tokens, at: value + 1, where: { $0 == .default }).map({ value + 1 + $0.count }
            ),
            end >= tokens.count || tokens[end].kind == .mark || tokens[end].folded == "y"
        else { return tokens }
        let byDefault = ["por", "defecto"].map { tokens[value + 1].replaced(by: $0) }
        return Array(tokens[..<(value - 2)]) + [tokens[value]] + byDefault + tokens[end...]
    }

    /// `el tipo lo elijo de una lista cerrada: mesa o silla` is `el tipo es mesa o silla`.
    func fromList(_ tokens: [Token]) -> [Token] {
        guard
            let list = tokens.indices.dropFirst(5).first(where: { index in
                ["lista", "catalogo"].contains(tokens[index].folded)
                    && ["un", "una"].contains(tokens[index - 1].folded)
            }), ["de", "entre", "en"].contains(tokens[list - 2].folded),
            ["lo", "la", "se"].contains(tokens[list - 4].folded),
            ["elij", "elig", "escog", "tom", "saca"].contains(
                where: tokens[list - 3].folded.hasPrefix)
        else { return tokens }
        let colon = tokens[list + 1 < tokens.count ? list + 1 : list].isMark(":") ? list + 1 : list + 2
        guard colon + 2 < tokens.count, tokens[colon].isMark(":") else { return tokens }
        return Array(tokens[..<(list - 4)]) + [tokens[list - 4].replaced(by: "es")] + tokens[(colon + 1)...]
    }

    /// `la urgencia vale normal por defecto, pero puede valer alta o crítica` is `la urgencia puede ser normal, alta o crítica, y
    /// por defecto es normal`.
    func othersToo(_ tokens: [Token]) -> [Token] {
        guard
            let may = tokens.indices.dropFirst(6).first(where: { index in
                tokens[index].folded == "puede" && ["pero", "aunque"].contains(tokens[index - 1].folded)
            }), may + 4 < tokens.count, ["valer", "ser"].contains(tokens[may + 1].folded), tokens[may - 2].isMark(","),
            tokens[may - 3].folded == "defecto", tokens[may - 4].folded == "por",
            ["vale", "es", "sera"].contains(tokens[may - 6].folded), tokens[may - 5].kind == .word
        else { return tokens }
        let end = tokens.last?.kind == .mark ? tokens.count - 1 : tokens.count
        guard tokens[may..<end].contains(where: { $0.folded == "o" || $0.folded == "u" }),
            !tokens[may..<end].contains(where: { $0.isMark(";") || $0.isMark("(") })
        else { return tokens }
        let value = tokens[may - 5]
        let first = [tokens[may].replaced(by: "puede"), tokens[may].replaced(by: "ser"), value, tokens[may - 2]]
        let rule = ["y", "por", "defecto", "es"].map { tokens[may].replaced(by: $0) }
        return Array(tokens[..<(may - 6)]) + first + tokens[(may + 2)..<end] + [tokens[may - 2]] + rule + [value]
            + tokens[end...]
    }

    /// `trae un campo de observaciones` is `trae observaciones`.
    func withoutField(_ tokens: [Token]) -> [Token] {
        let field = tokens.indices.dropFirst(2).first { index in
            tokens[index].folded == "campo" && ["un", "otro"].contains(tokens[index - 1].folded)
                && index + 2 < tokens.count && tokens[index + 1].folded == "de" && tokens[index + 2].kind == .word
        }
        guard let field, lexicon.prose.match(tokens, at: field - 2, where: { [.has, .and].contains($0) }) != nil,
            lexicon.fieldItem(for: tokens[field + 2].text.lowercased()) != nil
                || lexicon.inflector.isPlural(tokens[field + 2].text.lowercased())
        else { return tokens }
        return Array(tokens[..<(field - 1)]) + tokens[(field + 2)...]
    }
}
