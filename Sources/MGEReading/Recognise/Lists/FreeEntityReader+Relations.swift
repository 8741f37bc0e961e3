import MGELayers

extension FreeEntityReader {
    /// Adds a relation of a table, or what the table says of one that is there already.
    mutating func addRelation(_ draft: FreeDraft) {
        let name = draft.item.name.text.wireName
        let same = drafts.firstIndex { other in
            other.target?.text == draft.target?.text && other.isMany == draft.isMany
                && (other.item.name.text.wireName == name
                    || draft.target?.text.wireName == name && other.isNamedAfterTarget)
        }
        guard let same else { return add(draft) }
        drafts[same].item.optional = draft.item.optional ?? drafts[same].item.optional
        drafts[same].item.unique = draft.item.unique ?? drafts[same].item.unique
        drafts[same].item.onDelete = draft.item.onDelete ?? drafts[same].item.onDelete
        for clause in draft.clauses { clauses.append(Clause(text: clause, field: same)) }
    }

    /// Reads how many there are of both before the other one: `N:1 with Stop, optional`.
    mutating func readCounted(_ text: TokenizedText) -> Bool {
        let kinds: Set<Keyword> = [.manyToOne, .oneToMany, .manyToMany, .oneToOne]
        guard let kind = lexicon.keywords.match(text.tokens, at: 0, where: kinds.contains), kind.count > 1,
            text.tokens[0].text.count == 1, kind.meaning != .oneToMany
        else { return false }
        var start = kind.count
        while let count = lexicon.count(
            anyOf: [.with, .rangeTo, .togetherWith, .determiner, .refersTo], text.tokens, at: start)
        {
            start += count
        }
        guard let found = reader.names.match(text.tokens, at: start), found.name != own else { return false }
        let isMany = kind.meaning == .manyToMany
        let name = isMany ? lexicon.inflector.plural(of: found.name) : found.name
        let place = text.tokens[start].place
        var draft = FreeDraft(name: Located(text: name, place: place), words: text.words)
        draft.refer(to: found.name, at: place, isMany: isMany)
        draft.isNamedAfterTarget = true
        if kind.meaning == .oneToOne { draft.item.unique = place }
        reader.readRest(text, from: start + found.count, into: &draft)
        addRelation(draft)
        return true
    }

    /// Reads fields with what they refer to behind arrows: `day, price → one room, removed with it; → one guest`.
    mutating func readPointed(_ clause: TokenizedText) -> Bool {
        let tokens = clause.tokens
        let arrows = tokens.indices.filter { index in
            (clause.isArrow(at: index) || tokens[index].isMark("→")) && isPointed(clause, behind: index)
        }
        guard let first = arrows.first, first == 0 || tokens[first - 1].isMark(")") || hasArrow(behind: first, clause)
        else { return false }
        if first > 0 { readLine(clause.part(0..<first)) }
        for (start, end) in zip(arrows, arrows.dropFirst() + [tokens.count]) {
            readTarget(clause.part(start + (tokens[start].isMark("→") ? 1 : 2)..<end))
        }
        return true
    }

    /// Whether how many of an entity stand behind an arrow.
    private func isPointed(_ clause: TokenizedText, behind arrow: Int) -> Bool {
        let start = arrow + (clause.tokens[arrow].isMark("→") ? 1 : 2)
        guard let count = lexicon.count(anyOf: [.indefinite, .many, .one], clause.tokens, at: start) else {
            return false
        }
        return reader.names.match(clause.tokens, at: start + count) != nil
    }

    /// Whether a comma stands before the name in front of an arrow, so that this is a field among others.
    private func hasArrow(behind arrow: Int, _ clause: TokenizedText) -> Bool {
        let name = clause.tokens[..<arrow].reversed().prefix { $0.isName }
        let before = arrow - name.count - 1
        return before > 0 && clause.tokens[before].isMark(",")
            && FieldGuess(lexicon: lexicon).type(of: clause.words(before + 1..<arrow)) != nil
    }

    /// Reads what a verb before an arrow relates it to: `pertenece a → Equipo`, `lo revisa → Persona (revisora), opcional`.
    mutating func readPointing(_ text: TokenizedText) -> Bool {
        let tokens = text.tokens
        guard
            let arrow = tokens.prefix(6).indices.first(where: { tokens[$0].isMark("→") || text.isArrow(at: $0) }),
            arrow > 0, tokens[..<arrow].allSatisfy(\.isName)
        else { return false }
        var start = arrow + (tokens[arrow].isMark("→") ? 1 : 2)
        start += lexicon.count(anyOf: [.indefinite, .determiner], tokens, at: start) ?? 0
        guard let found = reader.names.match(tokens, at: start), saysVerb(Array(tokens[..<arrow])) else { return false }
        var end = start + found.count
        var name = Located(text: found.name, place: tokens[start].place)
        var isRole = false
        if end < tokens.count, tokens[end].isMark("(") {
            let inside = text.part(end + 1..<max(end + 1, text.closing(of: end)))
            if (1...2).contains(inside.tokens.count), inside.tokens.allSatisfy({ $0.kind == .word }),
                !reader.phrases.areAttributes(inside)
            {
                (name, end, isRole) = (inside.located, min(text.closing(of: end) + 1, tokens.count), true)
            }
        }
        var draft = FreeDraft(name: name, words: text.words)
        draft.refer(to: found.name, at: tokens[start].place, isMany: false)
        draft.isNamedAfterTarget = !isRole
        let rest = text.part(end..<tokens.count)
        let said = rest.clauses
        if let first = said.first, tokens[end].isMark(",") || tokens[end].isMark("(") {
            reader.readRest(first, from: 0, into: &draft)
        }
        add(draft)
        let field = drafts.count - 1
        for clause in said.dropFirst(end < tokens.count && tokens[end].isMark(";") ? 0 : 1) {
            if reader.kinds.isClause(clause.tokens) {
                clauses.append(Clause(text: clause, field: field))
            } else {
                unused.append(clause.located)
            }
        }
        return true
    }

    /// A field with a colon in the place of the arrow to what it refers to: `operator → a member`, `sponsor -> another member`.
    func withColon(_ text: TokenizedText) -> TokenizedText? {
        let tokens = text.tokens
        guard
            let arrow = tokens.prefix(6).indices.first(where: { tokens[$0].isMark("→") || text.isArrow(at: $0) }),
            arrow > 0, tokens[..<arrow].allSatisfy(\.isName), !saysVerb(Array(tokens[..<arrow]))
        else { return nil }
        let target = arrow + (tokens[arrow].isMark("→") ? 1 : 2)
        let counted = lexicon.count(anyOf: [.indefinite, .determiner, .one, .many], tokens, at: target) ?? 0
        let other = lexicon.prose.match(tokens, at: target + counted, where: { $0 == .other })?.count ?? 0
        guard reader.names.match(tokens, at: target + counted + other) != nil else { return nil }
        let colon = Token(
            kind: .mark, text: ":", folded: ":", range: tokens[arrow].range, place: tokens[arrow].place, isSpaced: false
        )
        return TokenizedText(text: text.text, tokens: Array(tokens[..<arrow]) + [colon] + tokens[target...])
    }

    /// Reads an entity behind a sign of several: `⇉ Line (each line has several crews)`.
    mutating func readSeveral(_ text: TokenizedText) -> Bool {
        guard let sign = text.tokens.first, sign.kind == .mark, let count = lexicon.count(.many, text.tokens, at: 0),
            let found = reader.names.match(text.tokens, at: count)
        else { return false }
        let name = lexicon.inflector.plural(of: found.name)
        var draft = FreeDraft(name: Located(text: name, place: text.place), words: text.words)
        draft.refer(to: found.name, at: text.place, isMany: true)
        draft.isNamedAfterTarget = true
        add(draft)
        return true
    }

    /// Reads who plays roles that are fields so far: `father and mother are dogs too`.
    mutating func readRoles(_ text: TokenizedText) -> Bool {
        guard let said = PlayedRoles(text, reader: reader) else { return false }
        let found = said.roles.map { role in
            drafts.indices.filter { drafts[$0].isPlain && drafts[$0].item.name.text.foldedForComparison == role }
        }
        guard found.allSatisfy({ $0.count == 1 }) else { return false }
        for index in found.flatMap({ $0 }) {
            drafts[index].refer(to: said.target.text, at: said.target.place, isMany: false)
            if said.isOptional { drafts[index].item.optional = text.place }
        }
        return true
    }

    /// Reads what is said of a field that is there, without a verb or with one: `email can be missing`.
    mutating func readAttributes(_ text: TokenizedText) -> Bool {
        let tokens = text.tokens
        let start = lexicon.count(.determiner, tokens, at: 0) ?? 0
        guard start + 1 < tokens.count, lexicon.holds(anyOf: [.may], in: tokens) else { return false }
        let known = drafts.indices.first { index in
            let name = drafts[index].item.name.text.replacing("_", with: " ").foldedForComparison
            let count = name.split(separator: " ").count
            return start + count < tokens.count
                && text.words(start..<start + count).foldedForComparison == name
                && reader.phrases.emptiness(tokens, at: start + count).map { start + count + $0 == tokens.count }
                    ?? false
        }
        guard let known else { return false }
        drafts[known].item.optional = text.place
        return true
    }

    /// Whether words before an arrow are no name: `belongs to`, `lo revisa`.
    private func saysVerb(_ head: [Token]) -> Bool {
        if lexicon.count(anyOf: [.refersTo, .manyToOne, .of], head, at: 0) != nil { return true }
        if lexicon.prose.match(head, at: 0, where: { $0 == .belongs }) != nil { return true }
        return lexicon.language == .spanish && head.count > 1 && ["lo", "la", "los", "las"].contains(head[0].folded)
    }

    /// Reads what an arrow points at, with its role and rules: `one member, the author, removed with it`.
    private mutating func readTarget(_ text: TokenizedText) {
        let parts = text.ranges(in: text.tokens.indices, at: [",", ";"]).map(text.part)
        guard let first = parts.first else { return }
        let count = drafts.count
        readPart(first)
        guard drafts.count > count else { return unused += parts.dropFirst().map(\.located) }
        for part in parts.dropFirst() {
            let lead = lexicon.count(.determiner, part.tokens, at: 0) ?? 0
            let name = part.part(lead..<part.tokens.count)
            if lead > 0, (1...3).contains(name.tokens.count), name.tokens.allSatisfy(\.isName),
                !reader.phrases.areAttributes(name)
            {
                drafts[count].item.name = name.located
            } else if reader.kinds.isClause(part.tokens) {
                clauses.append(Clause(text: part, field: count))
            } else {
                reader.readGroup(part, .remark, into: &drafts[count])
            }
        }
    }

    /// Reads two references to the same entity by what tells them apart: `a player on the left and a player on the right`.
    mutating func readRoles(_ halves: [TokenizedText]) -> Bool {
        let found = halves.compactMap { half -> (name: Located, target: String)? in
            let mentions = reader.names.mentions(in: half.tokens)
            guard mentions.count == 1, mentions[0].quantity == .one, mentions[0].name != own,
                half.tokens.allSatisfy(\.isName)
            else { return nil }
            let name = half.part(reader.lead(of: half.tokens)..<half.tokens.count)
            guard (2...4).contains(name.tokens.count), name.tokens.count > mentions[0].range.count,
                !lexicon.holds(anyOf: [.relative, .has, .may], in: name.tokens)
            else { return nil }
            return (name.located, mentions[0].name)
        }
        guard found.count == 2, found[0].target == found[1].target, found[0].name.text != found[1].name.text else {
            return false
        }
        for (name, target) in found {
            var draft = FreeDraft(name: name, words: name.text)
            draft.refer(to: target, at: name.place, isMany: false)
            add(draft)
        }
        return true
    }

    /// The rule behind words that name no field: `Kept for good: a person with records can't be removed`.
    func ruleBehindColon(_ text: TokenizedText) -> TokenizedText? {
        let tokens = text.tokens
        guard let colon = tokens.firstIndex(where: { $0.isMark(":") }), colon > 1, colon + 4 < tokens.count,
            tokens[..<colon].allSatisfy(\.isName), FieldGuess(lexicon: lexicon).type(of: text.words(0..<colon)) == nil,
            reader.names.mentions(in: Array(tokens[..<colon])).isEmpty,
            lexicon.count(anyOf: [.indefinite, .determiner, .each, .negation], tokens, at: colon + 1) != nil,
            reader.kinds.saysDeletion(Array(tokens[(colon + 1)...]))
        else { return nil }
        return text.part(colon + 1..<tokens.count)
    }

    /// Where a rule of its own begins behind a comma and a reference: `belongs to one call, and never twice per person`.
    func ruleBehind(_ text: TokenizedText) -> Range<Int>? {
        let tokens = text.tokens
        guard let comma = tokens.firstIndex(where: { $0.isMark(",") }), comma > 2,
            let and = lexicon.count(.andWord, tokens, at: comma + 1), comma + 1 + and < tokens.count
        else { return nil }
        let rule = comma + 1 + and..<tokens.count
        let first = Array(tokens[..<comma])
        guard reader.kinds.isClause(Array(tokens[rule])), !reader.kinds.isClause(first),
            reader.names.mentions(in: first).contains(where: { $0.name != own && $0.quantity == .one })
        else { return nil }
        return rule
    }
}
