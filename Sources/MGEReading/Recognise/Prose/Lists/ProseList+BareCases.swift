import MGELayers

/// Cases that follow the name of a field without a word between them.
extension ProseList {
    /// The name and the first case of `status free, busy or broken`.
    func plain(
        in part: Range<Int>, _ sentence: ProseSentence, _ lexicon: Lexicon
    ) -> (Range<Int>, Int, Bool)? {
        let names = part.drop { sentence.items[$0].word?.isDeterminer == true }
        if let start = caseBehindPair(names, sentence, lexicon) {
            return (span(part.lowerBound, start - 1), start, true)
        }
        guard (2...3).contains(names.count), let first = names.first, sentence.items[first].isName else { return nil }
        // `a status of open, accepted or declined`
        let isOf = sentence.source.tokens[sentence.items[first + 1].range.lowerBound].isOf && names.count == 3
        guard isOf || names.allSatisfy({ sentence.items[$0].isName }), !isOf || sentence.items[first + 2].isName else {
            return nil
        }
        let name = sentence.source.words(sentence.items[first].range).lowercased()
        let usual = lexicon.fieldItem(for: name) ?? ""
        // `a grade of minor, serious or dangerous`
        let words = sentence.source.words(sentence.tokens(span(first, names.upperBound))).lowercased()
        if isOf, lexicon.fieldItem(for: words) == nil || lexicon.fieldItem(for: words) == lexicon.fieldItem(for: name),
            isPlain(first + 2, sentence, lexicon)
        {
            return (span(part.lowerBound, first + 1), first + 2, true)
        }
        let isKind = name == lexicon.kindName || name == "type" || lexicon.phrases(of: .status).contains(name)
        guard isKind || usual.hasPrefix("enum") else { return nil }
        return (span(part.lowerBound, first + 1), first + (isOf ? 2 : 1), true)
    }

    /// The first case of `a blood group of A, B or AB`, `a payment method of cash or card`.
    private func caseBehindPair(_ names: Range<Int>, _ sentence: ProseSentence, _ lexicon: Lexicon) -> Int? {
        guard lexicon.language == .english, names.count == 4, let first = names.first,
            sentence.items[first].isName, sentence.items[first + 1].isName, sentence.items[first + 3].isName,
            sentence.source.tokens[sentence.items[first + 2].range.lowerBound].isOf,
            isPlain(first + 3, sentence, lexicon),
            lexicon.fieldItem(for: sentence.source.words(sentence.items[first + 3].range).lowercased()) == nil,
            let number = parts.firstIndex(where: { $0.upperBound == names.upperBound }),
            let end = span(number + 1, parts.count).first(where: { alternatives.contains(parts[$0].lowerBound) })
        else { return nil }
        let others = parts[number + 1...end]
        return others.allSatisfy { $0.count < 3 && isPlain($0.lowerBound, sentence, lexicon) } ? first + 3 : nil
    }

    /// The name and the first case of `sexo macho o hembra`, `color red, yellow or green`, where the cases follow a name.
    func bareCase(
        in part: Range<Int>, _ sentence: ProseSentence, _ lexicon: Lexicon
    ) -> (Range<Int>, Int, Bool)? {
        let names = part.drop { sentence.items[$0].word?.isDeterminer == true }
        if let start = caseOf(names, sentence, lexicon) { return (span(part.lowerBound, start - 1), start, true) }
        guard (2...3).contains(names.count), let first = names.first, let last = names.last,
            names.allSatisfy({ isPlain($0, sentence, lexicon) }),
            let number = parts.firstIndex(where: { $0.lowerBound == part.lowerBound }),
            let end = span(number + 1, parts.count).first(where: { alternatives.contains(parts[$0].lowerBound) })
        else { return nil }
        let others = parts[number + 1...end]
        let name = sentence.source.words(sentence.tokens(span(first, last))).lowercased()
        let usual = lexicon.fieldItem(for: name) ?? ""
        let words = ([span(first, last + 1)] + others).map { sentence.source.words(sentence.tokens($0)).lowercased() }
        let isSorted = lexicon.language == .english && names.count == 3 && usual.hasPrefix("integer")
        let isContact =
            lexicon.prose.match(
                sentence.source.tokens, at: sentence.items[first].range.lowerBound, where: { $0 == .contact }) != nil
        guard others.allSatisfy({ $0.count == 1 && isPlain($0.lowerBound, sentence, lexicon) }),
            // `sort order asc or desc`
            usual.isEmpty || isSorted
                ? names.count == 2 || lexicon.language == .english && others.count == 1
                : usual.hasPrefix("enum") || usual.hasPrefix("string"), !isContact,
            // `estado agendada, hecha o cancelada`
            usual.hasPrefix("enum") || lexicon.language == .spanish && lexicon.phrases(of: .status).contains(name)
                || !words.contains(where: lexicon.hasField(named:))
        else { return nil }
        return (span(part.lowerBound, last), last, true)
    }

    /// Whether an item is a noun that may be the name of an entity as well, without an article: `on site`.
    func isSingleNoun(_ index: Int, _ sentence: ProseSentence, _ lexicon: Lexicon) -> Bool {
        guard lexicon.language == .english, let mention = sentence.items[index].mention else { return false }
        return mention.start == mention.range.lowerBound && !mention.isPlural && !mention.isPossessive
    }
}
