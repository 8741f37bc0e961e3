import MGELayers

extension SegmentReader {
    /// Reads the words of a verb.
    /// - Returns: the item behind them.
    func readVerb(_ segment: inout Segment, from start: Int) -> Int {
        var index = start
        if items[start].isMark(":") || items[start].word == .with
            || items[start].word == .preposition && start > 0 && items[start - 1].word == .they
        {
            segment.verb = .has
            return start + 1
        }
        if isOurVerb(at: start), !segment.isFronted {
            // `de la ficha anotaremos …` says what is kept, `a la que llamaremos …` nothing of it.
            let isList = start + 1 < items.count && [.per, .with].contains(items[start + 1].word)
            let hasTopic = items[segment.topic].contains { $0.mention != nil || $0.word == .it || $0.word == .they }
            // `les añadimos la superficie`
            let isGiven =
                start > 0 && items[start - 1].word == .skip
                && ["le", "les"].contains(source.tokens[items[start - 1].range.lowerBound].folded)
            segment.verb =
                isGiven ? .keep : isList && segment.isRelative ? .has : hasTopic && !segment.isRelative ? .keep : .can
            segment.isOurs = segment.verb != .has
            segment.words = source.words(items[start].range)
            return start + 1
        }
        loop: while index < items.count {
            switch items[index].word {
            case .can, .must:
                segment.isPossible = segment.isPossible || items[index].word == .can
                segment.verb = .can
            case .not: segment.isNegated = true
            case .be:
                segment.verb = .be
            case .has
            where segment.isPossible && index + 2 < items.count && items[index + 1].word == .be
                && items[index + 2].isName
                && lexicon?.language == .english:
                // `may have been referred by a user`
                break
            case .has, .belongs, .keep, .delete, .weHave, .whose:
                // `is in`, `has to keep`: the last one counts, but nothing after a verb of its own.
                if segment.verb == .has || segment.verb == .belongs || segment.verb == .keep { break loop }
                if items[index].word == .whose, isDoneByEach(index) {
                    // `players, each of whom plays an instrument`
                    segment.verb = nil
                    segment.words = source.words(items[index + 1].range)
                    index += 2
                    break loop
                }
                if isPerfect(index) {
                    // `most authors have written several`
                    segment.verb = nil
                    segment.words = source.words(items[index + 1].range)
                    index += 2
                    break loop
                }
                if isGotten(index) {
                    // `items get put on a shelf`
                    segment.verb = .be
                    break
                }
                let isBe = segment.verb == .be
                // `can also name a substitute`
                if lexicon?.language == .english, items[index].range.count > 1, says(index, [.can]) {
                    segment.isPossible = true
                }
                segment.verb = items[index].word
                if segment.verb == .weHave { (segment.verb, segment.isOurs) = (.keep, true) }
                if segment.verb == .whose { segment.verb = .has }
                if isBe, segment.verb == .delete || segment.verb == .keep { segment.isPassive = true }
                segment.words = source.words(items[index].range)
                index += 1
                break loop
            case .receives:
                segment.verb = .has
                if index + 1 < items.count, items[index + 1].word == .can { index += 1 }
                index += index + 1 < items.count && items[index + 1].isName ? 2 : 1
                segment.words = source.words(span(items[start].range.lowerBound, items[index - 1].range.upperBound))
                break loop
            case .skip: break
            case .preposition where segment.verb == .be && leadsToMention(index):
                segment.verb = .belongs
                break loop
            default:
                guard items[index].isName, !says(index, [.either]), !isSaid(index, after: segment.verb),
                    segment.verb == .be || segment.verb == .can || segment.verb == nil
                else {
                    break loop
                }
                let follows =
                    index + 1 < items.count
                    && (startsObject(at: index + 1) || items[index + 1].word == .as
                        || isAside(behind: index, of: start))
                if segment.verb == .be, !follows { break loop }
                segment.isPassive = segment.isPassive || segment.verb == .be || segment.isFronted
                segment.verb = nil
                segment.words = source.words(items[index].range)
                index += 1
                break loop
            }
            index += 1
        }
        return max(index, start + 1)
    }

    /// Whether a word behind a verb of being says something of a field, and is no participle: `labels are unique per site`.
    private func isSaid(_ index: Int, after verb: ProseWord?) -> Bool {
        verb == .be && lexicon?.language == .english && says(index, [.unique, .optional])
    }
}
