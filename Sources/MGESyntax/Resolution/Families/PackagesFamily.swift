/// Packages that files say they belong to, wherever the files lie: those of Java, the namespaces of PHP.
///
/// A name of the file's own package needs no import. A package is known by its path, with dots in all languages; the empty
/// path is that of the one without a name, which the others are parts of.
final class PackagesFamily: ModuleFamily {
    private struct Key: Hashable {
        let package: String
        let name: Int32
    }

    private let files: [FileNames?]
    private let paths: [String]
    /// The package of each file.
    private let packageOfFile: [String]
    /// Every package, and those that are only parts of a path.
    private let packages: Set<String>
    /// For each name of a package the files that define it.
    private let declaring: [Key: [Int]]
    /// The words that a path begins with at the top of all packages, and in the file's own.
    private let rootName, packageName: Int32

    init(_ names: CommonNames) {
        files = names.files.map { $0?.rules.family == .packages ? $0 : nil }
        paths = names.paths
        (rootName, packageName) = (names.rootName, names.packageName)
        var packages: Set<String> = [""]
        let packageOfFile = files.map { names in
            var path = ""
            for part in names?.package?.split(separator: names?.rules.separator ?? ".") ?? [] {
                path = Self.join(path, String(part))
                packages.insert(path)
            }
            return path
        }
        var declaring: [Key: [Int]] = [:]
        for (file, own) in files.enumerated() {
            for name in own?.namesOfModule ?? [] {
                let key = Key(package: packageOfFile[file], name: names.global[file][Int(name)])
                declaring[key, default: []].append(file)
            }
        }
        (self.packages, self.packageOfFile, self.declaring) = (packages, packageOfFile, declaring)
    }

    private static func join(_ package: String, _ name: String) -> String {
        package.isEmpty ? name : package + "." + name
    }

    // MARK: - Packages

    /// What the keys of these packages begin with: other families have keys of their own.
    private static let prefix = "package "

    private static func entity(_ package: String) -> Entity { .package(prefix + package) }

    func member(_ name: Int32, _ meanings: Meanings, of package: String, _ resolver: NameResolver) -> [Entity] {
        guard package.hasPrefix(Self.prefix) else { return [] }
        return named(name, meanings, of: String(package.dropFirst(Self.prefix.count)), resolver)
    }

    /// What a package has under a name: definitions, and the package that is a part of it.
    private func named(
        _ name: Int32, _ meanings: Meanings, of package: String, _ resolver: NameResolver
    ) -> [Entity] {
        var answer: [Entity] = []
        for file in declaring[Key(package: package, name: name)] ?? [] {
            resolver.add(resolver.declared(name, meanings, in: file), to: &answer)
        }
        let inner = Self.join(package, resolver.table[name])
        if packages.contains(inner) { answer.append(Self.entity(inner)) }
        return answer
    }

    func part(_ name: Int32, _ meanings: Meanings, of module: Entity, _ resolver: NameResolver) -> [Entity] {
        guard case .symbol(let file, let definition) = module, let names = files[file] else { return [] }
        let package = Self.join(packageOfFile[file], names.qualified[Int(definition)])
        return packages.contains(package) ? named(name, meanings, of: package, resolver) : []
    }

    // MARK: - Names of a file

    func sibling(_ name: Int32, _ meanings: Meanings, in file: Int, _ resolver: NameResolver) -> [Entity] {
        guard let names = files[file] else { return [] }
        let found = named(name, meanings, of: packageOfFile[file], resolver)
        return nearest(names.rules.hasRelativePackages ? found : found.filter(\.isSymbol), to: file)
    }

    func outermost(_ name: Int32, _ meanings: Meanings, in file: Int, _ resolver: NameResolver) -> [Entity] {
        guard let rules = files[file]?.rules else { return [] }
        if !rules.globalMeanings.isDisjoint(with: meanings) {
            let wanted = meanings.intersection(rules.globalMeanings)
            let found = named(name, wanted, of: "", resolver).filter(\.isSymbol)
            if !found.isEmpty { return nearest(found, to: file) }
        }
        let package = resolver.table[name]
        return !rules.hasRelativePackages && packages.contains(package) ? [Self.entity(package)] : []
    }

    func head(_ name: Int32, in file: Int, from scope: Int, _ resolver: NameResolver) -> [Entity]? {
        if name == rootName { return [Self.entity("")] }
        return name == packageName ? [Self.entity(packageOfFile[file])] : nil
    }

    // MARK: - Imports

    func entities(
        of statement: FileNames.Import, _ meanings: Meanings, in file: Int, isStatement: Bool, _ resolver: NameResolver
    ) -> [Entity] {
        let (trails, isWhole) = follow(statement, meanings, in: file, resolver)
        return isWhole ? nearest(trails.map(\.end), to: file) : []
    }

    func targets(of statement: FileNames.Import, in file: Int, _ resolver: NameResolver) -> [[Entity]] {
        let (trails, _) = follow(statement, .any, in: file, resolver)
        let ends = nearest(trails.map(\.end), to: file)
        let passed = trails.filter { ends.contains($0.end) }.map(\.definitions)
        return (0..<(passed.map(\.count).max() ?? 0)).map { index in
            var targets: [Entity] = []
            resolver.add(passed.compactMap { $0.dropFirst(index).first }, to: &targets)
            return targets
        }
    }

    func sources(ofStar statement: FileNames.Import, in file: Int, _ resolver: NameResolver) -> [Entity] {
        entities(of: statement, .any, in: file, isStatement: false, resolver)
    }

    /// What a path leads to, and the definitions that it passes.
    private struct Trail {
        var end: Entity
        var definitions: [Entity] = []

        func extended(to entity: Entity) -> Trail {
            Trail(end: entity, definitions: definitions + (entity.isSymbol ? [entity] : []))
        }
    }

    /// Where the path of an import leads, or, when that is nowhere, as far as it does.
    ///
    /// A member that the project does not define may be inherited from elsewhere: its class is used all the same.
    private func follow(
        _ statement: FileNames.Import, _ meanings: Meanings, in file: Int, _ resolver: NameResolver
    ) -> (trails: [Trail], isWhole: Bool) {
        guard let names = files[file] else { return ([], false) }
        var reached = [Trail(end: Self.entity(""))]
        let parts = names.names(of: statement.chain)
        for (index, part) in parts.enumerated() {
            let wanted: Meanings = index == parts.count - 1 ? meanings : .type
            let name = resolver.global[file][Int(part)]
            let next = reached.flatMap { trail in
                let found =
                    trail.end.isSymbol
                    ? resolver.classScope(of: trail.end).map { resolver.member(name, wanted, of: $0) } ?? []
                    : resolver.attribute(name, wanted, of: trail.end)
                return found.map(trail.extended)
            }
            if next.isEmpty { return (reached, false) }
            reached = next
        }
        return (reached, true)
    }

    /// Of definitions of one name in several files those that lie nearest to the file that asks.
    private func nearest(_ entities: [Entity], to file: Int) -> [Entity] {
        guard entities.count > 1 else { return entities }
        let folders = paths[file].split(separator: "/").dropLast()
        let shared = entities.map { entity -> Int in
            guard case .symbol(let other, _) = entity else { return Int.max }
            return zip(folders, paths[other].split(separator: "/").dropLast()).prefix { $0 == $1 }.count
        }
        let most = zip(entities, shared).compactMap { $0.isSymbol ? $1 : nil }.max() ?? 0
        return zip(entities, shared).compactMap { $1 >= most ? $0 : nil }
    }
}
