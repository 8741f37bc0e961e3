import MGECore
import MGELayers

extension ProseReader {
    /// `en una función actúan varios payasos`: who takes part in one does so in others too.
    mutating func readTakingPart(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, segment.verb == nil || segment.verb == .keep && segment.isReflexive,
            !segment.isNegated, !segment.isOurs, takesPart(segment, sentence)
        else { return false }
        if readTakingPart(ofSeveral: segment, sentence) { return true }
        guard segment.verb == nil else { return false }
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

    private func takesPart(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let verb = span(segment.topic.upperBound, segment.objects.lowerBound)
        return sentence.tokens(verb).contains { index in
            lexicon.prose.match(sentence.source.tokens, at: index, where: { $0 == .takesPart }) != nil
        }
    }

    /// `los socios se apuntan a las clases`, `los usuarios siguen rutinas`: each does so with several, which others do too.
    private mutating func readTakingPart(ofSeveral segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard !isDone(segment, sentence), let doer = segment.subject, doer.isPlural,
            doer.quantity == nil || doer.quantity == .definite,
            let (index, thing) = sentence.mentions(in: segment.objects).first, thing.isPlural,
            thing.entity != doer.entity,
            segment.verb == nil || segment.objects.first.map({ sentence.items[$0].word == .preposition }) == true,
            span(segment.objects.lowerBound, index).allSatisfy({
                let word = sentence.items[$0].word
                return word?.isDeterminer == true || word == .preposition || word == .skip
            })
        else { return false }
        addEvidence(.both, doer, thing, sentence, part: segment.objects)
        if let with = span(index, segment.objects.upperBound).first(where: { sentence.items[$0].word == .with }),
            leadsToField(span(with + 1, segment.objects.upperBound), sentence)
                || holdsField(behind: with, segment, sentence)
        {
            readList(span(with + 1, segment.objects.upperBound), of: thing, sentence)
        }
        return true
    }

    /// `cada vez que una paloma participa en una suelta hay un marcaje, con la hora`, `cuando un socio sube una vía apunta un
    /// ascenso: fecha y nota`, `cuando llega un camión se abre una descarga`: what is made then keeps all that take part.
    mutating func readOccasion(_ sentence: ProseSentence) -> Bool {
        let (items, tokens) = (sentence.items, sentence.source.tokens)
        guard lexicon.language == .spanish, tokens.count > 7, !said.contains(.delete), sentence.mentions.count > 1,
            items[0].word == .when && tokens[0].folded == "cuando"
                || tokens[0].folded == "cada" && tokens[1].folded == "vez"
        else { return false }
        let taking = sentence.mentions.prefix { [.article, .one].contains($0.quantity) && !$0.isPlural }
        let isOfOne = taking.count > 1 && isOpened(taking[1], tokens)
        guard isOfOne || taking.count > 2, let made = taking.dropFirst(isOfOne ? 1 : 2).first,
            Set(taking.prefix(isOfOne ? 2 : 3).map(\.entity)).count == (isOfOne ? 2 : 3),
            let index = items.firstIndex(where: { $0.mention == made }), made.start > 0,
            let verb = items.lastIndex(where: { $0.range.upperBound <= made.start }),
            isOfOne || items[verb].isName || [.keep, .weHave].contains(items[verb].word),
            !items[..<verb].contains(where: { $0.isMark(";", ":", ".") })
        else { return false }
        let list = span(index + 1, items.count).first(where: { items[$0].word == .with || items[$0].isMark(":") })
        guard list != nil || isOfOne && index + 2 >= items.count else { return false }
        for other in taking.prefix(isOfOne ? 1 : 2) {
            addEvidence(.one, made, other, sentence, part: span(index, index + 1))
        }
        antecedent = made
        if let list { readList(span(list + 1, items.count), of: made, sentence) }
        return true
    }

    /// Whether it is said that something comes about: `se abre una descarga`, `hay un marcaje`.
    private func isOpened(_ made: Mention, _ tokens: [Token]) -> Bool {
        guard made.start > 3, tokens[made.start - 1].kind == .word else { return false }
        return tokens[made.start - 2].isReflexivePronoun || tokens[made.start - 1].folded == "hay"
    }

    /// `we hold meetings for a building`, `we get each strain from one supplier`: each of them is for one.
    mutating func readDoneFor(_ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, tokens.count > 5, tokens[0].folded == "we",
            let made = sentence.mentions.first,
            made.isPlural && made.range.lowerBound == 2 || made.quantity == .each && made.start == 2,
            made.range.upperBound < tokens.count,
            ["for", "at"].contains(tokens[made.range.upperBound].folded)
                || made.quantity == .each && tokens[made.range.upperBound].folded == "from",
            let target = sentence.mentions.dropFirst().first, target.start == made.range.upperBound + 1,
            target.quantity == .article || target.quantity == .one && made.quantity == .each, !target.isPlural,
            target.entity != made.entity,
            let index = sentence.items.firstIndex(where: { $0.range.lowerBound == target.range.lowerBound })
        else { return }
        addEvidence(.one, made, target, sentence, part: span(index, index + 1))
    }

    /// Whether an entity brings others together: `mediante una inscripción`, `a través de una inscripción`.
    func isMeans(_ mention: Mention, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        if lexicon.language == .english {
            // `users join clubs through memberships`
            return mention.start > 1 && ["through", "via"].contains(tokens[mention.start - 1].folded)
                && (mention.isPlural ? mention.quantity == nil : mention.quantity == .article)
        }
        guard lexicon.language == .spanish, mention.quantity == .article, mention.start > 1 else { return false }
        return tokens[mention.start - 1].folded == "mediante"
            || tokens[mention.start - 1].isOf && tokens[mention.start - 2].folded == "traves"
    }

    /// `mediante una matrícula, un alumno entra en un curso, sin que pueda hacerlo dos veces en el mismo`: it refers to one of
    /// each, and where that is said, once for the two.
    mutating func readMeansFirst(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, let means = sentence.mentions.first, means.quantity == .article,
            !means.isPlural, (1...3).contains(means.start), means.range.upperBound < tokens.count,
            tokens[means.range.upperBound].isMark(","),
            ["mediante", "por medio de", "a traves de"].contains(
                tokens[..<means.start].map(\.folded).joined(separator: " "))
        else { return false }
        let joined = sentence.mentions.dropFirst().prefix { !$0.isPlural && $0.entity != means.entity }
        guard joined.count == 2, joined.allSatisfy({ [.article, .each].contains($0.quantity) }),
            joined[1].entity != joined[2].entity
        else { return false }
        for other in joined { addEvidence(.one, means, other, sentence, part: sentence.items.indices) }
        if said.contains(.twice) { addGroup(Array(joined), of: means.entity, sentence) }
        antecedent = means
        return true
    }

    /// Whether several of it are what something is done with: `mediante informes`.
    func isSeveralMeans(_ mention: Mention, _ sentence: ProseSentence) -> Bool {
        lexicon.language == .spanish && mention.isPlural && mention.quantity == nil && mention.start > 0
            && sentence.source.tokens[mention.start - 1].folded == "mediante"
    }

    /// `cada alumno participa en varios cursos mediante una inscripción`: this refers to one of each.
    mutating func joinByMeans(
        _ means: Mention, _ joined: [Mention], _ segment: Segment, _ sentence: ProseSentence
    ) {
        for other in joined where other.entity != means.entity {
            var single = other
            (single.isPlural, single.quantity, single.modifier) = (false, .article, nil)
            addEvidence(.one, means, single, sentence, part: segment.objects)
        }
    }

    /// `pertenecen a cada grupo varios alumnos`: who belongs is said last.
    mutating func readSubjectBehind(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let mentions = sentence.mentions(in: segment.objects)
        guard lexicon.language == .spanish, segment.verb == .belongs, segment.topic.isEmpty, mentions.count == 2,
            mentions[0].mention.entity != mentions[1].mention.entity,
            mentions[0].mention.range.upperBound == mentions[1].mention.start,
            mentions[1].mention.start < mentions[1].mention.range.lowerBound
        else { return false }
        addEvidence(.one, mentions[1].mention, mentions[0].mention, sentence, part: segment.objects)
        return true
    }

    /// `en cada revisión un mecánico cambia piezas`: what happens keeps who takes part.
    mutating func readPart(in sentence: ProseSentence) {
        let items = sentence.items
        guard lexicon.language == .spanish, let lead = items.firstIndex(where: { $0.word != .skip }),
            items[lead].word == .preposition, sentence.mentions.count > 1
        else { return }
        let (event, doer) = (sentence.mentions[0], sentence.mentions[1])
        let gap = span(event.range.upperBound, doer.start)
        guard event.quantity == .each, items[lead].range.upperBound == event.start, doer.quantity == .article,
            !doer.isPlural, doer.entity != event.entity, gap.allSatisfy({ sentence.source.tokens[$0].isMark(",") }),
            let next = items.first(where: { $0.range.lowerBound == doer.range.upperBound }), next.isName
        else { return }
        addEvidence(.one, event, doer, sentence, part: items.indices)
    }

    /// `las clases de cada curso tienen un tema`: a sentence that begins so says whose each of them is.
    mutating func readOfEach(_ sentence: ProseSentence) {
        let items = sentence.items
        guard lexicon.language == .spanish, sentence.mentions.count > 1, let lead = items.first,
            lead.word == .definite || lead.word == .each
        else { return }
        let (owned, owner) = (sentence.mentions[0], sentence.mentions[1])
        guard owned.start == 0, owner.quantity == .each, owned.entity != owner.entity,
            owner.start == owned.range.upperBound + 1, sentence.source.tokens[owned.range.upperBound].folded == "de",
            let next = items.first(where: { $0.range.lowerBound >= owner.range.upperBound }),
            [.has, .belongs, .keep, .be].contains(next.word)
        else { return }
        addEvidence(.one, owned, owner, sentence, part: items.indices)
    }

    /// `…, and most hosts work on more than one show`: a clause behind a list, and no field.
    mutating func readDoers(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, let (index, doers) = sentence.mentions(in: part).first, doers.isMany,
            doers.quantity == .many, index + 2 < part.upperBound, items[index + 1].isName,
            items[index + 2].word == .preposition,
            let (_, target) = sentence.mentions(in: span(index + 3, part.upperBound)).first,
            target.entity != doers.entity, target.start == items[index + 2].range.upperBound
        else { return false }
        addEvidence(target.isMany ? .many : .one, doers, target, sentence, part: span(index + 2, part.upperBound))
        return true
    }
}
