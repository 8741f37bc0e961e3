extension FileNames {
    /// What is needed to resolve the file's names, in little room: the names of all files of a project are held at once.
    ///
    /// References that lead nowhere, whatever other files are like, are left out, and so are those that say again what
    /// another one says of the same atom; `atom` gives the number of the atom that a line is in.
    func compact(atom: (Int) -> Int?) -> FileNames {
        var names = self
        names.table = table.compact
        names.bindings = bindings.exact
        names.firstBindings = firstBindings.compact
        names.imports = imports.exact
        names.qualified = qualified.exact
        var chains = ChainTable()
        names.scopes = scopes.map { scope in
            var scope = scope
            scope.path = ""
            scope.bases = scope.bases.map { (chain: chains.chain(like: $0.chain, of: parts), line: $0.line) }
            return scope
        }
        names.exports = exports.map { exports in
            exports.map { export in
                if case .all(let chain) = export { .all(of: chains.chain(like: chain, of: parts)) } else { export }
            }
        }
        names.references = distinct(references.filter(mayMatter), atom, &chains).exact
        names.parts = chains.parts.exact
        return names
    }

    /// Whether a reference may lead to a definition of this or another file, or is to be found to lead nowhere.
    private func mayMatter(_ reference: Reference) -> Bool {
        let name = parts[Int(reference.chain.start)]
        let scope = Int(reference.scope)
        let isChain = reference.chain.count > 1
        if isChain, name == superName || selfClass(of: name, from: scope) != nil { return true }
        switch lookup(name, from: scope) {
        case .member: return true
        case .local(let first):
            var number = first
            while number >= 0 {
                guard case .imported = bindings[Int(number)].target else { return false }
                number = bindings[Int(number)].next
            }
            return true
        case .module:
            return !stars.isEmpty || firstBinding(of: name, in: 0) >= 0 || isUnbound(reference)
        }
    }

    /// Whether a name that is looked for in the module is bound nowhere there and no part of Python.
    private func isUnbound(_ reference: Reference) -> Bool {
        let name = parts[Int(reference.chain.start)]
        return reference.chain.count == 1 && !reference.isInString && firstBinding(of: name, in: 0) < 0
            && !vocabulary.builtins.contains(table[name])
    }

    private struct Meaning: Hashable {
        let chain: Int32
        let scope: Int32
        let owner: Int32
        let atom: Int?
        let isLazy: Bool
    }

    /// The first reference of each meaning; all of those whose line or place matters.
    private func distinct(
        _ references: [Reference], _ atom: (Int) -> Int?, _ chains: inout ChainTable
    ) -> [Reference] {
        var seen: Set<Meaning> = []
        return references.compactMap { reference in
            let isPlaced =
                switch lookup(parts[Int(reference.chain.start)], from: Int(reference.scope)) {
                case .member: true
                case .local: false
                case .module: isUnbound(reference)
                }
            var kept = reference
            kept.chain = chains.chain(like: reference.chain, of: parts)
            let meaning = Meaning(
                chain: kept.chain.start, scope: reference.scope, owner: reference.owner,
                atom: atom(Int(reference.nameLine)), isLazy: reference.isLazy)
            return seen.insert(meaning).inserted || isPlaced ? kept : nil
        }
    }
}

/// Chains of names, each different one kept once.
private struct ChainTable {
    private(set) var parts: [Int32] = []
    private var known: [ArraySlice<Int32>: Int32] = [:]

    mutating func chain(like chain: FileNames.Chain, of all: [Int32]) -> FileNames.Chain {
        let names = all[Int(chain.start)..<Int(chain.start + chain.count)]
        if let start = known[names] { return FileNames.Chain(start: start, count: chain.count) }
        let start = Int32(parts.count)
        parts += names
        known[names] = start
        return FileNames.Chain(start: start, count: chain.count)
    }
}

extension Array {
    /// A copy with no more room than its elements need.
    var exact: [Element] { withUnsafeBufferPointer { Array($0) } }
}
