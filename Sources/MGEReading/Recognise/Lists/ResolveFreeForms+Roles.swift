import MGECore
import MGELayers

extension ResolveFreeForms {
    /// Reads who plays the roles that a list names as fields, or a sentence: `the father and the mother are dogs too`.
    mutating func readRoles(_ sentence: TokenizedText) -> Bool {
        guard let said = PlayedRoles(sentence, reader: reader) else { return false }
        if let owner = said.owner {
            guard
                !said.names.contains(where: {
                    reader.names.name(of: Tokenizer.tokenize(LocatedText($0.text)).tokens) != nil
                })
            else { return false }
            return change(owner) { items in
                for name in said.names where !items.drafts.contains(where: { $0.item.name.text == name.text }) {
                    var draft = FreeDraft(name: name, words: sentence.words)
                    draft.refer(to: said.target.text, at: said.target.place, isMany: false)
                    if said.isOptional { draft.item.optional = sentence.place }
                    items.add(draft)
                }
            }
        }
        let found = said.roles.map(plainFields)
        guard let position = found.first?.first?.position,
            found.allSatisfy({ $0.count == 1 && $0[0].position == position })
        else { return false }
        for field in found.flatMap({ $0 }) {
            readers[position]?.drafts[field.draft].refer(to: said.target.text, at: said.target.place, isMany: false)
            if said.isOptional { readers[position]?.drafts[field.draft].item.optional = sentence.place }
        }
        return true
    }

    /// The fields without a type that have a name.
    private func plainFields(_ name: String) -> [(position: Int, draft: Int)] {
        let tokens = Tokenizer.tokenize(LocatedText(name)).tokens
        return words.fields(beginningWith: tokens.first?.folded ?? "").compactMap { position, draft, words in
            guard words == tokens.map(\.folded), let items = readers[position], items.drafts.indices.contains(draft),
                items.drafts[draft].isPlain
            else { return nil }
            return (position, draft)
        }
    }

    /// Reads what happens when who plays a role is deleted: `If a reviewer is deleted, the text stays without a reviewer`.
    mutating func readRoleDeletion(_ sentence: TokenizedText) -> Bool {
        let tokens = sentence.tokens
        guard let first = lexicon.first(anyOf: [.deletion, .onDelete], in: tokens) else { return false }
        let mentioned = Set(reader.names.mentions(in: tokens).map(\.name))
        let after = Array(tokens[(first + 1)...])
        let rule: Relationship.Deletion? =
            if lexicon.holds(anyOf: [.negation, .restrict], in: Array(tokens[..<first])) {
                .restrict
            } else if lexicon.holds(anyOf: [.leftWithout, .setNull], in: after) {
                .setNull
            } else if lexicon.holds(anyOf: [.togetherWith, .deletion], in: after) {
                .cascade
            } else {
                nil
            }
        guard let rule else { return false }
        var isRead = false
        for owner in mentioned {
            _ = change(owner) { items in
                for index in items.drafts.indices {
                    guard let target = items.drafts[index].target?.text, !items.drafts[index].isMany,
                        items.drafts[index].item.onDelete == nil, !mentioned.contains(target)
                    else { continue }
                    let name = Tokenizer.tokenize(LocatedText(items.drafts[index].item.name.text)).tokens.map(\.folded)
                    let isNamed = tokens.indices.contains { start in
                        start + name.count <= tokens.count
                            && tokens[start..<start + name.count].map(\.folded) == name
                    }
                    guard isNamed else { continue }
                    items.drafts[index].item.onDelete = (rule, sentence.place)
                    if rule == .setNull { items.drafts[index].item.optional = sentence.place }
                    isRead = true
                }
            }
        }
        return isRead
    }
}
