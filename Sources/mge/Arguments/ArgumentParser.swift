import MGECore

/// Reads a command line by the commands' declarations.
///
/// A value comes from the command line, else from the option's environment variable, else from the settings file.
struct ArgumentParser: Sendable {
    /// What the command line asks for.
    enum Request: Sendable {
        case command(String, ParsedArguments)
        /// Help about a command, or about everything.
        case help(String?)
        case version
    }

    let commands: [CommandDeclaration]
    /// The options that every command has, which may also stand before the command.
    let common: [AnyOption]
    let environment: [String: String]
    var settings: SettingsFile

    /// Reads the words after the program's name.
    /// - Throws: `UsageError`.
    func parse(_ arguments: [String]) throws(UsageError) -> Request {
        var scan = ArgumentScan(words: arguments)
        try scan.read(until: .firstWord, options: common, command: nil)
        if scan.asksForHelp { return .help(nil) }
        if scan.asksForVersion { return .version }
        guard let name = scan.next() else { throw UsageError("no command is given") }
        if name == "help" { return try help(about: &scan) }
        let declaration = try declaration(of: name)
        try scan.read(until: .end, options: declaration.options + common, command: declaration)
        if scan.asksForHelp { return .help(name) }
        return .command(name, try complete(scan, for: declaration))
    }

    /// The values that the environment and the settings file give to the common options, whatever the command line
    /// says; for telling of a command line that cannot be understood.
    var fallbackValues: ParsedArguments {
        var values: [String: any Sendable] = [:]
        for option in common {
            if let value = try? fallback(for: option, command: nil) { values[option.name] = value }
        }
        return ParsedArguments(values: values, words: [], declared: [])
    }

    private func declaration(of name: String) throws(UsageError) -> CommandDeclaration {
        if let declaration = commands.first(where: { $0.name == name }) { return declaration }
        let nearest = NearestName.of(name, among: commands.map(\.name) + ["help"])
        throw UsageError("there is no command '\(name)'", remedy: nearest.map { "did you mean '\($0)'?" })
    }

    private func help(about scan: inout ArgumentScan) throws(UsageError) -> Request {
        try scan.read(until: .end, options: common, command: nil)
        guard let topic = scan.words.first else { return .help(nil) }
        guard scan.words.count == 1 else { throw UsageError("help takes one command, not \(scan.words.count)") }
        return .help(topic == "help" ? nil : try declaration(of: topic).name)
    }

    private func complete(
        _ scan: ArgumentScan, for declaration: CommandDeclaration
    ) throws(UsageError) -> ParsedArguments {
        try checkWords(scan.words, for: declaration)
        for conflict in declaration.conflicts where scan.given(conflict.first) && scan.given(conflict.second) {
            throw UsageError(
                "--\(conflict.first) and --\(conflict.second) can't be given together", remedy: conflict.remedy,
                command: declaration.name)
        }
        var values = scan.values
        for option in declaration.options + common where values[option.name] == nil {
            values[option.name] = try fallback(for: option, command: declaration.name)
        }
        return ParsedArguments(values: values, words: scan.words, declared: declaration.positionals)
    }

    private func fallback(for option: AnyOption, command: String?) throws(UsageError) -> (any Sendable)? {
        if let variable = option.environment, let text = environment[variable], !text.isEmpty {
            if option.isFlag { return true }
            do {
                return try option.read(text)
            } catch {
                throw UsageError("\(variable): '\(text)' \(error.reason)", command: command)
            }
        }
        guard option.isSetting, let entry = settings[option.name] else { return nil }
        do {
            return try option.read(entry.text)
        } catch {
            throw UsageError("\(entry.place): \(option.name): '\(entry.text)' \(error.reason)", command: command)
        }
    }

    private func checkWords(_ words: [String], for declaration: CommandDeclaration) throws(UsageError) {
        for (index, positional) in declaration.positionals.enumerated() {
            let taken = words.dropFirst(index)
            if taken.isEmpty, positional.arity == .one || positional.arity == .many {
                let what = positional.words.map { $0.joined(separator: ", ") } ?? positional.help
                throw UsageError("\(positional.name) is missing", remedy: "give \(what)", command: declaration.name)
            }
            guard let allowed = positional.words, let word = taken.first, !allowed.contains(word) else { continue }
            let remedy = NearestName.of(word, among: allowed).map { "did you mean '\($0)'?" }
            throw UsageError(
                "\(positional.name): '\(word)' is not one of \(allowed.joined(separator: ", "))", remedy: remedy,
                command: declaration.name)
        }
        let takesRest = declaration.positionals.contains { $0.arity == .any || $0.arity == .many }
        if !takesRest, words.count > declaration.positionals.count {
            throw UsageError(
                "'\(words[declaration.positionals.count])' is one argument too many", command: declaration.name)
        }
    }
}
