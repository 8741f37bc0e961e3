import MGELayers

extension ProseReader {
    /// Whether a mention is what a phrase is about, and no part of a field's name: `customer` of `customer number`.
    func isHead(_ mention: Mention, at index: Int, of part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let start = part.lowerBound
        for before in span(start, index) {
            let item = sentence.items[before]
            if item.word?.isDeterminer == true || item.word == .skip { continue }
            // `up to four godparents`
            let isBound = item.attribute == .maximum || item.attribute == .minimum || isNumber(item, sentence)
            if isBound, mention.isPlural { continue }
            // `may include extra bags`, `participan varios pasos`
            if item.isName, before == start, mention.isPlural, index + 1 == part.upperBound,
                index == start + 1 || lexicon.language == .spanish && item.range.upperBound == mention.start
            {
                continue
            }
            // `tiene a otro monitor como responsable`
            if before == start, item.word == .preposition { continue }
            if let modifier = mention.modifier, modifier.contains(item.range.lowerBound) { continue }
            return false
        }
        guard lexicon.language == .english else { return true }
        guard index + 1 < part.upperBound else { return true }
        return !sentence.items[index + 1].isName || isParticiple(at: index + 1, in: part, sentence)
    }

    private func isNumber(_ item: ProseItem, _ sentence: ProseSentence) -> Bool {
        item.isNumber || item.isName && lexicon.numbers[sentence.source.tokens[item.range.lowerBound].folded] != nil
    }

    /// `un despliegue lleva una versión a un entorno`: the place is the owner's too.
    mutating func readReached(_ rest: Range<Int>, behind first: Mention, of owner: Mention, _ sentence: ProseSentence) {
        guard lexicon.language == .spanish, first.quantity == .article, !first.isPlural, let lead = rest.first,
            sentence.items[lead].word == .preposition,
            ["a", "al", "hacia", "hasta", "en"].contains(
                sentence.source.tokens[sentence.items[lead].range.lowerBound].folded),
            let (_, target) = sentence.mentions(in: rest).first, target.start == sentence.items[lead].range.upperBound,
            [.article, .one].contains(target.quantity), !target.isPlural, target.entity != owner.entity
        else { return }
        addEvidence(.one, owner, target, sentence, part: rest)
    }

    /// A phrase without a verb: `a curator (name, phone)`, `hives: code, colour`.
    mutating func readFragment(_ sentence: ProseSentence) {
        if let asked = asked(before: sentence) {
            return readList(sentence.items.indices, of: asked, sentence)
        }
        if let told = told(before: sentence) {
            for clause in sentence.items.indices.split(whereSeparator: { sentence.items[$0].isMark(";") }) {
                readList(span(clause.startIndex, clause.endIndex), of: told, sentence)
            }
            return
        }
        guard let (index, mention) = sentence.mentions(in: sentence.items.indices).first else {
            return readMoreFields(sentence)
        }
        guard let next = (span(index + 1, sentence.items.count)).first(where: { sentence.items[$0].word != .skip })
        else { return }
        let isTopic = index > 0 && [.preposition, .per].contains(sentence.items.first?.word)
        if isTopic, lexicon.language == .spanish, sentence.items[next].word == .preposition,
            let colon = span(next, min(next + 5, sentence.items.count)).first(where: { sentence.items[$0].isMark(":") })
        {
            // `para los cupones de la tienda: código y fecha`
            return readList(span(colon + 1, sentence.items.count), of: mention, sentence)
        }
        let isBare =
            lexicon.language == .english
            && sentence.items[..<index].allSatisfy { $0.word?.isDeterminer == true || $0.word == .skip }
            && next > index + 1
        if isTopic || isBare,
            sentence.items[next].isName || isTopic && sentence.items[next].word?.isDeterminer == true,
            leadsToField(span(next, sentence.items.count), sentence)
        {
            // `del profesor solo nombre y teléfono`
            return readList(span(next, sentence.items.count), of: mention, sentence)
        }
        if sentence.items[next].isMark(":") || sentence.items[next].word == .with
            || isTopic && sentence.items[next].isMark(",")
        {
            readList(span(next + 1, sentence.items.count), of: mention, sentence)
        }
    }

    /// `fecha de compra si se sabe, y observaciones`: more usual fields of what was spoken of, in a note.
    private mutating func readMoreFields(_ sentence: ProseSentence) {
        let items = sentence.items
        guard let antecedent, items.count > 2, items[0].isName,
            items.contains(where: { $0.isMark(",") || $0.word == .and })
        else { return }
        let name = items.prefix { $0.isName || sentence.source.tokens[$0.range.lowerBound].isOf }
        guard lexicon.hasField(named: sentence.source.words(sentence.tokens(0..<name.count)).lowercased()) else {
            return
        }
        if lexicon.language == .english {
            // `amount at least 20, payment method, refunded yes/no`
            let parts = ProseList(items.indices, of: sentence, lexicon: lexicon).parts
            guard parts.count > 2, parts.allSatisfy({ $0.first.map { items[$0].isName } ?? false }) else { return }
        }
        readList(items.indices, of: antecedent, sentence)
    }

    /// Of what a phrase tells that has no verb, behind a sentence about it: `full name required; club optional`.
    private func told(before sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .english, sentence.mentions.isEmpty,
            !said.isDisjoint(with: [.optional, .unique, .needed]), leadsToField(sentence.items.indices, sentence)
        else { return nil }
        return antecedent
    }

    /// Of what a phrase tells after a question or a call that ends with its name: `What do I need about a tenant? The full
    /// name, …`, `Volunteers! Name, mobile, …`.
    private func asked(before sentence: ProseSentence) -> Mention? {
        guard let previous, let end = previous.source.tokens.indices.last,
            previous.source.tokens[end].isMark("?") || previous.source.tokens[end].isMark("!"),
            let mention = previous.mentions.last, mention.range.upperBound == end,
            sentence.items.contains(where: { $0.isMark(",") || $0.word == .and }),
            sentence.mentions.first.map({ $0.range.lowerBound > 1 }) ?? true,
            leadsToField(sentence.items.indices, sentence)
        else { return nil }
        return mention
    }

    /// What goes on with the names that a Spanish part's `con` began without articles: `tiene puntos con valor, unidad y error`.
    private func joinedBare(
        behind number: Int, in list: ProseList, _ sentence: ProseSentence
    ) -> (owner: Mention, end: Int)? {
        let part = list.parts[number]
        guard let (index, mention) = sentence.mentions(in: part).first, index + 2 < part.upperBound,
            sentence.items[index + 1].word == .with, sentence.items[index + 2].isName,
            mention.isPlural, isHead(mention, at: index, of: part, sentence), number + 1 < list.parts.count
        else { return nil }
        let more = list.parts[(number + 1)...].prefix { next in
            sentence.items[next.lowerBound].isName && sentence.mentions(in: next).isEmpty
        }
        return more.last.map { (mention, $0.upperBound) }
    }

    /// What a part's `with` goes on with behind `and`, and whose that is: the nearest entity's, where no comma divides them.
    func joined(
        behind number: Int, in list: ProseList, _ sentence: ProseSentence
    ) -> (owner: Mention, end: Int)? {
        let part = list.parts[number]
        if lexicon.language == .spanish { return joinedBare(behind: number, in: list, sentence) }
        guard lexicon.language == .english, number + 2 == list.parts.count,
            let (index, mention) = sentence.mentions(in: part).first, index + 2 < part.upperBound,
            sentence.items[index + 1].word == .with, isHead(mention, at: index, of: part, sentence)
        else { return nil }
        let next = list.parts[number + 1]
        guard next.lowerBound == part.upperBound + 1, sentence.items[part.upperBound].word == .and,
            sentence.mentions(in: next).isEmpty
        else { return nil }
        return (mention, next.upperBound)
    }

    /// `…, each tasting with its score, the date and notes`: what follows belongs to each of what was just named.
    mutating func readRestated(
        _ part: Range<Int>, to end: Int, _ sentence: ProseSentence, depth: Int
    ) -> Bool {
        guard let (index, mention) = sentence.mentions(in: part).first, mention.quantity == .each,
            index + 1 < part.upperBound, [.with, .has].contains(sentence.items[index + 1].word)
        else { return false }
        readList(span(index + 2, end), of: mention, sentence, depth: depth + 1)
        return true
    }

    /// Reads what is said of a field, its type and all else.
    mutating func addAttributes(_ part: Range<Int>, to name: String, of entity: Int, _ sentence: ProseSentence) {
        var attributes = FieldAttributes()
        attributes.readsConditions = true
        if let end = typeEnd(part, sentence) {
            let start = typeStart(part, sentence)
            let type = sentence.source.words(span(start, end))
            facts.update(entity, named: name) { field in
                // `de 0 a 10 y con decimales`
                let isBounded = field.type?.words.text == "integer" && type.hasPrefix("con ")
                if field.type == nil || isBounded { field.type = FieldAttributes.phrase(type, field) }
            }
            isUsed = true
        }
        attributes.read(sentence.source, sentence.tokens(part), lexicon: lexicon)
        guard !attributes.isEmpty else { return }
        let lexicon = lexicon
        facts.update(entity, named: name) { attributes.apply(to: &$0, lexicon: lexicon) }
        settleScope(of: name, in: entity, sentence.tokens(part), sentence)
        isUsed = true
    }
}
