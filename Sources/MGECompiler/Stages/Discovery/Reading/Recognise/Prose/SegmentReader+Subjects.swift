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
        while index >= clauseStart, items[index].word == .not || isTo(index) || isAside(index) { index -= 1 }
        if index >= clauseStart, case .group = items[index].kind { index -= 1 }
        let previous = segments.last
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
                    interrupted(at: clauseStart) ?? previous?.subject ?? apposed(at: verb, clauseStart: clauseStart)
                segment.isOurs = previous?.isOurs ?? (items[verb].word == .keep)
                if items[verb].word == .keep, source.tokens[items[verb].range.lowerBound].folded == "what" {
                    // `…, and what is stored is the cause`: of what the sentence is about.
                    segment.subject = segments.first?.subject ?? segment.subject
                }
                let isImpersonal =
                    source.tokens[items[verb].range.lowerBound].isReflexivePronoun && items[verb].word == .be
                if previous == nil, segment.subject == nil, items[verb].word != .keep, items[verb].word != .weHave,
                    !isImpersonal, !hasOtherSubject(before: clauseStart)
                {
                    segment.subject = antecedent
                }
            }
            segment.topic = span(min(segment.topic.lowerBound, verb), verb)
            return
        }
        switch items[index].kind {
        case .mention(let mention) where starts(mention, clause: clauseStart): segment.subject = mention
        case .word(.it) where index > clauseStart && items[index - 1].word == .preposition:
            segment.subject = referent(of: index, isPlural: false) ?? previous?.subject ?? antecedent
        case .word(.it) where items[index].range.count > 1 && several != nil:
            // `a kennel has several dogs; each one has a name`
            segment.subject = items[..<index].last { $0.mention?.isPlural == true }?.mention ?? several
        case .word(.it), .word(.each): segment.subject = previous?.subject ?? antecedent
        case .word(.they):
            let subject = previous?.subject.flatMap { $0.isPlural ? $0 : nil }
            segment.subject =
                subject ?? referent(of: index, isPlural: true) ?? previous?.subject ?? plural ?? antecedent
        case .word(.many) where index == clauseStart:
            // `algunas vienen con indicaciones`: not all of them.
            segment.subject = previous?.subject ?? plural ?? antecedent
            segment.isPossible = true
        case .word(.we): segment.isOurs = true
        case .mention(let mention) where source.words(items[verb].range).foldedForComparison.hasPrefix("se le"):
            // `a cada residente se le asigna …`
            segment.subject = mention
        case .mention:
            // `the analyses of a batch show …`: the first one is the subject.
            if let first = items[clauseStart..<index].first(where: { $0.mention != nil })?.mention,
                starts(first, clause: clauseStart)
            {
                segment.subject = first
            } else if case .mention(let mention) = items[index].kind, isFree(mention, clauseStart) {
                // `para entrar en una sala el socio pide una llave`
                segment.subject = mention
            }
        default:
            if previous?.isRelative == true, previous?.objects.lowerBound == clauseStart {
                segment.subject = previous?.subject
            } else if let head = items[clauseStart..<index].firstIndex(where: { $0.mention != nil }),
                let mention = items[head].mention, mention.isPlural, starts(mention, clause: clauseStart),
                source.tokens[items[head].range.upperBound].isOf
            {
                // `los usuarios de la biblioteca`
                segment.subject = mention
            }
        }
    }

    /// Whether the sentence began with something that is no entity: `la biblioteca funciona aparte, pero tiene …`.
    func hasOtherSubject(before clauseStart: Int) -> Bool {
        guard clauseStart > 2, items[0].word?.isDeterminer == true, items[1].isName else { return false }
        return !items[..<clauseStart].contains { $0.mention != nil && $0.mention?.quantity != .definite }
    }

    /// Whether an entity stands behind another one by itself, after no preposition.
    func isFree(_ mention: Mention, _ clauseStart: Int) -> Bool {
        guard mention.quantity == .definite,
            let before = items[clauseStart...].lastIndex(where: { $0.range.upperBound <= mention.start }),
            items[before].mention != nil
        else { return false }
        return items[clauseStart].word == .preposition || items[clauseStart].word == .per
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

    /// The mentions that stand before a subject with nothing but commas and `and` between them.
    func coordinated(with subject: Mention, after previous: Segment?) -> [Mention] {
        guard var index = items.firstIndex(where: { $0.range == subject.range }),
            subject.start == items[index].range.lowerBound || subject.isPlural
        else { return [] }
        var others: [Mention] = []
        let start = previous?.objects.lowerBound ?? 0
        while index > start + 1, items[index - 1].word == .and || items[index - 1].isMark(","),
            let other = items[index - 2].mention,
            other.isPlural, subject.isPlural
        {
            others.insert(other, at: 0)
            index -= 2
        }
        return others
    }
}
