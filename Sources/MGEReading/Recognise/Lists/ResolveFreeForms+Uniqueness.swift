extension ResolveFreeForms {
    /// Reads `Unique together: display + position for a flight; bird + day for a weighing`.
    mutating func readTogether(_ sentence: TokenizedText) -> Bool {
        let tokens = sentence.tokens
        guard let lead = lexicon.count(.unique, tokens, at: 0), lead + 1 < tokens.count, tokens[lead].isMark(":"),
            tokens.contains(where: { $0.isMark("+") })
        else { return false }
        var isRead = false
        for said in sentence.part(lead + 1..<tokens.count).clauses {
            let clause = TokenizedText(text: said.text, tokens: Array(tokens[..<lead]) + said.tokens)
            guard let position = owner(of: clause), let group = readers[position]?.uniqueGroup(clause) else { continue }
            readers[position]?.groups.append(group)
            isRead = true
        }
        return isRead
    }

    /// Gives a sentence about what is there once only to the entity whose fields it names.
    mutating func readUniqueness(_ sentence: TokenizedText) -> Bool {
        guard saysOnce(sentence.tokens) else { return false }
        if let (first, second) = repeated(sentence) {
            let isRead = [readUniqueness(first), readUniqueness(second)]
            return isRead.contains(true)
        }
        let parts = sentence.ranges(in: sentence.tokens.indices, at: [",", ":"]).map(sentence.part)
        // What stands between commas is enough when it names several fields.
        // `in one walk, the same species is found only once` is said with its scope.
        let isScoped =
            parts.count == 2 && lexicon.inflector.isPreposition(sentence.tokens[0].folded)
            && reader.names.mentions(in: parts[0].tokens).count == 1 && parts[0].tokens.count < 5
        for clause in (isScoped ? [] : parts.filter { saysOnce($0.tokens) }) + [sentence] {
            guard let position = owner(of: clause) else { continue }
            readers[position]?.clauses.append(FreeEntityReader.Clause(text: clause))
            return true
        }
        return false
    }

    /// The two rules of `A key is unique within its vault, and a number within its secret`, where the second says no more than
    /// what is another.
    private func repeated(_ sentence: TokenizedText) -> (TokenizedText, TokenizedText)? {
        let tokens = sentence.tokens
        guard
            let comma = tokens.indices.first(where: { index in
                tokens[index].isMark(",") && lexicon.count(.andWord, tokens, at: index + 1) != nil
            }), let and = lexicon.count(.andWord, tokens, at: comma + 1),
            let unique = tokens.indices.first(where: { lexicon.count(.unique, tokens, at: $0) == 1 }), unique < comma,
            lexicon.holds(anyOf: [.per], in: Array(tokens[unique..<comma])),
            !lexicon.holds(anyOf: [.unique, .noTwoAlike], in: Array(tokens[comma...])),
            let per = tokens.indices.dropFirst(comma + 1 + and).first(where: {
                lexicon.count(.per, tokens, at: $0) != nil
            })
        else { return nil }
        var name = tokens[comma + 1 + and..<per].filter { !$0.isMark(",") }
        if name.count > 2, ["el", "la"].contains(name[0].folded), name[1].isOf {
            // `y el de una variable` repeats what the first rule is about.
            let of = tokens.indices.first { tokens[$0].isOf } ?? 0
            guard of > 0, of < unique else { return nil }
            name = Array(tokens[..<of] + name.dropFirst())
        }
        let second = TokenizedText(text: sentence.text, tokens: name + [tokens[unique]] + tokens[per...])
        return (sentence.part(0..<comma), second)
    }

    /// Whether words say that something is there once, and not only that two are the same.
    private func saysOnce(_ tokens: [Token]) -> Bool {
        guard tokens.count > 2 else { return false }
        if lexicon.holds(anyOf: [.unique, .noTwoAlike, .negation], in: tokens) {
            return reader.kinds.saysUniqueness(tokens) || lexicon.holds(anyOf: [.unique, .noTwoAlike], in: tokens)
        }
        if let one = lexicon.count(.indefinite, tokens, at: 0), reader.names.match(tokens, at: one) != nil,
            lexicon.count(.per, tokens, at: one + (reader.names.match(tokens, at: one)?.count ?? 0)) != nil
        {
            // `One payment per member and year`
            return true
        }
        return tokens.indices.contains { index in
            guard let count = lexicon.count(.onlyOnce, tokens, at: index) else { return false }
            return !(index..<index + count).contains { lexicon.count(.same, tokens, at: $0) != nil }
        } && reader.kinds.saysUniqueness(tokens)
    }

    /// The entity that has most of the fields that a clause names, a reference among them or in its own words.
    private func owner(of clause: TokenizedText) -> Int? {
        let tokens = clause.tokens
        let isScoped = reader.kinds.saysUniqueness(tokens)
        let mentioned = Set(reader.names.mentions(in: tokens).map(\.name))
        let found = words.entities(named: tokens).compactMap {
            position -> (position: Int, members: Int, exact: Int, isNamed: Int)? in
            guard let items = readers[position] else { return nil }
            let members = items.members(named: tokens)
            let isRelated = members.contains { items.drafts[$0].target != nil }
            guard members.count > 1, isScoped || isRelated else { return nil }
            // `door number` is not `registration number`.
            // `badge number` is more than `number`.
            let exact = members.reduce(0) { count, index in
                let name = items.drafts[index].item.name.text.replacing("_", with: " ").foldedForComparison
                let words = name.split(separator: " ")
                return count + (words.allSatisfy { word in tokens.contains { $0.folded == word } } ? words.count : 0)
            }
            return (position, members.count, exact, mentioned.contains(items.own) ? 1 : 0)
        }
        let best = found.max { left, right in
            (left.members, left.exact, left.isNamed, -left.position)
                < (right.members, right.exact, right.isNamed, -right.position)
        }
        return best?.position
    }

    // MARK: A second time

    /// Reads what is unique together in sentences that speak of references which other sentences have made.
    /// - Returns: the numbers of the sentences that are read.
    static func readUniqueness(
        _ sentences: [TokenizedText], in statements: inout [Statement], lexicon: Lexicon
    ) -> Set<Int> {
        var resolver = ResolveFreeForms(statements, lexicon: lexicon, findings: Findings())
        var used: Set<Int> = []
        for (position, statement) in resolver.statements.enumerated() {
            guard case .entity(let entity) = statement else { continue }
            resolver.readers[position] = resolver.makeReader(entity)
        }
        resolver.words = FieldWords(resolver.readers, lexicon: lexicon)
        for (number, sentence) in sentences.enumerated() where resolver.readUniqueness(sentence) { used.insert(number) }
        for position in resolver.readers.keys {
            guard var items = resolver.readers[position], !items.clauses.isEmpty,
                case .entity(var entity) = resolver.statements[position]
            else { continue }
            items.finishClauses()
            for group in items.groups where group.names.count > 1 {
                let isThere = entity.uniqueGroups.contains { Set($0.names.map(\.text)) == Set(group.names.map(\.text)) }
                if !isThere { entity.uniqueGroups.append(group) }
                resolver.dropUnique(in: group, &entity)
            }
            statements[position] = .entity(entity)
        }
        return used
    }

    /// Takes back that a reference is unique alone, which is read of `There is one inspection per playground` where
    /// the sentence goes on with `and date`: nobody would say it of both.
    private func dropUnique(in group: UniqueGroup, _ entity: inout EntityStatement) {
        let names = Set(group.names.map(\.text))
        guard names.count > 1 else { return }
        for index in entity.fields.indices where names.contains(entity.fields[index].name.text) {
            let type = entity.fields[index].type
            let isReference = type.map { lexicon.types.meaning(of: $0.tokens) == nil } ?? false
            if isReference { entity.fields[index].unique = nil }
        }
    }
}
