import MGECore
import MGELayers

extension BuildDiscovery {
    /// Lets lists be searched and sorted, where the fields are there.
    mutating func applyRequest(_ behaviour: Behaviour) {
        switch behaviour.kind {
        case .search(let words): applyRequest(behaviour, words, isSearch: true)
        case .sort(let words): applyRequest(behaviour, words, isSearch: false)
        case .filter(let words): applyFilter(behaviour, words)
        case .newestFirst:
            findings.add(
                .note, "“\(shown(behaviour))”: every list begins with what was created last",
                remedy: "write `- sort: …` to let it be sorted otherwise", at: behaviour.words.place)
        default: break
        }
    }

    private mutating func applyRequest(_ behaviour: Behaviour, _ words: [Located], isSearch: Bool) {
        let keyword = isSearch ? "search" : "sort"
        let positions = positions(behaviour, words)
        guard !positions.isEmpty else {
            return refuse(
                behaviour, "it is not said of which entity, and none alone has such fields",
                remedy: "name it: `books can be searched by title`, or write `- \(keyword): …` below its heading")
        }
        guard !words.isEmpty else {
            return refuse(
                behaviour, "it is not said in which fields", remedy: "name them: `by title or body`")
        }
        for position in positions {
            var names: [String] = []
            for word in words {
                if let name = requested(word, in: position, isSearch: isSearch, behaviour), !names.contains(name) {
                    names.append(name)
                }
            }
            guard !names.isEmpty else { continue }
            let earlier = isSearch ? entities[position].entity.searched : entities[position].entity.sorted
            let all = (earlier ?? []) + names.filter { earlier?.contains($0) != true }
            if isSearch { entities[position].entity.searched = all } else { entities[position].entity.sorted = all }
            let name = entities[position].entity.name
            let list = names.map { "`\($0)`" }.joined(separator: ", ")
            tell(
                isSearch ? "`\(name)` is searched in \(list)" : "the list of `\(name)` may be sorted by \(list)",
                behaviour, item: "\(keyword): \(all.joined(separator: ", "))", of: name)
        }
    }

    /// The entities that are meant: those that are named, or the only one that has all of the fields.
    private func positions(_ behaviour: Behaviour, _ words: [Located]) -> [Int] {
        let named = behaviour.entities.compactMap { told($0) }
        if !named.isEmpty || words.isEmpty { return named }
        let having = (words.first.map { told.fields[$0.text.wireName.foldedForComparison] ?? [] } ?? []).filter {
            position in
            words.allSatisfy { field($0, in: position) != nil }
        }
        if let before = behaviour.antecedent.flatMap({ told($0) }), having.contains(before) { return [before] }
        return having.count == 1 ? having : []
    }

    /// The field that words name: by its name, or by a part of it that no other has.
    private func field(_ words: Located, in position: Int) -> Int? {
        let fields = entities[position].entity.fields
        for name in [words.text, lexicon.inflector.singular(of: words.text.lowercased())] {
            if let index = index(of: name, in: position) { return index }
        }
        let wire = words.text.wireName.foldedForComparison
        let partial = fields.indices.filter { index in
            let name = fields[index].name.foldedForComparison
            return name.hasSuffix("_" + wire) || name.hasPrefix(wire + "_")
        }
        return partial.count == 1 ? partial[0] : nil
    }

    /// The name of a field that fits; what does not is told.
    private mutating func requested(
        _ words: Located, in position: Int, isSearch: Bool, _ behaviour: Behaviour
    ) -> String? {
        let entity = entities[position].entity.name
        let keyword = isSearch ? "search" : "sort"
        let wire = words.text.wireName.lowercased()
        if !isSearch, ["created_at", "updated_at"].contains(wire) { return wire }
        guard let index = field(words, in: position) else {
            let isReference = entities[position].relationships.contains { $0.name.lowercased() == wire }
            refuse(
                behaviour,
                isReference
                    ? "`\(words.text)` of `\(entity)` is a reference" : "`\(entity)` has no field `\(words.text)`",
                subject: entity,
                remedy: isReference
                    ? "its list is filtered by `\(wire)_id` anyway"
                    : "name one of its fields, or write `- \(keyword): …` below a heading `### \(entity.capitalisedFirst)`"
            )
            return nil
        }
        let field = entities[position].entity.fields[index]
        let fits: Bool =
            switch field.type {
            case .string, .text, .email, .url: true
            case .json: false
            default: !isSearch
            }
        guard !fits else { return field.name }
        refuse(
            behaviour, "`\(field.name)` of `\(entity)` is of type \(field.type.name)", subject: entity,
            remedy: isSearch
                ? "search in fields of type string, text, email or url; lists are filtered by enumerations, truth values and references anyway"
                : "sort by another field")
        return nil
    }

    private mutating func applyFilter(_ behaviour: Behaviour, _ words: [Located]) {
        for position in positions(behaviour, words) {
            let entity = entities[position].entity
            for word in words {
                let wire = word.text.wireName.foldedForComparison
                let isReference = entities[position].relationships.contains {
                    $0.name.foldedForComparison == wire
                        || $0.target.foldedForComparison
                            == lexicon.inflector.singular(of: word.text.entityName).foldedForComparison
                }
                let type = field(word, in: position).map { entity.fields[$0].type }
                if isReference || type?.isFilter == true {
                    findings.add(
                        .note,
                        "“\(shown(behaviour))”: the list of `\(entity.name)` is filtered by `\(word.text)` anyway",
                        subject: entity.name, remedy: "nothing has to be written for it", at: behaviour.words.place)
                } else {
                    refuse(
                        behaviour, "the list of `\(entity.name)` cannot be filtered by `\(word.text)`",
                        subject: entity.name,
                        remedy:
                            "lists are filtered by enumerations, truth values and references, and searched in texts: `- search: …`"
                    )
                }
            }
        }
        if positions(behaviour, words).isEmpty {
            refuse(
                behaviour, "it is not said of which entity",
                remedy: "lists are filtered by enumerations, truth values and references anyway")
        }
    }
}

extension FieldType {
    /// Whether lists are filtered by fields of it.
    fileprivate var isFilter: Bool {
        switch self {
        case .enumeration, .boolean: true
        default: false
        }
    }
}
