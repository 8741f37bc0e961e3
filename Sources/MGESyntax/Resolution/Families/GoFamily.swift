/// The packages of Go: the files of a directory that say the same package, found by the paths of their modules.
final class GoFamily: ModuleFamily {
    private struct Package: Hashable {
        let directory: String
        let name: String
    }

    private let packages: [Package]
    private var numbers: [Package: Int] = [:]
    private var filesOfPackage: [[Int]] = []
    /// The package that others import, by directory.
    private var imported: [String: Int] = [:]
    private let packageOfFile: [Int]
    private let modules: GoModules
    /// For each package what its files define, by common number; made when it is first asked for.
    private var tables: [[Int32: [Entity]]?]

    init(_ names: CommonNames, manifests: [String?]) {
        let (files, paths) = (names.files, names.paths)
        var packages: [Package] = []
        var packageOfFile = [Int](repeating: -1, count: files.count)
        for (file, names) in files.enumerated() {
            guard let names, names.rules.family == .go else { continue }
            let package = Package(
                directory: PythonModules.directory(paths[file]), name: names.package ?? "")
            let number = numbers[package] ?? packages.count
            if number == packages.count {
                packages.append(package)
                filesOfPackage.append([])
                numbers[package] = number
            }
            packageOfFile[file] = number
            filesOfPackage[number].append(file)
        }
        self.packages = packages
        self.packageOfFile = packageOfFile
        tables = [[Int32: [Entity]]?](repeating: nil, count: packages.count)
        modules = GoModules(paths: paths, manifests: manifests)
        for (number, package) in packages.enumerated() {
            let count = filesOfPackage[number].count { !paths[$0].hasSuffix("_test.go") }
            guard count > 0 else { continue }
            let best = imported[package.directory]
            if best.map({ isBetter(number, than: $0) }) ?? true { imported[package.directory] = number }
        }
    }

    private init(copyOf other: GoFamily) {
        (packages, numbers, filesOfPackage) = (other.packages, other.numbers, other.filesOfPackage)
        (imported, packageOfFile, modules) = (other.imported, other.packageOfFile, other.modules)
        tables = [[Int32: [Entity]]?](repeating: nil, count: packages.count)
    }

    func copy() -> GoFamily { GoFamily(copyOf: self) }

    /// Of several packages in one directory, others import the one with the most files, and rather not a program.
    private func isBetter(_ number: Int, than other: Int) -> Bool {
        let (count, otherCount) = (filesOfPackage[number].count, filesOfPackage[other].count)
        return count > otherCount || count == otherCount && packages[other].name == "main"
    }

    /// The package that an import path means.
    private func package(_ path: String) -> Int? {
        modules.directory(of: path).flatMap { imported[$0] }
    }

    func entities(
        of statement: FileNames.Import, _ meanings: Meanings, in file: Int, isStatement: Bool, _ resolver: NameResolver
    ) -> [Entity] {
        package(statement.module).map { [.package(Self.key($0))] } ?? []
    }

    func isExported(_ name: Int32, by file: Int, _ resolver: NameResolver) -> Bool { true }

    func outermost(_ name: Int32, _ meanings: Meanings, in file: Int, _ resolver: NameResolver) -> [Entity] {
        guard packageOfFile[file] >= 0 else { return [] }
        guard let names = resolver.files[file] else { return [] }
        // A package may be called otherwise than its directory.
        let text = resolver.table[name]
        for statement in names.imports {
            guard case .path(isAliased: false) = statement.form else { continue }
            if let number = package(statement.module) {
                if packages[number].name == text { return [.package(Self.key(number))] }
            } else if Self.isUsualName(text, ofPath: statement.module) {
                return []
            }
        }
        return table(of: packageOfFile[file], resolver)[name] ?? []
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
        for file in filesOfPackage[number] {
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

/// Where the packages of a project's modules are, as its `go.mod` files say.
struct GoModules {
    /// The path of each module with its directory, the longest paths first.
    private let modules: [(path: String, directory: String)]

    init(paths: [String], manifests: [String?]) {
        var modules: [(path: String, directory: String)] = []
        for (path, manifest) in zip(paths, manifests) {
            guard let manifest, path == "go.mod" || path.hasSuffix("/go.mod"), let name = Self.module(in: manifest)
            else { continue }
            modules.append((name, PythonModules.directory(path)))
        }
        self.modules = modules.sorted { ($1.path.utf8.count, $0.path) < ($0.path.utf8.count, $1.path) }
    }

    /// The directory of a package by its import path; nil when it is none of the project's.
    func directory(of package: String) -> String? {
        for (path, directory) in modules {
            if package == path { return directory }
            if package.hasPrefix(path + "/") {
                return PythonModules.join(directory, String(package.dropFirst(path.count + 1)))
            }
        }
        return nil
    }

    /// The name that a package most likely has by its path alone: the last part but for the version, `yaml` of
    /// `yaml.v3`.
    static func usualName(_ parts: [String]) -> String? {
        withoutVersion(parts).last.flatMap { $0.split(separator: ".").first.map(String.init) }
    }

    /// The parts of a path without a last `v2`.
    static func withoutVersion(_ parts: [String]) -> [String] {
        guard parts.count > 1, let last = parts.last, last.first == "v", last.count > 1,
            last.dropFirst().allSatisfy(\.isNumber)
        else { return parts }
        return parts.dropLast()
    }

    /// What stands behind the word `module`.
    private static func module(in manifest: String) -> String? {
        for line in manifest.split(whereSeparator: \.isNewline) {
            let words = line.split(whereSeparator: \.isWhitespace)
            if words.count > 1, words[0] == "module" {
                return String(words[1].filter { $0 != "\"" && $0 != "`" })
            }
        }
        return nil
    }
}
