@testable import mge

/// A command line with everything that can be declared.
enum SampleCommands {
    enum Level: String, CaseIterable, Sendable {
        case low, high
    }

    static let file = Positional("FILE", help: "the file to send")
    static let more = Positional("MORE", .any, help: "further files")
    static let name = Option<String>("name", short: "n", "NAME", help: "what to call it")
    static let count = Option<Int>(
        "count", "N", in: 1...9, environment: "SAMPLE_COUNT", fallback: "3", isSetting: true, help: "how many")
    static let level = Option<Level>("level", fallback: "low", isSetting: true, help: "how much")
    static let dry = Flag("dry-run", short: "d", help: "change nothing")
    static let wet = Flag("wet", isSetting: true, help: "change everything")
    static let action = Positional("ACTION", .optional, words: ["start", "stop"], help: "what to do")
    static let loud = Flag("loud", short: "l", environment: "SAMPLE_LOUD", isSetting: true, help: "speak up")

    static let send = CommandDeclaration(
        "send", in: .build, summary: "send files somewhere",
        discussion: "Sends every file, in the order in which they are given, and stops at the first that fails.",
        positionals: [file, more],
        options: [AnyOption(name), AnyOption(count), AnyOption(level), AnyOption(dry), AnyOption(wet)],
        conflicts: [.init("dry-run", "wet", remedy: "choose one")],
        examples: [.init("mge send a.txt --count 2", "send one file twice")])
    static let server = CommandDeclaration(
        "server", in: .maintain, summary: "start and stop", discussion: "Looks after it.", positionals: [action])

    static func parser(
        environment: [String: String] = [:], settings: SettingsFile = SettingsFile()
    ) -> ArgumentParser {
        ArgumentParser(
            commands: [send, server], common: [AnyOption(loud)], environment: environment, settings: settings)
    }
}
