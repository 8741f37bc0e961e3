extension NameExtractor {
    mutating func addImports() {
        for found in matches.imports {
            let node = found.name ?? found.star ?? found.defaultName ?? found.namespace ?? found.require ?? found.path
            let scope = scope(at: node)
            var statement = statement(found, at: node, in: scope)
            var bound: (name: Int32, token: SyntaxNode)?
            if let comment = found.reference {
                statement.form = .star
                statement.module = "./" + quoted(in: comment)
            } else if found.star != nil {
                statement.form = .star
            } else if let member = found.name {
                let name = name(member.bytes)
                statement.form = .member(name)
                bound = (name, member)
            } else if let token = found.defaultName {
                statement.form = .member(names.table.number(of: "default"))
                bound = (name(token.bytes), token)
            } else if let token = found.require {
                statement.form = .member(names.table.number(of: "="))
                bound = (name(token.bytes), token)
            } else if let token = found.namespace {
                statement.form = .path(isAliased: true)
                bound = (name(token.bytes), token)
            } else {
                statement.form = found.child != nil ? .child : .path(isAliased: found.alias != nil)
                bound = boundName(of: statement).map { ($0, found.path) }
            }
            if let child = found.child { bound = (name(child.bytes), child) }
            if let alias = found.alias { bound = (name(alias.bytes), alias) }
            let number = Int32(names.imports.count)
            names.imports.append(statement)
            if case .star = statement.form { names.scopes[scope].stars.append(number) }
            guard let (name, _) = bound, names.table[name] != "_" || !hasBlankName else { continue }
            names.bind(
                name, in: names.scopes[scope].globals.contains(name) ? 0 : scope,
                FileNames.Binding(
                    target: .imported(number), line: statement.line, meanings: .any,
                    isMember: names.scopes[scope].kind == .class))
        }
        names.hasExports = matches.isModule
    }

    /// Whether `_` is no name: what is imported so is only looked at.
    private var hasBlankName: Bool { rules.vocabulary.family == .go || rules.vocabulary.family == .rust }

    private mutating func statement(
        _ found: NameMatches.Import, at node: SyntaxNode, in scope: Int
    ) -> FileNames.Import {
        var path = self.path(of: found.path, isWhole: found.path != found.star)
        let level = rules.vocabulary.family == .python ? path.prefix { $0 == "." }.count : 0
        path.removeFirst(level)
        let chain = addChain(parts(of: path))
        return FileNames.Import(
            form: .star, module: path, chain: chain, level: level, scope: Int32(scope), line: Int32(node.startRow + 1),
            column: Int32(node.startColumn + 1), owner: owner(at: node), isLazy: isLazy(node),
            isGuarded: flagsAt[node.index].contains(.guarded))
    }

    /// The name that a path without further words binds.
    private mutating func boundName(of statement: FileNames.Import) -> Int32? {
        let parts = names.names(of: statement.chain)
        switch rules.vocabulary.family {
        case .python: return parts.first
        case .ecmascript, .none: return nil
        case .rust where parts.count > 1 && parts.last.map { names.table[$0] } == "self": return parts.dropLast().last
        case .go: return GoModules.usualName(parts.map { names.table[$0] }).map { names.table.number(of: $0) }
        case .packages, .rust: return parts.last
        }
    }

    /// A path as it is written, without quotes and blanks, behind what the lists around it begin with.
    private func path(of node: SyntaxNode, isWhole: Bool) -> String {
        var text = isWhole ? stripped(node.bytes) : ""
        var around: SyntaxNode? = matches.prefixes.isEmpty ? nil : node
        while let next = around {
            if let prefix = matches.prefixes[next.index] {
                text = stripped(prefix.bytes) + rules.vocabulary.separator + text
            }
            around = next.parent
        }
        return text
    }

    /// What stands in the first quotes of a node.
    private func quoted(in node: SyntaxNode) -> String {
        let parts = text(node.bytes).split(omittingEmptySubsequences: false) { $0 == "\"" || $0 == "'" }
        return parts.count > 1 ? String(parts[1]) : ""
    }

    /// A path without the quotes around it, its blanks, and the backslashes that join its lines.
    private func stripped(_ range: Range<Int>) -> String {
        let written = source[range]
        let isJoined = written.contains(UInt8(ascii: "\n"))
        var text = written.filter { byte in
            switch byte {
            case UInt8(ascii: " "), 0x09...0x0D: false
            case UInt8(ascii: "\\"): !isJoined
            default: true
            }
        }[...]
        if let first = text.first, "\"'`".utf8.contains(first), text.count > 1, text.last == first {
            text = text.dropFirst().dropLast()
        }
        return String(decoding: text, as: UTF8.self)
    }

    mutating func parts(of path: String) -> [Int32] {
        let separator = Array(rules.vocabulary.separator.utf8)
        var parts: [Int32] = []
        var rest = Array(path.utf8)[...]
        while !rest.isEmpty {
            var part = rest.prefix(while: { $0 != separator.first })
            while part.count < rest.count, !rest.dropFirst(part.count).starts(with: separator) {
                part = rest.prefix(part.count + 1)
            }
            rest = rest.dropFirst(part.count + separator.count)
            // A word of Rust's that is a name.
            if part.starts(with: "r#".utf8) { part = part.dropFirst(2) }
            if !part.isEmpty { parts.append(part.withUnsafeBufferPointer { names.table.number(of: $0) }) }
        }
        return parts
    }

    mutating func addAliases() {
        for (node, value) in matches.aliases {
            guard let chain = chain(value) else { continue }
            let scope = scope(at: node)
            names.bind(
                name(node.bytes), in: scope,
                FileNames.Binding(
                    target: .alias(chain), line: Int32(node.startRow + 1), meanings: .any,
                    isMember: names.scopes[scope].kind == .class))
        }
    }

    /// Attaches the classes that the text states to the names that they are stated of.
    mutating func addStatedTypes() {
        var typesOfDefinitions: [(key: Int32, value: Int32)] = []
        for stated in matches.stated {
            let (chain, depth) = chain(of: stated)
            guard let chain else { continue }
            let number = Int32(names.types.count)
            names.types.append(
                FileNames.StatedType(
                    chain: chain, scope: scopeAt[stated.type.index], offset: Int32(stated.type.start),
                    form: stated.form, headMeanings: headMeanings(of: unwrapped(presentType(stated.type))),
                    depth: Int32(depth)))
            if let within = stated.within {
                bindTyped(stated.name, number, within)
                continue
            }
            guard let binding = bindingOfToken[stated.name.index] else {
                noteStored(stated.name, number)
                continue
            }
            names.bindings[Int(binding)].type = number
            switch names.bindings[Int(binding)].target {
            case .variable(let symbol), .class(let symbol): typesOfDefinitions.append((symbol, number))
            case .function(let symbol):
                typesOfDefinitions.append((symbol, number))
                names.types[Int(number)].isResult = true
            case .local, .imported, .alias: break
            }
        }
        names.typesOfDefinitions = NumberMap(typesOfDefinitions)
    }

    private mutating func chain(of stated: NameMatches.Stated) -> (chain: FileNames.Chain?, depth: Int) {
        guard stated.form != .type else {
            return transparentChain(stated.type).map { ($0, 0) } ?? elementChain(stated.type)
        }
        guard let chain = chain(unwrapped(stated.type), isValue: stated.form == .expression) else {
            return (nil, 0)
        }
        guard stated.isElement else { return (chain, 0) }
        return (addChain(names.names(of: chain) + [names.elementName]), 0)
    }

    /// Binds a name again where its value is known to be of a type.
    private mutating func bindTyped(_ node: SyntaxNode, _ type: Int32, _ within: SyntaxNode) {
        guard let scope = scopeOfNode[within.index] else { return }
        names.bind(
            name(node.bytes), in: scope,
            FileNames.Binding(
                target: .local, line: Int32(node.startRow + 1), meanings: .any,
                isMember: false, type: type))
    }
}
