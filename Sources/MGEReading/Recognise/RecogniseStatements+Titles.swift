import MGELayers

/// What the first sentence says that the project is about, beside what it tells.
extension RecogniseStatements {
    /// Reads what stands behind a title as sentences: `Real estate: agents list properties with a price; buyers visit them`.
    mutating func readTitled(_ sentence: TokenizedText) -> Bool {
        guard section == .preamble, sentences.isEmpty,
            let (title, parts) = ClauseStart(lexicon: lexicon).sentences(behindTitle: sentence)
        else { return false }
        addStacks(of: sentence)
        titled.append(sentence)
        statements.append(.domain(title))
        // `Tickets: tickets, agents, customers; each ticket has a status`
        for part in parts where !readSeed(part) {
            sentences.append(lexicon.spelling.respelled(part))
            statements.append(.summary(located(part), isUnderstood: false))
        }
        return true
    }

    /// Takes who needs a system for what the project is about, as of `a law firm needs case management`.
    mutating func readClient(_ sentence: TokenizedText) -> Bool {
        guard section == .preamble, sentences.isEmpty, requests.isEmpty,
            let client = ClauseStart(lexicon: lexicon).client(in: sentence)
        else { return false }
        addStacks(of: sentence)
        statements.append(.domain(client))
        statements.append(.summary(located(sentence), isUnderstood: true))
        return true
    }
}
