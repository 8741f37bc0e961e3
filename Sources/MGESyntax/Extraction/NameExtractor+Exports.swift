extension NameExtractor {
    /// Reads what the module gives to others, where its language has a table of that.
    mutating func readExports() {
        guard rules.vocabulary.hasExportTable else { return }
        exportDeclarations()
        for export in matches.exports { add(export) }
        let byDefault = names.table.number(of: "default")
        if matches.isCommonModule, !names.namedExports.contains(where: { $0.name == byDefault }) {
            names.namedExports.append(.init(name: byDefault, source: .itself))
        }
    }

    /// Exports what is bound at the level of the module inside of an `export`.
    private mutating func exportDeclarations() {
        let byDefault = names.table.number(of: "default")
        for definition in matches.definitions {
            let flags = flagsAt[definition.node.index]
            guard !flags.isDisjoint(with: [.exported, .exportedDefault]) else { continue }
            switch definition.capture {
            case .definition, .hoisted, .patternName: break
            default: continue
            }
            let opened = definition.scope.flatMap { scopeOfNode[$0.index] }
            guard (opened.map { names.scopes[$0].parent } ?? scope(at: definition.node)) == 0 else { continue }
            let name = name(definition.node.bytes)
            let exported = flags.contains(.exportedDefault) ? byDefault : name
            names.namedExports.append(FileNames.NamedExport(name: exported, source: .declared(name)))
        }
    }

    private mutating func add(_ export: NameMatches.Export) {
        if let star = export.star {
            names.exportedStars.append(addImport(.star, from: star, at: star))
        } else if let token = export.namespace, let from = export.from {
            let number = addImport(.star, from: from, at: token)
            names.namedExports.append(.init(name: name(token.bytes), source: .imported(number)))
        } else if let token = export.name {
            let local = name(token.bytes)
            let exported = export.alias.map { name($0.bytes) } ?? local
            if let from = export.from {
                let number = addImport(.member(local), from: from, at: token)
                names.namedExports.append(.init(name: exported, source: .imported(number)))
            } else {
                names.namedExports.append(.init(name: exported, source: .local(local)))
                addUse(of: local, token)
            }
        } else if let token = export.equals {
            let source: FileNames.NamedExport.Source =
                if let from = export.from {
                    .imported(addImport(.star, from: from, at: token))
                } else {
                    .local(name(token.bytes))
                }
            names.namedExports.append(.init(name: names.table.number(of: "="), source: source))
        } else if let value = export.value {
            addDefault(value)
        }
    }

    /// A name that is exported is used, whatever it stands for.
    private mutating func addUse(of name: Int32, _ token: SyntaxNode) {
        names.references.append(
            FileNames.Reference(
                chain: addChain(CollectionOfOne(name)), scope: scopeAt[token.index], owner: ownerAt[token.index],
                line: Int32(token.startRow + 1), offset: Int32(token.start), nameLine: Int32(token.startRow + 1),
                nameColumn: Int32(token.startColumn + 1), meanings: .any, isLazy: false, isInString: false,
                isInType: false))
    }

    /// Exports what `export default` is followed by: a name, or a definition without one.
    private mutating func addDefault(_ value: SyntaxNode) {
        let byDefault = names.table.number(of: "default")
        if matches.marks[value.index].flags.contains(.identifier) {
            names.namedExports.append(.init(name: byDefault, source: .local(name(value.bytes))))
        } else if namelessDefault(value) != nil {
            names.namedExports.append(.init(name: byDefault, source: .local(byDefault)))
        }
    }

    /// Defines the classes and functions without a name that modules export by default.
    mutating func bindDefaults() {
        guard rules.vocabulary.hasExportTable else { return }
        for export in matches.exports {
            guard let value = export.value, let opened = namelessDefault(value) else { continue }
            let number = qualified("default")
            let isClass = names.scopes[opened].kind == .class
            names.bind(
                names.table.number(of: "default"), in: 0,
                FileNames.Binding(
                    target: isClass ? .class(number) : .function(number), line: Int32(value.startRow + 1),
                    meanings: .any, isMember: false))
            if isClass {
                names.scopes[opened].symbol = number
                names.scopes[opened].path = pathNumber("default")
            }
            let whole = matches.decorated[value.index] ?? value
            own(whole, number)
            definitions.append(
                Definition(
                    name: "default", kind: isClass ? .class : .function,
                    lines: whole.startRow + 1...whole.lastRow + 1, line: value.startRow + 1, offset: value.start))
        }
    }

    /// The scope of a class or a function without a name; nil for other values.
    private func namelessDefault(_ value: SyntaxNode) -> Int? {
        guard let opened = scopeOfNode[value.index] else { return nil }
        return names.scopes[opened].kind == .class || names.scopes[opened].kind == .function ? opened : nil
    }

    private mutating func addImport(_ form: FileNames.Import.Form, from: SyntaxNode, at token: SyntaxNode) -> Int32 {
        let path = text(from.bytes).filter { $0 != "\"" && $0 != "'" && $0 != "`" }
        let number = Int32(names.imports.count)
        names.imports.append(
            FileNames.Import(
                form: form, module: path, chain: addChain([]), level: 0, scope: 0, line: Int32(token.startRow + 1),
                column: Int32(token.startColumn + 1), owner: owner(at: token), isLazy: false, isGuarded: false))
        return number
    }
}
