/// The modules of TypeScript and JavaScript: files, found by relative paths.
final class ECMAScriptFamily: ModuleFamily {
    private let paths: [String]
    private let fileOfPath: [String: Int]
    /// Files that neither import nor export: their names are seen from everywhere.
    private let scripts: [Int]
    private var found: [String: Int?] = [:]

    /// What a path may be continued with, in the order in which it is tried.
    private static let suffixes = [".ts", ".tsx", ".d.ts", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"]
    /// The source that a compiled file was made of.
    private static let sources = [
        ".js": [".ts", ".tsx", ".d.ts"], ".jsx": [".tsx"], ".mjs": [".mts"], ".cjs": [".cts"],
    ]

    init(files: [FileNames?], paths: [String]) {
        self.paths = paths
        var fileOfPath: [String: Int] = [:]
        for (file, names) in files.enumerated() where names?.rules.family == .ecmascript {
            fileOfPath[paths[file]] = file
        }
        self.fileOfPath = fileOfPath
        scripts = files.indices.filter { files[$0].map { $0.rules.family == .ecmascript && !$0.hasExports } ?? false }
    }

    func sources(ofStar statement: FileNames.Import, in file: Int, _ resolver: NameResolver) -> [Entity] {
        module(statement.module, from: file).map { [.module($0)] } ?? []
    }

    func entities(
        of statement: FileNames.Import, _ meanings: Meanings, in file: Int, isStatement: Bool, _ resolver: NameResolver
    ) -> [Entity] {
        guard let module = module(statement.module, from: file) else { return [] }
        switch statement.form {
        case .path: return [.module(module)]
        // It names nothing.
        case .star, .child: return []
        case .member(let name):
            let text = resolver.files[file]?.table[name]
            if text == "=" {
                let equals = resolver.exported(resolver.global[file][Int(name)], by: module)
                return equals.isEmpty ? [.module(module)] : equals
            }
            return resolver.exported(resolver.global[file][Int(name)], by: module)
        }
    }

    func outermost(_ name: Int32, _ meanings: Meanings, in file: Int, _ resolver: NameResolver) -> [Entity] {
        if scriptsByName == nil { scriptsByName = indexScripts(resolver) }
        var answer: (length: Int, entities: [Entity]) = (-1, [])
        for script in scriptsByName?[name] ?? [] where script != file {
            let found = resolver.lookup(name, meanings, in: script)
            let length = PythonModules.commonLength(
                PythonModules.directory(paths[script]), PythonModules.directory(paths[file]))
            if !found.isEmpty, length > answer.length { answer = (length, found) }
        }
        return answer.entities
    }

    private var scriptsByName: [Int32: [Int]]?

    private func indexScripts(_ resolver: NameResolver) -> [Int32: [Int]] {
        var result: [Int32: [Int]] = [:]
        for script in scripts {
            guard let names = resolver.files[script] else { continue }
            for (number, name) in resolver.global[script].enumerated()
            where names.firstBinding(of: Int32(number), in: 0) >= 0 { result[name, default: []].append(script) }
        }
        return result
    }

    /// `import("./module")`, where it is written as a part of a type.
    func head(_ name: Int32, in file: Int, from scope: Int, _ resolver: NameResolver) -> [Entity]? {
        guard resolver.begins(name, with: Self.importWord) else { return nil }
        let path = resolver.table[name].dropFirst(Self.importWord.count + 1).dropLast(2)
        return module(String(path), from: file).map { [.module($0)] } ?? []
    }

    private static let importWord = Array("import(".utf8)

    /// The file that a module's name means, seen from a file.
    private func module(_ name: String, from file: Int) -> Int? {
        let directory = PythonModules.directory(paths[file])
        let key = directory + "\0" + name
        if let known = found[key] { return known }
        let module = name.hasPrefix(".") ? Self.normalized(directory, name).flatMap(resolved) : nil
        found[key] = .some(module)
        return module
    }

    /// The file at a path: as it is, with a suffix, with its source's suffix, or `index` in a directory of the name.
    private func resolved(_ path: String) -> Int? {
        for suffix in Self.suffixes { if let file = fileOfPath[path + suffix] { return file } }
        for (compiled, sources) in Self.sources.sorted(by: { $0.key < $1.key }) where path.hasSuffix(compiled) {
            let stem = path.dropLast(compiled.count)
            for source in sources { if let file = fileOfPath[stem + source] { return file } }
        }
        if let file = fileOfPath[path] { return file }
        let index = path.isEmpty ? "index" : path + "/index"
        for suffix in Self.suffixes { if let file = fileOfPath[index + suffix] { return file } }
        return nil
    }

    /// A relative path without its dots; nil when it leads out of the project.
    static func normalized(_ directory: String, _ path: String) -> String? {
        var parts = directory.split(separator: "/").map(String.init)
        for part in path.split(separator: "/") {
            switch part {
            case ".": break
            case "..":
                guard !parts.isEmpty else { return nil }
                parts.removeLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}
