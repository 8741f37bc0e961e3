/// The modules of Rust that a project has: a tree for each crate.
struct RustModules {
    /// A module: a file, or a namespace in it by its scope.
    struct Place {
        let file: Int
        let scope: Int
    }

    struct Declaration: Hashable {
        let file: Int
        let line: Int32
        let column: Int32
    }

    enum Word { case crate, own, around }

    private let paths: [String]
    private let crates: RustCrates
    /// The file that `mod name;` means, and the module that holds that declaration, by file.
    let children: [Declaration: Int]
    let parents: [Int: Place]
    /// The names that mean something everywhere.
    let words: [Int32: Word]
    let rootsOfCrates: [Int32: Int]
    let macros: [Int32: [Entity]]

    init(_ names: CommonNames, manifests: [String?]) {
        paths = names.paths
        let isRust = names.files.map { $0?.rules.family == .rust }
        let fileOfPath = Dictionary(
            zip(names.paths, names.paths.indices).filter { isRust[$1] }, uniquingKeysWith: { $1 })
        let crates = RustCrates(paths: paths, manifests: manifests, fileOfPath: fileOfPath)
        var children: [Declaration: Int] = [:]
        var parents: [Int: Place] = [:]
        var macros: [Int32: [Entity]] = [:]
        for (file, own) in names.files.enumerated() where isRust[file] {
            guard let own else { continue }
            for statement in own.imports {
                guard case .child = statement.form else { continue }
                let scope = Self.module(around: Int(statement.scope), in: own)
                let candidates = Self.paths(of: statement.module, in: paths[file], Self.namespace(scope, in: own))
                guard let child = candidates.lazy.compactMap({ fileOfPath[$0] }).first, child != file else { continue }
                children[Self.declaration(statement, in: file)] = child
                if parents[child] == nil { parents[child] = Place(file: file, scope: scope) }
            }
            for (name, symbol) in own.macros {
                macros[names.global[file][Int(name)], default: []].append(.symbol(file: file, name: symbol))
            }
        }
        (self.crates, self.children, self.parents, self.macros) = (crates, children, parents, macros)
        words = Self.numbered(["crate": .crate, "$crate": .crate, "self": .own, "super": .around], in: names)
        rootsOfCrates = Self.numbered(crates.roots, in: names)
    }

    /// Values by the common numbers of names, of those that the project has.
    private static func numbered<Value>(_ values: [String: Value], in names: CommonNames) -> [Int32: Value] {
        Dictionary(
            values.compactMap { name, value in names.table.existingNumber(of: name).map { ($0, value) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether the paths of imports in a file begin at the root of its crate, as until 2018.
    func hasPathsFromRoot(_ file: Int) -> Bool { crates.hasPathsFromRoot(paths[file]) }

    /// The file that is the root of the tree that a file is in.
    func root(of file: Int) -> Int {
        var file = file
        var seen: Set<Int> = []
        while seen.insert(file).inserted, let parent = parents[file] { file = parent.file }
        return file
    }

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

    static func declaration(_ statement: FileNames.Import, in file: Int) -> Declaration {
        Declaration(file: file, line: statement.line, column: statement.column)
    }

    /// The scope of the module that a scope lies in; 0 for the file.
    static func module(around scope: Int, in names: FileNames) -> Int {
        var scope = scope
        while scope > 0, names.scopes[scope].kind != .namespace { scope = names.scopes[scope].parent }
        return max(scope, 0)
    }

    /// The directories that a namespace stands for.
    private static func namespace(_ scope: Int, in names: FileNames) -> String {
        guard scope > 0, names.scopes[scope].symbol >= 0 else { return "" }
        return names.qualified[Int(names.scopes[scope].symbol)].split(separator: ".").joined(separator: "/")
    }
}
