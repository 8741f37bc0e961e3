/// An option that takes a value: how it is written, what its value means, and where else a value may come from.
struct Option<Value: Sendable>: Sendable {
    /// The long name without dashes.
    let name: String
    let short: Character?
    /// What the value is called in help: `DIR`.
    let valueName: String
    let help: String
    /// The environment variable that gives the value when the command line does not.
    let environment: String?
    /// What holds when nobody says anything, for help.
    let fallback: String?
    /// Whether `mge.json` may give the value, under the option's name.
    let isSetting: Bool
    /// Reads a value.
    let read: @Sendable (String) throws(BadValue) -> Value

    init(
        _ name: String, short: Character? = nil, _ valueName: String, environment: String? = nil,
        fallback: String? = nil, isSetting: Bool = false, help: String,
        read: @escaping @Sendable (String) throws(BadValue) -> Value
    ) {
        self.name = name
        self.short = short
        self.valueName = valueName
        self.environment = environment
        self.fallback = fallback
        self.isSetting = isSetting
        self.help = help
        self.read = read
    }
}

/// Why a text is no value of an option: what would be one, as in `is not a whole number from 1 to 64`.
struct BadValue: Error, Hashable {
    /// The end of a sentence that begins with the value.
    let reason: String
}

extension Option<String> {
    /// An option whose value is any text that is not empty.
    init(
        _ name: String, short: Character? = nil, _ valueName: String, environment: String? = nil,
        fallback: String? = nil, isSetting: Bool = false, help: String
    ) {
        self.init(
            name, short: short, valueName, environment: environment, fallback: fallback, isSetting: isSetting,
            help: help
        ) { text throws(BadValue) in
            guard !text.isEmpty else { throw BadValue(reason: "is empty") }
            return text
        }
    }
}

extension Option<Int> {
    /// An option whose value is a whole number in a range.
    init(
        _ name: String, _ valueName: String, in range: ClosedRange<Int>, environment: String? = nil,
        fallback: String? = nil, isSetting: Bool = false, help: String
    ) {
        self.init(
            name, valueName, environment: environment, fallback: fallback, isSetting: isSetting, help: help
        ) { text throws(BadValue) in
            guard let number = Int(text), range.contains(number) else {
                throw BadValue(reason: "is not a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }
    }
}

extension Option where Value: CaseIterable & RawRepresentable<String> {
    /// An option whose value is one of some words.
    init(
        _ name: String, environment: String? = nil, fallback: String? = nil, isSetting: Bool = false, help: String
    ) {
        let words = Value.allCases.map(\.rawValue)
        self.init(
            name, words.joined(separator: "|"), environment: environment, fallback: fallback, isSetting: isSetting,
            help: help
        ) { text throws(BadValue) in
            guard let value = Value(rawValue: text) else {
                throw BadValue(reason: "is not one of \(words.joined(separator: ", "))")
            }
            return value
        }
    }
}
