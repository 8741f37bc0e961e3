/// Several phrases written as one: `{may|can} be [left] empty` stands for four.
struct PhrasePattern: Sendable {
    private let pattern: Substring

    /// Prepares a pattern: `{a|b}` is one of these, `[a|b]` one of these or nothing.
    init(_ pattern: String) {
        self.pattern = pattern[...]
    }

    /// The phrases that it stands for; brackets without a partner stand for themselves.
    var phrases: [String] { Self.phrases(of: pattern) }

    private static func phrases(of pattern: Substring) -> [String] {
        guard let open = pattern.firstIndex(where: { $0 == "{" || $0 == "[" }),
            let close = pattern[open...].firstIndex(of: pattern[open] == "{" ? "}" : "]")
        else { return [String(pattern)] }
        var choices = pattern[pattern.index(after: open)..<close].split(
            separator: "|", omittingEmptySubsequences: false)
        if pattern[open] == "[" { choices.append("") }
        let ends = phrases(of: pattern[pattern.index(after: close)...])
        return choices.flatMap { choice in
            ends.map { String(pattern[..<open]) + choice + $0 }
        }
    }
}
