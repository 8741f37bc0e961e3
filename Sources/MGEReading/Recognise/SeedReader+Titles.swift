import MGELayers

/// Titles that say what is managed, which ask for a system without naming one.
extension SeedReader {
    /// Whether it is one: `Gestión de un taller mecánico: clientes, vehículos con matrícula y reparaciones`.
    var isTitle: Bool {
        guard lexicon.language == .spanish, tokens.count > 2,
            (matches(0, .collectionOf) ?? matches(0, .management)) != nil || isAboveThings
        else { return false }
        let colon = tokens.firstIndex { $0.isMark(":") }
        let end = colon ?? (tokens.last?.kind == .mark ? tokens.count - 1 : tokens.count)
        guard end <= 12, end > 2, !tokens[..<end].contains(where: { $0.kind == .mark }),
            !tokens[..<end].indices.contains(where: isVerb)
        else { return false }
        guard let colon else { return end < tokens.count }
        return namesListed(behind: colon) && !startsClause(behind: colon)
    }

    /// Whether several things with what they have stand behind a colon: `Red de bibliotecas: bibliotecas con nombre, libros con
    /// título y autor`.
    private var isAboveThings: Bool {
        guard let colon = tokens.firstIndex(where: { $0.isMark(":") }), (2...6).contains(colon),
            tokens.dropFirst(colon + 2).indices.contains(where: { matches($0, .with) != nil })
        else { return false }
        let end = tokens.last?.isMark(".") == true ? tokens.count - 1 : tokens.count
        let things = lists.parts(of: tokens, span(colon + 1, end)).filter { part in
            guard let with = part.dropFirst().first(where: { matches($0, .with) != nil }) else { return false }
            return isEntity(part.lowerBound..<with, isStrict: true)
        }
        return things.count > 1 || things.count == 1 && matches(0, .article) != nil
    }

    private func isVerb(_ index: Int) -> Bool {
        let verbs: Set<ProseWord> = [.has, .belongs, .be, .can, .must, .each, .weHave, .relative, .we]
        return lexicon.prose.match(tokens, at: index, where: { verbs.contains($0) }) != nil
    }

    /// Whether what stands behind a colon tells who does what: `…: los jugadores se apuntan a partidos con fecha y pista`.
    ///
    /// What several English ones do is guessed at: `job board: employers post jobs`.
    func startsClause(behind colon: Int) -> Bool {
        if matches(colon + 1, .each) != nil { return true }
        return lexicon.language == .spanish && ClauseStart(lexicon: lexicon).beginsClause(source, at: colon + 1)
    }

    /// Whether a list begins with entities in the plural, which may have fields of their own.
    private func namesListed(behind colon: Int) -> Bool {
        let end = tokens.last?.isMark(".") == true ? tokens.count - 1 : tokens.count
        guard colon + 1 < end, let first = lists.parts(of: tokens, colon + 1..<end).first else { return false }
        let with = first.first { matches($0, .with) != nil } ?? first.upperBound
        return isEntity(first.lowerBound..<with, isStrict: true)
    }
}
