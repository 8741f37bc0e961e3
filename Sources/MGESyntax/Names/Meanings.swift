/// What a name may stand for, in languages where one name may mean different things at once.
struct Meanings: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let value = Meanings(rawValue: 1)
    static let type = Meanings(rawValue: 2)
    /// What a call without a receiver looks for, where methods and variables are kept apart.
    static let call = Meanings(rawValue: 4)
    /// What expands to other text.
    static let macro = Meanings(rawValue: 8)
    static let any: Meanings = [.value, .type, .call, .macro]

    /// Reads `value`, `type`, `call`, `macro` or several of them joined by `+`.
    init?(_ text: String) {
        var meanings: Meanings = []
        for word in text.split(separator: "+") {
            switch word {
            case "value": meanings.insert(.value)
            case "type": meanings.insert(.type)
            case "call": meanings.insert(.call)
            case "macro": meanings.insert(.macro)
            default: return nil
            }
        }
        self = meanings
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }
}
