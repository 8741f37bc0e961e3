import MGECore
import MGELayers

extension ProseReader {
    /// `en una función actúan varios payasos`, `participan en ella varios corredores`: who takes part in one does so in others too.
    mutating func readTakingPart(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, segment.verb == nil, !segment.isNegated, !segment.isOurs,
            lexicon.prose.match(Tokenizer.tokenize(LocatedText(segment.words)).tokens, at: 0, where: { $0 == .takesPart })
                != nil
        else { return false }
        let objects = sentence.mentions(in: segment.objects)
        guard let doer = objects.first(where: { $0.mention.quantity == .many && $0.mention.isPlural })?.mention else {
            return false
        }
        let pronoun = span(segment.objects.lowerBound, segment.objects.upperBound).contains {
            sentence.items[$0].word == .it && sentence.items[$0].range.upperBound <= doer.start
        }
        let named = sentence.mentions(in: segment.topic).last?.mention
        let place = named ?? (pronoun ? sentence.mentions.first ?? antecedent : nil)
        guard let place, place.entity != doer.entity, !place.isPlural else { return false }
        addEvidence(.both, place, doer, sentence, part: segment.objects)
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
        let mentions = sentence.mentions
        guard let time = tokens.firstIndex(where: { $0.folded == "vez" }), time > 0,
            ["una", "sola"].contains(tokens[time - 1].folded),
            !span(max(0, time - 4), time).contains(where: { ["de", "a"].contains(tokens[$0].folded) }),
            mentions.count == 2, mentions[0].entity != mentions[1].entity, mentions.allSatisfy({ !$0.isPlural }),
            let owner = facts.link(of: mentions[0].entity, and: mentions[1].entity)
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
