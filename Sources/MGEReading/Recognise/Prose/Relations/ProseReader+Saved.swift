import MGELayers

/// What somebody keeps, rather than what is kept of them: `users track expenses with an amount`, `buyers can save favorites`.
extension ProseReader {
    /// Reads what several do to several others with a verb that tells elsewhere what is kept.
    mutating func readSavedBy(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, let subject = segment.subject, !segment.isOurs, !segment.isPassive,
            subject.isPlural || segment.isPossible, let first = segment.objects.first,
            let saved = sentence.items[first].mention, saved.isPlural, saved.quantity == nil,
            saved.entity != subject.entity
        else { return false }
        var done = segment
        done.verb = nil
        let parts = ProseList(segment.objects, of: sentence, lexicon: lexicon).parts
        if segment.isPossible,
            let other = parts.dropFirst().first(where: { isDeed($0, sentence) }),
            !hasWith(before: other, parts, sentence)
        {
            // `buyers can save favorites and schedule viewings`
            unread.append(sentence.located(sentence.tokens(other)))
            done.objects = span(segment.objects.lowerBound, other.lowerBound - 1)
        }
        if segment.words.lowercased().hasSuffix("save") {
            readRelation(done, sentence)
        } else {
            // What somebody tracks or logs is theirs.
            addEvidence(.many, subject, saved, sentence, part: done.objects)
            if let with = done.objects.first(where: { sentence.items[$0].word == .with }) {
                readList(span(with + 1, done.objects.upperBound), of: saved, sentence)
            }
        }
        return true
    }

    /// Whether several make several others that have a date of their own: `clients book sessions with date and location`.
    func isDated(
        _ mention: Mention, with: Int, of subject: Mention, _ segment: Segment, _ sentence: ProseSentence
    ) -> Bool {
        guard lexicon.language == .english, segment.verb == nil, !segment.isPassive, subject.isPlural, mention.isPlural,
            subject.quantity == nil, mention.quantity == nil
        else { return false }
        let parts = ProseList(span(with + 1, segment.objects.upperBound), of: sentence, lexicon: lexicon).parts
        // `guests book rooms with a check-in date and a check-out date`: of when they do it.
        return parts.count > 1
            && parts.count { part in
                guard let field = knownField(part, sentence) else { return false }
                let type = field.type?.words.text ?? lexicon.fieldItem(for: field.name.text) ?? ""
                return type.hasPrefix("date") && !field.name.text.lowercased().contains("birth")
            } == 1
    }

    /// The several that several others do something to, of which the circumstances are: `users plan meals for a day`.
    func made(by subject: Mention, _ segment: Segment, _ sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .english, segment.verb == nil, !segment.isPassive, subject.isPlural,
            subject.quantity == nil, let first = segment.objects.first, let made = sentence.items[first].mention,
            made.isPlural, made.quantity == nil
        else { return nil }
        return made
    }

    /// Tells what may be made for each of something, and is no entity: `users can set a monthly budget per category`.
    mutating func tellMadePer(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, segment.isPossible, segment.verb == nil, !segment.isPassive,
            let first = segment.objects.first, sentence.items[first].word == .article,
            let per = segment.objects.first(where: { sentence.items[$0].word == .per }), per > first + 1,
            span(first + 1, per).allSatisfy({ sentence.items[$0].isName }),
            sentence.mentions(in: span(per, segment.objects.upperBound)).count == 1
        else { return false }
        let end = segment.objects.last { !sentence.items[$0].isMark(".") } ?? per
        unread.append(sentence.located(sentence.tokens(span(first, end + 1))))
        isUsed = true
        return true
    }

    /// Whether a part may be another thing that is done, and is no entity: `schedule viewings`.
    private func isDeed(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard let first = part.first, let last = part.last, part.count > 1, sentence.items[first].isName else {
            return false
        }
        func isPlural(_ index: Int) -> Bool {
            lexicon.inflector.isPlural(sentence.source.words(sentence.items[index].range).lowercased())
        }
        return !isPlural(first) && isPlural(last)
    }

    private func hasWith(before part: Range<Int>, _ parts: [Range<Int>], _ sentence: ProseSentence) -> Bool {
        parts.prefix { $0.lowerBound < part.lowerBound }.contains { part in
            part.contains { sentence.items[$0].word == .with }
        }
    }
}
