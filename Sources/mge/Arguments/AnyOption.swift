/// An option or flag whose value type is hidden, as parser and help see it.
struct AnyOption: Sendable {
    let name: String
    let short: Character?
    /// Nil for a flag.
    let valueName: String?
    let help: String
    let environment: String?
    let fallback: String?
    let isSetting: Bool
    let read: @Sendable (String) throws(BadValue) -> any Sendable

    init<Value: Sendable>(_ option: Option<Value>) {
        name = option.name
        short = option.short
        valueName = option.valueName
        help = option.help
        environment = option.environment
        fallback = option.fallback
        isSetting = option.isSetting
        read = { text throws(BadValue) in try option.read(text) }
    }

    init(_ flag: Flag) {
        name = flag.name
        short = flag.short
        valueName = nil
        help = flag.help
        environment = flag.environment
        fallback = nil
        isSetting = flag.isSetting
        read = { text throws(BadValue) in
            switch text {
            case "true": true
            case "false": false
            default: throw BadValue(reason: "is neither true nor false")
            }
        }
    }

    var isFlag: Bool { valueName == nil }
}
