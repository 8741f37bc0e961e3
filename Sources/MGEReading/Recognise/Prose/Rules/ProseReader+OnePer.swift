import MGECore
import MGELayers

extension ProseReader {
    /// `a member has at most one booking per class`, `un socio tiene como mucho una reserva por clase`: a booking is unique
    /// for its member and its class.
    mutating func readHasOnePer(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard said.contains(.per), sentence.mentions.count > 2 else { return false }
        let (holder, thing, scope) = (sentence.mentions[0], sentence.mentions[1], sentence.mentions[2])
        guard Set([holder.entity, thing.entity, scope.entity]).count == 3, holder.start < 2, !holder.isPlural,
            [.maybeOne, .one].contains(thing.quantity)
                || lexicon.language == .spanish && thing.quantity == .article && holder.quantity == .each,
            !thing.isPlural, isHad(thing, by: holder, tokens),
            let per = reader.word(tokens, at: thing.range.upperBound), per.meaning == .per,
            (thing.range.upperBound...thing.range.upperBound + per.count).contains(scope.start),
            tokens[scope.range.upperBound...].allSatisfy({ !$0.isName })
        else { return false }
        refer(thing.entity, to: holder, sentence)
        refer(thing.entity, to: scope, sentence)
        let place = sentence.source.place
        let names = [holder, scope].map { Located(text: candidates.candidates[$0.entity].name, place: place) }
        facts.add(UniqueGroup(names: names, place: place), to: thing.entity)
        antecedent = holder
        return true
    }

    /// Whether nothing but a verb of having stands between two: `has`, `can have`, `puede tener`.
    private func isHad(_ thing: Mention, by holder: Mention, _ tokens: [Token]) -> Bool {
        var index = holder.range.upperBound
        var isHad = false
        while index < thing.start {
            if let word = reader.word(tokens, at: index), [.has, .can, .must, .skip].contains(word.meaning) {
                isHad = isHad || word.meaning == .has
                index += word.count
            } else if let made = lexicon.prose.match(tokens, at: index, where: { $0 == .creates }) {
                // `a customer can leave one review per product`
                isHad = true
                index += made.count
            } else {
                break
            }
        }
        return isHad && index == thing.start
    }
}
