import MGECore
import MGELayers

/// What somebody makes has one maker, and lies in one place: `users open threads in categories`.
extension ProseReader {
    /// Whether a verb says what is in the hands of one: `sales reps own deals`.
    func handles(_ segment: Segment) -> Bool {
        let tokens = Tokenizer.tokenize(LocatedText(segment.words)).tokens
        return lexicon.prose.meaning(of: tokens, where: { $0 == .handles }) != nil
    }

    /// Whether it is said who starts something, whoever takes part in it later: `users open threads`.
    func isCreator(_ subject: Mention, of made: Mention, _ segment: Segment) -> Bool {
        guard subject.isPlural, made.isPlural, made.quantity == nil, creates(segment) else { return false }
        if lexicon.language == .spanish {
            return ["abren", "crean", "envían", "suben", "inician"].contains(segment.words.lowercased())
        }
        // `authors write books`, which others write too
        return !["write", "publish", "produce", "make"].contains(segment.words.lowercased())
    }

    /// Whether what is made lies in one of several: `users open threads in categories`.
    func isCreatedIn(
        _ place: Mention, _ source: Mention, _ segment: Segment, _ sentence: ProseSentence
    ) -> Bool {
        guard source.entity != segment.subject?.entity, place.entity != source.entity,
            place.entity != segment.subject?.entity, source.isPlural, place.isPlural, place.start > 0,
            place.quantity == nil || lexicon.language == .spanish && place.quantity == .definite,
            creates(segment), !["add", "adds", "añade", "añaden"].contains(segment.words.lowercased())
        else { return false }
        let lead = sentence.source.tokens[place.start - 1].folded
        return lexicon.language == .spanish
            ? lead == "en" : ["in", "into", "under", "within", "on", "to", "at"].contains(lead)
    }

    /// Whether fields of what is made follow that nobody knows: `users create polls with a question and several options`.
    func isCreatedWith(_ with: Int, _ made: Mention, _ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard creates(segment), with > 0, sentence.items[with - 1].mention == made,
            let first = sentence.items[(with + 1)...].first(where: { $0.word?.isDeterminer != true })
        else { return false }
        return first.isName
            && ProseList(span(with + 1, segment.objects.upperBound), of: sentence, lexicon: lexicon)
                .parts.count > 1
    }

    /// Whether an event brings one thing to another: `a session places a course in a room`.
    func placesOneThing(_ segment: Segment) -> Bool {
        guard lexicon.language == .english, segment.verb == nil, !segment.isPassive, let subject = segment.subject,
            !subject.isPlural, subject.quantity == .article || subject.quantity == .each, !isAgent(subject.entity),
            !candidates.candidates[subject.entity].name.isDoer
        else { return false }
        let tokens = Tokenizer.tokenize(LocatedText(segment.words)).tokens
        return lexicon.prose.meaning(of: tokens, where: { $0 == .places }) != nil
    }
}

extension String {
    /// Whether an English noun ends as those do who do something: `tester`, `curator`.
    var isDoer: Bool {
        ["er", "or", "ist", "ian", "ee", "man", "ant", "yst"].contains(where: hasSuffix)
            && !["fer", "number", "paper", "order", "center", "letter"].contains(where: hasSuffix)
    }
}
