import MGECore
import MGELayers

extension ProseReader {
    /// `en una función actúan varios payasos`: who takes part in one does so in others too.
    mutating func readTakingPart(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, segment.verb == nil, !segment.isNegated, !segment.isOurs,
            lexicon.prose.match(
                Tokenizer.tokenize(LocatedText(segment.words)).tokens, at: 0, where: { $0 == .takesPart }) != nil
        else { return false }
        let objects = sentence.mentions(in: segment.objects)
        guard let doer = objects.first(where: { $0.mention.quantity == .many && $0.mention.isPlural })?.mention else {
            return false
        }
        let place = sentence.mentions(in: segment.topic).last?.mention
        guard let place, place.entity != doer.entity, !place.isPlural else { return false }
        addEvidence(.both, place, doer, sentence, part: segment.objects)
        facts.markTakingPart()
        return true
    }

    /// `una puerta puede ser blindada o no, por defecto no`: true or false.
    mutating func readOrNotSpanish(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, let subject = segment.subject, !segment.isNegated,
            segment.verb == .be || segment.verb == .can
        else { return false }
        let tokens = sentence.source.tokens
        var start = sentence.tokens(segment.objects).lowerBound
        if let be = reader.word(tokens, at: start), be.meaning == .be { start += be.count }
        guard start + 2 < tokens.count, tokens[start].kind == .word, reader.word(tokens, at: start) == nil,
            lexicon.prose.match(tokens, at: start, where: \.isSaid) == nil,
            lexicon.keywords.match(tokens, at: start + 1, where: { $0 == .orWord }) != nil,
            tokens[start + 2].folded == "no", start + 3 == tokens.count || tokens[start + 3].kind == .mark
        else { return false }
        let name = sentence.located(span(start, start + 1))
        var field = FieldItem(name: name, words: name.text)
        var attributes = FieldAttributes()
        attributes.isFlag = true
        attributes.read(
            sentence.source, span(start + 3, sentence.tokens(segment.objects).upperBound), lexicon: lexicon)
        attributes.apply(to: &field, lexicon: lexicon)
        facts.add(field, to: subject.entity)
        lastField = (subject.entity, name.text)
        isUsed = true
        return true
    }

    /// `un perro se vacuna una sola vez por campaña`: what refers to both is there once for the two.
    mutating func readOnce(_ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish else { return false }
        let tokens = sentence.source.tokens
        // `se vacuna` may be called like the entity that it makes.
        let done = sentence.mentions.first { $0.start > 0 && tokens[$0.start - 1].isReflexivePronoun }
        let mentions = sentence.mentions.filter { $0 != done }
        guard let time = tokens.firstIndex(where: { $0.folded == "vez" }), time > 0,
            ["una", "sola"].contains(tokens[time - 1].folded),
            !span(max(0, time - 4), time).contains(where: { ["de", "a"].contains(tokens[$0].folded) }),
            mentions.count == 2, mentions[0].entity != mentions[1].entity, mentions.allSatisfy({ !$0.isPlural }),
            let owner = done?.entity ?? facts.link(of: mentions[0].entity, and: mentions[1].entity)
        else { return false }
        let isOnly =
            mentions[1].quantity == .each || tokens[time - 1].folded == "sola"
            || tokens[..<time].contains { ["solo", "unicamente", "solamente"].contains($0.folded) }
        guard isOnly else { return false }
        let place = sentence.source.place
        for mention in mentions { refer(owner, to: mention, sentence) }
        let names = mentions.map { Located(text: candidates.candidates[$0.entity].name, place: place) }
        facts.add(UniqueGroup(names: names, place: place), to: owner)
        isUsed = true
        return true
    }

    /// `el precio no puede ser negativo`, `la firma puede faltar`: a whole predicate, said of a field that is there.
    mutating func readSaidField(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, let lead = reader.word(tokens, at: 0), lead.meaning == .definite,
            let verb = span(lead.count + 1, max(lead.count + 1, min(lead.count + 7, tokens.count))).first(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .positive || $0 == .optional }) != nil
            }), let said = lexicon.prose.match(tokens, at: verb, where: { $0 == .positive || $0 == .optional }),
            said.count > 1,
            verb + said.count == tokens.count
                || verb + said.count + 1 == tokens.count && tokens[tokens.count - 1].kind == .mark
        else { return false }
        let name = lexicon.inflector.singular(of: sentence.source.words(span(lead.count, verb)).lowercased())
        let found = facts.fields(named: name)
        guard let field = found.first(where: { $0.entity == antecedent?.entity }) ?? (found.count == 1 ? found[0] : nil)
        else { return false }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, span(verb, tokens.count), lexicon: lexicon)
        guard !attributes.isEmpty else { return false }
        let words = lexicon
        facts.update(field.entity, named: field.name) { attributes.apply(to: &$0, lexicon: words) }
        lastField = field
        isUsed = true
        return true
    }

    /// Whether a part is only a number that holds where nothing else is said: `una potencia en vatios, 60 por defecto`.
    func isDefaultNumber(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let words = sentence.tokens(part)
        guard lexicon.language == .spanish, words.count > 1,
            sentence.source.tokens[words.lowerBound].kind == .number,
            let said = lexicon.prose.match(
                sentence.source.tokens, at: words.lowerBound + 1, where: { $0 == .default || $0 == .minimum })
        else { return false }
        return said.meaning == .default
    }

    /// `un ayudante que también es médico`: a role, with who plays it in the same part of a list.
    mutating func readPlayedRole(_ part: Range<Int>, of owner: Mention, _ sentence: ProseSentence) -> Bool {
        let (items, tokens) = (sentence.items, sentence.source.tokens)
        guard lexicon.language == .spanish, part.count > 4, items[part.lowerBound].word == .article,
            items[part.lowerBound + 1].isName, items[part.lowerBound + 2].word == .relative
        else { return false }
        let clause = span(part.lowerBound + 3, part.upperBound)
        guard let verb = clause.first(where: { items[$0].word != .skip }), items[verb].word == .be,
            let (index, target) = sentence.mentions(in: clause).first, target.entity != owner.entity, !target.isPlural,
            span(verb + 1, index).allSatisfy({ items[$0].word?.isDeterminer == true || items[$0].word == .skip }),
            index + 1 == part.upperBound || items[index + 1].word != nil || items[index + 1].attribute != nil
                || tokens[items[index + 1].range.lowerBound].folded == "pero"
        else { return false }
        let isOptional = sentence.tokens(span(index, part.upperBound)).contains {
            lexicon.prose.match(tokens, at: $0, where: { $0 == .optional }) != nil
        }
        addEvidence(
            .one, owner, target, sentence, part: span(part.lowerBound, index + 1),
            role: sentence.located(items[part.lowerBound + 1].range), isOptional: isOptional)
        return true
    }

    /// What a sentence speaks of whose two clauses name each other's subjects: `un pedido incluye varios platos y un plato puede
    /// estar en muchos pedidos`.
    func mutualTopic(_ segments: [Segment], _ sentence: ProseSentence) -> Mention? {
        let clauses = segments.filter { $0.subject != nil && !$0.isRelative && !$0.isOurs }
        guard lexicon.language == .spanish, clauses.count == 2, let first = clauses[0].subject,
            let second = clauses[1].subject, first.entity != second.entity, !first.isPlural,
            sentence.mentions(in: clauses[0].objects).contains(where: { $0.mention.entity == second.entity }),
            sentence.mentions(in: clauses[1].objects).contains(where: { $0.mention.entity == first.entity })
        else { return nil }
        return first
    }

    /// `cada huésped tiene una tarjeta; si se borra el huésped, se borra su tarjeta`: the card keeps whose it is, who has one.
    func ownedAlone(_ pair: [ProseFacts.Evidence]) -> ProseFacts.Evidence? {
        guard lexicon.language == .spanish, var owned = pair.first,
            pair.allSatisfy({
                $0.kind == .one && $0.source == owned.source && $0.target == owned.target && $0.role == nil
                    && $0.verbRole == nil && !$0.isPer
            }), owned.source != owned.target, facts.deletions[[owned.target, owned.source]]?.rule == .cascade,
            facts.deletions[[owned.source, owned.target]] == nil
        else { return nil }
        (owned.source, owned.target, owned.isUnique) = (owned.target, owned.source, true)
        return owned
    }
}
