/// The modules of Rust: a tree for each crate, of files and of modules inside of them.
final class RustFamily: ModuleFamily {
    /// A module: a file, or a namespace in it by its scope.
    private struct Place {
        let file: Int
        let scope: Int
    }

    private struct Declaration: Hashable {
        let file: Int
        let line: Int32
        let column: Int32
    }

    private enum Word { case crate, own, around }

    private let paths: [String]
    private let crates: RustCrates
    /// The file that `mod name;` means, and the module that holds that declaration, by file.
    private var children: [Declaration: Int] = [:]
    private var parents: [Int: Place] = [:]
    private var underWay: Set<Declaration> = []
    /// The names that mean something everywhere.
    private var words: [Int32: Word] = [:]
    private var rootsOfCrates: [Int32: Int] = [:]
    private var macros: [Int32: [Entity]] = [:]

    init(_ names: CommonNames, manifests: [String?]) {
        paths = names.paths
        let (files, table) = (names.files, names.table)
        var fileOfPath: [String: Int] = [:]
        for (file, names) in files.enumerated() where names?.rules.family == .rust { fileOfPath[paths[file]] = file }
        crates = RustCrates(paths: paths, manifests: manifests, fileOfPath: fileOfPath)
        for (file, names) in files.enumerated() {
            guard let names, names.rules.family == .rust else { continue }
            for statement in names.imports {
                guard case .child = statement.form else { continue }
                let scope = Self.module(around: Int(statement.scope), in: names)
                let candidates = Self.paths(of: statement.module, in: paths[file], Self.namespace(scope, in: names))
                guard let child = candidates.lazy.compactMap({ fileOfPath[$0] }).first, child != file else { continue }
                children[Self.declaration(statement, in: file)] = child
                if parents[child] == nil { parents[child] = Place(file: file, scope: scope) }
            }
        }
        for (text, word) in [("crate", Word.crate), ("$crate", .crate), ("self", .own), ("super", .around)] {
            if let number = table.existingNumber(of: text) { words[number] = word }
        }
        for (name, file) in crates.roots {
            if let number = table.existingNumber(of: name) { rootsOfCrates[number] = file }
        }
        for (file, own) in files.enumerated() where own?.rules.family == .rust {
            for (name, symbol) in own?.macros ?? [] {
                macros[names.global[file][Int(name)], default: []].append(.symbol(file: file, name: symbol))
            }
        }
    }

    private init(copyOf other: RustFamily) {
        (paths, crates, children, parents) = (other.paths, other.crates, other.children, other.parents)
        (words, rootsOfCrates, macros) = (other.words, other.rootsOfCrates, other.macros)
    }

    func copy() -> RustFamily { RustFamily(copyOf: self) }

    // MARK: - Files

    /// The paths that a module declared in a file may have, inside of namespaces in it.
    private static func paths(of module: String, in path: String, _ namespace: String) -> [String] {
        let directory = PythonModules.directory(path)
        let file = path.dropFirst(directory.isEmpty ? 0 : directory.utf8.count + 1)
        let own = PythonModules.join(directory, String(file.dropLast(3)))
        let isRoot = file == "mod.rs" || file == "lib.rs" || file == "main.rs"
        // A file that is the root of a crate for another reason has its modules beside it.
        let bases = isRoot ? [directory] : [own, directory]
        return bases.flatMap { base -> [String] in
            let base = namespace.isEmpty ? base : PythonModules.join(base, namespace)
            if module.hasSuffix(".rs") {
                let explicit = namespace.isEmpty ? directory : base
                return [ECMAScriptFiles.normalized(explicit, module)].compactMap(\.self)
            }
            return [PythonModules.join(base, module + ".rs"), PythonModules.join(base, module + "/mod.rs")]
        }
    }

    private static func declaration(_ statement: FileNames.Import, in file: Int) -> Declaration {
        Declaration(file: file, line: statement.line, column: statement.column)
    }

    /// The scope of the module that a scope lies in; 0 for the file.
    private static func module(around scope: Int, in names: FileNames) -> Int {
        var scope = scope
        while scope > 0, names.scopes[scope].kind != .namespace { scope = names.scopes[scope].parent }
        return max(scope, 0)
    }

    /// The directories that a namespace stands for.
    private static func namespace(_ scope: Int, in names: FileNames) -> String {
        guard scope > 0, names.scopes[scope].symbol >= 0 else { return "" }
        return names.qualified[Int(names.scopes[scope].symbol)].split(separator: ".").joined(separator: "/")
    }

    // MARK: - Modules

    private func entity(of place: Place, _ resolver: NameResolver) -> Entity {
        guard place.scope > 0, let names = resolver.files[place.file], names.scopes[place.scope].symbol >= 0 else {
            return .module(place.file)
        }
        return .symbol(file: place.file, name: names.scopes[place.scope].symbol)
    }

    /// The module around a module.
    private func around(_ place: Place, _ resolver: NameResolver) -> Place? {
        guard place.scope > 0, let names = resolver.files[place.file] else { return parents[place.file] }
        return Place(file: place.file, scope: Self.module(around: names.scopes[place.scope].parent, in: names))
    }

    private func root(of file: Int) -> Int {
        var file = file
        var seen: Set<Int> = []
        while seen.insert(file).inserted, let parent = parents[file] { file = parent.file }
        return file
    }

    func head(_ name: Int32, in file: Int, from scope: Int, _ resolver: NameResolver) -> [Entity]? {
        guard let word = words[name], let names = resolver.files[file] else { return nil }
        let own = Place(file: file, scope: Self.module(around: scope, in: names))
        switch word {
        case .crate: return [.module(root(of: file))]
        case .own: return [entity(of: own, resolver)]
        case .around: return around(own, resolver).map { [entity(of: $0, resolver)] } ?? []
        }
    }

    func part(_ name: Int32, _ meanings: Meanings, of module: Entity, _ resolver: NameResolver) -> [Entity] {
        switch words[name] {
        case .around:
            guard let place = place(of: module, resolver) else { return [] }
            return around(place, resolver).map { [entity(of: $0, resolver)] } ?? []
        case .own: return [module]
        default: return meanings == .macro ? macros[name] ?? [] : []
        }
    }

    private func place(of module: Entity, _ resolver: NameResolver) -> Place? {
        switch module {
        case .module(let file): Place(file: file, scope: 0)
        case .symbol: resolver.classScope(of: module).map { Place(file: $0.file, scope: $0.scope) }
        case .package: nil
        }
    }

    func outermost(_ name: Int32, _ meanings: Meanings, in file: Int, _ resolver: NameResolver) -> [Entity] {
        if meanings == .macro { return macros[name] ?? [] }
        guard meanings.contains(.type), let root = rootsOfCrates[name] else { return [] }
        return [.module(root)]
    }

    // MARK: - Imports

    func entities(
        of statement: FileNames.Import, _ meanings: Meanings, in file: Int, isStatement: Bool, _ resolver: NameResolver
    ) -> [Entity] {
        let declaration = Self.declaration(statement, in: file)
        if case .child = statement.form { return children[declaration].map { [.module($0)] } ?? [] }
        // An import whose own name begins its path looks past itself.
        guard underWay.insert(declaration).inserted else {
            resolver.noteCycle()
            return []
        }
        defer { underWay.remove(declaration) }
        return meant(by: path(of: statement, in: file, resolver), meanings, statement, in: file, resolver)
    }

    func targets(of statement: FileNames.Import, in file: Int, _ resolver: NameResolver) -> [[Entity]] {
        if case .child = statement.form {
            return [entities(of: statement, .any, in: file, isStatement: true, resolver)]
        }
        let path = path(of: statement, in: file, resolver)
        return (1...max(1, path.count)).compactMap { count in
            guard count <= path.count else { return nil }
            let prefix = FileNames.Chain(start: path.start, count: count)
            guard let last = resolver.files[file]?.names(of: prefix).last,
                words[resolver.global[file][Int(last)]] == nil
            else { return nil }
            let isWhole = count == path.count
            if isWhole, case .path = statement.form {
                return entities(of: statement, .any, in: file, isStatement: true, resolver)
            }
            return meant(by: prefix, .type, statement, in: file, resolver)
        }
    }

    /// The path without a last `self`.
    private func path(
        of statement: FileNames.Import, in file: Int, _ resolver: NameResolver
    ) -> FileNames.Chain {
        var path = statement.chain
        guard path.count > 1, let last = resolver.files[file]?.names(of: path).last,
            words[resolver.global[file][Int(last)]] == .own
        else { return path }
        path.count -= 1
        return path
    }

    private func meant(
        by path: FileNames.Chain, _ meanings: Meanings, _ statement: FileNames.Import, in file: Int,
        _ resolver: NameResolver
    ) -> [Entity] {
        guard let names = resolver.files[file], path.count > 0 else { return [] }
        let scope = Int(statement.scope)
        let found = resolver.resolve(path, meanings, head: .type, in: file, from: scope, at: .end).entities
        guard found.isEmpty else { return found }
        // Other crates, also those that the import itself hides; and until 2018 paths began at the crate's root.
        let parts = names.names(of: path).map { resolver.global[file][Int($0)] }
        var starts: [[Entity]] = []
        if let first = parts.first, let root = rootsOfCrates[first] { starts.append([.module(root)]) }
        if crates.hasPathsFromRoot(paths[file]), let first = parts.first {
            let isLast = parts.count == 1
            starts.append(resolver.attribute(first, isLast ? meanings : .type, of: .module(root(of: file))))
        }
        for start in starts {
            var entities = start
            for (index, part) in parts.enumerated().dropFirst() {
                let isLast = index == parts.count - 1
                entities = entities.flatMap { resolver.attribute(part, isLast ? meanings : .type, of: $0) }
            }
            if !entities.isEmpty { return entities }
        }
        return []
    }
}
