/// Several phrases written as one: `{may|can} be [left] empty` stands for four.
///
/// Brackets stand around whole words and do not nest; ones without a partner stand for themselves.
struct PhrasePattern: Sendable {
    /// What follows one another: texts of which one is chosen, where an empty one is nothing.
    let elements: [[Substring]]

    /// Divides a pattern: `{a|b}` is one of these, `[a|b]` one of these or nothing.
    init(_ pattern: String) {
        var elements: [[Substring]] = []
        var rest = pattern[...]
        while let open = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) {
            let isOptional = rest[open] == "["
            guard let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: isOptional ? "]" : "}")) else { break }
            if open > rest.startIndex { elements.append([rest[..<open]]) }
            let choices = rest[rest.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false)
            elements.append(choices + (isOptional ? [""] : []))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { elements.append([rest]) }
        self.elements = elements
    }

    private init(elements: [[Substring]]) {
        self.elements = elements
    }

    /// How many phrases it stands for; more than can be counted are as many as can.
    var count: Int32 {
        elements.reduce(1) { Int32(clamping: Int64($0) * Int64($1.count)) }
    }

    /// The same with what is chosen last ending in another way, where one of the choices can.
    func endings(_ change: (Substring) -> Substring?) -> PhrasePattern? {
        guard let last = elements.last else { return nil }
        let changed = last.compactMap(change)
        return changed.isEmpty ? nil : PhrasePattern(elements: elements.dropLast() + [changed])
    }
}
