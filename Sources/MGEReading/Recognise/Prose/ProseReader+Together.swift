import MGECore
import MGELayers

extension ProseReader {
    /// A Spanish sentence with a clause by itself that says what is unique together: `…, el polígono y la parcela juntos no se
    /// repiten, y …`.
    func togetherApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard lexicon.language == .spanish, let clause = togetherClause(tokens) else { return [source] }
        var end = clause.upperBound
        if end < tokens.count, tokens[end].kind == .mark { end += 1 }
        let lead = clause.lowerBound > 0 ? clause.lowerBound - 1 : 0
        return [0..<lead, clause, end..<tokens.count].filter { part in part.contains { tokens[$0].kind != .mark } }
            .map(source.part)
    }

    /// The clause between commas that names two things and says that they are not repeated.
    private func togetherClause(_ tokens: [Token]) -> Range<Int>? {
        var start = 0
        var depth = 0
        for index in 0...tokens.count {
            if index < tokens.count {
                if tokens[index].isMark("(") { depth += 1 }
                if tokens[index].isMark(")") { depth -= 1 }
                guard depth == 0, [",", ";", "."].contains(where: tokens[index].isMark) else { continue }
            }
            if index - start < tokens.count, isTogether(tokens, span(start, index)) { return span(start, index) }
            start = index + 1
        }
        return nil
    }

    /// Whether a clause has two nouns with their articles and `y` between them, and says that these are unique.
    private func isTogether(_ tokens: [Token], _ clause: Range<Int>) -> Bool {
        guard let first = clause.first, clause.count > 5, reader.word(tokens, at: first)?.meaning != .relative,
            let unique = clause.first(where: { lexicon.prose.match(tokens, at: $0, where: { $0 == .unique }) != nil }),
            unique > first, tokens[first].folded != "que"
        else { return false }
        let isSaid =
            clause.contains {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .together || $0 == .combination }) != nil
            } || ["no", "nunca", "jamas"].contains(tokens[unique].folded)
        let verbs = clause.contains { [.has, .keep, .belongs, .weHave].contains(reader.word(tokens, at: $0)?.meaning) }
        let combines = span(first, min(first + 2, clause.upperBound)).contains {
            lexicon.prose.match(tokens, at: $0, where: { $0 == .combination }) != nil
        }
        return isSaid && !verbs && (combines || pair(tokens, clause) != nil)
    }

    /// Two nouns with `y` between them, each with its article.
    private func pair(_ tokens: [Token], _ clause: Range<Int>) -> (first: Range<Int>, second: Range<Int>)? {
        for joint in clause.dropFirst(2)
        where reader.word(tokens, at: joint)?.meaning == .and
            && reader.word(tokens, at: joint + 1)?.meaning == .definite
        {
            guard let second = reader.nounPhrase(tokens, from: joint + 2), second.upperBound <= clause.upperBound,
                let start = span(max(clause.lowerBound, joint - 5), joint).last(where: {
                    reader.word(tokens, at: $0)?.meaning == .definite
                }), let first = reader.nounPhrase(tokens, from: start + 1), first.upperBound == joint
            else { continue }
            return (first, withoutTogether(tokens, second))
        }
        return nil
    }

    /// A noun without the adverb that its phrase ends with: `la parcela juntos`.
    private func withoutTogether(_ tokens: [Token], _ phrase: Range<Int>) -> Range<Int> {
        let end = phrase.first { lexicon.prose.match(tokens, at: $0, where: { $0 == .together }) != nil }
        return span(phrase.lowerBound, end ?? phrase.upperBound)
    }

    /// Reads such a clause: `dentro de un patio no pueden coincidir la fila y el número`.
    mutating func readTogetherClause(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let clause = span(0, tokens.last?.kind == .mark ? tokens.count - 1 : tokens.count)
        guard lexicon.language == .spanish, said.contains(.unique), isTogether(tokens, clause),
            let (first, second) = pair(tokens, clause)
        else { return false }
        let found = [first, second].map { known($0, sentence) }
        if let group = withReference([first, second], found, sentence) {
            facts.add(group.group, to: group.owner)
            isUsed = true
            return true
        }
        let owners = found[0].filter { field in found[1].contains { $0.entity == field.entity } }
        guard let owner = owners.first(where: { $0.entity == antecedent?.entity })?.entity ?? owners.last?.entity else {
            return false
        }
        var names = found.compactMap { $0.first { $0.entity == owner }?.name }
        for index in sentence.items.indices {
            guard let scope = sentence.items[index].mention, scope.entity != owner, !scope.isPlural,
                sentence.items[..<index].last(where: { $0.word?.isDeterminer != true })?.word == .preposition
            else { continue }
            refer(owner, to: scope, sentence)
            names.insert(candidates.candidates[scope.entity].name, at: 0)
        }
        let place = sentence.source.place
        facts.add(UniqueGroup(names: names.map { Located(text: $0, place: place) }, place: place), to: owner)
        isUsed = true
        return true
    }

    /// The fields that a noun names, also with what it belongs to: `la fecha de la cita`.
    private func known(_ phrase: Range<Int>, _ sentence: ProseSentence) -> [(entity: Int, name: String)] {
        let tokens = sentence.source.tokens
        let found = facts.fields(named: lexicon.inflector.singular(of: sentence.source.words(phrase).lowercased()))
        guard found.isEmpty, let joint = phrase.first(where: { tokens[$0].isOf }) else { return found }
        let owner = sentence.mentions.first { $0.range.lowerBound > joint && $0.range.lowerBound < joint + 3 }
        let head = sentence.source.words(span(phrase.lowerBound, joint)).lowercased()
        return facts.fields(named: lexicon.inflector.singular(of: head)).filter { $0.entity == owner?.entity }
    }

    /// One of two nouns is a field, and the other what its entity refers to: `el paciente y la fecha de la cita`.
    private func withReference(
        _ phrases: [Range<Int>], _ found: [[(entity: Int, name: String)]], _ sentence: ProseSentence
    ) -> (group: UniqueGroup, owner: Int)? {
        let targets = phrases.map { phrase in sentence.mentions.first { $0.range == phrase }?.entity }
        for (number, target) in targets.enumerated() {
            guard let target, targets[1 - number] == nil else { continue }
            let owner = found[1 - number].first { field in
                facts.evidence.contains { $0.source == field.entity && $0.target == target && $0.kind == .one }
            }
            guard let owner else { continue }
            let place = sentence.source.place
            let names = [owner.name, candidates.candidates[target].name].map { Located(text: $0, place: place) }
            return (UniqueGroup(names: names, place: place), owner.entity)
        }
        return nil
    }

    /// `dentro de un club no se puede repetir el nombre del equipo`, `en la misma sala no se repite el número`.
    mutating func readScoped(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
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
        refer(own.entity, to: scope, sentence)
        let place = sentence.source.place
        let names = [own.name, candidates.candidates[scope.entity].name].map { Located(text: $0, place: place) }
        facts.add(UniqueGroup(names: names, place: place), to: own.entity)
        isUsed = true
        return true
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

    /// `nadie se inscribe dos veces en el mismo torneo`: what was spoken of has each pair of what it refers to once.
    mutating func readNobodyTwice(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, said.isSuperset(of: [.twice, .same]),
            tokens.contains(where: { ["nadie", "ninguno", "ninguna"].contains($0.folded) }) || said.contains(.not),
            sentence.mentions.count == 1, let place = sentence.mentions.first, let owner = antecedent,
            place.entity != owner.entity
        else { return false }
        var targets: [Int] = []
        for evidence in facts.evidence
        where evidence.kind == .one && evidence.source == owner.entity && !targets.contains(evidence.target) {
            targets.append(evidence.target)
        }
        guard targets.count == 2, targets.contains(place.entity) else { return false }
        let group = targets.map { Located(text: candidates.candidates[$0].name, place: sentence.source.place) }
        facts.add(UniqueGroup(names: group, place: sentence.source.place), to: owner.entity)
        isUsed = true
        return true
    }
}
