import MGECore
import MGELayers

extension ProseReader {
    /// How many tokens a date and time has that is named by both: `fecha y hora`.
    func moment(_ tokens: [Token], at index: Int) -> Int? {
        lexicon.types.match(tokens, at: index).flatMap { $0.meaning == .datetime && $0.count > 1 ? $0.count : nil }
    }

    /// `a number that is unique within its section`: unique together with the section, not alone.
    mutating func settleScope(of name: String, in entity: Int, _ range: Range<Int>, _ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        for index in range {
            guard let unique = lexicon.prose.match(tokens, at: index, where: { $0 == .unique }) else { continue }
            if let scope = scopeBefore(index, of: entity, sentence) {
                addScope(scope, of: name, in: entity, at: tokens[index].place, sentence)
                return
            }
            var next = index + unique.count
            if let scope = sameScope(behind: next, of: entity, range, sentence) {
                addScope(scope, of: name, in: entity, at: tokens[index].place, sentence)
                return
            }
            // `único junto con la plataforma`
            guard let lead = reader.word(tokens, at: next),
                [.preposition, .per].contains(lead.meaning)
                    || lead.meaning == .along && lexicon.language == .spanish
            else {
                continue
            }
            next += lead.count
            // `a name, unique in that hut`
            if lexicon.language == .english, next < tokens.count, tokens[next].folded == "that" { next += 1 }
            while let word = lexicon.prose.match(tokens, at: next, where: { $0.isDeterminer || $0 == .same }) {
                next += word.count
            }
            if readFieldScope(of: name, in: entity, behind: next, at: tokens[index].place, sentence) { return }
            // `a name (unique in the game)`: what parentheses hold is no mention of the sentence.
            let isGrouped = next < tokens.count && tokens[range.lowerBound..<index].contains { $0.isMark("(") }
            guard
                let scope = sentence.mentions.first(where: { $0.range.lowerBound == next })
                    ?? (isGrouped && lexicon.language == .english
                        ? reader.mention(sentence.source, at: next, candidates) : inGroup(at: next, sentence)),
                scope.entity != entity
            else { continue }
            addScope(scope, of: name, in: entity, at: tokens[index].place, sentence)
            return
        }
    }

    /// What parentheses name, where others are not read: `un número (no se repite en la planta)`.
    private func inGroup(at index: Int, _ sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .spanish, index + 1 < sentence.source.tokens.count,
            let mention = reader.mention(sentence.source, at: index, candidates), !mention.isPlural,
            mention.range.upperBound < sentence.source.tokens.count,
            sentence.source.tokens[mention.range.upperBound].isMark(")")
        else { return nil }
        return mention
    }

    /// `el número no se repite en la misma planta`, where the planta is a field too.
    private mutating func readFieldScope(
        of name: String, in entity: Int, behind next: Int, at place: LocatedText.Place, _ sentence: ProseSentence
    ) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, next > 0,
            lexicon.prose.match(tokens, at: next - 1, where: { $0 == .same }) != nil,
            let phrase = reader.nounPhrase(tokens, from: next), !sentence.mentionStarts.contains(next)
        else { return false }
        let words = lexicon.inflector.singular(of: sentence.source.words(phrase).lowercased())
        guard let other = facts.fields(named: words).first(where: { $0.entity == entity && $0.name != name }) else {
            return false
        }
        facts.update(entity, named: name) { $0.unique = nil }
        let names = [name, other.name].map { Located(text: $0, place: place) }
        facts.add(UniqueGroup(names: names, place: place), to: entity)
        isUsed = true
        return true
    }

    private mutating func addScope(
        _ scope: Mention, of name: String, in entity: Int, at place: LocatedText.Place, _ sentence: ProseSentence
    ) {
        facts.update(entity, named: name) { $0.unique = nil }
        refer(entity, to: scope, sentence)
        let other = Located(
            text: candidates.candidates[scope.entity].name, place: sentence.source.tokens[scope.range.lowerBound].place)
        facts.add(UniqueGroup(names: [Located(text: name, place: place), other], place: place), to: entity)
    }

    /// The scope of `un número, que no puede coincidir con el de otro lote de la misma descarga`.
    private func sameScope(
        behind start: Int, of entity: Int, _ range: Range<Int>, _ sentence: ProseSentence
    ) -> Mention? {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish else { return nil }
        let last = min(start + 10, tokens.count)
        let same = span(start, last).first { lexicon.prose.match(tokens, at: $0, where: { $0 == .same }) != nil }
        guard let same, !span(start, same).contains(where: { tokens[$0].kind == .mark }),
            let count = lexicon.prose.match(tokens, at: same, where: { $0 == .same })?.count
        else { return nil }
        return sentence.mentions.first { $0.range.lowerBound == same + count && $0.entity != entity }
    }

    /// What is unique within something refers to it.
    mutating func refer(_ entity: Int, to scope: Mention, _ sentence: ProseSentence) {
        guard scope.entity != entity else { return }
        facts.add(
            ProseFacts.Evidence(
                kind: .one, source: entity, target: scope.entity, words: sentence.located(scope.range)))
        isUsed = true
    }

    mutating func makeUnique(
        _ field: (entity: Int, name: String), within scope: Mention, _ sentence: ProseSentence
    ) {
        refer(field.entity, to: scope, sentence)
        let place = sentence.source.place
        let names = [field.name, candidates.candidates[scope.entity].name].map { Located(text: $0, place: place) }
        facts.add(UniqueGroup(names: names, place: place), to: field.entity)
        isUsed = true
    }

    /// `unit numbers don't repeat within a house`, `the row may not be repeated inside a hall`: unique with what it is in.
    mutating func readUniqueWithin(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let first = tokens.first.map { ["the", "a", "its"].contains($0.folded) } == true ? 1 : 0
        guard lexicon.language == .english, tokens.count < 16, let name = reader.nounPhrase(tokens, from: first),
            name.lowerBound == first, let rule = repeats(tokens, at: name.upperBound), rule < tokens.count,
            ["within", "inside", "in"].contains(tokens[rule].folded),
            let scope = sentence.mentions.first(where: { $0.start == rule + 1 }), !scope.isPlural,
            scope.range.upperBound == tokens.count || tokens[scope.range.upperBound].kind == .mark
        else { return false }
        let words = lexicon.inflector.singular(of: sentence.source.words(name).lowercased())
        let found = facts.fields(named: words).filter {
            $0.entity != scope.entity && facts.areNeighbours($0.entity, scope.entity)
        }
        guard let field = found.first(where: { $0.entity == antecedent?.entity }) ?? found.first else { return false }
        makeUnique(field, within: scope, sentence)
        return true
    }

    /// Where words end that say that something does not come twice.
    private func repeats(_ tokens: [Token], at index: Int) -> Int? {
        if let unique = lexicon.prose.match(tokens, at: index, where: { $0 == .unique }) { return index + unique.count }
        guard index + 2 < tokens.count, ["do", "does", "don't", "doesn't", "never"].contains(tokens[index].folded)
        else { return nil }
        let verb = tokens[index + 1].folded == "not" ? index + 2 : index + 1
        return ["repeat", "repeats", "recur", "recurs"].contains(tokens[verb].folded) ? verb + 1 : nil
    }

    /// `dentro de un club no se puede repetir el nombre del equipo`, `en la misma sala no se repite el número`.
    mutating func readScoped(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        if readScopedField(sentence) { return true }
        guard lexicon.language == .spanish, said.contains(.unique), let lead = sentence.items.first,
            lead.word == .preposition, let scope = sentence.mentions.first, scope.start == lead.range.upperBound,
            !scope.isPlural,
            reader.word(tokens, at: scope.range.upperBound)?.meaning == .not
                || lexicon.prose.match(tokens, at: scope.range.upperBound, where: { $0 == .unique }) != nil,
            let unique = lexicon.prose.match(tokens, at: scope.range.upperBound, where: { $0 == .unique })
        else { return false }
        var index = scope.range.upperBound + unique.count
        guard let article = reader.word(tokens, at: index), article.meaning == .definite else { return false }
        index += article.count
        guard var phrase = reader.nounPhrase(tokens, from: index) else { return false }
        if phrase.upperBound < tokens.count, tokens[phrase.upperBound].isOf,
            let owner = sentence.mentions.first(where: { $0.start == phrase.upperBound + 1 })
        {
            phrase = span(phrase.lowerBound, owner.range.upperBound)
        }
        guard phrase.upperBound == tokens.count || tokens[phrase.upperBound].kind == .mark else { return false }
        let field = known(phrase, sentence).filter { $0.entity != scope.entity }
        let own = field.first { $0.entity == antecedent?.entity } ?? (field.count == 1 ? field.first : nil)
        guard let own else { return false }
        makeUnique(own, within: scope, sentence)
        return true
    }

    /// `dentro de un mismo club, el número del equipo no se repite`: the field before what is said of it.
    private mutating func readScopedField(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, said.contains(.unique), let lead = sentence.items.first,
            lead.word == .preposition || lead.word == .per, let scope = sentence.mentions.first,
            scope.start <= lead.range.upperBound, !scope.isPlural, scope.range.upperBound + 3 < tokens.count
        else { return false }
        let start = tokens[scope.range.upperBound].isMark(",") ? scope.range.upperBound + 1 : scope.range.upperBound
        guard let article = reader.word(tokens, at: start), article.meaning == .definite,
            let unique = span(start + 2, min(start + 9, tokens.count)).first(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .unique }) != nil
            }), !span(start, unique).contains(where: { tokens[$0].kind != .word })
        else { return false }
        let phrase = span(start + article.count, unique)
        let field = known(phrase, sentence).filter { $0.entity != scope.entity }
        let own = field.first { $0.entity == antecedent?.entity } ?? (field.count == 1 ? field.first : nil)
        guard let own else { return false }
        makeUnique(own, within: scope, sentence)
        return true
    }

    /// `las variedades son de una especie y su nombre no se repite dentro de ella`: unique with what was named before.
    mutating func readOwnWithin(_ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, said.contains(.unique),
            let own = tokens.indices.first(where: {
                $0 > 3 && tokens[$0].folded == "su"
                    && (reader.word(tokens, at: $0 - 1)?.meaning == .and
                        || tokens[$0 - 1].kind == .mark)
            }), let name = reader.nounPhrase(tokens, from: own + 1),
            let unique = lexicon.prose.match(tokens, at: name.upperBound, where: { $0 == .unique }),
            let lead = reader.word(tokens, at: name.upperBound + unique.count), lead.meaning == .preposition,
            let owner = sentence.mentions.first, owner.range.upperBound <= own
        else { return }
        let next = name.upperBound + unique.count + lead.count
        let scope =
            reader.word(tokens, at: next)?.meaning == .it
            ? sentence.mentions.last { $0.range.upperBound <= own && $0.entity != owner.entity }
            : sentence.mentions.first { $0.start >= next }
        guard let scope, scope.entity != owner.entity else { return }
        let words = sentence.located(name)
        facts.add(FieldItem(name: words, words: words.text), to: owner.entity)
        makeUnique((owner.entity, words.text), within: scope, sentence)
    }

    /// `una configuración no se repite para el mismo flag y entorno`: what it refers to is unique together.
    mutating func readNotRepeated(_ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, said.isSuperset(of: [.unique, .same]) else { return }
        for index in tokens.indices {
            guard let unique = lexicon.prose.match(tokens, at: index, where: { $0 == .unique }),
                let lead = reader.word(tokens, at: index + unique.count), lead.meaning == .preposition,
                let same = lexicon.prose.match(
                    tokens, at: index + unique.count + lead.count, where: { $0 == .same }),
                let owner = sentence.mentions.first(where: { $0.range.upperBound <= index }) ?? antecedent
            else { continue }
            let start = index + unique.count + lead.count + same.count
            let scopes = sentence.mentions.filter { $0.range.lowerBound >= start && $0.range.upperBound <= start + 6 }
            guard scopes.count == 2, scopes[0].range.lowerBound == start,
                scopes.allSatisfy({ $0.entity != owner.entity }),
                reader.word(tokens, at: scopes[0].range.upperBound)?.meaning == .and
            else { continue }
            for scope in scopes { refer(owner.entity, to: scope, sentence) }
            let names = scopes.map {
                Located(text: candidates.candidates[$0.entity].name, place: tokens[$0.range.lowerBound].place)
            }
            facts.add(UniqueGroup(names: names, place: tokens[index].place), to: owner.entity)
            isUsed = true
            return
        }
    }

    /// The scope of `un número, que dentro de su serie no se puede repetir`, which stands right before the words for it.
    private func scopeBefore(_ index: Int, of entity: Int, _ sentence: ProseSentence) -> Mention? {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish,
            let scope = sentence.mentions.first(where: { $0.range.upperBound == index }), scope.entity != entity,
            !scope.isPlural
        else { return nil }
        let start = span(max(0, scope.start - 3), scope.start + 1).first {
            tokens[$0].folded == "dentro" || tokens[$0].folded == "en"
        }
        guard let start, start > 0, ["que", ","].contains(tokens[start - 1].text.lowercased()) else { return nil }
        return scope
    }
}
