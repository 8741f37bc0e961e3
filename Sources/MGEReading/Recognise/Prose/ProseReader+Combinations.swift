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
            sentence.mentions.contains(where: { $0.range.upperBound <= not.range.lowerBound })
        {
            // `a sensor can never have two readings with the same timestamp`
            return readNoTwo(sentence, at: two)
        }
        guard said.isSuperset(of: [.two, .same]), isThere(.two, at: 0), sentence.mentions.first?.start == 0,
            sentence.items.contains(where: { $0.word == .not })
        else { return false }
        return readNoTwo(sentence, at: 0)
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
        guard let done, done.entity != doer.entity, let link = facts.link(of: doer.entity, and: done.entity) else {
            return false
        }
        let names = [doer, done].map {
            Located(text: candidates.candidates[$0.entity].name, place: tokens[$0.range.lowerBound].place)
        }
        facts.add(UniqueGroup(names: names, place: sentence.source.place), to: link)
        isUsed = true
        return true
    }

    /// `a polygon and a number, which together are unique`: the two fields before it.
    mutating func readTogether(
        _ part: Range<Int>, _ names: [String], of owner: Mention, _ sentence: ProseSentence
    ) -> Bool {
        guard said.isSuperset(of: [.together, .unique]), names.count > 1 else { return false }
        let tokens = sentence.tokens(part)
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

    /// `no two ring numbers are the same`: the field is unique, and is there even where it is only said so.
    mutating func readNoTwoAlike(_ sentence: ProseSentence, at index: Int) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english,
            let alike = lexicon.prose.match(tokens, at: index, where: { $0 == .noTwo }), alike.count > 1,
            let phrase = reader.nounPhrase(tokens, from: index + alike.count),
            !sentence.mentionStarts.contains(phrase.lowerBound),
            span(phrase.upperBound, min(phrase.upperBound + 8, tokens.count)).contains(where: { next in
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

    /// `the flight number together with the departure time must be unique`, `the combination of … and … is unique`.
    mutating func readCombination(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        func place(of word: ProseWord) -> Int? {
            tokens.indices.first { lexicon.prose.match(tokens, at: $0, where: { $0 == word }) != nil }
        }
        guard said.contains(.combination), let joint = place(of: .combination), let unique = place(of: .unique),
            joint < unique
        else { return false }
        var names: [String] = []
        var index = 0
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
        guard owners.count > 1, let first = owners.first,
            let owner = first.first(where: { field in
                owners.allSatisfy { $0.contains { $0.entity == field.entity } }
            })?.entity
        else { return false }
        let place = sentence.source.place
        let group = owners.compactMap { $0.first { $0.entity == owner } }.map { Located(text: $0.name, place: place) }
        facts.add(UniqueGroup(names: group, place: place), to: owner)
        isUsed = true
        return true
    }
}
