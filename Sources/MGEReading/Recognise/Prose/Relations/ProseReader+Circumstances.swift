import MGECore
import MGELayers

extension ProseReader {
    /// `adopters fill in their name and an address`: a verb that says nothing here, before a list of fields.
    /// - Returns: whether it is one, which the first part of the list, and a field that is known, decide.
    mutating func readUnknownVerb(_ segment: Segment, _ subject: Mention, _ sentence: ProseSentence) -> Bool {
        guard segment.verb == nil, !segment.isPassive, !segment.isNegated else { return false }
        var objects = segment.objects
        if let first = objects.first, sentence.items[first].word == .preposition { objects = objects.dropFirst() }
        let parts = ProseList(objects, of: sentence, lexicon: lexicon).parts
        guard parts.count > 1, sentence.mentions(in: parts[0]).isEmpty,
            parts.contains(where: { knownField($0, sentence) != nil }), !isMadeBy(subject, segment, sentence)
        else { return false }
        readList(objects, of: subject, sentence)
        return true
    }

    /// `a treatment is given to an animal by a vet, on some date and at a cost`: what stands after prepositions and is a
    /// field as a rule is one here.
    mutating func readCircumstances(_ range: Range<Int>, of subject: Mention, _ sentence: ProseSentence) {
        for first in range where sentence.items[first].word == .preposition && first + 1 < range.upperBound {
            guard sentence.items[first + 1].word == .article else { continue }
            let end = span(first + 2, range.upperBound).first { index in
                let item = sentence.items[index]
                return !item.isName && item.word != .skip && item.attribute == nil && !item.isNumber
            }
            // `from a departure port`
            if let end, sentence.items[end].mention != nil, lexicon.language == .english { continue }
            guard let field = knownField(span(first + 1, end ?? range.upperBound), sentence) else { continue }
            facts.add(field, to: subject.entity)
            lastField = (subject.entity, field.name.text)
            isUsed = true
        }
    }

    /// `a line covers one product, the quantity and the agreed price`: the fields beside one entity that a verb leads to.
    mutating func readBeside(
        _ range: Range<Int>, of subject: Mention, _ segment: Segment, _ sentence: ProseSentence
    ) {
        guard lexicon.language == .english, segment.verb == nil, !segment.isPassive, !segment.isPossible else { return }
        let parts = ProseList(range, of: sentence, lexicon: lexicon).parts
        guard parts.count > 1, let first = sentence.mentions(in: parts[0]).first?.mention,
            first.start == sentence.items[range.lowerBound].range.lowerBound, !first.isMany
        else { return }
        let fields = parts.dropFirst()
        guard fields.allSatisfy({ sentence.items[$0.lowerBound].word?.isDeterminer == true }),
            fields.contains(where: { knownField($0, sentence) != nil }),
            fields.allSatisfy({ sentence.mentions(in: $0).isEmpty }), let second = fields.first
        else { return }
        readList(span(second.lowerBound, range.upperBound), of: subject, sentence)
    }

    /// What tells something from others within a scope is unique together with that: `identified within its site by a number`.
    mutating func addScope(
        _ scope: Mention, ofFirstIn list: Range<Int>, of subject: Mention, _ sentence: ProseSentence
    ) {
        guard let part = ProseList(list, of: sentence, lexicon: lexicon).parts.first,
            let field = knownField(part, sentence)
        else { return }
        let other = Located(
            text: candidates.candidates[scope.entity].name, place: sentence.source.tokens[scope.range.lowerBound].place)
        facts.add(UniqueGroup(names: [field.name, other], place: field.name.place), to: subject.entity)
    }

    /// Whether a bare list begins with a date or a time, which only what happens has: `una salida es de un bus en una ruta con
    /// fecha y hora`.
    func leadsToMoment(_ index: Int, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, index < sentence.items.count, sentence.items[index].isName else {
            return false
        }
        let name = sentence.source.words(sentence.items[index].range).lowercased()
        let usual = lexicon.fieldItem(for: name) ?? ""
        return usual.hasPrefix("date") || usual.hasPrefix("time")
    }

    /// Whether a name, or how somebody is reached, stands at an item: `nombre y país`, `teléfono y correo`.
    func leadsToContact(_ index: Int, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, index < sentence.items.count, sentence.items[index].isName else {
            return false
        }
        let token = sentence.items[index].range.lowerBound
        return sentence.source.tokens[token].folded == "nombre"
            || lexicon.prose.match(sentence.source.tokens, at: token, where: { $0 == .contact }) != nil
    }

    /// Whether a bare list behind a comma, or behind several things, holds a usual field: `una estación monta sensores, con
    /// fabricante y número de serie`, `los clientes abren tickets con asunto y prioridad (alta, baja)`.
    func holdsField(behind with: Int, _ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard with + 1 < segment.objects.upperBound else { return false }
        let (before, next) = (sentence.items[with - 1], sentence.items[with + 1])
        let isOfSeveral = before.mention?.isPlural == true && before.mention?.quantity != .definite
        guard isOfSeveral || lexicon.language == .spanish && before.isMark(","),
            next.isName || isOfSeveral && next.word == .article
        else { return false }
        let parts = ProseList(span(with + 1, segment.objects.upperBound), of: sentence, lexicon: lexicon).parts
        return parts.count > 1
            && parts.contains { part in
                knownField(part, sentence) != nil
                    || lexicon.language == .spanish && sentence.mentions(in: part).isEmpty
                        && !attributes(of: part, sentence).isEmpty
            }
    }

    /// Whether a list is of the subject, as it was told before what its object has: `un canal tiene nombre; una alarma vigila un
    /// canal, con umbral decimal y gravedad`.
    func isToldOf(_ subject: Mention, _ object: Mention, _ segment: Segment) -> Bool {
        lexicon.language == .spanish && segment.verb == nil && subject.quantity == .article && !object.isPlural
            && [.article, .one].contains(object.quantity) && !creates(segment)
            && facts.facts[subject.entity].fields.isEmpty && !facts.facts[object.entity].fields.isEmpty
    }

    /// Whether nothing else is possible: `un socio solo puede pertenecer a un club`.
    func isOnlyPossible(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let verb = segment.topic.upperBound
        guard lexicon.language == .spanish, verb > 0, verb < sentence.items.count,
            sentence.items[verb - 1].word == .skip
        else { return false }
        let word = sentence.source.tokens[sentence.items[verb - 1].range.lowerBound].folded
        return ["solo", "unicamente", "solamente"].contains(word)
    }

    /// Whether a list begins with a usual field.
    func leadsToField(_ range: Range<Int>, _ sentence: ProseSentence) -> Bool {
        ProseList(range, of: sentence, lexicon: lexicon).parts.first.map { knownField($0, sentence) != nil } ?? false
    }

    /// The field that a part of a sentence names, when its name is a usual one.
    func knownField(_ part: Range<Int>, _ sentence: ProseSentence) -> FieldItem? {
        guard !part.isEmpty, sentence.mentions(in: part).isEmpty,
            let field = FieldPhraseReader(sentence.source, reader: reader).field(sentence.tokens(part)),
            lexicon.fieldItem(for: field.name.text) != nil || endsWithType(field.name.text)
        else { return nil }
        return field
    }

    /// Whether the last word of a name is one for a type: `position number`.
    private func endsWithType(_ name: String) -> Bool {
        Tokenizer.tokenize(LocatedText(name)).tokens.last.map { lexicon.types.meaning(of: [$0]) != nil } ?? false
    }
}
