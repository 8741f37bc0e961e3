import MGELayers

/// Says a sentence in plainer words, most of all a Spanish one: `dada una sede, se conserva su nombre` is `de una sede se conserva su nombre`.
///
/// Nothing is read here. What can be said in two ways is said in the one that is read, at the places where it was written.
struct Rephrased {
    let lexicon: Lexicon

    /// One way to say something in plainer words, and the words without which there is nothing to be changed.
    private struct Change: Sendable {
        var words: Set<String>
        var apply: @Sendable (Rephrased) -> ([Token]) -> [Token]

        init(_ words: Set<String>, _ apply: @escaping @Sendable (Rephrased) -> ([Token]) -> [Token]) {
            (self.words, self.apply) = (words, apply)
        }
    }

    private static let english: [Change] = [
        Change(["for", "of", "to"], oneForEvery), Change(["it", "them"], onItThereIs),
        Change(["that's", "that’s", "thats", "is"], thatIsFields), Change(["so"], withoutSo),
        Change(["never"], withoutNeverTwo), Change(["should"], shouldTheyCare), Change(["too"], fieldToo),
        Change(["that", "then", "later", "afterwards", "thereafter", "there"], laterStates),
        Change(["defaults", "starts", "begins"], otherThanDefault), Change(["up"], someEndUp),
        Change(["we", "i", "they", "you"], weKeep), Change(["each"], eachHave), Change([":"], hasOneWith),
        Change(["there"], thereIsToo), Change(["both"], bothComeFrom), Change(["is", "gets"], isWritten),
        Change(["once", "time"], usedOnceWithin), Change(["same"], sameWithSame),
        Change(["in", "within", "inside", "on", "at", "by", "for"], notReusedWithin),
        Change(["flag", "switch", "toggle", "tick", "marker", "indicator", "setting", "checkbox"], flagNames),
        Change(["at"], momentNames), Change(["among", "amongst"], amongCases), Change(["only"], onlySomeHave),
        Change(["heart", "centre", "center", "core", "middle", "starts", "begins"], heartOfAll),
        Change(["one"], oneOfEachOther),
        Change(["as"], notedAs), Change(["as"], storedAs), Change(["has", "have"], splicedClause),
        Change(["tie", "link", "connect", "attach", "point", "hook", "bind"], tiedTo),
        Change(["against"], loggedAgainst),
        Change(["second", "duplicate", "another"], rejectSecond), Change(["repeat", "reuse", "use"], neverRepeat),
        Change(["same"], sameOnlyOnce), Change(["as"], markedAs), Change(["being"], thisBeing),
        Change(["to"], toBeEntered), Change([":"], thatIsA), Change(["which"], forWhichSuffices),
        Change(["one"], oneOfIsRole), Change(["who's", "who’s", "whos"], whoIs),
        Change(["um", "uh", "er", "erm", "hm", "know", "guess", "mean", "let's", "said"], withoutFillers),
        Change([":"], systemHolds), Change(["i", "we"], storyOf),
        Change(
            ["refuse", "refused", "blocked", "forbidden", "gone", "removed", "deleted", "dropped", "binned"], goneToo),
        Change(["="], equalsList), Change(["other"], noOtherWithin),
    ]

    private static let spanish: [Change] = [
        Change(["y", "no", "verdad"], withoutTag), Change(["solo", "nomas", "solamente"], onlyHas),
        Change(["tambien", "ademas"], alsoHas), Change([":"], withoutLabelWords),
        Change(["dado", "dada", "dados", "dadas"], givenFirst), Change(["si", "cuando"], hasIfItIs),
        Change(["esta", "es", "queda"], createdAs), Change(["puede", "podra", "podria"], mayBeGiven),
        Change(["otro", "otra"], withoutNounOfOthers),
        Change(["cada", "sin", "ese", "esa", "este", "esta", "dicho", "dicha"], eachItsOwn),
        Change(["tambien", "ademas"], withoutSecondWith), Change(["dos"], ruleBehindList),
        Change(["mientras", "salvo"], unlessSaid), Change(["su"], asRole), Change(["no"], notApt),
        Change(["pasar", "cambiar"], mayPass), Change(["del"], ofEachPart), Change(["cada"], oneOfEach),
        Change(["lo", "la"], severalDoers), Change(["comparte", "comparten"], notShared),
        Change(["("], betweenGroups), Change(["que"], namedAgain), Change(["cosa", "algo"], withoutRemark),
        Change(["compartir", "comparte", "comparten", "repite", "repiten"], nobodyShares),
        Change(["que"], withoutRestriction), Change(["en"], thoseWithin), Change(["ningun", "ninguna"], noneHasTwo),
        Change(["pareja", "combinacion"], pairOnce), Change(["vale", "valen", "es", "son"], ifLeftOut),
        Change(["lista", "catalogo"], fromList), Change(["pero", "aunque"], othersToo), Change(["campo"], withoutField),
        Change(["puntua", "valora", "califica", "evalua"], ratedThere), Change(["ya"], refusedIfThere),
        Change(["nuevo", "nueva"], whenNew), Change(["su"], itsCases),
    ]

    /// The sentence in plainer words.
    func sentence(_ source: TokenizedText) -> TokenizedText {
        guard source.tokens.count > 4 else { return source }
        let words = Set(source.tokens.map(\.folded))
        var tokens = source.tokens
        if lexicon.language == .spanish, tokens.contains(where: { $0.kind == .quoted }) {
            tokens = withoutQuotes(tokens)
        }
        for change in lexicon.language == .spanish ? Self.spanish : Self.english
        where tokens.count > 4 && !words.isDisjoint(with: change.words) {
            tokens = change.apply(self)(tokens)
        }
        return TokenizedText(text: source.text, tokens: tokens, isRephrased: tokens != source.tokens)
    }
}
