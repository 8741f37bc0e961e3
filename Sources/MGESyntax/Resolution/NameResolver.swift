/// Finds what names mean across the files of a project, by Python's rules.
///
/// Answers are remembered, so that the time is linear in references. Re-exports are followed to a depth of 100.
final class NameResolver {
    /// What a name stands for.
    enum Entity: Hashable {
        case module(Int)
        /// A namespace: a directory without `__init__.py`.
        case directory(String)
        /// A definition, by its file and the number of its qualified name there.
        case symbol(file: Int, name: Int32)
    }

    /// The scope of a class in a file.
    struct ClassScope: Hashable {
        let file: Int
        let scope: Int
    }

    struct Question: Hashable {
        let file: Int
        let name: Int32
    }

    static let deepest = 100

    let files: [FileNames?]
    let modules: ModuleIndex
    /// Names of all files.
    private(set) var table = NameTable(capacity: 4096)
    /// For each file the common number of each of its names, and the other way round.
    private(set) var global: [[Int32]] = []
    private(set) var local: [NumberMap] = []
    /// For each file the class scope of a qualified name.
    private(set) var classes: [NumberMap] = []
    private let standardLibrary: Set<String>

    private var modulesAnswered: [Question: [Entity]] = [:]
    /// Answers of the question being worked on; those still open are empty.
    private var underWay: [Question: [Entity]] = [:]
    private var isCut = false
    var depth = 0
    private var exportsAnswered: [Int: Set<Int32>] = [:]
    var basesAnswered: [ClassScope: [ClassScope]] = [:]
    var membersAnswered: [MemberQuestion: [Entity]] = [:]

    struct MemberQuestion: Hashable {
        let scope: ClassScope
        let name: Int32
        let skipsItself: Bool
    }

    /// - Parameters:
    ///   - files: The names of each file, by file number; nil for files without.
    ///   - paths: The path of each file.
    init(files: [FileNames?], paths: [String]) {
        self.files = files
        modules = ModuleIndex(paths: paths, isModule: files.map { $0 != nil })
        standardLibrary = files.lazy.compactMap { $0?.vocabulary.standardLibrary }.first ?? []
        for file in files {
            var numbers: [Int32] = []
            var reverse: [(key: Int32, value: Int32)] = []
            var scopes: [(key: Int32, value: Int32)] = []
            if let file {
                numbers.reserveCapacity(file.table.count)
                for name in 0..<Int32(file.table.count) {
                    let number = table.number(of: file.table[name])
                    numbers.append(number)
                    reverse.append((number, name))
                }
                for (index, scope) in file.scopes.enumerated() where scope.symbol >= 0 {
                    scopes.append((scope.symbol, Int32(index)))
                }
            }
            global.append(numbers)
            local.append(NumberMap(reverse))
            classes.append(NumberMap(scopes))
        }
    }

    // MARK: - Modules

    /// The file of an absolute module name; never one of the standard library's.
    func module(_ name: String, from file: Int) -> Int? {
        guard !name.isEmpty, !standardLibrary.contains(String(name.prefix { $0 != "." })) else { return nil }
        return modules.module(name, from: file)
    }

    /// What `from x import` leads to: a module, and the directory of its submodules.
    func source(of statement: FileNames.Import, in file: Int) -> (file: Int?, directory: String?) {
        if statement.level > 0 {
            return modules.relative(statement.module, level: statement.level, from: file)
        }
        guard let module = module(statement.module, from: file) else { return (nil, nil) }
        return (module, modules.isPackage(module) ? modules.directory(of: module) : nil)
    }

    private func namespace(_ name: String) -> [Entity] {
        guard !standardLibrary.contains(String(name.prefix { $0 != "." })) else { return [] }
        return modules.namespace(name).map { [.directory($0)] } ?? []
    }

    /// What an import binds, or, when `isStatement`, what its statement refers to.
    func entities(of statement: FileNames.Import, in file: Int, isStatement: Bool = false) -> [Entity] {
        switch statement.form {
        case .star: return source(of: statement, in: file).file.map { [.module($0)] } ?? []
        case .module(let isAliased):
            let name = isAliased || isStatement ? statement.module : String(statement.module.prefix { $0 != "." })
            return module(name, from: file).map { [.module($0)] } ?? namespace(name)
        case .member(let name):
            let (source, directory) = source(of: statement, in: file)
            let text = files[file]?.table[name] ?? ""
            if let source {
                let found = lookup(global[file][Int(name)], in: source)
                if !found.isEmpty || !modules.isPackage(source) { return found }
            }
            if let directory, let submodule = modules.submodule(text, in: directory) { return [.module(submodule)] }
            if source == nil, statement.level == 0, let module = module(statement.module + "." + text, from: file) {
                return [.module(module)]
            }
            return []
        }
    }

    // MARK: - Names of modules

    /// What a module binds a name to, through re-exports.
    func lookup(_ name: Int32, in file: Int) -> [Entity] {
        if let answer = ownDefinitions(of: name, in: file) { return answer }
        let question = Question(file: file, name: name)
        if let answer = modulesAnswered[question] { return answer }
        if let answer = underWay[question] {
            isCut = true
            return answer
        }
        guard depth < Self.deepest, let names = files[file] else {
            isCut = true
            return []
        }
        underWay[question] = []
        depth += 1
        var answer: [Entity] = []
        if let number = local[file][name], case let first = names.firstBinding(of: number, in: 0), first >= 0 {
            forEachBinding(from: first, in: names) { add(entities(of: $0, in: file), to: &answer) }
        } else {
            for star in names.stars.reversed() where answer.isEmpty {
                if let source = source(of: names.imports[Int(star)], in: file).file, isExported(name, by: source) {
                    answer = lookup(name, in: source)
                }
            }
        }
        depth -= 1
        underWay[question] = answer
        if depth == 0 {
            modulesAnswered[question] = answer
            finishQuestion()
        }
        return answer
    }

    /// What a module binds a name to when no other file has a part in it; not worth remembering.
    private func ownDefinitions(of name: Int32, in file: Int) -> [Entity]? {
        guard let number = local[file][name], case let first = files[file]?.firstBinding(of: number, in: 0) ?? -1,
            first >= 0
        else { return files[file]?.stars.isEmpty == false ? nil : [] }
        var answer: [Entity] = []
        var next = first
        while next >= 0, let binding = files[file]?.bindings[Int(next)] {
            if case .imported = binding.target { return nil }
            add(entities(of: binding, in: file), to: &answer)
            next = binding.next
        }
        return answer
    }

    /// Keeps what was found out on the way, unless a cycle of re-exports may have cut it short.
    func finishQuestion() {
        if !isCut { modulesAnswered.merge(underWay) { known, _ in known } }
        underWay = [:]
        isCut = false
    }

    /// Whether `from file import *` gives a name.
    func isExported(_ name: Int32, by file: Int) -> Bool {
        let exports: Set<Int32>
        if let known = exportsAnswered[file] {
            exports = known
        } else {
            exportsAnswered[file] = []
            exports = readExports(of: file) ?? []
            exportsAnswered[file] = exports
        }
        return exports.isEmpty ? !table[name].hasPrefix("_") : exports.contains(name)
    }

    private func readExports(of file: Int) -> Set<Int32>? {
        guard let names = files[file], let parts = names.exports else { return nil }
        var result: Set<Int32> = []
        for part in parts {
            switch part {
            case .name(let name): result.insert(global[file][Int(name)])
            case .all(let chain):
                let first = global[file][Int(names.parts[Int(chain.start)])]
                guard chain.count == 1, case .module(let other)? = lookup(first, in: file).first, other != file,
                    exportsAnswered[other] != [], let exports = exports(of: other)
                else { return nil }
                result.formUnion(exports)
            }
        }
        return result
    }

    private func exports(of file: Int) -> Set<Int32>? {
        if let known = exportsAnswered[file] { return known }
        exportsAnswered[file] = []
        let exports = readExports(of: file)
        exportsAnswered[file] = exports ?? []
        return exports
    }

    func entities(of binding: FileNames.Binding, in file: Int) -> [Entity] {
        switch binding.target {
        case .local: []
        case .function(let name), .class(let name), .variable(let name): [.symbol(file: file, name: name)]
        case .imported(let number):
            files[file].map { entities(of: $0.imports[Int(number)], in: file) } ?? []
        }
    }

    func forEachBinding(from first: Int32, in names: FileNames, _ body: (FileNames.Binding) -> Void) {
        var number = first
        while number >= 0 {
            let binding = names.bindings[Int(number)]
            body(binding)
            number = binding.next
        }
    }

    func add(_ entities: [Entity], to result: inout [Entity]) {
        for entity in entities where !result.contains(entity) { result.append(entity) }
    }
}
