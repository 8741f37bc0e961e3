import MGELayers

/// Names of fields that are no plain nouns: flags and moments.
extension Rephrased {
    private static let switches: Set<String> = [
        "switch", "toggle", "tick", "marker", "indicator", "setting", "checkbox",
    ]
    private static let answers: Set<String> = [
        "on", "off", "true", "false", "yes", "no", "set", "unset", "ticked", "unticked",
    ]

    /// `an on duty flag` is `whether it is on duty`, and `a mandatory switch, on unless …` is `a mandatory flag, on unless …`.
    func flagNames(_ tokens: [Token]) -> [Token] {
        var tokens = tokens
        for index in tokens.indices.dropFirst(2).reversed() {
            if Self.switches.contains(tokens[index].folded), tokens[index - 1].kind == .word,
                isAnswered(tokens, behind: index)
            {
                tokens[index] = tokens[index].replaced(by: "flag")
            }
            guard tokens[index].folded == "flag", index > 2 else { continue }
            let lead = ["a", "an", "the", "its"].contains(tokens[index - 3].folded) ? index - 3 : index - 2
            guard ["a", "an", "the", "its"].contains(tokens[lead].folded),
                ["on", "in", "for", "under", "out", "at", "off"].contains(tokens[lead + 1].folded) && lead + 2 < index
                    || ["mandatory", "required", "optional", "compulsory"].contains(tokens[lead + 1].folded)
                        && lead + 2 == index
            else { continue }
            let whether = ["whether", "it", "is"].map { tokens[lead].replaced(by: $0) }
            tokens = Array(tokens[..<lead]) + whether + tokens[(lead + 1)..<index] + tokens[(index + 1)...]
        }
        return tokens
    }

    /// Whether an answer to a question stands behind what is asked: `a lit switch, off at first`.
    private func isAnswered(_ tokens: [Token], behind index: Int) -> Bool {
        guard index + 2 < tokens.count, tokens[index + 1].isMark(",") || tokens[index + 1].isMark("(") else {
            return false
        }
        let next = ["which", "that", "being"].contains(tokens[index + 2].folded) ? index + 3 : index + 2
        return tokens[next...].prefix(2).contains { Self.answers.contains($0.folded) }
    }

    /// `a requested at time` is `a requested at timestamp`, and `a bottled on date` is `a bottled on`.
    func momentNames(_ tokens: [Token]) -> [Token] {
        var tokens = tokens
        for index in tokens.indices.dropFirst(2)
        where ["time", "moment", "stamp"].contains(tokens[index].folded) && tokens[index - 1].folded == "at"
            && tokens[index - 2].folded.hasSuffix("ed")
        {
            tokens[index] = tokens[index].replaced(by: "timestamp")
        }
        return tokens
    }

    /// `a type among red, green and blue` is `a type, one of red, green and blue`.
    func amongCases(_ tokens: [Token]) -> [Token] {
        guard
            let among = tokens.indices.dropFirst(2).dropLast(3).first(where: { index in
                ["among", "amongst"].contains(tokens[index].folded) && isPlain(tokens[index - 1])
                    && (isPlain(tokens[index + 1]) || tokens[index + 1].isMark(":"))
            }), tokens[among...].prefix(9).contains(where: { $0.isMark(",") })
        else { return tokens }
        let oneOf = [",", "one", "of"].map { tokens[among].replaced(by: $0) }
        return Array(tokens[..<among]) + oneOf + tokens[(tokens[among + 1].isMark(":") ? among + 2 : among + 1)...]
    }

    /// `the refusal reason, which only refused requests have` is `the refusal reason, if any`.
    func onlySomeHave(_ tokens: [Token]) -> [Token] {
        guard
            let only = tokens.indices.dropFirst(2).dropLast(2).first(where: { index in
                tokens[index].folded == "only" && ["which", "that"].contains(tokens[index - 1].folded)
            }),
            let have = span(only + 2, min(only + 7, tokens.count)).first(where: {
                ["have", "has", "carry", "need", "get"].contains(tokens[$0].folded)
            }), have + 1 == tokens.count || tokens[have + 1].kind == .mark || tokens[have + 1].folded == "and",
            tokens[(only + 1)..<have].allSatisfy({ isPlain($0) || ["some", "a", "few"].contains($0.folded) })
        else { return tokens }
        let rest = tokens[(have + 1)...]
        return Array(tokens[..<(only - 1)]) + ["if", "any"].map { tokens[only].replaced(by: $0) } + rest
    }

    /// `a release may be marked as yanked` is `a release has a yanked flag`.
    func markedAs(_ tokens: [Token]) -> [Token] {
        guard
            let marked = tokens.prefix(10).indices.dropFirst(3).first(where: { index in
                ["marked", "flagged", "ticked"].contains(tokens[index].folded) && tokens[index - 1].folded == "be"
                    && ["can", "may", "could", "might"].contains(tokens[index - 2].folded)
            }), marked + 2 < tokens.count, tokens[marked + 1].folded == "as", isPlain(tokens[marked + 2]),
            marked + 3 == tokens.count || tokens[marked + 3].kind == .mark
        else { return tokens }
        let flag =
            ["has", "a"].map { tokens[marked].replaced(by: $0) } + [
                tokens[marked + 2], tokens[marked].replaced(by: "flag"),
            ]
        // `…, and unless it is marked it is not`
        let isUnset =
            tokens[(marked + 3)...].contains { $0.folded == "unless" }
            && tokens[(marked + 3)...].contains { $0.folded == "not" }
        let rest =
            isUnset
            ? [",", "off", "by", "default"].map { tokens[marked].replaced(by: $0) }
                + tokens.suffix(1).filter { $0.isMark(".") }
            : Array(tokens[(marked + 3)...])
        return Array(tokens[..<(marked - 2)]) + flag + rest
    }

    /// `its kind, this being red, green or blue` is `its kind, being red, green or blue`.
    func thisBeing(_ tokens: [Token]) -> [Token] {
        guard
            let this = tokens.indices.dropFirst(2).dropLast(2).first(where: { index in
                ["this", "that", "it", "these"].contains(tokens[index].folded) && tokens[index - 1].isMark(",")
                    && tokens[index + 1].folded == "being"
            })
        else { return tokens }
        return Array(tokens[..<this]) + tokens[(this + 1)...]
    }

    /// `handedness is to be entered as left or right` is `handedness is left or right`.
    func toBeEntered(_ tokens: [Token]) -> [Token] {
        guard
            let to = tokens.prefix(8).indices.dropFirst().first(where: { index in
                tokens[index].folded == "to" && ["is", "are"].contains(tokens[index - 1].folded)
            }), to + 5 < tokens.count, tokens[to + 1].folded == "be",
            lexicon.prose.match(tokens, at: to + 2, where: { $0 == .recorded || $0 == .appoints }) != nil,
            tokens[to + 3].folded == "as", isPlain(tokens[to + 4]),
            tokens[to...].prefix(14).contains(where: { $0.folded == "or" })
        else { return tokens }
        return Array(tokens[..<to]) + tokens[(to + 4)...]
    }
}
