import MGECore
import MGELayers

/// What sentences say of the entities: fields as they are found, relations as evidence until all is read.
struct ProseFacts: Sendable {
    /// That one entity refers to another, or has many of it.
    struct Evidence: Sendable {
        enum Kind: Sendable {
            /// Each source refers to one target.
            case one
            /// Each source has, or deals with, several targets.
            case many
            /// Several of both.
            case both
        }

        var kind: Kind
        var source: Int
        var target: Int
        /// The name that the target has for the source; nil for its own.
        var role: Located?
        /// A name made of the verb, for a second relation between the same two.
        var verbRole: String?
        var isOptional = false
        /// Whether one target is spoken of: `led by a member`.
        var isSingle = false
        /// Whether both are spoken of in the plural, with nothing said of how many there are.
        var isOfSeveral = false
        /// Whether another one than the source is meant: `another subsystem`.
        var isOther = false
        /// Whether it may be told through what refers to both.
        var isIndirect = false
        /// Whether a target has at most one source.
        var isUnique = false
        /// Whether somebody does something to it, which may be what is done: `a worker takes a reading`.
        var isAct = false
        /// Whether it counts only where nothing else is said of the two.
        var isWeak = false
        /// Whether it is said with `one … per …`, which may also mean that the other refers to it.
        var isPer = false
        /// Whether it is of those who take part, beside whom others may have a role.
        var isTakingPart = false
        var words: Located
    }

    /// What the text says of one entity.
    struct Facts: Sendable {
        var fields: [FieldItem] = []
        var uniqueGroups: [UniqueGroup] = []
        /// The fields by their names on the wire, in lower case.
        var numbers: [String: Int] = [:]
    }

    private(set) var facts: [Facts]
    /// The fields by what they may be called: `frame number`, `bicycle frame number`, `number`.
    private var index: [String: [(entity: Int, name: String)]] = [:]
    private let entityNames: [String]
    private let inflector: Inflector
    private(set) var evidence: [Evidence] = []
    /// The evidence by the roles that it gives.
    private var roles: [String: [Int]] = [:]
    /// The entities that something is said of together with each one.
    private var neighbours: [Int: Set<Int>] = [:]
    /// What each entity refers to one of.
    private var ones: [Int: Set<Int>] = [:]
    /// What is to happen when a target is deleted, by source and target.
    var deletions: [[Int]: (rule: Relationship.Deletion, place: LocatedText.Place)] = [:]

    /// Pairs of entities that the sentence which is being read relates by what comes of a deed.
    var unrelated: Set<[Int]> = []

    init(_ entityNames: [String], inflector: Inflector) {
        self.entityNames = entityNames
        self.inflector = inflector
        facts = [Facts](repeating: Facts(), count: entityNames.count)
    }

    /// The fields that go by a name.
    func fields(named name: String) -> [(entity: Int, name: String)] { index[name.foldedForComparison] ?? [] }

    private mutating func register(_ name: String, of entity: Int) {
        let words = (entityNames[entity] + " " + inflector.singular(of: name.lowercased())).foldedForComparison
        let own = name.foldedForComparison
        var isKnown = false
        var previous = UInt8(ascii: " ")
        for (position, byte) in zip(words.utf8.indices, words.utf8) {
            if previous == UInt8(ascii: " ") {
                let key = String(words[position...])
                isKnown = isKnown || key == own
                index[key, default: []].append((entity, name))
            }
            previous = byte
        }
        if !isKnown { index[own, default: []].append((entity, name)) }
    }

    /// What a field is found by; nil for what can't be a name.
    private static func key(_ name: String) -> String? { name.spokenName?.wireName.lowercased() }

    /// Adds a field; what is said of one that is there already is added to it.
    mutating func add(_ field: FieldItem, to entity: Int) {
        guard let name = Self.key(field.name.text) else { return }
        var field = field
        field.name.text = field.name.text.spokenName ?? field.name.text
        guard facts[entity].numbers[name] == nil else {
            update(entity, named: field.name.text) { known in
                known.type = known.type ?? field.type
                known.optional = known.optional ?? field.optional
                known.unique = known.unique ?? field.unique
                known.minimum = known.minimum ?? field.minimum
                known.maximum = known.maximum ?? field.maximum
                known.defaultValue = known.defaultValue ?? field.defaultValue
            }
            return
        }
        facts[entity].numbers[name] = facts[entity].fields.count
        facts[entity].fields.append(field)
        register(field.name.text, of: entity)
    }

    /// Takes a field back that turned out to be something else.
    mutating func remove(_ name: String, of entity: Int) {
        guard let number = Self.key(name).flatMap({ facts[entity].numbers.removeValue(forKey: $0) }) else { return }
        facts[entity].fields.remove(at: number)
        for (other, place) in facts[entity].numbers where place > number { facts[entity].numbers[other] = place - 1 }
    }

    /// A field that is there.
    func field(named name: String, of entity: Int) -> FieldItem? {
        Self.key(name).flatMap { facts[entity].numbers[$0] }.map { facts[entity].fields[$0] }
    }

    /// Changes a field that is there.
    mutating func update(_ entity: Int, named name: String, _ change: (inout FieldItem) -> Void) {
        guard let number = Self.key(name).flatMap({ facts[entity].numbers[$0] }) else { return }
        change(&facts[entity].fields[number])
    }

    mutating func add(_ evidence: Evidence) {
        if unrelated.contains([evidence.source, evidence.target].sorted()) { return }
        var evidence = evidence
        evidence.role = evidence.role.flatMap { role in
            role.text.spokenName.map { Located(text: $0, place: role.place) }
        }
        registerRole(of: evidence)
        self.evidence.append(evidence)
        if evidence.kind == .one { ones[evidence.source, default: []].insert(evidence.target) }
        neighbours[evidence.source, default: []].insert(evidence.target)
        neighbours[evidence.target, default: []].insert(evidence.source)
    }

    /// Notes that a target has at most one source that plays the role it is referred to by.
    /// - Returns: whether there is such a role, and just one.
    mutating func makeUnique(from source: Int, to target: Int) -> Bool {
        let found = evidence.indices.filter {
            evidence[$0].source == source && evidence[$0].target == target && evidence[$0].kind == .one
                && evidence[$0].role != nil
        }
        guard found.count == 1, let index = found.first else { return false }
        evidence[index].isUnique = true
        return true
    }

    /// Makes the only reference between two entities, whichever way it goes, one of one each.
    mutating func makeAlone(_ first: Int, _ second: Int) -> Bool {
        let found = evidence.indices.filter { index in
            let item = evidence[index]
            return item.source == first && item.target == second || item.source == second && item.target == first
        }
        guard let one = found.first(where: { evidence[$0].kind == .one }),
            found.allSatisfy({ evidence[$0].kind == .one || evidence[$0].isSingle || evidence[$0].isPer })
        else {
            // `un camión puede enganchar un remolque`
            guard !found.isEmpty, found.allSatisfy({ evidence[$0].kind == .many && evidence[$0].isSingle }) else {
                return false
            }
            for several in found {
                (evidence[several].kind, evidence[several].isUnique, evidence[several].isOptional) = (.one, true, true)
            }
            return true
        }
        evidence[one].isUnique = true
        return true
    }

    /// Lets an entity refer to another of its kind, by a name.
    mutating func referToOther(_ entity: Int, as role: Located) {
        let known = evidence.lastIndex { $0.source == entity && $0.target == entity }
        if let known {
            if evidence[known].kind == .one, evidence[known].role == nil { evidence[known].role = role }
            return
        }
        add(Evidence(kind: .one, source: entity, target: entity, role: role, isOptional: true, words: role))
    }

    /// Whether an entity refers to one each of two others, as far as is told.
    func isReferred(to first: Int, and second: Int, byOther: Bool = false) -> Bool {
        guard let left = neighbours[first], let right = neighbours[second] else { return false }
        let (few, many) = left.count < right.count ? (left, right) : (right, left)
        return few.contains {
            many.contains($0) && ones[$0]?.isSuperset(of: [first, second]) == true
                && !(byOther && ($0 == first || $0 == second))
        }
    }

    /// The one entity that something is said of together with each of two others.
    func link(of first: Int, and second: Int) -> Int? {
        guard let left = neighbours[first], let right = neighbours[second] else { return nil }
        let both = left.count < right.count ? left.filter(right.contains) : right.filter(left.contains)
        return both.count == 1 ? both.first : nil
    }

    /// The one entity that refers to one each of two others.
    func reference(to first: Int, and second: Int) -> Int? {
        let found = neighbours[first]?.filter { ones[$0]?.isSuperset(of: [first, second]) == true } ?? []
        return found.count == 1 ? found.first : nil
    }

    /// Says of the last reference to an entity that no two have the same.
    /// - Returns: whether there is one.
    mutating func makeLastUnique(to target: Int) -> Bool {
        guard let last = evidence.lastIndex(where: { $0.target == target && $0.kind == .one }) else { return false }
        evidence[last].isUnique = true
        return true
    }

    /// Says of what was added last that many take part.
    mutating func markTakingPart() {
        if let last = evidence.indices.last { evidence[last].isTakingPart = true }
    }

    /// Says of what was added last that somebody does it.
    mutating func markAct() {
        if let last = evidence.indices.last { evidence[last].isAct = true }
    }

    /// Says that what has a role need not be there, or what a verb makes one of: `assignee` of `assigned to`.
    /// - Returns: whether just one entity has such a reference.
    mutating func makeOptional(role: String) -> Bool {
        let stem = ["ee", "er", "or"].first(where: role.hasSuffix).map { String(role.dropLast($0.count)) }
        let found = (roles[role] ?? []) + (stem.flatMap { roles[$0 + "ed"] } ?? [])
        guard let first = found.first, found.allSatisfy({ evidence[$0].source == evidence[first].source }) else {
            return false
        }
        for index in found { evidence[index].isOptional = true }
        return true
    }

    /// Says that the reference that was added last need not be there.
    /// - Returns: whether it is one of the entity.
    mutating func makeLastOptional(of source: Int) -> Bool {
        guard let last = evidence.indices.last, evidence[last].kind == .one, evidence[last].source == source else {
            return false
        }
        evidence[last].isOptional = true
        return true
    }

    /// Says that what was told last need not be there, where it is a reference.
    mutating func makeLastOptional() -> Bool {
        guard let last = evidence.indices.last, evidence[last].kind == .one else { return false }
        evidence[last].isOptional = true
        return true
    }

    /// Says that the last reference to an entity need not be there, if nothing but it was said of the entity since.
    mutating func makeLastOptional(to target: Int) -> Bool {
        guard let last = evidence.lastIndex(where: { $0.target == target || $0.source == target }),
            evidence[last].kind == .one, evidence[last].target == target
        else { return false }
        evidence[last].isOptional = true
        return true
    }

    /// What a piece of evidence may be found by: its role, and the first word of the verb that stands for one.
    private mutating func registerRole(of evidence: Evidence) {
        guard evidence.kind == .one else { return }
        let role = evidence.role?.text.lowercased()
        let verb = (evidence.verbRole ?? role).map { String($0.lowercased().prefix { $0 != " " }) }
        for key in Set([role, verb].compactMap(\.self)) { roles[key, default: []].append(self.evidence.count) }
    }

    /// The one entity that something is said of together with each of two.
    func link(of entities: [Int]) -> Int? {
        guard entities.count > 2 else {
            return entities.count == 2 && entities[0] != entities[1] ? link(of: entities[0], and: entities[1]) : nil
        }
        let sets = entities.map { neighbours[$0] ?? [] }.sorted { $0.count < $1.count }
        let common = sets[0].filter { entity in sets.allSatisfy { $0.contains(entity) } }
        return common.count == 1 ? common.first : nil
    }

    /// Whether something is said of two entities together.
    func areNeighbours(_ first: Int, _ second: Int) -> Bool { neighbours[first]?.contains(second) ?? false }

    mutating func add(_ group: UniqueGroup, to entity: Int) { facts[entity].uniqueGroups.append(group) }

    mutating func setDeletion(
        _ rule: Relationship.Deletion, ofTarget target: Int, source: Int, at place: LocatedText.Place
    ) {
        deletions[[source, target]] = (rule, place)
    }
}
