import MGECore
import MGELayers

extension ProseReader {
    // MARK: Uniqueness

    /// `one rating per listener and episode`, `no two shifts share the same date and park`.
    /// - Returns: whether the sentence says nothing else.
    mutating func readUniqueness(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        for index in said.contains(.noTwo) ? tokens.indices : 0..<0 {
            if readNoTwoAlike(sentence, at: index) { return lexicon.language == .spanish && index < 3 }
            if FieldAttributes.noTwoWithSame(tokens, at: index, lexicon: lexicon) != nil, index > 2 { continue }
            if readNeverTwo(sentence, at: index) { return index < 3 }
            if startsNoTwo(tokens, at: index), !isSaidAside(index, tokens),
                lexicon.language == .spanish || sentence.items.contains(where: { $0.word == .not })
            {
                return readNoTwo(sentence, at: index)
            }
        }
        if readSameTwice(sentence) || readSameAgain(sentence) || readNobodyShares(sentence) { return true }
        if readTwo(sentence) || readCombination(sentence) || readJoint(sentence) || readSameBoth(sentence) {
            return true
        }
        return readForEvery(sentence) || readTwice(sentence) || readOnePer(sentence)
    }

    /// Whether a place is in parentheses that a list goes on behind: `a number (never two on one site), an area`.
    func isSaidAside(_ index: Int, _ tokens: [Token]) -> Bool {
        guard let opening = tokens[..<index].lastIndex(where: { $0.isMark("(") }), opening > 0,
            !tokens[opening..<index].contains(where: { $0.isMark(")") }),
            let closing = tokens[index...].firstIndex(where: { $0.isMark(")") }), closing + 2 < tokens.count
        else { return false }
        return tokens[closing + 1].isMark(",")
    }

    /// `the same sheet number can't turn up twice within one project`.
    private mutating func readTwice(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        func first(_ word: ProseWord) -> Int? {
            tokens.indices.first { lexicon.prose.match(tokens, at: $0, where: { $0 == word }) != nil }
        }
        guard said.isSuperset(of: [.twice, .same]), let twice = first(.twice), let same = first(.same),
            sentence.items.contains(where: { $0.word == .not }),
            let count = lexicon.prose.match(tokens, at: same, where: { $0 == .same })?.count,
            let name = reader.nounPhrase(tokens, from: same + count),
            let scope = sentence.mentions.first(where: { $0.range.lowerBound > twice || same > twice })
        else { return false }
        let named = lexicon.inflector.singular(of: sentence.source.words(name).lowercased())
        let found = facts.fields(named: named).filter { $0.entity != scope.entity }
        guard found.count == 1, let field = found.first else { return false }
        let other = Located(text: candidates.candidates[scope.entity].name, place: tokens[scope.range.lowerBound].place)
        add(
            [Located(text: field.name, place: tokens[name.lowerBound].place), other], to: field.entity,
            at: sentence.source.place)
        return true
    }

    /// Whose field it is that no two have alike, where that is not what was spoken of: `nunca hacemos dos con el mismo título`.
    private func ownerOfSame(behind index: Int, _ sentence: ProseSentence) -> Mention? {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, var owner = antecedent,
            let same = span(index, tokens.count).first(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .same })?.count == 2
            }), let phrase = reader.nounPhrase(tokens, from: same + 2), !sentence.mentionStarts.contains(same + 2)
        else { return nil }
        let found = facts.fields(named: sentence.source.words(phrase).lowercased())
        guard found.count == 1, let field = found.first, field.entity != owner.entity else { return nil }
        owner.entity = field.entity
        return owner
    }

    mutating func readNoTwo(_ sentence: ProseSentence, at index: Int) -> Bool {
        let tokens = sentence.source.tokens
        let mentions = sentence.mentions
        let elided = lexicon.language == .spanish ? mentions.last { $0.range.lowerBound < index && $0.isPlural } : nil
        let rule = lexicon.prose.match(tokens, at: index, where: { $0 == .noTwo })?.count ?? 0
        // `no puede haber dos para el mismo punto y la misma fecha`
        let isLeftOut =
            lexicon.language == .spanish
            && [.preposition, .with].contains(reader.word(tokens, at: index + rule)?.meaning)
        let named = isLeftOut ? nil : mentions.first { $0.range.lowerBound > index }
        guard let owner = named ?? elided ?? ownerOfSame(behind: index, sentence) ?? antecedent else { return false }
        if lexicon.language == .spanish, let named { antecedent = named }
        let isElided = isLeftOut || named == nil && elided != nil
        let before =
            isElided
            ? mentions.filter { isLeftOut && isWithin($0, before: index, sentence) && $0.entity != owner.entity }
            : mentions.filter { $0.range.lowerBound < index && $0.entity != owner.entity }
        var names: [Located] = before.map {
            Located(text: candidates.candidates[$0.entity].name, place: tokens[$0.range.lowerBound].place)
        }
        var start = isElided ? index + rule : mentions.contains(owner) ? owner.range.upperBound : index
        var position = start
        var scopes = before
        var previous: ProseWord?
        func flush(_ end: Int) {
            var range = lists.withoutArticles(tokens, span(start, end))
            // `no two photos of one album`
            if range.count > 1, let one = reader.word(tokens, at: range.lowerBound), one.meaning == .one {
                range = span(range.lowerBound + one.count, range.upperBound)
            }
            guard !range.isEmpty, range.count <= 6, range.allSatisfy({ tokens[$0].isName }) else { return }
            // `may use the same one`: the name was said before.
            if range.count == 1, reader.word(tokens, at: range.lowerBound)?.meaning == .one { return }
            let words = sentence.source.words(range)
            let scope = mentions.first { $0.range == range }
            if let scope { scopes.append(scope) }
            let text = scope.map { candidates.candidates[$0.entity].name } ?? words
            names.append(Located(text: text, place: tokens[range.lowerBound].place))
        }
        let end = clauseBehindRule(from: index, sentence)
        while position < end {
            let found = lexicon.prose.match(
                tokens, at: position,
                where: { [.and, .same, .share, .preposition, .be, .has, .can, .must, .not, .skip].contains($0) })
            let isOf = found?.meaning == .preposition && ["of", "de"].contains(tokens[position].folded)
            if position == start, let moment = moment(tokens, at: position) {
                position += moment
                continue
            }
            let isOfKnown =
                lexicon.language == .spanish && tokens[position].folded == "del" && position > start
                && position + 1 < tokens.count
                && facts.fields(named: sentence.source.words(span(start, position + 2)).lowercased())
                    .contains { $0.entity == owner.entity }
            let isInName =
                isOfKnown
                || isOf && position > start
                    && lexicon.prose.match(tokens, at: position + 1, where: { $0 == .same || $0 == .article }) == nil
            if let found, !isInName {
                // The verb of `may use the same number` is no name.
                let isVerb = found.meaning == .same && [.can, .must, .not].contains(previous)
                if !isVerb { flush(position) }
                previous = found.meaning
                position += found.count
                start = position
            } else if tokens[position].kind == .mark {
                flush(position)
                position += 1
                start = position
            } else {
                position += 1
            }
        }
        flush(end)
        for scope in scopes { refer(owner.entity, to: scope, sentence) }
        if lexicon.language == .spanish, before.count > 1, names.count > before.count, tokens[0].folded == "ni" {
            // `ni un caballo ni un monitor pueden tener dos clases con la misma fecha`: each of them by itself
            for first in names.prefix(before.count) {
                add([first] + names.dropFirst(before.count), to: owner.entity, at: sentence.source.place)
            }
            return true
        }
        if lexicon.language == .spanish, names.count == 1, scopes.count == 1, scopes[0].entity != owner.entity {
            // `nunca hay dos órdenes para la misma inspección`
            facts.add(
                ProseFacts.Evidence(
                    kind: .one, source: owner.entity, target: scopes[0].entity, isUnique: true,
                    words: sentence.located(scopes[0].range)))
            isUsed = true
            return true
        }
        let saysSameOne = tokens.indices.dropLast().contains { index in
            tokens[index].folded == "same" && tokens[index + 1].folded == "one" && lexicon.language == .english
        }
        let saysIt =
            lexicon.language == .spanish && tokens.count > 2
            && tokens.suffix(3).contains { ["mismo", "misma"].contains($0.folded) }
        if names.isEmpty, saysSameOne || saysIt, let field = previousField,
            field.entity == owner.entity
        {
            // `the VAT number may be missing, but no two clients can have the same one`
            facts.update(field.entity, named: field.name) { $0.unique = $0.unique ?? sentence.source.place }
            isUsed = true
            return true
        }
        add(names, to: owner.entity, at: sentence.source.place)
        if end + 1 < tokens.count, let rest = prepared(sentence.source.part(end + 1..<tokens.count)) { read(rest) }
        return true
    }

    /// Whether a rule begins with what it holds in: `en una misma boda no hay dos con el mismo número`.
    private func isWithin(_ mention: Mention, before index: Int, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard mention.range.upperBound == index, !mention.isPlural, mention.start > 0 else { return false }
        return ["en", "de"].contains(tokens[mention.start - 1].folded)
            && (mention.start < 3 || tokens[mention.start - 2].kind == .mark
                || reader.word(tokens, at: mention.start - 2)?.meaning == .and
                || tokens[mention.start - 2].folded == "dentro")
    }

    /// `for every flag and environment there is at most one rule set`: it refers to both, once for each pair.
    private mutating func readForEvery(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, items.first?.word == .per,
            let there = items.firstIndex(where: { $0.word == .weHave }), there > 3, there + 1 < items.count,
            let owner = sentence.mentions(in: span(there + 1, items.count)).first?.mention,
            owner.quantity == .one || owner.quantity == .maybeOne
        else { return false }
        let others = sentence.mentions(in: span(0, there)).map(\.mention).filter { $0.entity != owner.entity }
        let own = others.count == 1 ? ownField(behind: others[0], of: owner, sentence) : nil
        guard others.count == 2 && others[0].entity != others[1].entity || own != nil else { return false }
        for other in others { refer(owner.entity, to: other, sentence) }
        var names = others.map {
            Located(
                text: candidates.candidates[$0.entity].name, place: sentence.source.tokens[$0.range.lowerBound].place)
        }
        if let own { names.append(own) }
        facts.add(UniqueGroup(names: names, place: sentence.source.place), to: owner.entity)
        isUsed = true
        antecedent = owner
        guard let has = span(there, items.count).first(where: { items[$0].word == .has || items[$0].word == .with })
        else {
            return true
        }
        readList(span(has + 1, items.count), of: owner, sentence)
        return true
    }

    /// - Returns: whether the sentence is about nothing else.
    private mutating func readOnePer(_ sentence: ProseSentence) -> Bool {
        var isWhole = false
        for index in sentence.items.indices where sentence.items[index].word == .per {
            let before = sentence.items[..<index].last { $0.word != .skip }?.mention
            guard index > 0, var owner = before ?? elided(before: index, sentence) else { continue }
            // `las ofertas son de un interesado por una propiedad`
            let lead = owner.start > 0 ? reader.word(sentence.source.tokens, at: owner.start - 1)?.meaning : nil
            if lexicon.language == .spanish, owner.quantity == .article, lead == .belongs || lead == .preposition,
                sentence.items[min(index + 1, sentence.items.count - 1)].word == .article
            {
                continue
            }
            if before == nil { owner.quantity = .one }
            guard
                owner.quantity == .one || owner.quantity == .maybeOne && lexicon.language == .english
                    || owner.quantity == .article && lexicon.language == .spanish
            else {
                continue
            }
            let comma = before == nil ? sentence.items[index...].firstIndex { $0.isMark(",", ";") } : nil
            let with = listBehind(index, sentence)
            var others = sentence.mentions(in: span(index + 1, comma ?? with ?? sentence.items.count)).map(\.mention)
            if let doer = doer(of: owner, before: index, sentence) { others.insert(doer, at: 0) }
            if let scope = scope(of: owner, sentence), others.allSatisfy({ $0.entity != scope.entity }) {
                others.insert(scope, at: 0)
            }
            guard !others.isEmpty else { continue }
            var names = others.prefix(3).map {
                Located(
                    text: candidates.candidates[$0.entity].name,
                    place: sentence.source.tokens[$0.range.lowerBound].place)
            }
            if let last = others.last, let field = fieldBehind(last, of: owner, sentence) { names.append(field) }
            // `there is at most one swim for each entry`
            let isThere = lexicon.language == .english && names.count == 1 && sentence.items.first?.word == .weHave
            for other in others.prefix(3) where other.entity != owner.entity {
                facts.add(
                    ProseFacts.Evidence(
                        kind: .one, source: owner.entity, target: other.entity,
                        isUnique: isThere
                            || names.count == 1 && owner.quantity != .article && other.quantity != .each,
                        isPer: names.count == 1 && !isThere, words: sentence.located(other.range)))
                isUsed = true
            }
            if names.count > 1 { add(names, to: owner.entity, at: sentence.source.place) }
            isWhole = before != nil && sentence.mentions.first?.entity == owner.entity
            if isWhole, let with {
                // `only one review for each member and book, with stars from 1 to 5 and a comment`
                readList(span(with + 1, sentence.items.count), of: owner, sentence)
            }
        }
        return isWhole
    }

    /// A field that stands beside the entities that there is one for each of: `one reading per tank and date`.
    func fieldBehind(_ last: Mention, of owner: Mention, _ sentence: ProseSentence) -> Located? {
        let tokens = sentence.source.tokens
        guard let and = reader.word(tokens, at: last.range.upperBound), and.meaning == .and,
            let phrase = reader.nounPhrase(tokens, from: last.range.upperBound + and.count)
        else { return nil }
        let role = sentence.source.words(phrase).lowercased()
        if lexicon.language == .spanish,
            facts.evidence.contains(where: { $0.source == owner.entity && $0.role?.text.lowercased() == role })
        {
            // `la firma un usuario como autor; hay una sola por propuesta y autor`
            return Located(text: role, place: tokens[phrase.lowerBound].place)
        }
        guard
            let field = facts.fields(
                named: lexicon.inflector.singular(of: sentence.source.words(phrase).lowercased())
            ).first(where: { $0.entity == owner.entity })
        else { return nil }
        return Located(text: field.name, place: tokens[phrase.lowerBound].place)
    }

    /// What there is one of, where only that is said: `una factura, una sola por pedido`, `el recibo, que es uno por cuota`.
    private func elided(before index: Int, _ sentence: ProseSentence) -> Mention? {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish else {
            guard index > 2, [.one, .maybeOne].contains(sentence.items[index - 1].word),
                sentence.items[index - 2].isMark(",")
            else { return nil }
            // `a form is filled in by a judge for a quilt, no more than one per judge and quilt`
            let others = sentence.mentions(in: span(index + 1, sentence.items.count)).map(\.mention.entity)
            return [sentence.items[index - 3].mention, sentence.mentions.first].compactMap(\.self).first {
                !others.contains($0.entity)
            }
        }
        var item = index - 1
        let isOne = ["uno", "una", "solo", "sola"].contains(tokens[sentence.items[item].range.upperBound - 1].folded)
        guard isOne else { return nil }
        while item > 0,
            [.one, .article, .be, .relative, .skip, .weHave].contains(sentence.items[item].word)
                || sentence.items[item].isMark(",") || tokens[sentence.items[item].range.lowerBound].folded == "sola"
        {
            item -= 1
        }
        // `…; solo hay uno por grupo y espacio`
        if sentence.items[item].isMark(";") { return sentence.mentions.first }
        if item == 0, sentence.items[0].mention == nil, sentence.items.contains(where: { $0.word == .weHave }) {
            return antecedent
        }
        return sentence.items[item].mention
    }

    /// Within what there is one: `within an edition there is just one part for each instrument`.
    private func scope(of owner: Mention, _ sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .english,
            let last = sentence.items.firstIndex(where: { $0.range.upperBound > owner.start })
        else { return nil }
        let start = sentence.items[..<last].lastIndex { $0.isMark(";", ".", ",", ":") }.map { $0 + 1 } ?? 0
        guard let first = span(start, last).first(where: { ![.skip, .and].contains(sentence.items[$0].word) }),
            sentence.items[first].word == .preposition,
            let scope = sentence.mentions(in: span(first, last)).first?.mention,
            scope.start == sentence.items[first].range.upperBound, scope.entity != owner.entity, !scope.isPlural
        else { return nil }
        return scope
    }

    /// Who may do something once: `each guest may leave one review per hotel`.
    private func doer(of owner: Mention, before index: Int, _ sentence: ProseSentence) -> Mention? {
        guard let first = sentence.mentions.first, first.entity != owner.entity,
            first.range.upperBound <= owner.start,
            sentence.items[..<index].contains(where: {
                [.can, .must].contains($0.word) && $0.range.lowerBound >= first.range.upperBound
            })
        else { return nil }
        return first
    }

    private mutating func add(_ names: [Located], to entity: Int, at place: LocatedText.Place) {
        var seen: Set<String> = []
        let names = names.filter { seen.insert($0.text.wireName.lowercased()).inserted }
        isUsed = !names.isEmpty || isUsed
        if names.count == 1, let name = names.first {
            if lexicon.fieldItem(for: name.text) != nil, candidates.number(of: name.text) == nil {
                // Nothing else may be said of it: `no hay dos bandejas con el mismo número`.
                facts.add(FieldItem(name: name, words: name.text), to: entity)
            }
            facts.update(entity, named: name.text) { $0.unique = $0.unique ?? name.place }
        } else if names.count > 1 {
            if lexicon.language == .english, let last = names.last { addUsual(last, to: entity) }
            facts.add(UniqueGroup(names: names, place: place), to: entity)
        }
    }

    // MARK: Deletion
}
