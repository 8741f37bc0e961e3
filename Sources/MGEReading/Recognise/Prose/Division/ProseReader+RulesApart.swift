import MGELayers

extension ProseReader {
    /// A sentence divided where a rule about deletion or uniqueness begins, or ends: `each line has a product; when an
    /// order is deleted, its lines are too`.
    func rulesApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard tokens.count <= Self.longestSentence else { return [source] }
        var parts: [TokenizedText] = []
        var start = 0
        var depth = 0
        for index in tokens.indices {
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth -= 1 }
            // `a colour (red or blue; red by default) is kept`
            guard depth == 0, tokens[index].isMark(";") else { continue }
            parts.append(source.part(start..<index + 1))
            start = index + 1
        }
        if start < tokens.count { parts.append(source.part(start..<tokens.count)) }
        if let colon = topicBehindColon(tokens) {
            return [source.part(0..<colon), source.part(colon + 1..<tokens.count)]
        }
        if let colon = sameBehindColon(tokens) {
            return rulesApart(source.part(0..<colon)) + rulesApart(source.part(colon + 1..<tokens.count))
        }
        if let comma = clauseBehindLabel(source) {
            return [source.part(0..<comma)] + rulesApart(source.part(comma + 1..<tokens.count))
        }
        if let comma = topicBehindWhatThereIs(tokens) {
            return [source.part(0..<comma)] + rulesApart(source.part(comma + 1..<tokens.count))
        }
        if let end = definitionEnd(tokens) {
            return [source.part(0..<end)] + rulesApart(source.part(end + 1..<tokens.count))
        }
        let isRule = { [self] part in
            rule(in: part) != nil || endsRecorded(part) || joint(part.tokens, from: 0) != nil || isCombination(part)
                || saysTwo(part.tokens, from: 0)
        }
        guard parts.contains(where: isRule) || startsUniqueness(in: tokens) != nil else { return [source] }
        return parts.flatMap(uniquenessApart).flatMap(ruleApart).flatMap(deletionsApart)
    }

    /// Where a clause of its own begins behind the fields of a label: `Etiquetas: nombre, una receta lleva muchas etiquetas`.
    private func clauseBehindLabel(_ source: TokenizedText) -> Int? {
        let tokens = source.tokens
        guard lexicon.language == .spanish,
            let colon = tokens.prefix(4).firstIndex(where: { $0.isMark(":") }), colon > 0
        else { return nil }
        return span(colon + 2, tokens.count).first { comma in
            guard tokens[comma].isMark(","), let article = reader.word(tokens, at: comma + 1),
                [.article, .definite, .each].contains(article.meaning), comma + 1 + article.count < tokens.count,
                let mention = reader.mention(source, at: comma + 1 + article.count, candidates),
                let verb = reader.word(tokens, at: mention.range.upperBound)
            else { return false }
            return verb.meaning == .has || verb.meaning == .belongs
        }
    }

    /// Whether it says that a combination is unique.
    private func isCombination(_ source: TokenizedText) -> Bool {
        func holds(_ word: ProseWord) -> Bool {
            source.tokens.indices.contains { lexicon.prose.match(source.tokens, at: $0, where: { $0 == word }) != nil }
        }
        return lexicon.language == .english && source.tokens.count < 20 && holds(.combination) && holds(.unique)
    }

    /// A sentence divided where a clause begins that says what is unique: `…, and two rooms of the same floor may not share a
    /// number`.
    private func uniquenessApart(_ source: TokenizedText) -> [TokenizedText] {
        guard let start = startsUniqueness(in: source.tokens) else { return [source] }
        let and = reader.word(source.tokens, at: start + 1).flatMap { $0.meaning == .and ? $0.count : nil }
        return [source.part(0..<start), source.part(start + 1 + (and ?? 0)..<source.tokens.count)]
    }

    private func startsUniqueness(in tokens: [Token]) -> Int? {
        if lexicon.language == .spanish { return startsSpanishUniqueness(in: tokens) }
        var depth = 0
        return tokens.indices.first { index in
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth -= 1 }
            guard depth == 0, tokens[index].isMark(","), index > 2 else { return false }
            let and = reader.word(tokens, at: index + 1).flatMap { $0.meaning == .and ? $0.count : nil }
            let start = index + 1 + (and ?? 0)
            if joint(tokens, from: start) != nil { return true }
            return saysTwo(tokens, from: start) || and != nil && saysOneFor(tokens, from: start)
        }
    }

    /// `…, y dos buques no pueden compartir matrícula`, `…, y hay un solo extracto por cuenta y mes`.
    private func startsSpanishUniqueness(in tokens: [Token]) -> Int? {
        tokens.indices.first { comma in
            guard tokens[comma].isMark(","), comma > 2, comma + 6 < tokens.count, tokens[comma + 1].folded == "y" else {
                return false
            }
            if saysOneFor(tokens, from: comma + 2) { return true }
            let near = span(comma + 3, min(comma + 14, tokens.count)).prefix { tokens[$0].kind == .word }
            return tokens[comma + 2].folded == "dos" && near.contains { tokens[$0].folded == "no" }
                && near.contains { index in
                    lexicon.prose.match(tokens, at: index, where: { $0 == .same || $0 == .share }) != nil
                }
        }
    }

    /// Whether words for two that must not be alike begin: `two rooms of the same floor may not share a number`.
    private func saysTwo(_ tokens: [Token], from start: Int) -> Bool {
        guard lexicon.language == .english, lexicon.prose.match(tokens, at: start, where: { $0 == .two }) != nil else {
            return false
        }
        let near = span(start, min(start + 12, tokens.count)).prefix { !tokens[$0].isMark(",") }
        func holds(_ word: ProseWord) -> Bool {
            near.contains { lexicon.prose.match(tokens, at: $0, where: { $0 == word }) != nil }
        }
        return holds(.same) && holds(.not)
    }

    /// Whether a clause begins that says that there is one for several: `there is only one part for a given work`.
    private func saysOneFor(_ tokens: [Token], from start: Int) -> Bool {
        guard let there = reader.word(tokens, at: start), there.meaning == .weHave,
            let one = reader.word(tokens, at: start + there.count), one.meaning == .one || one.meaning == .maybeOne,
            let phrase = reader.nounPhrase(tokens, from: start + there.count + one.count)
        else { return false }
        return reader.word(tokens, at: phrase.upperBound)?.meaning == .per
    }

    /// Rules about deletion that one sentence joins, each by itself: `si se borra un pedido se borran sus líneas, y que no
    /// se puedan borrar clientes`.
    private func deletionsApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        let deletes = tokens.indices.filter { reader.word(tokens, at: $0)?.meaning == .delete }
        guard let first = deletes.first, let last = deletes.last, first < last else { return [source] }
        var parts: [TokenizedText] = []
        var start = 0
        for index in span(first + 1, last) where startsDeletion(tokens, at: index) {
            parts.append(source.part(start..<index))
            start = index
        }
        parts.append(source.part(start..<tokens.count))
        return parts
    }

    /// Whether a clause begins that says when, or that not, something is deleted: `pero si se borra`, `y que no se puedan`.
    private func startsDeletion(_ tokens: [Token], at index: Int) -> Bool {
        if ["whereas", "while", "but"].contains(tokens[index].folded) { return true }
        guard let joint = reader.word(tokens, at: index),
            joint.meaning == .and || tokens[index].folded == "pero"
                || isContrast(tokens, at: index)
        else { return false }
        if tokens[index - 1].isMark(","), isContrast(tokens, at: index) || tokens[index].folded == "pero",
            tokens[..<index].indices.contains(where: { reader.word(tokens, at: $0)?.meaning == .delete })
        {
            // `si se borra un vuelo se borran sus plazas, mientras que un avión con vuelos no se puede borrar`
            return true
        }
        var next = index + joint.count
        if tokens[index - 1].isMark(","), joint.meaning == .and, refusesDeletion(tokens, from: next) { return true }
        if next < tokens.count, tokens[next].folded == "que" { next += 1 }
        if lexicon.language == .english, next < tokens.count,
            ["deleting", "removing", "erasing"].contains(tokens[next].folded)
        {
            // `deleting a yard deletes its cranes, and deleting a crane deletes its checks`
            return true
        }
        if lexicon.language == .spanish, tokens[index - 1].isMark(","), next + 1 < tokens.count,
            ["borrar", "eliminar", "suprimir", "quitar"].contains(tokens[next].folded)
        {
            // `borrar un curso borra sus temas, y borrar un tema borra sus tareas`
            return true
        }
        guard let lead = reader.word(tokens, at: next) ?? reader.attribute(tokens, at: next),
            [.when, .not, .flag].contains(lead.meaning)
        else { return false }
        return span(next, min(next + 8, tokens.count)).contains { reader.word(tokens, at: $0)?.meaning == .delete }
    }

    /// Whether a clause says of something that it is not deleted: `un cliente con pedidos no se puede borrar`.
    private func refusesDeletion(_ tokens: [Token], from start: Int) -> Bool {
        guard lexicon.language == .spanish, let lead = reader.word(tokens, at: start)?.meaning,
            lead == .article || lead == .definite
        else { return false }
        let clause = span(start, min(start + 12, tokens.count)).prefix { tokens[$0].kind == .word }
        guard let not = clause.first(where: { reader.word(tokens, at: $0)?.meaning == .not }) else { return false }
        return clause.contains { $0 > not && reader.word(tokens, at: $0)?.meaning == .delete }
    }

    private func isContrast(_ tokens: [Token], at index: Int) -> Bool {
        tokens[index].folded == "mientras" && index + 1 < tokens.count && tokens[index + 1].folded == "que"
    }

    /// A colon behind which a topic and a list follow: `…: for each planting, the crop, the date and the yield`.
    private func topicBehindColon(_ tokens: [Token]) -> Int? {
        tokens.indices.first { index in
            guard tokens[index].isMark(":"), index > 2, let lead = reader.word(tokens, at: index + 1),
                lead.meaning == .per && lead.count > 1
            else { return false }
            return reader.nounPhrase(tokens, from: index + 1 + lead.count).map {
                $0.upperBound < tokens.count && tokens[$0.upperBound].isMark(",")
            } ?? false
        }
    }

    /// The colon behind a plural of which each one is spoken of then: `cada pedido tiene líneas: la línea lleva un producto`.
    private func sameBehindColon(_ tokens: [Token]) -> Int? {
        guard lexicon.language == .spanish, let colon = tokens.firstIndex(where: { $0.isMark(":") }), colon > 1,
            colon + 3 < tokens.count, tokens[colon - 1].kind == .word, tokens[colon + 2].kind == .word,
            let lead = reader.word(tokens, at: colon + 1), lead.count == 1,
            [.definite, .each, .article].contains(lead.meaning),
            reader.word(tokens, at: colon + 3) != nil || tokens[colon + 3].kind == .word
        else { return nil }
        let single = lexicon.inflector.singular(of: tokens[colon - 1].folded)
        return single != tokens[colon - 1].folded && single == tokens[colon + 2].folded ? colon : nil
    }

    /// The comma behind what there is, where a list of its fields follows: `tenemos pistas, de cada pista el número y el precio`.
    private func topicBehindWhatThereIs(_ tokens: [Token]) -> Int? {
        guard lexicon.language == .spanish, let comma = tokens.firstIndex(where: { $0.isMark(",") }), comma > 1,
            comma + 2 < tokens.count, ["de", "del"].contains(tokens[comma + 1].folded),
            tokens[..<comma].indices.contains(where: { reader.word(tokens, at: $0)?.meaning == .weHave })
        else { return nil }
        let lead = reader.word(tokens, at: comma + 2)?.meaning
        guard tokens[comma + 1].folded == "del" || lead == .each || lead == .definite else { return nil }
        return comma
    }

    /// Where words begin that speak of deletion or say that no two are alike.
    private func rule(in source: TokenizedText) -> Int? {
        source.tokens.indices.first { index in
            (reader.word(source.tokens, at: index)?.meaning == .delete || startsNoTwo(source.tokens, at: index))
                && !isSaidAside(index, source.tokens)
        }
    }

    /// Divides before the clause in which a rule begins, when a clause of its own is before it.
    private func ruleApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard let rule = rule(in: source) else { return [source] }
        let boundary = span(1, rule).last { index in
            guard tokens[index].isMark(",") || tokens[index].isMark(":") else { return false }
            let next = reader.word(tokens, at: index + 1)
            // `un jurado con votos, en cambio, no se elimina`
            if next?.meaning == .not, endsAside(index, tokens) { return false }
            let second = next.flatMap { $0.meaning == .and ? reader.word(tokens, at: index + 1 + $0.count) : $0 }
            return next?.meaning == .when || next?.meaning == .and && second?.meaning != .flag
                || next?.meaning == .not
        }
        guard let boundary, isClause(tokens, 0..<boundary) else { return [source] }
        return [source.part(0..<boundary), source.part(boundary + 1..<tokens.count)]
    }

    /// Whether a comma is the second of two around an adverb.
    private func endsAside(_ comma: Int, _ tokens: [Token]) -> Bool {
        span(max(0, comma - 4), comma).contains { first in
            tokens[first].isMark(",")
                && reader.word(tokens, at: first + 1).map { $0.meaning == .skip && first + 1 + $0.count == comma }
                    ?? false
        }
    }

    /// Whether some words say something by themselves: they begin with no conjunction, and have a verb.
    private func isClause(_ tokens: [Token], _ range: Range<Int>) -> Bool {
        guard reader.word(tokens, at: range.lowerBound)?.meaning != .when else { return false }
        return range.contains { index in
            let meaning = reader.word(tokens, at: index)?.meaning
            return [.has, .belongs, .be, .keep, .weHave, .with, .whose, .receives].contains(meaning)
        }
    }
}
