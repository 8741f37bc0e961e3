import MGELayers

/// Lists of entities with what they have: `hotels with rooms, guests, and bookings with a date and a status (open, paid)`.
extension SeedReader {
    /// Whether an entity of a list is said to have something.
    func isNested(_ range: Range<Int>) -> Bool { range.dropFirst().dropLast().contains { with(at: $0) != nil } }

    /// Whether a word in a list goes on with what the entity before it has, and begins no list of its own.
    func goesOn(at index: Int) -> Bool {
        with(at: index) != nil && index > 0 && (tokens[index - 1].kind == .word || tokens[index - 1].isMark(")"))
            && lexicon.keywords.match(tokens, at: index - 1, where: { $0 == .and }) == nil
    }

    /// Reads such a list; what is in the plural, and no usual field, is an entity, and all else a field of the last one.
    mutating func readNested(_ range: Range<Int>) {
        var fields: [Range<Int>] = []
        var owner: Range<Int>?
        for part in lists.parts(of: tokens, range) {
            guard let joint = part.dropFirst().first(where: { with(at: $0) != nil }), let count = with(at: joint) else {
                if owner != nil, !isListedEntity(part) && !isApart(part) || !fields.isEmpty && isLastField(part) {
                    fields.append(part)
                } else {
                    add(owner, having: fields)
                    (owner, fields) = (nil, [])
                    add(part, having: [])
                }
                continue
            }
            add(owner, having: fields)
            (owner, fields) = (part.lowerBound..<joint, [])
            let first = joint + count..<part.upperBound
            if isListedEntity(first) {
                add(owner, having: [])
                add(first, having: [])
                owner = nil
            } else if !first.isEmpty {
                fields = [first]
            }
        }
        add(owner, having: fields)
    }

    private func with(at index: Int) -> Int? { lexicon.prose.match(tokens, at: index, where: { $0 == .with })?.count }

    /// Whether a semicolon divides several things from what stands before: `padres con teléfono y correo; educadores`.
    private func isApart(_ part: Range<Int>) -> Bool {
        guard lexicon.language == .spanish, part.lowerBound > 1, isEntity(part, isStrict: true) else { return false }
        // `…, tamaños con nombre y precio, y ventas`
        let isLast = ["y", "e"].contains(tokens[part.lowerBound - 1].folded) && tokens[part.lowerBound - 2].isMark(",")
        return isLast || tokens[part.lowerBound - 1].isMark(";")
    }

    /// Whether what may be several things is the last of some fields: `sesiones con fecha, duración y notas`.
    private func isLastField(_ part: Range<Int>) -> Bool {
        guard lexicon.language == .spanish, part.count == 1, part.lowerBound > 0,
            lexicon.keywords.match(tokens, at: part.lowerBound - 1, where: { $0 == .and }) != nil
        else { return false }
        return lexicon.fieldItem(for: source.words(part).lowercased()) != nil
    }

    private func isListedEntity(_ part: Range<Int>) -> Bool {
        guard isEntity(part, isStrict: true) else { return false }
        let words = source.words(lists.withoutArticles(tokens, part)).entityName
        let singular = lexicon.inflector.singular(of: words)
        guard singular != words else { return false }
        return lexicon.entity(named: singular) != nil
    }

    private mutating func add(_ owner: Range<Int>?, having parts: [Range<Int>]) {
        guard let owner, !owner.isEmpty else { return }
        guard isEntity(owner, isStrict: false) else { return ([owner] + parts).forEach { leave($0) } }
        addEntity(owner)
        let items = parts.filter { !isTechnology($0) }.map { source.part(lists.withoutArticles(tokens, $0)) }
        guard let last = seed.entities.indices.last, !items.isEmpty else { return }
        seed.entities[last].form = .listed
        seed.entities[last].freeItems += items.map(FreeItem.item)
    }
}
