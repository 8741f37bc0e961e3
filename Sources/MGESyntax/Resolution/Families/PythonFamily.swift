/// Python's packages: directories with or without `__init__.py`.
final class PythonFamily: ModuleFamily {
    let modules: PythonModules
    private let standardLibrary: Set<String>
    private var exportsAnswered: [Int: Set<Int32>] = [:]

    convenience init(_ names: CommonNames) {
        let sources = names.files.map { $0?.rules.family == .python }
        let rules = names.files.lazy.compactMap { $0?.rules }.first { $0.family == .python }
        self.init(
            modules: PythonModules(paths: names.paths, isModule: sources),
            standardLibrary: rules?.standardLibrary ?? [])
    }

    private init(modules: PythonModules, standardLibrary: Set<String>) {
        self.modules = modules
        self.standardLibrary = standardLibrary
    }

    /// The same modules, for another thread, which remembers what it was asked itself.
    func copy() -> PythonFamily { PythonFamily(modules: modules, standardLibrary: standardLibrary) }

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
        return modules.namespace(name).map { [.package($0)] } ?? []
    }

    func entities(
        of statement: FileNames.Import, _ meanings: Meanings, in file: Int, isStatement: Bool, _ resolver: NameResolver
    ) -> [Entity] {
        switch statement.form {
        case .star: return source(of: statement, in: file).file.map { [.module($0)] } ?? []
        case .child: return []
        case .path(let isAliased):
            let name = isAliased || isStatement ? statement.module : String(statement.module.prefix { $0 != "." })
            return module(name, from: file).map { [.module($0)] } ?? namespace(name)
        case .member(let name):
            let (source, directory) = source(of: statement, in: file)
            let text = resolver.files[file]?.table[name] ?? ""
            if let source {
                let found = resolver.lookup(resolver.global[file][Int(name)], in: source)
                if !found.isEmpty || !modules.isPackage(source) { return found }
            }
            if let directory, let submodule = modules.submodule(text, in: directory) { return [.module(submodule)] }
            if source == nil, statement.level == 0, let module = module(statement.module + "." + text, from: file) {
                return [.module(module)]
            }
            return []
        }
    }

    func part(_ name: Int32, _ meanings: Meanings, of module: Entity, _ resolver: NameResolver) -> [Entity] {
        guard case .module(let module) = module, modules.isPackage(module) else { return [] }
        return modules.submodule(resolver.table[name], in: modules.directory(of: module)).map { [.module($0)] } ?? []
    }

    func member(
        _ name: Int32, _ meanings: Meanings, of package: String, _ resolver: NameResolver
    ) -> [Entity] {
        if let module = modules.submodule(resolver.table[name], in: package) { return [.module(module)] }
        let inner = PythonModules.join(package, resolver.table[name])
        return modules.contains(directory: inner) ? [.package(inner)] : []
    }

    // MARK: - What a module exports

    func isExported(_ name: Int32, by file: Int, _ resolver: NameResolver) -> Bool {
        let exports = exports(of: file, resolver) ?? []
        return exports.isEmpty ? !resolver.table[name].hasPrefix("_") : exports.contains(name)
    }

    private func exports(of file: Int, _ resolver: NameResolver) -> Set<Int32>? {
        if let known = exportsAnswered[file] { return known }
        exportsAnswered[file] = []
        let exports = readExports(of: file, resolver)
        exportsAnswered[file] = exports ?? []
        return exports
    }

    private func readExports(of file: Int, _ resolver: NameResolver) -> Set<Int32>? {
        guard let names = resolver.files[file], let parts = names.exports else { return nil }
        var result: Set<Int32> = []
        for part in parts {
            switch part {
            case .name(let name): result.insert(resolver.global[file][Int(name)])
            case .all(let chain):
                let first = resolver.global[file][Int(names.parts[Int(chain.start)])]
                guard chain.count == 1, case .module(let other)? = resolver.lookup(first, in: file).first,
                    other != file, exportsAnswered[other] != [], let exports = exports(of: other, resolver)
                else { return nil }
                result.formUnion(exports)
            }
        }
        return result
    }
}
