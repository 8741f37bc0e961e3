/// Divides the items of a sentence into segments.
struct SegmentReader {
    private let items: [ProseItem]
    private let source: TokenizedText
    /// The entity that `it` stands for.
    private let antecedent: Mention?
    /// The entity that `they` stands for.
    private let plural: Mention?
    /// The tokens of verbs whose endings say that we do it.
    private let ours: Set<Int>
    private let lexicon: Lexicon?
    private var segments: [Segment] = []

    private init(
        _ items: [ProseItem], _ source: TokenizedText, antecedent: Mention?, plural: Mention?, ours: Set<Int>,
        lexicon: Lexicon?
    ) {
        self.lexicon = lexicon
        self.plural = plural
        self.ours = ours
        self.items = items
        self.source = source
        self.antecedent = antecedent
    }

    static func segments(
        of items: [ProseItem], _ source: TokenizedText, antecedent: Mention?, plural: Mention? = nil,
        ours: Set<Int> = [], lexicon: Lexicon? = nil
    ) -> [Segment] {
        var reader = SegmentReader(
            items, source, antecedent: antecedent, plural: plural, ours: ours, lexicon: lexicon)
        reader.run()
        return reader.segments
    }

    private mutating func run() {
        var index = 0
        var clauseStart = 0
        while index < items.count {
            guard isVerb(at: index, clauseStart: clauseStart) else {
                if isClauseBreak(at: index) { clauseStart = index + 1 }
                index += 1
                continue
            }
            var segment = Segment(topic: span(clauseStart, index), words: "", objects: span(index, index))
            if let head = apposed(at: index, clauseStart: clauseStart), items[index].isName {
                segment.subject = head
                segment.isPassive = true
            } else if items[index].isName, isFronted(at: index, clauseStart: clauseStart) {
                setFrontedSubject(&segment, before: index - 1, clauseStart: clauseStart)
            } else {
                setSubject(&segment, before: index, clauseStart: clauseStart)
            }
            if items[index].isName, index + 1 < items.count, items[index + 1].word == .preposition,
                isCoordinated(at: index, clauseStart: clauseStart)
            {
                segment.isPassive = true
            }
            if let subject = segment.subject, subject.start > 0 {
                segment.isNegated = items.contains {
                    $0.range.upperBound == subject.start && $0.word == .not
                }
            }
            segment.isReflexive = source.tokens[items[index].range.lowerBound].isReflexivePronoun
            segment.isRelative = segment.isRelative || items[index].word == .whose
            index = readVerb(&segment, from: index)
            segment.objects = span(index, items.count)
            if let subject = segment.subject { segment.others = coordinated(with: subject, after: segments.last) }
            if let last = segments.indices.last {
                let end = max(
                    segments[last].objects.lowerBound, min(segment.topic.lowerBound, segment.topic.upperBound))
                segments[last].objects = span(segments[last].objects.lowerBound, end)
            }
            segments.append(segment)
            clauseStart = index
        }
    }

    private func isClauseBreak(at index: Int) -> Bool {
        if isEnclosing(index) { return false }
        return items[index].isMark(",", ";", ":", "—", "–", ".") || items[index].word == .and
            || items[index].word == .when
            || items[index].word == .relative
    }

    /// Whether a comma is one of two around an adverb behind an entity: `la reina, a su vez, no puede …`.
    private func isEnclosing(_ comma: Int) -> Bool {
        guard items[comma].isMark(",") else { return false }
        for first in [comma, comma - 2] where first > 0 && first + 2 < items.count {
            guard items[first].isMark(","), items[first + 1].word == .skip, items[first + 2].isMark(",") else {
                continue
            }
            if items[first - 1].mention != nil { return true }
        }
        return false
    }

    private func isVerb(at index: Int, clauseStart: Int) -> Bool {
        if isWithinPart(index) { return false }
        if items[index].isMark(":"), items[..<index].contains(where: { $0.word == .details }),
            items[..<index].contains(where: { $0.mention != nil })
        {
            return true
        }
        if items[index].isMark(":"), index > clauseStart, clauseStart == 0 || items[clauseStart - 1].isMark(".", ";"),
            let mention = items[index - 1].mention, starts(mention, clause: clauseStart)
        {
            return true
        }
        switch items[index].word {
        case .whose:
            // `mechanics, of whom we only keep the name`
            return items[(index + 1)...].first { $0.word != .skip }?.word != .we
        case .has, .belongs, .be, .can, .must, .keep, .delete, .weHave: return true
        case .receives: return index + 1 < items.count && (items[index + 1].isName || items[index + 1].word == .can)
        case .not: return index + 1 < items.count && [.can, .must, .be, .delete, .has].contains(items[index + 1].word)
        default: break
        }
        if isOurVerb(at: index) { return true }
        if items[index].isName, index > 0, items[index - 1].word == .we, index + 1 < items.count,
            [.article, .one, .many, .each].contains(items[index + 1].word) || isPossessive(after: index)
        {
            return true
        }
        if apposed(at: index, clauseStart: clauseStart) != nil, items[index].isName, index + 1 < items.count,
            [.preposition, .with, .per, .as].contains(items[index + 1].word)
        {
            return true
        }
        if isCoordinated(at: index, clauseStart: clauseStart) { return true }
        // `wards submit requests`: a word right after an entity at the beginning of a clause.
        guard items[index].isName, index > clauseStart else { return false }
        if isParticiple(index), index + 2 < items.count, items[index + 1].isName, startsObject(at: index + 2) {
            return false
        }
        var before = index - 1
        while before > clauseStart, items[before].word == .skip || isParticiple(before) { before -= 1 }
        guard let mention = items[before].mention, starts(mention, clause: clauseStart) || isAfterRelative(index) else {
            return isFronted(at: index, clauseStart: clauseStart) || isInverted(at: index, clauseStart: clauseStart)
        }
        // In a list, `a customer number of 8 digits` is no clause.
        let isList = segments.last.map { $0.verb == .has || $0.verb == .keep } ?? false
        if isList, segments.last?.objects.lowerBound == clauseStart { return false }
        for next in span(index + 1, min(index + 5, items.count)) where !isAside(next) {
            if next > index + 2, !isAside(next - 1) { return false }
            if startsObject(at: next) { return !isList || items[next].word != .preposition }
            guard items[next].isName else { return false }
        }
        return false
    }

    /// Whether a Spanish participle says which ones are meant: `los vecinos interesados presentan …`.
    private func isParticiple(_ index: Int) -> Bool {
        guard index > 0, items[index].isName, items[index - 1].mention?.isPlural == true else { return false }
        let word = source.tokens[items[index].range.lowerBound].folded
        return ["ados", "idos", "adas", "idas"].contains(where: word.hasSuffix)
    }

    private func isOurVerb(at index: Int) -> Bool {
        items[index].isName && ours.contains(items[index].range.lowerBound)
    }

    /// Whether a verb goes on with the subject before it: `is taken from a sample and follows one method`.
    private func isCoordinated(at index: Int, clauseStart: Int) -> Bool {
        guard items[index].isName, index == clauseStart, index > 1, index + 1 < items.count,
            items[index - 1].word == .and, let last = segments.last, last.subject != nil || last.isOurs,
            !isList(last, at: index)
        else { return false }
        let leads = items[index + 1].word
        if last.isPassive, leads == .preposition { return leadsToMention(index + 1) }
        guard leads?.isDeterminer == true, leadsToMention(index), last.subject?.isPlural != true else { return false }
        return source.tokens[items[index].range.lowerBound].folded.hasSuffix("s")
    }

    /// Whether what follows belongs to an entity: `the customer's name`.
    private func isPossessive(after index: Int) -> Bool {
        items[(index + 1)...].first { $0.word?.isDeterminer != true }?.mention?.isPossessive ?? false
    }

    /// The entity that a clause between commas speaks of, and the one behind it too: `operators, known by their name, are …`.
    private func apposed(at index: Int, clauseStart: Int) -> Mention? {
        guard index == clauseStart, index > 1, items[index - 1].isMark(","), let head = items[index - 2].mention else {
            return nil
        }
        if let lexicon,
            lexicon.prose.match(source.tokens, at: items[index].range.lowerBound, where: { $0 == .identifies }) != nil
        {
            // `a fridge, described by its label`
            return head
        }
        var first = index - 2
        while first > 0, items[first - 1].word?.isDeterminer == true || items[first - 1].word == .skip { first -= 1 }
        return first == 0 || items[first - 1].isMark(".", ";", ":") ? head : nil
    }

    /// The subject that a clause between commas stands behind: `our members, about two hundred of them, have …`.
    private func interrupted(at clauseStart: Int) -> Mention? {
        guard segments.isEmpty, clauseStart > 2, items[clauseStart - 1].isMark(",", "—", "–"),
            let head = items.firstIndex(where: { $0.mention != nil }), let mention = items[head].mention,
            starts(mention, clause: 0), head + 2 < clauseStart, items[head + 1].isMark(",", "—", "–"),
            !items[(head + 2)..<(clauseStart - 1)].contains(where: { $0.isMark(",", ";", ":") || $0.mention != nil })
        else { return nil }
        return mention
    }

    /// Whether a Spanish clause puts its object first and takes it up again: `una revisión la hace un apicultor`.
    private func isFronted(at index: Int, clauseStart: Int) -> Bool {
        guard index > 0, items[index - 1].word == .definite, index + 1 < items.count else { return false }
        guard ["lo", "la", "los", "las"].contains(source.tokens[items[index - 1].range.lowerBound].folded) else {
            return false
        }
        if isOurVerb(at: index), items[index + 1].word == .preposition { return true }
        switch items[index + 1].kind {
        case .mention(let mention): return mention.quantity != nil || mention.isPlural
        case .word(.definite): return index + 2 < items.count && items[index + 2].mention != nil
        case .word(let word): return [.article, .one, .many, .each].contains(word)
        default: return false
        }
    }

    /// Whether a place comes first: `under each section come its plots`, `en una hornada entran muchas piezas`.
    private func isInverted(at index: Int, clauseStart: Int) -> Bool {
        guard clauseStart < index, items[clauseStart].word == .preposition || items[clauseStart].word == .per,
            items[index - 1].mention != nil, index + 1 < items.count
        else { return false }
        return items[index + 1].mention != nil || items[index + 1].word?.isDeterminer == true
    }

    /// Whether a verb only says which thing a part of a list is: `the time at which it was taken`, `whether they have lights`.
    private func isWithinPart(_ index: Int) -> Bool {
        guard let last = segments.last else { return false }
        guard isList(last, at: index) else { return isSaidOfName(index, after: last) }
        if isCondition(at: index) { return true }
        let verb = last.objects.lowerBound - 1
        if verb >= 0, items[verb].word == .whose, items[verb].range.count == 1,
            !items[span(last.objects.lowerBound, index)].contains(where: { $0.isMark(",", ";", ".") })
        {
            return true
        }
        var before = index - 1
        while before >= last.objects.lowerBound, !items[before].isMark(",", ";", ".", ":"), items[before].word != .and {
            if items[before].attribute == .flag { return true }
            if items[before].word == .relative { return isField(before: before) || isAsked(before, in: last) }
            if items[before].word == .when {
                let isFlag = source.tokens[items[before].range.lowerBound].folded == "si"
                if isFlag || before > last.objects.lowerBound && items[before - 1].isName { return true }
            }
            // `the weight it is meant for`: the pronoun is left out.
            if [.it, .they, .we].contains(items[before].word), before > last.objects.lowerBound,
                items[before - 1].isName
            {
                return true
            }
            before -= 1
        }
        return false
    }

    /// Whether a verb stands in a condition between commas: `and, if they give it, an email`.
    private func isCondition(at index: Int) -> Bool {
        guard let comma = items[..<index].lastIndex(where: { $0.isMark(",") }), comma + 1 < index,
            items[comma + 1].attribute == .condition || says(comma + 1, [.when, .condition, .circumstance]),
            comma > 0, let end = items[index...].firstIndex(where: { $0.isMark(",") })
        else { return false }
        // `a nickname, once there is one, and an email`, but no clause of its own behind the comma.
        let goesOn = end + 1 < items.count && items[end + 1].word == .and
        return items[comma - 1].word == .and || goesOn && items[comma - 1].isName
    }

    /// Whether a phrase that begins at an item means one of some words.
    private func says(_ index: Int, _ words: Set<ProseWord>) -> Bool {
        lexicon?.prose.match(source.tokens, at: items[index].range.lowerBound, where: words.contains) != nil
    }

    /// Whether an indirect question begins: `a line says which part it was`.
    private func isAsked(_ relative: Int, in list: Segment) -> Bool {
        guard
            relative == list.objects.lowerBound || items[relative - 1].word == .and || items[relative - 1].isMark(","),
            relative + 2 < items.count
        else { return false }
        return (items[relative + 1].mention != nil || items[relative + 1].isName)
            && [.it, .they, .we].contains(items[relative + 2].word)
    }

    /// Whether a relative clause says something of what is no entity: `under a name, which must be unique`.
    private func isSaidOfName(_ index: Int, after last: Segment) -> Bool {
        var before = index - 1
        while before > last.objects.lowerBound, items[before].word != .relative {
            if items[before].isMark(",", ";", ".", ":") || items[before].word == .and || items[before].mention != nil {
                return false
            }
            before -= 1
        }
        guard before > last.objects.lowerBound, items[before].word == .relative,
            [.be, .can, .must].contains(items[before + 1].word) || items[before + 1].attribute != nil
        else { return false }
        let head = items[last.objects.lowerBound..<before].last { !$0.isMark(",") }
        if case .group = head?.kind { return true }
        return head?.isName ?? false
    }

    private func isList(_ segment: Segment, at index: Int) -> Bool {
        segment.verb == .has || segment.verb == .keep
            || items[span(segment.objects.lowerBound, index)].contains { $0.word == .with || $0.word == .along }
    }

    /// Whether what stands before a relative pronoun is a field, whose name may end with an entity: `limit of bookings`.
    private func isField(before relative: Int) -> Bool {
        guard let index = items[..<relative].lastIndex(where: { !$0.isMark(",") && $0.word != .preposition }) else {
            return false
        }
        if case .group = items[index].kind { return true }
        if items[index].mention != nil {
            return index > 1 && items[index - 1].word == .preposition && items[index - 2].isName
        }
        return items[index].isName
    }

    /// Whether an item is an adverb, or a comma beside one: `directs, in turn, several tournaments`.
    private func isAside(_ index: Int) -> Bool {
        if items[index].word == .skip { return true }
        let neighbours = [index - 1, index + 1].filter(items.indices.contains)
        return items[index].isMark(",") && neighbours.contains { items[$0].word == .skip }
    }

    private func isAfterRelative(_ index: Int) -> Bool { index > 0 && items[index - 1].word == .relative }

    private func startsObject(at index: Int) -> Bool {
        if items[index].mention != nil { return true }
        return items[index].word?.startsObject ?? false
    }

    /// Whether nothing but words that belong to it stands between the beginning of the clause and a mention.
    private func starts(_ mention: Mention, clause: Int) -> Bool {
        let first = clause < items.count ? items[clause].range.lowerBound : 0
        var token = first
        for item in items[clause...] where item.range.lowerBound < mention.start {
            guard item.word == .skip || item.word == .relative || item.word == .not else { return false }
            token = item.range.upperBound
        }
        return token <= mention.start || mention.start <= first
    }

    private func setFrontedSubject(_ segment: inout Segment, before clitic: Int, clauseStart: Int) {
        segment.isFronted = true
        segment.topic = span(clauseStart, clitic)
        segment.subject = items[segment.topic].last { $0.mention != nil }?.mention
        guard segment.subject == nil, !items[segment.topic].contains(where: \.isName) else { return }
        segment.subject = segments.last { !$0.isRelative && $0.subject != nil }?.subject ?? antecedent
    }

    private func setSubject(_ segment: inout Segment, before verb: Int, clauseStart: Int) {
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
            let isOfSeveral = source.tokens[items[verb].range].contains { token in token.folded == "each" }
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
    private func hasOtherSubject(before clauseStart: Int) -> Bool {
        guard clauseStart > 2, items[0].word?.isDeterminer == true, items[1].isName else { return false }
        return !items[..<clauseStart].contains { $0.mention != nil && $0.mention?.quantity != .definite }
    }

    /// Whether an entity stands behind another one by itself, after no preposition.
    private func isFree(_ mention: Mention, _ clauseStart: Int) -> Bool {
        guard mention.quantity == .definite,
            let before = items[clauseStart...].lastIndex(where: { $0.range.upperBound <= mention.start }),
            items[before].mention != nil
        else { return false }
        return items[clauseStart].word == .preposition || items[clauseStart].word == .per
    }

    /// The entity that a pronoun stands for: the nearest one before it, of its number and its gender.
    private func referent(of pronoun: Int, isPlural: Bool) -> Mention? {
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
    private func coordinated(with subject: Mention, after previous: Segment?) -> [Mention] {
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

    /// `to` of `courts to have a number`.
    private func isTo(_ index: Int) -> Bool {
        items[index].word == .preposition && source.tokens[items[index].range.lowerBound].folded == "to"
    }

    /// Whether a verb of having only makes a passive of the participle behind it.
    private func isGotten(_ index: Int) -> Bool {
        guard let lexicon, index + 2 < items.count, items[index + 1].isName, items[index + 2].word == .preposition,
            lexicon.prose.match(source.tokens, at: items[index].range.lowerBound, where: { $0 == .gets }) != nil
        else { return false }
        return leadsToMention(index + 2)
    }

    /// Whether an entity follows a preposition: `they are all on a single team`.
    private func leadsToMention(_ index: Int) -> Bool {
        let next = items[(index + 1)...].first { $0.word?.isDeterminer != true && $0.word != .skip }
        return next?.mention != nil
    }

    /// Reads the words of a verb.
    /// - Returns: the item behind them.
    private func readVerb(_ segment: inout Segment, from start: Int) -> Int {
        var index = start
        if items[start].isMark(":") {
            segment.verb = .has
            return start + 1
        }
        if isOurVerb(at: start), !segment.isFronted {
            // `de la ficha anotaremos …` says what is kept, `a la que llamaremos …` nothing of it.
            let isList = start + 1 < items.count && [.per, .with].contains(items[start + 1].word)
            let hasTopic = items[segment.topic].contains { $0.mention != nil || $0.word == .it || $0.word == .they }
            segment.verb = isList && segment.isRelative ? .has : hasTopic && !segment.isRelative ? .keep : .can
            segment.isOurs = segment.verb != .has
            segment.words = source.words(items[start].range)
            return start + 1
        }
        loop: while index < items.count {
            switch items[index].word {
            case .can, .must:
                segment.isPossible = segment.isPossible || items[index].word == .can
                segment.verb = .can
            case .not: segment.isNegated = true
            case .be:
                segment.verb = .be
            case .has, .belongs, .keep, .delete, .weHave, .whose:
                // `is in`, `has to keep`: the last one counts, but nothing after a verb of its own.
                if segment.verb == .has || segment.verb == .belongs || segment.verb == .keep { break loop }
                if isGotten(index) {
                    // `items get put on a shelf`
                    segment.verb = .be
                    break
                }
                let isBe = segment.verb == .be
                segment.verb = items[index].word
                if segment.verb == .weHave { (segment.verb, segment.isOurs) = (.keep, true) }
                if segment.verb == .whose { segment.verb = .has }
                if isBe, segment.verb == .delete || segment.verb == .keep { segment.isPassive = true }
                segment.words = source.words(items[index].range)
                index += 1
                break loop
            case .receives:
                segment.verb = .has
                if index + 1 < items.count, items[index + 1].word == .can { index += 1 }
                index += index + 1 < items.count && items[index + 1].isName ? 2 : 1
                segment.words = source.words(span(items[start].range.lowerBound, items[index - 1].range.upperBound))
                break loop
            case .skip: break
            case .preposition where segment.verb == .be && leadsToMention(index):
                segment.verb = .belongs
                break loop
            default:
                guard items[index].isName, !says(index, [.either]),
                    segment.verb == .be || segment.verb == .can || segment.verb == nil
                else {
                    break loop
                }
                let follows = index + 1 < items.count && (startsObject(at: index + 1) || items[index + 1].word == .as)
                if segment.verb == .be, !follows { break loop }
                segment.isPassive = segment.isPassive || segment.verb == .be || segment.isFronted
                segment.verb = nil
                segment.words = source.words(items[index].range)
                index += 1
                break loop
            }
            index += 1
        }
        return max(index, start + 1)
    }
}
