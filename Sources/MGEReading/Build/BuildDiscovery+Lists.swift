import MGECore
import MGELayers

extension BuildDiscovery {
    /// Finds the fields that lists are searched in and sorted by.
    mutating func readLists() {
        for position in entities.indices {
            for option in entities[position].statement.options {
                switch option.keyword {
                case .search:
                    let names = names(of: option, "search", of: position)
                    entities[position].entity.searched = merged(entities[position].entity.searched, names)
                case .sort:
                    let names = names(of: option, "sort", of: position)
                    entities[position].entity.sorted = merged(entities[position].entity.sorted, names)
                default: break
                }
            }
        }
    }

    private func merged(_ earlier: [String]?, _ names: [String]) -> [String]? {
        let all = (earlier ?? []) + names.filter { earlier?.contains($0) != true }
        return all.isEmpty ? nil : all
    }

    /// The fields that an item names, those that fit.
    private mutating func names(of option: OptionItem, _ what: String, of position: Int) -> [String] {
        var found: [String] = []
        for words in words(of: option, of: position) {
            guard let name = name(words, what, of: position) else { continue }
            if found.contains(name) {
                findings.add(
                    .error, "`\(what)` names `\(name)` twice", subject: entities[position].entity.name,
                    remedy: "remove one of them", at: words.place)
            } else {
                found.append(name)
            }
        }
        return found
    }

    /// The words between commas, divided at `and` where they are no field as a whole: `terms and conditions`.
    private func words(of option: OptionItem, of position: Int) -> [Located] {
        let fields = Set(entities[position].entity.fields.map { $0.name.lowercased() })
        var words: [Located] = []
        for part in option.value.split(whereSeparator: { option.source.tokens[$0].isMark(",") }) {
            guard let first = part.first, let last = part.last else { continue }
            let range = first..<last + 1
            let whole = Located(
                text: option.source.words(range).unquoted, place: option.source.tokens[first].place)
            let isField = fields.contains(whole.text.wireName.lowercased())
            words += isField ? [whole] : ItemReader.names(in: option.source, range, lexicon: lexicon)
        }
        return words
    }

    private mutating func name(_ words: Located, _ what: String, of position: Int) -> String? {
        let wire = words.text.wireName.lowercased()
        if what == "sort", ["created_at", "updated_at"].contains(wire) { return wire }
        guard let index = field(words, what, of: position) else { return nil }
        let field = entities[position].entity.fields[index]
        let fits: Bool =
            switch field.type {
            case .string, .text, .email, .url: true
            case .json: false
            default: what == "sort"
            }
        guard !fits else { return field.name }
        findings.add(
            .error, "`\(what)` names `\(field.name)`, which is of type \(field.type.name)",
            subject: entities[position].entity.name,
            remedy: what == "sort" ? "remove it" : "search in fields of type string, text, email or url",
            at: words.place)
        return nil
    }
}
