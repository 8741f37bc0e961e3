import MGECore
import MGELayers

/// Two fields that a list names with one head: `the start and end dates`.
extension ProseReader {
    /// What begins before something ends, or happens before it is undone.
    private static let firstMoments: Set<String> = [
        "start", "begin", "opening", "check-in", "departure", "arrival", "pickup", "pick-up", "entry", "issue", "loan",
        "rental", "purchase", "booking", "hire",
    ]

    /// Whether two words before one head have one article: `a start and end date`.
    private func sharesArticle(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let lead = part.lowerBound - 3
        guard lead >= 0, sentence.items[part.lowerBound].isName, sentence.items[lead + 1].isName else { return false }
        let first = sentence.source.words(sentence.items[lead + 1].range).lowercased()
        // `with species and birth date`, which are two things
        guard Self.firstMoments.contains(first) else { return false }
        // `with start and end date`
        return [.article, .definite, .with, .has].contains(sentence.items[lead].word)
    }

    /// `a valid-from and a valid-until timestamp`, `a lowest bid and a highest bid in dollars`: what is said of the type of the
    /// second is so of the first.
    mutating func shareType(
        of name: String, behind part: Range<Int>, _ progress: ListProgress, _ sentence: ProseSentence
    ) {
        guard lexicon.language == .english, part.lowerBound > 0, sentence.items[part.lowerBound - 1].word == .and,
            let before = progress.names.last, before != name,
            let type = facts.field(named: name, of: progress.owner.entity)?.type, type.arguments == nil,
            let first = facts.field(named: before, of: progress.owner.entity), first.type == nil,
            lexicon.fieldItem(for: before) == nil
        else { return }
        let names = [before, name].map { $0.lowercased().split { " -".contains($0) } }
        guard names.allSatisfy({ $0.count > 1 }),
            names[0].last == names[1].last || names[0].first == names[1].first && before.contains("-")
        else { return }
        facts.update(progress.owner.entity, named: before) { $0.type = type }
    }

    /// `the start and end dates`: two fields, with the singular of their head.
    mutating func shareHead(
        of field: inout FieldItem, behind part: Range<Int>, _ owner: Mention, _ sentence: ProseSentence
    ) {
        let words = field.name.text.split(separator: " ").map(String.init)
        guard lexicon.language == .english, words.count == 2,
            lexicon.inflector.isPlural(words[1]) || sharesArticle(part, sentence),
            part.lowerBound > 1, sentence.items[part.lowerBound - 1].word == .and,
            sentence.items[part.lowerBound - 2].isName, let before = lastField, before.entity == owner.entity,
            !before.name.contains(" "), !lexicon.inflector.isPlural(before.name)
        else { return }
        let head = lexicon.inflector.singular(of: words[1])
        let names = [before.name, words[0]].map { "\($0) \(head)" }
        guard names.allSatisfy({ lexicon.fieldItem(for: $0) != nil }),
            lexicon.fieldItem(for: head) != nil
                || lexicon.types.meaning(of: Tokenizer.tokenize(LocatedText(head)).tokens) != nil
        else { return }
        facts.update(before.entity, named: before.name) { $0.name.text = names[0] }
        field.name.text = names[1]
    }
}
