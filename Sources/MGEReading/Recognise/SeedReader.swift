import MGELayers

/// Reads a sentence that asks for a system: `Create a FastAPI REST API for task management with users and tasks`.
///
/// The sentence is divided at `for`, `with`, `:` and the like; each part is a domain, a list of entities or
/// technology. What is neither is handed back as not used.
struct SeedReader {
    /// What a sentence asks for.
    struct Seed: Sendable {
        var domain: Located?
        var entities: [EntityStatement] = []
        var unused: [Located] = []
        /// What is said of it in clauses behind it: `where each task has a title`.
        var clauses: [TokenizedText] = []
    }

    private enum Role { case start, purpose, section, list, managed, behind, rest }

    let source: TokenizedText
    let tokens: [Token]
    let lists: ListReader
    let stacks: StackFinder
    /// Whether the sentence is the whole description, so that it need not begin with a verb.
    private let isWhole: Bool
    var findings: Findings
    var seed = Seed()
    /// Where the domain is named, and where clauses are of which nothing is made for certain.
    var domainRange: Range<Int>?
    var clauses: [Range<Int>] = []
    /// What the sentence says besides that the system is for: `una peluquería` of `un sistema de citas para una peluquería`.
    var otherDomains: [Range<Int>] = []
    /// Where entities begin that the sentence only lists; nil where it asks for something.
    var listing: Int?
    /// Whether the domain is what is to be managed: `to track my vinyl collection`.
    var isManaged = false
    var lexicon: Lexicon { lists.lexicon }

    init(
        _ source: TokenizedText, isWhole: Bool, lexicon: Lexicon, stacks: StackFinder, findings: Findings
    ) {
        self.source = source
        self.isWhole = isWhole
        tokens = source.tokens
        lists = ListReader(lexicon: lexicon)
        self.stacks = stacks
        self.findings = findings
    }

    /// What the sentence asks for; nil when it asks for no system.
    static func read(
        _ source: TokenizedText, isWhole: Bool = false, lexicon: Lexicon, stacks: StackFinder,
        findings: inout Findings
    ) -> Seed? {
        var reader = SeedReader(
            source, isWhole: isWhole, lexicon: lexicon, stacks: stacks, findings: findings.fresh)
        if !reader.isRequest, !reader.isPhrase {
            guard let start = reader.listingStart else { return nil }
            reader.listing = start
        }
        reader.readParts()
        findings.absorb(reader.findings)
        return reader.seed
    }

    /// Reads all parts of the sentence, and adds what follows from what they say.
    mutating func readParts() {
        for (role, range) in parts() { read(role, range) }
        if seed.entities.isEmpty {
            guessFromWords()
        } else {
            completeFromCollection()
            completeFromDomain()
        }
        addDeeds()
        for position in seed.entities.indices { seed.entities[position].isInSentence = true }
    }

    func matches(_ index: Int, _ keyword: Keyword) -> Int? {
        lexicon.keywords.match(tokens, at: index, where: { $0 == keyword })?.count
    }

    /// A verb of making at the beginning, or a noun phrase that ends in `API` and the like.
    private var isRequest: Bool {
        if requestEnd > 0 || sectionEnd > 0 || isTitle { return true }
        guard let system = tokens.indices.first(where: { matches($0, .system) != nil }), system < 8 else {
            return false
        }
        // `Subject: software for the shops` is the head of a letter.
        guard !tokens[..<system].contains(where: { $0.isMark(":") }) else { return false }
        // `each member has a website` says what is there.
        let verbs: Set<ProseWord> = [.has, .belongs, .be, .can, .must, .keep, .each]
        guard
            !tokens[..<system].indices.contains(where: {
                lexicon.prose.match(tokens, at: $0, where: verbs.contains) != nil
            })
        else { return false }
        var next = system
        while let count = matches(next, .system) ?? matches(next, .technology) { next += count }
        guard next < tokens.count, !tokens[next].isMark(".") else { return true }
        return tokens[next].isMark(":") || marker(at: next, isStart: true) != nil
    }

    /// Whether what is asked for is kept with fields: `queremos registrar las visitas: fecha, motivo y duración`.
    private func listsFields(behind end: Int) -> Bool {
        guard let colon = span(end, min(end + 6, tokens.count)).first(where: { tokens[$0].isMark(":") }),
            colon > end + 1,
            ["los", "las"].contains(tokens[colon - 2].folded),
            lexicon.inflector.isPlural(tokens[colon - 1].folded)
        else { return false }
        let parts = lists.parts(of: tokens, span(colon + 1, tokens.count)).map { part in
            source.words(part.prefix { tokens[$0].isName }).lowercased()
        }
        let usual = parts.count { lexicon.fieldItem(for: $0) != nil && lexicon.entity(named: $0) == nil }
        return usual > 1 && usual * 2 > parts.count
    }

    /// Whether the whole description is a domain that is known, with a list: `a veterinary clinic with appointments`.
    private var isPhrase: Bool {
        guard isWhole, matches(0, .article) != nil,
            let with = tokens.indices.first(where: { matches($0, .with) != nil })
        else { return false }
        let verbs: Set<ProseWord> = [.has, .belongs, .be, .can, .must, .keep]
        guard
            !tokens.indices.contains(where: { lexicon.prose.match(tokens, at: $0, where: verbs.contains) != nil })
        else { return false }
        let phrase = lists.withoutArticles(tokens, 0..<with)
        guard (1...4).contains(phrase.count), tokens[phrase].allSatisfy(\.isName) else { return false }
        let name = source.words(phrase).entityName
        return [name, lexicon.inflector.head(of: name)].contains { lexicon.domains[$0.foldedForComparison] != nil }
    }

    /// Where the words that ask end: `please create`, `I want to build`; 0 when nothing asks.
    var requestEnd: Int {
        var end = 0
        var hasVerb = false
        while let found = lexicon.keywords.match(tokens, at: end, where: { $0 == .build || $0 == .polite }) {
            // `write down the height and the width`
            let kept = lexicon.prose.match(tokens, at: end, where: { $0 == .keep })?.count ?? 0
            if lexicon.language == .english, found.meaning == .build, kept > found.count { return 0 }
            hasVerb = hasVerb || found.meaning == .build
            end += found.count
        }
        guard lexicon.language == .english else { return hasVerb && !listsFields(behind: end) ? end : 0 }
        // `I want to know when it was bought` asks for no system.
        let isKept = lexicon.prose.match(tokens, at: end, where: { $0 == .keep }) != nil
        guard hasVerb, !isKept || matches(end, .manage) != nil else { return 0 }
        // `we need the weight of every pallet`, and no system.
        let isField =
            end > 0 && lexicon.prose.match(tokens, at: end - 1, where: { $0 == .keep }) != nil
            && lexicon.prose.match(tokens, at: end, where: { $0 == .definite }) != nil
            && !tokens.indices.contains { matches($0, .system) != nil }
        return isField || isUrged(end) ? 0 : end
    }

    /// Where what says that entities follow ends: `Entities: User (name, email), Post (title)`; 0 when nothing does.
    private var sectionEnd: Int {
        guard let count = matches(0, .entitySection), count + 1 < tokens.count, tokens[count].isMark(":"),
            !namesFields(count + 1..<tokens.count)
        else { return 0 }
        return count + 1
    }

    /// Whether something is asked of what is there: `make sure that a wheel …`, `make every wheel come from one dairy`.
    private func isUrged(_ end: Int) -> Bool {
        guard end > 0 else { return false }
        let urged = lexicon.prose.match(tokens, at: end - 1, where: { $0 == .urges })?.count ?? 0
        return urged > 1 || urged > 0 && lexicon.prose.match(tokens, at: end, where: { $0 == .each }) != nil
    }

    private func marker(at index: Int, isStart: Bool) -> (role: Role, count: Int)? {
        if tokens[index].isMark(":") { return (startsClause(behind: index) ? .rest : .list, 1) }
        // `cursos en línea con profesores`
        if isAdverb(at: index) { return nil }
        // `that stores` before `that`
        if let count = matches(index, .manage) { return (.managed, count) }
        if let count = matches(index, .clause) { return (.rest, count) }
        if let count = matches(index, .for) {
            if let next = matches(index + count, .manage) { return (.managed, count + next) }
            return (.purpose, count)
        }
        if let count = matches(index, .with) { return (.list, count) }
        if isStart, let count = matches(index, .of) { return (.purpose, count) }
        return nil
    }

    /// Whether a preposition only makes an adverb with what follows: `en línea`.
    private func isAdverb(at index: Int) -> Bool {
        lexicon.language == .spanish && lexicon.prose.match(tokens, at: index, where: { $0 == .skip })?.count ?? 0 > 1
    }

    private func parts() -> [(Role, Range<Int>)] {
        var parts: [(Role, Range<Int>)] = []
        var role = sectionEnd > 0 || listing == 0 ? Role.section : .start
        var hasSystem = false
        var depth = 0
        let end =
            tokens.last.map { $0.isMark(".") || $0.isMark("!") || $0.isMark("?") } == true
            ? tokens.count - 1 : tokens.count
        var start = max(requestEnd, sectionEnd)
        var index = start
        while index < end, role != .rest {
            if depth == 0, role == .start || role == .purpose, let close = listEnd(from: index, to: end) {
                if start < index { parts.append((role, start..<index)) }
                parts.append((.list, index + 1..<close))
                index = close + 1
                start = index
                role = .behind
                continue
            }
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth = max(0, depth - 1) }
            if matches(index, .system) != nil { hasSystem = true }
            let isTitle = role == .start && !hasSystem && matches(index, .manage) != nil
            // In a list, `track` of `a track number` is no verb.
            let isPart =
                (role == .list || role == .managed || role == .section)
                && (goesOn(at: index) || matches(index, .manage) == 1)
            if depth == 0, !isTitle, !isPart, let found = marker(at: index, isStart: role == .start && hasSystem) {
                if start < index { parts.append((role, start..<index)) }
                role = found.role
                index = min(index + found.count, end)
                start = index
            } else {
                index += 1
            }
        }
        if start < end { parts.append((role, start..<end)) }
        return parts
    }

    private mutating func read(_ role: Role, _ range: Range<Int>) {
        switch role {
        case .start: readStart(range)
        case .purpose: readPurpose(range)
        case .section: readList(range, isManaged: false, isExpected: true)
        case .list: readList(range, isManaged: false)
        case .managed: readList(range, isManaged: true)
        case .behind: leave(range)
        case .rest:
            clauses.append(range)
            if !range.isEmpty { seed.clauses.append(source.part(range)) }
        }
    }

    /// Where a list ends that stands in parentheses: `a food delivery app (restaurants, dishes, orders)`.
    private func listEnd(from start: Int, to end: Int) -> Int? {
        guard tokens[start].isMark("("), let close = (start..<end).first(where: { tokens[$0].isMark(")") }) else {
            return nil
        }
        let parts = lists.parts(of: tokens, start + 1..<close)
        return parts.count > 1 && parts.contains { isEntity($0, isStrict: true) } ? close : nil
    }

    /// `a FastAPI task management API`: what is left without article, technology and `API` is the domain.
    private mutating func readStart(_ range: Range<Int>) {
        let named = stacks.stacks(in: Array(tokens[range])).map {
            $0.range.lowerBound + range.lowerBound..<$0.range.upperBound + range.lowerBound
        }
        var left: [Int] = []
        var index = lists.withoutArticles(tokens, range).lowerBound
        while index < range.upperBound {
            if let stack = named.first(where: { $0.contains(index) }) {
                index = stack.upperBound
            } else if let count = matches(index, .system) ?? matches(index, .technology) {
                index += count
            } else {
                if tokens[index].isName { left.append(index) }
                index += 1
            }
        }
        // `registro de visitas a un museo`
        let limit = left.first.flatMap { matches($0, .collectionOf) } == nil ? 4 : 8
        guard let first = left.first, let last = left.last, left.count <= limit, last - first == left.count - 1 else {
            return
        }
        setDomain(first..<last + 1)
    }

    private mutating func readPurpose(_ range: Range<Int>) {
        let phrase = lists.withoutArticles(tokens, range)
        if let count = matches(phrase.lowerBound, .management), count < phrase.count,
            lists.parts(of: tokens, phrase).count > 1
        {
            return readList(phrase.lowerBound + count..<phrase.upperBound, isManaged: true)
        }
        let parts = lists.parts(of: tokens, range)
        let areEntities = parts.count > 1 && parts.allSatisfy { isEntity($0, isStrict: true) }
        if areEntities { return parts.forEach { addEntity($0) } }
        setDomain(range)
    }

    mutating func setDomain(_ range: Range<Int>) {
        let range = lists.withoutArticles(tokens, range)
        guard !range.isEmpty else { return }
        if seed.domain == nil, range.count <= 8 {
            seed.domain = Located(text: source.words(range), place: tokens[range.lowerBound].place)
            domainRange = range
        } else {
            otherDomains.append(range)
            leave(range)
        }
    }

    mutating func leave(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        seed.unused.append(Located(text: source.words(range), place: tokens[range.lowerBound].place))
    }
}
