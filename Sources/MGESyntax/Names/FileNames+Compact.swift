extension FileNames {
    /// What is needed to resolve the file's names, in little room: the names of all files of a project are held at once.
    ///
    /// References that lead nowhere, whatever other files are like, are left out, and so are those that say again what
    /// another one says of the same atom; `atom` gives the number of the atom that a line is in.
    func compact(keepsAllUses: Bool = false, atom: (Int) -> Int?) -> FileNames {
        let names = FileNames(rules: rules, table: table)
        names.table = table.compact
        names.typesOfDefinitions = typesOfDefinitions
        names.signatures = signatures
        names.extensions = extensions
        names.scopesOfEverywhere = scopesOfEverywhere
        names.macros = macros
        names.namedExports = namedExports
        names.exportedStars = exportedStars
        names.hasExports = hasExports
        names.package = package
        names.otherNames = otherNames
        names.hasError = hasError
        names.qualified = qualified.exact
        var chains = ChainTable()
        names.scopes = scopes.map { scope in
            var scope = scope
            scope.bases = scope.bases.map { (chain: chains.chain(like: $0.chain, of: parts), line: $0.line) }
            scope.extended = scope.extended.map { chains.chain(like: $0, of: parts) }
            return scope
        }
        names.exports = exports.map { exports in
            exports.map { export in
                if case .all(let chain) = export { .all(of: chains.chain(like: chain, of: parts)) } else { export }
            }
        }
        names.types = types.map { chains.type(like: $0, of: parts) }
        names.imports = imports.map { statement in
            var statement = statement
            statement.chain = chains.chain(like: statement.chain, of: parts)
            return statement
        }
        names.references = distinct(keepsAllUses, atom, &chains).exact
        let asked = Set(chains.parts).union(aliasParts)
        (names.bindings, names.firstBindings) = firstBindings.rebuilt(from: bindings) { name, scope, binding in
            mayBeAsked(binding, in: scope) || asked.contains(name)
        }
        for (number, binding) in names.bindings.enumerated() {
            guard case .alias(let chain) = binding.target else { continue }
            names.bindings[number].target = .alias(chains.chain(like: chain, of: parts))
        }
        names.parts = chains.parts.exact
        return names
    }

    /// The names in what other names stand for.
    private var aliasParts: [Int32] {
        bindings.flatMap { binding -> ArraySlice<Int32> in
            if case .alias(let chain) = binding.target { names(of: chain) } else { [] }
        }
    }

    /// Whether others than the chains of the file may ask for a binding: all but for what is local and of no known type.
    private func mayBeAsked(_ binding: Binding, in scope: Int) -> Bool {
        guard case .local = binding.target, binding.type < 0 else { return true }
        switch scopes[scope].kind {
        case .module, .namespace, .class: return true
        case .function, .lambda, .block, .comprehension, .outer: return false
        }
    }

    /// Whether a reference may lead to a definition of this or another file, or is to be found to lead nowhere.
    private func mayMatter(_ reference: Reference, foundAt place: Place) -> Bool {
        let name = parts[Int(reference.chain.start)]
        let scope = Int(reference.scope)
        let isChain = reference.chain.count > 1
        if isInstanceWord(name) { return isChain || name == selfTypeName }
        if reference.isLabel { return true }
        if isChain, selfClass(of: name, from: scope) != nil { return true }
        switch place {
        case .bound(let first, let found):
            guard scopes[found].kind != .class, scopes[found].kind != .namespace else { return true }
            return isChain && mayHaveType(first) || isImported(first) || rules.members == .inside
        case .module:
            return !stars.isEmpty || firstBinding(of: name, in: 0) >= 0 || isUnbound(reference)
                || rules.family != .python
        }
    }

    /// What the first name of a reference may be: of a chain, whatever can have members.
    func headMeanings(of reference: Reference) -> Meanings {
        reference.chain.count > 1 ? reference.headMeanings : reference.meanings
    }

    private func mayHaveType(_ first: Int32) -> Bool {
        var number = first
        while number >= 0 {
            if bindings[Int(number)].type >= 0 { return true }
            number = bindings[Int(number)].next
        }
        return false
    }

    private func isImported(_ first: Int32) -> Bool {
        var number = first
        while number >= 0 {
            switch bindings[Int(number)].target {
            case .imported, .alias: break
            default: return false
            }
            number = bindings[Int(number)].next
        }
        return true
    }

    /// Whether a name that is looked for in the module is bound nowhere there and no part of the language.
    private func isUnbound(_ reference: Reference) -> Bool {
        let name = parts[Int(reference.chain.start)]
        return reference.chain.count == 1 && !reference.isInString && firstBinding(of: name, in: 0) < 0
            && !rules.builtins.contains(table[name])
    }

    /// What a reference says but for where it is: as few words as can be, because each reference is hashed.
    private struct Meaning: Hashable {
        let chainAndScope: UInt64
        let ownerAndAtom: UInt64
        /// Of the local that the chain begins with, if there is one, and of what the reference says in single bits.
        let localAndRest: UInt64

        init(_ reference: Reference, chain: Int32, atom: Int?, local: Int32) {
            chainAndScope = Self.pair(chain, reference.scope)
            ownerAndAtom = Self.pair(reference.owner, Int32(atom ?? -1))
            var rest = UInt32(reference.arguments)
            rest |= UInt32(reference.meanings.rawValue) << 8 | UInt32(reference.headMeanings.rawValue) << 16
            if reference.isLazy { rest |= 1 << 24 }
            if reference.isInType { rest |= 1 << 25 }
            if reference.isKey { rest |= 1 << 26 }
            if reference.isLabel { rest |= 1 << 27 }
            localAndRest = Self.pair(local, Int32(bitPattern: rest))
        }

        private static func pair(_ high: Int32, _ low: Int32) -> UInt64 {
            UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))
        }
    }

    /// The first reference of each meaning that may matter; all of those whose line or place matters.
    private func distinct(_ keepsAllUses: Bool, _ atom: (Int) -> Int?, _ chains: inout ChainTable) -> [Reference] {
        var seen: Set<Meaning> = []
        return references.compactMap { reference in
            let name = parts[Int(reference.chain.start)]
            let place = lookup(
                name, headMeanings(of: reference), from: Int(reference.scope), at: reference.offset)
            guard mayMatter(reference, foundAt: place) else { return nil }
            var local: Int32 = -1
            let isPlaced: Bool
            switch place {
            case .bound(let binding, let scope):
                isPlaced = scopes[scope].kind == .class
                local = binding
            case .module: isPlaced = isUnbound(reference)
            }
            var kept = reference
            kept.chain = chains.chain(like: reference.chain, of: parts)
            let meaning = Meaning(
                reference, chain: kept.chain.start, atom: atom(Int(reference.nameLine)), local: local)
            return seen.insert(meaning).inserted || isPlaced || keepsAllUses ? kept : nil
        }
    }
}

/// Chains of names, each different one kept once.
private struct ChainTable {
    private(set) var parts: [Int32] = []
    private var known: [ArraySlice<Int32>: Int32] = [:]

    mutating func type(like type: FileNames.StatedType, of all: [Int32]) -> FileNames.StatedType {
        var type = type
        type.chain = chain(like: type.chain, of: all)
        return type
    }

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
