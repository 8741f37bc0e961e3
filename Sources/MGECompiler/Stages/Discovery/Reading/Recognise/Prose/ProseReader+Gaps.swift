extension ProseReader {
    /// Whose fields follow where a clause leaves out its verb: `los libros tienen título, y los lectores, nombre`; `de los
    /// cursos guardamos el nombre, y de los alumnos, el correo`.
    func gapped(_ number: Int, in list: ProseList, _ sentence: ProseSentence) -> Mention? {
        let part = list.parts[number]
        guard lexicon.language == .spanish, number > 0, number + 1 < list.parts.count, let first = part.first,
            let owner = sentence.items[part.upperBound - 1].mention, !owner.isPossessive, owner.modifier == nil,
            owner.quantity == .definite || sentence.source.tokens[sentence.items[first].range.lowerBound].folded == "del"
        else { return nil }
        var index = first
        let isTopic = sentence.items[index].word == .preposition
        if isTopic {
            guard sentence.source.tokens[sentence.items[index].range.lowerBound].isOf else { return nil }
            index += 1
        }
        while sentence.items[index].word?.isDeterminer == true { index += 1 }
        guard index + 1 == part.upperBound else { return nil }
        let isJoined = sentence.items[first - 1].word == .and || isTopic
        let next = list.parts[number + 1]
        let isApart = next.lowerBound == part.upperBound || sentence.items[next.lowerBound - 1].isMark(",")
        guard isJoined, isApart, sentence.mentions(in: next).isEmpty, leadsToField(next, sentence) else { return nil }
        return owner
    }
}
