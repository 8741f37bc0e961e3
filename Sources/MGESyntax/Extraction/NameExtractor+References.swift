extension NameExtractor {
    mutating func addReferences() {
        for node in matches.dotted { addDotted(node) }
        for member in matches.members {
            if matches.marks[member.node.index].flags.contains(.store) {
                noteStored(member.node, -1)
                continue
            }
            let flags = flagsAt[member.node.index]
            // A name that stands for the whole member is no reference by itself.
            let isExcluded =
                matches.marks[member.node.index].flags.contains(.notReference) && member.node != member.attribute
            guard !flags.contains(.opaque), !isExcluded, let chain = chain(member.node) else { continue }
            let meanings = member.meanings ?? (flags.contains(.type) ? .type : .any)
            let head = headMeanings(of: member.node)
            addReference(chain, at: member.node, token: member.attribute, meanings, head: head)
        }
        for reference in matches.references {
            let node = reference.node
            guard !matches.marks[node.index].flags.contains(.notReference), !flagsAt[node.index].contains(.opaque)
            else { continue }
            addReference(pathChain(node.bytes), at: node, token: node, reference.meanings)
        }
        for node in matches.constructed {
            guard let type = typeChain(node) else { continue }
            let chain = addChain(names.names(of: type) + [names.constructorName])
            addReference(chain, at: node, token: node, .any, head: headMeanings(of: node))
        }
    }

    /// Adds the fields that literals and patterns name; of a type that is none by name, the token is what it is else.
    mutating func addKeys() {
        for key in matches.keys {
            let (named, depth) = elementChain(key.type)
            guard depth <= key.depth else { continue }
            if key.isExclusive { matches.marks[key.field.index].flags.insert(.notReference) }
            // A type without a name has fields that nobody else can name.
            guard let type = named else { continue }
            let elements = repeatElement(names.elementName, count: key.depth - depth)
            let chain = addChain(names.names(of: type) + elements + [name(key.field.bytes)])
            let head = headMeanings(of: unwrapped(key.type))
            addReference(chain, at: key.field, token: key.field, .value, head: head, isKey: true)
        }
    }

    /// Adds the labels of choices between values that are known by name.
    mutating func addLabels() {
        for (object, label) in matches.labels {
            guard let chain = chain(object, isValue: true) else { continue }
            addReference(
                addChain(names.names(of: chain) + [name(label.bytes)]), at: label, token: label, .value,
                head: headMeanings(of: object), isLabel: true)
            matches.marks[label.index].flags.insert(.notReference)
        }
    }

    private mutating func addReference(
        _ chain: FileNames.Chain, at node: SyntaxNode, token: SyntaxNode, _ meanings: Meanings,
        head: Meanings = [.value, .type], isKey: Bool = false, isLabel: Bool = false
    ) {
        let flags = flagsAt[node.index]
        names.references.append(
            FileNames.Reference(
                chain: chain, scope: scopeAt[node.index], owner: ownerAt[node.index], line: Int32(node.startRow + 1),
                offset: Int32(node.start), nameLine: Int32(token.startRow + 1),
                nameColumn: Int32(token.startColumn + 1), meanings: meanings,
                headMeanings: head, isLazy: flags.contains(.lazy), isInString: false, isInType: flags.contains(.type),
                isLabel: isLabel, isKey: isKey,
                arguments: argumentCounts[node.index] ?? FileNames.Reference.noCall))
    }

    /// `a.b` in a pattern refers to `a` and to `a.b`; the first identifier is found as a reference by itself.
    private mutating func addDotted(_ node: SyntaxNode) {
        var tokens: [SyntaxNode] = []
        node.forEachChild { if matches.marks[$0.index].flags.contains(.identifier) { tokens.append($0) } }
        var parts: [Int32] = []
        for (index, token) in tokens.enumerated() {
            parts.append(name(token.bytes))
            guard index > 0 else { continue }
            matches.marks[token.index].flags.insert(.notReference)
            addReference(addChain(parts), at: node, token: token, .any)
        }
    }

    /// Notes in the classes around that an attribute of the instance is assigned.
    mutating func noteStored(_ node: SyntaxNode, _ type: Int32) {
        guard case let member = matches.marks[node.index].member, member >= 0 else { return }
        let found = matches.members[Int(member)]
        guard matches.marks[found.object.index].flags.contains(.identifier),
            source[found.object.bytes].elementsEqual("self".utf8)
        else { return }
        let name = name(found.attribute.bytes)
        var scope = scope(at: node)
        while scope >= 0 {
            if names.scopes[scope].kind == .class {
                names.scopes[scope].stored[name] = max(type, names.scopes[scope].stored[name] ?? -1)
            }
            scope = names.scopes[scope].parent
        }
    }
}
