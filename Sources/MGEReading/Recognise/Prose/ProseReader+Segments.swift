import MGECore
import MGELayers

extension ProseReader {
    /// Reads what one verb says.
    mutating func read(_ segment: Segment, _ sentence: ProseSentence) {
        if readAside(segment, sentence) { return }
        if segment.isNegated, segment.verb == .keep, readAbsent(segment, sentence) { return }
        if segment.isNegated, segment.verb != .has { return readLimit(segment, sentence) }
        if segment.subject == nil, readReflexive(segment, sentence) { return }
        if readTakenUp(segment, sentence) { return }
        if readInverted(segment, sentence) { return }
        switch segment.verb {
        case .has where segment.isNegated: readLack(segment, sentence)
        case .has where isNeeded(segment, sentence): readKept(segment, sentence)
        case .has where segment.objects.first.map({ sentence.items[$0].word == .not }) ?? false:
            readMissing(segment, sentence)
        case .has:
            if let subject = segment.subject ?? antecedent(of: segment, sentence) ?? topic(of: segment, sentence) {
                if readSeveral(segment, of: subject, sentence) || readMadeFor(segment, subject, sentence) { return }
                readList(segment.objects, of: subject, sentence, isPossible: segment.isPossible)
            }
        case .keep: readKept(segment, sentence)
        case .be where !segment.isPassive:
            if readStates(segment, sentence) || readWho(segment, sentence) { return }
            readPredicate(segment, sentence)
        case .can, .must, .be: break
        case .delete: break
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

    /// `a queen can't be in two hives`: it is in one.
    private mutating func readLimit(_ segment: Segment, _ sentence: ProseSentence) {
        guard segment.isPossible, segment.verb == .belongs || segment.verb == nil, let subject = segment.subject,
            let (index, mention) = sentence.mentions(in: segment.objects).first, mention.quantity == .many,
            mention.entity != subject.entity,
            sentence.items[segment.objects.lowerBound..<index].allSatisfy({ $0.word != nil })
        else { return }
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
        addEvidence(.many, subject, made, sentence, part: segment.objects)
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
        addAttributes(
            span(segment.topic.lowerBound, segment.objects.upperBound), to: field.name, of: field.entity, sentence)
        return true
    }
}
