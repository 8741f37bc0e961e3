/// Jinja's own filters, and `string_literal`.
enum BuiltinFilters {
    static let all: [String: TemplateFilter] = [text, markup, number, sequence, attribute, serialization]
        .reduce(into: [:]) { $0.merge($1) { _, new in new } }
}

extension Value {
    /// The value as the text that a filter works on, with whether it is marked safe.
    func filterText() throws -> (text: String, isSafe: Bool) {
        if case .markup(let text) = self { return (text, true) }
        return (try text(), false)
    }

    /// A text with the mark of another value.
    static func text(_ text: String, safe: Bool) -> Value { safe ? .markup(text) : .string(text) }
}
