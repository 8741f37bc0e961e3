import MGECore
import MGELayers

extension ProseReader {
    /// `two bookings of the same flight cannot have the same seat`.
    mutating func readTwo(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        func isThere(_ word: ProseWord, at index: Int) -> Bool {
            lexicon.prose.match(tokens, at: index, where: { $0 == word }) != nil
        }
        if said.isSuperset(of: [.two, .same]), let not = sentence.items.first(where: { $0.word == .not }),
            let two = tokens.indices.first(where: { $0 > not.range.lowerBound && isThere(.two, at: $0) }),
            !isSaidAside(two, tokens), sentence.mentions.contains(where: { $0.range.lowerBound > two }),
            sentence.mentions.contains(where: {
                // `ni un caballo ni un monitor pueden tener dos clases con la misma fecha`
                // `no subscriber has two boxes with the same date`
                $0.range.upperBound <= (["ni", "no"].contains(tokens[0].folded) ? two : not.range.lowerBound)
            })
        {
            // `a sensor can never have two readings with the same timestamp`
            return readNoTwo(sentence, at: two)
        }
        if readSameName(sentence) { return true }
        guard said.isSuperset(of: [.two, .same]), isThere(.two, at: 0), sentence.mentions.first?.start == 0,
            sentence.items.contains(where: { $0.word == .not })
        else { return false }
        return readNoTwo(sentence, at: 0)
    }

    /// `dos productos del mismo proveedor no pueden llamarse igual`: the name is unique within what they have in common, or
    /// among all.
    private mutating func readSameName(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, let call = tokens.firstIndex(where: { $0.folded.hasPrefix("llam") }),
            call + 1 < tokens.count, tokens[call + 1].folded == "igual", (1...2).contains(sentence.mentions.count),
            sentence.items.contains(where: { $0.word == .not }),
            let field = facts.fields(named: "nombre").first(where: { $0.entity == sentence.mentions[0].entity })
        else { return false }
        guard let scope = sentence.mentions.dropFirst().first else {
            // `dos equipos no pueden llamarse igual`
            facts.update(field.entity, named: field.name) { $0.unique = $0.unique ?? tokens[call].place }
            isUsed = true
            return true
        }
        guard scope.entity != field.entity else { return false }
        refer(field.entity, to: scope, sentence)
        let place = sentence.source.place
        let names = [field.name, candidates.candidates[scope.entity].name].map { Located(text: $0, place: place) }
        facts.add(UniqueGroup(names: names, place: place), to: field.entity)
        isUsed = true
        return true
    }

    /// `a judge cannot score the same project twice`: what refers to both has each pair of them once.
    mutating func readSameTwice(_ sentence: ProseSentence) -> Bool {
        guard said.isSuperset(of: [.twice, .same]),
            let not = sentence.items.firstIndex(where: { $0.word == .not }),
            let (_, doer) = sentence.mentions(in: 0..<not).last
        else { return false }
        let tokens = sentence.source.tokens
        let done = sentence.mentions(in: not..<sentence.items.count).first { entry in
            span(entry.mention.start, entry.mention.range.lowerBound).contains { index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .same }) != nil
            }
        }?.mention
        let third = lexicon.language == .spanish ? sameBeside(doer, done, sentence) : nil
        guard let done, done.entity != doer.entity,
            let link = third.map({ facts.link(of: [doer.entity, done.entity, $0.entity]) })
                ?? facts.link(of: doer.entity, and: done.entity)
        else { return false }
        let names = ([doer, done] + [third].compactMap(\.self)).map {
            Located(text: candidates.candidates[$0.entity].name, place: tokens[$0.range.lowerBound].place)
        }
        facts.add(UniqueGroup(names: names, place: sentence.source.place), to: link)
        isUsed = true
        return true
    }

    /// What else is the same: `el mismo jurado no vota dos veces el mismo rubro de la misma actuación`.
    private func sameBeside(_ doer: Mention, _ done: Mention?, _ sentence: ProseSentence) -> Mention? {
        sentence.mentions.first { mention in
            guard let done, mention.entity != doer.entity, mention.entity != done.entity,
                mention.start > done.range.lowerBound
            else { return false }
            return span(mention.start, mention.range.lowerBound).contains {
                lexicon.prose.match(sentence.source.tokens, at: $0, where: { $0 == .same }) != nil
            }
        }
    }

    /// `a polygon and a number, which together are unique`: the two fields before it.
    mutating func readTogether(
        _ part: Range<Int>, _ names: [String], of owner: Mention, _ sentence: ProseSentence
    ) -> Bool {
        guard said.isSuperset(of: [.together, .unique]), names.count > 1 else { return false }
        let tokens = sentence.tokens(part)
        if let own = sentence.items[part].first(where: \.isName), sentence.items[part].first?.word != .relative,
            facts.fields(named: sentence.source.words(own.range).lowercased()).contains(where: {
                $0.entity == owner.entity
            })
        {
            return false
        }
        func isThere(_ word: ProseWord) -> Bool {
            tokens.contains { lexicon.prose.match(sentence.source.tokens, at: $0, where: { $0 == word }) != nil }
        }
        guard isThere(.together), isThere(.unique) else { return false }
        let place = sentence.located(tokens).place
        let group = names.suffix(2).map { Located(text: $0, place: place) }
        facts.add(UniqueGroup(names: group, place: place), to: owner.entity)
        isUsed = true
        return true
    }

    /// `the same room can't be booked twice for the same start time`, `no member may bid the same amount twice on the same
    /// lot`: unique together in what has or refers to all of them.
    mutating func readSameBoth(_ sentence: ProseSentence) -> Bool {
        let isNegated = sentence.items.contains { $0.word == .not }
        guard lexicon.language == .english,
            said.contains(.same) || doesOnce(sentence) != nil,
            said.contains(.unique) || said.contains(.twice) && isNegated
        else { return false }
        var (mentions, fields) = whatIsSame(sentence)
        if let doer = doesOnce(sentence), !mentions.contains(where: { $0.entity == doer.entity }) {
            mentions.append(doer)
        }
        if let scope = scopeOfSame(sentence), !mentions.contains(where: { $0.entity == scope.entity }) {
            mentions.append(scope)
        }
        guard mentions.count + fields.count > 1, fields.count < 3,
            let owner = owner(of: fields, mentions, sentence)
        else { return false }
        mentions.removeAll { $0.entity == owner }
        let names =
            mentions.map {
                Located(
                    text: candidates.candidates[$0.entity].name,
                    place: sentence.source.tokens[$0.range.lowerBound].place)
            }
            + fields.compactMap { range in
                field(named: range, of: owner, sentence).map {
                    Located(text: $0, place: sentence.source.tokens[range.lowerBound].place)
                }
            }
        guard names.count == mentions.count + fields.count, names.count > 1 else { return false }
        for mention in mentions { refer(owner, to: mention, sentence) }
        facts.add(UniqueGroup(names: names, place: sentence.source.place), to: owner)
        isUsed = true
        return true
    }

    /// Who does something only once, or never twice: `a swimmer can be entered only once in the same event`.
    private func doesOnce(_ sentence: ProseSentence) -> Mention? {
        guard let first = sentence.mentions.first, first.start == 0, !first.isPlural,
            [.article, .each].contains(first.quantity), sentence.mentions.count > 1,
            let next = sentence.items.first(where: { $0.range.lowerBound >= first.range.upperBound }),
            next.word == .can || next.word == .must || next.word == .not
        else { return nil }
        return first
    }

    /// The entities and the words behind `the same`.
    private func whatIsSame(_ sentence: ProseSentence) -> (mentions: [Mention], fields: [Range<Int>]) {
        let tokens = sentence.source.tokens
        var mentions: [Mention] = []
        var fields: [Range<Int>] = []
        var index = 0
        while index < tokens.count {
            guard let same = lexicon.prose.match(tokens, at: index, where: { $0 == .same }) else {
                index += 1
                continue
            }
            index += same.count
            if let mention = sentence.mentions.first(where: { $0.range.lowerBound == index }) {
                let next = mention.range.upperBound
                if next < tokens.count, tokens[next].kind == .word, reader.word(tokens, at: next) == nil,
                    let phrase = reader.nounPhrase(tokens, from: index), phrase.upperBound > next
                {
                    // `the same tank number`
                    fields.append(phrase)
                } else {
                    mentions.append(mention)
                }
            } else if let phrase = reader.nounPhrase(tokens, from: index) {
                // `the same amount twice`
                let end = phrase.first { place in
                    lexicon.prose.match(tokens, at: place, where: { $0 == .twice || $0 == .unique }) != nil
                }
                fields.append(span(phrase.lowerBound, end ?? phrase.upperBound))
            }
        }
        return (mentions, fields)
    }

    /// Within what, or for whom: `within a site the same number …`, `no member may …`, `… only once in a team`.
    private func scopeOfSame(_ sentence: ProseSentence) -> Mention? {
        guard let first = sentence.mentions.first else { return nil }
        let tokens = sentence.source.tokens
        let lead = sentence.items.first { $0.word != .skip && $0.word != .and }
        let isFirst = sentence.items.first { $0.mention != nil }?.mention == first
        if isFirst, first.start > 0 || lead?.word == .not {
            let before = max(0, first.start - 1)
            if lead?.word == .not, before == lead?.range.lowerBound, !first.isPlural { return first }
            if lead?.word == .preposition, before == lead?.range.lowerBound, !first.isPlural { return first }
        }
        return sentence.mentions.first { mention in
            mention.start > 1 && [.article, .one, .each].contains(mention.quantity) && !mention.isPlural
                && reader.word(tokens, at: mention.start - 1).map { $0.meaning == .preposition || $0.meaning == .per }
                    ?? false
                && sentence.items.contains {
                    $0.attribute == .unique && $0.range.lowerBound < mention.start || $0.word == .same
                }
        }
    }

    /// What has the fields, or refers to the entities, that are unique together.
    private func owner(of fields: [Range<Int>], _ mentions: [Mention], _ sentence: ProseSentence) -> Int? {
        guard let first = fields.first else { return facts.link(of: mentions.map(\.entity)) }
        let name = lexicon.inflector.singular(of: sentence.source.words(first).lowercased())
        let owners = facts.fields(named: name).map(\.entity).filter { owner in
            mentions.allSatisfy { $0.entity == owner || facts.areNeighbours(owner, $0.entity) }
                && fields.allSatisfy { field(named: $0, of: owner, sentence) != nil }
        }
        return owners.first
    }

    /// The field of an entity that is called so, or by the first of its words: `slot` of `slot number`.
    private func field(named range: Range<Int>, of owner: Int, _ sentence: ProseSentence) -> String? {
        let name = lexicon.inflector.singular(of: sentence.source.words(range).lowercased())
        return facts.fields(named: name).first { $0.entity == owner }?.name
            ?? facts.facts[owner].fields.first { $0.name.text.lowercased().hasPrefix(name + " ") }?.name.text
    }

    /// `no two ring numbers are the same`: the field is unique, and is there even where it is only said so.
    mutating func readNoTwoAlike(_ sentence: ProseSentence, at index: Int) -> Bool {
        let tokens = sentence.source.tokens
        guard let alike = lexicon.prose.match(tokens, at: index, where: { $0 == .noTwo }), alike.count > 1,
            let phrase = reader.nounPhrase(tokens, from: index + alike.count),
            !sentence.mentionStarts.contains(phrase.lowerBound),
            lexicon.language == .spanish
                // `no existen dos placas iguales`
                ? isAlike(tokens, at: phrase.upperBound)
                : span(phrase.upperBound, min(phrase.upperBound + 8, tokens.count)).contains(where: { next in
                    lexicon.prose.match(tokens, at: next, where: { $0 == .same }) != nil
                })
        else { return false }
        let name = lexicon.inflector.singular(of: sentence.source.words(phrase).lowercased())
        let place = tokens[phrase.lowerBound].place
        let owner = sentence.mentions.last { $0.range.upperBound <= index } ?? antecedent
        let known = facts.fields(named: name)
        if let field = known.first(where: { $0.entity == owner?.entity }) ?? (known.count == 1 ? known.first : nil) {
            facts.update(field.entity, named: field.name) { $0.unique = $0.unique ?? place }
        } else if let owner, known.isEmpty, lexicon.fieldItem(for: name) != nil {
            var field = FieldItem(name: Located(text: name, place: place), words: name)
            field.unique = place
            facts.add(field, to: owner.entity)
        } else {
            return false
        }
        isUsed = true
        return true
    }

    private func isAlike(_ tokens: [Token], at index: Int) -> Bool {
        index < tokens.count
            && ["iguales", "identicos", "identicas", "repetidos", "repetidas", "duplicados", "duplicadas"].contains(
                tokens[index].folded)
    }

    /// `the flight number together with the departure time must be unique`, `the combination of … and … is unique`.
    mutating func readCombination(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        func place(of word: ProseWord) -> Int? {
            tokens.indices.first { lexicon.prose.match(tokens, at: $0, where: { $0 == word }) != nil }
        }
        guard said.contains(.combination), let joint = place(of: .combination), let rule = place(of: .unique),
            joint < rule || lexicon.language == .spanish
        else { return false }
        // `impide que se repita la combinación de fabricante y número`
        let isBehind = rule < joint
        let unique = isBehind ? tokens.count : rule
        var names: [String] = []
        let count = lexicon.prose.match(tokens, at: joint, where: { $0 == .combination })?.count ?? 0
        // `la combinación de fabricante y nombre`
        var index = lexicon.language == .spanish && (joint < 2 || isBehind) ? joint + count : 0
        while index < unique {
            if let phrase = reader.nounPhrase(tokens, from: index), phrase.upperBound <= unique {
                names.append(lexicon.inflector.singular(of: sentence.source.words(phrase).lowercased()))
                index = phrase.upperBound
            } else {
                index += 1
            }
        }
        let found = names.map { facts.fields(named: $0) }
        let owners = found.filter { !$0.isEmpty }
        // `la pareja formada por modelo y etiqueta es única`
        let others =
            lexicon.language == .spanish && owners.count == 1
            ? sentence.mentions.filter { mention in
                mention.start >= joint && owners[0].contains { facts.areNeighbours($0.entity, mention.entity) }
            } : []
        if lexicon.language == .spanish, owners.isEmpty, readCombinedTwo(behind: joint, sentence) { return true }
        guard owners.count + others.count > 1, let first = owners.first,
            let owner = first.first(where: { field in
                owners.allSatisfy { $0.contains { $0.entity == field.entity } }
                    && others.allSatisfy { facts.areNeighbours(field.entity, $0.entity) }
            })?.entity
        else { return false }
        let place = sentence.source.place
        var group = owners.compactMap { $0.first { $0.entity == owner } }.map { Located(text: $0.name, place: place) }
        group += others.map { Located(text: candidates.candidates[$0.entity].name, place: place) }
        for mention in sentence.mentions
        where lexicon.language == .english && mention.entity != owner && mention.range.upperBound <= unique
            && mention.start >= joint && facts.areNeighbours(owner, mention.entity)
            && !group.contains(where: { $0.text.lowercased().hasPrefix(candidates.candidates[mention.entity].name) })
        {
            group.append(Located(text: candidates.candidates[mention.entity].name, place: place))
        }
        facts.add(UniqueGroup(names: group, place: place), to: owner)
        isUsed = true
        return true
    }
}
