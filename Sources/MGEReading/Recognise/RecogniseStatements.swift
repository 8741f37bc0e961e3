import MGECore
import MGELayers

/// Recognises what blocks say: the second step of reading.
struct RecogniseStatements {
    /// What a heading has opened.
    enum Section { case preamble, entities, entity, rules, summary, stack, other }

    private let blocks: [Block]
    let lexicon: Lexicon
    private let stacks: StackFinder
    private let lists: ListReader
    let plan: ListPlan
    private let hasEntitySection: Bool
    var findings: Findings
    var statements: [Statement] = []
    var section = Section.preamble
    private var sectionLevel: Int?
    var entity: (statement: EntityStatement, level: Int)?
    private var hasTitle = false
    private var expectsList = false
    /// Whether an item in free words has named an entity.
    var hasFreeEntity = false
    /// Sentences that are read together at the end; a statement at the same place holds each until then.
    var sentences: [TokenizedText] = []
    var headings: [TokenizedText] = []
    /// The first sentence with its title, where what follows that is read for itself.
    var titled: [TokenizedText] = []
    /// Sentences that ask for a system.
    var requests: [TokenizedText] = []
    /// Where clauses stand behind such sentences.
    var clauses: Set<LocatedText.Place> = []
    /// What sentences say besides how rows behave, by their numbers.
    var remainders: [Int: TokenizedText] = [:]
    /// What is left of each sentence says of nouns, by its number, as far as it is known already.
    var nouns: [Int: [NounEvidence]] = [:]
    /// Nouns whose first word looks like a plural.
    var compounds = CompoundNouns()
    /// Entities that only such sentences speak of.
    var knownBesides: [Located] = []

    private init(_ document: SourceDocument, lexicon: Lexicon, stacks: StackFinder) {
        findings = document.findings
        self.lexicon = lexicon
        self.stacks = stacks
        lists = ListReader(lexicon: lexicon)
        plan = ListPlan(SpeakerLabels(lexicon: lexicon).removed(from: document.blocks), lexicon: lexicon)
        blocks = plan.blocks
        hasEntitySection = plan.blocks.contains { block in
            guard case .heading(_, let text) = block else { return false }
            return lexicon.keywords.meaning(of: text.tokens, where: { $0 == .entitySection }) != nil
        }
    }

    /// The statements of a document, with the findings so far.
    static func recognise(
        _ document: SourceDocument, lexicon: Lexicon, stacks: StackFinder
    ) -> (statements: [Statement], findings: Findings) {
        var recogniser = RecogniseStatements(document, lexicon: lexicon, stacks: stacks)
        for (index, block) in recogniser.blocks.enumerated() {
            switch block {
            case .heading(let level, let text): recogniser.readHeading(text, level: level, at: index)
            case .item(let depth, let text): recogniser.readItem(text, depth: depth, at: index)
            case .paragraph(let sentences):
                if let rows = recogniser.plan.relations[index] {
                    recogniser.statements += rows.map(Statement.relationRow)
                } else if !recogniser.openEntity(above: sentences, at: index) {
                    recogniser.readParagraph(sentences)
                }
            case .table(let table): recogniser.readTable(table)
            case .code(let place, let lines):
                recogniser.statements.append(
                    .unused(Located(text: "\(lines) lines between code fences", place: place)))
            }
        }
        recogniser.finishEntity()
        let isFree = recogniser.isFree
        let resolved = ResolveFreeForms.resolve(
            recogniser.statements, recogniser.sentences, lexicon: lexicon, findings: &recogniser.findings)
        recogniser.statements = resolved.statements
        recogniser.dropSentences(resolved.used)
        recogniser.compounds = CompoundNouns(in: recogniser.sentences, lexicon: lexicon)
        recogniser.readBehaviour(isFree: isFree)
        recogniser.readProse(isFree: isFree)
        recogniser.guessEntities()
        return (recogniser.statements, recogniser.findings)
    }

    mutating func finishEntity() {
        if let entity { statements.append(.entity(entity.statement)) }
        entity = nil
    }

    func located(_ text: TokenizedText) -> Located { Located(text: text.words, place: text.place) }

    // MARK: Headings

    private mutating func readHeading(_ text: TokenizedText, level: Int, at index: Int) {
        guard !text.tokens.isEmpty else { return }
        let opens: (Keyword) -> Bool = {
            [.entitySection, .ruleSection, .summarySection, .stackSection, .itemSection, .later, .deletionColumn]
                .contains($0)
        }
        let meaning = lexicon.keywords.meaning(of: text.tokens, where: opens)
        if meaning == .itemSection, section == .entity, level > entity?.level ?? level { return }
        finishEntity()
        expectsList = false
        if let sectionLevel, level > sectionLevel {
            return openEntity(text, level: level)
        }
        sectionLevel = nil
        switch meaning {
        case .entitySection:
            section = .entities
            sectionLevel = level
        case .ruleSection, .deletionColumn: section = .rules
        case .summarySection: section = .summary
        case .stackSection: section = .stack
        case .later: section = .other
        default: readOtherHeading(text, level: level, at: index)
        }
    }

    private mutating func readOtherHeading(_ text: TokenizedText, level: Int, at index: Int) {
        if !hasEntitySection, hasTitle || level > 1,
            isFollowedByField(index) || plan.openers.contains(index) || isMarkedEntity(text)
        {
            return openEntity(text, level: level)
        }
        if level == 1, !hasTitle {
            hasTitle = true
            section = .preamble
            statements.append(.title(located(text)))
            return addStacks(of: text)
        }
        section = .other
        headings.append(text)
    }

    private func isMarkedEntity(_ text: TokenizedText) -> Bool {
        guard let found = lexicon.keywords.match(text.tokens, at: 0, where: { $0 == .entityMark }) else { return false }
        return found.count < text.tokens.count && text.tokens[found.count].isMark(":")
    }

    /// Whether the first item below a heading is a field with a type.
    private func isFollowedByField(_ index: Int) -> Bool {
        for position in blocks.indices.dropFirst(index + 1) {
            switch blocks[position] {
            case .heading, .code, .table: return false
            case .paragraph: continue
            case .item(_, let text):
                guard !plan.entities.contains(position), plan.relations[position] == nil,
                    let colon = text.tokens.firstIndex(where: { $0.isMark(":") }),
                    (1...4).contains(colon)
                else {
                    return false
                }
                return lexicon.types.match(text.tokens, at: colon + 1) != nil
                    || lexicon.keywords.match(text.tokens, at: colon + 1, where: { $0 == .many }) != nil
                    || ItemReader.uniqueGroup(text, lexicon: lexicon) != nil
                    || colon + 1 < text.tokens.count && text.tokens[colon + 1].isCapitalised
                        && (colon + 2 == text.tokens.count || text.tokens[colon + 2].isMark(","))
            }
        }
        return false
    }

    /// Opens the entity that a heading names: `User`, `Entity: User`, `1. User`, `User (who logs in)`.
    mutating func openEntity(_ text: TokenizedText, level: Int) {
        section = .entity
        var start = 0
        if let mark = lexicon.keywords.match(text.tokens, at: 0, where: { $0 == .entityMark }),
            mark.count < text.tokens.count, text.tokens[mark.count].isMark(":")
        {
            start = mark.count + 1
        } else if text.tokens.count > 2, text.tokens[0].kind == .number, text.tokens[1].isMark(".") {
            start = 2
        }
        let end = text.tokens.indices.dropFirst(start + 1).first { index in
            let token = text.tokens[index]
            return ["(", "—", "–", ":"].contains(where: token.isMark) || token.isMark("-") && token.isSpaced
        }
        let nameEnd = end ?? text.tokens.count
        var summary = end.map { text.words($0 + 1..<text.tokens.count) }
        if let end, text.tokens[end].isMark("("), summary?.hasSuffix(")") == true { summary?.removeLast() }
        let name = text.part(min(start, nameEnd)..<nameEnd)
        entity = (
            EntityStatement(
                form: .described, name: Located(text: name.words.unquoted, place: name.place),
                summary: summary?.isEmpty == true ? nil : summary), level
        )
    }

    // MARK: Items

    private mutating func readItem(_ text: TokenizedText, depth: Int, at index: Int) {
        if let rows = plan.relations[index] { return statements += rows.map(Statement.relationRow) }
        guard !text.tokens.isEmpty, !readFreeItem(text, depth: depth, at: index) else { return }
        switch section {
        case .entity: readEntityItem(text)
        case .entities, .preamble: readListItem(text, depth: depth)
        case .rules: readRule(text)
        case .summary: statements.append(.summary(located(text), isUnderstood: true))
        case .stack: readStackLine(text)
        case .other: keepCompleted(text.sentences, in: text)
        }
    }

    private mutating func readEntityItem(_ text: TokenizedText) {
        guard entity != nil else { return statements.append(.unused(located(text))) }
        let before = findings.diagnostics.count
        if let group = ItemReader.uniqueGroup(text, lexicon: lexicon) {
            entity?.statement.uniqueGroups.append(group)
        } else if let statement = entity?.statement,
            let option = ItemReader.option(text, after: statement.fields.count, lexicon: lexicon)
        {
            entity?.statement.options.append(option)
        } else if let field = ItemReader.read(text, lexicon: lexicon, findings: &findings),
            !isMisread(text, since: before)
        {
            entity?.statement.fields.append(field)
        } else {
            findings.diagnostics.removeSubrange(before...)
            // Sentences below the name of an entity in free words, or behind its fields, are no fields of it.
            if !plan.openers.isEmpty { return keepCompleted(text.sentences, in: text) }
            statements.append(.unused(located(text)))
        }
    }

    /// Whether an item was taken for a field that it can't be, where others are in free words.
    private func isMisread(_ item: TokenizedText, since before: Int) -> Bool {
        !plan.openers.isEmpty && item.tokens.count > 3
            && findings.diagnostics[before...].contains { $0.severity == .error }
    }

    /// An item where no entity is open: it names one, or it belongs to the one above it.
    private mutating func readListItem(_ text: TokenizedText, depth: Int) {
        if depth > 0, entity != nil {
            entity?.statement.form = .described
            return readEntityItem(text)
        }
        finishEntity()
        let isExpected = section == .entities || expectsList
        var collected = findings.fresh
        let found = lists.entity(text, isExpected: isExpected, findings: &collected)
        if found != nil, collected.diagnostics.contains(where: { $0.severity == .error }) {
            return readEntityLine(text)
        }
        findings.absorb(collected)
        guard let statement = found else {
            if section == .preamble, readSeed(text) { return }
            return keepCompleted(text.sentences, in: text)
        }
        entity = (statement, 7)
    }

    private mutating func readStackLine(_ text: TokenizedText) {
        let found = stacks.stacks(in: text.tokens)
        if found.isEmpty { statements.append(.unused(located(text))) }
        addStacks(of: text)
    }

    /// Keeps a rule; what it says of entities in free words is read too.
    private mutating func readRule(_ text: TokenizedText) {
        statements.append(.rule(located(text)))
        if hasFreeEntity || !hasEntitySection { sentences += text.sentences.map(lexicon.spelling.respelled) }
    }

    // MARK: Prose

    mutating func readParagraph(_ written: [TokenizedText]) {
        let sentences = hasFreeEntity ? TokenizedText(joining: written).sentencesByLine ?? written : written
        if section == .entity, isBelowFreeItems {
            // Sentences below items in free words say something of what these describe.
            for sentence in sentences {
                if let said = plan.saidOfEntity(sentence) {
                    entity?.statement.freeItems.append(.line(said))
                } else {
                    keepSentences([sentence], in: sentence)
                }
            }
            return
        }
        if section == .entity {
            let words = sentences.map(\.words).joined(separator: " ")
            let summary = entity?.statement.summary
            entity?.statement.summary = summary.map { $0 + " " + words } ?? words
            return
        }
        if section != .entity { finishEntity() }
        // What follows the entities of a list is said of them.
        expectsList = sentences.last?.tokens.last?.isMark(":") == true && !hasFreeEntity
        for sentence in sentences {
            switch section {
            case .preamble, .summary:
                if !readSeed(sentence), !readTitled(sentence), !readClient(sentence) {
                    addStacks(of: sentence)
                    addDomain(of: sentence)
                    self.sentences.append(lexicon.spelling.respelled(sentence))
                    statements.append(.summary(located(sentence), isUnderstood: section == .summary))
                }
            case .rules: readRule(sentence)
            case .stack: readStackLine(sentence)
            default: keepSentences([sentence], in: sentence)
            }
        }
    }

    /// Whether the open entity has items, in a description in free words.
    private var isBelowFreeItems: Bool {
        guard let statement = entity?.statement, !plan.openers.isEmpty else { return false }
        return !statement.freeItems.isEmpty || !statement.fields.isEmpty
    }

    /// Whether the description is a sentence and nothing else.
    private var isOneSentence: Bool {
        guard blocks.count == 1, case .paragraph(let sentences) = blocks[0] else { return false }
        return sentences.count == 1
    }

    /// Reads a sentence that asks for a system; false when it does not.
    mutating func readSeed(_ sentence: TokenizedText) -> Bool {
        if wishes(sentence) { return false }
        let seed = SeedReader.read(
            sentence, isWhole: isOneSentence, lexicon: lexicon, stacks: stacks, findings: &findings)
        guard let seed, !namesKept(sentence, seed) else { return false }
        addStacks(of: sentence)
        requests.append(sentence)
        statements.append(.summary(located(sentence), isUnderstood: true))
        if let domain = seed.domain { statements.append(.domain(domain)) }
        statements.append(contentsOf: seed.entities.map(Statement.entity))
        statements.append(contentsOf: seed.unused.map { .unused($0, isInSummary: true) })
        for clause in seed.clauses {
            clauses.insert(clause.place)
            sentences.append(lexicon.spelling.respelled(clause))
            statements.append(.unused(located(clause), isInSummary: true))
        }
        return true
    }

    /// Whether it is said what is to be kept, of which the vocabulary knows nothing: `necesitamos guardar pilotos y karts`,
    /// `crea la entidad reloj`.
    private func namesKept(_ sentence: TokenizedText, _ seed: SeedReader.Seed) -> Bool {
        let tokens = sentence.tokens
        guard lexicon.language == .spanish, seed.entities.isEmpty, tokens.count > 2 else { return false }
        if let kept = lexicon.prose.match(tokens, at: 0, where: { $0 == .keep }), kept.count > 1 { return true }
        return span(1, tokens.count - 1).contains { index in
            ["entidad", "tabla"].contains(tokens[index].folded) && ["la", "una"].contains(tokens[index - 1].folded)
        }
    }

    /// Whether it is wanted that something has what follows, and no system: `queremos que el bulto tenga: peso y valor`.
    private func wishes(_ sentence: TokenizedText) -> Bool {
        let tokens = sentence.tokens
        guard lexicon.language == .spanish, tokens.count > 5, tokens[1].folded == "que",
            lexicon.prose.match(tokens, at: 2, where: \.isDeterminer) != nil
        else { return false }
        return span(4, min(8, tokens.count)).contains { index in
            lexicon.prose.match(tokens, at: index, where: { $0 == .has || $0 == .belongs }) != nil
        }
    }

    /// Takes what short descriptions are about for entities, where nothing names any: `Expense tracker`.
    private mutating func guessEntities() {
        let hasEntity = statements.contains { statement in
            switch statement {
            case .entity, .relationRow: true
            default: false
            }
        }
        guard !hasEntity, !findings.diagnostics.contains(where: { $0.severity == .error }) else { return }
        let titles = blocks.prefix(1).compactMap { block in
            if case .heading(_, let text) = block { text } else { nil }
        }
        for text in titles + requests + (titled.isEmpty ? sentences : titled) {
            guard let seed = SeedReader.guess(text, lexicon: lexicon, stacks: stacks, findings: &findings) else {
                continue
            }
            markUnderstood([text.place])
            if let domain = seed.domain, !requests.contains(where: { $0.place == text.place }) {
                statements.append(.domain(domain))
            }
            statements.append(contentsOf: seed.entities.map(Statement.entity))
        }
        statements = ResolveFreeForms.resolve(statements, [], lexicon: lexicon, findings: &findings).statements
    }

    /// Takes what one of the first sentences says that its writers do for what the project is about.
    private mutating func addDomain(of sentence: TokenizedText) {
        guard sentences.count < 3 else { return }
        if let domain = DomainReader.domain(of: sentence, lexicon: lexicon) { statements.append(.domain(domain)) }
    }

    mutating func addStacks(of text: TokenizedText) {
        for stack in stacks.stacks(in: text.tokens) {
            let place = text.tokens[stack.range.lowerBound].place
            statements.append(.stack(stack.name, Located(text: text.words(stack.range), place: place)))
        }
    }
}
