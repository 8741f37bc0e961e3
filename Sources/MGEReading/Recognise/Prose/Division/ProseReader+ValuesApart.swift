import MGECore
import MGELayers

extension ProseReader {
    /// An English sentence divided where a clause begins that says of a field what it holds: `…, and its water is fresh or
    /// salt`, `…; the weight lies between 50 and 90`.
    func valuesApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard lexicon.language == .english, tokens.count > 6, tokens.count <= Self.longestSentence else {
            return [source]
        }
        var parts: [TokenizedText] = []
        var start = 0
        var depth = 0
        var index = 2
        while index + 3 < tokens.count {
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth -= 1 }
            if depth == 0, let next = behindJoint(tokens, at: index, from: start),
                startsValue(source, at: next, behind: index, from: start) || endsValue(source, at: index, from: start)
            {
                parts.append(source.part(start..<index))
                start = next
                index = next
            }
            index += 1
        }
        guard start > 0 else { return [source] }
        return parts + [source.part(start..<tokens.count)]
    }

    /// The token behind what joins two clauses: `;`, `, and`, `, while`.
    private func behindJoint(_ tokens: [Token], at index: Int, from start: Int) -> Int? {
        guard index > start + (tokens[index].isMark(";") ? 1 : 2) else { return nil }
        let isMark = tokens[index].isMark(";") || tokens[index].isMark(",")
        let next = isMark ? index + 1 : index
        if next < tokens.count, ["and", "while", "whereas", "but"].contains(tokens[next].folded) { return next + 1 }
        return isMark ? next : nil
    }

    /// Whether a clause about a field begins, behind another clause.
    private func startsValue(_ source: TokenizedText, at next: Int, behind joint: Int, from start: Int) -> Bool {
        let tokens = source.tokens
        let end = span(next, tokens.count).first { tokens[$0].isMark(";") } ?? tokens.count
        let before = tokens[joint].isMark(";") ? nil : reader.valueClause(tokens, from: start, to: joint)
        let isBehindValue = before != nil
        guard let clause = reader.valueClause(tokens, from: next, to: end, isGapped: isBehindValue),
            !isMention(clause, source),
            reader.word(tokens, at: start)?.meaning != .when
        else { return false }
        if !tokens[joint].isMark(";") {
            let isSpliced = tokens[joint].isMark(",") && next == joint + 1
            guard
                isSpliced
                    // `colour is required, size may be missing`
                    ? isBehindValue && (clause.lead != nil || before?.lead == nil)
                        || isOwn(next, clause, tokens)
                            && hasVerb(tokens, words(before: joint, isMark: true, tokens))
                    : hasVerb(tokens, words(before: joint, isMark: tokens[joint].isMark(","), tokens))
            else { return false }
            if goesOnWithList(tokens, clause.said) { return false }
        }
        guard let attributes = reader.attributes(of: clause, source) else { return false }
        // `…; the assignee may be empty` speaks of a reference.
        return !(attributes.saysOnlyOptional && isSomebody(source.words(clause.name)))
    }

    /// Whether a clause about a field ends, and what follows says nothing more of it: `street required; nickname optional`.
    private func endsValue(_ source: TokenizedText, at index: Int, from start: Int) -> Bool {
        let tokens = source.tokens
        guard tokens[index].isMark(";"), index + 1 < tokens.count,
            let clause = reader.valueClause(tokens, from: start, to: index), !isMention(clause, source),
            reader.attributes(of: clause, source) != nil
        else { return false }
        let next = reader.word(tokens, at: index + 1)?.meaning
        let said = lexicon.prose.match(
            tokens, at: index + 1, where: { $0.isSaid || $0 == .unless || $0 == .condition || $0 == .circumstance })
        return next != .it && next != .when && next != .they && said == nil
    }

    /// The words of the clause that a conjunction goes on with; without a comma, nothing but the last words.
    private func words(before joint: Int, isMark: Bool, _ tokens: [Token]) -> Range<Int> {
        let start = tokens[..<joint].lastIndex { $0.isMark(";") || !isMark && $0.isMark(",") }
        return span(start.map { $0 + 1 } ?? 0, joint)
    }

    /// Whether a list goes on behind a clause about one of its fields: `…, the style is oil or print and also the width`.
    private func goesOnWithList(_ tokens: [Token], _ said: Range<Int>) -> Bool {
        said.contains { index in
            guard let joint = reader.word(tokens, at: index), joint.meaning == .and,
                lexicon.keywords.match(tokens, at: index, where: { $0 == .orWord }) == nil,
                let lead = reader.word(tokens, at: index + joint.count),
                lead.meaning == .definite || lead.meaning == .article
            else { return false }
            return reader.valueClause(tokens, from: index + joint.count, to: said.upperBound) == nil
        }
    }

    /// Whether a clause speaks of a field of what was spoken of: `…, its visibility is public or private`.
    private func isOwn(_ start: Int, _ clause: ValueClause, _ tokens: [Token]) -> Bool {
        clause.name.lowerBound == start + 1 && clause.verb == clause.name.upperBound
            && lexicon.prose.match(tokens, at: start, where: { $0 == .possessive }) != nil
    }

    private func isMention(_ clause: ValueClause, _ source: TokenizedText) -> Bool {
        clause.name.contains { index in
            reader.mention(source, at: index, candidates)?.range.upperBound == clause.name.upperBound
        }
    }

    /// Whether a clause has a verb of its own.
    private func hasVerb(_ tokens: [Token], _ range: Range<Int>) -> Bool {
        range.contains { index in
            [.be, .can, .must, .has, .keep, .belongs, .weHave].contains(reader.word(tokens, at: index)?.meaning)
                || index > range.lowerBound && lexicon.prose.match(tokens, at: index, where: { $0 == .holds }) != nil
        }
    }
}
