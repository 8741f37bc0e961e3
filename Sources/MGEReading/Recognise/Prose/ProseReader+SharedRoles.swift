import MGECore
import MGELayers

extension ProseReader {
    /// A Spanish sentence with what it says of several roles at once by itself: `una cátedra tiene un titular y un suplente`,
    /// `ambos profesores`.
    func rolesApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard lexicon.language == .spanish else { return [source] }
        var depth = 0
        for index in tokens.indices {
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth -= 1 }
            if depth == 0, index > 2, tokens[index].folded == "tanto", tokens[index - 1].isMark(";") {
                return [source.part(0..<index - 1), source.part(index..<tokens.count)]
            }
            guard depth == 0, startsShared(tokens, at: index), let end = sharedEnd(source, from: index) else {
                continue
            }
            var first = index
            while first > 0,
                tokens[first - 1].isMark(",") || tokens[first - 1].isMark(";")
                    || reader.word(tokens, at: first - 1)?.meaning == .and
            {
                first -= 1
            }
            // `ambos son ciudadanos, de los que se pide el nombre`: that is read with it.
            let goesOn = end + 1 < tokens.count && tokens[end].isMark(",") && leadsToRelative(tokens, at: end + 1)
            let parts = [
                0..<first, goesOn ? index..<tokens.count : index..<end, goesOn ? end..<end : end..<tokens.count,
            ]
            return parts.filter { part in part.contains { tokens[$0].kind != .mark } }.map(source.part)
        }
        return [source]
    }

    /// Whether words that stand for several roles begin a clause: `ambos`, `uno y otro`.
    private func startsShared(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.prose.match(tokens, at: index, where: { $0 == .both }) != nil else { return false }
        guard index > 0 else { return true }
        return tokens[index - 1].kind == .mark && !tokens[index - 1].isMark("(")
            || reader.word(tokens, at: index - 1)?.meaning == .and
    }

    private func leadsToRelative(_ tokens: [Token], at index: Int) -> Bool {
        span(index, min(index + 3, tokens.count)).contains { reader.word(tokens, at: $0)?.meaning == .relative }
    }

    /// Where the entity ends that several roles are said to be: behind `ambos profesores`, `uno y otro son ciudadanos`.
    private func sharedEnd(_ source: TokenizedText, from start: Int) -> Int? {
        let tokens = source.tokens
        guard let lead = lexicon.prose.match(tokens, at: start, where: { $0 == .both }) else { return nil }
        var index = start + lead.count
        var hasVerb = false
        while let word = reader.word(tokens, at: index) {
            let isVerb = word.meaning == .be && !tokens[index].isReflexivePronoun
            guard isVerb && !hasVerb || word.meaning == .skip || hasVerb && word.meaning.isDeterminer else { break }
            hasVerb = hasVerb || isVerb
            index += word.count
        }
        guard let mention = reader.mention(source, at: index, candidates), mention.isPlural else { return nil }
        let end = mention.range.upperBound
        let isEnd = end >= tokens.count || tokens[end].kind == .mark || reader.word(tokens, at: end)?.meaning == .and
        return isEnd ? end : nil
    }

    /// `ambos profesores`, `tanto el titular como el suplente son socios`: the fields that were named are references.
    /// - Returns: what is left to be read of the sentence; nil where it says nothing of the kind.
    mutating func readSharedRoles(_ sentence: ProseSentence, after named: [(entity: Int, name: String)])
        -> TokenizedText?
    {
        guard lexicon.language == .spanish, let target = sentence.mentions.first(where: \.isPlural) else { return nil }
        let tokens = sentence.source.tokens
        var roles: [(entity: Int, name: String)] = []
        if startsShared(tokens, at: 0), sharedEnd(sentence.source, from: 0) == target.range.upperBound {
            let count = lexicon.prose.match(tokens, at: 0, where: { $0 == .both })?.count ?? 1
            roles = playedRoles(of: span(0, count), among: named, tokens)
        } else if target.quantity == nil || target.quantity == .many, let names = coordinated(before: target, sentence)
        {
            roles = names
        }
        guard !roles.isEmpty else { return nil }
        let part = span(
            0, sentence.items.firstIndex { $0.range.upperBound > target.range.lowerBound }.map { $0 + 1 } ?? 0)
        for role in roles { refer(role, to: target, part, sentence) }
        isUsed = true
        return sentence.source.part(target.range.lowerBound..<tokens.count)
    }

    /// The fields that words for several roles stand for: the last two, or all that were named together.
    private func playedRoles(
        of words: Range<Int>, among named: [(entity: Int, name: String)], _ tokens: [Token]
    ) -> [(entity: Int, name: String)] {
        guard let last = named.last else { return [] }
        let own = named.filter { $0.entity == last.entity }
        let isAll = tokens[words.lowerBound].folded.hasPrefix("tod")
        let count = words.contains { tokens[$0].folded == "tres" } ? 3 : 2
        // Not what is a field as a rule: `una fecha, un presidente y un vocal, todos profesores`.
        let roles = isAll ? own.filter { lexicon.fieldItem(for: $0.name) == nil } : Array(own.suffix(count))
        return roles.count > 1 ? roles : []
    }

    /// The fields with whose names a sentence begins that says what they are: `el titular y el suplente son profesores`.
    private func coordinated(before target: Mention, _ sentence: ProseSentence) -> [(entity: Int, name: String)]? {
        let tokens = sentence.source.tokens
        guard let verb = sentence.items.firstIndex(where: { $0.word == .be || $0.word == .belongs }), verb > 2,
            !tokens[sentence.items[verb].range.lowerBound].isReflexivePronoun,
            sentence.items[verb].range.upperBound <= target.start,
            span(verb + 1, sentence.items.count).first(where: { sentence.items[$0].word?.isDeterminer != true }).map({
                sentence.items[$0].mention == target
            }) ?? false
        else { return nil }
        var names: [String] = []
        var index = tokens[0].folded == "tanto" ? 1 : 0
        let end = sentence.items[verb].range.lowerBound
        while index < end {
            if let phrase = reader.nounPhrase(tokens, from: index), phrase.upperBound <= end {
                names.append(lexicon.inflector.singular(of: sentence.source.words(phrase).lowercased()))
                index = phrase.upperBound
            } else {
                let word = reader.word(tokens, at: index)
                guard
                    tokens[index].isMark(",") || word?.meaning == .and || word?.meaning == .definite
                        || tokens[index].folded == "como" || word?.meaning == .skip
                else { return nil }
                index += word?.count ?? 1
            }
        }
        let found = names.map { facts.fields(named: $0) }
        guard found.count > 1,
            let owner = found[0].first(where: { field in
                found.allSatisfy { $0.contains { $0.entity == field.entity } }
            })?.entity
        else { return nil }
        return found.compactMap { $0.first { $0.entity == owner } }
    }

    /// Makes a reference of a field that somebody plays.
    private mutating func refer(
        _ role: (entity: Int, name: String), to target: Mention, _ part: Range<Int>, _ sentence: ProseSentence
    ) {
        guard role.entity != target.entity,
            let field = facts.facts[role.entity].fields.first(where: { $0.name.text == role.name })
        else { return }
        facts.remove(role.name, of: role.entity)
        let singular = lexicon.inflector.singular(of: role.name)
        let isMany = singular != role.name && field.type == nil
        let owner = Mention(
            entity: role.entity, range: target.range, isPlural: false, quantity: .article, modifier: nil,
            start: target.start)
        var single = target
        (single.isPlural, single.quantity, single.modifier) = (isMany, isMany ? .many : .article, nil)
        addEvidence(
            isMany ? .both : .one, owner, single, sentence, part: part,
            role: Located(text: isMany ? singular : role.name, place: field.name.place),
            isOptional: field.optional != nil)
    }
}
