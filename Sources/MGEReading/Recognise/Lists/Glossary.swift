import MGECore
import MGELayers

/// Makes sentences of terms with their explanation in the line below, as wikis set them:
/// `Vault` above `: A cold chamber. We note its label.` says `Of each vault we note its label`.
struct Glossary {
    private let lexicon: Lexicon

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The blocks of a text in which at least two terms are explained so.
    func rewritten(_ blocks: [Block]) -> [Block] {
        let terms = blocks.map(term)
        guard terms.count(where: { $0 != nil }) > 1 else { return blocks }
        let names = EntityNames(terms.compactMap { $0.map { singular($0.name) } }, lexicon: lexicon)
        return zip(blocks, terms).map { block, term in
            guard let term else { return block }
            if holdsFields(term.body) { return .item(depth: 0, listed(term)) }
            return .paragraph(told(term) + references(of: term, among: names))
        }
    }

    private typealias Term = (name: TokenizedText, body: TokenizedText)

    /// A short line, and behind a colon in the next one what it means.
    private func term(of block: Block) -> Term? {
        guard case .paragraph(let sentences) = block else { return nil }
        let text = TokenizedText(joining: sentences)
        let lines = text.lines
        guard lines.count > 1, (1...4).contains(lines[0].tokens.count), lines[0].tokens.allSatisfy(\.isName),
            lines[0].words.unquoted.isSoundName, lines[1].tokens.count > 1, lines[1].tokens[0].isMark(":")
        else { return nil }
        let start = lines[0].tokens.count + 1
        return (lines[0], text.part(start..<text.tokens.count))
    }

    /// Whether an explanation is nothing but a list of fields: `name, street and year`.
    private func holdsFields(_ body: TokenizedText) -> Bool {
        let guess = FieldGuess(lexicon: lexicon)
        let parts = body.ranges(in: body.tokens.indices, at: [",", ";"]).map(body.part)
        let known = parts.count { part in
            let name = part.tokens.prefix { $0.isName }.count
            return (1...4).contains(name) && guess.type(of: part.words(0..<name)) != nil
        }
        return parts.count > 1 && known * 2 >= parts.count && body.sentences.count == 1
            && lexicon.count(anyOf: [.indefinite, .determiner], body.tokens, at: 0) == nil
    }

    private func listed(_ term: Term) -> TokenizedText {
        composed([.words(singular(term.name) + ": "), .part(term.body, 0..<term.body.tokens.count)], at: term.name)
    }

    // MARK: Sentences

    private enum Piece {
        case words(String)
        case part(TokenizedText, Range<Int>)
    }

    /// The sentences of an explanation with the term that they leave out.
    private func told(_ term: Term) -> [TokenizedText] {
        let name = singular(term.name)
        return term.body.sentences.enumerated().map { number, sentence in
            let pieces = number == 0 ? first(sentence, name) : further(sentence, name)
            return composed(pieces, at: sentence)
        }
    }

    private var isEnglish: Bool { lexicon.language == .english }

    /// What the first sentence says that the term is, or has behind a colon: `A plant we collect: its name and whether it is rare`.
    private func first(_ sentence: TokenizedText, _ name: String) -> [Piece] {
        let tokens = sentence.tokens
        let each = isEnglish ? "Each " : "Cada "
        if let colon = tokens.firstIndex(where: { $0.isMark(":") }), colon > 0, colon + 1 < tokens.count {
            return [.words(each + name + (isEnglish ? " has " : " tiene ")), .part(sentence, colon + 1..<tokens.count)]
        }
        guard tokens.count > 1, !startsItself(tokens) else { return further(sentence, name) }
        return [.words(each + name + (isEnglish ? " is " : " es "))] + lowered(sentence)
    }

    /// What the first sentence says that there is one of: a species, a site of `One lot of seeds of one species, gathered at one site`.
    private func references(of term: Term, among names: EntityNames) -> [TokenizedText] {
        guard let sentence = term.body.sentences.first, !sentence.tokens.contains(where: { $0.isMark(":") }) else {
            return []
        }
        let name = singular(term.name)
        return names.mentions(in: sentence.tokens).compactMap { mention in
            let before = mention.range.lowerBound - 1
            guard before >= 0, ["one", "un", "una"].contains(sentence.tokens[before].folded), mention.name != name,
                before > 1 || isEnglish
            else { return nil }
            let words = isEnglish ? "Each \(name) belongs to one " : "Cada \(name) pertenece a un "
            return composed([.words(words + mention.name + ".")], at: sentence.part(before..<sentence.tokens.count))
        }
    }

    /// What a further sentence says, with its subject: `It has a number`, `We note its label`, `Known by a full name`.
    private func further(_ sentence: TokenizedText, _ name: String) -> [Piece] {
        let tokens = sentence.tokens
        let all = Piece.part(sentence, 0..<tokens.count)
        let each = isEnglish ? "Each " : "Cada "
        if let it = lexicon.prose.match(tokens, at: 0, where: { $0 == .it }), it.count < tokens.count {
            return [.words(each + name + " "), .part(sentence, it.count..<tokens.count)]
        }
        let isOurs = lexicon.prose.match(tokens, at: 0, where: { $0 == .we || $0 == .weHave || $0 == .keep }) != nil
        if isOurs, lexicon.holds(anyOf: [.determiner], in: Array(tokens.prefix(4))) {
            return [.words((isEnglish ? "Of each " : "De cada ") + name + " ")] + lowered(sentence)
        }
        if isEnglish, tokens.count > 2, tokens[0].folded.hasSuffix("n") || tokens[0].folded.hasSuffix("ed"),
            lexicon.inflector.isPreposition(tokens[1].folded)
        {
            return [.words(each + name + " is ")] + lowered(sentence)
        }
        if !isEnglish, lexicon.prose.match(tokens, at: 0, where: { $0 == .has || $0 == .belongs || $0 == .be }) != nil {
            return [.words(each + name + " ")] + lowered(sentence)
        }
        return [all]
    }

    /// Whether a sentence has a subject or a verb of its own at its beginning.
    private func startsItself(_ tokens: [Token]) -> Bool {
        lexicon.prose.match(tokens, at: 0, where: { [.it, .we, .weHave, .keep, .they, .has, .be].contains($0) }) != nil
            || lexicon.count(.each, tokens, at: 0) != nil
            || tokens.last?.isMark(".") != true
    }

    /// A sentence with a small letter at its beginning.
    private func lowered(_ sentence: TokenizedText) -> [Piece] {
        guard let first = sentence.tokens.first else { return [] }
        return [.words(first.text.lowercased() + " "), .part(sentence, 1..<sentence.tokens.count)]
    }

    private func singular(_ name: TokenizedText) -> String {
        lexicon.inflector.singular(of: name.words.unquoted.entityName)
    }

    /// A text of words and parts of others, which keep their places.
    private func composed(_ pieces: [Piece], at place: TokenizedText) -> TokenizedText {
        var text = LocatedText()
        for piece in pieces {
            switch piece {
            case .words(let words):
                text.append(Array(words)[...], line: Int(place.place.line), column: Int(place.place.column))
            case .part(let source, let range):
                guard let first = source.tokens[range].first, let last = source.tokens[range].last else { continue }
                for index in first.range.lowerBound..<last.range.upperBound {
                    let place = source.text.place(at: index)
                    text.append(
                        source.text.characters[index..<index + 1], line: Int(place.line), column: Int(place.column))
                }
            }
        }
        return Tokenizer.tokenize(text)
    }
}
