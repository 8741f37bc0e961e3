import Testing

@testable import mge

@Suite("The argument parser")
struct ArgumentParserTests {
    private func arguments(
        _ words: [String], environment: [String: String] = [:], settings: SettingsFile = SettingsFile()
    ) throws -> ParsedArguments {
        let parser = SampleCommands.parser(environment: environment, settings: settings)
        guard case .command(_, let arguments) = try parser.parse(words) else {
            Issue.record("not a command: \(words)")
            return ParsedArguments()
        }
        return arguments
    }

    @Test(
        "An option's value may be apart, attached, or attached to a letter",
        arguments: [["--name", "x"], ["--name=x"], ["-n", "x"], ["-nx"], ["-dnx"], ["-d", "--name", "x"]])
    func values(_ options: [String]) throws {
        let arguments = try arguments(["send"] + options + ["file"])
        #expect(arguments[SampleCommands.name] == "x")
        #expect(arguments[SampleCommands.file] == ["file"])
    }

    @Test(
        "Common options may stand before the command and after it",
        arguments: [["-l", "send", "f"], ["send", "f", "--loud"]])
    func commonOptions(_ words: [String]) throws {
        #expect(try arguments(words)[SampleCommands.loud])
    }

    @Test("After -- everything is a word, and - is one anywhere")
    func words() throws {
        let arguments = try arguments(["send", "-", "--", "--name", "-d"])
        #expect(arguments[SampleCommands.file] == ["-"])
        #expect(arguments[SampleCommands.more] == ["--name", "-d"])
        #expect(arguments[SampleCommands.name] == nil)
        #expect(!arguments[SampleCommands.dry])
    }

    @Test("A value with an equals sign is kept whole")
    func equalsSign() throws {
        #expect(try arguments(["send", "f", "--name=a=b"])[SampleCommands.name] == "a=b")
    }

    @Test("The command line goes over the environment, and that over the settings file")
    func precedence() throws {
        let file = try SettingsFile(
            parsing: #"{"count": 4, "level": "high", "wet": true}"#, known: ["count", "level", "wet"])
        let fromFile = try arguments(["send", "f"], settings: file)
        #expect(fromFile[SampleCommands.count] == 4)
        #expect(fromFile[SampleCommands.level] == .high)
        #expect(fromFile[SampleCommands.wet])
        let environment = ["SAMPLE_COUNT": "5", "SAMPLE_LOUD": "1"]
        let fromEnvironment = try arguments(["send", "f"], environment: environment, settings: file)
        #expect(fromEnvironment[SampleCommands.count] == 5)
        #expect(fromEnvironment[SampleCommands.loud])
        #expect(
            try arguments(["send", "f", "--count", "6"], environment: environment, settings: file)[SampleCommands.count]
                == 6)
        #expect(try arguments(["send", "f"], environment: ["SAMPLE_COUNT": ""])[SampleCommands.count] == nil)
    }

    @Test(
        "What is wrong is named, with what may have been meant",
        arguments: [
            (["snd"], "there is no command 'snd'", "did you mean 'send'?"),
            (["send", "f", "--nmae", "x"], "mge send has no option --nmae", "did you mean --name?"),
            (["send", "f", "-x"], "mge send has no option -x", nil),
            (["--lod"], "there is no option --lod", "did you mean --loud?"),
            (["send", "f", "--name"], "--name needs a value: --name NAME", nil),
            (
                ["send", "f", "--name", "-d"], "--name needs a value: --name NAME",
                "a value that begins with '-' is written --name=-d"
            ),
            (["send", "f", "--name="], "--name: '' is empty", nil),
            (["send", "f", "--count", "10"], "--count: '10' is not a whole number from 1 to 9", nil),
            (["send", "f", "--count=x"], "--count: 'x' is not a whole number from 1 to 9", nil),
            (["send", "f", "--level", "mid"], "--level: 'mid' is not one of low, high", nil),
            (["send", "f", "--dry-run=yes"], "--dry-run takes no value", nil),
            (["send", "f", "--name", "a", "-n", "b"], "-n is given twice", nil),
            (["send", "f", "--wet", "-d"], "--dry-run and --wet can't be given together", "choose one"),
            (["send"], "FILE is missing", "give the file to send"),
            (["server", "strat"], "ACTION: 'strat' is not one of start, stop", "did you mean 'start'?"),
            (["server", "start", "now"], "'now' is one argument too many", nil),
            ([], "no command is given", nil),
            (["help", "send", "server"], "help takes one command, not 2", nil),
        ] as [([String], String, String?)])
    func refusals(_ words: [String], _ message: String, _ remedy: String?) {
        let error = #expect(throws: UsageError.self) { try SampleCommands.parser().parse(words) }
        #expect(error?.message == message)
        #expect(error?.remedy == remedy)
    }

    @Test("A bad value names where it came from")
    func sources() throws {
        let fromEnvironment = #expect(throws: UsageError.self) {
            try arguments(["send", "f"], environment: ["SAMPLE_COUNT": "many"])
        }
        #expect(fromEnvironment?.message == "SAMPLE_COUNT: 'many' is not a whole number from 1 to 9")
        let file = try SettingsFile(parsing: "{\n  \"count\": 12\n}", known: ["count"])
        let fromFile = #expect(throws: UsageError.self) { try arguments(["send", "f"], settings: file) }
        #expect(fromFile?.message == "mge.json:2:12: count: '12' is not a whole number from 1 to 9")
    }

    @Test(
        "Help and version are asked for in every usual way",
        arguments: [
            (["--help"], ""), (["-h"], ""), (["help"], ""), (["help", "send"], "send"), (["send", "--help"], "send"),
            (["send", "-h"], "send"), (["send", "f", "--count", "2", "--help"], "send"), (["help", "help"], ""),
            (["--version"], "version"),
        ])
    func help(_ words: [String], _ expected: String) throws {
        switch try SampleCommands.parser().parse(words) {
        case .help(let name): #expect(name ?? "" == expected)
        case .version: #expect(expected == "version")
        case .command: Issue.record("a command")
        }
    }
}
