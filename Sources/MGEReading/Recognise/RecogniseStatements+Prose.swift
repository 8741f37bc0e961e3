import MGECore
import MGELayers

extension RecogniseStatements {
    /// Reads the sentences together, unless entities are described with headings and items: these are taken exactly.
    mutating func readProse(isFree: Bool) {
        let isDescribed = statements.contains { statement in
            if case .entity(let entity) = statement { entity.form == .described } else { false }
        }
        guard !sentences.isEmpty else { return }
        if isDescribed { return isFree ? readRules() : () }
        let known = statements.compactMap { statement -> Located? in
            guard case .entity(let entity) = statement, !entity.isGuessed else { return nil }
            return entity.name
        }
        var left = sentences.indices.map { Self.stated(remainders[$0] ?? sentences[$0], lexicon) }
        let labels = SentenceLabels(lexicon: lexicon).join(&left)
        for (_, list) in labels { nouns[list] = nil }
        let questions = labels + Self.answer(&left, lexicon)
        let candidates = candidates(of: left, known: known + knownBesides)
        var (told, isUsed, deletions, unread) = ProseReader.read(
            left, candidates, lexicon: lexicon, findings: &findings)
        for (question, answer) in questions where isUsed[answer] { isUsed[question] = true }
        guard isUsed.contains(true) else { return }
        statements += unread.map { .unused($0, isInSummary: true) }
        markUnderstood(Set(zip(sentences, isUsed).filter(\.1).map(\.0.place)))
        // The usual entities of a domain are for those who name none, or no more than in a clause behind it.
        let saidAlready = Set(
            told.compactMap { lexicon.entity(named: lexicon.inflector.singular(of: $0.name.text.entityName))?.name })
        let isClause =
            zip(sentences, isUsed).allSatisfy { !$1 || clauses.contains($0.place) }
            && !(lexicon.language == .spanish && told.count > 2)
        statements.removeAll { statement in
            guard case .entity(let entity) = statement else { return false }
            let name = lexicon.entity(named: lexicon.inflector.singular(of: entity.name.text.entityName))?.name
            return entity.isGuessed && !(isClause && entity.source != nil && name.map(saidAlready.contains) != true)
        }
        merge(withoutUnknownTargets(told))
        apply(deletions)
        dropRenamed(told)
        if isFree {
            dropSentences(ResolveFreeForms.readUniqueness(sentences, in: &statements, lexicon: lexicon))
        }
        if isFree { FreeCycles.open(&statements, lexicon: lexicon, findings: &findings) }
    }

    /// What sentences tell, without references to what is no entity: `until it leaves the shop`.
    private func withoutUnknownTargets(_ told: [EntityStatement]) -> [EntityStatement] {
        func key(_ words: String) -> String { lexicon.inflector.singular(of: words.entityName).foldedForComparison }
        let listed = statements.compactMap { statement -> String? in
            guard case .entity(let entity) = statement, !entity.isInSentence else { return nil }
            return key(entity.name.text)
        }
        guard !listed.isEmpty else { return told }
        let known = Set(listed)
        return told.map { entity in
            var entity = entity
            entity.fields.removeAll { field in
                guard let type = field.type, lexicon.types.meaning(of: type.tokens) == nil else { return false }
                return !type.tokens.isEmpty && !known.contains(key(type.words.text))
            }
            return entity
        }
    }

    /// What a polite question asks for, and what is asked to be so: `could a tenancy connect a tenant with a plot?`, `please
    /// make sure that every crate comes from one farm`.
    static func stated(_ sentence: TokenizedText, _ lexicon: Lexicon) -> TokenizedText {
        let sentence = Rephrased(lexicon: lexicon).sentence(sentence)
        let tokens = sentence.tokens
        if lexicon.language == .spanish, tokens.count > 4,
            let greeting = lexicon.prose.match(tokens, at: 0, where: { $0 == .greeting }),
            tokens[greeting.count].isMark(",") || tokens[greeting.count].isMark("!")
        {
            // `hola, para los cupones: código y fecha`
            return sentence.part(greeting.count + 1..<tokens.count)
        }
        if lexicon.language == .spanish, tokens.count > 4, tokens[1].isMark(","), tokens[0].folded.hasSuffix("mente"),
            lexicon.prose.match(tokens, at: 0, where: { $0 == .optional }) != nil
        {
            // `opcionalmente, tiene un teléfono`
            return TokenizedText(text: sentence.text, tokens: [tokens[0]] + tokens[2...])
        }
        if let apposed = roleOfAgent(sentence, lexicon) { return apposed }
        if let label = clauseBehindLabel(tokens, lexicon) {
            return TokenizedText(text: sentence.text, tokens: Array(tokens[..<label]) + tokens[(label + 1)...])
        }
        guard lexicon.language == .english, tokens.count > 4 else { return sentence }
        if tokens[0].folded == "could", tokens.last?.isMark("?") == true { return sentence.part(1..<tokens.count) }
        if let label = labelEnd(tokens, lexicon) {
            return TokenizedText(text: sentence.text, tokens: [tokens[0]] + tokens[label...])
        }
        let first = lexicon.prose.match(tokens, at: 0, where: { $0 == .skip })?.count ?? 0
        guard let urged = lexicon.prose.match(tokens, at: first, where: { $0 == .urges }) else { return sentence }
        let start = first + urged.count
        let lead = lexicon.prose.match(tokens, at: start, where: \.isDeterminer)?.meaning
        // `make a list`, `let us know`
        let isOne = lead == .each || lead == .article && tokens[first].folded == "let"
        guard start + 3 < tokens.count, urged.count > 1 || isOne else { return sentence }
        return sentence.part(start..<tokens.count)
    }

    /// Reads what sentences below nested lists and tables in free words say of deletion, and of what is there already.
    private mutating func readRules() {
        let known = statements.compactMap { statement -> Located? in
            guard case .entity(let entity) = statement, !entity.isGuessed else { return nil }
            return entity.name
        }
        var finder = EntityFinder(lexicon: lexicon)
        let left = sentences.indices.map { Self.stated(remainders[$0] ?? sentences[$0], lexicon) }
        let besides = describedBesides(left, known)
        let candidates = finder.candidates(of: [], headings: [], known: known + besides)
        let (deletions, isUsed) = ProseReader.readDeletions(left, candidates, lexicon: lexicon, findings: findings)
        var ignored = findings.fresh
        let told = ProseReader.read(left, candidates, lexicon: lexicon, findings: &ignored).entities
        let new = add(told, called: besides)
        apply(deletions)
        let places = Set(zip(sentences, isUsed).filter(\.1).map(\.0.place))
        markUnderstood(places.union(addGroups(of: told)))
        let said = Set(addReferences(of: told) + new)
        let stated = sentences.filter { sentence in sentence.tokens.contains { said.contains($0.place) } }
        markUnderstood(Set(stated.map(\.place)))
        dropSentences(ResolveFreeForms.readUniqueness(sentences, in: &statements, lexicon: lexicon))
        FreeCycles.open(&statements, lexicon: lexicon, findings: &findings)
    }

    /// What sentences describe beside lists and tables, with two fields or more of its own.
    private mutating func describedBesides(_ left: [TokenizedText], _ known: [Located]) -> [Located] {
        func key(_ words: String) -> String { lexicon.inflector.singular(of: words.entityName).foldedForComparison }
        let all = candidates(of: left, known: known)
        let names = Set(known.map { key($0.text) })
        guard all.candidates.contains(where: { !names.contains(key($0.name)) }) else { return [] }
        var ignored = findings.fresh
        let told = ProseReader.read(left, all, lexicon: lexicon, findings: &ignored).entities
        return told.filter { !names.contains(key($0.name.text)) && $0.hasOwnFields(lexicon) }.map(\.name)
    }

    /// Adds entities that sentences describe, of which lists and tables say nothing, or no more than the name.
    /// - Returns: where they are described.
    private mutating func add(_ told: [EntityStatement], called names: [Located]) -> [LocatedText.Place] {
        func key(_ words: String) -> String { lexicon.inflector.singular(of: words.entityName).foldedForComparison }
        let wanted = Set(names.map { key($0.text) })
        var bare: [String: Int] = [:]
        for (index, statement) in statements.enumerated() {
            guard case .entity(let entity) = statement, entity.form == .named, entity.fields.isEmpty else { continue }
            bare[key(entity.name.text)] = index
        }
        var places: [LocatedText.Place] = []
        for var entity in told {
            if let index = bare[key(entity.name.text)], case .entity(let named) = statements[index],
                entity.hasOwnFields(lexicon)
            {
                entity.summary = named.summary
                entity.isInSentence = named.isInSentence
                statements[index] = .entity(entity)
            } else if wanted.contains(key(entity.name.text)) {
                statements.append(.entity(entity))
            } else {
                continue
            }
            places += [entity.name.place] + entity.fields.map(\.name.place)
        }
        return places
    }

    /// Adds the references that sentences say besides, between entities that are not related so yet.
    /// - Returns: where references are said.
    private mutating func addReferences(of told: [EntityStatement]) -> [LocatedText.Place] {
        var places: [LocatedText.Place] = []
        func key(_ words: String) -> String { lexicon.inflector.singular(of: words.entityName).foldedForComparison }
        var references: [String: [FieldItem]] = [:]
        var positions: [String: Int] = [:]
        for (index, statement) in statements.enumerated() {
            guard case .entity(let entity) = statement, !entity.isGuessed else { continue }
            references[key(entity.name.text)] = entity.fields
            positions[key(entity.name.text)] = index
        }
        for entity in told {
            let source = key(entity.name.text)
            guard let index = positions[source], case .entity(var there) = statements[index] else { continue }
            for field in entity.fields {
                guard let type = field.type, let others = references[key(type.words.text)] else { continue }
                let target = key(type.words.text)
                places += [field.name.place, type.words.place]
                let isRole = !type.isMany && key(field.name.text) != target
                let isTaken = there.fields.contains { other in
                    other.name.text.wireName.lowercased() == field.name.text.wireName.lowercased()
                        || !isRole && other.type.map { key($0.words.text) == target } ?? false
                }
                let isReverse = !isRole && others.contains { $0.type.map { key($0.words.text) == source } ?? false }
                if !isTaken, !isReverse { there.fields.append(field) }
            }
            statements[index] = .entity(there)
        }
        return places
    }

    /// Adds what is unique together, of fields that are there already.
    /// - Returns: where it is said.
    private mutating func addGroups(of told: [EntityStatement]) -> [LocatedText.Place] {
        func key(_ name: Located) -> String { lexicon.inflector.singular(of: name.text.entityName).foldedForComparison }
        var places: [LocatedText.Place] = []
        let groups = Dictionary(told.map { (key($0.name), $0.uniqueGroups) }, uniquingKeysWith: +)
        for index in statements.indices {
            guard case .entity(var entity) = statements[index], let more = groups[key(entity.name)] else { continue }
            let names = Set(entity.fields.map { $0.name.text.wireName.lowercased() })
            for group in more where group.names.allSatisfy({ names.contains($0.text.wireName.lowercased()) }) {
                places.append(group.place)
                let isThere = entity.uniqueGroups.contains { Set($0.names.map(\.text)) == Set(group.names.map(\.text)) }
                if !isThere { entity.uniqueGroups.append(group) }
            }
            statements[index] = .entity(entity)
        }
        return places
    }

    /// The entities that what is left of the sentences speaks of.
    mutating func candidates(of left: [TokenizedText], known: [Located]) -> EntityCandidates {
        var finder = EntityFinder(lexicon: lexicon, compounds)
        let unknown = left.indices.filter { nouns[$0] == nil }
        let evidence = unknown.map { left[$0] }.parallelMap(inPartsOf: ReadingLimits.part) { [finder] sentence in
            var finder = finder
            return finder.evidence(in: sentence)
        }
        for (number, found) in zip(unknown, evidence) { nouns[number] = found }
        let all = left.indices.map { nouns[$0] ?? [] }
        return finder.candidates(of: all, headings: headings + requestedNames, known: known)
    }

    /// The entities that a Spanish sentence asks for, which counts only with what others say: `necesitamos guardar pilotos y karts`.
    private var requestedNames: [TokenizedText] {
        guard lexicon.language == .spanish, !requests.isEmpty else { return [] }
        let words = requests.map { $0.words.foldedForComparison }
        return statements.compactMap { statement in
            guard case .entity(let entity) = statement, entity.isGuessed,
                words.contains(where: { $0.contains(entity.name.text.foldedForComparison) })
            else { return nil }
            return Tokenizer.tokenize(LocatedText(lexicon.inflector.plural(of: entity.name.text.entityName)))
        }
    }

    /// Leaves out what was named once and is called by a shorter name everywhere else: `urban garden`, then `garden`.
    private mutating func dropRenamed(_ told: [EntityStatement]) {
        let names = Set(told.map { lexicon.inflector.singular(of: $0.name.text.entityName).foldedForComparison })
        statements.removeAll { statement in
            guard case .entity(let entity) = statement, entity.form == .named, !entity.isGuessed else { return false }
            return !names.contains(lexicon.inflector.singular(of: entity.name.text.entityName).foldedForComparison)
        }
    }

    /// Gives the references that lists and tables have made what sentences say of deletion.
    private mutating func apply(_ deletions: [ProseReader.Deletion]) {
        guard !deletions.isEmpty else { return }
        func key(_ words: String) -> String { lexicon.inflector.singular(of: words.entityName).foldedForComparison }
        var places: [String: [Int]] = [:]
        for (index, statement) in statements.enumerated() {
            if case .entity(let entity) = statement { places[key(entity.name.text), default: []].append(index) }
        }
        for deletion in deletions {
            let target = deletion.target.foldedForComparison
            for index in places[deletion.source.foldedForComparison] ?? [] {
                guard case .entity(var entity) = statements[index] else { continue }
                for (number, field) in entity.fields.enumerated() {
                    guard let type = field.type, !type.isMany, field.onDelete == nil, key(type.words.text) == target
                    else { continue }
                    entity.fields[number].onDelete = (deletion.rule, deletion.place)
                    if deletion.rule == .setNull { entity.fields[number].optional = deletion.place }
                }
                statements[index] = .entity(entity)
            }
        }
    }

    /// Takes the sentences at some places for understood.
    mutating func markUnderstood(_ places: Set<LocatedText.Place>) {
        statements = statements.map { statement in
            switch statement {
            case .summary(let words, _) where places.contains(words.place),
                .unused(let words, _) where places.contains(words.place):
                .summary(words, isUnderstood: true)
            default: statement
            }
        }
    }

    /// Adds the entities of sentences, or what they say of those that are there.
    private mutating func merge(_ told: [EntityStatement]) {
        func key(_ name: Located) -> String { lexicon.inflector.singular(of: name.text.entityName).foldedForComparison }
        var known: [String: Int] = [:]
        for (index, statement) in statements.enumerated() {
            if case .entity(let entity) = statement { known[key(entity.name)] = known[key(entity.name)] ?? index }
        }
        for entity in told {
            guard let index = known[key(entity.name)], case .entity(var there) = statements[index] else {
                statements.append(.entity(entity))
                continue
            }
            there.isGuessed = false
            if there.form == .named, !entity.fields.isEmpty { there.form = .told }
            refine(&there.fields, with: entity.fields)
            let names = Set(there.fields.map { $0.name.text.wireName.lowercased() })
            there.fields += entity.fields.filter { field in
                !names.contains(field.name.text.wireName.lowercased())
                    && !isReverse(field, of: there, known, key) && !isCovered(field, by: there, key)
            }
            there.uniqueGroups += entity.uniqueGroups
            statements[index] = .entity(there)
        }
    }

    /// Whether a list has made a reference to the same entity already, in another role.
    private func isCovered(_ field: FieldItem, by entity: EntityStatement, _ key: (Located) -> String) -> Bool {
        guard let type = field.type, !type.isMany, entity.form >= .listed, key(field.name) == key(type.words) else {
            return false
        }
        return entity.fields.contains { other in
            other.type.map { !$0.isMany && $0.tokens.isEmpty && key($0.words) == key(type.words) } ?? false
        }
    }

    /// Whether a list has made the reference from the other side already.
    private func isReverse(
        _ field: FieldItem, of entity: EntityStatement, _ known: [String: Int], _ key: (Located) -> String
    ) -> Bool {
        guard let type = field.type, !type.isMany, entity.form >= .listed,
            let position = known[key(type.words)], case .entity(let target) = statements[position],
            target.form >= .listed
        else { return false }
        return key(field.name) == key(type.words)
            && target.fields.contains { $0.type.map { key($0.words) == key(entity.name) } ?? false }
    }

    /// Adds what sentences say of fields that are there.
    private func refine(_ fields: inout [FieldItem], with told: [FieldItem]) {
        let said = Dictionary(
            told.map { ($0.name.text.wireName.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        for index in fields.indices {
            guard let more = said[fields[index].name.text.wireName.lowercased()] else { continue }
            fields[index].onDelete = fields[index].onDelete ?? more.onDelete
            fields[index].unique = fields[index].unique ?? more.unique
            if fields[index].required == nil { fields[index].optional = fields[index].optional ?? more.optional }
        }
    }

    /// Keeps sentences to be read at the end; of what is not, the whole text is told as not used.
    mutating func keepSentences(_ parts: [TokenizedText], in text: TokenizedText) {
        for part in parts {
            sentences.append(lexicon.spelling.respelled(part))
            statements.append(.unused(located(part)))
        }
        if parts.isEmpty { statements.append(.unused(located(text))) }
    }
}
