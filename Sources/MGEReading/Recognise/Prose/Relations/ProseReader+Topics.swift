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

    /// What a sentence speaks of whose two clauses name each other's subjects: `un pedido incluye varios platos y un plato puede
    /// estar en muchos pedidos`, `an incident affects components, and a component goes through many incidents`.
    func mutualTopic(_ segments: [Segment], _ sentence: ProseSentence) -> Mention? {
        let clauses = segments.filter { $0.subject != nil && !$0.isRelative && !$0.isOurs }
        guard clauses.count == 2, let first = clauses[0].subject,
            let second = clauses[1].subject, first.entity != second.entity, !first.isPlural,
            sentence.mentions(in: clauses[0].objects).contains(where: { $0.mention.entity == second.entity }),
            sentence.mentions(in: clauses[1].objects).contains(where: { $0.mention.entity == first.entity })
                || lexicon.language == .spanish && clauses[1].isPossible
                    && sentence.mentions(in: clauses[1].objects).isEmpty
                    && clauses[1].objects.contains(where: { sentence.items[$0].word == .many })
        else { return nil }
        return first
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
