/// What a command is called, takes and does: the one source of its parsing and its help.
struct CommandDeclaration: Sendable {
    /// The groups in which commands are listed.
    enum Group: String, Sendable, CaseIterable {
        case build = "Build a project"
        case inspect = "Look into a run"
        case analyse = "Look into sources"
        case maintain = "Keep house"
    }

    /// A command line worth copying.
    struct Example: Sendable {
        let line: String
        /// What it does, as a phrase.
        let meaning: String

        init(_ line: String, _ meaning: String) {
            self.line = line
            self.meaning = meaning
        }
    }

    let name: String
    let group: Group
    /// One phrase for the list of commands.
    let summary: String
    /// What one has to know to use it; paragraphs are separated by empty lines.
    let discussion: String
    let positionals: [Positional]
    let options: [AnyOption]
    /// Pairs of options that exclude each other, each with what to do instead.
    let conflicts: [Conflict]
    let examples: [Example]

    /// Two options that can't be given together.
    struct Conflict: Sendable {
        let first: String
        let second: String
        let remedy: String

        init(_ first: String, _ second: String, remedy: String) {
            self.first = first
            self.second = second
            self.remedy = remedy
        }
    }

    init(
        _ name: String, in group: Group, summary: String, discussion: String, positionals: [Positional] = [],
        options: [AnyOption] = [], conflicts: [Conflict] = [], examples: [Example] = []
    ) {
        self.name = name
        self.group = group
        self.summary = summary
        self.discussion = discussion
        self.positionals = positionals
        self.options = options
        self.conflicts = conflicts
        self.examples = examples
    }

    /// What a usage line says after the command's name, in pieces that stay together.
    var arguments: [String] {
        positionals.map(\.usage)
            + options.map { option in option.valueName.map { "[--\(option.name) \($0)]" } ?? "[--\(option.name)]" }
    }
}
