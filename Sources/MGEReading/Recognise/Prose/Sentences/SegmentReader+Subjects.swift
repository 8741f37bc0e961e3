import MGELayers

extension SegmentReader {
    func setFrontedSubject(_ segment: inout Segment, before clitic: Int, clauseStart: Int) {
        segment.isFronted = true
        segment.topic = span(clauseStart, clitic)
        segment.subject = items[segment.topic].last { $0.mention != nil }?.mention
        guard segment.subject == nil, !items[segment.topic].contains(where: \.isName) else { return }
        segment.subject = segments.last { !$0.isRelative && $0.subject != nil }?.subject ?? antecedent
    }

    func setSubject(_ segment: inout Segment, before verb: Int, clauseStart: Int) {
        var index = verb - 1
        while index >= clauseStart,
            items[index].word == .not || isTo(index) || isAside(index) || isOptionally(index)
        {
            segment.isPossible = segment.isPossible || isOptionally(index)
            index -= 1
        }
        if index >= clauseStart, case .group = items[index].kind { index -= 1 }
        let previous = segments.last
        if isSavedAs(verb) {
            segment.subject = savedBefore(verb)
            return
        }
        if items[verb].isMark(":"), items[..<verb].contains(where: { $0.word == .details }) {
            segment.subject = items[..<verb].last { $0.mention != nil }?.mention
            return
        }
        if items[verb].word == .whose {
            let last = items[..<verb].last { !$0.isMark(",") && $0.word != .and }?.mention
            let isOfSeveral = says(verb, [.each])
            let several = isOfSeveral ? items[..<verb].last { $0.mention?.isPlural == true }?.mention : nil
            segment.subject = last?.isPlural == true ? last : several ?? last ?? segments.last?.subject
            return
        }
        guard index >= clauseStart else {
            // Nothing between: the subject goes on, or a relative pronoun takes up what stands before it.
            if clauseStart > 0, items[clauseStart - 1].word == .relative, !isField(before: clauseStart - 1) {
                segment.subject =
                    items[..<(clauseStart - 1)].last {
                        !$0.isMark(",") && $0.word != .preposition && $0.word != .definite
                    }?.mention
                segment.isRelative = true
                if segment.subject == nil, clauseStart > 1, items[clauseStart - 2].word == .many {
                    // `hay algunos que traen también una nota`
                    segment.subject = segments.last { $0.subject != nil }?.subject ?? antecedent
                    segment.isPossible = true
                }
                if segment.subject == nil, segments.last?.isRelative == true,
                    items[span(segments.last?.objects.lowerBound ?? 0, clauseStart)].contains(where: { $0.word == .and }
                    )
                {
                    // `plots, which are numbered and of which we keep the area`
                    segment.subject = segments.last?.subject
                }
                if segment.subject == nil { segment.topic = span(clauseStart, clauseStart) }
            } else {
                segment.subject =
                    described(at: verb) ?? interrupted(at: clauseStart) ?? resumed(at: verb) ?? spokenOfAgain(at: verb)
                    ?? previous?.subject
                    ?? apposed(at: verb, clauseStart: clauseStart)
                segment.isOurs = previous?.isOurs ?? (items[verb].word == .keep)
                if lexicon?.language == .spanish, previous?.isOurs == true, previous?.subject == nil,
                    [.can, .has, .must].contains(items[verb].word),
                    !source.tokens[items[verb].range.lowerBound].folded.hasSuffix("mos")
                {
                    // `se asigna a un técnico, aunque lo buscamos después, y puede tener un ayudante`
                    segment.isOurs = false
                    segment.subject = segment.subject ?? segments.first { $0.subject != nil }?.subject ?? antecedent
                }
                if items[verb].word == .keep, source.tokens[items[verb].range.lowerBound].folded == "what" {
                    // `…, and what is stored is the cause`: of what the sentence is about.
                    segment.subject = segments.first?.subject ?? segment.subject
                }
                let isImpersonal =
                    source.tokens[items[verb].range.lowerBound].isReflexivePronoun && items[verb].word == .be
                if previous == nil, clauseStart > 0, items[clauseStart - 1].word == .relative,
                    lexicon?.language == .spanish
                {
                    // `aceituna, que sale de sus parcelas`
                    segment.subject = interrupted(at: clauseStart)
                } else if previous == nil, let introduced = introduced(behind: verb) {
                    segment.subject = introduced
                } else if previous == nil, segment.subject == nil, items[verb].word != .keep,
                    items[verb].word != .weHave,
                    !isImpersonal, !hasOtherSubject(before: clauseStart)
                {
                    segment.subject = startsPlural(verb) ? severalSpokenOf ?? antecedent : antecedent
                }
            }
            segment.topic = span(min(segment.topic.lowerBound, verb), verb)
            return
        }
        switch items[index].kind {
        case .mention(let mention) where starts(mention, clause: clauseStart): segment.subject = mention
        case .word(.it) where index > clauseStart && items[index - 1].word == .preposition:
            let place = source.tokens[items[index - 1].range.lowerBound].folded == "en" ? previous?.subject : nil
            segment.subject =
                place ?? spokenOf(at: index) ?? referent(of: index, isPlural: false) ?? previous?.subject ?? antecedent
        case .word(.it) where items[index].range.count > 1 && several != nil:
            // `a kennel has several dogs; each one has a name`
            segment.subject = items[..<index].last { $0.mention?.isPlural == true }?.mention ?? several
        case .word(.each) where lexicon?.language == .english && index == 0 && plural != nil:
            // `boilers hang in a house. Each has a number`
            segment.subject = plural
        case .word(.it), .word(.each):
            segment.subject = announced(before: index) ?? previous?.subject ?? thereIs(before: index) ?? antecedent
        case .word(.they) where items[index].range.count > 1 && nearest(before: index) != nil:
            segment.subject = nearest(before: index)
        case .word(.they) where items[index].range.count > 1 && clauseStart > 1 && items[clauseStart - 2].word == .many:
            // `un socio puede tener dos o tres, cada uno con su número`
            segment.subject = plural ?? antecedent
        case .word(.they):
            let subject = previous?.subject.flatMap { $0.isPlural ? $0 : nil }
            segment.subject =
                subject ?? referent(of: index, isPlural: true) ?? previous?.subject ?? plural ?? antecedent
        case .word(.many) where index == clauseStart:
            // `algunas vienen con indicaciones`: not all of them.
            segment.subject = previous?.subject ?? plural ?? antecedent
            segment.isPossible = true
        case .word(.we):
            let subject = index > clauseStart ? items[index - 1].mention : nil
            if let subject, lexicon?.language == .spanish, starts(subject, clause: clauseStart),
                ["nos", "me"].contains(source.tokens[items[index].range.lowerBound].folded)
            {
                // `un proveedor nos vende muchos productos`
                segment.subject = subject
            } else {
                segment.isOurs = true
                // `the system stores the name of each school`
                if keepsForUs(index, verb) { segment.verb = .keep }
            }
        case .mention(let mention) where source.words(items[verb].range).foldedForComparison.hasPrefix("se le"):
            // `a cada residente se le asigna …`
            segment.subject = mention
        case .mention:
            // `the analyses of a batch show …`: the first one is the subject.
            if let first = items[clauseStart..<index].first(where: { $0.mention != nil })?.mention,
                starts(first, clause: clauseStart)
            {
                segment.subject = first
            } else if case .mention(let mention) = items[index].kind, isRecord(of: index, clauseStart, verb) {
                segment.subject = mention
            } else if case .mention(let mention) = items[index].kind, isFree(mention, clauseStart) {
                // `para entrar en una sala el socio pide una llave`
                segment.subject = mention
            } else if case .mention(let mention) = items[index].kind, isBehindCircumstance(mention, clauseStart) {
                segment.subject = mention
            }
        default:
            if previous?.isRelative == true, previous?.objects.lowerBound == clauseStart {
                segment.subject = previous?.subject
            } else if let head = items[clauseStart..<index].firstIndex(where: { $0.mention != nil }),
                let mention = items[head].mention, starts(mention, clause: clauseStart),
                mention.isPlural && source.tokens[items[head].range.upperBound].isOf
                    || head + 1 == index && isDescribed(mention, before: verb)
            {
                // `los usuarios de la biblioteca`
                segment.subject = mention
            }
        }
    }

    /// What stands before a colon, where a clause behind it goes on: `we keep a placement: it refers to a bell`.
    private func announced(before pronoun: Int) -> Mention? {
        guard lexicon?.language == .english, pronoun > 1, items[pronoun].word == .it, items[pronoun - 1].isMark(":"),
            let mention = items[pronoun - 2].mention, !mention.isPlural, mention.quantity == .article
        else { return nil }
        return mention
    }

    /// What there is one of, where the sentence begins with that: `there is at most one permit for a boat; it has a date`.
    private func thereIs(before pronoun: Int) -> Mention? {
        guard lexicon?.language == .english, items[0].word == .weHave, segments.count == 1,
            let there = items[..<pronoun].lazy.compactMap(\.mention).first, !there.isPlural
        else { return nil }
        return [.one, .maybeOne, .article].contains(there.quantity) ? there : nil
    }

    /// Whether a Spanish sentence begins with a verb of having in the plural: `tienen fecha de inicio`.
    private func startsPlural(_ verb: Int) -> Bool {
        lexicon?.language == .spanish && verb == 0 && items[verb].word == .has
            && source.tokens[items[verb].range.lowerBound].folded.hasSuffix("n")
    }

    /// Those of whom there are several, unless what was spoken of last is in the plural too.
    private var severalSpokenOf: Mention? { antecedent?.isPlural == true ? nil : plural }

    /// Whether an adverb says that what follows need not be so: `opcionalmente lleva un copiloto`.
    private func isOptionally(_ index: Int) -> Bool {
        lexicon?.language == .spanish && items[index].isName && says(index, [.optional])
            && source.tokens[items[index].range.lowerBound].folded.hasSuffix("mente")
    }

    /// What is to have the objects of an imperative: `give every vial a barcode`, `give it a position`, `give each a name`.
    func recipient(of verb: Int, _ segment: Segment, _ clauseStart: Int, before objects: inout Int) -> Mention? {
        guard lexicon?.language == .english, segment.verb == .has, !segment.isRelative,
            source.tokens[items[verb].range.lowerBound].folded == "give",
            items[span(clauseStart, verb)].allSatisfy({ $0.word == .skip || $0.word == .we || $0.word == .must })
        else { return nil }
        var index = objects
        let isEach = index < items.count && items[index].word == .each
        let earlier = items[..<verb].lazy.compactMap(\.mention).first
        var found: Mention?
        if index < items.count, items[index].word == .it {
            found = earlier ?? antecedent
        } else if index < items.count, items[index].word == .they {
            found = earlier ?? plural ?? antecedent
        } else {
            // `give a visit a day and a fee`
            let isOne =
                index + 2 < items.count && items[index].word == .article && items[index + 1].mention != nil
                && items[index + 2].word == .article
            if isEach || isOne { index += 1 }
            guard index < items.count else { return nil }
            if let mention = items[index].mention {
                found = mention
            } else if isEach, items[index].word == .article {
                found = items[..<verb].last { $0.mention?.isPlural == true }?.mention ?? several ?? antecedent
                index -= 1
            }
        }
        guard let found, index + 1 < items.count,
            items[index + 1].word?.isDeterminer == true || items[index + 1].isName
        else { return nil }
        objects = index + 1
        return found
    }

    /// The subject of the main clause, which goes on behind a relative one: `las solicitudes las emite un juzgado, del que
    /// interesa el nombre, y se refieren a un caso`.
    private func resumed(at verb: Int) -> Mention? {
        guard lexicon?.language == .spanish, let previous = segments.last, previous.isRelative,
            let main = segments.last(where: { !$0.isRelative && $0.subject != nil })?.subject,
            main.entity != previous.subject?.entity, verb > 1, items[verb - 1].word == .and
        else { return nil }
        let word = source.tokens[items[verb].range.upperBound - 1].folded
        let first = source.tokens[items[verb].range.lowerBound]
        let isPlural =
            (first.isReflexivePronoun ? source.tokens[items[verb].range.lowerBound + 1].folded : first.folded)
            .hasSuffix("n") || word.hasSuffix("n")
        return isPlural
            ? (main.isPlural && previous.subject?.isPlural != true ? main : nil)
            : main.isPlural ? nil : items[verb - 2].isMark(",") ? main : nil
    }

    /// The entity that a Spanish sentence begins to speak of behind its verb: `después están los clientes`.
    private func introduced(behind verb: Int) -> Mention? {
        guard lexicon?.language == .spanish, items[verb].word == .be, verb + 2 < items.count,
            !source.tokens[items[verb].range.lowerBound].isReflexivePronoun,
            items[verb + 1].word == .definite, let mention = items[verb + 2].mention
        else { return nil }
        let isLast = verb + 3 == items.count || items[verb + 3].isMark(".", ",", ":", ";")
        return isLast || items[verb + 3].word == .relative ? mention : nil
    }

    /// Whether the sentence began with something that is no entity: `la biblioteca funciona aparte, pero tiene …`.
    func hasOtherSubject(before clauseStart: Int) -> Bool {
        guard clauseStart > 2, items[0].word?.isDeterminer == true, items[1].isName else { return false }
        return !items[..<clauseStart].contains { $0.mention != nil && $0.mention?.quantity != .definite }
    }

    /// Whether what is said of a record is said of what it is about: `la ficha de cada socio recoge su nombre`.
    private func isRecord(of mention: Int, _ clauseStart: Int, _ verb: Int) -> Bool {
        guard let lexicon, lexicon.language == .spanish, items[verb].word == .has || items[verb].word == .keep,
            mention > clauseStart + 1
        else { return false }
        let names = span(clauseStart, mention).filter { items[$0].isName }
        let isPlain = span(clauseStart, mention).allSatisfy { index in
            items[index].isName || items[index].word?.isDeterminer == true || items[index].word == .skip
                || source.tokens[items[index].range.lowerBound].isOf
        }
        guard isPlain, names.count == 1, let name = names.first else { return false }
        return lexicon.fieldItem(for: source.words(items[name].range).lowercased()) == nil
    }

    /// Whether an entity stands behind another one by itself, after no preposition.
    func isFree(_ mention: Mention, _ clauseStart: Int) -> Bool {
        guard mention.quantity == .definite,
            let before = items[clauseStart...].lastIndex(where: { $0.range.upperBound <= mention.start }),
            items[before].mention != nil
        else { return false }
        return items[clauseStart].word == .preposition || items[clauseStart].word == .per
    }

    /// Whether a clause says when or where first, without a comma: `after the close a count is made of each box`.
    private func isBehindCircumstance(_ mention: Mention, _ clauseStart: Int) -> Bool {
        guard lexicon?.language == .english, mention.quantity == .article || mention.quantity == .each,
            let start = items.firstIndex(where: { $0.range.lowerBound >= mention.start }), start > 1
        else { return false }
        // A conjunction ends the clause before it, and begins none.
        let lead = items[clauseStart].word == .preposition ? clauseStart : clauseStart - 1
        guard lead >= 0, items[lead].word == .preposition || items[lead].word == .when,
            lead == 0 || items[lead - 1].isMark(".", ";"), (2...3).contains(start - lead)
        else { return false }
        return items[start - 1].isName
            && items[span(lead + 1, start - 1)].allSatisfy { $0.word?.isDeterminer == true || $0.isName }
    }

    /// The entity that a pronoun stands for: the nearest one before it, of its number and its gender.
    func referent(of pronoun: Int, isPlural: Bool) -> Mention? {
        let token = source.tokens[items[pronoun].range.lowerBound]
        return items[..<pronoun].lazy.reversed().compactMap(\.mention).first { mention in
            guard mention.isPlural == isPlural else { return false }
            guard mention.quantity != .each, mention.start < mention.range.lowerBound, let gender = token.genderEnding,
                let other = source.tokens[mention.range.lowerBound - 1].genderEnding
            else { return true }
            return gender == other
        }
    }

    /// The plural that `cada una` stands for in its sentence: the nearest one before it, of its gender where that is told.
    private func nearest(before pronoun: Int) -> Mention? {
        guard lexicon?.language == .spanish else { return nil }
        let gender = source.tokens[items[pronoun].range.lowerBound + 1].genderEnding
        return items[..<pronoun].lazy.reversed().compactMap(\.mention).first { mention in
            // `los palomares son de los socios: un socio tiene dos, cada uno con su nombre`
            guard mention.isPlural,
                mention.entity != segments.last?.subject?.entity || segments.last?.subject == mention
            else { return false }
            guard let own = source.tokens[mention.range.lowerBound].pluralGender else { return true }
            return gender.map { own == $0 } ?? true
        }
    }

    /// Whether one word that says which ones are meant stands between an entity and its verb: `cada clase dirigida tiene`.
    private func isDescribed(_ mention: Mention, before verb: Int) -> Bool {
        lexicon?.language == .spanish && items[verb - 1].isName && [.each, .article].contains(mention.quantity)
            && [.has, .belongs].contains(items[verb].word)
            && !["an", "en"].contains(
                where: source.tokens[items[verb - 1].range.lowerBound].folded.hasSuffix)
    }

    /// The entity before a participle that says of what it consists: `un tribunal, formado por …`.
    func described(at verb: Int) -> Mention? {
        if lexicon?.language == .english, items[verb].word == .has, verb > 1, items[verb - 1].isMark(","),
            let mention = items[verb - 2].mention, mention.quantity == .one || mention.quantity == .maybeOne,
            source.tokens[items[verb].range.lowerBound].folded.hasSuffix("ing")
        {
            // `each patient has exactly one care plan, spelling out the hours`
            return mention
        }
        guard lexicon?.language == .spanish, items[verb].word == .has, verb > 1, items[verb - 1].isMark(","),
            let mention = items[verb - 2].mention
        else { return nil }
        let word = source.tokens[items[verb].range.lowerBound].folded
        return ["ado", "ada", "ados", "adas", "esto", "esta", "estos", "estas", "ido", "ida"].contains(
            where: word.hasSuffix) ? mention : nil
    }

    /// The mentions that stand before a subject with nothing but commas and `and` between them.
    func coordinated(with subject: Mention, after previous: Segment?) -> [Mention] {
        guard var index = items.firstIndex(where: { $0.range == subject.range }),
            subject.start == items[index].range.lowerBound || subject.isPlural
        else { return [] }
        var others: [Mention] = []
        let start = previous?.objects.lowerBound ?? 0
        if lexicon?.language == .spanish {
            // `los turnos y las salas tienen …`
            let first = index
            while index > start + 1, items[index - 1].word == .definite { index -= 1 }
            if index < first, index > 0, items[index - 1].word != .and { return [] }
        }
        while index > start + 1, items[index - 1].word == .and || items[index - 1].isMark(","),
            let other = items[index - 2].mention,
            other.isPlural, subject.isPlural
        {
            others.insert(other, at: 0)
            index -= 2
            guard lexicon?.language == .spanish else { continue }
            while index > start + 1, items[index - 1].word == .definite { index -= 1 }
        }
        return others
    }

    /// Whether what we use keeps something, in words that say of other things what they have.
    private func keepsForUs(_ subject: Int, _ verb: Int) -> Bool {
        lexicon?.language == .english && items[verb].word == .has
            && source.tokens[items[subject].range.lowerBound].folded == "the"
            && ["stores", "keeps", "records", "holds", "tracks", "saves", "hold"].contains(
                source.tokens[items[verb].range.lowerBound].folded)
    }
}
