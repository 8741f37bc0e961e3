import MGECore
import MGELayers

extension ProseReader {
    /// The topics that stand before that of a verb: `de los cursos y de los profesores apuntamos el nombre`.
    func topics(beside segment: Segment, _ sentence: ProseSentence) -> [Mention] {
        guard lexicon.language == .spanish,
            sentence.items[segment.topic].first?.word == .preposition
                || sentence.items[segment.topic].first?.word?.isDeterminer == true,
            sentence.items.first?.word == .preposition, segment.topic.lowerBound > 1,
            sentence.items[segment.topic.lowerBound - 1].word == .and,
            sentence.items[..<segment.topic.lowerBound].allSatisfy({ item in
                item.mention != nil || item.isMark(",")
                    || item.word.map { $0.isDeterminer || $0 == .preposition || $0 == .and } ?? false
            })
        else { return [] }
        return sentence.mentions(in: 0..<segment.topic.lowerBound).map(\.mention)
    }

    /// What a pronoun behind a preposition takes up within a sentence: `cada curso es de un profesor y en él entran alumnos`.
    func resumed(in topic: Range<Int>, _ sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .spanish, topic.count > 1,
            [.it, .they].contains(sentence.items[topic.lowerBound + 1].word)
        else { return nil }
        return sentence.mentions(in: 0..<topic.lowerBound).first?.mention ?? antecedent
    }

    /// Whether it is said that something has one of what was named before: `…, and a piano has at most one`.
    func hasOneOnly(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, segment.verb == .has, let first = segment.objects.first,
            [.one, .maybeOne].contains(sentence.items[first].word)
        else { return false }
        return segment.objects.dropFirst().allSatisfy { sentence.items[$0].isMark(".", ",", ";", "!") }
    }

    /// `a reminder belongs to a piano, and a piano has at most one`: one of one each.
    mutating func readOneOnly(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard hasOneOnly(segment, sentence), let subject = segment.subject,
            let several = sentence.mentions(in: span(0, segment.topic.lowerBound)).map(\.mention).first(where: {
                $0.entity != subject.entity
            }), facts.makeAlone(several.entity, subject.entity)
        else { return false }
        isUsed = true
        return true
    }

    /// What a sentence speaks of whose two clauses name each other's subjects: `un pedido incluye varios platos y un plato puede
    /// estar en muchos pedidos`, `an incident affects components, and a component goes through many incidents`.
    func mutualTopic(_ segments: [Segment], _ sentence: ProseSentence) -> Mention? {
        let clauses = segments.filter { segment in
            let isLabel = segment.objects.isEmpty || sentence.items[segment.objects.lowerBound - 1].isMark(":")
            return segment.subject != nil && !segment.isRelative && !segment.isOurs && !isLabel
        }
        guard clauses.count == 2, let first = clauses[0].subject,
            let second = clauses[1].subject, first.entity != second.entity, !first.isPlural,
            sentence.mentions(in: clauses[0].objects).contains(where: { $0.mention.entity == second.entity }),
            sentence.mentions(in: clauses[1].objects).contains(where: { $0.mention.entity == first.entity })
                || lexicon.language == .spanish && clauses[1].isPossible
                    && sentence.mentions(in: clauses[1].objects).isEmpty
                    && clauses[1].objects.contains(where: { sentence.items[$0].word == .many })
                || hasOneOnly(clauses[1], sentence) || isGivenSome(clauses[1], sentence)
        else { return nil }
        if lexicon.language == .english, let label = sentence.items.first?.mention, sentence.items.count > 1,
            sentence.items[1].isMark(":", "-", "–", "—"), label.entity == second.entity
        {
            // `deposit - every booking has one deposit, every deposit is for one booking`
            return label
        }
        return first
    }

    /// Several who do something with what was spoken of, behind their verb: `los arreglan los mecánicos`.
    func severalDoers(_ sentence: ProseSentence) -> Mention? {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, tokens.count > 3, ["lo", "la", "los", "las"].contains(tokens[0].folded),
            ["an", "en"].contains(where: tokens[1].folded.hasSuffix), ["los", "las"].contains(tokens[2].folded),
            let first = sentence.mentions.first, first.start == 2, first.isPlural
        else { return nil }
        return first
    }

    /// Whether it is said of how many something is the receiver that was named before: `…, y a un cuerpo se le practica a lo sumo
    /// una`.
    private func isGivenSome(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        lexicon.language == .spanish && segment.isReflexive && sentence.mentions(in: segment.objects).isEmpty
            && sentence.items[segment.topic].first?.word == .preposition && segment.objects.count < 6
    }

    /// The thing that somebody does something to in a sentence, which `it` stands for in the next: `a resident can file an
    /// appeal; it has a date`.
    func thingDoneTo(_ segments: [Segment], _ sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .english, let last = segments.last, !last.isNegated,
            last.verb == nil || last.verb == .has,
            !last.isPassive, let subject = last.subject, isAgent(subject.entity) || creates(last)
        else { return nil }
        let things = sentence.mentions(in: last.objects).map(\.mention).filter { !isAgent($0.entity) }
        guard let first = things.first, first.quantity == .article || first.quantity == .one, !first.isPlural else {
            return nil
        }
        return first
    }
}
