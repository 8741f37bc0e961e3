import MGELayers

/// English sentences in plainer words.
extension Rephrased {
    /// `for every pressing there is one analysis and not more` is `there is one analysis for every pressing`.
    func oneForEvery(_ tokens: [Token]) -> [Token] {
        guard ["for", "of", "to"].contains(tokens[0].folded), ["each", "every"].contains(tokens[1].folded) else {
            return tokens
        }
        let comma = tokens.prefix(7).firstIndex { $0.isMark(",") }
        guard
            let there = tokens.prefix(8).indices.first(where: { index in
                index > 2 && lexicon.prose.match(tokens, at: index, where: { $0 == .weHave }) != nil
                    && tokens[index].folded.hasPrefix("there")
            }), comma.map({ $0 == there - 1 }) ?? true,
            let have = lexicon.prose.match(tokens, at: there, where: { $0 == .weHave }),
            let one = lexicon.prose.match(tokens, at: there + have.count, where: { $0 == .one || $0 == .maybeOne })
        else { return tokens }
        var end = there + have.count + one.count
        while end < tokens.count, tokens[end].kind == .word,
            lexicon.prose.match(tokens, at: end, where: \.isStructural) == nil,
            lexicon.prose.match(tokens, at: end, where: { $0 == .onlyOne }) == nil
        {
            end += 1
        }
        let only = lexicon.prose.match(tokens, at: end, where: { $0 == .onlyOne })?.count ?? 0
        // `for each debate there is one team as proposition`, `for every flag and stage there is one rule` say more.
        guard end > there + have.count + one.count, end + only == tokens.count || tokens[end + only].kind == .mark,
            !tokens[..<there].contains(where: { $0.folded == "and" })
        else { return tokens }
        let owner = [tokens[0].replaced(by: "for")] + tokens[1..<(comma ?? there)]
        return tokens[there..<end] + owner + tokens[(end + only)...]
    }

    /// `a visit has a guide, and on it there's the date` and `to be written on it: the date` say what it has.
    func onItThereIs(_ tokens: [Token]) -> [Token] {
        for index in tokens.indices.dropLast(4) {
            guard ["on", "in"].contains(tokens[index].folded), ["it", "them"].contains(tokens[index + 1].folded) else {
                continue
            }
            let pronoun = tokens[index + 1].replaced(by: tokens[index + 1].folded == "it" ? "it" : "they")
            let verb = tokens[index].replaced(by: tokens[index + 1].folded == "it" ? "has" : "have")
            if tokens[index + 2].isMark(":"), (2...4).contains(index), tokens[0].folded == "to",
                tokens[1].folded == "be"
            {
                return [pronoun, verb] + tokens[(index + 3)...]
            }
            let isFirst = index == 0 || index > 1 && tokens[index - 1].folded == "and" && tokens[index - 2].isMark(",")
            guard isFirst, tokens[index + 2].folded.hasPrefix("there"),
                let there = lexicon.prose.match(tokens, at: index + 2, where: { $0 == .weHave }),
                lexicon.prose.match(tokens, at: index + 2 + there.count, where: { $0.isDeterminer }) != nil
            else { continue }
            let before = index == 0 ? [] : Array(tokens[..<(index - 2)]) + [tokens[index - 2].replaced(by: ";")]
            return before + [pronoun, verb] + tokens[(index + 2 + there.count)...]
        }
        return tokens
    }

    /// `owners, that's name, phone and a contact`, `customers is name and mobile` say what they have.
    func thatIsFields(_ tokens: [Token]) -> [Token] {
        guard let mark = tokens.prefix(5).firstIndex(where: { $0.isMark(",") || $0.folded == "is" }), mark > 0,
            tokens[..<mark].allSatisfy({ $0.kind == .word }),
            lexicon.prose.match(tokens, at: mark - 1, where: \.isStructural) == nil,
            lexicon.inflector.isPlural(tokens[mark - 1].folded)
        else { return tokens }
        var start = mark + 1
        if tokens[mark].isMark(",") {
            guard start < tokens.count, tokens[start].folded.hasPrefix("that") else { return tokens }
            if tokens[start].folded == "that" {
                guard start + 1 < tokens.count, tokens[start + 1].folded == "is" else { return tokens }
                start += 1
            } else if !["that's", "that’s", "thats"].contains(tokens[start].folded) {
                return tokens
            }
            start += 1
        }
        var name = start
        if let article = lexicon.prose.match(tokens, at: name, where: \.isDeterminer) {
            // `brushes is an art`
            guard tokens[mark].isMark(",") else { return tokens }
            name += article.count
        }
        guard name + 1 < tokens.count, tokens[name].kind == .word,
            lexicon.fieldItem(for: tokens[name].text.lowercased()) != nil,
            tokens[(name + 1)...].prefix(3).contains(where: { $0.isMark(",") || $0.folded == "and" })
        else { return tokens }
        return Array(tokens[..<mark]) + [tokens[mark].replaced(by: "have")] + tokens[start...]
    }

    /// `the sex, so mare, gelding or stallion` is `the sex, either mare, gelding or stallion`.
    func withoutSo(_ tokens: [Token]) -> [Token] {
        guard
            let so = tokens.indices.dropFirst(2).first(where: { index in
                tokens[index].folded == "so" && tokens[index - 1].isMark(",")
            }),
            let or = tokens[so...].prefix(10).firstIndex(where: { $0.folded == "or" }), or > so + 1,
            tokens[(so + 1)..<or].allSatisfy({ token in
                token.isMark(",")
                    || token.kind == .word && lexicon.prose.match([token], at: 0, where: \.isStructural) == nil
            }),
            // `…, so red or blue` names values; `…, so members come or go` does not.
            or == so + 2 || tokens[(so + 1)..<or].contains(where: { $0.isMark(",") })
        else { return tokens }
        return Array(tokens[..<so]) + [tokens[so].replaced(by: "either")] + tokens[(so + 1)...]
    }

    /// `one result per booking, never two` says no more than `one result per booking`.
    func withoutNeverTwo(_ tokens: [Token]) -> [Token] {
        guard
            let never = tokens.indices.dropLast().first(where: { index in
                tokens[index].folded == "never" && ["two", "more"].contains(tokens[index + 1].folded)
                    && (index + 2 == tokens.count || tokens[index + 2].kind == .mark)
            }), never > 3,
            tokens[..<never].suffix(5).contains(where: { $0.folded == "per" })
        else { return tokens }
        var end = never
        while end > 0, tokens[end - 1].isMark(",") || tokens[end - 1].folded == "and" { end -= 1 }
        return Array(tokens[..<end]) + tokens[(never + 2)...]
    }

    /// `and, should the teacher care to, a comment` is `and, if wanted, a comment`.
    func shouldTheyCare(_ tokens: [Token]) -> [Token] {
        guard
            let should = tokens.indices.dropFirst(2).dropLast(5).first(where: { index in
                tokens[index].folded == "should" && tokens[index - 1].isMark(",")
            }), lexicon.prose.match(tokens, at: should + 1, where: \.isDeterminer) != nil,
            let end = tokens[should...].prefix(8).firstIndex(where: { $0.kind == .mark }), tokens[end].isMark(","),
            end > should + 4, tokens[end - 1].folded == "to",
            ["care", "want", "wish", "like", "choose"].contains(tokens[end - 2].folded)
        else { return tokens }
        let wanted = [tokens[should].replaced(by: "if"), tokens[should + 1].replaced(by: "wanted")]
        return Array(tokens[..<should]) + wanted + tokens[end...]
    }

    /// `colour too, ivory or white` is `it has colour, ivory or white`, of what was spoken of.
    func fieldToo(_ tokens: [Token]) -> [Token] {
        guard let too = tokens.prefix(5).firstIndex(where: { $0.folded == "too" }), too > 0,
            too + 2 < tokens.count, tokens[too + 1].isMark(","),
            lexicon.fieldItem(for: tokens[0].text.lowercased()) != nil,
            lexicon.entity(named: tokens[0].text.lowercased()) == nil,
            !lexicon.inflector.isPlural(tokens[0].folded),
            lexicon.prose.match(tokens, at: too + 2, where: { [.it, .they, .we].contains($0) }) == nil
        else { return tokens }
        var name = Array(tokens[..<too])
        if let comma = name.last, comma.isMark(",") { name.removeLast() }
        guard
            name.dropFirst().allSatisfy({ token in
                token.kind == .word && lexicon.prose.match([token], at: 0, where: { $0 == .be || $0 == .has }) == nil
            })
        else { return tokens }
        return [tokens[0].replaced(by: "it"), tokens[0].replaced(by: "has")] + name + tokens[(too + 1)...]
    }
}
