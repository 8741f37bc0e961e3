import MGECore
import MGELayers

extension ProseReader {
    /// `la pareja formada por el curso y la sala es única`: in what refers to one each of the two.
    mutating func readCombinedTwo(behind joint: Int, _ sentence: ProseSentence) -> Bool {
        let pair = sentence.mentions.filter { $0.range.lowerBound > joint }
        guard pair.count == 2, pair[0].entity != pair[1].entity, pair.allSatisfy({ !$0.isPlural }),
            let owner = facts.reference(to: pair[0].entity, and: pair[1].entity)
        else { return false }
        let place = sentence.source.place
        let names = pair.map { Located(text: candidates.candidates[$0.entity].name, place: place) }
        facts.add(UniqueGroup(names: names, place: place), to: owner)
        isUsed = true
        return true
    }
}
