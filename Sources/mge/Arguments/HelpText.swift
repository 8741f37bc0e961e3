/// Renders help from declarations, for a width in columns.
struct HelpText: Sendable {
    /// A named text about something that no single command has.
    struct Section: Sendable {
        let title: String
        /// Terms and what they mean.
        let rows: [(term: String, meaning: String)]
    }

    let commands: [CommandDeclaration]
    let common: [AnyOption]
    /// What follows in the list of commands.
    let sections: [Section]
    let width: Int

    /// The list of commands.
    func overview() -> String {
        var text = "MGE compiles a project description into a complete, checked repository.\n\n"
        text += "Usage: mge COMMAND [ARGUMENTS] [OPTIONS]\n"
        for group in CommandDeclaration.Group.allCases {
            let rows = commands.filter { $0.group == group }.map { (term: $0.name, meaning: $0.summary) }
            text += section(group.rawValue, rows)
        }
        text += section("Options of every command", rows(of: common + [Self.help, Self.version]))
        for part in sections { text += section(part.title, part.rows) }
        return text + "\nA RUN is an id, the beginning of one, or 'last'. More: mge help COMMAND\n"
    }

    /// The help of a command.
    func page(of command: CommandDeclaration) -> String {
        var text = "\(command.summary.prefix(1).uppercased())\(command.summary.dropFirst())\n\n"
        text +=
            wrapped(words: ["Usage:", "mge \(command.name)"] + command.arguments, indent: 12 + command.name.count)
            + "\n"
        for paragraph in command.discussion.split(separator: "\n\n") {
            text += "\n" + wrapped(String(paragraph), indent: 0) + "\n"
        }
        text += section("Arguments", command.positionals.map { (term: $0.name, meaning: $0.help) })
        text += section("Options", rows(of: command.options))
        text += section("Options of every command", rows(of: common + [Self.help]))
        if !command.examples.isEmpty {
            text += "\nExamples:\n"
            for example in command.examples { text += "  # \(example.meaning)\n  \(example.line)\n" }
        }
        return text
    }

    private static let help = AnyOption(Flag("help", short: "h", help: "print help"))
    private static let version = AnyOption(Flag("version", help: "print the version"))

    private func rows(of options: [AnyOption]) -> [(term: String, meaning: String)] {
        options.map { option in
            let short = option.short.map { "-\($0), " } ?? "    "
            var notes: [String] = []
            if let variable = option.environment { notes.append("environment: \(variable)") }
            if let fallback = option.fallback { notes.append("default: \(fallback)") }
            let note = notes.isEmpty ? "" : " [\(notes.joined(separator: "; "))]"
            return (short + "--\(option.name)" + (option.valueName.map { " \($0)" } ?? ""), option.help + note)
        }
    }

    private func section(_ title: String, _ rows: [(term: String, meaning: String)]) -> String {
        guard !rows.isEmpty else { return "" }
        let column = min(rows.map(\.term.count).max() ?? 0, 26) + 4
        let lines = rows.map { term, meaning in
            let head = "  " + term
            let gap = column - head.count
            guard gap >= 2 else {
                return head + "\n" + String(repeating: " ", count: column)
                    + wrapped(meaning, indent: column, from: column)
            }
            return head + String(repeating: " ", count: gap) + wrapped(meaning, indent: column, from: column)
        }
        return "\n\(title):\n" + lines.joined(separator: "\n") + "\n"
    }

    /// Breaks a text into lines, the first of which begins at a column, and indents all others.
    private func wrapped(_ text: String, indent: Int, from start: Int = 0) -> String {
        wrapped(words: text.split(separator: " ").map(String.init), indent: indent, from: start)
    }

    private func wrapped(words: [String], indent: Int, from start: Int = 0) -> String {
        var result = ""
        var column = start
        for word in words {
            if !result.isEmpty, column + 1 + word.count > max(width, indent + 20) {
                result += "\n" + String(repeating: " ", count: indent)
                column = indent
            } else if !result.isEmpty {
                result += " "
                column += 1
            }
            result += word
            column += word.count
        }
        return result
    }
}
