extension BehaviourReader {
    /// `patients can be searched by name or phone`, `list appointments by date`, `filter tasks by status`.
    mutating func readRequests() {
        for index in text.signs where !isClaimed(index) && text.mention(at: index) == nil {
            if let count = text.said(index, .search) {
                readSearch(index, count)
            } else if let count = text.said(index, .sort) {
                readSort(index, count)
            } else if let count = text.said(index, .filter) {
                readFilter(index, count)
            } else if let count = text.said(index, .list) {
                readList(index, count)
            } else if let count = text.said(index, .newestFirst) {
                add(.newestFirst, of: text.sentence.mentions.prefix(1).map(text.name), span(index, index + count))
            }
        }
    }

    private struct Request {
        var entities: [String]
        var nouns: [Behaviour.Noun]
        var words: Range<Int>
        var claim: Range<Int>
        var hasObject: Bool

        var fields: [Located] { nouns.map(\.words) }
        var hasEntity: Bool { nouns.contains { $0.entity != nil } }
    }

    /// What a verb asks for: its object, or else its subject, and the fields.
    private func request(_ index: Int, _ count: Int, _ lead: BehaviourWord...) -> Request? {
        guard !text.isDenied(span(part(before: index), index)) else { return nil }
        var end = index + count
        var objects: [Behaviour.Noun] = []
        if !lead.contains(where: { text.said(end, $0) != nil }) {
            let start = text.word(end, .per, .preposition).map { end + $0 } ?? end
            let list = text.list(from: start)
            objects = list.nouns.filter { $0.entity != nil }
            if !objects.isEmpty { end = list.end }
        }
        var nouns: [Behaviour.Noun] = []
        if let by = lead.lazy.compactMap({ text.said(end, $0) }).first {
            let list = text.list(from: end + by, lead: .by)
            nouns = list.nouns
            if !nouns.isEmpty { end = list.end }
        }
        guard !objects.isEmpty || !nouns.isEmpty else { return nil }
        let entities = objects.isEmpty ? subjects(index) : objects.compactMap(\.entity)
        let start = verbStart(index)
        return Request(
            entities: entities, nouns: nouns, words: span(min(subjectStart(index), start), end),
            claim: span(start, end), hasObject: !objects.isEmpty)
    }

    private mutating func readSearch(_ index: Int, _ count: Int) {
        guard let request = request(index, count, .by, .inField), !request.nouns.isEmpty || request.hasObject else {
            return
        }
        add(.search(request.fields), of: request.entities, request.words, claim: request.claim)
    }

    private mutating func readSort(_ index: Int, _ count: Int) {
        guard let request = request(index, count, .by), !request.nouns.isEmpty, !request.hasEntity else { return }
        add(.sort(request.fields), of: request.entities, request.words, claim: request.claim)
    }

    private mutating func readFilter(_ index: Int, _ count: Int) {
        guard let request = request(index, count, .by), !request.nouns.isEmpty else { return }
        add(.filter(request.fields), of: request.entities, request.words, claim: request.claim)
    }

    /// `list appointments by date`: sorted by a field, or those that refer to an entity.
    private mutating func readList(_ index: Int, _ count: Int) {
        guard let request = request(index, count, .by), !request.nouns.isEmpty, !request.entities.isEmpty else {
            return
        }
        let isSorted = !request.hasEntity
        add(
            isSorted ? .sort(request.fields) : .filter(request.fields), of: request.entities, request.words,
            claim: request.claim)
    }
}
