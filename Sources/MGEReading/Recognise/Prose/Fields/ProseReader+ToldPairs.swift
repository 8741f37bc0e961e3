import MGECore
import MGELayers

/// What a Spanish sentence tells of two fields that are known.
extension ProseReader {
    /// `el inicio y el fin llevan fecha y hora`, `el correo es obligatorio, el teléfono no`: said of both, or of one and not of
    /// the other.
    mutating func readToldPair(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, tokens.count > 4, let first = knownName(from: 0, sentence) else {
            return false
        }
        if tokens[first.end].folded == "y", let second = knownName(from: first.end + 1, sentence),
            second.entity == first.entity, second.end < tokens.count
        {
            return tell([first.name, second.name], of: first.entity, span(second.end, tokens.count), sentence)
        }
        guard let joint = tokens.firstIndex(where: { $0.isMark(",") || $0.isMark(";") }),
            [",", ";"].contains(where: tokens[joint].isMark), joint + 2 < tokens.count
        else { return false }
        let start = ["y", "pero"].contains(tokens[joint + 1].folded) ? joint + 2 : joint + 1
        guard let second = knownName(from: start, sentence), second.entity == first.entity,
            second.end < tokens.count, tokens[second.end].folded == "no",
            second.end + 1 == tokens.count || second.end + 2 == tokens.count && tokens[second.end + 1].kind == .mark,
            let needed = span(first.end, joint).first(where: {
                [
                    "obligatorio", "obligatoria", "obligatorios", "obligatorias", "requerido", "requerida",
                    "imprescindible",
                ]
                .contains(tokens[$0].folded)
            }), !span(first.end, needed).contains(where: { tokens[$0].folded == "no" })
        else { return false }
        facts.update(second.entity, named: second.name) { $0.optional = $0.optional ?? tokens[second.end].place }
        isUsed = true
        return true
    }

    /// Gives several fields what is said of them all.
    private mutating func tell(
        _ names: [String], of entity: Int, _ range: Range<Int>, _ sentence: ProseSentence
    ) -> Bool {
        let tokens = sentence.source.tokens
        guard let verb = reader.word(tokens, at: range.lowerBound),
            [.be, .can, .must, .not, .has, .keep].contains(verb.meaning)
                || tokens[range.lowerBound].isReflexivePronoun, said.isDisjoint(with: [.unique, .noTwo, .together])
        else { return false }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, range, lexicon: lexicon)
        for index in range where attributes.type == nil && attributes.unit == nil {
            if let type = lexicon.types.match(tokens, at: index), type.meaning != .enum, type.meaning != .json {
                attributes.type = sentence.source.words(span(index, index + type.count))
            } else if tokens[index].folded == "en" {
                attributes.unit = lexicon.unit(tokens, at: index + 1)?.type
            }
        }
        guard !attributes.isEmpty || attributes.type != nil || attributes.unit != nil else { return false }
        let lexicon = lexicon
        for name in names { facts.update(entity, named: name) { attributes.apply(to: &$0, lexicon: lexicon) } }
        lastField = (entity, names[names.count - 1])
        isUsed = true
        return true
    }

    /// A field that was told before, by its whole name.
    private func knownName(from start: Int, _ sentence: ProseSentence) -> (entity: Int, name: String, end: Int)? {
        let tokens = sentence.source.tokens
        guard start < tokens.count else { return nil }
        let first = reader.word(tokens, at: start)?.meaning == .definite ? start + 1 : start
        for end in span(first + 1, min(first + 5, tokens.count)).reversed() {
            let words = sentence.source.words(span(first, end))
            let name = lexicon.inflector.singular(of: words.lowercased())
            let found = facts.fields(named: name)
            let own = found.first { $0.entity == antecedent?.entity } ?? (found.count == 1 ? found.first : nil)
            if let own { return (own.entity, own.name, end) }
        }
        return nil
    }

    /// `un molino se identifica mediante un código de 5 letras`: the one field that is named tells each from all others.
    mutating func makeIdentifier(of subject: Mention, behind before: Int, _ segment: Segment) {
        let fields = facts.facts[subject.entity].fields
        guard lexicon.language == .spanish, segment.words.lowercased().hasPrefix("se identific"),
            fields.count == before + 1, let field = fields.last
        else { return }
        facts.update(subject.entity, named: field.name.text) { $0.unique = $0.unique ?? $0.name.place }
    }
}
