import MGECore
import MGELayers

extension ProseReader {
    /// `nadie se inscribe dos veces en el mismo torneo`: what was spoken of has each pair of what it refers to once.
    mutating func readNobodyTwice(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, said.isSuperset(of: [.twice, .same]),
            tokens.contains(where: { ["nadie", "ninguno", "ninguna"].contains($0.folded) }) || said.contains(.not),
            sentence.mentions.count == 1, let place = sentence.mentions.first, let owner = antecedent,
            place.entity != owner.entity
        else { return false }
        var targets: [Int] = []
        for evidence in facts.evidence
        where evidence.kind == .one && evidence.source == owner.entity && !targets.contains(evidence.target) {
            targets.append(evidence.target)
        }
        guard targets.count == 2, targets.contains(place.entity) else { return false }
        let group = targets.map { Located(text: candidates.candidates[$0].name, place: sentence.source.place) }
        facts.add(UniqueGroup(names: group, place: sentence.source.place), to: owner.entity)
        isUsed = true
        return true
    }

    /// `para un mismo sensor, evento y fase se admite una sola detección`: what there is one of is unique together.
    mutating func readOneForAll(_ sentence: ProseSentence) -> Bool {
        let (items, tokens) = (sentence.items, sentence.source.tokens)
        guard lexicon.language == .spanish, tokens.count > 6, tokens[0].folded == "para",
            let made = sentence.mentions.last, [.one, .maybeOne].contains(made.quantity), !made.isPlural,
            let verb = items.lastIndex(where: { $0.range.upperBound <= made.start }), verb > 3,
            items[verb].word != nil || items[verb].isName
        else { return false }
        var names: [Located] = []
        var scopes: [Mention] = []
        for part in ProseList(span(1, verb), of: sentence, lexicon: lexicon).parts {
            if let mention = sentence.mentions(in: part).first?.mention {
                scopes.append(mention)
                names.append(
                    Located(
                        text: candidates.candidates[mention.entity].name, place: tokens[mention.range.lowerBound].place)
                )
                continue
            }
            let words = lists.withoutArticles(tokens, sentence.tokens(part))
            let name = lexicon.inflector.singular(of: sentence.source.words(words).lowercased())
            guard let field = facts.fields(named: name).first(where: { $0.entity == made.entity }) else { return false }
            names.append(Located(text: field.name, place: tokens[words.lowerBound].place))
        }
        guard names.count > 1, scopes.allSatisfy({ $0.entity != made.entity }) else { return false }
        for scope in scopes { refer(made.entity, to: scope, sentence) }
        facts.add(UniqueGroup(names: names, place: sentence.source.place), to: made.entity)
        isUsed = true
        return true
    }

    /// `un perro se vacuna una sola vez por campaña`: what refers to both is there once for the two.
    mutating func readOnce(_ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish else { return false }
        let tokens = sentence.source.tokens
        // `se vacuna` may be called like the entity that it makes.
        let done = sentence.mentions.first { $0.start > 0 && tokens[$0.start - 1].isReflexivePronoun }
        let mentions = sentence.mentions.filter { $0 != done }
        guard let time = tokens.firstIndex(where: { $0.folded == "vez" }), time > 0,
            ["una", "sola"].contains(tokens[time - 1].folded),
            !span(max(0, time - 4), time).contains(where: { ["de", "a"].contains(tokens[$0].folded) }),
            mentions.count == 2, mentions[0].entity != mentions[1].entity, mentions.allSatisfy({ !$0.isPlural }),
            let owner = done?.entity ?? facts.link(of: mentions[0].entity, and: mentions[1].entity)
        else { return false }
        let isOnly =
            mentions[1].quantity == .each || tokens[time - 1].folded == "sola"
            || tokens[..<time].contains { ["solo", "unicamente", "solamente"].contains($0.folded) }
        guard isOnly else { return false }
        let place = sentence.source.place
        for mention in mentions { refer(owner, to: mention, sentence) }
        let names = mentions.map { Located(text: candidates.candidates[$0.entity].name, place: place) }
        facts.add(UniqueGroup(names: names, place: place), to: owner)
        isUsed = true
        return true
    }

    /// `un mismo contenedor no puede figurar en dos declaraciones`: it is in one of them.
    mutating func readInOneOnly(_ sentence: ProseSentence) -> Bool {
        let (items, tokens) = (sentence.items, sentence.source.tokens)
        guard lexicon.language == .spanish, said.contains(.not), sentence.mentions.count == 2,
            let can = items.firstIndex(where: { $0.word == .can }), can > 1, items[can - 1].word == .not,
            let thing = items[..<(can - 1)].last?.mention, !thing.isPlural, thing.start < 2,
            let place = sentence.mentions.last, place.isPlural, place.entity != thing.entity,
            ["dos", "mas", "varios", "varias", "distintos", "distintas"].contains(tokens[place.start].folded),
            place.start > 0, ["en", "a", "de"].contains(tokens[place.start - 1].folded),
            place.range.upperBound + 1 >= tokens.count
        else { return false }
        addEvidence(.one, thing, place, sentence, part: span(can, items.count))
        return true
    }
}
