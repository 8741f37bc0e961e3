import MGECore
import MGELayers

extension ProseReader {
    /// `we keep the name and, if known, the birthday of each member`; `for each donation we record the volume`.
    mutating func readKept(_ segment: Segment, _ sentence: ProseSentence) {
        if segment.isReflexive, let subject = segment.subject, let first = segment.objects.first,
            sentence.items[first].word == .preposition,
            let (index, place) = sentence.mentions(in: segment.objects).first, place.entity != subject.entity,
            span(first + 1, index).allSatisfy({ sentence.items[$0].word?.isDeterminer == true })
        {
            // `los coches se guardan en un garaje`
            // `los coches se guardan en garajes`: each of them in one.
            let isInSome = subject.isPlural && place.isPlural && place.quantity == nil
            let isMany = place.quantity == .many || lexicon.language == .spanish && place.isMany && !isInSome
            addEvidence(isMany ? .both : .one, subject, place, sentence, part: segment.objects)
            if index + 1 < segment.objects.upperBound,
                sentence.items[index + 1].word == .with || sentence.items[index + 1].isMark(":")
            {
                // `las mediciones se toman sobre un neumático: presión y fecha`
                readList(span(index + 2, segment.objects.upperBound), of: subject, sentence)
            }
            return
        }
        let mentions = sentence.mentions(in: segment.objects).filter { !isInCondition($0.index, sentence) }
        if mentions.isEmpty, let owner = given(by: segment, sentence) {
            return readList(segment.objects, of: owner, sentence)
        }
        if segment.subject == nil, sentence.mentions(in: 0..<segment.topic.upperBound).isEmpty, !mentions.isEmpty,
            readOfSeveral(segment.objects, sentence) || readKeptSo(segment, sentence)
        {
            return
        }
        if readOnIt(segment, sentence) || readFlagThere(segment, sentence) { return }
        if isToBeMade(segment, sentence) || readForSome(segment, sentence) || readMadeOf(segment, sentence) { return }
        if readKeptForEach(segment, sentence) { return }
        readKeptOf(segment, sentence)
        if let subject = segment.subject, !segment.isOurs, !segment.isPassive, !segment.isReflexive,
            lexicon.language == .spanish, let first = mentions.first?.mention, first.entity != subject.entity,
            first.start == segment.objects.first.map({ sentence.items[$0].range.lowerBound }),
            isAgent(subject.entity) || first.isPlural || first.quantity != .definite && first.quantity != nil,
            lexicon.prose.match(
                Tokenizer.tokenize(LocatedText(segment.words)).tokens, at: 0, where: { $0 == .creates }) != nil
        {
            // `un técnico registra una avería`
            var made = segment
            made.verb = nil
            return readRelation(made, sentence)
        }
        if readSavedBy(segment, sentence) { return }
        if readThereOnIt(segment, sentence) || readRequested(segment, sentence) || readKeptOfEach(segment, sentence) {
            return
        }
        if let (owner, _) = possessed(in: segment.objects, sentence) {
            return readList(segment.objects, of: owner, sentence)
        }
        if segment.topic.lowerBound > 0, sentence.items[segment.topic.lowerBound - 1].isMark(":"),
            segment.subject == nil, sentence.mentions(in: segment.topic).isEmpty,
            let topic = topic(before: segment, sentence)
        {
            return readList(segment.objects, of: topic, sentence)
        }
        if readSufficient(segment, sentence) { return }
        if segment.isPassive, readRecorded(segment, sentence) { return }
        if let owner = owner(ofPossessed: segment, sentence) {
            return readList(segment.objects, of: owner, sentence)
        }
        if let (owner, rest) = pronounced(segment.objects, sentence) { return readList(rest, of: owner, sentence) }
        if sentence.mentions(in: 0..<segment.topic.upperBound).isEmpty,
            let owner = pronounced(in: segment.topic, before: segment.objects, sentence)
        {
            return readList(segment.objects, of: owner, sentence)
        }
        if let owner = taken(upBy: segment, sentence) { return readList(segment.objects, of: owner, sentence) }
        if let owner = eachTakenUp(by: segment, sentence) { return readList(segment.objects, of: owner, sentence) }
        if let topic = headed(segment, sentence) ?? sentence.mentions(in: segment.topic).last?.mention,
            segment.subject == nil || !segment.isOurs
        {
            for other in topics(beside: segment, sentence) where other.entity != topic.entity {
                readList(segment.objects, of: other, sentence)
            }
            return readList(segment.objects, of: topic, sentence)
        }
        if let subject = segment.subject, !segment.isOurs, !segment.isPassive {
            if readKeptBySeveral(segment, subject, sentence) || isKeptOfOthers(segment, subject, sentence) { return }
            // `donors give us food`
            if segment.objects.allSatisfy({ !isMeant($0, sentence) }) { return }
            // `members may tell us their country`
            let isPossible = segment.isPossible && lexicon.language == .english
            return readList(segment.objects, of: subject, sentence, isPossible: isPossible)
        }
        if let topic = sentence.mentions(in: 0..<segment.topic.upperBound).last(where: { isTopic($0.index, sentence) })
        {
            guard lexicon.language == .english, sentence.items.first?.word == .per,
                let (index, made) = mentions.first, made.entity != topic.mention.entity,
                isMade(made, at: index, segment, sentence), index + 1 < sentence.items.count,
                sentence.items[index + 1].isMark(":")
            else { return readList(segment.objects, of: topic.mention, sentence) }
            // `for each bell that took part we keep a placement: it refers to …`
            return addEvidence(.one, made, topic.mention, sentence, part: segment.objects)
        }
        guard let first = mentions.first else {
            // `an exchange for an offer: we keep the date and the hours`.
            guard segment.subject == nil, isOfFields(segment.objects, sentence) else { return }
            let others = sentence.mentions(in: sentence.items.indices).filter { !isInCondition($0.index, sentence) }
            guard let topic = topic(before: segment, sentence) ?? (others.isEmpty ? antecedent : nil) else { return }
            return readList(segment.objects, of: topic, sentence)
        }
        if segment.isOurs, let owner = ownerRepeated(segment, sentence) {
            return readList(segment.objects, of: owner, sentence)
        }
        if let with = segment.objects.first(where: { sentence.items[$0].word == .with }), first.index < with {
            for (index, other) in mentions where index < with && other.entity != first.mention.entity {
                // `una reserva para un huésped en una habitación, con …`
                let lead = sentence.items[first.index..<index].last { $0.word?.isDeterminer != true }
                guard lexicon.language == .spanish, lead?.word == .preposition, other.quantity == .article,
                    !other.isPlural
                else { continue }
                addEvidence(.one, first.mention, other, sentence, part: segment.objects)
            }
            return readList(span(with + 1, segment.objects.upperBound), of: first.mention, sentence)
        }
        // `the name of each member`: the owner comes last.
        if let owner = mentions.last(where: { entry in
            (lexicon.language == .english || entry.mention.quantity != nil) && entry.index == first.index
                && entry.index > segment.objects.lowerBound
                && sentence.items[..<entry.index].last { $0.word?.isDeterminer != true }?.word == .preposition
        }) {
            var end = owner.index
            while end > segment.objects.lowerBound, sentence.items[end - 1].word?.isDeterminer == true { end -= 1 }
            readList(span(segment.objects.lowerBound, end - 1), of: owner.mention, sentence)
            readRoleKept(behind: owner.index, of: owner.mention, segment, sentence)
        }
    }

    /// The head of a subject that says whose it is: `members of the gym sign up with …`.
    private func headed(_ segment: Segment, _ sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .english, !segment.isOurs, let subject = segment.subject,
            subject.range.upperBound < sentence.source.tokens.count,
            sentence.source.tokens[subject.range.upperBound].isOf,
            sentence.mentions(in: segment.topic).contains(where: { $0.mention == subject })
        else { return nil }
        return subject
    }

    /// Whether what we want is the program: `queremos una API sencilla`.
    private func isToBeMade(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, segment.isOurs,
            let first = segment.objects.first(where: { sentence.items[$0].word?.isDeterminer != true }),
            sentence.items[first].isName, first > segment.objects.lowerBound
        else { return false }
        return lexicon.keywords.match(
            sentence.source.tokens, at: sentence.items[first].range.lowerBound, where: { $0 == .system }) != nil
    }

    /// `its latitude and longitude are recorded too`: what is kept comes before the verb.
    mutating func readRecorded(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        var start = segment.topic.lowerBound
        // `its latitude and longitude`: all that is joined with `and`.
        while start > 0,
            sentence.items[start - 1].word == .and || sentence.items[start - 1].isName
                || sentence.items[start - 1].word?.isDeterminer == true
        {
            start -= 1
        }
        let topic = span(start, segment.topic.upperBound)
        guard segment.subject == nil, sentence.mentions(in: topic).isEmpty,
            let first = topic.first(where: { sentence.items[$0].word != .skip && sentence.items[$0].word != .and }),
            sentence.items[first].word?.isDeterminer == true,
            leadsToField(span(first, segment.topic.upperBound), sentence)
        else { return false }
        let clause = sentence.items[..<first].lastIndex { $0.isMark(";", ".") } ?? 0
        let before = sentence.mentions(in: span(clause, first)).last { isTopic($0.index, sentence) }?.mention
        guard let owner = before ?? sentence.mentions(in: 0..<first).first?.mention ?? antecedent else { return false }
        readList(span(first, topic.upperBound), of: owner, sentence, isPossible: segment.isPossible)
        return true
    }

    /// Whose the objects of a verb are that begin with `its`: the subject's before it.
    private func owner(ofPossessed segment: Segment, _ sentence: ProseSentence) -> Mention? {
        guard segment.isOurs || lexicon.language == .spanish && segment.isReflexive, segment.subject == nil,
            let first = segment.objects.first,
            lexicon.prose.match(
                sentence.source.tokens, at: sentence.items[first].range.lowerBound, where: { $0 == .possessive }) != nil
        else { return nil }
        let clause =
            sentence.items[..<segment.topic.lowerBound].lastIndex { $0.isMark(";", ".", ":") }.map { $0 + 1 } ?? 0
        let near = sentence.mentions(in: span(clause, segment.topic.upperBound)).first?.mention
        if near == nil, sentence.source.tokens[sentence.items[first].range.lowerBound].folded == "their",
            let several = sentence.mentions(in: 0..<segment.topic.upperBound).last(where: { $0.mention.isPlural })
        {
            // `tenants live in one house; we need their name`
            return several.mention
        }
        return near
            ?? sentence.mentions(in: 0..<segment.topic.upperBound).last?.mention ?? antecedent
    }

    /// The entity that a relative pronoun takes up: `a mechanic, of whom we keep the name`, `a guest about whom we note …`.
    func taken(upBy segment: Segment, _ sentence: ProseSentence) -> Mention? {
        guard segment.isOurs, segment.subject == nil else { return nil }
        var index = segment.topic.upperBound - 1
        while index >= 0, sentence.items[index].word == .we || sentence.items[index].word == .skip { index -= 1 }
        guard index > 0, [.whose, .relative].contains(sentence.items[index].word) else { return nil }
        if sentence.items[index].word == .relative, sentence.items[index - 1].word != .preposition { return nil }
        return sentence.items[..<index].last { !$0.isMark(",") && $0.word != .preposition && $0.word != .and }?.mention
    }

    /// What a sentence speaks of from its beginning, which a pronoun stands for that may also mean another: `cada avería afecta a
    /// una máquina, y de ella apuntamos el día`.
    private func eachTakenUp(by segment: Segment, _ sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .spanish, let first = sentence.mentions.first, first.quantity == .each,
            first.start == 0 || sentence.source.tokens[first.start - 1].kind == .mark,
            let pronoun = span(0, segment.objects.lowerBound).last(where: {
                sentence.items[$0].word == .it || sentence.items[$0].word == .they
            }), pronoun > 1, sentence.items[pronoun - 1].word == .preposition,
            sentence.source.tokens[sentence.items[pronoun - 1].range.lowerBound].isOf,
            sentence.source.tokens[sentence.items[pronoun].range.lowerBound].folded
                == (candidates.candidates[first.entity].name.hasSuffix("a") ? "ella" : "el"),
            ["a", "o"].contains(where: candidates.candidates[first.entity].name.hasSuffix),
            sentence.mentions(in: span(pronoun, segment.objects.lowerBound)).isEmpty
        else { return nil }
        return first
    }

    /// `de las monitoras, con el nombre y el móvil basta`: what is enough stands before the verb.
    private mutating func readSufficient(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let isLast = segment.objects.allSatisfy { index in
            let item = sentence.items[index]
            return item.word == .skip || item.isMark(".", ",", "!", ")")
        }
        guard isLast,
            let (index, topic) = sentence.mentions(in: 0..<segment.topic.upperBound).first(where: {
                isTopic($0.index, sentence)
            }), let with = span(index + 1, segment.topic.upperBound).first(where: { !sentence.items[$0].isMark(",") }),
            sentence.items[with].word == .with
        else { return false }
        readList(span(with + 1, segment.topic.upperBound), of: topic, sentence)
        return true
    }

    /// Whose a list is that begins with a pronoun: `se apuntan de él la hora y los minutos`.
    private func pronounced(_ range: Range<Int>, _ sentence: ProseSentence) -> (owner: Mention, rest: Range<Int>)? {
        guard range.count > 2 else { return nil }
        if let owner = pronounced(in: range.prefix(2), before: range.dropFirst(2), sentence) {
            return (owner, range.dropFirst(2))
        }
        return named(range, sentence)
    }

    /// The entity that a Spanish pronoun behind a preposition stands for: `de él`, `de este`, `en ellas`.
    ///
    /// *Este* is what was named last. So is *él* where what is kept is somebody's; else it is what was spoken of.
    private func pronounced(
        in topic: Range<Int>, before objects: Range<Int>, _ sentence: ProseSentence
    ) -> Mention? {
        guard lexicon.language == .spanish, topic.count > 1, sentence.items[topic.lowerBound].word == .preposition
        else {
            return nil
        }
        let item = sentence.items[topic.lowerBound + 1]
        let token = sentence.source.tokens[item.range.lowerBound]
        let isNear = lexicon.prose.match(
            sentence.source.tokens, at: item.range.lowerBound, where: { $0 == .demonstrative })
        guard item.word == .it || item.word == .they || isNear != nil, item.range.count == 1 else { return nil }
        let isPlural = token.folded.hasSuffix("s")
        let isSomebody = sentence.tokens(objects).contains { index in
            lexicon.prose.match(sentence.source.tokens, at: index, where: { $0 == .contact }) != nil
        }
        let before = previous.flatMap { last in
            last.mentions.last { mention in
                guard mention.isPlural == isPlural else { return false }
                guard mention.start < mention.range.lowerBound,
                    let gender = token.genderEnding ?? (token.folded == "el" ? "o" : nil),
                    let other = last.source.tokens[mention.range.lowerBound - 1].genderEnding
                else { return true }
                return gender == other
            }
        }
        if isNear != nil || isSomebody, let before { return before }
        return isPlural ? plural ?? antecedent : antecedent
    }

    /// Whether an item of a list says that a field or an entity is meant: an article, a comma, or a usual name.
    private func isMeant(_ index: Int, _ sentence: ProseSentence) -> Bool {
        let item = sentence.items[index]
        if item.mention != nil || item.word != nil || item.isMark(",", ":") { return true }
        guard item.isName else { return false }
        return lexicon.fieldItem(for: sentence.source.words(item.range).lowercased()) != nil
    }

    /// Whether a clause begins with a preposition and this mention: `for each donation, we record …`.
    func isTopic(_ index: Int, _ sentence: ProseSentence) -> Bool {
        var before = index - 1
        while before >= 0, sentence.items[before].word?.isDeterminer == true { before -= 1 }
        guard before >= 0, sentence.items[before].word == .preposition || sentence.items[before].word == .per else {
            return false
        }
        return before == 0 || sentence.items[before - 1].isMark(",", ";", ".", ":")
            || sentence.items[before - 1].word == .and
            || sentence.items[before - 1].word == .skip
    }

    /// Whether what we need is needed of something: `for each booking we need the number of guests`.
    func isNeeded(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        segment.isOurs && segment.subject == nil
            && (sentence.mentions(in: segment.topic).contains { isTopic($0.index, sentence) }
                || isNeededOfEach(segment, sentence) || isNeededOfKnown(segment, sentence))
    }

    /// `a booking is for one hut. We'll need the arrival date`, `clients come in, we need their name`.
    private func isNeededOfKnown(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        // `every lock has gates. The register shall state the lock number and …`
        guard lexicon.language == .english, leadsToField(segment.objects, sentence),
            sentence.mentions(in: segment.objects).allSatisfy({ $0.mention.entity == antecedent?.entity })
        else { return false }
        let before = sentence.mentions(in: 0..<segment.topic.lowerBound)
        if let first = segment.objects.first, before.first?.mention.start == 0, startsWithPossessive(first, sentence) {
            return true
        }
        return before.isEmpty ? antecedent != nil : before.count == 1 && before[0].mention.start == 0
    }

    private func startsWithPossessive(_ item: Int, _ sentence: ProseSentence) -> Bool {
        lexicon.prose.match(
            sentence.source.tokens, at: sentence.items[item].range.lowerBound, where: { $0 == .possessive }) != nil
    }

    /// `we need the weight of every pallet`.
    private func isNeededOfEach(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, segment.objects.lowerBound > 0 else { return false }
        let tokens = sentence.source.tokens
        let verb = sentence.items[segment.objects.lowerBound - 1].range.lowerBound
        return lexicon.prose.match(tokens, at: verb, where: { $0 == .keep }) != nil
            && sentence.mentions(in: segment.objects).contains { entry in
                entry.mention.start > 0 && tokens[entry.mention.start - 1].isOf
            }
    }

    /// The entity of the last sentence, where a list in this one has no owner: `besides its name, it has a code`.
    func antecedent(of segment: Segment, _ sentence: ProseSentence) -> Mention? {
        segment.topic.contains { sentence.items[$0].word == .it } ? antecedent : nil
    }

    /// `a costume need not have a rack`, `a plot never has more than one lease`.
    mutating func readLack(_ segment: Segment, _ sentence: ProseSentence) {
        guard let said = segment.subject, let (_, mention) = sentence.mentions(in: segment.objects).first else {
            return
        }
        let subject = otherThan(mention, said, sentence) ?? said
        addEvidence(
            .one, subject, mention, sentence, part: segment.objects, isOptional: mention.quantity != .many,
            isUnique: mention.quantity == .many)
    }

    /// What has none of something, where the sentence seems to say that it has none of itself: `a courier brings the box; until
    /// it is packed it has no courier`.
    func otherThan(_ mention: Mention, _ subject: Mention, _ sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .english, subject.entity == mention.entity, !isOther(mention, sentence) else {
            return nil
        }
        return sentence.mentions.last {
            $0.entity != mention.entity && !$0.isPlural && $0.range.upperBound <= mention.start
        }
    }
}
