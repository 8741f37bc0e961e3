/// The modules of TypeScript and JavaScript, and the tables of what they export.
final class ECMAScriptFamily: ModuleFamily {
    private let paths: [String]
    private let modules: ECMAScriptModules
    /// The files that neither import nor export, by what they declare: their names are seen from everywhere.
    private let scriptsByName: [Int32: [Int]]
    /// The interfaces and classes of `declare global` that have bases: whatever else they have is no definition.
    private let classesOfEverywhere: [Int32: [ClassScope]]
    private var scriptsFound: [NameQuestion: [String: [Int]]] = [:]

    init(_ names: CommonNames, manifests: [String?]) {
        paths = names.paths
        modules = ECMAScriptModules(files: names.files, paths: names.paths, manifests: manifests)
        scriptsByName = Self.scripts(names)
        classesOfEverywhere = Self.classes(names)
    }

    private init(copyOf other: ECMAScriptFamily) {
        (paths, modules) = (other.paths, other.modules.copy())
        (scriptsByName, classesOfEverywhere) = (other.scriptsByName, other.classesOfEverywhere)
    }

    /// The same files, for another thread, which remembers what it was asked itself.
    func copy() -> ECMAScriptFamily { ECMAScriptFamily(copyOf: self) }

    func sources(ofStar statement: FileNames.Import, in file: Int, _ resolver: NameResolver) -> [Entity] {
        modules.file(statement.module, from: file).map { [.module($0)] } ?? []
    }

    func entities(
        of statement: FileNames.Import, _ meanings: Meanings, in file: Int, isStatement: Bool, _ resolver: NameResolver
    ) -> [Entity] {
        guard let module = modules.file(statement.module, from: file) else { return [] }
        switch statement.form {
        case .path: return whole(module, resolver)
        // It names nothing.
        case .star, .child: return []
        case .member(let name):
            let name = resolver.global[file][Int(name)]
            let text = resolver.table[name]
            if text == "=" { return whole(module, resolver) }
            let value = text == "default" ? replaced(module, resolver) : []
            let found = value.isEmpty ? resolver.exported(name, by: module) : value
            if !found.isEmpty || text == "default" { return found }
            return replaced(module, resolver).flatMap { resolver.attribute(name, meanings, of: $0) }
        }
    }

    // MARK: - One value in place of a module

    /// What a module is as a whole: itself, or the value that it puts in its place by `export =` or `module.exports =`.
    private func whole(_ module: Int, _ resolver: NameResolver) -> [Entity] {
        let replaced = replaced(module, resolver)
        return replaced.isEmpty ? [.module(module)] : replaced
    }

    private func replaced(_ module: Int, _ resolver: NameResolver, depth: Int = 0) -> [Entity] {
        guard depth < NameResolver.deepest, let equals = resolver.table.existingNumber(of: "=") else { return [] }
        return resolver.exported(equals, by: module).flatMap { entity -> [Entity] in
            guard case .module(let other) = entity, other != module else { return [entity] }
            let next = replaced(other, resolver, depth: depth + 1)
            return next.isEmpty ? [entity] : next
        }
    }

    /// A name that a module exports beside the value in its place, or that this value has.
    func part(_ name: Int32, _ meanings: Meanings, of module: Entity, _ resolver: NameResolver) -> [Entity] {
        switch module {
        case .module(let file):
            return replaced(file, resolver).flatMap { entity -> [Entity] in
                if case .module = entity { return [] }
                return resolver.attribute(name, meanings, of: entity)
            }
        case .symbol(let file, _):
            guard replaced(file, resolver).contains(module) else { return [] }
            return resolver.exported(name, meanings, by: file)
        case .package: return []
        }
    }

    // MARK: - Names of everywhere

    func outermost(_ name: Int32, _ meanings: Meanings, in file: Int, _ resolver: NameResolver) -> [Entity] {
        let found = scripted(name, meanings, in: file, resolver)
        // A value that no file has is the language's own, and a type of that name is the same thing.
        guard found.isEmpty, meanings == .value else { return found }
        return scripted(name, .type, in: file, resolver)
    }

    /// What the nearest script says of a name.
    private func scripted(_ name: Int32, _ meanings: Meanings, in file: Int, _ resolver: NameResolver) -> [Entity] {
        let scripts = scriptsByDirectory(name, meanings, resolver)
        guard !scripts.isEmpty else { return [] }
        var directory = PythonModules.directory(paths[file])
        while true {
            if let script = scripts[directory]?.first(where: { $0 != file }) {
                return resolver.declared(name, meanings, in: script)
            }
            if directory.isEmpty { return [] }
            directory = PythonModules.directory(directory)
        }
    }

    /// The first two scripts that declare a name in or below each directory: one of them is not the one that asks.
    private func scriptsByDirectory(
        _ name: Int32, _ meanings: Meanings, _ resolver: NameResolver
    ) -> [String: [Int]] {
        let question = NameQuestion(name: name, meanings: meanings)
        if let known = scriptsFound[question] { return known }
        var found: [String: [Int]] = [:]
        for script in scriptsByName[name] ?? [] where !resolver.declared(name, meanings, in: script).isEmpty {
            var directory = PythonModules.directory(paths[script])
            // A directory that has two has given them to those above it.
            while found[directory, default: []].count < 2 {
                found[directory, default: []].append(script)
                if directory.isEmpty { break }
                directory = PythonModules.directory(directory)
            }
        }
        scriptsFound[question] = found
        return found
    }

    private struct NameQuestion: Hashable {
        let name: Int32
        let meanings: Meanings
    }

    private static func scripts(_ names: CommonNames) -> [Int32: [Int]] {
        var result: [Int32: [Int]] = [:]
        for (script, own) in names.files.enumerated() {
            guard let own, own.rules.family == .ecmascript, !own.hasExports else { continue }
            for (number, name) in names.global[script].enumerated()
            where own.firstBinding(of: Int32(number), in: 0) >= 0 { result[name, default: []].append(script) }
        }
        return result
    }

    func instances(_ name: Int32, _ resolver: NameResolver) -> Instances {
        Instances(classes: classesOfEverywhere[name] ?? [])
    }

    private static func classes(_ names: CommonNames) -> [Int32: [ClassScope]] {
        var result: [Int32: [ClassScope]] = [:]
        for (file, own) in names.files.enumerated() {
            guard let own, own.rules.family == .ecmascript, !own.scopesOfEverywhere.isEmpty else { continue }
            for (number, name) in names.global[file].enumerated() {
                for scope in own.scopesOfEverywhere {
                    var next = own.firstBinding(of: Int32(number), in: Int(scope))
                    while next >= 0 {
                        let binding = own.bindings[Int(next)]
                        next = binding.next
                        guard binding.type >= 0, case let type = own.types[Int(binding.type)], type.form == .instance,
                            !own.scopes[Int(type.scope)].bases.isEmpty
                        else { continue }
                        result[name, default: []].append(ClassScope(file: file, scope: Int(type.scope)))
                    }
                }
            }
        }
        return result
    }

    /// `import("./module")`, where it is written as a part of a type.
    func head(_ name: Int32, in file: Int, from scope: Int, _ resolver: NameResolver) -> [Entity]? {
        guard resolver.begins(name, with: Self.importWord) else { return nil }
        let path = resolver.table[name].dropFirst(Self.importWord.count + 1).dropLast(2)
        return modules.file(String(path), from: file).map { [.module($0)] } ?? []
    }

    private static let importWord = Array("import(".utf8)
}
