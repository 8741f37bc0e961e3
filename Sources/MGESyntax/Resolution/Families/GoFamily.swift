/// The packages of Go: the files of a directory that say the same package, found by the paths of their modules.
final class GoFamily: ModuleFamily {
    private let packages: GoPackages
    private let modules: GoModules
    /// For each package what its files define, by common number; made when it is first asked for.
    private var tables: [[Int32: [Entity]]?]

    convenience init(_ names: CommonNames, manifests: [String?]) {
        self.init(GoPackages(names), GoModules(paths: names.paths, manifests: manifests))
    }

    private init(_ packages: GoPackages, _ modules: GoModules) {
        self.packages = packages
        self.modules = modules
        tables = [[Int32: [Entity]]?](repeating: nil, count: packages.all.count)
    }

    /// The same packages with tables of their own, for another thread.
    func copy() -> GoFamily { GoFamily(packages, modules) }

    /// The package that an import path means.
    private func package(_ path: String) -> Int? {
        modules.directory(of: path).flatMap { packages.imported[$0] }
    }

    func entities(
        of statement: FileNames.Import, _ meanings: Meanings, in file: Int, isStatement: Bool, _ resolver: NameResolver
    ) -> [Entity] {
        package(statement.module).map { [.package(Self.key($0))] } ?? []
    }

    func isExported(_ name: Int32, by file: Int, _ resolver: NameResolver) -> Bool { true }

    func outermost(_ name: Int32, _ meanings: Meanings, in file: Int, _ resolver: NameResolver) -> [Entity] {
        guard packages.ofFile[file] >= 0 else { return [] }
        guard let names = resolver.files[file] else { return [] }
        // A package may be called otherwise than its directory.
        let text = resolver.table[name]
        for statement in names.imports {
            guard case .path(isAliased: false) = statement.form else { continue }
            if let number = package(statement.module) {
                if packages.all[number].name == text { return [.package(Self.key(number))] }
            } else if Self.isUsualName(text, ofPath: statement.module) {
                return []
            }
        }
        return table(of: packages.ofFile[file], resolver)[name] ?? []
    }

    /// Whether a package of somebody else is likely to have a name that is not the last part of its path:
    /// `go-yaml`, `yaml.v3` and `yaml/v3` are usually called `yaml`.
    private static func isUsualName(_ name: String, ofPath path: String) -> Bool {
        let last = GoModules.withoutVersion(path.split(separator: "/").map(String.init)).last ?? path
        return last.split { $0 == "-" || $0 == "." }.contains { $0 == name }
    }

    func member(_ name: Int32, _ meanings: Meanings, of package: String, _ resolver: NameResolver) -> [Entity] {
        guard package.hasPrefix(Self.prefix), let number = Int(package.dropFirst(Self.prefix.count)) else { return [] }
        return table(of: number, resolver)[name] ?? []
    }

    private static let prefix = "go package "

    private static func key(_ number: Int) -> String { prefix + String(number) }

    /// What the files of a package define at the level of the package.
    private func table(of number: Int, _ resolver: NameResolver) -> [Int32: [Entity]] {
        if let table = tables[number] { return table }
        var table: [Int32: [Entity]] = [:]
        for file in packages.files[number] {
            guard let names = resolver.files[file] else { continue }
            for name in 0..<Int32(names.table.count) {
                var next = names.firstBinding(of: name, in: 0)
                while next >= 0 {
                    let binding = names.bindings[Int(next)]
                    next = binding.next
                    if case .imported = binding.target { continue }
                    let entities = resolver.entities(of: binding, in: file, from: 0)
                    resolver.add(entities, to: &table[resolver.global[file][Int(name)], default: []])
                }
            }
        }
        tables[number] = table
        return table
    }
}
