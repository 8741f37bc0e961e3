import MGECore
import MGELayers

extension ProseReader {
    /// `deleting a turbine cascades to its components but is refused while it has work orders`: two rules.
    private mutating func readRefusal(
        behind first: Int, of deleted: Mention, _ others: [Mention], _ sentence: ProseSentence
    ) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, said.contains(.refused),
            let but = sentence.items.indices.first(where: {
                $0 > first && ["but", "whereas"].contains(tokens[sentence.items[$0].range.lowerBound].folded)
            })
        else { return false }
        let end = sentence.items[but].range.lowerBound
        for other in others {
            let rule: Relationship.Deletion = other.range.lowerBound < end ? .cascade : .restrict
            facts.setDeletion(rule, ofTarget: deleted.entity, source: other.entity, at: sentence.source.place)
        }
        isUsed = true
        return true
    }

    /// `si se borra el usuario, el responsable queda a null`: the reference is named by its role.
    private mutating func setNull(_ deleted: Mention, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        for index in tokens.indices where reader.word(tokens, at: index)?.meaning == .definite {
            guard let phrase = reader.nounPhrase(tokens, from: index + 1) else { continue }
            let role = sentence.source.words(phrase).foldedForComparison
            let found = facts.evidence.last { $0.target == deleted.entity && $0.role?.text.foldedForComparison == role }
            guard let found else { continue }
            facts.setDeletion(
                .setNull, ofTarget: deleted.entity, source: found.source, at: sentence.source.place)
            isUsed = true
            return true
        }
        return false
    }

    /// `when a member is deleted, their engines stay without an owner and their wagons are deleted`: one rule for each.
    private mutating func setEach(
        _ others: [Mention], _ deleted: Mention, behind first: Int, _ sentence: ProseSentence
    ) -> Bool {
        let tokens = sentence.source.tokens
        let middle = (others[0].range.upperBound..<max(others[0].range.upperBound, others[1].range.lowerBound)).last {
            lexicon.prose.match(tokens, at: $0, where: { $0 == .and }) != nil
        }
        let start = sentence.items[first].range.upperBound
        guard let middle, start <= others[0].range.lowerBound else { return false }
        func holds(_ word: ProseWord, _ range: Range<Int>) -> Bool {
            range.contains { lexicon.prose.match(tokens, at: $0, where: { $0 == word }) != nil }
        }
        let clauses = [start..<middle, middle..<tokens.count]
        let isLeft = clauses.map { holds(.without, $0) }
        guard isLeft[0] != isLeft[1], holds(.delete, clauses[isLeft[0] ? 1 : 0]) else { return false }
        for (other, isLeft) in zip(others, isLeft) {
            facts.setDeletion(
                isLeft ? .setNull : .cascade, ofTarget: deleted.entity, source: other.entity, at: sentence.source.place)
        }
        return true
    }

    /// `…, pero no se puede eliminar si tiene facturas`: of what the clause before spoke.
    private mutating func readElided(_ other: Mention, behind verb: Int, _ sentence: ProseSentence) -> Bool {
        let index = sentence.items.firstIndex { $0.mention == other } ?? 0
        // `pero si tiene papeletas no me deje borrarla`
        let lead = index > verb ? span(verb + 1, index) : span(0, index)
        guard lexicon.language == .spanish, let target = lastDeleted, target.entity != other.entity,
            lead.contains(where: { [.has, .with].contains(sentence.items[$0].word) })
                || sentence.tokens(lead).contains(where: {
                    lexicon.prose.match(sentence.source.tokens, at: $0, where: { $0 == .has || $0 == .condition })
                        != nil
                })
        else { return false }
        facts.add(
            ProseFacts.Evidence(
                kind: .one, source: other.entity, target: target.entity, isWeak: true,
                words: sentence.located(other.range)))
        facts.setDeletion(.restrict, ofTarget: target.entity, source: other.entity, at: sentence.source.place)
        isUsed = true
        return true
    }

    /// `ni los vuelos ni los clientes con reservas pueden borrarse`: a rule for each of them.
    private mutating func readNeitherNor(_ sentence: ProseSentence, before verb: Int) -> Bool {
        let items = sentence.items
        guard lexicon.language == .spanish,
            sentence.source.tokens.count(where: { $0.folded == "ni" }) > 1,
            let with = items[..<verb].lastIndex(where: { $0.word == .with || $0.word == .has }),
            let kept = sentence.mentions(in: span(with, verb)).first?.mention
        else { return false }
        let targets = sentence.mentions(in: 0..<with).map(\.mention).filter { $0.entity != kept.entity }
        guard targets.count > 1 else { return false }
        for target in targets { refuse(deletionOf: target, with: kept, sentence) }
        return true
    }

    /// Whether none of something is deleted: `ningún socio puede eliminarse mientras tenga recibos`.
    private func saysNone(_ sentence: ProseSentence) -> Bool {
        lexicon.language == .spanish
            && sentence.source.tokens.contains { $0.folded == "ningun" || $0.folded == "ninguna" }
    }

    /// `no se permite borrar un chófer que tenga rutas, ni un autobús con averías`: a rule for each of them.
    private mutating func readAlternatives(_ sentence: ProseSentence, behind verb: Int) -> Bool {
        let items = sentence.items
        guard lexicon.language == .spanish,
            let joint = items.lastIndex(where: { $0.word == .not }), joint > verb,
            sentence.source.tokens[items[joint].range.lowerBound].folded == "ni"
        else { return false }
        let pairs = [span(verb, joint), span(joint, items.count)].map { sentence.mentions(in: $0).map(\.mention) }
        guard pairs.allSatisfy({ $0.count == 2 }) else { return false }
        for pair in pairs { refuse(deletionOf: pair[0], with: pair[1], sentence) }
        return true
    }

    /// `un comprador con contratos no puede borrarse; un lote con entregas tampoco`.
    mutating func readNotEither(_ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, lastDeleted != nil, sentence.mentions.count == 2,
            let last = sentence.items.last(where: { !$0.isMark(".", ";") }),
            sentence.source.tokens[last.range.lowerBound].folded == "tampoco",
            sentence.items.contains(where: { $0.word == .with || $0.word == .has })
        else { return false }
        refuse(deletionOf: sentence.mentions[0], with: sentence.mentions[1], sentence)
        return true
    }

    private mutating func refuse(deletionOf target: Mention, with source: Mention, _ sentence: ProseSentence) {
        facts.add(
            ProseFacts.Evidence(
                kind: .one, source: source.entity, target: target.entity, isWeak: true,
                words: sentence.located(target.range)))
        facts.setDeletion(.restrict, ofTarget: target.entity, source: source.entity, at: sentence.source.place)
        isUsed = true
    }

    /// `cada pasajero pertenece a una reserva y se borra con ella: nombre, peso y asiento`, `each seat stands in one hall and is
    /// deleted with it`: what goes with what it belongs to.
    /// - Returns: whether the sentence says so beside something else.
    func goesWith(_ sentence: ProseSentence) -> (source: Mention, target: Mention)? {
        let items = sentence.items
        guard let verb = items.firstIndex(where: { $0.word == .delete }), verb > 3,
            let pronoun = span(verb + 1, min(verb + 4, items.count)).first(where: {
                items[$0].word == .it || items[$0].word == .they
            }),
            items[pronoun - 1].word == .with || items[pronoun - 1].word == .along
                || sentence.source.tokens[items[verb].range.upperBound - 1].folded == "con",
            let source = items[..<verb].first(where: { $0.mention != nil })?.mention,
            items[..<verb].contains(where: { $0.word == .belongs })
                || items[0].word == .each && items[1].mention == source
        else { return nil }
        let word = sentence.source.tokens[items[pronoun].range.lowerBound].folded
        let isPlural = lexicon.language == .english ? word == "them" : word.hasSuffix("s")
        let target = sentence.mentions(in: 0..<verb).last { $0.mention.entity != source.entity }?.mention
        return target.flatMap { $0.isPlural == isPlural ? (source, $0) : nil }
    }

    /// Whether what is spoken of goes with the only other one: `los artículos se borran con su ejemplar`.
    private func goesAlong(_ others: [Mention], behind verb: Int, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, others.count == 1, let other = others.first else { return false }
        let tokens = sentence.source.tokens
        let end = sentence.items[verb].range.upperBound
        let with = [end - 1, end].first { tokens.indices.contains($0) && tokens[$0].folded == "con" }
        return with.map { (1...2).contains(other.range.lowerBound - $0) } ?? false
    }

    /// Whether `not` stands right before an entity.
    private func isSaidNot(_ mention: Mention, _ sentence: ProseSentence) -> Bool {
        mention.start > 0 && sentence.source.tokens[mention.start - 1].folded == "not"
    }

    /// Whether only a relative clause speaks of deletion: `tiene puntos con un valor, que se borran con ella`.
    func isDeletedAside(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .spanish, let verb = items.firstIndex(where: { $0.word == .delete }), verb > 2,
            let lead = items[..<verb].last(where: { $0.word != .be && $0.word != .skip })
        else { return false }
        let has = items[..<verb].contains { $0.word == .has || $0.word == .keep || $0.word == .weHave }
        return lead.word == .relative && has
    }

    /// What is deleted first, where it is said last: `las fichas se eliminan cuando se elimina su socio`.
    private func causeOfDeletion(_ deletes: [Int], _ sentence: ProseSentence) -> Mention? {
        let items = sentence.items
        guard lexicon.language == .spanish, deletes.count == 2, sentence.mentions.count == 2,
            sentence.mentions[0].entity != sentence.mentions[1].entity,
            let gone = sentence.mentions(in: 0..<deletes[0]).first, gone.index < deletes[0],
            let cause = sentence.mentions(in: span(deletes[1], items.count)).first?.mention,
            span(deletes[0] + 1, deletes[1]).contains(where: { items[$0].word == .when }),
            !items.contains(where: { $0.word == .not })
        else { return nil }
        return cause
    }

    /// `customers with bicycles cannot be deleted`, `when a hive is deleted, its inspections are deleted too`.
    /// - Returns: whether the sentence says so.
    mutating func readDeletion(_ sentence: ProseSentence, _ segments: [Segment]) -> Bool {
        let deletes = sentence.items.indices.filter { sentence.items[$0].word == .delete }
        guard let first = deletes.first else { return false }
        if readNeitherNor(sentence, before: first) { return true }
        let mentions = sentence.mentions(in: sentence.items.indices)
        let isSpared = mentions.contains { isSaidNot($0.mention, sentence) } && lexicon.language == .english
        let isNegated =
            sentence.items.count(where: { $0.word == .not }) > (isSpared ? 1 : 0) || said.contains(.refused)
            || saysNone(sentence)
        if readLeftBehind(deletes, isNegated, sentence) { return true }
        if isNegated, readAlternatives(sentence, behind: first) { return true }
        guard let target = mentions.first(where: { $0.index > first })?.mention ?? mentions.first?.mention else {
            return false
        }
        let isBefore = mentions.first.map { $0.index < first } ?? false
        let cause = causeOfDeletion(deletes, sentence) ?? (isNegated ? spared(before: first, sentence) : nil)
        let deleted = cause ?? (isBefore ? mentions[0].mention : target)
        let others = mentions.filter { entry in
            // `the roles can go too, but not the costumes`
            entry.mention.entity != deleted.entity
                && !(lexicon.language == .english && mentions.count > 2
                    && isSaidNot(entry.mention, sentence))
        }.map(\.mention)
        if others.isEmpty, said.contains(.without), setNull(deleted, sentence) { return true }
        if others.isEmpty, said.contains(.without), lexicon.language == .spanish, !isNegated, let left = antecedent,
            left.entity != deleted.entity,
            facts.evidence.contains(where: { $0.source == left.entity && $0.target == deleted.entity })
        {
            // `eliminado ese usuario, queda sin asignar`
            facts.setDeletion(.setNull, ofTarget: deleted.entity, source: left.entity, at: sentence.source.place)
            isUsed = true
            return true
        }
        if others.isEmpty, isNegated, mentions.count == 1, readElided(deleted, behind: first, sentence) { return true }
        if lexicon.language == .english, others.isEmpty, sentence.items[..<first].contains(where: { $0.word == .they }),
            let gone = plural, gone.entity != deleted.entity
        {
            // `…, and they disappear when the report is deleted`
            facts.setDeletion(.cascade, ofTarget: deleted.entity, source: gone.entity, at: sentence.source.place)
            isUsed = true
            return true
        }
        guard let other = others.first else { return false }
        lastDeleted = deleted
        if readRefusal(behind: first, of: deleted, others, sentence) { return true }
        let place = sentence.source.place
        let isAgent =
            isBefore && mentions.contains { $0.index > first }
            && !sentence.items[..<first].contains { $0.word == .be || $0.word == .preposition || $0.word == .when }
        let isOneClause = !sentence.items[first...].contains { $0.word == .when }
        let isAlong =
            sentence.items.contains { $0.word == .along } || isBefore && goesAlong(others, behind: first, sentence)
        for other in others where !isAgent && (others.count == 1 || isOneClause && other.isPlural) {
            // Who goes with another, or keeps it from going, refers to it.
            let isFirst = isAlong && !isNegated
            let (source, target) = isFirst ? (deleted, other) : (other, deleted)
            facts.add(
                ProseFacts.Evidence(
                    kind: .one, source: source.entity, target: target.entity, isWeak: true,
                    words: sentence.located(other.range)))
        }
        if others.count == 2, said.contains(.without), !isNegated, setEach(others, deleted, behind: first, sentence) {
            isUsed = true
            return true
        }
        // `al borrar el huerto, sus riegos no se borran, se quedan sin él`
        let isOnDeletion =
            sentence.items.first?.word == .when
            || lexicon.language == .spanish && sentence.source.tokens.first?.folded == "al"
        if said.contains(.without), !isNegated || isOnDeletion {
            for other in others {
                facts.setDeletion(.setNull, ofTarget: deleted.entity, source: other.entity, at: place)
            }
        } else if isNegated {
            facts.setDeletion(.restrict, ofTarget: deleted.entity, source: other.entity, at: place)
        } else if isAlong {
            facts.setDeletion(.cascade, ofTarget: other.entity, source: deleted.entity, at: place)
        } else {
            for other in others {
                facts.setDeletion(.cascade, ofTarget: deleted.entity, source: other.entity, at: place)
            }
        }
        isUsed = true
        return true
    }
}
