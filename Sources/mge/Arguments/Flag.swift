/// An option without a value.
struct Flag: Sendable {
    /// The long name without dashes.
    let name: String
    let short: Character?
    let help: String
    /// The environment variable that sets it when it holds anything.
    let environment: String?
    /// Whether `mge.json` may set it, under the flag's name.
    let isSetting: Bool

    init(
        _ name: String, short: Character? = nil, environment: String? = nil, isSetting: Bool = false, help: String
    ) {
        self.name = name
        self.short = short
        self.environment = environment
        self.isSetting = isSetting
        self.help = help
    }
}
