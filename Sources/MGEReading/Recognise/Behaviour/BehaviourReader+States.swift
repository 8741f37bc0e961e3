import MGELayers

extension BehaviourReader {
    /// `open → done`, `goes from placed to paid`, `first waiting, then in repair, and finally done`, `can be reopened`.
    mutating func readStates() {
        for index in text.signs where !isClaimed(index) {
            if isArrow(index) {
                readArrows(index)
            } else if let count = text.said(index, .goesFrom) {
                readSteps(from: index + count, index, isSure: false)
            } else if let count = text.said(index, .first), index > 0, isAfterBe(index) {
                readSteps(from: index + count, index, isSure: true)
            } else if let count = text.said(index, .startsAs) {
                readSteps(from: index + count, index, isSure: true)
            } else if let count = text.said(index, .reopened) {
                readReopening(index, count)
            } else if let count = text.said(index, .becomes) {
                readBecoming(index, count)
            }
        }
    }

    private func isAfterBe(_ index: Int) -> Bool {
        let item = text.item(of: index)
        return item > 0 && (text.isBe(item - 1) || text.items[item - 1].isMark(","))
    }

    // MARK: Arrows

    private func isArrow(_ index: Int) -> Bool {
        BehaviourSentence.isArrow(tokens, at: index)
    }

    private func isInChain(_ index: Int) -> Bool {
        isArrow(index) || index > 0 && isArrow(index - 1) || tokens[index].isMark("|") || tokens[index].isMark("/")
    }

    private mutating func readArrows(_ index: Int) {
        var start = index
        while start > 0, isState(start - 1), index - start < 4 { start -= 1 }
        var end = index
        var last = index
        while end < tokens.count, isInChain(end) || isState(end) || isComma(end) {
            if isArrow(end) { last = end }
            end += 1
        }
        // Behind the last arrow, a comma ends the chain.
        if let comma = span(last, end).first(where: { tokens[$0].isMark(",") || tokens[$0].isMark(";") }) {
            end = comma
        }
        let chains = Chains.all(text.sentence.source, span(start, end))
        guard start < index, chains.joined().joined().allSatisfy({ isStateName($0.text) }) else { return }
        var first = start
        var finish = end
        if first > 0, tokens[first - 1].isMark("("), finish < tokens.count, tokens[finish].isMark(")") {
            (first, finish) = (first - 1, finish + 1)
        } else if first > 0, tokens[first - 1].isMark(":") {
            first -= 1
        }
        let subject = stateSubject(before: first)
        add(
            .states(field: subject.field, chains, isSure: true), of: subject.entities, span(subject.start, finish),
            claim: span(first, finish))
    }

    private func isComma(_ index: Int) -> Bool { tokens[index].isMark(",") || tokens[index].isMark(";") }

    /// Whether a token may be part of a state: a word that is no verb and no entity.
    private func isState(_ index: Int) -> Bool {
        // `service gone → its waivers gone`
        let isPossessive = ["its", "their", "su", "sus"].contains(tokens[index].folded)
        guard tokens[index].isName, !isPossessive, text.mention(at: index) == nil else { return false }
        return text.word(index, .be, .has, .can, .must, .belongs, .article, .definite, .relative, .with, .and) == nil
            && text.said(index, .goesFrom, .status) == nil
    }

    private func isStateName(_ name: String) -> Bool {
        !name.isEmpty && name.split(separator: " ").count <= 4 && name.contains(where: \.isLetter)
    }

    /// The entity that states are said of, and the field that holds them, before a token.
    private func stateSubject(before index: Int) -> (entities: [String], field: Located?, start: Int) {
        var item = text.item(of: index)
        while item > 0, text.items[item - 1].isMark(":", "(", ",") { item -= 1 }
        let nouns = text.nouns(before: text.auxiliaries(before: item))
        let start = nouns.nouns.isEmpty ? index : text.token(of: nouns.start)
        if let noun = nouns.nouns.last {
            if let entity = noun.entity {
                let of = field(of: nouns.start)
                return ([entity], of, start)
            }
            let name = noun.words
            let first = text.sentence.mentions.last { $0.range.upperBound <= start }
            let owner = first.map(text.name) ?? antecedent
            return (owner.map { [$0] } ?? [], isStateField(name.text) || first != nil ? name : nil, start)
        }
        return ((topic ?? antecedent).map { [$0] } ?? [], nil, start)
    }

    /// `the status of an order`.
    private func field(of item: Int) -> Located? {
        guard item > 1, text.items[item - 1].word == .preposition, text.items[item - 2].isName else { return nil }
        let field = text.located(text.items[item - 2].range)
        return isStateField(field.text) ? field : nil
    }

    private func isStateField(_ name: String) -> Bool {
        let tokens = Tokenizer.tokenize(LocatedText(name)).tokens
        return tokens.indices.contains {
            text.lexicon.behaviour.match(tokens, at: $0, where: { $0 == .status }) != nil
        }
    }

    // MARK: Words

    /// States with words between them: `placed to paid, and then to shipped or cancelled`.
    private mutating func readSteps(from start: Int, _ verb: Int, isSure: Bool) {
        var chains: [[[Located]]] = []
        var next: Int? = start
        var end = start
        while let position = next, let chain = chain(from: position) {
            chains.append(chain.steps)
            end = chain.end
            next = behind(.fromState, at: end)
        }
        guard let first = chains.first else { return }
        let subject = stateSubject(before: verbStart(verb))
        guard !subject.entities.isEmpty else { return }
        let isLong = first.count > 2 || chains.count > 1 || subject.field != nil
        let rest = end < tokens.count && text.word(end, .when, .preposition) != nil ? self.end(after: end) : end
        add(
            .states(field: subject.field, chains, isSure: isSure || isLong), of: subject.entities,
            span(subject.start, rest), claim: span(verbStart(verb), rest))
    }

    /// The steps of one chain, two at least.
    private func chain(from start: Int) -> (steps: [[Located]], end: Int)? {
        var steps: [[Located]] = []
        var step: [Located] = []
        var index = start
        var end = start
        while let state = state(from: index) {
            step.append(state.name)
            end = state.end
            if let next = separator(at: end, .toState, .then, .becomes) {
                steps.append(step)
                step = []
                index = next
            } else if let next = alternative(at: end) {
                index = next
            } else {
                break
            }
        }
        steps.append(step)
        return steps.count > 1 && steps.allSatisfy { !$0.isEmpty } ? (steps, end) : nil
    }

    /// Behind words that begin another chain: `, and from`.
    private func behind(_ word: BehaviourWord, at index: Int) -> Int? {
        let start = index < tokens.count && tokens[index].isMark(",") ? index + 1 : index
        return text.said(start, word).map { start + $0 }
    }

    private func state(from start: Int) -> (name: Located, end: Int)? {
        var index = start
        if let being = text.word(index, .be) { index += being }
        let first = index
        while index < tokens.count, tokens[index].kind == .word || tokens[index].kind == .quoted, index - first < 4 {
            guard text.mention(at: index) == nil, text.said(index, .toState, .then, .becomes) == nil else { break }
            let isInside = index == first && text.word(index, .preposition) != nil
            guard isInside || text.lexicon.prose.match(tokens, at: index, where: \.isStructural) == nil else { break }
            index += 1
        }
        let words = text.located(span(first, index))
        guard index > first, isStateName(words.text) else { return nil }
        // `from Madrid to Paris` is a journey.
        guard !span(first, index).contains(where: { tokens[$0].isCapitalised }) else { return nil }
        return (words, index)
    }

    /// Behind what leads to the next step: `, and then to`.
    private func separator(at index: Int, _ words: BehaviourWord...) -> Int? {
        var next = index
        if next < tokens.count, tokens[next].isMark(",") { next += 1 }
        var isFound = false
        while true {
            let said = text.lexicon.behaviour.match(tokens, at: next, where: words.contains)
            if let said {
                next += said.count
                isFound = true
            } else if !isFound, let and = text.word(next, .and),
                text.lexicon.behaviour.match(tokens, at: next + and, where: words.contains) != nil
            {
                next += and
            } else {
                return isFound ? next : nil
            }
        }
    }

    /// Behind `or`, or a comma with `or` after the next state.
    private func alternative(at index: Int) -> Int? {
        let or: (Int) -> Int? = { position in
            text.lexicon.keywords.match(tokens, at: position, where: { $0 == .orWord })?.count
        }
        var next = index
        let hasComma = next < tokens.count && tokens[next].isMark(",")
        if hasComma { next += 1 }
        if let count = or(next) {
            next += count
            // `a later or to b`
            return text.said(next, .toState).map { next + $0 } ?? next
        }
        guard hasComma, let following = state(from: next) else { return nil }
        let after = following.end
        return or(after) != nil || after < tokens.count && tokens[after].isMark(",") && or(after + 1) != nil
            ? next : nil
    }

    // MARK: Single transitions

    /// `a closed ticket can be reopened`, `un ticket cerrado puede reabrirse`.
    private mutating func readReopening(_ index: Int, _ count: Int) {
        guard let (entity, state, start) = stateAndEntity(before: index) else { return }
        add(.transition(from: state, to: []), of: [entity], span(start, index + count))
    }

    /// `a rejected application can go back to submitted`.
    private mutating func readBecoming(_ index: Int, _ count: Int) {
        guard let (entity, from, start) = stateAndEntity(before: index) else { return }
        var states: [Located] = []
        var next: Int? = index + count
        var end = index + count
        while let position = next, let state = state(from: position) {
            states.append(state.name)
            end = state.end
            next = alternative(at: end)
        }
        guard !states.isEmpty else { return }
        add(.transition(from: from, to: states), of: [entity], span(start, end))
    }

    private func stateAndEntity(before index: Int) -> (entity: String, state: Located, start: Int)? {
        let item = text.auxiliaries(before: text.item(of: index))
        guard item > 0 else { return nil }
        if text.lexicon.language == .spanish {
            var first = item
            while first > 0, text.items[first - 1].isName { first -= 1 }
            guard first > 0, first < item, let mention = text.items[first - 1].mention else { return nil }
            let words = text.located(span(text.token(of: first), text.items[item - 1].range.upperBound))
            return (text.name(of: mention), words, mention.start)
        }
        guard let mention = text.items[item - 1].mention else { return nil }
        var first = item - 1
        while first > 0, text.items[first - 1].isName { first -= 1 }
        guard first < item - 1 else { return nil }
        let words = text.located(span(text.token(of: first), mention.range.lowerBound))
        let state = Located(text: words.text.lowercased(), place: words.place)
        return (text.name(of: mention), state, min(mention.start, text.token(of: first)))
    }
}
