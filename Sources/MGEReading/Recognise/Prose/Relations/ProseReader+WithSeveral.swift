import MGECore
import MGELayers

/// What things of a kind hold several others of.
extension ProseReader {
    /// `los clientes hacen pedidos con varios productos`, `los usuarios crean listas con canciones`.
    mutating func readWithSeveral(
        behind with: Int, of owner: Mention, _ segment: Segment, _ sentence: ProseSentence
    ) {
        guard lexicon.language == .spanish, segment.verb == nil, !segment.isPassive,
            with > 0, sentence.items[with - 1].mention == owner,
            let held = sentence.mentions(in: span(with + 1, segment.objects.upperBound)).first?.mention,
            held.entity != owner.entity, held.isPlural || owner.isPlural && held.quantity == .article,
            held.start == sentence.items[with].range.upperBound,
            !held.isPlural || held.quantity == .many || held.quantity == nil && held.start == held.range.lowerBound,
            !isAgent(held.entity) || held.quantity == nil || !held.isPlural
        else { return }
        if isAgent(held.entity) || !held.isPlural {
            // `los pacientes sacan turnos con médicos`: each is with one.
            guard !isAgent(owner.entity) else { return }
            var one = held
            (one.isPlural, one.quantity) = (false, .article)
            return addEvidence(.one, owner, one, sentence, part: segment.objects)
        }
        addEvidence(.many, owner, held, sentence, part: segment.objects)
    }

    /// Whether what several of something have only tells how much of each there is: `ingredientes con cantidad`.
    func isCounted(behind with: Int, to end: Int, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish else { return false }
        return ProseList(span(with + 1, end), of: sentence, lexicon: lexicon).parts.contains { part in
            lexicon.prose.match(
                sentence.source.tokens, at: sentence.tokens(part).lowerBound, where: { $0 == .quantity }) != nil
        }
    }
}

extension ProseReader {
    /// `los compradores guardan anuncios`: they keep several, which others keep too.
    mutating func readKeptBySeveral(_ segment: Segment, _ subject: Mention, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, segment.words.lowercased().hasPrefix("guarda") || segment.words.isEmpty,
            subject.isPlural, isAgent(subject.entity), let first = segment.objects.first,
            let kept = sentence.items[first].mention ?? sentence.mentions(in: segment.objects.prefix(2)).first?.mention,
            kept.isPlural, kept.entity != subject.entity, !isAgent(kept.entity),
            sentence.mentions(in: segment.objects).count == 1,
            !segment.objects.contains(where: { sentence.items[$0].isMark(",") || sentence.items[$0].word == .and })
        else { return false }
        addEvidence(.both, subject, kept, sentence, part: segment.objects)
        return true
    }
}

extension ProseReader {
    /// Whether what people write down is of others, and no fields of theirs: `los educadores registran las comidas de los niños`.
    func isKeptOfOthers(_ segment: Segment, _ subject: Mention, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, subject.isPlural, isAgent(subject.entity) else { return false }
        let parts = ProseList(segment.objects, of: sentence, lexicon: lexicon).parts
        return !parts.isEmpty && sentence.mentions(in: segment.objects).contains { $0.mention.entity != subject.entity }
            && parts.allSatisfy { part in
                (sentence.items[part.lowerBound].word == .definite || part.lowerBound == segment.objects.lowerBound)
                    && knownField(part, sentence) == nil
            }
    }
}

extension ProseReader {
    /// Whether a list is of things that are no entities, and not of who does something with them: `los clientes compran helados
    /// con varios sabores`.
    func isOfUnknown(behind with: Int, _ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, segment.verb == nil, !segment.isPassive, with > segment.objects.lowerBound,
            sentence.items[with - 1].isName
        else { return false }
        return lexicon.inflector.isPlural(sentence.source.words(sentence.items[with - 1].range).lowercased())
    }
}

extension ProseReader {
    /// Whether what somebody makes is no field of theirs: `el médico escribe un diagnóstico y receta medicamentos`.
    func isMadeBy(_ subject: Mention, _ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, isAgent(subject.entity), let first = segment.objects.first,
            sentence.items[first].word == .article,
            !["su", "sus"].contains(sentence.source.tokens[sentence.items[first].range.lowerBound].folded)
        else { return false }
        let tokens = Tokenizer.tokenize(LocatedText(segment.words)).tokens
        return lexicon.prose.meaning(of: tokens, where: { $0 == .creates }) != nil
    }

    /// Whether a part of a list says what others do with it: `…, y otros usuarios los compran`.
    func isDoneByOthers(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, let last = part.last(where: { !sentence.items[$0].isMark(".") }), last > 1,
            sentence.items[last].isName, last > part.lowerBound, sentence.items[last - 1].word == .definite,
            sentence.items[last - 2].mention?.isPlural == true
        else { return false }
        let verb = sentence.source.tokens[sentence.items[last].range.upperBound - 1].folded
        return verb.hasSuffix("an") || verb.hasSuffix("en")
    }

    /// Whether what is told how much of there is is there already, so that others hold it too: `cada venta tiene varios tacos
    /// con cantidad`, where tacos have a name and a price.
    mutating func readCountedOfKnown(
        _ mention: Mention, _ rest: Range<Int>, of owner: Mention, _ part: Range<Int>, _ sentence: ProseSentence
    ) -> Bool {
        guard lexicon.language == .spanish, mention.isMany, candidates.candidates[mention.entity].weight >= 10,
            candidates.candidates[owner.entity].weight >= 10, mention.entity != owner.entity,
            let with = rest.first, sentence.items[with].word == .with,
            isCounted(behind: with, to: rest.upperBound, sentence)
        else { return false }
        addEvidence(.both, owner, mention, sentence, part: part, isSure: true)
        let words = sentence.located(sentence.tokens(rest))
        findings.add(
            .warning, "not used: “\(words.text)” of `\(candidates.candidates[mention.entity].name)`",
            subject: candidates.candidates[owner.entity].name,
            remedy: "describe what links the two as an entity of its own", at: words.place)
        return true
    }

    /// Whether there are several of each kind, so that many people may have the same: `los clientes compran productos`.
    func isBought(_ entity: Int, _ segment: Segment) -> Bool {
        guard segment.words.lowercased().hasPrefix("compra") else { return false }
        let known = lexicon.entity(named: candidates.candidates[entity].name)?.fields ?? []
        return known.contains { $0.hasPrefix("existencias") }
    }
}
