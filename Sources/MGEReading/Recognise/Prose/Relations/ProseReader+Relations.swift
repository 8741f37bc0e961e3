import MGECore
import MGELayers

extension ProseReader {
    /// `a bicycle belongs to a customer`, `an order is opened for a bicycle at a shop`, `wards submit requests`.
    mutating func readRelation(_ segment: Segment, _ sentence: ProseSentence) {
        if segment.isOurs || segment.subject == nil, let (owner, _) = possessed(in: segment.objects, sentence) {
            return readList(segment.objects, of: owner, sentence)
        }
        if segment.subject == nil, segment.isOurs {
            guard segment.isPassive, let speaker else { return readOffer(segment, sentence) }
            guard let with = segment.objects.first(where: { sentence.items[$0].word == .with }) else { return }
            return readList(span(with + 1, segment.objects.upperBound), of: speaker, sentence)
        }
        if readSubjectBehind(segment, sentence) { return }
        guard let subject = segment.subject else { return }
        if readDoerOfEach(segment, subject, sentence) || isDone(segment, sentence) { return }
        if segment.verb == .belongs, lexicon.language == .spanish, sentence.mentions(in: segment.objects).isEmpty,
            segment.objects.contains(where: { sentence.items[$0].isMark(":") })
        {
            // `el caso es de una clase: civil, penal o social`
            return readList(segment.objects, of: subject, sentence)
        }
        let with = segment.objects.first { index in
            // `cada vuelo lo hace un piloto con un avión en una pista`, `una corrida se hace con un molde en una máquina`
            sentence.items[index].word == .with
                && !((segment.isFronted
                    || lexicon.language == .spanish && (segment.verb == .belongs || segment.isReflexive))
                    && leadsToNew(index, sentence))
        }
        let along = segment.objects.first { sentence.items[$0].word == .along }
        let aside = segment.objects.first { index in
            // `un repartidor, a menos que el cliente …`
            sentence.items[index].attribute == .optional && index + 1 < segment.objects.upperBound
                && sentence.items[index + 1].word?.isDeterminer == true
        }
        let colon = colonOfList(in: segment.objects, sentence)
        let end = [with, along, aside, colon].compactMap(\.self).min() ?? segment.objects.upperBound
        let mentions = sentence.mentions(in: span(segment.objects.lowerBound, end))
        let isMoment =
            with.map { [.belongs, nil].contains(segment.verb) && leadsToMoment($0 + 1, sentence) } ?? false
        if let with, readOnlyOne(segment, subject, before: with, sentence) { return }
        let isApart = with.map { sentence.items[$0 - 1].isMark(",") && segment.verb == .belongs } ?? false
        if let with, segment.isFronted, let (index, mention) = mentions.last, index + 1 == with {
            // `cada pasta se la compramos a un proveedor con nombre y teléfono`
            readList(span(with + 1, segment.objects.upperBound), of: mention, sentence)
        } else if let with, segment.isFronted, let (index, mention) = mentions.last, index + 2 == with,
            sentence.items[with - 1].isMark(","), leadsToContact(with + 1, sentence)
        {
            // `cada perro lo cuida un voluntario, con nombre y teléfono`
            readList(span(with + 1, segment.objects.upperBound), of: mention, sentence)
        } else if let with, isApart, let person = mentions.last, person.index + 2 == with,
            isAgent(person.mention.entity), !isAgent(subject.entity), leadsToName(with + 1, sentence)
        {
            // `el envío va a un comprador, con nombre y país`
            readList(span(with + 1, segment.objects.upperBound), of: person.mention, sentence)
        } else if let with, segment.isPassive || mentions.isEmpty || isApart || isMoment && segment.verb == .belongs,
            !isOfUnknown(behind: with, segment, sentence)
        {
            readList(span(with + 1, segment.objects.upperBound), of: subject, sentence)
        }
        if let colon, segment.verb == .belongs || segment.isReflexive || segment.isFronted, !mentions.isEmpty,
            leadsToList(span(colon + 1, segment.objects.upperBound), sentence)
        {
            // `las facturas cuelgan de un expediente: fecha e importe`
            readList(span(colon + 1, segment.objects.upperBound), of: subject, sentence)
        }
        if segment.isPassive, identifies(segment, sentence) {
            let lead = segment.objects.first { sentence.items[$0].word != .skip } ?? segment.objects.lowerBound
            var list = span(lead + 1, with ?? segment.objects.upperBound)
            if let scope = mentions.first, let by = list.first(where: { sentence.items[$0].word == .preposition }),
                scope.index < by, leadsToField(span(by + 1, list.upperBound), sentence)
            {
                // `identified within its site by a number`
                list = span(by + 1, list.upperBound)
                addEvidence(.one, subject, scope.mention, sentence, part: span(scope.index, by))
                addScope(scope.mention, ofFirstIn: list, of: subject, sentence)
            }
            let fields = ProseList(list, of: sentence, lexicon: lexicon).parts.prefix {
                sentence.mentions(in: $0).isEmpty
            }
            if mentions.isEmpty || leadsToField(list, sentence) || namesOwn(list, of: subject, sentence) {
                readList(list, of: subject, sentence)
                return makeIdentifier(of: subject, by: list, segment, sentence)
            }
            if let last = fields.last {
                // `a fridge, described by its label, in a lab`
                readList(span(list.lowerBound, last.upperBound), of: subject, sentence)
            }
        }
        if tellMadePer(segment, sentence) { return }
        if readUnknownVerb(segment, subject, sentence) || readJoinedRoles(segment, subject, sentence) { return }
        if readReflexive(segment, sentence) { return }
        if !readWhenMade(span(segment.objects.lowerBound, segment.objects.upperBound), by: subject, segment, sentence) {
            readCircumstances(
                span(segment.objects.lowerBound, end), of: made(by: subject, segment, sentence) ?? subject, sentence)
        }
        readBeside(span(segment.objects.lowerBound, end), of: subject, segment, sentence)
        if let with, lexicon.language == .spanish, joins(segment), segment.verb == nil,
            let joined = sentence.mentions(in: span(with + 1, segment.objects.upperBound)).first?.mention,
            joined.start == sentence.items[with].range.upperBound, !joined.isPlural,
            mentions.first.map({ word(before: $0.mention, at: $0.index, in: segment, sentence) == .preposition })
                == true
        {
            // `una cita une a un paciente con un dentista`
            addEvidence(.one, subject, joined, sentence, part: segment.objects)
        }
        if lexicon.language == .english, let means = mentions.first(where: { isMeans($0.mention, sentence) })?.mention {
            return joinByMeans(means, [subject] + mentions.map(\.mention), segment, sentence)
        }
        var direct: Mention?
        var wasReached = false
        for (index, mention) in mentions {
            if isMeans(mention, sentence) {
                joinByMeans(mention, [subject] + mentions.map(\.mention), segment, sentence)
                continue
            }
            if isSeveralMeans(mention, sentence), mention.entity != subject.entity {
                // `los lotes se venden mediante contratos`
                addEvidence(.many, subject, mention, sentence, part: segment.objects)
                continue
            }
            let word = word(before: mention, at: index, in: segment, sentence)
            if word == .per, direct?.quantity == .one { continue }
            let isReached =
                segment.verb == .belongs || segment.isPassive || word == .and && wasReached
                || [.preposition, .per, .as].contains(word)
            wasReached = isReached
            if isReached {
                let isDirect =
                    segment.verb == nil && !segment.isPassive && !joins(segment)
                    && !isMeantFor(mention, of: subject, segment, sentence)
                    && !isOneOfEach(mention, direct, of: subject, sentence)
                let source = isDirect ? direct ?? subject : subject
                addReached(mention, from: source, segment, sentence, isDirect: source == direct)
            } else if mention.entity != subject.entity || mention.quantity == .article {
                if let with, index + 1 == with, isDated(mention, with: with, of: subject, segment, sentence) {
                    addEvidence(.many, subject, mention, sentence, part: segment.objects)
                } else {
                    readDirect(mention, of: subject, segment, sentence)
                }
                direct = mention
                if let colon, index < colon {
                    // `una detección enlaza un sensor con un evento: fase y hora`
                    let owner = lexicon.language == .spanish && joins(segment) ? subject : mention
                    readList(span(colon + 1, segment.objects.upperBound), of: owner, sentence)
                }
                if let with, !segment.isPassive,
                    let joined = sentence.mentions(in: span(with + 1, segment.objects.upperBound)).first?.mention,
                    !subject.isPlural || joined.entity == mention.entity,
                    joined.start == sentence.items[with].range.upperBound,
                    joined.quantity == .article
                        || joined.quantity == .one && (mention.quantity == .one || joins(segment))
                {
                    // `an enrolment joins a student with a group`, but `el cliente pide una cita con un médico`
                    let source = isAct(mention, of: subject, segment) ? mention : subject
                    addEvidence(.one, source, joined, sentence, part: segment.objects)
                }
                if let with { readWithSeveral(behind: with, of: mention, segment, sentence) }
                if let with, !segment.isPassive, with + 1 < segment.objects.upperBound,
                    leadsToField(span(with + 1, segment.objects.upperBound), sentence)
                        || holdsField(behind: with, segment, sentence)
                        || isCreatedWith(with, mention, segment, sentence)
                {
                    let isSubjects =
                        isMoment && sentence.items[with - 1].isMark(",") || isToldOf(subject, mention, segment)
                    let owner = isSubjects && !subject.isPlural && !isAgent(subject.entity) ? subject : mention
                    readList(span(with + 1, segment.objects.upperBound), of: owner, sentence)
                }
                if let along { readList(span(along + 1, segment.objects.upperBound), of: mention, sentence) }
            }
        }
    }

    /// Whether an entity is somebody who does things: it has a name to call or contact by, as far as is known.
    func isAgent(_ entity: Int) -> Bool {
        let name = candidates.candidates[entity].name
        func isContact(_ field: String) -> Bool {
            let words = Tokenizer.tokenize(LocatedText(field)).tokens
            return lexicon.prose.meaning(of: words, where: { $0 == .contact }) != nil
        }
        let endings = lexicon.language == .spanish ? ["dor", "dora", "tor", "tora", "ista"] : []
        return endings.contains(where: name.foldedForComparison.hasSuffix)
            || facts.facts[entity].fields.contains { isContact($0.name.text) }
            || lexicon.entity(named: name)?.fields.contains { isContact(String($0.prefix { $0 != ":" })) } == true
    }

    /// Whether a verb with one object says what somebody does: `el cliente pide una cita`.
    private func isAct(_ mention: Mention, of subject: Mention, _ segment: Segment) -> Bool {
        segment.verb == nil && !segment.isPassive && !segment.isPossible && !segment.isRelative
            && subject.quantity != .each && mention.quantity == .article && !mention.isPlural
            && lexicon.language == .spanish && isAgent(subject.entity) && !isAgent(mention.entity)
    }

    /// What the subject does something to: it keeps who did, unless each subject has just one of it.
    private mutating func readDirect(
        _ mention: Mention, of subject: Mention, _ segment: Segment, _ sentence: ProseSentence
    ) {
        let creates = creates(segment)
        let isSingle =
            [.article, .one, .maybeOne].contains(mention.quantity) && !mention.isPlural
            && !isRepeated(mention, sentence)
        let kind: ProseFacts.Evidence.Kind
        let areMany = lexicon.language == .spanish && subject.quantity == .many && mention.quantity == .many
        let isOfEach = subject.quantity == .each && mention.quantity == .one
        if lexicon.language == .english, subject.quantity == .many, subject.isPlural, isSingle, !creates,
            [.article, .one].contains(mention.quantity), !joins(segment),
            lexicon.prose.match(
                sentence.source.tokens, at: mention.range.lowerBound - 1, where: { $0 == .same }) == nil
        {
            // `several parties sign a deed`
            return addEvidence(.many, mention, subject, sentence, part: segment.objects)
        }
        if areMany, subject.isPlural, mention.isPlural {
            // `muchos voluntarios riegan muchos huertos`
            kind = .both
        } else if isAct(mention, of: subject, segment) {
            kind = .many
        } else if lexicon.language == .spanish, segment.verb == nil, subject.isPlural, mention.isPlural,
            subject.entity != mention.entity, isAgent(subject.entity),
            creates ? isBought(mention.entity, segment) : isAgent(mention.entity)
        {
            // `los dentistas atienden pacientes`, whom others attend to as well
            kind = .both
        } else if lexicon.language == .english, subject.quantity == .many, !mention.isPlural,
            lexicon.prose.match(
                sentence.source.tokens, at: mention.range.lowerBound - 1, where: { $0 == .same }) != nil
        {
            // `many listings share the same feature`
            kind = .both
        } else if creates, !segment.isPossible,
            lexicon.language == .spanish
                ? isOfEach : mention.quantity == .maybeOne && !subject.isPlural && subject.quantity != .definite
        {
            // `cada alumno elabora un solo trabajo`, `an appointment yields at most one chart`
            return addEvidence(.one, mention, subject, sentence, part: segment.objects, isUnique: true)
        } else if isSingle, !creates || isOfEach, !segment.isPossible {
            kind = .one
        } else if lexicon.language == .english, !creates, subject.isPlural, mention.isPlural, subject.quantity == nil,
            mention.quantity == nil, segment.verb == nil, !handles(segment)
        {
            // `guests book rooms`, which others book too
            kind = .both
        } else {
            // `readers can borrow books`: several of both, unless what is done makes it.
            kind = segment.isPossible && !creates && !isSingle && mention.quantity != .many ? .both : .many
        }
        let isIndirect = kind != .one && !creates && !areMany && lexicon.language == .spanish && segment.verb == nil
        addEvidence(
            kind, subject, mention, sentence, part: segment.objects, isIndirect: isIndirect,
            isSure: segment.isPossible && !creates || isCreator(subject, of: mention, segment))
        // `a worker takes a reading`, but `an invoice bills exactly one assignment`
        let isAct = kind == .one && lexicon.language == .english && mention.quantity != .one
        if isAct, segment.verb == nil, !segment.isPassive { facts.markAct() }
    }

    /// Whether what a verb is done to is new then: `submits`.
    func creates(_ segment: Segment) -> Bool {
        let tokens = Tokenizer.tokenize(LocatedText(segment.words)).tokens
        return lexicon.prose.meaning(of: tokens, where: { $0 == .creates }) != nil && !placesOneThing(segment)
    }

    /// Whether a verb brings together what it is done to: `a proposal ties one scene to one location`.
    func joins(_ segment: Segment) -> Bool {
        let tokens = Tokenizer.tokenize(LocatedText(segment.words)).tokens
        return lexicon.prose.meaning(of: tokens, where: { $0 == .joins }) != nil || placesOneThing(segment)
    }

    /// `is identified by a code`.
    private func identifies(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let tokens = Tokenizer.tokenize(LocatedText(segment.words)).tokens
        return lexicon.prose.meaning(of: tokens, where: { $0 == .identifies }) != nil
            && segment.objects.first { sentence.items[$0].word != .skip }.map {
                [.preposition, .with, .per].contains(sentence.items[$0].word)
            } ?? false
    }

    /// `a port is identified by its code`: one field alone tells each from all others.
    private mutating func makeIdentifier(
        of subject: Mention, by list: Range<Int>, _ segment: Segment, _ sentence: ProseSentence
    ) {
        let names = ProseList(list, of: sentence, lexicon: lexicon).parts
        guard lexicon.language == .english, segment.words.lowercased().hasPrefix("identif"), names.count == 1,
            namesOwn(segment.objects, of: subject, sentence),
            let field = lastField, field.entity == subject.entity
        else { return }
        facts.update(field.entity, named: field.name) { $0.unique = $0.unique ?? sentence.source.place }
    }

    /// Whether what is no person does something for one of something: `a reservation books an antenna for a pass`.
    private func isMeantFor(
        _ mention: Mention, of subject: Mention, _ segment: Segment, _ sentence: ProseSentence
    ) -> Bool {
        if lexicon.language == .spanish {
            // `una asignación da una licencia a un empleado`
            let words = mention.start > 0 ? sentence.source.tokens[mention.start - 1].folded : ""
            return subject.quantity == .article && !subject.isPlural && mention.quantity == .article
                && !mention.isPlural && ["a", "en"].contains(words) && !segment.isPossible && !isAgent(subject.entity)
                && sentence.mentions(in: segment.objects).first?.mention.quantity == .article
                && sentence.mentions(in: segment.objects).first?.mention.isPlural == false
        }
        return lexicon.language == .english && !creates(segment) && mention.start > 0 && mention.quantity == .article
            && !mention.isPlural
            && sentence.source.tokens[mention.start - 1].folded == "for" && !isAgent(subject.entity)
    }

    /// Whether what is no person brings one of each together, or several of the one to one of the other: `an assignment puts
    /// one interpreter on one hearing`, `a delivery takes bottles to one hospital`.
    private func isOneOfEach(
        _ mention: Mention, _ direct: Mention?, of subject: Mention, _ sentence: ProseSentence
    ) -> Bool {
        guard lexicon.language == .english, mention.quantity == .one, let direct,
            subject.quantity == .article, mention.start > 0, !sentence.source.tokens[mention.start - 1].isOf
        else { return false }
        return direct.quantity == .one || direct.isPlural && direct.quantity == nil && !isAgent(subject.entity)
    }

    /// The word of the grammar before a mention and what belongs to it.
    private func word(
        before mention: Mention, at index: Int, in segment: Segment, _ sentence: ProseSentence
    ) -> ProseWord? {
        var before = index - 1
        while before >= segment.objects.lowerBound, sentence.items[before].range.lowerBound >= mention.start {
            before -= 1
        }
        return before >= segment.objects.lowerBound ? sentence.items[before].word : nil
    }

    /// An entity that a preposition or a passive verb leads to: the source refers to one, unless there are several.
    private mutating func addReached(
        _ mention: Mention, from source: Mention, _ segment: Segment, _ sentence: ProseSentence, isDirect: Bool
    ) {
        let isSame = mention.entity == source.entity && mention.quantity != .article && !mention.isPlural
        guard !isSame || segment.isPassive || segment.verb == .belongs else { return }
        if isCreatedIn(mention, source, segment, sentence) {
            return addEvidence(.one, source, mention, sentence, part: segment.objects, isSure: true)
        }
        if lexicon.language == .spanish, segment.verb == nil, source.isPlural, mention.isSingleNoun,
            sentence.source.tokens[max(0, mention.start - 1)].folded == "en"
        {
            // `las tiendas trabajan en depósito` names no thing.
            return
        }
        if isDirect {
            // `photos of the trips`: each of one.
            let isOf = sentence.source.tokens[max(0, mention.start - 1)].isOf
            let isMany = mention.quantity == .many || mention.isMany && !isOf
            return addEvidence(isMany ? .both : .one, source, mention, sentence, part: segment.objects)
        }
        let isOfOne = mention.quantity == .one && segment.isPassive && segment.isPossible
        if source.quantity == .many, !mention.isPlural, mention.quantity == .article && !segment.isPassive || isOfOne {
            // `several guides work on a tour`, `several songs can be sung in one concert`
            return addEvidence(.many, mention, source, sentence, part: segment.objects)
        }
        // `volunteers walk (with) the animals` says nothing of one volunteer.
        let isActive = segment.verb == nil && !segment.isPassive
        if isActive, source.isPlural, mention.isPlural, mention.quantity == .definite { return }
        let isOthers = mention.entity == source.entity && mention.isPlural
        if isOthers || mention.quantity == .many || mention.isMany && !source.isPlural && segment.verb != .belongs {
            return addEvidence(
                .both, source, mention, sentence, part: segment.objects,
                isIndirect: sentence.mentions(in: segment.objects).contains { isMeans($0.mention, sentence) })
        }
        addEvidence(
            .one, source, mention, sentence, part: segment.objects,
            verb: segment.isPassive || isOther(mention, sentence) ? segment.words : nil,
            isOptional: segment.isPossible && !isOnlyPossible(segment, sentence)
                && (segment.isPassive || segment.verb == .belongs && lexicon.language == .spanish)
                || isOptionally(mention, sentence))
    }

    /// `as a member, I want to publish offers with a title`: what is published is the speaker's.
    private mutating func readOffer(_ segment: Segment, _ sentence: ProseSentence) {
        guard let (index, mention) = sentence.mentions(in: segment.objects).first else { return }
        let verb =
            sentence.items[segment.objects.lowerBound..<index].first { $0.isName }
            ?? sentence.items[segment.objects.lowerBound - 1]
        let creates =
            lexicon.prose.match(sentence.source.tokens, at: verb.range.lowerBound, where: { $0 == .creates }) != nil
        if creates, speaker == nil, [.when, .per].contains(sentence.items.first?.word),
            let cause = sentence.mentions(in: span(0, segment.topic.upperBound)).last?.mention,
            cause.entity != mention.entity
        {
            // `every time a bike comes in, we open a job`
            addEvidence(.one, mention, cause, sentence, part: span(index, index + 1))
        }
        if creates, let speaker { addEvidence(.many, speaker, mention, sentence, part: span(index, index + 1)) }
        for (other, target) in sentence.mentions(in: span(index + 1, segment.objects.upperBound))
        where target.entity != mention.entity {
            let before = sentence.items[..<other].last { $0.word?.isDeterminer != true }?.word
            if before == .preposition, !target.isMany {
                addEvidence(.one, mention, target, sentence, part: span(other, other + 1))
            }
        }
        if let with = span(index, segment.objects.upperBound).first(where: { sentence.items[$0].word == .with }) {
            readList(span(with + 1, segment.objects.upperBound), of: mention, sentence)
        }
    }
}
