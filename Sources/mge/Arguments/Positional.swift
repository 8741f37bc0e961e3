/// An argument that is told by its place.
struct Positional: Sendable {
    /// How many there are.
    enum Arity: Sendable {
        case one, optional, any, many
    }

    /// What it is called in help: `RUN`.
    let name: String
    let arity: Arity
    let help: String
    /// The words that are allowed; nil allows every text.
    let words: [String]?

    init(_ name: String, _ arity: Arity = .one, words: [String]? = nil, help: String) {
        self.name = name
        self.arity = arity
        self.words = words
        self.help = help
    }

    /// How it stands in a usage line.
    var usage: String {
        let name = words.map { $0.joined(separator: "|") } ?? name
        return switch arity {
        case .one: name
        case .optional: "[\(name)]"
        case .any: "[\(name)…]"
        case .many: "\(name)…"
        }
    }
}
