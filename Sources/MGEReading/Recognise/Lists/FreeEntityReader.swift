/// Reads the items in free words of one entity.
struct FreeEntityReader: Sendable {
    /// A clause, with the field that it stands at.
    struct Clause: Sendable {
        var text: TokenizedText
        var field: Int?
        /// Fields that stand before it together: `issue and subscriber: the same pair never twice`.
        var pair: [Int] = []
    }

    let reader: FreeItemReader
    /// The entity's own name.
    let own: String
    var drafts: [FreeDraft] = []
    var clauses: [Clause] = []
    /// Entities of which this one has many, with the words.
    var many: [(name: String, words: Located)] = []
    var groups: [UniqueGroup] = []
    var unused: [Located] = []
    var lexicon: Lexicon { reader.lexicon }

    init(reader: FreeItemReader, own: String) {
        self.reader = reader
        self.own = own
    }

    /// Reads one item.
    mutating func read(_ item: FreeItem) {
        switch item {
        case .item(let text): readItem(text)
        case .line(let text): readLine(text)
        case .aside(let text): if saysReference(text.tokens) { readLine(text) }
        case .options(let text, let options): readOptions(text, options)
        case .remark(let text): readRemark(text)
        case .marked(let text, let keyword): readMarked(text, keyword)
        case .deletion(let text): readDeletionCell(text)
        case .row(let row): readRow(row)
        }
    }

    mutating func add(_ draft: FreeDraft) {
        var draft = draft
        for clause in draft.clauses { clauses.append(Clause(text: clause, field: drafts.count)) }
        draft.clauses = []
        drafts.append(draft)
    }

    private mutating func readItem(_ text: TokenizedText) {
        if let group = ItemReader.uniqueGroup(text, lexicon: lexicon) {
            groups.append(group)
        } else if var draft = StrictItem.read(text, lexicon: lexicon, names: reader.names) {
            draft.isExact = draft.target?.text != own
            add(draft)
        } else if text.tokens.first?.isMark("(") == true, let group = uniqueGroup(text) {
            groups.append(group)
        } else if let rule = ruleBehind(text) {
            readItem(text.part(0..<(text.tokens.firstIndex { $0.isMark(",") } ?? rule.lowerBound)))
            clauses.append(Clause(text: text.part(rule)))
        } else if let roles = pairOfRoles(text) {
            roles.forEach { readItem($0) }
        } else if let halves = halves(text, isLast: false) {
            readHalves(halves)
        } else {
            readPart(text)
        }
    }

    /// Reads an item with items below it: the cases of an enumeration, or what is said of the field.
    private mutating func readOptions(_ text: TokenizedText, _ options: [TokenizedText]) {
        guard var draft = reader.read(text) else {
            return unused += ([text] + options).map(\.located)
        }
        let areCases = options.allSatisfy { option in
            option.tokens.count <= 4 && option.words.unquoted.isSoundName && !reader.phrases.areAttributes(option)
        }
        if areCases, options.count > 1, draft.item.type == nil, Set(options.map(\.words)).count == options.count {
            draft.target = nil
            draft.cases = options.map(\.located.unquoted)
        } else {
            for option in options { reader.readGroup(option, .remark, into: &draft) }
        }
        add(draft)
    }

    mutating func readPart(_ text: TokenizedText) {
        let first = text.clauses.first?.tokens ?? []
        let start = text.part(0..<min(first.count, text.tokens.count))
        let dash = start.tokens.indices.first { start.isDash(at: $0) } ?? first.count
        let head = Array(first[..<dash].prefix { ![":", "(", "["].contains(where: $0.isMark) })
        if let rule = ruleBehindColon(text) {
            clauses.append(Clause(text: rule))
            return
        }
        if let plainer = withColon(text) ?? withoutParentheses(text) ?? joinedHalves(text) { return readPart(plainer) }
        if readExclusive(text) { return }
        if readCounted(text) || readPointing(text) || readSeveral(text) || readOnlyOne(text) || readRoles(text)
            || readAttributes(text) || readPredicate(text)
        {
            return
        }
        if isNamed(head), let draft = reader.read(text) { return add(draft) }
        let isDrawn = head.contains { ["<", ">", "↔", "→"].contains(where: $0.isMark) }
        let count = drafts.count
        if !isDrawn, !reader.kinds.isClause(head), readSentence(text, head) {
            return readRules(behind: text, of: drafts.count == count + 1 ? count : nil)
        }
        if head.count == first.count, reader.kinds.isClause(head) {
            clauses.append(Clause(text: text))
        } else if let draft = reader.read(text) {
            add(draft)
        } else {
            unused.append(text.located)
        }
    }

    /// What further clauses say of a reference: `belongs to one fund; a fund with calls can't be deleted`.
    private mutating func readRules(behind text: TokenizedText, of field: Int?) {
        for clause in text.clauses.dropFirst() where reader.kinds.isClause(clause.tokens) {
            clauses.append(Clause(text: clause, field: field))
        }
    }

    /// `the member number is unique`, said of a field that is there.
    private mutating func readPredicate(_ text: TokenizedText) -> Bool {
        let tokens = text.tokens
        guard
            let verb = tokens.indices.first(where: { index in
                lexicon.prose.match(tokens, at: index, where: \.isStructural).map { $0.meaning == .be && $0.count == 1 }
                    ?? false
            }), (1...6).contains(verb), verb + 1 < tokens.count
        else { return false }
        let start = reader.lead(of: tokens)
        guard start < verb else { return false }
        let name = text.words(start..<verb).foldedForComparison
        guard let known = drafts.firstIndex(where: { $0.item.name.text.foldedForComparison == name }) else {
            return false
        }
        return reader.phrases.read(text.part(verb + 1..<tokens.count), .remark, into: &drafts[known])
    }

    /// Whether a plain name and a comma come first, so that what follows is said of it: `email, no two alike`.
    private func isNamed(_ head: [Token]) -> Bool {
        guard let comma = head.firstIndex(where: { $0.isMark(",") }), (1...4).contains(comma) else { return false }
        let name = Array(head[..<comma])
        return name.allSatisfy(\.isName) && reader.kinds.isClause(head) && !reader.kinds.isClause(name)
            && reader.names.name(of: name) == nil
            && reader.names.mentions(in: name).allSatisfy { $0.name == own && $0.quantity == .other }
    }

    // MARK: Lines

    /// Whether an aside says what each row belongs to: `plots (each one is in a zone)`, and not what a plot is.
    private func saysReference(_ tokens: [Token]) -> Bool {
        let isOfEach =
            lexicon.count(anyOf: [.each, .per], tokens, at: 0) != nil
            || lexicon.count(anyOf: [.indefinite, .onlyOnce], tokens, at: 0).map {
                lexicon.count(.per, tokens, at: $0) != nil
            } ?? false
            || lexicon.prose.match(tokens, at: 0, where: { $0 == .belongs }) != nil
        return isOfEach && reader.names.mentions(in: tokens).contains { $0.name != own }
    }

    mutating func readLine(_ line: TokenizedText) {
        for clause in line.clauses { readClause(clause) }
    }

    private mutating func readClause(_ clause: TokenizedText) {
        if let group = uniqueGroup(clause) {
            groups.append(group)
            return
        }
        let written = clause
        let clause = withCases(withoutSubject(clause))
        let mentions = reader.names.mentions(in: clause.tokens)
        if readPointed(clause) { return }
        let several = mentions.filter { $0.quantity == .many }
        if several.contains(where: { $0.name == own }), several.contains(where: { $0.name != own }) {
            // `tag (unique), opens one room or more, and a room can have several keys`
            let parts = clause.ranges(in: clause.tokens.indices, at: [","])
            let first = mentions.first { $0.quantity != .other }?.range.lowerBound ?? 0
            let start = parts.last { $0.lowerBound <= first }?.lowerBound ?? 0
            if start > 1 { readClause(clause.part(0..<start - 1)) }
            let rest = clause.part(start..<clause.tokens.count)
            _ = readSentence(rest, rest.tokens)
            return
        }
        let parts = joinedCases(clause, clause.ranges(in: clause.tokens.indices, at: [",", "+"])).flatMap { range in
            dividedAfterGroup(clause, range)
        }
        var clauseEnd = 0
        for (index, range) in parts.enumerated() where range.lowerBound >= clauseEnd {
            let part = clause.part(range)
            if reader.kinds.isClause(part.tokens), isSentence(part) {
                // What has parentheses behind it is a field again: `…, which is unique, and a state (good, torn)`.
                let next = parts[(index + 1)...].first { !isSentence(clause.part($0)) }
                clauseEnd = next?.lowerBound ?? clause.tokens.count
                // `…, removed with it` speaks of the reference before it.
                let isReference = drafts.last?.target != nil && reader.names.mentions(in: part.tokens).isEmpty
                let isOfLast =
                    isReference || isUniqueForEach(part) || isUniqueAlone(part, behind: index)
                    || lexicon.count(.relative, part.tokens, at: 0) != nil && !drafts.isEmpty
                clauses.append(
                    Clause(
                        text: clause.part(range.lowerBound..<clauseEnd), field: isOfLast ? drafts.count - 1 : nil))
                continue
            }
            if let role = role(alone: part) {
                // `one club, as organiser`
                drafts[drafts.count - 1].item.name = role
                continue
            }
            // `label, such as B4`
            let example = lexicon.prose.match(part.tokens, at: 0, where: { $0 == .example })?.count ?? 0
            if !drafts.isEmpty, example > 1 { continue }
            if let type = saidOfTwo(part) {
                // `begins at and ends at, both date and time`
                for draft in drafts.indices.suffix(2) where drafts[draft].target == nil {
                    reader.readGroup(type, .type, into: &drafts[draft])
                }
                continue
            }
            if !drafts.isEmpty, let cases = lexicon.prose.match(part.tokens, at: 0, where: { $0 == .cases }) {
                readCases(clause.part(range.lowerBound + cases.count..<clause.tokens.count))
                return
            }
            if !drafts.isEmpty, isException(part) {
                drafts[drafts.count - 1].item.optional = part.place
                continue
            }
            if !drafts.isEmpty, lexicon.count(.orWord, part.tokens, at: 0) != nil {
                // `is in one room, or in no room when it is put away`
                if lexicon.holds(anyOf: [.negation, .mayBeEmpty, .emptyWord, .optional], in: part.tokens) {
                    drafts[drafts.count - 1].item.optional = part.place
                } else {
                    unused.append(part.located)
                }
                continue
            }
            if !drafts.isEmpty, part.tokens.count > 1, lexicon.types.meaning(of: part.tokens) == .boolean {
                // `indoor, true or false`
                reader.readGroup(part, .type, into: &drafts[drafts.count - 1])
                continue
            }
            let before = index > 0 ? parts[index - 1] : nil
            if readApposedType(part, behind: before, clause) || readApposedEntity(part, behind: before, clause) {
                continue
            }
            let said = withoutCopula(part)
            if !drafts.isEmpty, isFirstValue(said) || said.tokens.count < part.tokens.count && isSaid(said) {
                _ = reader.phrases.read(said, .remark, into: &drafts[drafts.count - 1])
            } else if let last = drafts.last,
                reader.phrases.areAttributes(part) || reader.phrases.saysDefault(part, of: last)
            {
                _ = reader.phrases.read(part, .remark, into: &drafts[drafts.count - 1])
            } else if index + 1 == parts.count || saidOfTwo(clause.part(parts[index + 1]), isNext: true) != nil,
                let halves = halves(part, isLast: index > 0 || clause.tokens.count < written.tokens.count)
            {
                if readRoles(halves) { continue }
                saysBoth(halves[1]) ? readHalves(halves) : halves.forEach { readItem($0) }
            } else {
                readItem(part)
            }
        }
    }

    /// A part without `which is`, `it` or `que` before what is said of a field.
    private func withoutCopula(_ part: TokenizedText) -> TokenizedText {
        var start = 0
        if let with = lexicon.count(.with, part.tokens, at: 0), with < part.tokens.count,
            isFirstValue(part.part(with..<part.tokens.count))
        {
            // `with 2 as the default`
            start = with
        } else if let and = lexicon.count(.andWord, part.tokens, at: 0), and + 1 < part.tokens.count,
            lexicon.count(anyOf: [.default, .startsAs], part.tokens, at: and) != nil
        {
            // `state: free, lent or lost, and by default free`
            start = and
        }
        while start + 1 < part.tokens.count {
            let word = lexicon.prose.match(
                part.tokens, at: start, where: { $0 == .it || $0 == .be || $0 == .relative || $0 == .latter })
            guard let count = word?.count ?? lexicon.count(.relative, part.tokens, at: start),
                start + count < part.tokens.count
            else { break }
            start += count
        }
        return part.part(start..<part.tokens.count)
    }

    /// Whether words say something of the last field.
    private func isSaid(_ said: TokenizedText) -> Bool {
        guard let last = drafts.last else { return false }
        return reader.phrases.areAttributes(said) || reader.phrases.saysDefault(said, of: last)
    }

    /// Whether words are a truth value or a number that stands at first: `no until changed`, `0 by default`.
    private func isFirstValue(_ said: TokenizedText) -> Bool {
        let truth = lexicon.keywords.match(said.tokens, at: 0, where: { $0 == .yes || $0 == .no })?.count
        guard let count = truth ?? (said.tokens.first?.kind == .number ? 1 : nil) else { return false }
        return lexicon.count(anyOf: [.default, .startsAs], said.tokens, at: count).map {
            count + $0 == said.tokens.count
        } ?? false
    }

    /// What a part says of the two fields before it.
    private func saidOfTwo(_ part: TokenizedText, isNext: Bool = false) -> TokenizedText? {
        guard drafts.count > 1 || isNext, let both = lexicon.prose.match(part.tokens, at: 0, where: { $0 == .lastTwo }),
            both.count < part.tokens.count
        else { return nil }
        return part.part(both.count..<part.tokens.count)
    }

    /// Reads the cases of the field before them: `state, one of received, prepared and delivered`.
    private mutating func readCases(_ text: TokenizedText) {
        let marks = text.tokens.indices.filter {
            text.tokens[$0].isMark(",") || joint(text.tokens, at: $0) != nil
                || lexicon.count(.orWord, text.tokens, at: $0) != nil
        }
        let bounds = [-1] + marks + [text.tokens.count]
        let cases = zip(bounds, bounds.dropFirst()).compactMap { start, end in
            start + 1 < end ? text.located(start + 1..<end).unquoted : nil
        }
        guard cases.count > 1, Set(cases.map(\.text)).count == cases.count else { return unused.append(text.located) }
        drafts[drafts.count - 1].cases = cases
        drafts[drafts.count - 1].item.type = nil
    }

    /// Whether a part is no name with something in parentheses.
    private func isSentence(_ part: TokenizedText) -> Bool {
        !part.tokens.contains { $0.isMark("(") || $0.isMark(":") } && !isFurtherField(part)
    }

    /// Puts the parts of `voice: soprano, alto or bass` together again.
    private func joinedCases(_ clause: TokenizedText, _ parts: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        var index = 0
        while index < parts.count {
            var range = parts[index]
            if let cases = casesStart(clause, range) {
                // `type - one of: compact, regular, large`
                joined.append(range.lowerBound..<max(cases, clause.tokens.count))
                return joined
            }
            let opens = range.contains { clause.tokens[$0].isMark(":") || clause.isDash(at: $0) }
            let holdsOr = { (part: Range<Int>) in lexicon.holds(anyOf: [.orWord], in: Array(clause.tokens[part])) }
            if opens, !holdsOr(range) {
                let next = parts[(index + 1)...].prefix(8)
                let plain = next.prefix { part in
                    // Parentheses may stand behind the last case.
                    let head = clause.tokens[part].prefix { !$0.isMark("(") }
                    return head.allSatisfy(\.isName) && (1...5).contains(head.count)
                        && (head.count == part.count || holdsOr(part.lowerBound..<part.lowerBound + head.count))
                }
                if let last = plain.firstIndex(where: holdsOr) {
                    range = range.lowerBound..<parts[last].upperBound
                    index = last
                }
            }
            joined.append(range)
            index += 1
        }
        return joined
    }

    /// Where `one of` stands behind a name and a mark.
    private func casesStart(_ clause: TokenizedText, _ range: Range<Int>) -> Int? {
        range.dropFirst().first { index in
            let before = index - 1
            let isSetOff = clause.tokens[before].isMark(":") || clause.isDash(at: before)
            return isSetOff && lexicon.prose.match(clause.tokens, at: index, where: { $0 == .cases }) != nil
                || reader.startsCases(clause.tokens, at: index)
                    && clause.tokens[range.lowerBound..<index].allSatisfy(\.isName)
        }
    }

    /// Whether a name of a few words and parentheses follow: `… and quality (fine, coarse)`.
    private func opensGroup(_ tokens: [Token], behind start: Int) -> Bool {
        let name = tokens[start...].prefix(while: \.isName)
        return (1...3).contains(name.count) && name.endIndex < tokens.count && tokens[name.endIndex].isMark("(")
    }

    /// The two names of `phone and address`.
    private func halves(_ part: TokenizedText, isLast: Bool) -> [TokenizedText]? {
        let tokens = part.tokens
        if let halves = halvesOfEntities(part) { return halves }
        guard let middle = tokens.indices.first(where: { joint(tokens, at: $0) != nil }), middle > 0,
            middle <= (isLast ? 5 : 3), let count = joint(tokens, at: middle), middle + count < tokens.count,
            lexicon.types.match(tokens, at: 0).map({ $0.count <= middle }) ?? true,
            !tokens[middle].isName || reader.nameEnd(of: part, from: 0) > middle
                || isLast && opensGroup(tokens, behind: middle + count)
        else { return nil }
        let halves = [part.part(0..<middle), part.part(middle + count..<tokens.count)]
        return isLast || areNames(halves[0], halves[1]) ? halves : nil
    }
}
