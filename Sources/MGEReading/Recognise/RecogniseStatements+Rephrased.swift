import MGELayers

/// Spanish sentences in plainer words that say the same.
extension RecogniseStatements {
    /// A sentence without what only makes it longer: `dada una sede, se conserva su nombre` is `de una sede se conserva su
    /// nombre`.
    static func rephrased(_ sentence: TokenizedText, _ lexicon: Lexicon) -> TokenizedText {
        guard lexicon.language == .spanish, sentence.tokens.count > 4 else { return sentence }
        var tokens = sentence.tokens
        for change in [
            withoutTag, onlyHas, alsoHas, withoutLabelWords, givenFirst, hasIfItIs, createdAs, mayBeGiven,
            withoutNounOfOthers, eachItsOwn, withoutSecondWith, ruleBehindList, unlessSaid, asRole, notApt, mayPass, ofTheOther, severalDoers,
            notShared, namedAgain,
        ] where tokens.count > 4 {
            tokens = change(tokens, lexicon)
        }
        return TokenizedText(text: sentence.text, tokens: tokens)
    }

    /// `si se borra un pedido se borran sus líneas, ¿no?` asks for nothing, and a sentence that begins with `y` goes on.
    private static func withoutTag(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        var tokens = tokens
        let also = ["luego", "tambien", "ademas", "despues"].contains(tokens[1].folded) ? 2 : 1
        if tokens[0].folded == "y",
            ["de", "del", "el", "la", "los", "las", "cada", "un", "una"].contains(tokens[also].folded)
        {
            tokens.removeFirst(also)
        }
        guard tokens.count > 6, tokens[tokens.count - 1].isMark("?"), ["no", "verdad"].contains(tokens[tokens.count - 2].folded)
        else { return tokens }
        tokens.removeLast(2)
        while let last = tokens.last, last.isMark("¿") || last.isMark(",") { tokens.removeLast() }
        return tokens
    }

    /// `el almacén solo nombre y dirección` is `el almacén tiene nombre y dirección`.
    private static func onlyHas(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard tokens.count > 4, ["el", "la", "los", "las"].contains(tokens[0].folded),
            let only = tokens.prefix(5).firstIndex(where: { ["solo", "nomas", "solamente"].contains($0.folded) }), only > 1,
            only + 1 < tokens.count, tokens[only + 1].kind == .word,
            lexicon.prose.match(tokens, at: only + 1, where: { $0.isStructural && !$0.isDeterminer }) == nil,
            lexicon.fieldItem(for: tokens[only + 1].text.lowercased()) != nil
                || lexicon.prose.match(tokens, at: only + 1, where: { $0 == .definite }) != nil,
            tokens[1..<only].allSatisfy({ token in
                token.kind == .word && (token.isOf || lexicon.prose.match([token], at: 0, where: \.isStructural) == nil)
            })
        else { return tokens }
        return Array(tokens[..<only]) + [tokens[only].replaced(by: "tiene")] + tokens[(only + 1)...]
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
    private static func withoutSecondWith(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
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

    /// `también el valor, y una foto que es un enlace` goes on with what something has, where no verb says so.
    private static func alsoHas(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard ["tambien", "ademas"].contains(tokens[0].folded),
            ["el", "la", "un", "una"].contains(tokens[1].folded),
            lexicon.fieldItem(for: tokens[2].text.lowercased()) != nil,
            lexicon.entity(named: tokens[2].text.lowercased()) == nil,
            let end = tokens.firstIndex(where: { $0.kind == .mark }), tokens[end].isMark(","),
            !hasVerb(tokens, span(2, end), lexicon)
        else { return tokens }
        return [tokens[0].replaced(by: "tiene")] + tokens[1...]
    }

    /// `si el libro es traducido, tiene una lengua original` is `el libro tiene una lengua original, opcional`.
    private static func hasIfItIs(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard ["si", "cuando"].contains(tokens[0].folded), ["el", "la", "un", "una"].contains(tokens[1].folded),
            let comma = tokens.firstIndex(where: { $0.isMark(",") }), comma > 3, comma + 3 < tokens.count,
            let verb = lexicon.prose.match(tokens, at: comma + 1, where: { $0 == .has }),
            let be = tokens[2..<comma].indices.first(where: { index in
                index > 2 && lexicon.prose.match(tokens, at: index, where: { $0 == .be || $0 == .has }) != nil
            }), be < 7, !tokens[be].isReflexivePronoun,
            !tokens[..<comma].indices.contains(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .delete || $0 == .not }) != nil
            })
        else { return tokens }
        let list = tokens[(comma + 1 + verb.count)...]
        guard list.first.map({ !$0.folded.hasPrefix("no") }) ?? false, list.count < 8,
            list.dropLast().allSatisfy({ $0.kind == .word && $0.folded != "y" })
        else { return tokens }
        let end = tokens[tokens.count - 1].kind == .mark ? tokens.count - 1 : tokens.count
        let optional = [tokens[comma], tokens[0].replaced(by: "opcional")]
        return Array(tokens[1..<be]) + tokens[(comma + 1)..<end] + optional + tokens[end...]
    }

    /// `cuando se crea, está abierta` is `empieza como abierta`.
    private static func createdAs(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard ["cuando", "al", "recien"].contains(tokens[0].folded),
            let moment = lexicon.prose.match(tokens, at: 0, where: { $0 == .default }), moment.count > 1,
            moment.count + 2 < tokens.count
        else { return tokens }
        let start = tokens[moment.count].isMark(",") ? moment.count + 1 : moment.count
        guard ["esta", "es", "queda"].contains(tokens[start].folded), start + 1 < tokens.count,
            tokens[start + 1].kind == .word, start + 2 >= tokens.count || start + 3 == tokens.count
        else { return tokens }
        return [tokens[0].replaced(by: "empieza"), tokens[1].replaced(by: "como")] + tokens[(start + 1)...]
    }

    /// `a cada pedido se le puede asignar un repartidor` is `cada pedido puede tener un repartidor`.
    private static func mayBeGiven(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard tokens[0].folded == "a", lexicon.prose.match(tokens, at: 1, where: \.isDeterminer) != nil,
            let given = tokens.prefix(7).firstIndex(where: { $0.isReflexivePronoun }), given > 2, given + 4 < tokens.count,
            tokens[given + 1].folded == "le", ["puede", "podra", "podria"].contains(tokens[given + 2].folded),
            ["ar", "er", "ir"].contains(where: tokens[given + 3].folded.hasSuffix),
            ["un", "una"].contains(tokens[given + 4].folded)
        else { return tokens }
        let verbs = [tokens[given + 2].replaced(by: "puede"), tokens[given + 3].replaced(by: "tener")]
        return Array(tokens[1..<given]) + verbs + tokens[(given + 4)...]
    }

    /// `una fecha, y no puede haber dos menús con la misma fecha, y unas notas`: the rule behind the list.
    private static func ruleBehindList(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard let rule = tokens.indices.dropFirst(4).first(where: { index in
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

    /// `extra mientras el veterinario no diga otra cosa` is `extra por defecto`.
    private static func unlessSaid(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard let start = tokens.indices.dropFirst(2).first(where: { index in
            ["mientras", "salvo"].contains(tokens[index].folded) && index + 5 < tokens.count
        }) else { return tokens }
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

    /// `por un astrónomo, que es su investigador principal` is `por un astrónomo como investigador principal`.
    private static func asRole(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard let su = tokens.indices.dropFirst(6).first(where: { index in
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

    /// Whether some words have a verb, besides what is said of a field.
    private static func hasVerb(_ tokens: [Token], _ range: Range<Int>, _ lexicon: Lexicon) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if let said = lexicon.prose.match(tokens, at: index, where: \.isSaid) {
                index += said.count
                continue
            }
            let verb = lexicon.prose.match(
                tokens, at: index, where: { [.has, .be, .belongs, .keep, .can, .must, .not].contains($0) })
            if verb != nil { return true }
            index += 1
        }
        return false
    }

    /// `podrá ser apto, no apto o pendiente`: what is not so is a case by itself.
    private static func notApt(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard let not = tokens.indices.dropFirst(3).dropLast(2).first(where: { index in
            tokens[index].folded == "no" && tokens[index - 1].isMark(",") && tokens[index - 2].key == tokens[index + 1].key
                && (tokens[index + 2].isMark(",") || tokens[index + 2].folded == "o")
        }) else { return tokens }
        let word = tokens[not + 1]
        let merged = Token(
            kind: .word, text: tokens[not].text + " " + word.text, folded: "no " + word.folded,
            range: tokens[not].range.lowerBound..<word.range.upperBound, place: tokens[not].place, isSpaced: true)
        return Array(tokens[..<not]) + [merged] + tokens[(not + 2)...]
    }

    /// `que nace en borrador y puede pasar a enviada` is `que nace en borrador y pasa a enviada`.
    private static func mayPass(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard let may = tokens.indices.dropFirst(4).dropLast(2).first(where: { index in
            ["puede", "podra"].contains(tokens[index].folded) && ["pasar", "cambiar"].contains(tokens[index + 1].folded)
                && tokens[index + 2].folded == "a"
        }), ["y", ","].contains(tokens[may - 1].folded),
            span(max(0, may - 6), may).contains(where: { index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .default }) != nil
                    || ["nace", "arranca", "parte", "comienza", "empieza"].contains(tokens[index].folded)
            })
        else { return tokens }
        return Array(tokens[..<may]) + [tokens[may].replaced(by: "pasa")] + tokens[(may + 2)...]
    }

    /// `consta de un importe y del motivo` is `consta de un importe y el motivo`, and `a cada llave le corresponde una puerta, y
    /// a cada puerta una única llave` says of the door what it says of the key.
    private static func ofTheOther(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        var tokens = tokens
        let verb = tokens.indices.first { index in
            lexicon.prose.match(tokens, at: index, where: { $0 == .has }).map {
                $0.count > 1 && tokens[index + $0.count - 1].folded == "de"
            } ?? false
        }
        if let verb {
            for index in span(verb + 3, tokens.count)
            where tokens[index].folded == "del" && (tokens[index - 1].folded == "y" || tokens[index - 1].isMark(",")) {
                tokens[index] = tokens[index].replaced(by: "el")
            }
        }
        guard let other = tokens.indices.dropFirst(5).dropLast(4).first(where: { index in
            tokens[index].folded == "y" && tokens[index + 1].folded == "a" && tokens[index + 2].folded == "cada"
        }), let one = span(other + 4, min(other + 8, tokens.count - 2)).first(where: { index in
            ["un", "una"].contains(tokens[index].folded)
                && ["unico", "unica", "solo", "sola"].contains(tokens[index + 1].folded)
        }), tokens[..<other].contains(where: { ["corresponde", "pertenece"].contains($0.folded) })
        else { return tokens }
        let belongs = [tokens[one].replaced(by: "corresponde"), tokens[one].replaced(by: "a")]
        return Array(tokens[...other]) + tokens[(other + 2)..<one] + belongs + tokens[one...]
    }

    /// `un paso lo cargan treinta costaleros o más` is `un paso lo cargan varios costaleros`.
    private static func severalDoers(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard let verb = tokens.indices.dropFirst(2).dropLast(2).first(where: { index in
            ["lo", "la"].contains(tokens[index - 1].folded) && tokens[index].kind == .word
                && tokens[index].folded.hasSuffix("n") && isSeveral(tokens[index + 1], lexicon)
                && lexicon.inflector.isPlural(tokens[index + 2].text.lowercased())
        }) else { return tokens }
        let isMore =
            verb + 4 < tokens.count && tokens[verb + 3].folded == "o" && ["mas", "menos"].contains(tokens[verb + 4].folded)
        return Array(tokens[...verb]) + [tokens[verb + 1].replaced(by: "varios"), tokens[verb + 2]]
            + tokens[(verb + (isMore ? 5 : 3))...]
    }

    private static func isSeveral(_ token: Token, _ lexicon: Lexicon) -> Bool {
        token.kind == .number ? token.text != "1" : lexicon.numbers[token.folded].map { $0 > 3 } ?? false
    }

    /// `un número de socio, que no comparte con nadie` is `un número de socio, que no se repite`.
    private static func notShared(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard let shares = tokens.indices.dropFirst(3).dropLast(2).first(where: { index in
            ["comparte", "comparten"].contains(tokens[index].folded) && tokens[index - 1].folded == "no"
                && tokens[index - 2].folded == "que" && tokens[index + 1].folded == "con"
                && ["nadie", "ninguno", "ninguna"].contains(tokens[index + 2].folded)
        }) else { return tokens }
        return Array(tokens[..<shares]) + [tokens[shares].replaced(by: "se"), tokens[shares + 1].replaced(by: "repite")]
            + tokens[(shares + 3)...]
    }

    /// `la zona de pesca, zona que puede faltar` is `la zona de pesca, que puede faltar`.
    private static func namedAgain(_ tokens: [Token], _ lexicon: Lexicon) -> [Token] {
        guard let again = tokens.indices.dropFirst(3).dropLast(2).first(where: { index in
            tokens[index].kind == .word && tokens[index - 1].isMark(",") && tokens[index + 1].folded == "que"
                && span(max(0, index - 6), index - 1).contains(where: { tokens[$0].key == tokens[index].key })
                && lexicon.prose.match(tokens, at: index, where: \.isStructural) == nil
        }) else { return tokens }
        return Array(tokens[..<again]) + tokens[(again + 1)...]
    }
}
