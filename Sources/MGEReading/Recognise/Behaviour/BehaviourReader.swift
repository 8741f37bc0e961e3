/// Reads what a sentence says of how rows behave.
///
/// Each kind is found by a phrase of the vocabulary; what stands around the phrase says of which entities, fields or
/// states it is said. A sentence may say several things, besides fields and relations.
struct BehaviourReader {
    let text: BehaviourSentence
    /// The entity of the sentence before.
    let antecedent: String?
    private(set) var found: [Behaviour] = []

    var tokens: [Token] { text.tokens }

    private init(_ text: BehaviourSentence, antecedent: String?) {
        self.text = text
        self.antecedent = antecedent
    }

    /// What a sentence says, in the order of its words.
    static func read(_ text: BehaviourSentence, antecedent: String?) -> [Behaviour] {
        var reader = BehaviourReader(text, antecedent: antecedent)
        reader.readLogin()
        reader.readRoles()
        reader.readAdministrators()
        reader.readOwners()
        reader.readStates()
        reader.readRequests()
        reader.readChanges()
        reader.readGaps()
        return reader.found.sorted { $0.claim.lowerBound < $1.claim.lowerBound }
    }

    /// Notes what some tokens say.
    /// - Parameters:
    ///   - kind: what they say.
    ///   - entities: the names of the entities that it is said of.
    ///   - said: the tokens that a reader is shown.
    ///   - claim: those that say nothing else; all that are shown when nil.
    mutating func add(
        _ kind: Behaviour.Kind, of entities: [String] = [], _ said: Range<Int>, claim: Range<Int>? = nil
    ) {
        var words = text.located(said)
        words.text = words.text.trimmed
        found.append(
            Behaviour(kind: kind, entities: entities, antecedent: antecedent, words: words, claim: claim ?? said))
    }

    /// Whether something that was found claims a token.
    func isClaimed(_ token: Int) -> Bool { found.contains { $0.claim.contains(token) } }

    /// Where the part of a clause begins that a token is in: behind the last comma.
    func part(before index: Int) -> Int {
        var start = index
        let clause = text.clause(around: index)
        while start > clause.lowerBound, !tokens[start - 1].isMark(",") { start -= 1 }
        return start
    }

    /// The end of the clause that a token is in, before marks and before `and` with a new subject.
    func end(after index: Int) -> Int {
        var end = index
        while end < tokens.count, !text.isEnd(end) { end += 1 }
        return end
    }

    /// Behind the articles at a token.
    func withoutArticles(_ index: Int) -> Int {
        var index = index
        while text.mention(at: index) == nil, let count = text.word(index, .article, .definite, .each) {
            index += count
        }
        return index
    }

    /// The first token of the words that a verb at a token begins with: `can be` of `can be searched`.
    func verbStart(_ index: Int) -> Int { text.token(of: text.auxiliaries(before: text.item(of: index))) }

    /// The first token of the entities that a verb is said of, where they stand right before it.
    func subjectStart(_ index: Int) -> Int {
        let item = text.auxiliaries(before: text.item(of: index))
        return text.token(of: text.nouns(before: item).start)
    }

    /// The names of the entities that a verb is said of.
    func subjects(_ index: Int) -> [String] {
        text.subjects(before: text.item(of: index)).filter { !isSomebody($0) }.map(text.name)
    }

    /// Whether an entity stands for whoever uses the system: `users can search by title`.
    func isSomebody(_ mention: Mention) -> Bool {
        text.said(mention.range.lowerBound, .user, .people) == mention.range.count
    }

    /// The name of the entity that `it` and `they` stand for.
    var topic: String? {
        text.topic(before: text.items.count).map(text.name) ?? antecedent
    }
}
