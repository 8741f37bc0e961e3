import MGELayers

extension EntityLine {
    /// Whether it says what is managed, and lists things with what they have: `Gestión de proyectos: proyectos con nombre y
    /// presupuesto; miembros con correo`.
    static func isTitle(_ tokens: [Token], _ start: Int, _ end: Int, _ lexicon: Lexicon) -> Bool {
        guard lexicon.language == .spanish, end + 2 < tokens.count, tokens[end].isMark(":"),
            lexicon.inflector.isPlural(tokens[end + 1].text.lowercased())
        else { return false }
        let isManaged =
            lexicon.keywords.match(tokens, at: start, where: { $0 == .collectionOf || $0 == .management }) != nil
        return isManaged && lexicon.keywords.match(tokens, at: end + 2, where: { $0 == .with }) != nil
    }
}
