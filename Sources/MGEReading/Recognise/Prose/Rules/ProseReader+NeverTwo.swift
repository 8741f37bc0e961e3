import MGECore
import MGELayers

extension ProseReader {
    /// `a sample has several tests, but never two with the same method`: what no two of several may have alike, where these
    /// were named before.
    mutating func readNeverTwo(_ sentence: ProseSentence, at index: Int) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english,
            let two = lexicon.prose.match(tokens, at: index, where: { $0 == .noTwo }),
            let with = reader.word(tokens, at: index + two.count),
            with.meaning == .with || with.meaning == .preposition,
            let same = lexicon.prose.match(tokens, at: index + two.count + with.count, where: { $0 == .same })
        else { return false }
        let before = sentence.mentions.filter { $0.range.upperBound <= index }
        let named = before.isEmpty ? previous?.mentions ?? [] : before
        guard let last = named.lastIndex(where: \.isPlural),
            let scope = named[..<last].last(where: { !$0.isPlural && $0.entity != named[last].entity })
        else { return false }
        let place = sentence.source.place
        var names = [Located(text: candidates.candidates[scope.entity].name, place: place)]
        let owner = named[last].entity
        var start = index + two.count + with.count + same.count
        while start < tokens.count {
            if let mention = sentence.mentions.first(where: { $0.range.lowerBound == start }), mention.entity != owner {
                refer(owner, to: mention, sentence)
                names.append(Located(text: candidates.candidates[mention.entity].name, place: tokens[start].place))
                start = mention.range.upperBound
            } else if let phrase = reader.nounPhrase(tokens, from: start), phrase.lowerBound == start {
                names.append(sentence.located(phrase))
                start = phrase.upperBound
            } else {
                break
            }
            guard let and = reader.word(tokens, at: start), and.meaning == .and else { break }
            start = lists.withoutArticles(tokens, span(start + and.count, tokens.count)).lowerBound
        }
        guard names.count > 1 else { return false }
        facts.add(ProseFacts.Evidence(kind: .one, source: owner, target: scope.entity, words: names[0]))
        facts.add(UniqueGroup(names: names, place: place), to: owner)
        isUsed = true
        return true
    }
}
