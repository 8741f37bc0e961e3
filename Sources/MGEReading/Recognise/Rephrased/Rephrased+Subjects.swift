import MGELayers

/// How a sentence begins, and what it is about.
extension Rephrased {
    /// `si se borra un pedido se borran sus líneas, ¿no?` asks for nothing, and a sentence that begins with `y` goes on.
    func withoutTag(_ tokens: [Token]) -> [Token] {
        var tokens = tokens
        let also = ["luego", "tambien", "ademas", "despues"].contains(tokens[1].folded) ? 2 : 1
        if tokens[0].folded == "y",
            ["de", "del", "el", "la", "los", "las", "cada", "un", "una"].contains(tokens[also].folded)
        {
            tokens.removeFirst(also)
        }
        guard tokens.count > 6, tokens[tokens.count - 1].isMark("?"),
            ["no", "verdad"].contains(tokens[tokens.count - 2].folded)
        else { return tokens }
        tokens.removeLast(2)
        while let last = tokens.last, last.isMark("¿") || last.isMark(",") { tokens.removeLast() }
        return tokens
    }

    /// `el almacén solo nombre y dirección` is `el almacén tiene nombre y dirección`.
    func onlyHas(_ tokens: [Token]) -> [Token] {
        guard tokens.count > 4, ["el", "la", "los", "las"].contains(tokens[0].folded),
            let only = tokens.prefix(5).firstIndex(where: { ["solo", "nomas", "solamente"].contains($0.folded) }),
            only > 1,
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

    /// `también el valor, y una foto que es un enlace` goes on with what something has, where no verb says so.
    func alsoHas(_ tokens: [Token]) -> [Token] {
        guard ["tambien", "ademas"].contains(tokens[0].folded),
            ["el", "la", "un", "una"].contains(tokens[1].folded),
            lexicon.fieldItem(for: tokens[2].text.lowercased()) != nil,
            lexicon.entity(named: tokens[2].text.lowercased()) == nil,
            let end = tokens.firstIndex(where: { $0.kind == .mark }), tokens[end].isMark(","),
            !hasVerb(tokens, span(2, end))
        else { return tokens }
        return [tokens[0].replaced(by: "tiene")] + tokens[1...]
    }

    /// Whether some words have a verb, besides what is said of a field.
    func hasVerb(_ tokens: [Token], _ range: Range<Int>) -> Bool {
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

    /// `si el libro es traducido, tiene una lengua original` is `el libro tiene una lengua original, opcional`.
    func hasIfItIs(_ tokens: [Token]) -> [Token] {
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

    /// `dado un pedido, tiene fecha` is `un pedido tiene fecha`, and `dada una sede, se conserva su nombre` has `de` instead.
    func givenFirst(_ tokens: [Token]) -> [Token] {
        guard ["dado", "dada", "dados", "dadas"].contains(tokens[0].folded),
            lexicon.prose.match(tokens, at: 1, where: \.isDeterminer) != nil,
            let comma = tokens.prefix(8).firstIndex(where: { $0.isMark(",") }), comma > 2, comma + 2 < tokens.count,
            tokens[..<comma].allSatisfy({ $0.kind == .word })
        else { return tokens }
        let verb = lexicon.prose.match(tokens, at: comma + 1, where: { [.has, .belongs, .keep].contains($0) })
        let isClitic =
            ["lo", "la", "los", "las"].contains(tokens[comma + 1].folded) && tokens[comma + 2].kind == .word
            && comma + 3 < tokens.count && ["un", "una"].contains(tokens[comma + 3].folded)
        guard verb != nil || isClitic else { return tokens }
        let lead = verb?.meaning == .keep ? [tokens[0].replaced(by: "de")] : []
        return lead + tokens[1..<comma] + tokens[(comma + 1)...]
    }

    /// `a cada pedido se le puede asignar un repartidor` is `cada pedido puede tener un repartidor`.
    func mayBeGiven(_ tokens: [Token]) -> [Token] {
        guard tokens[0].folded == "a", lexicon.prose.match(tokens, at: 1, where: \.isDeterminer) != nil,
            let given = tokens.prefix(7).firstIndex(where: { $0.isReflexivePronoun }), given > 2,
            given + 4 < tokens.count,
            tokens[given + 1].folded == "le", ["puede", "podra", "podria"].contains(tokens[given + 2].folded),
            ["ar", "er", "ir"].contains(where: tokens[given + 3].folded.hasSuffix),
            ["un", "una"].contains(tokens[given + 4].folded)
        else { return tokens }
        let verbs = [tokens[given + 2].replaced(by: "puede"), tokens[given + 3].replaced(by: "tener")]
        return Array(tokens[1..<given]) + verbs + tokens[(given + 4)...]
    }

    /// `nuestros asociados son los productores: cédula y nombre` is `los productores: cédula y nombre`, and so is `los
    /// productores, ante todo: cédula y nombre`.
    func withoutLabelWords(_ tokens: [Token]) -> [Token] {
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

    /// `con su nombre; también con la fecha de alta` is `con su nombre, la fecha de alta`.
    func withoutSecondWith(_ tokens: [Token]) -> [Token] {
        guard
            let mark = tokens.indices.dropLast(4).first(where: { index in
                tokens[index].isMark(";") && ["tambien", "ademas"].contains(tokens[index + 1].folded)
                    && tokens[index + 2].folded == "con"
            }), tokens[..<mark].contains(where: { $0.folded == "con" })
        else { return tokens }
        return Array(tokens[..<mark]) + [tokens[mark].replaced(by: ",")] + tokens[(mark + 3)...]
    }
}
