/// What the overview says beyond commands and options.
enum HelpSections {
    static let all = [
        HelpText.Section(
            title: "Environment",
            rows: [
                ("MGE_WORKSPACE", "as --workspace"),
                ("DATABASE_URL", "as --database"),
                ("NO_COLOR", "as --no-color"),
                ("MGE_HOME", "the folder with templates and migrations; default: the nearest above the program"),
                ("MGE_GRAMMARS", "folders with languages.so, separated by ':'"),
                ("MGE_USER_ID", "who submits runs; default: the user's name"),
            ]),
        HelpText.Section(
            title: "Settings file",
            rows: [
                (
                    SettingsFile.name,
                    "in the current folder: one object of long option names and values, below environment and options"
                )
            ]),
        HelpText.Section(
            title: "Exit codes", rows: ExitCode.documented.map { (term: "\($0.rawValue)", meaning: $0.meaning) }),
    ]
}
