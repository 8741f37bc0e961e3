import MGECore
import MGELayers

/// What people do, from which an entity comes that refers to who did it, and to what: `members borrow books`.
extension ProseReader {
    /// Reads the deeds of a sentence; those who take part are related by what comes of them, and by nothing else there.
    mutating func readDeeds(_ sentence: ProseSentence) {
        deeds = []
        guard !sentence.mentions.isEmpty else { return }
        readOneAnother(sentence)
        readDecided(sentence)
        for deed in DeedReader.deeds(in: sentence.source, reader, isDescribed: { describes($0, sentence) }) {
            guard let doer = mention(in: deed.doer, sentence) else { continue }
            let said = deed.isOfSaid && deed.object == nil ? several : nil
            let object = deed.object.flatMap { mention(in: $0, sentence) } ?? said
            if deed.makesObject, let object {
                readMadeFor(doer, object, deed, sentence)
                continue
            }
            guard let made = made(of: deed), doer.entity != made else { continue }
            // `no bidder may bid the same amount twice`
            if deed.isOnce, deed.object != nil, object == nil { continue }
            let scope = deed.scope.flatMap { mention(in: $0, sentence) }
            let others = [object, scope].compactMap(\.self).filter { $0.entity != made && $0.entity != doer.entity }
            guard !others.isEmpty else { continue }
            let placed = beside(
                deed, sentence, leads: ["with", "con", "to", "in", "at", "from", "en"]
            ).filter { $0.entity != made && $0.entity != doer.entity && !others.contains($0) }
            let all = [doer] + others
            for mention in all where mention != said { refer(made, to: mention, sentence) }
            for mention in placed { refer(made, to: mention, sentence) }
            if let said {
                let words = sentence.located(deed.verb)
                facts.add(ProseFacts.Evidence(kind: .one, source: made, target: said.entity, words: words))
            }
            deeds.append(deed)
            readBounds(of: deed, made: made, sentence)
            readSaid(of: deed, made: made, sentence)
            // `only once per day`, of which nothing is kept
            // `el mismo rubro de la misma actuación`
            let last = (all + [scope].compactMap(\.self)).map(\.range.upperBound).max() ?? 0
            let isAll = !sentence.mentions.contains { $0.start >= last && $0.start < deed.end && $0.entity != made }
            if deed.isOnce, deed.scope == nil || scope != nil, isAll {
                let place = sentence.source.place
                let members = scope.map { [doer, $0] } ?? all
                let names = members.map { Located(text: candidates.candidates[$0.entity].name, place: place) }
                facts.add(UniqueGroup(names: names, place: place), to: made)
            }
            isUsed = true
            if deed.isReply { continue }
            for one in all + placed {
                for other in all + placed where one.entity < other.entity {
                    facts.unrelated.insert([one.entity, other.entity])
                }
            }
        }
    }

    /// Whether a verb is called like an entity, and is no part of a longer name: `mechanics repair cars`.
    private func describes(_ index: Int, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, sentence.mentionStarts.contains(index),
            let mention = sentence.mentions.first(where: { $0.range.lowerBound == index })
        else { return false }
        return mention.range.count == 1 && mention.start == index && !mention.isPossessive
    }

    /// `patients book appointments with doctors`: an appointment is what comes of it, and refers to who has it.
    private mutating func readMadeFor(
        _ doer: Mention, _ object: Mention, _ deed: Deed, _ sentence: ProseSentence
    ) {
        guard doer.entity != object.entity else { return }
        refer(object.entity, to: doer, sentence)
        let others = beside(deed, sentence, leads: ["with", "at", "con", "in", "en"])
            .filter { $0.entity != doer.entity && $0.entity != object.entity }
        for other in others.prefix(2) { refer(object.entity, to: other, sentence) }
        let all = ([doer, object] + others).map(\.entity)
        for one in all { for other in all where one < other { facts.unrelated.insert([one, other]) } }
    }

    /// The entities behind what something is done to, and some preposition: `students book lessons with tutors`.
    private func beside(_ deed: Deed, _ sentence: ProseSentence, leads: Set<String>) -> [Mention] {
        let tokens = sentence.source.tokens
        return sentence.mentions.filter { mention in
            mention.start >= max(deed.object?.upperBound ?? deed.end, deed.verb.upperBound) && mention.start < deed.end
                && leads.contains(tokens[mention.start - 1].folded)
        }
    }

    /// The entity that comes of a deed.
    private func made(of deed: Deed) -> Int? {
        if let number = candidates.number(of: deed.made) { return number }
        let known = lexicon.entity(named: deed.made)?.name
        let isSpanish = lexicon.language == .spanish
        return candidates.candidates.indices.first { index in
            let name = candidates.candidates[index].name
            if let known, lexicon.entity(named: name)?.name == known { return true }
            return isSpanish ? name.hasPrefix(deed.made + " de ") : name.hasSuffix(" " + deed.made)
        }
    }

    /// Whether a deed was read of what a segment says.
    func isDone(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard segment.verb == nil, segment.objects.lowerBound > 0 else { return false }
        let verb = sentence.items[segment.objects.lowerBound - 1].range
        return deeds.contains { $0.verb.overlaps(verb) }
    }

    func mention(in range: Range<Int>, _ sentence: ProseSentence) -> Mention? {
        sentence.mentions.first { $0.range.overlaps(range) }
    }

    /// `customers rate restaurants from 1 to 5`: what comes of it has a number between the two.
    private mutating func readBounds(of deed: Deed, made: Int, _ sentence: ProseSentence) {
        guard let object = deed.object, object.lowerBound >= deed.verb.upperBound, object.upperBound < deed.end else {
            return
        }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, span(object.upperBound, deed.end), lexicon: lexicon)
        guard let minimum = attributes.minimum, let maximum = attributes.maximum else { return }
        let known = lexicon.entity(named: deed.made)
        let usual = known?.fields.first { $0.contains("min ") && $0.contains("max ") }
        // `los usuarios comentan y puntúan recetas de 1 a 5`: a comment has no marks.
        guard usual != nil || known == nil else { return }
        let item = (usual ?? lexicon.commonNumber).split(separator: ":")
        guard let name = item.first else { return }
        var field = FieldItem(name: Located(text: String(name), place: minimum.place), words: sentence.source.words)
        field.type = .named("integer", at: minimum.place)
        field.minimum = minimum
        field.maximum = maximum
        facts.add(field, to: made)
    }

    /// Whether a sentence says how often something is done in some time, of which nothing is kept: `only once per week`.
    func limitsInTime(_ part: Part) -> Bool {
        let tokens = part.sentence.source.tokens
        guard part.said.contains(.per) else { return false }
        return tokens.indices.contains { index in
            guard let per = reader.word(tokens, at: index), per.meaning == .per,
                index + per.count < tokens.count,
                ["day", "week", "month", "year", "dia", "semana", "mes", "ano"].contains(
                    tokens[index + per.count].folded)
            else { return false }
            return span(max(0, index - 5), index).contains { place in
                ["once", "one", "twice", "vez", "uno", "una"].contains(tokens[place].folded)
            }
        }
    }
}
