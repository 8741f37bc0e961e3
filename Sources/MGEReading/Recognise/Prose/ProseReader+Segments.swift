import MGECore
import MGELayers

extension ProseReader {
    /// Reads what one verb says.
    mutating func read(_ segment: Segment, _ sentence: ProseSentence) {
        if readAside(segment, sentence) { return }
        if segment.isNegated, segment.verb == .keep, readAbsent(segment, sentence) { return }
        if segment.verb == .keep, readOnlyKept(segment, sentence) { return }
        if segment.isNegated, readNoMoreThanOne(segment, sentence) { return }
        if segment.isNegated, segment.verb != .has { return readLimit(segment, sentence) }
        if segment.subject == nil, readReflexive(segment, sentence) { return }
        if readTakenUp(segment, sentence) { return }
        if readTakingPart(segment, sentence) || readOrNotSpanish(segment, sentence) { return }
        if readOptionalRole(segment, sentence) || readBoth(segment, sentence) || readKindOfOther(segment, sentence) {
            return
        }
        if readInverted(segment, sentence) || readNamedRole(segment, sentence) || readRoleKinds(segment, sentence) {
            return
        }
        switch segment.verb {
        case .has where segment.isNegated:
            // `ninguna solicitud tendrá más de una`
            if lexicon.language == .spanish, let subject = segment.subject, readSeveral(segment, of: subject, sentence)
            {
                return
            }
            readLack(segment, sentence)
        case .has where isNeeded(segment, sentence): readKept(segment, sentence)
        case .has where segment.objects.first.map({ sentence.items[$0].word == .not }) ?? false:
            readMissing(segment, sentence)
        case .has:
            if let subject = segment.subject ?? antecedent(of: segment, sentence) ?? topic(of: segment, sentence) {
                if readAdmitted(segment, subject, sentence) || readGiving(segment, subject, sentence) { return }
                if readOneOnly(segment, sentence) { return }
                if readSeveral(segment, of: subject, sentence) || readMadeFor(segment, subject, sentence) { return }
                let before = facts.facts[subject.entity].fields.count
                readList(
                    segment.objects, of: subject, sentence,
                    isPossible: segment.isPossible || isSome(subject, sentence))
                makeIdentifier(of: subject, behind: before, segment)
            }
        case .keep: readKept(segment, sentence)
        case .be where !segment.isPassive:
            if readStates(segment, sentence) || readWho(segment, sentence) || readCopyOf(segment, sentence) { return }
            readPredicate(segment, sentence)
        case .can where segment.isOurs && readOfSeveral(segment.objects, sentence): break
        case .can, .must, .be: break
        case .delete:
            if let colon = segment.objects.first(where: { sentence.items[$0].isMark(":") }),
                let subject = segment.subject
            {
                // `…, que se borra con ella: nombre y peso`
                readList(span(colon + 1, segment.objects.upperBound), of: subject, sentence)
            }
        case .belongs where readStates(segment, sentence): break
        default: readRelation(segment, sentence)
        }
    }

    /// `las resuelve un técnico, aunque al principio no hay técnico`: so that there may be none.
    private mutating func readAbsent(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, let first = segment.objects.first,
            let absent = sentence.items[first].mention,
            let subject = sentence.mentions.first, subject.entity != absent.entity,
            sentence.mentions(in: 0..<first).contains(where: { $0.mention.entity == absent.entity })
        else { return false }
        lacked.insert("\(subject.entity) \(candidates.candidates[absent.entity].name.lowercased())")
        isUsed = true
        return true
    }

    /// `una obra puede no tener director`, `puede quedar sin traductor`: so that there may be none.
    mutating func readLacking(_ sentence: ProseSentence, _ segments: [Segment]) {
        guard lexicon.language == .spanish, said.contains(.optional) else { return }
        let tokens = sentence.source.tokens
        for index in sentence.items.indices where sentence.items[index].attribute == .optional {
            let last = sentence.items[index].range.upperBound - 1
            guard ["tener", "sin"].contains(tokens[last].folded), tokens[last - 1].kind == .word,
                let next = span(index + 1, sentence.items.count).first(where: {
                    sentence.items[$0].word?.isDeterminer != true
                }), let absent = sentence.items[next].mention
            else { continue }
            let before = sentence.mentions(in: 0..<index).last { $0.mention.entity != absent.entity }?.mention
            guard let owner = before ?? antecedent, owner.entity != absent.entity else { continue }
            lacked.insert("\(owner.entity) \(candidates.candidates[absent.entity].name.lowercased())")
            isUsed = true
        }
    }

    /// `a queen can't be in two hives`: it is in one.
    private mutating func readLimit(_ segment: Segment, _ sentence: ProseSentence) {
        let isPossible = segment.isPossible || lexicon.language == .spanish && segment.verb == .belongs
        guard isPossible, segment.verb == .belongs || segment.verb == nil, let subject = segment.subject,
            let (index, mention) = sentence.mentions(in: segment.objects).first, mention.quantity == .many,
            mention.entity != subject.entity,
            sentence.items[segment.objects.lowerBound..<index].allSatisfy({ $0.word != nil })
        else { return }
        if lexicon.language == .spanish, facts.makeUnique(from: mention.entity, to: subject.entity) {
            // `un profesor no puede coordinar más de un programa`, which has a professor as coordinator
            isUsed = true
            return
        }
        addEvidence(.one, subject, mention, sentence, part: segment.objects)
    }

    /// `a cada paciente se le prepara un plan`: what is made for somebody refers to them.
    private mutating func readMadeFor(_ segment: Segment, _ subject: Mention, _ sentence: ProseSentence) -> Bool {
        let words = Tokenizer.tokenize(LocatedText(segment.words)).tokens
        guard segment.isReflexive, lexicon.prose.match(words, at: 0, where: { $0 == .receives }) != nil,
            words.indices.contains(where: { lexicon.prose.match(words, at: $0, where: { $0 == .creates }) != nil }),
            let (index, made) = sentence.mentions(in: segment.objects).first, made.entity != subject.entity,
            span(segment.objects.lowerBound, index).allSatisfy({ sentence.items[$0].word?.isDeterminer == true })
        else { return false }
        if made.quantity == .one, !made.isPlural, lexicon.language == .spanish {
            // `a cada lote se le hace una única prueba`
            addEvidence(.one, made, subject, sentence, part: segment.objects, isUnique: true)
        } else {
            addEvidence(.many, subject, made, sentence, part: segment.objects)
        }
        if let with = span(index, segment.objects.upperBound).first(where: { sentence.items[$0].word == .with }) {
            readList(span(with + 1, segment.objects.upperBound), of: made, sentence)
        }
        return true
    }

    /// `cada paseo admite una sola valoración, con estrellas`: what is admitted refers to what admits it.
    private mutating func readAdmitted(_ segment: Segment, _ subject: Mention, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, segment.words.lowercased().hasPrefix("admit"),
            let (index, made) = sentence.mentions(in: segment.objects).first, made.entity != subject.entity,
            !made.isPlural, [.article, .one, .maybeOne].contains(made.quantity),
            span(segment.objects.lowerBound, index).allSatisfy({
                sentence.items[$0].word?.isDeterminer == true || sentence.items[$0].word == .skip
            })
        else { return false }
        addEvidence(
            .one, made, subject, sentence, part: segment.objects, isUnique: made.quantity != .article)
        if let with = span(index, segment.objects.upperBound).first(where: { sentence.items[$0].word == .with }) {
            readList(span(with + 1, segment.objects.upperBound), of: made, sentence)
        }
        return true
    }

    /// `la misma alergia la tienen muchos alumnos`: the object stands first, and is taken up before the verb.
    private mutating func readTakenUp(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let clitic = segment.topic.upperBound - 1
        guard lexicon.language == .spanish, segment.verb == .has, clitic > 0,
            sentence.items[clitic].word == .definite, let object = sentence.items[clitic - 1].mention,
            ["lo", "la", "los", "las"].contains(
                sentence.source.tokens[sentence.items[clitic].range.lowerBound].folded),
            let (index, doer) = sentence.mentions(in: segment.objects).first, doer.entity != object.entity,
            span(segment.objects.lowerBound, index).allSatisfy({
                sentence.items[$0].word?.isDeterminer == true || sentence.items[$0].word == .skip
            })
        else { return false }
        addEvidence(doer.isMany ? .many : .one, object, doer, sentence, part: segment.objects)
        return true
    }

    /// `the customer brings an instrument and can have several`.
    private mutating func readSeveral(_ segment: Segment, of subject: Mention, _ sentence: ProseSentence) -> Bool {
        guard let first = segment.objects.first, sentence.items[first].word == .many,
            segment.objects.dropFirst().allSatisfy({ sentence.items[$0].isMark(".", ",", ";", ")") }),
            let several = sentence.mentions(in: 0..<first).last(where: { $0.mention.entity != subject.entity })
        else { return false }
        let tokens = sentence.source.tokens
        let isNone =
            segment.isNegated || subject.start < tokens.count && tokens[subject.start].folded.hasPrefix("ningun")
        if isNone {
            // `ninguna solicitud tendrá más de una`
            facts.add(
                ProseFacts.Evidence(
                    kind: .one, source: several.mention.entity, target: subject.entity, isUnique: true,
                    words: sentence.located(several.mention.range)))
            isUsed = true
            return true
        }
        addEvidence(.many, subject, several.mention, sentence, part: segment.objects)
        return true
    }

    private func saysDefaultOnly(_ topic: Range<Int>, _ sentence: ProseSentence) -> Bool {
        topic.contains { sentence.items[$0].attribute == .default }
            && topic.allSatisfy { sentence.items[$0].attribute == .default || sentence.items[$0].word == .it }
    }

    /// `…, que queda vacía hasta el final y que puede ser apto o no apto`: the cases of the field before it.
    private mutating func readAsideCases(
        _ segment: Segment, of field: (entity: Int, name: String), _ sentence: ProseSentence
    ) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, segment.verb != .has, segment.verb != .keep else { return false }
        var range = sentence.tokens(span(segment.topic.upperBound, segment.objects.upperBound))
        let lead = range.first
        if let lead, let becomes = lexicon.prose.match(tokens, at: lead, where: { $0 == .becomes }) {
            return readAsideBecoming(span(lead + becomes.count, range.upperBound), of: field, sentence)
        }
        while let first = range.first, let word = reader.word(tokens, at: first),
            [.can, .be, .must].contains(word.meaning),
            !tokens[first].isReflexivePronoun
        {
            range = range.dropFirst(word.count)
        }
        guard range.first != lead, !range.isEmpty, lexicon.first(anyOf: [.orWord], in: Array(tokens[range])) != nil
        else {
            return false
        }
        var attributes = FieldAttributes()
        guard attributes.readCases(sentence.source, range, lexicon: lexicon) else { return false }
        let lexicon = lexicon
        facts.update(field.entity, named: field.name) { item in
            if item.type?.arguments?.isEmpty ?? true { attributes.apply(to: &item, lexicon: lexicon) }
        }
        isUsed = true
        return true
    }

    /// `…, cuyo valor inicial es bueno y que puede pasar a regular o malo`: the default is a case too.
    private mutating func readAsideBecoming(
        _ range: Range<Int>, of field: (entity: Int, name: String), _ sentence: ProseSentence
    ) -> Bool {
        let known = facts.facts[field.entity].fields.first { $0.name.text == field.name }
        guard let first = known?.defaultValue, known?.type?.arguments?.isEmpty ?? true else { return false }
        let end = range.first { sentence.source.tokens[$0].isMark(";") || sentence.source.tokens[$0].isMark(".") }
        var attributes = FieldAttributes()
        attributes.readFurther(
            sentence.source, span(range.lowerBound, end ?? range.upperBound), behind: first, lexicon: lexicon)
        guard attributes.cases.count > 1 else { return false }
        let lexicon = lexicon
        facts.update(field.entity, named: field.name) { item in
            attributes.apply(to: &item, lexicon: lexicon)
            item.defaultValue = first
        }
        isUsed = true
        return true
    }

    /// `which is empty until …`, `que por defecto es activa`: says something of the field before it.
    private mutating func readAside(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard segment.subject == nil, let field = lastField, segment.topic.lowerBound > 0,
            taken(upBy: segment, sentence) == nil
        else { return false }
        var before = segment.topic.lowerBound - 1
        while before > 0, sentence.items[before].isMark(",") { before -= 1 }
        // `…; by default it is open`
        let isDefault = segment.verb == .be && saysDefaultOnly(segment.topic, sentence)
        guard sentence.items[before].word == .relative || isDefault else { return false }
        if readAsideCases(segment, of: field, sentence) { return true }
        addAttributes(
            span(segment.topic.lowerBound, segment.objects.upperBound), to: field.name, of: field.entity, sentence)
        return true
    }
}
