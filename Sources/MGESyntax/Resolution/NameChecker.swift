/// Looks for imports and names that certainly lead nowhere.
struct NameChecker {
    let files: [AtomizedFile]
    let resolver: NameResolver
    /// The common numbers of the names of functions whose signature is known.
    let signed: Set<Int32>

    /// Names whose presence means that a module may get names while it runs.
    private static let dynamicNames = ["exec", "globals", "__getattr__", "setattr", "vars", "import_module"]

    /// What leads nowhere in a file, by line.
    func findings(in file: Int) -> [NameFinding] {
        let path = files[file].path
        guard let names = files[file].names, names.rules.family == .python, !names.hasError else { return [] }
        let found =
            importFindings(in: file, path, names) + nameFindings(in: file, path, names)
            + callFindings(in: file, path, names)
        return found.sorted { ($0.line, $0.column, $0.name) < ($1.line, $1.column, $1.name) }
    }

    // MARK: - Imports

    private func importFindings(in file: Int, _ path: String, _ names: FileNames) -> [NameFinding] {
        names.imports.compactMap { statement in
            guard !statement.isGuarded, let kind = problem(of: statement, in: file, names) else { return nil }
            let name =
                if kind == .missingMember, case .member(let member) = statement.form {
                    names.table[member]
                } else {
                    String(repeating: ".", count: statement.level) + statement.module
                }
            return NameFinding(
                kind: kind, path: path, line: Int(statement.line), column: Int(statement.column), name: name)
        }
    }

    private func problem(of statement: FileNames.Import, in file: Int, _ names: FileNames) -> NameFinding.Kind? {
        if statement.level == 0 {
            let top = String(statement.module.prefix { $0 != "." })
            guard !names.rules.standardLibrary.contains(top), resolver.python.modules.isTopLevel(top) else {
                return nil
            }
        }
        let (source, directory) = place(of: statement, in: file)
        guard let source else {
            // A directory without `__init__.py`, or a compiled module, is found by its path alone.
            guard let directory else { return statement.level > 0 ? .missingModule : nil }
            if resolver.python.modules.contains(directory: directory)
                || resolver.python.modules.stems.contains(directory)
            {
                return nil
            }
            return .missingModule
        }
        guard case .member(let member) = statement.form else { return nil }
        guard resolver.entities(of: statement, in: file).isEmpty, mayLack(names.table[member], source, asked: file)
        else {
            return nil
        }
        if resolver.python.modules.isPackage(source) {
            let path = PythonModules.join(resolver.python.modules.directory(of: source), names.table[member])
            if resolver.python.modules.contains(directory: path) || resolver.python.modules.stems.contains(path) {
                return nil
            }
        }
        return .missingMember
    }

    /// The module that a statement names, and the path that it would have.
    private func place(of statement: FileNames.Import, in file: Int) -> (file: Int?, path: String?) {
        if statement.level > 0 {
            let (file, directory) = resolver.python.modules.relative(
                statement.module, level: statement.level, from: file)
            return (file, directory)
        }
        if let module = resolver.python.module(statement.module, from: file) { return (module, nil) }
        let path = statement.module.split(separator: ".").joined(separator: "/")
        let top = String(statement.module.prefix { $0 != "." })
        for root in ["", "src/"] where resolver.python.modules.stems.contains(root + top + "/__init__") {
            return (nil, root + path)
        }
        return (nil, nil)
    }

    /// Whether a module that was not found to bind a name certainly does not.
    private func mayLack(_ name: String, _ file: Int, asked importer: Int) -> Bool {
        guard let names = files[file].names, !names.hasError else { return false }
        guard !name.hasPrefix("__"), !bindsNamesUnseen(names) else { return false }
        if let number = names.table.existingNumber(of: name) {
            // A package that imports from itself binds the name by that very statement.
            let isBound = names.firstBinding(of: number, in: 0) >= 0 && importer != file
            if names.otherNames.contains(number) || isBound { return false }
        }
        return names.stars.allSatisfy { star in
            guard let source = resolver.python.source(of: names.imports[Int(star)], in: file).file, source != file,
                let inner = files[source].names
            else { return false }
            return !inner.hasError && inner.stars.isEmpty && !bindsNamesUnseen(inner)
        }
    }

    private func bindsNamesUnseen(_ names: FileNames) -> Bool {
        Self.dynamicNames.contains { names.table.existingNumber(of: $0) != nil }
    }

    // MARK: - Names

    private func nameFindings(in file: Int, _ path: String, _ names: FileNames) -> [NameFinding] {
        // A file that catches NameError asks for names that may be missing.
        guard names.stars.allSatisfy({ isReadable($0, in: file, names) }), !bindsNamesUnseen(names),
            names.table.existingNumber(of: "NameError") == nil
        else { return [] }
        var isBound: [Int32: Bool] = [:]
        return names.references.compactMap { reference in
            guard reference.chain.count == 1, !reference.isInString else { return nil }
            let name = names.parts[Int(reference.chain.start)]
            guard !names.isInstanceWord(name), case .module = names.lookup(name, from: Int(reference.scope)) else {
                return nil
            }
            let known = isBound[name] ?? isKnown(name, in: file, names)
            isBound[name] = known
            guard !known else { return nil }
            return NameFinding(
                kind: .unboundName, path: path, line: Int(reference.nameLine), column: Int(reference.nameColumn),
                name: names.table[name])
        }
    }

    private func isReadable(_ star: Int32, in file: Int, _ names: FileNames) -> Bool {
        guard let source = resolver.python.source(of: names.imports[Int(star)], in: file).file,
            let inner = files[source].names
        else { return false }
        return !inner.hasError && inner.stars.isEmpty && !bindsNamesUnseen(inner)
    }

    private func isKnown(_ name: Int32, in file: Int, _ names: FileNames) -> Bool {
        let text = names.table[name]
        if names.firstBinding(of: name, in: 0) >= 0 || names.otherNames.contains(name) { return true }
        if text == "_" || names.rules.builtins.contains(text) { return true }
        return names.stars.contains { star in
            guard let source = resolver.python.source(of: names.imports[Int(star)], in: file).file else { return true }
            let global = resolver.global[file][Int(name)]
            return resolver.isBound(global, in: source) || !resolver.lookup(global, in: source).isEmpty
        }
    }
}
