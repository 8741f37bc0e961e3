import MGECore
import MGELayers

/// What is said of fields that are the subjects of their clauses.
extension ProseReader {
    /// `the timeout, in seconds, is at most 60`, `cover can be leather or linen`: a field of what is spoken of, which need not
    /// have been named before.
    mutating func readValue(_ sentence: ProseSentence) -> Bool {
        let (source, tokens) = (sentence.source, sentence.source.tokens)
        guard lexicon.language == .english,
            let clause = reader.valueClause(tokens, from: 0, to: tokens.count, isGapped: justRead != nil),
            let owner = owner(of: clause, sentence), isField(clause, of: owner, sentence),
            let attributes = reader.attributes(of: clause, source), !isOfSeveral(clause, attributes, owner, sentence)
        else { return false }
        let name = fieldName(clause, of: owner, attributes, sentence)
        let isNew = facts.field(named: name.text, of: owner) == nil
        guard !isNew || saysEnough(clause, attributes, sentence) else { return false }
        if isNew {
            var field = FieldItem(name: name, words: name.text)
            let phrases = FieldPhraseReader(sentence.source, reader: reader)
            if let type = phrases.typeOfWhen(name.text) { field.type = FieldAttributes.phrase(type, field) }
            facts.add(field, to: owner)
        }
        let lexicon = lexicon
        facts.update(owner, named: name.text) { attributes.apply(to: &$0, lexicon: lexicon) }
        settleScope(of: name.text, in: owner, clause.said, sentence)
        lastField = (owner, name.text)
        isUsed = true
        return true
    }

    /// Whose the field of a clause is: the one that is named with it, or the one spoken of.
    private func owner(of clause: ValueClause, _ sentence: ProseSentence) -> Int? {
        if let owner = clause.owner, let mention = sentence.mentions.first(where: { $0.range.lowerBound == owner }) {
            return mention.entity
        }
        let spokenOf = justRead?.entity ?? antecedent?.entity ?? previousField?.entity
        return spokenOf.map { onlyOwner(of: clause, sentence) ?? $0 }
    }

    /// The only one that was said to have a field, where its name stands alone and what is spoken of has none of it: `serial
    /// numbers are unique`.
    private func onlyOwner(of clause: ValueClause, _ sentence: ProseSentence) -> Int? {
        guard clause.lead == nil else { return nil }
        let name = sentence.source.words(clause.name).lowercased()
        let known =
            [name, lexicon.inflector.singular(of: name)].lazy.map { named in
                self.facts.fields(named: named).filter { $0.name.lowercased() == named }
            }.first { !$0.isEmpty } ?? []
        return known.count == 1 ? known.first?.entity : nil
    }

    /// Whether the subject is no entity.
    private func isField(_ clause: ValueClause, of owner: Int, _ sentence: ProseSentence) -> Bool {
        !sentence.mentions.contains { mention in
            // `the number of bottles`
            if mention.range.lowerBound > clause.name.lowerBound,
                sentence.source.tokens[mention.range.lowerBound - 1].isOf
            {
                return false
            }
            return mention.range.upperBound == clause.name.upperBound && clause.name.contains(mention.range.lowerBound)
        }
    }

    /// Whether it is unique with something else: `the label occurs only once per machine`.
    private func isOfSeveral(
        _ clause: ValueClause, _ attributes: FieldAttributes, _ owner: Int, _ sentence: ProseSentence
    ) -> Bool {
        guard attributes.unique != nil else { return false }
        let tokens = sentence.source.tokens
        let rule =
            clause.said.lazy.compactMap { index in
                FieldAttributes.nothingElse(tokens, at: index, lexicon: lexicon).map { span(index, $0) }
            }.first
            ?? clause.said.lazy.compactMap { index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .unique }).map { index..<index + $0.count }
            }.first
        return clause.said.contains { index in
            rule?.contains(index) != true
                && lexicon.prose.match(
                    tokens, at: index, where: { [.together, .combination, .per, .same, .twice].contains($0) }) != nil
        }
            || sentence.mentions.contains { mention in
                // `the label may occur on one crate only`
                mention.start > clause.verb && rule?.contains(mention.start) != true
                    && !(mention.entity == owner && mention.range.lowerBound == rule?.upperBound)
            }
    }

    /// What the field is called: as one that is there, else with the words of the clause.
    private func fieldName(
        _ clause: ValueClause, of owner: Int, _ attributes: FieldAttributes, _ sentence: ProseSentence
    ) -> Located {
        var name = sentence.located(clause.name)
        if reader.namesChoices(clause, sentence.source.tokens), clause.name.count > 1 {
            name = sentence.located(clause.name.dropLast())
        }
        let singular = lexicon.inflector.singular(of: name.text.lowercased())
        let known = facts.fields(named: name.text) + facts.fields(named: singular)
        if let field = known.first(where: { $0.entity == owner }) {
            name.text = field.name
        } else if !attributes.cases.isEmpty || clause.lead == nil && attributes.unique != nil {
            // `episode numbers are never reused`
            name.text = singular
        }
        if let other = clause.owner, other < clause.name.lowerBound,
            !sentence.mentions.contains(where: { $0.range.lowerBound == other })
        {
            // `the designer's website`
            let word = sentence.source.tokens[other].text
            name.text = (word.hasSuffix("s") ? String(word.dropLast(2)) : String(word.dropLast())) + " " + name.text
        }
        return name
    }

    /// Whether a clause says so much that its subject must be a field.
    private func saysEnough(
        _ clause: ValueClause, _ attributes: FieldAttributes, _ sentence: ProseSentence
    ) -> Bool {
        let tokens = sentence.source.tokens
        let isKept =
            lexicon.prose.match(sentence.source.tokens, at: clause.predicate, where: { $0 == .recorded }) != nil
        if attributes.saysOnlyOptional, !isKept, isSomebody(sentence.source.words(clause.name)) { return false }
        guard let other = sentence.mentions.first(where: { clause.predicate <= $0.range.lowerBound }) else {
            return true
        }
        return span(clause.verb, other.start).contains {
            lexicon.prose.match(tokens, at: $0, where: \.isSaid) != nil
        }
    }

    /// Whether a name may be that of somebody: `the approver may be missing` speaks of a reference.
    func isSomebody(_ name: String) -> Bool {
        lexicon.fieldItem(for: name) == nil && !name.lowercased().hasSuffix(" after")
            && ["er", "or", "ee", "ist", "ant"].contains(where: name.lowercased().hasSuffix)
    }
}
