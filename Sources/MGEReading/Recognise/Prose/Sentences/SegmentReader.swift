import MGELayers

/// Divides the items of a sentence into segments.
struct SegmentReader {
    let items: [ProseItem]
    let source: TokenizedText
    /// What the sentences before speak of.
    private let spokenOf: SpokenOf
    /// Whether anything here depended on that.
    private let isAsked = AskedFlag()
    /// The tokens of verbs whose endings say that we do it.
    let ours: Set<Int>
    let lexicon: Lexicon?
    private(set) var segments: [Segment] = []

    private init(
        _ items: [ProseItem], _ source: TokenizedText, after spokenOf: SpokenOf, ours: Set<Int>, lexicon: Lexicon?
    ) {
        self.items = items
        self.source = source
        self.spokenOf = spokenOf
        self.ours = ours
        self.lexicon = lexicon
    }

    /// The segments of a sentence, where those before speak of something.
    static func segments(
        of items: [ProseItem], _ source: TokenizedText, after spokenOf: SpokenOf, ours: Set<Int> = [],
        lexicon: Lexicon? = nil
    ) -> [Segment] {
        var reader = SegmentReader(items, source, after: spokenOf, ours: ours, lexicon: lexicon)
        reader.run()
        return reader.segments
    }

    /// The segments of a sentence that are the same whatever those before speak of; nil for others.
    static func ownSegments(
        of items: [ProseItem], _ source: TokenizedText, ours: Set<Int>, lexicon: Lexicon
    ) -> [Segment]? {
        var reader = SegmentReader(items, source, after: SpokenOf(), ours: ours, lexicon: lexicon)
        reader.run()
        return reader.isAsked.isSet ? nil : reader.segments
    }

    /// The entity that `it` stands for.
    var antecedent: Mention? { asked.antecedent }
    /// The entity that `they` stands for.
    var plural: Mention? { asked.plural }
    /// The last entity of the sentence before of which there are several, for `each one`.
    var several: Mention? { asked.several }

    private var asked: SpokenOf {
        isAsked.isSet = true
        return spokenOf
    }

    private mutating func run() {
        var index = 0
        var clauseStart = 0
        if let list = topicList() {
            segments.append(list)
            (index, clauseStart) = (list.objects.lowerBound, list.objects.lowerBound)
        }
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
            } else if let head = relativeObject(at: index) {
                segment.subject = head
                (segment.isFronted, segment.isRelative) = (true, true)
                segment.topic = span(index, index)
            } else if items[index].isName || isPossibleVerb(index), isFronted(at: index, clauseStart: clauseStart) {
                setFrontedSubject(&segment, before: index - 1, clauseStart: clauseStart)
            } else {
                setSubject(&segment, before: index, clauseStart: clauseStart)
            }
            if items[index].isName, index + 1 < items.count,
                [.preposition, .per].contains(items[index + 1].word), segments.last?.isPassive == true,
                isCoordinated(at: index, clauseStart: clauseStart)
            {
                segment.isPassive = true
            }
            if let subject = segment.subject, !subject.isPlural, subject.quantity == nil, isPluralVerb(index) {
                // `sheep are kept in flocks`
                segment.subject?.isPlural = true
            }
            if let subject = segment.subject {
                segment.isNegated =
                    items[span(min(clauseStart, index), index)].contains {
                        $0.range.upperBound == subject.start && $0.word == .not
                    } || isNone(subject)
            }
            segment.isReflexive = source.tokens[items[index].range.lowerBound].isReflexivePronoun
            segment.isRelative = segment.isRelative || items[index].word == .whose
            let verb = index
            index = readVerb(&segment, from: index)
            if let recipient = recipient(of: verb, segment, clauseStart, before: &index) { segment.subject = recipient }
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

    private func isPluralVerb(_ index: Int) -> Bool {
        ["are", "were", "have"].contains(source.tokens[items[index].range.lowerBound].folded)
    }

    func isClauseBreak(at index: Int) -> Bool {
        if isEnclosing(index) { return false }
        // `we lend out, so a loan has a day`, `deposit - a booking has one`
        let leadsOn = index > 0 && index + 1 < items.count && items[index + 1].word?.isDeterminer == true
        if leadsOn, items[index].isMark("-") || says(index, named: "so") { return true }
        return items[index].isMark(",", ";", ":", "—", "–", ".") || items[index].word == .and
            || items[index].word == .when
            || items[index].word == .relative
    }

    private func says(_ index: Int, named word: String) -> Bool {
        lexicon?.language == .english && items[index].range.count == 1
            && source.tokens[items[index].range.lowerBound].folded == word
    }

    /// Whether a comma is one of two around an adverb behind an entity: `la reina, a su vez, no puede …`.
    func isEnclosing(_ comma: Int) -> Bool {
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
        if startsOwnList(at: index, clauseStart: clauseStart) { return true }
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
        if isSavedAs(index) { return true }
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
        if isCoordinated(at: index, clauseStart: clauseStart) || goesOn(at: index, clauseStart: clauseStart)
            || isDoneByPronoun(index, clauseStart: clauseStart)
            || isBehindWhose(index, clauseStart: clauseStart)
        {
            return true
        }
        if relativeObject(at: index) != nil || isDoneBeside(index, clauseStart: clauseStart) { return true }
        if isElided(at: index, clauseStart: clauseStart) { return true }
        // `wards submit requests`: a word right after an entity at the beginning of a clause.
        guard items[index].isName, index > clauseStart else { return false }
        // `puts one rider forward for one round`
        if lexicon?.language == .english, says(index, [.particle]) { return false }
        if isParticiple(index), index + 2 < items.count, items[index + 1].isName, startsObject(at: index + 2) {
            return false
        }
        var before = index - 1
        while before > clauseStart, items[before].word == .skip || isParticiple(before) || isDative(before) {
            before -= 1
        }
        if isSecondOfKind(index, clauseStart: clauseStart) { return false }
        guard let mention = items[before].mention, starts(mention, clause: clauseStart) || isAfterRelative(index) else {
            return isFronted(at: index, clauseStart: clauseStart) || isInverted(at: index, clauseStart: clauseStart)
                || isAsked(at: index, clauseStart: clauseStart)
        }
        // In a list, `a customer number of 8 digits` is no clause.
        let again: ProseWord = lexicon?.language == .spanish ? .demonstrative : .same
        let isNamedAgain =
            mention.start < mention.range.lowerBound
            && lexicon?.prose.match(source.tokens, at: mention.start, where: { $0 == again }) != nil
        if leadsToBareFields(index), segments.isEmpty { return true }
        let isList = !isNamedAgain && segments.last.map { $0.verb == .has || $0.verb == .keep } ?? false
        if isList, segments.last?.objects.lowerBound == clauseStart { return false }
        for next in span(index + 1, min(index + 5, items.count)) where !isAside(next) {
            if next > index + 2, !isAside(next - 1) { return false }
            if startsObject(at: next) { return !isList || items[next].word != .preposition || isNamedTwice(before) }
            // `shops send us orders`
            guard items[next].isName || next == index + 1 && isUs(next) else { return false }
        }
        return false
    }

    /// Whether a verb asks for fields of what stands before it: `para cada perro pide nombre, raza y peso`.
    private func isAsked(at index: Int, clauseStart: Int) -> Bool {
        guard index > clauseStart + 1, items[index - 1].mention != nil,
            items[clauseStart].word == .preposition || items[clauseStart].word == .per
        else { return false }
        return leadsToBareFields(index)
    }

    /// Whether a Spanish sentence begins with a verb whose subject is what was spoken of: `trabaja en varias zonas`.
    private func isElided(at index: Int, clauseStart: Int) -> Bool {
        guard let lexicon, lexicon.language == .spanish, index == 0, clauseStart == 0, items[index].isName,
            items.count > 3,
            items[1].word == .preposition, leadsToMention(1),
            let mention = items.lazy.compactMap(\.mention).first, [.many, .one, .article].contains(mention.quantity),
            mention.start == items[1].range.upperBound
        else { return false }
        let word = source.tokens[items[index].range.lowerBound].folded
        return items[index].range.count == 1 && ["a", "e", "an", "en"].contains(where: word.hasSuffix)
            && lexicon.fieldItem(for: word) == nil && lexicon.entity(named: lexicon.inflector.singular(of: word)) == nil
    }

    /// Whether usual fields without articles follow a word: `los clientes dejan nombre, correo y teléfono`.
    private func leadsToBareFields(_ index: Int) -> Bool {
        guard let lexicon, lexicon.language == .spanish, index + 2 < items.count, items[index + 1].isName,
            items[index + 2].isMark(",") || items[index + 2].word == .and
        else { return false }
        let word = source.tokens[items[index].range.lowerBound].folded
        return ["an", "en", "a", "e"].contains(where: word.hasSuffix) && lexicon.fieldItem(for: word) == nil
            && lexicon.hasField(named: source.words(items[index + 1].range).lowercased())
    }

    /// Whether a word only tells the second of two of a kind apart: `un equipo local y un equipo visitante en una pista`.
    private func isSecondOfKind(_ index: Int, clauseStart: Int) -> Bool {
        guard lexicon?.language == .spanish, clauseStart > 2, items[clauseStart - 1].word == .and,
            let second = items[index - 1].mention, items[clauseStart - 2].isName,
            let first = items[clauseStart - 3].mention
        else { return false }
        return first.entity == second.entity && first.quantity == .article && second.quantity == .article
    }

    /// Whether somebody of ours is who something is done for: `us`.
    private func isUs(_ index: Int) -> Bool {
        items[index].word == .we && ["us", "me"].contains(source.tokens[items[index].range.lowerBound].folded)
    }

    /// Whether a Spanish participle says which ones are meant: `los vecinos interesados presentan …`.
    private func isParticiple(_ index: Int) -> Bool {
        guard index > 0, items[index].isName, items[index - 1].mention?.isPlural == true else { return false }
        let word = source.tokens[items[index].range.lowerBound].folded
        return ["ados", "idos", "adas", "idas"].contains(where: word.hasSuffix)
    }

    /// Whether it says that something is done for us: `un proveedor nos vende …`.
    private func isDative(_ index: Int) -> Bool {
        items[index].word == .we && lexicon?.language == .spanish && items[index - 1].mention != nil
            && ["nos", "me"].contains(source.tokens[items[index].range.lowerBound].folded)
    }

    func isOurVerb(at index: Int) -> Bool {
        items[index].isName && ours.contains(items[index].range.lowerBound)
    }

    /// Whether a verb goes on with the subject before it: `is taken from a sample and follows one method`.
    func isCoordinated(at index: Int, clauseStart: Int) -> Bool {
        guard items[index].isName, index == clauseStart, index > 1, index + 1 < items.count,
            items[index - 1].word == .and, let last = segments.last, last.subject != nil || last.isOurs,
            !isList(last, at: index)
        else { return false }
        let leads = items[index + 1].word
        if last.isPassive, leads == .preposition || leads == .per && lexicon?.language == .spanish {
            return leadsToMention(index + 1)
        }
        guard leads?.isDeterminer == true, leadsToMention(index), last.subject?.isPlural != true else { return false }
        return source.tokens[items[index].range.lowerBound].folded.hasSuffix("s")
    }

    /// Whether what follows belongs to an entity: `the customer's name`.
    func isPossessive(after index: Int) -> Bool {
        items[(index + 1)...].first { $0.word?.isDeterminer != true }?.mention?.isPossessive ?? false
    }

    /// The entity that a clause between commas speaks of, and the one behind it too: `operators, known by their name, are …`.
    func apposed(at index: Int, clauseStart: Int) -> Mention? {
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
    func interrupted(at clauseStart: Int) -> Mention? {
        guard segments.allSatisfy({ $0.isRelative && lexicon?.language == .spanish }), clauseStart > 2,
            items[clauseStart - 1].isMark(",", "—", "–"),
            let head = items.firstIndex(where: { $0.mention != nil }), let mention = items[head].mention,
            starts(mention, clause: 0), head + 2 < clauseStart, items[head + 1].isMark(",", "—", "–"),
            !items[(head + 2)..<(clauseStart - 1)].contains(where: { item in
                item.isMark(",", ";", ":")
                    || item.mention != nil && items[head + 2].word != .relative && !isOnePer(head + 2)
            })
        else { return nil }
        return mention
    }

    /// Whether it is said that there is one of it for each of something: `uno por calibración`.
    private func isOnePer(_ index: Int) -> Bool {
        lexicon?.language == .spanish && index + 1 < items.count && items[index + 1].word == .per
            && ["uno", "una"].contains(source.tokens[items[index].range.lowerBound].folded)
    }

    /// Whether an item is an adverb, or a comma beside one: `directs, in turn, several tournaments`.
    func isAside(_ index: Int) -> Bool {
        if items[index].word == .skip { return true }
        let neighbours = [index - 1, index + 1].filter(items.indices.contains)
        return items[index].isMark(",") && neighbours.contains { items[$0].word == .skip }
    }

    /// Whether a condition between commas stands between a verb behind *se* and its object: `se emite, si procede, una carta`.
    func isAside(behind index: Int, of start: Int) -> Bool {
        source.tokens[items[start].range.lowerBound].isReflexivePronoun && index + 4 < items.count
            && items[index + 1].isMark(",") && items[index + 2].attribute != nil && items[index + 3].isMark(",")
            && startsObject(at: index + 4)
    }

    func isAfterRelative(_ index: Int) -> Bool { index > 0 && items[index - 1].word == .relative }

    func startsObject(at index: Int) -> Bool {
        if items[index].mention != nil { return true }
        return items[index].word?.startsObject ?? false
    }

    /// Whether nothing but words that belong to it stands between the beginning of the clause and a mention.
    func starts(_ mention: Mention, clause: Int) -> Bool {
        let first = clause < items.count ? items[clause].range.lowerBound : 0
        var token = first
        for item in items[clause...] where item.range.lowerBound < mention.start {
            guard item.word == .skip || item.word == .relative || item.word == .not else { return false }
            token = item.range.upperBound
        }
        return token <= mention.start || mention.start <= first
    }

    /// `to` of `courts to have a number`.
    func isTo(_ index: Int) -> Bool {
        items[index].word == .preposition && source.tokens[items[index].range.lowerBound].folded == "to"
    }

    /// Whether a verb of having only makes a passive of the participle behind it.
    func isGotten(_ index: Int) -> Bool {
        guard let lexicon, index + 2 < items.count, items[index + 1].isName,
            lexicon.prose.match(source.tokens, at: items[index].range.lowerBound, where: { $0 == .gets }) != nil
        else { return false }
        let isDone = source.tokens[items[index + 1].range.lowerBound].folded.hasSuffix("ed")
        guard items[index + 2].word == .preposition else {
            // `batches get moved around`
            return isDone && (items[index + 2].isMark(".", ",") || items[index + 2].isName)
        }
        return isDone || leadsToMention(index + 2)
    }

    /// Whether an entity follows a preposition: `they are all on a single team`.
    func leadsToMention(_ index: Int) -> Bool {
        let next = items[(index + 1)...].firstIndex { $0.word?.isDeterminer != true && $0.word != .skip }
        guard let next else { return false }
        if items[next].isName, next + 1 < items.count, let mention = items[next + 1].mention {
            // `goes from a first stop`
            return lexicon?.language == .english && mention.modifier?.lowerBound == items[next].range.lowerBound
        }
        return items[next].mention != nil
    }
}
