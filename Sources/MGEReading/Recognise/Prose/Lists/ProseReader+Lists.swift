import MGECore
import MGELayers

extension ProseReader {
    /// Reads a list of what an entity has: fields, and other entities.
    mutating func readList(
        _ range: Range<Int>, of owner: Mention, _ sentence: ProseSentence, depth: Int = 0, isPossible: Bool = false
    ) {
        // `with` in `with` in `with` …: nobody writes that.
        guard depth < 4 else { return }
        // `readers register with a name`
        var range = range
        if let first = range.first, [.with, .per].contains(sentence.items[first].word) { range = range.dropFirst() }
        if lexicon.language == .spanish, range.count > 3, let first = range.first, sentence.items[first].word == .skip,
            sentence.items[first].range.count > 1, sentence.items[first + 1].isMark(":", ",")
        {
            // `nos interesan tres cosas: el nombre, …`
            range = range.dropFirst(2)
        }
        if let first = range.first, sentence.items[first].isMark(":") { range = range.dropFirst() }
        if lexicon.language == .spanish, range.count > 2, let first = range.first,
            sentence.items[first + 1].word == .definite,
            ["ella", "el", "ellas", "ellos"].contains(
                sentence.source.tokens[sentence.items[first].range.lowerBound].folded),
            sentence.items[first].word == .it || sentence.items[first].word == .they
        {
            // `constarán de ella el título y la fecha`
            range = range.dropFirst()
        }
        let list = ProseList(range, of: sentence, lexicon: lexicon)
        var progress = ListProgress(owner: owner, upperBound: range.upperBound, depth: depth, isPossible: isPossible)
        for number in list.parts.indices where list.parts[number].lowerBound >= progress.end {
            guard let part = part(number, of: list, &progress, sentence),
                !readCases(from: number, of: list, &progress, sentence)
            else { continue }
            if list.asides.contains(part.lowerBound) {
                progress.isOptional = true
                continue
            }
            read(part, number, of: list, &progress, sentence)
            progress.isOptional = false
        }
    }

    /// What is to be read of a part: without examples, and without whose it is; nil when nothing is left.
    private func part(
        _ number: Int, of list: ProseList, _ progress: inout ListProgress, _ sentence: ProseSentence
    ) -> Range<Int>? {
        if progress.isExample, let first = list.parts[number].first, sentence.items[first].isName { return nil }
        if isException(list.parts[number], sentence) { return nil }
        var (part, isCut) = withoutExamples(list.parts[number], sentence)
        progress.isExample = isCut
        if part.isEmpty { return nil }
        if let (other, rest) = possessed(in: part, sentence) { (progress.owner, part) = (other, rest) }
        if let (other, rest) = gapped(number, in: list, sentence) {
            (progress.owner, progress.last, progress.owned, progress.names, part) = (other, nil, nil, [], rest)
            if rest.isEmpty { return nil }
        }
        return part
    }

    /// Reads parts that are the cases of one field.
    private mutating func readCases(
        from number: Int, of list: ProseList, _ progress: inout ListProgress, _ sentence: ProseSentence
    ) -> Bool {
        if let kinds = list.kinds(from: number, sentence) {
            progress.last = addKinds(kinds.cases, to: progress.owner, sentence)
            progress.end = list.parts[kinds.last].upperBound
            return true
        }
        if let found = list.cases(from: number, sentence, lexicon) {
            let isLatter =
                progress.last != nil && !found.name.isEmpty
                && lexicon.prose.match(
                    sentence.source.tokens, at: sentence.items[found.name.lowerBound].range.lowerBound,
                    where: { $0 == .latter }) != nil
            if !found.name.isEmpty, !isLatter {
                progress.last = readPart(
                    found.name, of: progress.owner, sentence, depth: progress.depth, isPossible: false)
            }
            if let last = progress.last {
                readCases(found.cases, of: last, progress.owner, sentence)
                addAttributes(found.rest, to: last, of: progress.owner.entity, sentence)
                progress.end = max(found.cases.upperBound, found.rest.upperBound)
                return true
            }
        }
        if let last = progress.last, let found = list.apposedCases(from: number, sentence, lexicon) {
            var cases = found
            if let group = cases.last, case .group = sentence.items[group].kind {
                // `contracted or uncontracted (we assume contracted)`
                cases = cases.dropLast()
            }
            readCases(cases, of: last, progress.owner, sentence)
            addAttributes(span(cases.upperBound, found.upperBound), to: last, of: progress.owner.entity, sentence)
            progress.end = found.upperBound
            return true
        }
        return false
    }

    /// Reads a part that has no cases.
    private mutating func read(
        _ part: Range<Int>, _ number: Int, of list: ProseList, _ progress: inout ListProgress,
        _ sentence: ProseSentence
    ) {
        if let rest = withoutSome(part, sentence) {
            progress.isOptional = true
            return read(rest, number, of: list, &progress, sentence)
        }
        if progress.last != nil, isUnit(part, sentence) { return }
        if let last = progress.last, let type = plainType(part, of: last, sentence) {
            facts.update(progress.owner.entity, named: last) { $0.type = $0.type ?? FieldAttributes.phrase(type, $0) }
            return
        }
        if number > 0, readOwned(part, &progress, sentence) { return }
        let part = trimmed(part, number, &progress, sentence)
        if readMore(part, number, &progress, sentence) { return }
        if readRestated(part, to: progress.upperBound, sentence, depth: progress.depth) { return progress.finish() }
        add(part, number, of: list, &progress, sentence)
    }

    /// A part without words that lead on from the one before it.
    private func trimmed(
        _ part: Range<Int>, _ number: Int, _ progress: inout ListProgress, _ sentence: ProseSentence
    ) -> Range<Int> {
        var part = number > 0 ? withoutRepeated(part, sentence) : part
        if lexicon.language == .english || progress.owned == nil, number > 0, part.count > 1, let first = part.first,
            sentence.items[first].word == .with, progress.last == nil || typeEnd(part, sentence) == nil
        {
            // `an agreement, signed by both, with a start date`
            part = part.dropFirst()
        }
        let asked = asked(part, sentence)
        if let asked, number == 0 || progress.wasAsked || asked.isEntity { part = asked.rest }
        progress.wasAsked = asked != nil
        return part
    }

    /// Reads what is said of the entity that the part before named: `un análisis, y nada más que uno, con la fecha`.
    private mutating func readOwned(
        _ part: Range<Int>, _ progress: inout ListProgress, _ sentence: ProseSentence
    ) -> Bool {
        guard let owned = progress.owned, continuesEntity(part, isPlural: owned.isPlural, sentence) else {
            return false
        }
        guard let with = part.first(where: { sentence.items[$0].word == .with }) else { return true }
        if progress.names.isEmpty, !owned.isPlural, leadsToMoment(with + 1, sentence) {
            // `una sesión reúne a un paciente y un terapeuta, con fecha y duración`
            readList(span(with + 1, progress.upperBound), of: progress.owner, sentence, depth: progress.depth + 1)
            progress.finish()
            return true
        }
        if isOnly(owned, sentence), owned.entity != progress.owner.entity {
            facts.add(
                ProseFacts.Evidence(
                    kind: .one, source: owned.entity, target: progress.owner.entity, isUnique: true,
                    words: sentence.located(owned.range)))
        }
        readList(span(with + 1, progress.upperBound), of: owned, sentence, depth: progress.depth + 1)
        progress.finish()
        return true
    }

    /// Reads a part that says more of the field before it, or asks for one.
    private mutating func readMore(
        _ part: Range<Int>, _ number: Int, _ progress: inout ListProgress, _ sentence: ProseSentence
    ) -> Bool {
        let owner = progress.owner
        if readExcepted(part, progress, sentence) || readMainVerb(part, &progress, sentence)
            || readCounted(part, &progress, sentence)
        {
            return true
        }
        if let last = progress.last {
            if readSaidOfTwo(part, &progress, sentence) || readUsual(part, progress, sentence) { return true }
            if let target = saidToBe(part, sentence) ?? keptAs(part, sentence)
                ?? (number == 1 ? apposed(part, sentence) : nil)
            {
                // `an account manager, who is one of our employees`
                let isOptional = facts.facts[owner.entity].fields.contains {
                    $0.name.text == last && $0.optional != nil
                }
                facts.remove(last, of: owner.entity)
                let role = Located(text: last, place: sentence.located(target.range).place)
                addEvidence(
                    .one, owner, target, sentence, part: part, role: role,
                    isOptional: progress.isPossible || isOptional)
                progress.last = nil
                readWith(part, of: target, &progress, sentence)
                return true
            }
            if let end = readBecoming(part, to: progress.upperBound, of: last, owner, sentence) {
                progress.end = end
                return true
            }
        }
        if progress.last == nil, readMissingReference(part, of: owner, sentence) { return true }
        if readTogether(part, progress.names, of: owner, sentence) { return true }
        if let field = question(part, number, sentence) {
            facts.add(field, to: owner.entity)
            progress.last = field.name.text
            lastField = (owner.entity, field.name.text)
            isUsed = true
            return true
        }
        guard let last = progress.last else { return false }
        if readLastTwo(part, progress, sentence) { return true }
        if hasSlashes(part, sentence) {
            readCases(part, of: last, owner, sentence)
            return true
        }
        if continues(part, sentence) {
            addAttributes(part, to: last, of: owner.entity, sentence)
            return true
        }
        guard isCondition(part, sentence) else { return false }
        let place = sentence.located(sentence.tokens(part)).place
        facts.update(owner.entity, named: last) { $0.optional = $0.optional ?? place }
        return true
    }

    /// Adds the field or the entity that a part names.
    private mutating func add(
        _ part: Range<Int>, _ number: Int, of list: ProseList, _ progress: inout ListProgress,
        _ sentence: ProseSentence
    ) {
        let owner = progress.owner
        if readTypedNames(part, number, of: list, &progress, sentence) { return }
        if readOwnThing(part, &progress, sentence) || readPair(number, of: list, &progress, sentence) { return }
        let read = readPart(
            part, of: owner, sentence, depth: progress.depth, isPossible: progress.isPossible || progress.isOptional)
        // `las notas, de extensión libre y prescindibles`
        let isDescription =
            lexicon.language == .spanish && part.count > 1 && sentence.mentions(in: part).isEmpty
            && sentence.source.tokens[sentence.items[part.lowerBound].range.lowerBound].folded == "de"
            && lexicon.prose.match(
                sentence.source.tokens, at: sentence.items[part.lowerBound].range.lowerBound,
                where: { $0 == .atFirst }) == nil
        progress.last = read ?? (isDescription ? progress.last : nil)
        if read == nil, isDescription { return }
        progress.owned = progress.last == nil ? sentence.mentions(in: part).first?.mention : nil
        if let (item, start, end) = within(number, of: list, sentence) {
            // `habits with a name, a frequency and a goal`
            readList(span(start, end), of: item, sentence, depth: progress.depth + 1)
            progress.end = end
            return
        }
        if let (item, end) = joined(behind: number, in: list, sentence) {
            // `lockers with a number and an area`
            readList(span(part.upperBound + 1, end), of: item, sentence, depth: progress.depth + 1)
            progress.end = end
            return
        }
        guard let last = progress.last else { return }
        shareType(of: last, behind: part, progress, sentence)
        progress.names.append(last)
        named.append((owner.entity, last))
        readLastTwo(behind: part, progress, sentence)
        lastField = (owner.entity, last)
        // `each trainer may have a short biography`
        guard progress.isOptional || progress.isPossible else { return }
        let place = sentence.located(sentence.tokens(part)).place
        facts.update(owner.entity, named: last) { $0.optional = $0.optional ?? place }
    }

    /// Reads the parts that two of a kind play: `un jugador con blancas y otro con negras`.
    private mutating func readPair(
        _ number: Int, of list: ProseList, _ progress: inout ListProgress, _ sentence: ProseSentence
    ) -> Bool {
        guard lexicon.language == .spanish, number + 1 < list.parts.count else { return false }
        let pair = list.parts[number...number + 1].map { part -> (mention: Mention, role: Located)? in
            guard let (index, mention) = sentence.mentions(in: part).first, !mention.isPlural,
                index + 3 == part.upperBound,
                [.with, .as].contains(sentence.items[index + 1].word), sentence.items[index + 2].isName,
                sentence.items[part.lowerBound..<index].allSatisfy({ $0.word?.isDeterminer == true })
            else { return nil }
            return (mention, sentence.located(sentence.items[index + 2].range))
        }
        guard let first = pair[0], let second = pair[1], first.mention.entity == second.mention.entity,
            isOther(second.mention, sentence), first.mention.entity != progress.owner.entity
        else { return false }
        for (mention, role) in [first, second] {
            addEvidence(
                .one, progress.owner, mention, sentence, part: list.parts[number], role: role,
                isOptional: progress.isPossible)
        }
        (progress.last, progress.owned) = (nil, nil)
        progress.end = list.parts[number + 1].upperBound
        return true
    }

    /// Reads one part of a list.
    /// - Returns: the name of the field that it gave.
    private mutating func readPart(
        _ part: Range<Int>, of owner: Mention, _ sentence: ProseSentence, depth: Int, isPossible: Bool
    ) -> String? {
        let tokens = sentence.tokens(part)
        if readPlayedRole(part, of: owner, sentence) || isAsked(part, sentence) || isDoneByOthers(part, sentence) {
            return nil
        }
        if let (index, mention) = sentence.mentions(in: part).first, index + 1 < part.upperBound,
            sentence.items[index + 1].isMark(":"),
            readRolesBehindColon(part, behind: index + 1, of: owner, mention, sentence)
        {
            return nil
        }
        if let (index, mention) = sentence.mentions(in: part).first, isHead(mention, at: index, of: part, sentence) {
            // `one line for each of the parts` says nothing of whom it is for here.
            if index + 1 < part.upperBound, sentence.items[index + 1].word == .per { return nil }
            // `las visitas tienen los socios que acudieron`: these are there already.
            let isChosen =
                lexicon.language == .spanish && mention.isPlural && mention.quantity == .definite
                && index + 2 < part.upperBound && sentence.items[index + 1].word == .relative
                && sentence.items[index + 2].isName
            let areSeveral = mention.isMany || isRepeated(mention, sentence)
            let kind: ProseFacts.Evidence.Kind = isChosen ? .both : areSeveral ? .many : .one
            let rest = span(index + 1, part.upperBound)
            if readSuperior(mention, rest, of: owner, part, sentence) { return nil }
            if readCountedOfKnown(mention, rest, of: owner, part, sentence) { return nil }
            let isOwn =
                kind == .many && rest.first.map { sentence.items[$0].word == .with } ?? false
                && isCounted(behind: index + 1, to: rest.upperBound, sentence)
            addEvidence(
                kind, owner, mention, sentence, part: part,
                isOptional: isPossible && kind == .one, isSure: isOwn)
            readReached(rest, behind: mention, of: owner, sentence)
            readKinds(behind: index, of: mention, in: part, sentence)
            if let with = rest.first(where: { sentence.items[$0].word == .with }) {
                readList(span(with + 1, rest.upperBound), of: mention, sentence, depth: depth + 1)
            }
            return nil
        }
        if readDoers(part, sentence) || readPartWithList(part, of: owner, sentence, depth: depth)
            || readRight(part, of: owner, sentence) || readNamedPlace(part, of: owner, sentence)
        {
            return nil
        }
        singularHead(before: tokens, of: owner, sentence)
        if let counted = counted(part, sentence) {
            facts.add(counted, to: owner.entity)
            isUsed = true
            return counted.name.text
        }
        if let name = elliptic(tokens, owner, sentence) {
            facts.add(name, to: owner.entity)
            isUsed = true
            return name.name.text
        }
        if readDoneBy(part, of: owner, sentence) || readRole(part, of: owner, sentence)
            || isIdle(part, of: owner, sentence) || isDone(part, sentence)
        {
            return nil
        }
        guard
            var field = FieldPhraseReader(sentence.source, reader: reader, mentions: sentence.mentionStarts).field(
                tokens)
        else { return nil }
        tellWithin(part, sentence)
        shareHead(of: &field, behind: part, owner, sentence)
        tellApart(&field, tokens, owner, sentence)
        facts.add(field, to: owner.entity)
        settleScope(of: field.name.text, in: owner.entity, tokens, sentence)
        isUsed = true
        return field.name.text
    }

    private mutating func readCases(
        _ cases: Range<Int>, of name: String, _ owner: Mention, _ sentence: ProseSentence
    ) {
        var attributes = FieldAttributes()
        attributes.readCases(sentence.source, sentence.tokens(cases), lexicon: lexicon)
        let lexicon = lexicon
        facts.update(owner.entity, named: name) { attributes.apply(to: &$0, lexicon: lexicon) }
        lastField = (owner.entity, name)
    }
}
