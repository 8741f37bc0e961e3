extension AtomizedFile {
    /// The qualified names of what an atom defines that can be used from elsewhere.
    package func defines(ofAtom atom: Int) -> [String] { atomNames?.defined(by: atom) ?? [] }

    /// The names used in an atom's lines, as they are written, each once and in order of appearance: `models.User`.
    package func rawReferences(ofAtom atom: Int) -> [String] { atomNames?.used(by: atom) ?? [] }

    /// The same without what only its stored atoms need: the names that each of them defines and uses.
    package var withoutAtomNames: AtomizedFile {
        var file = self
        file.atomNames = nil
        return file
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
