/// What a command line says, with every value read.
struct ParsedArguments: Sendable {
    private(set) var values: [String: any Sendable] = [:]
    /// The words that are no options, in order.
    fileprivate(set) var words: [String] = []
    private var declared: [Positional] = []

    init() {}

    init(values: [String: any Sendable], words: [String], declared: [Positional]) {
        self.values = values
        self.words = words
        self.declared = declared
    }

    /// The value of an option; nil when nobody gave one.
    subscript<Value: Sendable>(_ option: Option<Value>) -> Value? {
        values[option.name] as? Value
    }

    /// Whether a flag is set.
    subscript(_ flag: Flag) -> Bool {
        values[flag.name] as? Bool ?? false
    }

    /// The words that a positional argument took.
    subscript(_ positional: Positional) -> [String] {
        guard let index = declared.firstIndex(where: { $0.name == positional.name }), index < words.count else {
            return []
        }
        return switch positional.arity {
        case .one, .optional: [words[index]]
        case .any, .many: Array(words[index...])
        }
    }
}
