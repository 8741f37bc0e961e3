/// Finds what names mean across the files of a project.
///
/// Answers are remembered, so that the time is linear in references. Re-exports are followed to a depth of 100. It is
/// used by one thread at a time, and its tables are asked too often to be watched for overlapping accesses at run time.
final class NameResolver {
    /// What was asked of a module.
    struct Question: Hashable {
        let file: Int
        let name: Int32
        let meanings: Meanings
        /// Whether it is asked from outside, of what the module exports.
        let isExport: Bool
    }

    struct MemberQuestion: Hashable {
        let scope: ClassScope
        let name: Int32
        let meanings: Meanings
        let skipsItself: Bool
    }

    struct TypeQuestion: Hashable {
        let file: Int
        let type: Int32
    }

    static let deepest = 100

    /// Its parts stand here as well: they are asked for all the time.
    private let names: CommonNames
    let files: [FileNames?]
    let table: NameTable
    let global: [[Int32]]
    let local, classes: [NumberMap]
    private let families: ModuleFamilies
    private let familyOfFile: [(any ModuleFamily)?]

    /// So many answers are kept: most questions are asked where their answers are near.
    private static let answersKept = 1 << 14
    @exclusivity(unchecked) private var modulesAnswered: [Question: [Entity]] = [:]
    /// Answers of the question being worked on; those still open are empty.
    @exclusivity(unchecked) private var underWay: [Question: [Entity]] = [:]
    private var isCut = false
    var depth = 0
    var basesAnswered: [ClassScope: [ClassScope]] = [:]
    @exclusivity(unchecked) var membersAnswered: [MemberQuestion: [Entity]] = [:]
    var typesAnswered: [TypeQuestion: Instances] = [:]
    /// The scopes of members that are written apart from their class, by class.
    private(set) var extensions: [Entity: [ClassScope]] = [:]
    var extendedAnswered: [ClassScope: Entity?] = [:]

    /// - Parameters:
    ///   - names: The names of all files.
    ///   - manifests: The text of each file that tells how modules are named.
    convenience init(_ names: CommonNames, manifests: [String?]) {
        self.init(names, ModuleFamilies(names, manifests: manifests))
        extensions = findExtensions()
        // What was asked meanwhile was answered without them.
        (modulesAnswered, basesAnswered, membersAnswered, typesAnswered) = ([:], [:], [:], [:])
    }

    private init(_ names: CommonNames, _ families: ModuleFamilies) {
        self.names = names
        (files, table, global, local, classes) = (names.files, names.table, names.global, names.local, names.classes)
        self.families = families
        familyOfFile = files.map { file in file.flatMap { families[$0.rules.family] } }
    }

    /// A resolver of the same project for another thread, which remembers no answers.
    func copy() -> NameResolver {
        let copy = NameResolver(names, families.copy())
        (copy.extensions, copy.extendedAnswered) = (extensions, extendedAnswered)
        return copy
    }

    /// Whether a name begins with some bytes.
    func begins(_ name: Int32, with bytes: [UInt8]) -> Bool { table.bytes(of: name).starts(with: bytes) }

    var python: PythonFamily { families.python }

    func family(of file: Int) -> (any ModuleFamily)? { familyOfFile[file] }

    // MARK: - Names of modules

    /// What an import binds.
    func entities(of statement: FileNames.Import, _ meanings: Meanings = .any, in file: Int) -> [Entity] {
        family(of: file)?.entities(of: statement, meanings, in: file, isStatement: false, self) ?? []
    }

    /// What an import's statement refers to, one after the other.
    func targets(of statement: FileNames.Import, in file: Int) -> [[Entity]] {
        family(of: file)?.targets(of: statement, in: file, self) ?? []
    }

    /// Says that an answer under way is not complete, because what it needs is being asked already.
    func noteCycle() { isCut = true }

    /// What a module binds a name to, through re-exports.
    func lookup(_ name: Int32, _ meanings: Meanings = .any, in file: Int) -> [Entity] {
        if let answer = ownDefinitions(of: name, meanings, in: file) { return answer }
        return answer(Question(file: file, name: name, meanings: meanings, isExport: false)) {
            let own = ownBindings(of: name, meanings, in: file)
            if let own { return own }
            let family = family(of: file)
            if let sibling = family?.sibling(name, meanings, in: file, self), !sibling.isEmpty { return sibling }
            let starred = starred(name, meanings, by: files[file]?.stars ?? [], in: file)
            return starred.isEmpty ? family?.outermost(name, meanings, in: file, self) ?? [] : starred
        }
    }

    /// What a module has under a name for others, who do not see what is around it.
    private func members(_ name: Int32, _ meanings: Meanings, of file: Int) -> [Entity] {
        if let answer = ownDefinitions(of: name, meanings, in: file) { return answer }
        return answer(Question(file: file, name: name, meanings: meanings, isExport: true)) {
            ownBindings(of: name, meanings, in: file) ?? starred(name, meanings, by: files[file]?.stars ?? [], in: file)
        }
    }

    /// What others get from a module under a name.
    func exported(_ name: Int32, _ meanings: Meanings = .any, by file: Int) -> [Entity] {
        guard let names = files[file] else { return [] }
        guard names.rules.hasExportTable, names.hasExports else { return members(name, meanings, of: file) }
        return answer(Question(file: file, name: name, meanings: meanings, isExport: true)) {
            var answer: [Entity] = []
            var isNamed = false
            if let number = local[file][name] {
                for export in names.namedExports where export.name == number {
                    isNamed = true
                    switch export.source {
                    case .local(let other): add(lookup(global[file][Int(other)], meanings, in: file), to: &answer)
                    case .declared(let other):
                        add(declared(global[file][Int(other)], meanings, in: file, withAliases: true), to: &answer)
                    case .imported(let other): add(exported(names.imports[Int(other)], in: file), to: &answer)
                    case .itself: add([.module(file)], to: &answer)
                    }
                }
            }
            if isNamed || table[name] == "default" || table[name] == "=" { return answer }
            for star in names.exportedStars where answer.isEmpty {
                answer = starred(name, meanings, by: [star], in: file)
            }
            return answer
        }
    }

    /// What an export of something from another module gives: of everything under one name that module.
    private func exported(_ statement: FileNames.Import, in file: Int) -> [Entity] {
        var statement = statement
        if case .star = statement.form { statement.form = .path(isAliased: true) }
        return entities(of: statement, in: file)
    }

    /// What imports of everything bind a name to: of several the last.
    func starred(_ name: Int32, _ meanings: Meanings, by stars: [Int32], in file: Int) -> [Entity] {
        guard let names = files[file], let family = family(of: file) else { return [] }
        for star in stars.reversed() {
            var answer: [Entity] = []
            for source in family.sources(ofStar: names.imports[Int(star)], in: file, self) {
                if case .module(let other) = source {
                    // Parts of the module in other files are not among its names.
                    guard family.isExported(name, by: other, self) else { continue }
                    add(exported(name, meanings, by: other), to: &answer)
                } else {
                    add(attribute(name, meanings, of: source), to: &answer)
                }
            }
            if !answer.isEmpty { return answer }
        }
        return []
    }

    /// What the bindings of a module lead to; nil when it has none of the name.
    private func ownBindings(of name: Int32, _ meanings: Meanings, in file: Int) -> [Entity]? {
        guard let names = files[file], let number = local[file][name] else { return nil }
        var next = names.firstBinding(of: number, in: 0)
        var answer: [Entity]?
        while next >= 0 {
            let binding = names.bindings[Int(next)]
            if !binding.meanings.isDisjoint(with: meanings) {
                var found = answer ?? []
                add(entities(of: binding, meanings, in: file, from: 0), to: &found)
                answer = found
            }
            next = binding.next
        }
        return answer
    }

    /// The definitions that a file itself makes at its outermost level under a name.
    func declared(_ name: Int32, _ meanings: Meanings, in file: Int, withAliases: Bool = false) -> [Entity] {
        guard let names = files[file], let number = local[file][name] else { return [] }
        var next = names.firstBinding(of: number, in: 0)
        var answer: [Entity] = []
        while next >= 0 {
            let binding = names.bindings[Int(next)]
            next = binding.next
            switch binding.target {
            case .function, .class, .variable:
                guard !binding.meanings.isDisjoint(with: meanings) else { continue }
                add(entities(of: binding, in: file, from: 0), to: &answer)
            case .alias:
                guard withAliases, !binding.meanings.isDisjoint(with: meanings) else { continue }
                add(entities(of: binding, meanings, in: file, from: 0), to: &answer)
            case .local, .imported: break
            }
        }
        return answer
    }

    /// What a module binds a name to when no other file has a part in it; not worth remembering.
    private func ownDefinitions(of name: Int32, _ meanings: Meanings, in file: Int) -> [Entity]? {
        guard let names = files[file], let number = local[file][name],
            case let first = names.firstBinding(of: number, in: 0), first >= 0
        else { return files[file]?.stars.isEmpty == true && files[file]?.rules.family == .python ? [] : nil }
        var answer: [Entity] = []
        var isFound = false
        var next = first
        while next >= 0 {
            let binding = names.bindings[Int(next)]
            next = binding.next
            guard !binding.meanings.isDisjoint(with: meanings) else { continue }
            switch binding.target {
            case .imported, .alias: return nil
            default: break
            }
            isFound = true
            add(entities(of: binding, in: file, from: 0), to: &answer)
        }
        return isFound ? answer : nil
    }

    /// Works out an answer, once for each question; a question that leads back to itself has none.
    private func answer(_ question: Question, _ work: () -> [Entity]) -> [Entity] {
        if let answer = modulesAnswered[question] { return answer }
        if let answer = underWay[question] {
            isCut = true
            return answer
        }
        guard depth < Self.deepest else {
            isCut = true
            return []
        }
        underWay[question] = []
        depth += 1
        let answer = work()
        depth -= 1
        underWay[question] = answer
        if depth == 0 {
            modulesAnswered[question] = answer
            finishQuestion()
        }
        return answer
    }

    /// Keeps what was found out on the way, unless a cycle of re-exports may have cut it short.
    func finishQuestion() {
        if modulesAnswered.count > Self.answersKept { modulesAnswered = [:] }
        if !isCut { modulesAnswered.merge(underWay) { known, _ in known } }
        underWay = [:]
        isCut = false
    }

    // MARK: - Bindings

    func entities(
        of binding: FileNames.Binding, _ meanings: Meanings = .any, in file: Int, from scope: Int
    ) -> [Entity] {
        switch binding.target {
        case .local: []
        case .function(let name), .class(let name), .variable(let name): [.symbol(file: file, name: name)]
        case .imported(let number):
            files[file].map { entities(of: $0.imports[Int(number)], meanings, in: file) } ?? []
        case .alias(let chain): resolve(chain, .any, in: file, from: scope, at: .end).entities
        }
    }

    func add(_ entities: [Entity], to result: inout [Entity]) {
        for entity in entities where !result.contains(entity) { result.append(entity) }
    }

    /// Whether a module binds a name itself.
    func isBound(_ name: Int32, in file: Int) -> Bool {
        guard let number = local[file][name], let names = files[file] else { return false }
        return names.firstBinding(of: number, in: 0) >= 0
    }

    /// What a name means that is asked of a module, a package, a class or a namespace.
    func attribute(_ name: Int32, _ meanings: Meanings = .any, of entity: Entity) -> [Entity] {
        switch entity {
        case .module(let file):
            let found = exported(name, meanings, by: file)
            if !found.isEmpty || isBound(name, in: file), !meanings.isSubset(of: .macro) { return found }
            return found.isEmpty ? family(of: file)?.part(name, meanings, of: entity, self) ?? [] : found
        case .package(let package):
            for family in families.all {
                let found = family.member(name, meanings, of: package, self)
                if !found.isEmpty { return found }
            }
            return []
        case .symbol(let file, _):
            let found = classScope(of: entity).map { member(name, meanings, of: $0) } ?? []
            return found.isEmpty ? family(of: file)?.part(name, meanings, of: entity, self) ?? [] : found
        }
    }
}
