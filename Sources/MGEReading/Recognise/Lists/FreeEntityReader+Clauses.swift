import MGECore
import MGELayers

extension FreeEntityReader {
    /// Reads the clauses that speak of several fields; call it when all fields are there.
    mutating func finishClauses() {
        guard !clauses.isEmpty else { return }
        var left: [Clause] = []
        for clause in clauses where !readOnePer(clause) { left.append(clause) }
        clauses = left
        for clause in clauses { addScopes(of: clause) }
        let members = members
        for clause in clauses where !(readDeletion(clause) || readUniqueness(clause, members)) {
            unused.append(clause.text.located)
        }
        clauses = []
    }

    /// Adds the references that only a rule speaks of: `one per singer and rehearsal`.
    private mutating func addScopes(of clause: Clause) {
        let tokens = clause.text.tokens
        guard reader.kinds.saysUniqueness(tokens), !reader.kinds.saysOneToOne(tokens) else { return }
        for mention in reader.names.mentions(in: tokens) where mention.name != own {
            let isScope = (1...3).contains { back in
                back <= mention.range.lowerBound
                    && lexicon.count(.per, tokens, at: mention.range.lowerBound - back) == back
            }
            guard isScope, !drafts.contains(where: { $0.target?.text == mention.name }) else { continue }
            let place = tokens[mention.range.lowerBound].place
            var draft = FreeDraft(name: Located(text: mention.name, place: place), words: clause.text.words)
            draft.refer(to: mention.name, at: place, isMany: false)
            draft.isNamedAfterTarget = true
            add(draft)
        }
    }

    // MARK: Deletion

    private mutating func readDeletion(_ clause: Clause) -> Bool {
        let tokens = clause.text.tokens
        guard reader.kinds.saysDeletion(tokens), let index = reference(of: clause) else { return false }
        let rule: Relationship.Deletion
        let lexicon = reader.lexicon
        let first = lexicon.first(anyOf: [.deletion, .onDelete], in: tokens) ?? 0
        let after = Array(tokens[min(tokens.count, first + 1)...])
        let isForbidden = lexicon.holds(anyOf: [.negation], in: Array(tokens[..<first]))
        if isForbidden {
            rule = .restrict
        } else if lexicon.holds(anyOf: [.leftWithout, .setNull], in: after) {
            rule = .setNull
        } else if lexicon.holds(anyOf: [.negation, .restrict], in: after) {
            rule = .restrict
        } else if lexicon.holds(anyOf: [.togetherWith, .cascade, .deletion], in: after)
            || lexicon.holds(anyOf: [.togetherWith], in: tokens)
        {
            rule = .cascade
        } else {
            return false
        }
        let place = clause.text.place
        drafts[index].item.onDelete = (rule, place)
        if rule == .setNull, drafts[index].item.required == nil { drafts[index].item.optional = place }
        return true
    }

    /// The reference that a clause about deletion is about: the one that it stands at, or one whose target it names.
    private func reference(of clause: Clause) -> Int? {
        let isReference: (Int) -> Bool = { drafts[$0].target != nil && !drafts[$0].isMany }
        if let field = clause.field, isReference(field) { return field }
        let named = Set(reader.names.mentions(in: clause.text.tokens).map(\.name))
        return drafts.indices.first { index in
            isReference(index) && named.contains(drafts[index].target?.text ?? "") && drafts[index].target?.text != own
        }
    }

    // MARK: Uniqueness

    /// The fields of `unique (round, team)` and `repository + number, unique`.
    func uniqueGroup(_ clause: TokenizedText) -> UniqueGroup? {
        let tokens = clause.tokens.filter { !($0.isMark(",") || $0.isMark(":") || $0.isMark("(") || $0.isMark(")")) }
        let isListed = clause.tokens.contains { $0.isMark("+") || $0.isMark("(") }
        guard isListed, tokens.count > 2, lexicon.holds(anyOf: [.unique], in: clause.tokens) else { return nil }
        let start = lexicon.count(anyOf: [.unique, .onlyOnce], tokens, at: 0) ?? 0
        let end = start > 0 ? tokens.count : tokens.indices.last { lexicon.count(.unique, tokens, at: $0) != nil }
        guard let end, start < end else { return nil }
        let range = TokenizedText(text: clause.text, tokens: Array(tokens[start..<end]))
        guard range.tokens.allSatisfy({ $0.isName || $0.isMark("+") }) else { return nil }
        let found = members(named: range.tokens)
        let named = range.tokens.count { $0.isName }
        // `(shelf, number) unique`
        let isGrouped = clause.tokens[0].isMark("(") || range.tokens.contains { $0.isMark("+") }
        guard found.count > 1, named <= found.count * 3, start > 0 || isGrouped
        else { return nil }
        return UniqueGroup(
            names: found.map { Located(text: drafts[$0].item.name.text, place: clause.place) }, place: clause.place)
    }

    /// `one per booking`, where nothing refers to a booking yet: each booking has one.
    private mutating func readOnePer(_ clause: Clause) -> Bool {
        let tokens = clause.text.tokens
        let mentions = reader.names.mentions(in: tokens).filter { $0.name != own }
        guard clause.field == nil, mentions.count == 1, let mention = mentions.first,
            !drafts.contains(where: { $0.target?.text == mention.name }),
            let lead = lexicon.count(anyOf: [.indefinite, .onlyOnce], tokens, at: 0),
            let per = lexicon.count(.per, tokens, at: lead), lead + per == mention.range.lowerBound
        else { return false }
        let place = tokens[mention.range.lowerBound].place
        var draft = FreeDraft(name: Located(text: mention.name, place: place), words: clause.text.words)
        draft.refer(to: mention.name, at: place, isMany: false)
        draft.isNamedAfterTarget = true
        draft.item.unique = clause.text.place
        add(draft)
        return true
    }

    /// Every field under the words that may name it.
    private var members: PhraseTable<Int> {
        var phrases: [(String, Int)] = []
        var heads: [(String, Int)] = []
        for (index, draft) in drafts.enumerated() where !draft.isMany {
            let name = draft.item.name.text.replacing("_", with: " ")
            phrases.append((name, index))
            phrases.append((lexicon.inflector.plural(of: name), index))
            phrases.append((draft.item.name.text.wireName, index))
            if let target = draft.target?.text {
                phrases.append((target, index))
                phrases.append((target.wireName + "_id", index))
                phrases.append((reader.lexicon.inflector.plural(of: target), index))
                heads.append((reader.lexicon.inflector.head(of: target), index))
            }
            heads.append((reader.lexicon.inflector.head(of: name), index))
        }
        let counts = Dictionary(heads.map { ($0.0.foldedForComparison, 1) }, uniquingKeysWith: +)
        let clear = heads.filter { head in counts[head.0.foldedForComparison] == 1 || drafts.count == 1 }
        return PhraseTable(phrases + clear)
    }

    /// The fields that words name, a reference by its target too, each once.
    func members(named tokens: [Token]) -> [Int] {
        // The entity's own name is none of them.
        let own = reader.names.mentions(in: tokens).filter { $0.name == self.own }.map(\.range)
        let found = named(tokens, members, except: own)
        return found + moments(tokens).filter { !found.contains($0) }
    }

    private func named(_ tokens: [Token], _ members: PhraseTable<Int>, except: [Range<Int>] = []) -> [Int] {
        let tokens = tokens.map(\.asWord)
        var found: [Int] = []
        var index = 0
        while index < tokens.count {
            if let match = members.match(tokens, at: index) {
                let isOwn = except.contains { $0 == index..<index + match.count }
                if !isOwn, !found.contains(match.meaning) { found.append(match.meaning) }
                index += match.count
            } else {
                index += 1
            }
        }
        return found
    }

    private mutating func readUniqueness(_ clause: Clause, _ members: PhraseTable<Int>) -> Bool {
        let tokens = clause.text.tokens
        if reader.kinds.saysOneToOne(tokens), let field = clause.field, drafts[field].target != nil {
            drafts[field].item.unique = clause.text.place
            return true
        }
        if reader.kinds.saysAtMostOne(tokens), let field = clause.field ?? referenceToFirst(tokens),
            drafts[field].target != nil, !drafts[field].isMany
        {
            drafts[field].item.unique = clause.text.place
            return true
        }
        guard reader.kinds.saysUniqueness(tokens) else { return false }
        // `different for every keeper`, said of a keeper
        let ofEach = reader.names.mentions(in: tokens).filter { mention in
            mention.name == own
                && (1...3).contains { back in
                    back <= mention.range.lowerBound
                        && lexicon.count(.per, tokens, at: mention.range.lowerBound - back) == back
                }
        }
        var found = named(tokens, members, except: ofEach.map(\.range))
        found += moments(tokens).filter { !found.contains($0) }
        if let field = clause.field, !drafts[field].isMany, !found.contains(field) { found.append(field) }
        let same = tokens.indices.count { reader.lexicon.count(.same, tokens, at: $0) != nil }
        if found.isEmpty { found = clause.pair.filter { !drafts[$0].isMany } }
        guard let first = found.first, found.count >= same else { return false }
        if found.count == 1 {
            drafts[first].item.unique = clause.text.place
        } else {
            groups.append(
                UniqueGroup(
                    names: found.sorted().map { Located(text: drafts[$0].item.name.text, place: clause.text.place) },
                    place: clause.text.place))
        }
        return true
    }

    /// The reference to the entity that a clause begins with.
    private func referenceToFirst(_ tokens: [Token]) -> Int? {
        let first = reader.names.mentions(in: tokens).first?.name
        return drafts.firstIndex { $0.target?.text == first && !$0.isMany }
    }

    /// The one date or time that words such as `at the same time` mean.
    private func moments(_ tokens: [Token]) -> [Int] {
        let lexicon = reader.lexicon
        let types: Set<FieldTypeName> = [.date, .datetime, .time]
        let isSaid = tokens.indices.contains { index in
            index > 0 && lexicon.types.match(tokens, at: index).map { types.contains($0.meaning) } == true
                && lexicon.count(.same, tokens, at: index - 1) == 1
        }
        guard isSaid else { return [] }
        let found = drafts.indices.filter { index in
            let written = drafts[index].item.type.flatMap { lexicon.types.meaning(of: $0.tokens) }
            let type = written ?? FieldGuess(lexicon: lexicon).type(of: drafts[index].item.name.text)?.name
            return drafts[index].target == nil && type.map(types.contains) == true
        }
        return found.count == 1 ? found : []
    }
}
