/// The options that every command has.
enum CommonOptions {
    static let workspace = Option<String>(
        "workspace", "DIR", environment: "MGE_WORKSPACE", fallback: "workspace", isSetting: true,
        help: "where runs leave their repositories and the private database lives")
    static let database = Option<String>(
        "database", "URL", environment: "DATABASE_URL", fallback: "a private server in the workspace",
        isSetting: true, help: "the PostgreSQL database to use")
    static let json = Flag("json", isSetting: true, help: "print results as lines of JSON on standard output")
    static let quiet = Flag("quiet", short: "q", isSetting: true, help: "tell errors only")
    static let verbose = Flag("verbose", short: "v", isSetting: true, help: "tell every event")
    static let noColor = Flag("no-color", environment: "NO_COLOR", isSetting: true, help: "never use colours")

    static let all = [
        AnyOption(workspace), AnyOption(database), AnyOption(json), AnyOption(quiet), AnyOption(verbose),
        AnyOption(noColor),
    ]
}
