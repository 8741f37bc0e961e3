import MGECore
import MGELayers

extension FieldAttributes {
    /// The default that holds where nothing is said, and the token behind it: `si no se dice nada, es pendiente`, `de no
    /// indicarse será de 60`.
    ///
    /// Words that name the field before the value are passed over only where no other field is being read.
    static func unsaid(
        _ tokens: [Token], at index: Int, lexicon: Lexicon, namesField: Bool = false
    ) -> (value: Range<Int>, end: Int)? {
        guard let lead = lexicon.prose.match(tokens, at: index, where: { $0 == .unless }) else { return nil }
        var next = index + lead.count
        let longest = min(next + 6, tokens.count)
        while next < longest, tokens[next].kind == .word, verb(tokens, at: next, lexicon) == nil { next += 1 }
        // `si no está federado` is a condition.
        guard next > index + lead.count || lead.count > 2 else { return nil }
        if next < longest, tokens[next].isMark(",") {
            next += 1
            if namesField, let behind = behindSubject(tokens, at: next, lexicon) { next = behind }
            // `mientras no se cambie, la 1`
            if lexicon.language == .spanish, next + 1 < tokens.count,
                ["el", "la"].contains(tokens[next].folded), tokens[next + 1].kind == .number,
                next + 2 == tokens.count || tokens[next + 2].kind == .mark
            {
                return (next + 1..<next + 2, next + 2)
            }
        }
        guard next < tokens.count, let verb = verb(tokens, at: next, lexicon) else { return nil }
        next += verb
        while next < tokens.count,
            let filler = lexicon.prose.match(
                tokens, at: next,
                where: { [.preposition, .as, .article, .relative, .be, .skip, .default].contains($0) }),
            // `si no decimos nada, es bueno`
            next + filler.count < tokens.count && tokens[next + filler.count].kind != .mark || filler.meaning != .skip
        {
            next += filler.count
        }
        let end =
            span(next, tokens.count).first { place in
                tokens[place].kind == .mark
                    || place > next
                        && lexicon.prose.match(
                            tokens, at: place, where: { $0.isStructural || $0.isSaid || $0 == .measure }) != nil
            } ?? tokens.count
        let isValue = (1...3).contains(end - next) && tokens[next].kind != .mark
        return isValue ? (next..<end, end) : nil
    }

    /// The verb behind the words that name the field: `mientras nadie elija, el turno es tarde`.
    private static func behindSubject(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Int? {
        guard lexicon.language == .spanish, index + 3 < tokens.count,
            ["el", "la", "los", "las", "su", "sus"].contains(tokens[index].folded)
        else { return nil }
        let verb = span(index + 2, min(index + 6, tokens.count)).first { Self.verb(tokens, at: $0, lexicon) != nil }
        guard let verb, span(index + 1, verb).allSatisfy({ tokens[$0].kind == .word }) else { return nil }
        return verb
    }

    /// What holds unless something else is said behind it, and the token behind that: `se considera vigente mientras no se diga
    /// otra cosa`, `queda en media si nadie la cambia`.
    static func unlessElse(_ tokens: [Token], at index: Int, lexicon: Lexicon) -> (value: Range<Int>, end: Int)? {
        guard lexicon.language == .spanish, let verb = verb(tokens, at: index, lexicon) else { return nil }
        var start = index + verb
        while let filler = lexicon.prose.match(
            tokens, at: start, where: { [.preposition, .as, .article, .default].contains($0) })
        {
            start += filler.count
        }
        let value = span(start, min(start + 3, tokens.count)).prefix { place in
            (tokens[place].kind == .word && tokens[start].kind == .word
                || place == start && tokens[place].kind == .number)
                && lexicon.prose.match(tokens, at: place, where: { $0.isStructural || $0.isSaid || $0 == .anything })
                    == nil
        }
        var clause = value.upperBound
        guard !value.isEmpty, clause + 2 < tokens.count else { return nil }
        if tokens[start].kind == .number, lexicon.prose.match(tokens, at: clause, where: { $0 == .measure }) != nil {
            clause += 1
        }
        if tokens[clause].isMark(",") { clause += 1 }
        let end = span(clause, tokens.count).first { tokens[$0].kind == .mark } ?? tokens.count
        guard end - clause > 2, isElseClause(tokens[clause..<end].map(\.folded)) else { return nil }
        return (value.lowerBound..<value.upperBound, end)
    }

    /// Whether words say that nobody has changed what holds: `mientras nadie elija`, `si el operador no la cambia`.
    private static func isElseClause(_ words: [String]) -> Bool {
        guard ["si", "mientras", "hasta", "salvo", "cuando"].contains(words[0]) else { return false }
        let isElse = words.contains { ["otra", "otro", "contrario", "nada", "distinto"].contains($0) }
        guard let not = words.firstIndex(where: { ["no", "nadie", "alguien", "que"].contains($0) }), not < 4 else {
            return false
        }
        let isDone = not + 1 < words.count && ["se", "lo", "la"].contains(words[not + 1])
        return words[not] == "nadie" || words[not] == "alguien" || isElse || words[not] == "no" && isDone
    }

    /// The token behind what no two have: `which no two jurors have in common`.
    static func inCommon(_ tokens: [Token], at index: Int, lexicon: Lexicon) -> Int? {
        guard lexicon.language == .english,
            let found = lexicon.prose.match(tokens, at: index, where: { $0 == .noTwo }),
            let common = span(index + found.count, min(index + found.count + 5, tokens.count)).first(where: {
                tokens[$0].folded == "common" && tokens[$0 - 1].folded == "in"
            })
        else { return nil }
        return common + 1
    }

    /// The token behind what no other has: `ningún otro aviso lo lleva`, `ninguna otra lo usa`.
    static func noOther(_ tokens: [Token], at index: Int, lexicon: Lexicon) -> Int? {
        guard lexicon.language == .spanish, index + 3 < tokens.count,
            ["ningun", "ninguna"].contains(tokens[index].folded), ["otro", "otra"].contains(tokens[index + 1].folded),
            let clitic = span(index + 2, min(index + 5, tokens.count - 1)).first(where: {
                ["lo", "la"].contains(tokens[$0].folded)
            }), tokens[clitic + 1].kind == .word
        else { return nil }
        return clitic + 2
    }

    /// The token behind what no two have the same of, where nothing else is named: `(no hay dos socios con el mismo)`.
    static func noTwoWithSame(_ tokens: [Token], at index: Int, lexicon: Lexicon) -> Int? {
        guard lexicon.language == .spanish,
            let found = lexicon.prose.match(tokens, at: index, where: { $0 == .noTwo }),
            let same = span(index + found.count, min(index + found.count + 6, tokens.count)).first(where: {
                ["mismo", "misma"].contains(tokens[$0].folded)
            }), same + 1 == tokens.count || tokens[same + 1].kind == .mark
        else { return nil }
        return same + 1
    }

    /// The token behind what some do not have: `que algunos no tienen`, `que no toda licencia trae`, `(los indefinidos no la
    /// tienen)`.
    static func notAll(_ tokens: [Token], at index: Int, lexicon: Lexicon) -> Int? {
        guard lexicon.language == .spanish, index + 3 < tokens.count,
            ["que", "los", "las", "algunos", "algunas", "muchos", "muchas"].contains(tokens[index].folded),
            tokens[index].folded == "que" || index > 0 && tokens[index - 1].kind == .mark
        else { return nil }
        let end =
            span(index + 1, min(index + 9, tokens.count)).first { tokens[$0].kind == .mark }
            ?? min(index + 9, tokens.count)
        guard end == tokens.count || tokens[end].kind == .mark,
            let not = span(index + 1, end).first(where: { tokens[$0].folded == "no" }),
            ["tiene", "tienen", "trae", "traen", "lleva", "llevan"].contains(tokens[end - 1].folded), not < end - 1
        else { return nil }
        if not + 1 < end - 1, ["todo", "toda", "todos", "todas"].contains(tokens[not + 1].folded) { return end }
        let isSome = ["los", "las", "algunos", "algunas", "muchos", "muchas", "varios", "varias"]
            .contains { some in span(index, not).contains { tokens[$0].folded == some } }
        guard isSome, not + 2 == end || ["lo", "la", "los", "las"].contains(tokens[not + 1].folded) && not + 3 == end
        else { return nil }
        return end
    }

    /// The token behind what nothing else has: `that nothing else in the shop bears`, `no other bike has the same one`, `there is
    /// never a second bike with the same one`.
    static func nothingElse(_ tokens: [Token], at index: Int, lexicon: Lexicon) -> Int? {
        guard lexicon.language == .english, index + 2 < tokens.count,
            ["no", "nothing", "nobody", "never", "none"].contains(tokens[index].folded)
        else { return nil }
        let words = span(index + 1, min(index + 9, tokens.count)).prefix { tokens[$0].kind == .word }
        guard
            let rest = words.prefix(3).first(where: {
                ["else", "other", "second"].contains(tokens[$0].folded)
            }),
            let verb = span(rest + 1, words.upperBound).first(where: { place in
                ["uses", "use", "shares", "with", "bears", "carries", "has", "wears", "holds"]
                    .contains(tokens[place].folded)
            })
        else { return nil }
        let same = lexicon.prose.match(tokens, at: verb + 1, where: { $0 == .same })
        guard let same else { return tokens[verb].folded == "with" ? nil : verb + 1 }
        let end = verb + 1 + same.count
        return end < tokens.count && ["one", "number", "value"].contains(tokens[end].folded) ? end + 1 : end
    }

    private static func verb(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Int? {
        guard !tokens[index].isReflexivePronoun else {
            return lexicon.prose.match(tokens, at: index, where: { $0 == .assumed })?.count
        }
        return lexicon.prose.match(tokens, at: index, where: { $0 == .be || $0 == .assumed })?.count
    }

    /// Takes the last of some cases for the default where it only says which one is the first: `(previsto, hecho o anulado;
    /// previsto de inicio)`.
    mutating func readFirstCase(_ lexicon: Lexicon) {
        guard lexicon.language == .spanish, let last = cases.last, cases.count > 2 else { return }
        let words = last.text.split(separator: " ")
        guard words.count > 1,
            ["inicio", "partida", "entrada", "inicial"].contains(words[words.count - 1].lowercased())
        else { return }
        let name = words.prefix { $0 != "de" && $0 != "inicial" }.joined(separator: " ")
        guard let first = cases.dropLast().first(where: { $0.text.foldedForComparison == name.foldedForComparison })
        else { return }
        cases.removeLast()
        value = value ?? first
    }

    /// Reads which of the cases is the first: `siendo rojo el predeterminado`.
    /// - Returns: the token behind it; nil where nothing says so.
    mutating func readBeing(_ source: TokenizedText, at index: Int, to end: Int, lexicon: Lexicon) -> Int? {
        let tokens = source.tokens
        guard lexicon.language == .spanish, tokens[index].folded == "siendo",
            let article = span(index + 2, min(index + 5, end)).first(where: {
                ["el", "la", "lo"].contains(tokens[$0].folded)
            }), article + 1 < end
        else { return nil }
        if tokens[article + 1].folded == "valor", article + 2 < end,
            let first = lexicon.prose.match(tokens, at: article + 2, where: { $0 == .atFirst || $0 == .default })
        {
            // `siendo pendiente el valor de partida`
            value = value ?? Located(text: source.words(span(index + 1, article)), place: tokens[index + 1].place)
            return article + 2 + first.count
        }
        let isDefault =
            lexicon.keywords.match(tokens, at: article + 1, where: { $0 == .default }) != nil
            || ["inicial", "normal", "habitual", "usual"].contains(tokens[article + 1].folded)
            || lexicon.prose.match(tokens, at: article + 1, where: { $0 == .atFirst || $0 == .default }) != nil
        guard isDefault else { return nil }
        value = value ?? Located(text: source.words(span(index + 1, article)), place: tokens[index + 1].place)
        return article + 2
    }

    /// Reads a number that holds at first: `20 de serie`, `2 de partida`.
    /// - Returns: the token behind it; nil when there is none.
    mutating func readFirst(_ source: TokenizedText, at index: Int, to end: Int, lexicon: Lexicon) -> Int? {
        guard lexicon.language == .spanish, index + 2 < source.tokens.count, index < end,
            source.tokens[index].kind == .number || (lexicon.numbers[source.tokens[index].folded] ?? 1) != 1
                || isBetweenMarks(source.tokens, at: index, lexicon),
            source.tokens[index + 1].folded == "de",
            let said = lexicon.prose.match(source.tokens, at: index + 1, where: { $0 == .atFirst })
        else { return nil }
        value = value ?? Self.value(source, span(index, index + 1), lexicon: lexicon)
        return index + 1 + said.count
    }

    /// Whether a word is all that is said to hold at first, between marks: `(pie, cama, mesa), pie de entrada`.
    private func isBetweenMarks(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        guard index > 0, tokens[index].kind == .word, tokens[index - 1].kind == .mark,
            lexicon.prose.match(tokens, at: index, where: { $0 == .defaultNo || $0 == .defaultYes }) == nil,
            let said = lexicon.prose.match(tokens, at: index + 1, where: { $0 == .atFirst })
        else { return false }
        let end = index + 1 + said.count
        return end >= tokens.count || tokens[end].kind == .mark
    }

    /// A time of day that begins at a token: `16:30`.
    static func clock(_ source: TokenizedText, at index: Int) -> Located? {
        let tokens = source.tokens
        guard index + 2 < tokens.count, tokens[index].kind == .number, tokens[index + 1].isMark(":"),
            tokens[index + 2].kind == .number, !tokens[index + 1].isSpaced, !tokens[index + 2].isSpaced
        else { return nil }
        return Located(text: source.words(span(index, index + 3)), place: tokens[index].place)
    }

    /// Words of a value as they are told: `cero` is 0.
    static func value(_ source: TokenizedText, _ range: Range<Int>, lexicon: Lexicon) -> Located {
        let first = source.tokens[range.lowerBound]
        let number = range.count == 1 && first.kind == .word ? lexicon.numbers[first.folded] : nil
        return Located(text: number.map { String($0) } ?? source.words(range).unquoted, place: first.place)
    }

    /// Whether words stand for the last of some cases: `este último es el habitual`.
    func standsForCase(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        lexicon.language == .spanish && index > 0 && ["ultimo", "ultima"].contains(tokens[index].folded)
            && ["este", "esta", "el", "la"].contains(tokens[index - 1].folded)
    }

    /// Whether a word that is left out elsewhere is the whole value: `cuyo valor inicial es bueno`.
    func isWholeValue(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        guard lexicon.language == .spanish,
            lexicon.prose.match(tokens, at: index, where: { $0.isStructural || $0.isSaid }).map({
                $0.meaning == .skip && $0.count == 1
            }) == true
        else { return false }
        return index + 1 >= tokens.count || tokens[index + 1].kind == .mark || tokens[index + 1].folded == "y"
    }
}
