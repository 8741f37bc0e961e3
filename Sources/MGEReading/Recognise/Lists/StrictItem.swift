import MGECore

/// Reads an item that is written exactly, so that nothing of it is guessed.
enum StrictItem {
    /// The item when it has a type or an entity's name after a colon, and only attributes after that.
    static func read(_ text: TokenizedText, lexicon: Lexicon, names: EntityNames) -> FreeDraft? {
        guard text.tokens.contains(where: { $0.isMark(":") }) else { return nil }
        var findings = Findings()
        guard let item = ItemReader.read(text, lexicon: lexicon, findings: &findings), let type = item.type,
            !findings.diagnostics.contains(where: { $0.severity == .error })
        else { return nil }
        if item.summary != nil, text.tokens.last?.isMark(")") == true { return nil }
        let known = lexicon.types.meaning(of: type.tokens.map(\.asWord))
        let target = names.name(of: type.tokens)
        guard known != nil && known != .enum || target != nil || known == .enum && type.arguments?.isEmpty == false
        else { return nil }
        var draft = FreeDraft(name: item.name, words: item.words)
        draft.item = item
        if let target, known == nil { draft.refer(to: target, at: type.words.place, isMany: type.isMany) }
        if draft.target != nil { draft.item.type = nil }
        draft.isExact = true
        return draft
    }
}
