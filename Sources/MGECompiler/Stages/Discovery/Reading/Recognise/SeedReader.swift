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
    }

    private enum Role { case start, purpose, list, managed, rest }

    private let source: TokenizedText
    private let tokens: [Token]
    private let lists: ListReader
    private let stacks: StackFinder
    private var findings: Findings
    private var seed = Seed()
    private var lexicon: Lexicon { lists.lexicon }

    private init(_ source: TokenizedText, lexicon: Lexicon, stacks: StackFinder, findings: Findings) {
        self.source = source
        tokens = source.tokens
        lists = ListReader(lexicon: lexicon)
        self.stacks = stacks
        self.findings = findings
    }

    /// What the sentence asks for; nil when it asks for no system.
    static func read(
        _ source: TokenizedText, lexicon: Lexicon, stacks: StackFinder, findings: inout Findings
    ) -> Seed? {
        var reader = SeedReader(source, lexicon: lexicon, stacks: stacks, findings: findings.fresh)
        guard reader.isRequest else { return nil }
        for (role, range) in reader.parts() { reader.read(role, range) }
        if reader.seed.entities.isEmpty { reader.guessFromDomain() }
        for position in reader.seed.entities.indices { reader.seed.entities[position].isInSentence = true }
        findings.absorb(reader.findings)
        return reader.seed
    }

    private func matches(_ index: Int, _ keyword: Keyword) -> Int? {
        lexicon.keywords.match(tokens, at: index, where: { $0 == keyword })?.count
    }

    /// A verb of making at the beginning, or a noun phrase that ends in `API` and the like.
    private var isRequest: Bool {
        if requestEnd > 0 { return true }
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

    /// Where the words that ask end: `please create`, `I want to build`; 0 when nothing asks.
    private var requestEnd: Int {
        var end = 0
        var hasVerb = false
        while let found = lexicon.keywords.match(tokens, at: end, where: { $0 == .build || $0 == .polite }) {
            hasVerb = hasVerb || found.meaning == .build
            end += found.count
        }
        return hasVerb ? end : 0
    }

    private func marker(at index: Int, isStart: Bool) -> (role: Role, count: Int)? {
        if tokens[index].isMark(":") { return (.list, 1) }
        if let count = matches(index, .clause) { return (.rest, count) }
        if let count = matches(index, .manage) { return (.managed, count) }
        if let count = matches(index, .for) {
            if let next = matches(index + count, .manage) { return (.managed, count + next) }
            return (.purpose, count)
        }
        if let count = matches(index, .with) { return (.list, count) }
        if isStart, let count = matches(index, .of) { return (.purpose, count) }
        return nil
    }

    private func parts() -> [(Role, Range<Int>)] {
        var parts: [(Role, Range<Int>)] = []
        var role = Role.start
        var hasSystem = false
        var depth = 0
        let end =
            tokens.last.map { $0.isMark(".") || $0.isMark("!") || $0.isMark("?") } == true
            ? tokens.count - 1 : tokens.count
        var start = requestEnd
        var index = start
        while index < end, role != .rest {
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth = max(0, depth - 1) }
            if matches(index, .system) != nil { hasSystem = true }
            let isTitle = role == .start && !hasSystem && matches(index, .manage) != nil
            if depth == 0, !isTitle, let found = marker(at: index, isStart: role == .start && hasSystem) {
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
        case .list: readList(range, isManaged: false)
        case .managed: readList(range, isManaged: true)
        case .rest: leave(range)
        }
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
        guard let first = left.first, let last = left.last, left.count <= 4, last - first == left.count - 1 else {
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

    private mutating func setDomain(_ range: Range<Int>) {
        let range = lists.withoutArticles(tokens, range)
        guard !range.isEmpty else { return }
        if seed.domain == nil, range.count <= 8 {
            seed.domain = Located(text: source.words(range), place: tokens[range.lowerBound].place)
        } else {
            leave(range)
        }
    }

    private mutating func readList(_ range: Range<Int>, isManaged: Bool) {
        let parts = lists.parts(of: tokens, range)
        let isLikely = parts.contains { isEntity($0, isStrict: true) }
        if isManaged, !isLikely { return setDomain(range) }
        for part in parts {
            let words = Array(tokens[lists.withoutArticles(tokens, part)])
            if stacks.stack(named: words) != nil || isTechnology(part) { continue }
            if isLikely, isEntity(part, isStrict: false) {
                addEntity(part)
            } else {
                leave(part)
            }
        }
    }

    private func isTechnology(_ range: Range<Int>) -> Bool {
        lexicon.keywords.meaning(of: Array(tokens[range]), where: { $0 == .technology }) != nil
    }

    /// Whether a part of a list names an entity; strictly, when it is a known one or a plural.
    private func isEntity(_ part: Range<Int>, isStrict: Bool) -> Bool {
        let range = name(of: part)
        let limit = lexicon.language == .spanish ? 4 : 3
        guard (1...limit).contains(range.count), tokens[range].allSatisfy({ $0.kind == .word }),
            !lists.isOther(tokens, range), stacks.stacks(in: Array(tokens[range])).isEmpty
        else { return false }
        let words = source.words(range).entityName
        let singular = lexicon.inflector.singular(of: words)
        if !isStrict || singular != words { return true }
        return lexicon.entity(named: words) != nil && lists.withoutArticles(tokens, part) == part
    }

    /// The part without articles and without fields in parentheses.
    private func name(of part: Range<Int>) -> Range<Int> {
        let range = lists.withoutArticles(tokens, part)
        let end = range.first { tokens[$0].isMark("(") } ?? range.upperBound
        return range.lowerBound..<end
    }

    private mutating func addEntity(_ part: Range<Int>) {
        let range = name(of: part)
        var entity = EntityStatement(
            form: .named, name: Located(text: source.words(range), place: tokens[range.lowerBound].place))
        if range.upperBound < part.upperBound, tokens[part.upperBound - 1].isMark(")"),
            let fields = lists.fields(source, range.upperBound + 1..<part.upperBound - 1, findings: &findings)
        {
            entity.form = .listed
            entity.fields = fields
        }
        seed.entities.append(entity)
    }

    private mutating func leave(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        seed.unused.append(Located(text: source.words(range), place: tokens[range.lowerBound].place))
    }

    /// Takes the usual entities of a domain when the sentence names none.
    private mutating func guessFromDomain() {
        guard let domain = seed.domain else { return }
        let folded = domain.text.foldedForComparison
        var names = lexicon.domains[folded] ?? []
        if names.isEmpty {
            let words = domain.text.entityName.split(separator: " ").map { lexicon.inflector.singular(of: String($0)) }
            names = words.flatMap { lexicon.domains[$0.foldedForComparison] ?? [] }
            if names.isEmpty { names = words.filter { lexicon.entity(named: $0) != nil } }
        }
        seed.entities = names.map { name in
            EntityStatement(form: .named, name: Located(text: name, place: domain.place), isGuessed: true)
        }
    }
}
