import MGECore
import MGELayers

/// Reads sentences: which entities there are, what they carry, and how they relate.
///
/// Entities are found first, by the places of nouns. Then each sentence is divided at its verbs, and what stands around
/// a verb says something of the entities in it. What several sentences say of one pair is put together at the end.
struct ProseReader {
    /// In tokens; what is longer is no sentence.
    static let longestSentence = 1000

    /// What happens to an entity when another that it refers to is deleted.
    struct Deletion: Sendable {
        var source: String
        var target: String
        var rule: Relationship.Deletion
        var place: LocatedText.Place
    }

    /// A sentence, or what is read apart of it.
    struct Part: Sendable {
        var sentence: ProseSentence
        /// All that its phrases mean.
        var said: Set<ProseWord>
        /// The tokens of verbs whose endings say that we do it.
        var ours: Set<Int>
        /// What its verbs say of what; nil where that depends on the sentences before.
        var segments: [Segment]?
        /// The item that a list of usual fields begins with.
        var usualFields: Int?
    }

    let reader: SentenceReader
    let lists: ListReader
    let candidates: EntityCandidates
    var facts: ProseFacts
    var findings: Findings
    /// The subject of the last sentence, for `it`.
    var antecedent: Mention?
    /// What somebody does something to in the last sentence, for `it`, which stands for nobody.
    var thing: Mention?
    /// The last subject of which there are several, for `they`.
    var plural: Mention?
    /// The sentence before, for pronouns that stand for what it named last.
    var previous: ProseSentence?
    /// The last entity of which the sentence before spoke in the plural, for `each one`.
    var several: Mention?
    /// The field that was read last, for `which`.
    var lastField: (entity: Int, name: String)? {
        didSet {
            guard let field = lastField, recent.last.map({ $0 != field }) ?? true else { return }
            recent = recent.suffix(1) + [field]
        }
    }
    /// The two fields that were read last, for `both`.
    var recent: [(entity: Int, name: String)] = []
    /// The field that the sentence before named last, for `it stays empty`.
    var previousField: (entity: Int, name: String)?
    /// The same, unless it named none.
    var justRead: (entity: Int, name: String)?
    /// What was deleted in the rule before.
    var lastDeleted: Mention?
    /// The fields that the sentence which was read last named, in their order.
    var named: [(entity: Int, name: String)] = []
    /// Who speaks: `as a member, I want …`.
    var speaker: Mention?
    /// The entities that an entity requires, as far as relations are made.
    var required: [[Int]]
    /// The names of the fields that each entity has, on the wire and in lower case, while relations are made.
    var takenNames: [Set<String>] = []
    /// What an entity is said to be at first, for the enumeration that has this case.
    var beginnings: [(entity: Int, value: Located)] = []
    /// What is done in the sentence that is being read.
    var deeds: [Deed] = []
    /// All that the phrases of the sentence that is being read mean.
    var said: Set<ProseWord> = []
    /// What some of an entity have none of, by the entity's number and a name.
    var lacked: Set<String> = []
    /// What is listed as what there is to be.
    var asked: Set<Int> = []
    /// Whether parentheses are being read, in which others are not.
    var isInGroup = false
    /// What was left of sentences of which something was made.
    var unread: [Located] = []
    /// Whether something was made of the sentence that is being read.
    var isUsed = false
    var lexicon: Lexicon { reader.lexicon }

    private init(
        _ sentences: [TokenizedText], _ candidates: EntityCandidates, lexicon: Lexicon, findings: Findings
    ) {
        reader = SentenceReader(lexicon: lexicon, for: sentences, candidates)
        lists = ListReader(lexicon: lexicon)
        self.candidates = candidates
        self.findings = findings
        required = candidates.candidates.map { _ in [] }
        facts = ProseFacts(candidates.candidates.map(\.name), inflector: lexicon.inflector)
    }

    /// What the sentences say, and which of them say something.
    static func read(
        _ sentences: [TokenizedText], _ candidates: EntityCandidates, lexicon: Lexicon, findings: inout Findings
    ) -> (entities: [EntityStatement], isUsed: [Bool], deletions: [Deletion], unread: [Located]) {
        let fresh = ProseReader(sentences, candidates, lexicon: lexicon, findings: findings.fresh)
        var prose = fresh
        var used: [Bool] = []
        var limited: [Bool] = []
        var unused: [Unused] = []
        used.reserveCapacity(sentences.count)
        sentences.parallelMap(inPartsOf: ReadingLimits.part, { fresh.withUsualFields(fresh.parts(of: $0)) }) { parts in
            let left = prose.read(parts, number: used.count)
            let isUsed = left.count < parts.count
            unused += left
            used.append(isUsed)
            limited.append(isUsed && parts.contains { prose.limitsInTime($0) })
        }
        for number in prose.readRules(among: unused) { used[number] = true }
        // What is read in part only is told, unless nothing else is read.
        let told = zip(used, limited).map { $0 && !$1 }
        if told.contains(true) { used = told }
        let entities = prose.statements()
        findings.absorb(prose.findings)
        return (entities, used, prose.deletions, prose.unread)
    }

    /// What the sentences say of deletion, and which of them say something of it.
    static func readDeletions(
        _ sentences: [TokenizedText], _ candidates: EntityCandidates, lexicon: Lexicon, findings: Findings
    ) -> (deletions: [Deletion], isUsed: [Bool]) {
        var prose = ProseReader(sentences, candidates, lexicon: lexicon, findings: findings.fresh)
        var deletions: [Deletion] = []
        let used = sentences.parallelMap(inPartsOf: ReadingLimits.part) { [prose] in prose.parts(of: $0) }.map {
            parts in
            prose.facts.deletions = [:]
            for part in parts { prose.read(part) }
            deletions += prose.deletions
            return !prose.facts.deletions.isEmpty
        }
        return (deletions, used)
    }

    /// Reads the parts of a sentence.
    /// - Returns: those of which nothing was made.
    private mutating func read(_ parts: [Part], number: Int) -> [Unused] {
        noteAsked(parts)
        return parts.compactMap { part in
            let spokenOf = antecedent
            isUsed = false
            read(part)
            readUnused(part, after: spokenOf)
            return isUsed ? nil : Unused(number: number, part: part, antecedent: spokenOf)
        }
    }

    /// The parts of a sentence, as far as it needs to know no other.
    private func parts(of sentence: TokenizedText) -> [Part] {
        CoordinatedVerbs(reader: reader).parts(of: sentence).flatMap(fieldsBetween)
            .flatMap(valuesApart).flatMap(deedsApart).flatMap(clausesApart).flatMap(fieldsApart).flatMap(rulesApart)
            .flatMap(othersApart).flatMap(exceptionsApart).flatMap(divided).flatMap(rolesApart).flatMap(togetherApart)
            .compactMap(prepared)
    }

    /// Nothing for what holds nothing that could be read.
    func prepared(_ source: TokenizedText) -> Part? {
        guard source.tokens.count <= Self.longestSentence else { return nil }
        let items = reader.items(source, candidates)
        guard !items.isEmpty else { return nil }
        var said: Set<ProseWord> = []
        for index in source.tokens.indices { lexicon.prose.collect(source.tokens, at: index, into: &said) }
        let ours = Set(source.tokens.indices.filter { reader.isOurVerb(source.tokens, at: $0) })
        return Part(
            sentence: ProseSentence(source: source, items: items), said: said, ours: ours,
            segments: SegmentReader.ownSegments(of: items, source, ours: ours, lexicon: lexicon))
    }

    private var deletions: [Deletion] {
        facts.deletions.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, value in
            Deletion(
                source: candidates.candidates[key[0]].name, target: candidates.candidates[key[1]].name,
                rule: value.rule, place: value.place)
        }
    }

    /// What the verbs of a sentence, or of its beginning, say of what.
    private func segments(of part: Part, before end: Int?) -> [Segment] {
        if end == nil, let own = part.segments { return own }
        let items = part.sentence.items
        return SegmentReader.segments(
            of: end.map { Array(items[..<$0]) } ?? items, part.sentence.source,
            after: SpokenOf(antecedent: antecedent, plural: plural, several: several), ours: part.ours, lexicon: lexicon
        )
    }

    mutating func read(_ part: Part) {
        let sentence = part.sentence
        let items = sentence.items
        if let thing, ["it", "its"].contains(sentence.source.tokens.first?.folded) { antecedent = thing }
        thing = nil
        if let rest = readSharedRoles(sentence, after: named) {
            named = []
            if let part = prepared(rest), part.sentence.items.count > 2 { read(part) }
            return
        }
        if let rest = readStatesNamed(sentence) {
            if let part = prepared(rest) {
                let field = lastField
                read(part)
                lastField = field
            } else {
                antecedent = sentence.mentions.first ?? antecedent
            }
            return
        }
        named = []
        previousField = lastField ?? previousField
        justRead = lastField
        lastField = nil
        said = part.said
        facts.unrelated = []
        if readException(sentence) || readWithin(sentence) || readViceVersa(sentence) { return }
        readDeeds(sentence)
        readMutual(sentence)
        // `as a member, I want …`
        speaker = items.first?.word == .as ? items.prefix { !$0.isMark(",") }.first { $0.mention != nil }?.mention : nil
        if readTogetherClause(sentence) || readScoped(sentence) || readNobodyTwice(sentence) || readOnce(sentence)
            || readInOneOnly(sentence) || readWho(sentence) || readOtherAs(sentence) || readMeansFirst(sentence)
            || readByItself(sentence)
            || readSaidField(sentence)
            || readUniqueWithin(sentence)
        {
            return
        }
        if readOwnKind(sentence) || readNotEither(sentence) || readOccasion(sentence) || readOneForAll(sentence) {
            return
        }
        readOwnWithin(sentence)
        readDoneFor(sentence)
        readNotRepeated(sentence)
        if readUniqueness(sentence) {
            readExclusive(sentence)
            if lexicon.language == .english, let first = sentence.mentions.first,
                first.start == 0 && (first.quantity == .article || first.quantity == .each)
                    || sentence.items.first?.word == .weHave && !first.isPlural
            {
                antecedent = first
            }
            return
        }
        if readField(sentence) || readStatesPassed(sentence) || readToldField(sentence) || readValue(sentence) {
            return
        }
        if sentence.items.first?.word == .details, readLabelled(sentence) { return }
        if readWhich(sentence) || readManyToMany(sentence) || readBackAgain(sentence) {
            readOtherOfKind(sentence)
            if lexicon.language == .english, let first = sentence.mentions.first, first.start == 0, !first.isPlural {
                // `an incident affects components, and a component goes through many incidents; it has a title`
                antecedent = first
            }
            return
        }
        if readAsked(sentence) || readFlag(sentence) || readSome(sentence) || readDefinition(sentence)
            || readPreviousField(sentence)
        {
            return
        }
        if readTopicOnly(sentence) || readRecordedFirst(sentence) { return }
        // `el mismo pozo no se reserva dos veces para la misma fecha`: what refers to it is told once all is known.
        if lexicon.language == .spanish, said.isSuperset(of: [.twice, .same, .not]), isForbidden(part) { return }
        let recorded = readRecordedList(sentence)
        let segments = segments(of: part, before: recorded?.start)
        if let (source, target) = goesWith(sentence) {
            if !sentence.items.contains(where: { $0.word == .belongs }) {
                // `cada llave abre una puerta y se borra con ella`
                facts.add(
                    ProseFacts.Evidence(
                        kind: .one, source: source.entity, target: target.entity, isWeak: true,
                        words: sentence.located(target.range)))
                isUsed = true
            }
            facts.setDeletion(.cascade, ofTarget: target.entity, source: source.entity, at: sentence.source.place)
        } else if readDeletion(sentence, segments), !isDeletedAside(sentence) {
            return
        }
        for segment in segments {
            if readOneOfEach(segment, sentence) { break }
            if isPermission(segment, sentence) { continue }
            read(segment, sentence)
            for other in segment.others {
                var same = segment
                same.subject = other
                read(same, sentence)
            }
        }
        if segments.isEmpty, recorded == nil, !readLabelled(sentence) { readFragment(sentence) }
        readListBehind(sentence)
        readRoleOfOwnKind(sentence)
        readMadeAbout(sentence, segments)
        readPart(in: sentence)
        readLacking(sentence, segments)
        readExclusive(sentence)
        readNoMore(sentence)
        readOtherOfKind(sentence)
        readOfEach(sentence)
        readGroups(sentence)
        readEach(sentence)
        readForOne(sentence)
        readWithout(sentence)
        readBeginning(sentence)
        readOwn(sentence)
        readPossessives(sentence)
        let subjects = segments.filter {
            !$0.isRelative && !$0.isNegated && !$0.isOurs && $0.verb != .delete
        }.compactMap(\.subject).filter { subject in
            // `mecánico y supervisor son empleados`, `…, the design is optional` go on with what was spoken of.
            subject.modifier != subject.range && !isOptionalReference(subject, sentence)
        }
        plural = severalDoers(sentence) ?? subjects.last(where: \.isPlural) ?? plural
        if !sentence.mentions.isEmpty { several = sentence.mentions.last(where: \.isPlural) }
        // `los dos son empleados` goes on with what was spoken of.
        if lexicon.language == .spanish, startsShared(sentence.source.tokens, at: 0), sentence.mentions.count == 1 {
            return
        }
        // `an invoice lists lots, and some lots are on none; it has a number`
        let singular = lexicon.language == .english ? subjects.last { !$0.isPlural } : nil
        antecedent =
            mutualTopic(segments, sentence) ?? singular ?? goneOnWith(subjects, sentence) ?? subjects.last
            ?? sentence.mentions.first ?? antecedent
        thing = thingDoneTo(segments, sentence)
        readDoneByIt(sentence)
        if let introduced = introduced(by: segments, sentence) ?? ofWhichSeveral(sentence) {
            antecedent = introduced
            if introduced.isPlural { plural = introduced }
        }
        previous = sentence
        if isIntroduction(sentence) { isUsed = true }
        // `…, whose name is written down; an email address may be given too`
        if let recorded, sentence.source.tokens.last?.isMark(";") == true { antecedent = recorded.owner }
    }

    /// What was spoken of, where a sentence only says who takes part in it: `several members build a module`, `the repair may be
    /// done by another mechanic`.
    private func goneOnWith(_ subjects: [Mention], _ sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .english, let antecedent else { return nil }
        guard !subjects.isEmpty else {
            guard let first = sentence.mentions.first, first.start > 1 else { return nil }
            return sentence.source.tokens[first.start - 1].folded == "by" ? antecedent : nil
        }
        guard subjects.allSatisfy({ $0.isPlural && $0.quantity == .many && $0.entity != antecedent.entity }) else {
            return nil
        }
        return sentence.mentions.contains { $0.entity == antecedent.entity && !$0.isPlural } ? antecedent : nil
    }

    /// Whether a sentence says no more than which entities there are: `there are rooms and guests`.
    private func isIntroduction(_ sentence: ProseSentence) -> Bool {
        sentence.items.first?.word == .weHave && !sentence.mentions.isEmpty
            && sentence.items.dropFirst().allSatisfy { item in
                item.mention != nil || item.word == .and || item.word?.isDeterminer == true || item.isMark(",", ".")
            }
    }

    /// Reads a sentence that says one thing, in a form of its own; most of these forms are English.
    private mutating func readByItself(_ sentence: ProseSentence) -> Bool {
        if readHasOnePer(sentence) { return true }
        guard lexicon.language == .english else { return readRolesOf(sentence) || readStartsAs(sentence) }
        return readFreshState(sentence) || readOnIt(sentence) || readPlacing(sentence) || readDoneToIt(sentence)
            || readRolesOf(sentence)
            || readNotTwice(sentence)
            || readNone(sentence) || readSameRule(sentence) || readStartsAs(sentence) || readPreviousDefault(sentence)
            || readRecordedBehind(sentence) || readLeft(sentence) || readTwoRoles(sentence) || readBothDoers(sentence)
            || readThatCombination(sentence) || readAtFirst(sentence) || readNamedOccasion(sentence)
            || readOtherInRole(sentence) || readWhatItIs(sentence) || readFieldOfNoun(sentence)
    }
}
