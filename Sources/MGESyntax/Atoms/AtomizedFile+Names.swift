extension AtomizedFile {
    /// Tells each atom what is defined in its lines.
    mutating func fillDefines() {
        var seen = Set<UInt64>()
        var written = NameTable(capacity: 64)
        for definition in definitions where !definition.kind.isLocal {
            guard let atom = atom(atLine: definition.line) else { continue }
            if seen.insert(UInt64(atom) << 32 | UInt64(written.number(of: definition.name))).inserted {
                atoms[atom].defines.append(definition.name)
            }
        }
    }

    /// Tells each atom what is used in its lines, as it is written.
    mutating func fillRawReferences(from names: FileNames) {
        var seen = Set<UInt64>()
        var written = NameTable(capacity: 64)
        let order = names.references.indices.sorted {
            let (left, right) = (names.references[$0], names.references[$1])
            return (left.nameLine, left.nameColumn, $0) < (right.nameLine, right.nameColumn, $1)
        }
        for index in order {
            let reference = names.references[index]
            guard names.reachesModule(reference), let atom = atom(atLine: Int(reference.nameLine)) else { continue }
            let name =
                reference.chain.count == 1
                ? written.number(of: names.table[names.parts[Int(reference.chain.start)]])
                : written.number(of: names.text(of: reference.chain))
            if seen.insert(UInt64(atom) << 32 | UInt64(name)).inserted {
                atoms[atom].rawReferences.append(written[name])
            }
        }
        for statement in names.imports {
            guard let atom = atom(atLine: Int(statement.line)) else { continue }
            let text = names.text(of: statement)
            if seen.insert(UInt64(atom) << 32 | UInt64(written.number(of: text))).inserted {
                atoms[atom].rawReferences.append(text)
            }
        }
    }
}

extension FileNames {
    /// Whether a reference may lead out of the function that it is in, and is not to a part of the language itself.
    func reachesModule(_ reference: Reference) -> Bool {
        let name = parts[Int(reference.chain.start)]
        if isInstanceWord(name) { return reference.chain.count > 1 }
        switch lookup(name, headMeanings(of: reference), from: Int(reference.scope), at: reference.offset) {
        case .bound(let first, let scope):
            if scopes[scope].kind == .class || scopes[scope].kind == .namespace { return true }
            guard reference.chain.count > 1 else { return false }
            return selfClass(of: name, from: Int(reference.scope)) != nil || bindings[Int(first)].type >= 0
        case .module: return firstBinding(of: name, in: 0) >= 0 || !rules.builtins.contains(table[name])
        }
    }

    /// A chain as it is written: `a.b.c`.
    func text(of chain: Chain) -> String {
        var text = ""
        for name in names(of: chain) {
            switch name {
            case elementName: text += "[]"
            case callName, instanceName, constructorName, rootName: break
            default: text += (text.isEmpty ? "" : ".") + word(of: name)
            }
        }
        return text
    }

    private func word(of name: Int32) -> String {
        switch name {
        case selfName: rules.family == .rust ? "self" : "this"
        case superName: rules.family == .python ? "super()" : "super"
        case selfTypeName: "Self"
        default: table[name]
        }
    }

    /// What an import names: `..models.User`, `app.models`, `app.*`.
    func text(of statement: Import) -> String {
        let module = String(repeating: ".", count: statement.level) + statement.module
        switch statement.form {
        case .path, .child: return module
        case .member(let name): return module + (statement.module.isEmpty ? "" : ".") + table[name]
        case .star: return module + (statement.module.isEmpty ? "" : ".") + "*"
        }
    }
}
