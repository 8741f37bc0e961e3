/// The modules of Rust: a tree for each crate, of files and of modules inside of them.
final class RustFamily: ModuleFamily {
    typealias Place = RustModules.Place

    private let modules: RustModules
    private var underWay: Set<RustModules.Declaration> = []

    convenience init(_ names: CommonNames, manifests: [String?]) {
        self.init(RustModules(names, manifests: manifests))
    }

    private init(_ modules: RustModules) { self.modules = modules }

    /// The same modules for another thread, which looks into imports of its own.
    func copy() -> RustFamily { RustFamily(modules) }

    // MARK: - Modules

    private func entity(of place: Place, _ resolver: NameResolver) -> Entity {
        guard place.scope > 0, let names = resolver.files[place.file], names.scopes[place.scope].symbol >= 0 else {
            return .module(place.file)
        }
        return .symbol(file: place.file, name: names.scopes[place.scope].symbol)
    }

    /// The module around a module.
    private func around(_ place: Place, _ resolver: NameResolver) -> Place? {
        guard place.scope > 0, let names = resolver.files[place.file] else { return modules.parents[place.file] }
        return Place(file: place.file, scope: RustModules.module(around: names.scopes[place.scope].parent, in: names))
    }

    func head(_ name: Int32, in file: Int, from scope: Int, _ resolver: NameResolver) -> [Entity]? {
        guard let word = modules.words[name], let names = resolver.files[file] else { return nil }
        let own = Place(file: file, scope: RustModules.module(around: scope, in: names))
        switch word {
        case .crate: return [.module(modules.root(of: file))]
        case .own: return [entity(of: own, resolver)]
        case .around: return around(own, resolver).map { [entity(of: $0, resolver)] } ?? []
        }
    }

    func part(_ name: Int32, _ meanings: Meanings, of module: Entity, _ resolver: NameResolver) -> [Entity] {
        switch modules.words[name] {
        case .around:
            guard let place = place(of: module, resolver) else { return [] }
            return around(place, resolver).map { [entity(of: $0, resolver)] } ?? []
        case .own: return [module]
        default: return meanings == .macro ? modules.macros[name] ?? [] : []
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
        if meanings == .macro { return modules.macros[name] ?? [] }
        guard meanings.contains(.type), let root = modules.rootsOfCrates[name] else { return [] }
        return [.module(root)]
    }

    // MARK: - Imports

    func entities(
        of statement: FileNames.Import, _ meanings: Meanings, in file: Int, isStatement: Bool, _ resolver: NameResolver
    ) -> [Entity] {
        let declaration = RustModules.declaration(statement, in: file)
        if case .child = statement.form { return modules.children[declaration].map { [.module($0)] } ?? [] }
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
                modules.words[resolver.global[file][Int(last)]] == nil
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
            modules.words[resolver.global[file][Int(last)]] == .own
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
        if let first = parts.first, let root = modules.rootsOfCrates[first] { starts.append([.module(root)]) }
        if modules.hasPathsFromRoot(file), let first = parts.first {
            let isLast = parts.count == 1
            starts.append(resolver.attribute(first, isLast ? meanings : .type, of: .module(modules.root(of: file))))
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
