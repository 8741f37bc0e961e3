import MGECore

/// The walk over a command line: what was read so far, and what is left.
struct ArgumentScan {
    /// Where a walk ends.
    enum Bound {
        case firstWord, end
    }

    private var remaining: ArraySlice<String>
    private(set) var values: [String: any Sendable] = [:]
    private(set) var words: [String] = []
    private(set) var asksForHelp = false
    private(set) var asksForVersion = false

    init(words: [String]) {
        remaining = words[...]
    }

    /// The next word as it is; nil at the end.
    mutating func next() -> String? { remaining.popFirst() }

    func given(_ option: String) -> Bool { values[option] != nil }

    /// Reads options, and words up to a bound.
    /// - Throws: `UsageError`.
    mutating func read(
        until bound: Bound, options: [AnyOption], command: CommandDeclaration?
    ) throws(UsageError) {
        while let word = remaining.first {
            let isOption = word.hasPrefix("-") && word != "-"
            if !isOption, bound == .firstWord { return }
            remaining.removeFirst()
            if word == "--" {
                if bound == .end {
                    words += remaining
                    remaining = []
                }
                return
            }
            if !isOption {
                words.append(word)
            } else if word.hasPrefix("--") {
                try readLong(word.dropFirst(2), options, command)
            } else {
                try readShort(word.dropFirst(), options, command)
            }
        }
    }

    private mutating func readLong(
        _ text: Substring, _ options: [AnyOption], _ command: CommandDeclaration?
    ) throws(UsageError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        let attached = parts.count > 1 ? String(parts[1]) : nil
        if attached == nil, name == "help" { return asksForHelp = true }
        if attached == nil, name == "version", command == nil { return asksForVersion = true }
        guard let option = options.first(where: { $0.name == name }) else {
            let names = options.map(\.name) + ["help"] + (command == nil ? ["version"] : [])
            let nearest = NearestName.of(name, among: names)
            let subject = command.map { "mge \($0.name) has no option" } ?? "there is no option"
            throw UsageError(
                "\(subject) --\(name)", remedy: nearest.map { "did you mean --\($0)?" }, command: command?.name)
        }
        try store(option, spelled: "--\(name)", attached, command)
    }

    /// Short options may stand together, `-qy`, and the last may carry its value.
    private mutating func readShort(
        _ text: Substring, _ options: [AnyOption], _ command: CommandDeclaration?
    ) throws(UsageError) {
        var letters = text
        while let letter = letters.popFirst() {
            if letter == "h" { return asksForHelp = true }
            guard let option = options.first(where: { $0.short == letter }) else {
                let subject = command.map { "mge \($0.name) has no option" } ?? "there is no option"
                throw UsageError("\(subject) -\(letter)", command: command?.name)
            }
            let takesRest = !option.isFlag && !letters.isEmpty
            try store(option, spelled: "-\(letter)", takesRest ? String(letters) : nil, command)
            if takesRest { return }
        }
    }

    private mutating func store(
        _ option: AnyOption, spelled: String, _ attached: String?, _ command: CommandDeclaration?
    ) throws(UsageError) {
        guard let valueName = option.valueName else {
            guard attached == nil else { throw UsageError("\(spelled) takes no value", command: command?.name) }
            values[option.name] = true
            return
        }
        guard values[option.name] == nil else {
            throw UsageError("\(spelled) is given twice", command: command?.name)
        }
        let text: String
        if let attached {
            text = attached
        } else if let following = remaining.first, following == "-" || !following.hasPrefix("-") {
            remaining.removeFirst()
            text = following
        } else {
            throw UsageError(
                "\(spelled) needs a value: \(spelled) \(valueName)",
                remedy: remaining.first.map { "a value that begins with '-' is written \(spelled)=\($0)" },
                command: command?.name)
        }
        do {
            values[option.name] = try option.read(text)
        } catch {
            throw UsageError("\(spelled): '\(text)' \(error.reason)", command: command?.name)
        }
    }
}
