import MGECore
import MGELayers

extension ProseReader {
    /// `a mother and a father, who are persons`, `a first and a second spouse, both persons`: two roles.
    mutating func readSaidOfTwo(
        _ part: Range<Int>, _ progress: inout ListProgress, _ sentence: ProseSentence
    ) -> Bool {
        let tokens = sentence.source.tokens
        guard part.count > 1, let fields = lastTwo(of: progress.owner),
            let (index, target) = sentence.mentions(in: part).first, target.isPlural
        else { return false }
        let first = sentence.items[part.lowerBound]
        let isClause =
            first.word == .relative && part.count > 2
            && ["are", "were", "son", "eran"].contains(
                tokens[sentence.items[part.lowerBound + 1].range.lowerBound].folded)
            && span(part.lowerBound + 2, index).allSatisfy {
                sentence.items[$0].word?.isDeterminer == true || sentence.items[$0].word == .skip
            }
        let isBoth = lexicon.prose.match(tokens, at: first.range.lowerBound, where: { $0 == .lastTwo }) != nil
        let isFrom =
            isBoth && span(part.lowerBound + 1, index).contains { sentence.items[$0].word == .preposition }
        guard isClause || isFrom || isBoth && index == part.lowerBound + 1 else { return false }
        makeRoles(of: fields, target, part, sentence, isPossible: progress.isPossible)
        (progress.last, progress.names) = (nil, [])
        if lexicon.language == .spanish, isClause, index + 2 < part.upperBound, sentence.items[index + 1].word == .with,
            sentence.items[index + 2].isName
        {
            // `un conductor y un editor, que son empleados con nombre y correo`
            readList(span(index + 2, progress.upperBound), of: target, sentence, depth: progress.depth + 1)
            progress.finish()
        }
        return true
    }

    /// The two fields of an entity that were read last.
    func lastTwo(of owner: Mention?) -> [(entity: Int, name: String)]? {
        guard recent.count == 2, recent[0].entity == recent[1].entity else { return nil }
        return owner.map { $0.entity == recent[0].entity } ?? true ? recent : nil
    }

    /// Makes references of what was taken for fields.
    mutating func makeRoles(
        of fields: [(entity: Int, name: String)], _ target: Mention, _ part: Range<Int>, _ sentence: ProseSentence,
        isPossible: Bool = false
    ) {
        for field in fields {
            guard let item = facts.field(named: field.name, of: field.entity), mayBePlayed(field.name) else { continue }
            facts.remove(field.name, of: field.entity)
            facts.add(
                ProseFacts.Evidence(
                    kind: .one, source: field.entity, target: target.entity,
                    role: Located(text: field.name, place: item.name.place),
                    isOptional: item.optional != nil || isPossible, words: sentence.located(target.range)))
            isUsed = true
        }
        recent = []
    }

    /// Whether the name of a field is no usual one of a moment or a number: `an end time`.
    private func mayBePlayed(_ name: String) -> Bool {
        let values: Set<FieldTypeName> = [.date, .time, .datetime, .integer, .decimal, .boolean]
        let usual = lexicon.fieldItem(for: name).map { Tokenizer.tokenize(LocatedText($0)).tokens } ?? []
        return !(usual.first.flatMap { lexicon.types.meaning(of: [$0]) }.map(values.contains) ?? false)
    }

    /// `both are unique`, `both are members`: said of the two fields before.
    mutating func readBoth(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, segment.verb == .be, !segment.isNegated, segment.topic.count < 4,
            span(max(0, segment.topic.lowerBound - 3), segment.topic.upperBound).contains(where: { says($0, sentence) }
            ),
            let fields = lastTwo(of: nil)
        else { return false }
        if let (_, target) = sentence.mentions(in: segment.objects).first, target.isPlural {
            makeRoles(of: fields, target, segment.objects, sentence)
            return true
        }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, sentence.tokens(segment.objects), lexicon: lexicon)
        guard !attributes.isEmpty else { return false }
        let lexicon = lexicon
        for field in fields {
            facts.update(field.entity, named: field.name) { attributes.apply(to: &$0, lexicon: lexicon) }
        }
        isUsed = true
        return true
    }

    /// Whether an item stands for the two fields named last.
    func says(_ index: Int, _ sentence: ProseSentence) -> Bool {
        lexicon.prose.match(
            sentence.source.tokens, at: sentence.items[index].range.lowerBound, where: { $0 == .lastTwo }) != nil
    }

    /// `trench supervisors and draughtsmen are all persons`: what was read as fields refers to these.
    mutating func readRoleKinds(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, segment.verb == .be, segment.subject == nil, !segment.isNegated,
            let target = segment.objects.first(where: {
                items[$0].word != .skip && items[$0].word?.isDeterminer != true
            }), let mention = items[target].mention, mention.isPlural,
            target + 1 == segment.objects.upperBound || items[target + 1].isMark(".", ",", ";")
                || items[target + 1].word == .skip || items[target + 1].word == .as
        else { return false }
        var start = segment.topic.upperBound
        while start > 0,
            items[start - 1].isName || items[start - 1].mention != nil || items[start - 1].isMark(",")
                || items[start - 1].word == .and || items[start - 1].word?.isDeterminer == true
        {
            start -= 1
        }
        var isFound = false
        for part in ProseList(span(start, segment.topic.upperBound), of: sentence, lexicon: lexicon).parts {
            guard let last = part.last, items[last].isName else { continue }
            let name = lexicon.inflector.singular(of: sentence.source.words(items[last].range).lowercased())
            for field in facts.fields(named: name) where field.entity != mention.entity {
                guard let item = facts.field(named: field.name, of: field.entity), item.type?.arguments == nil else {
                    continue
                }
                facts.remove(field.name, of: field.entity)
                facts.add(
                    ProseFacts.Evidence(
                        kind: .one, source: field.entity, target: mention.entity,
                        role: Located(text: field.name, place: item.name.place), isOptional: item.optional != nil,
                        words: sentence.located(mention.range)))
                (isFound, isUsed) = (true, true)
            }
        }
        if isFound, let with = span(target, items.count).first(where: { items[$0].word == .with }), with < target + 3 {
            readList(span(with + 1, items.count), of: mention, sentence)
        }
        return isFound
    }

    /// `a marriage joins a first spouse and a second spouse, both persons`: a list of roles.
    mutating func readJoinedRoles(_ segment: Segment, _ subject: Mention, _ sentence: ProseSentence) -> Bool {
        let mentions = sentence.mentions(in: segment.objects)
        guard lexicon.language == .english, joins(segment), let (index, mention) = mentions.first, mention.isPlural,
            index > segment.objects.lowerBound + 2,
            lexicon.prose.match(
                sentence.source.tokens, at: sentence.items[index - 1].range.lowerBound, where: { $0 == .lastTwo })
                != nil
        else { return false }
        readList(segment.objects, of: subject, sentence)
        return true
    }
}
