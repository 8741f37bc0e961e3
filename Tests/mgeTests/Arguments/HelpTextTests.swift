import Foundation
import Testing

@testable import mge

@Suite("Help")
struct HelpTextTests {
    private func help(width: Int) -> HelpText {
        HelpText(
            commands: [SampleCommands.send, SampleCommands.server], common: [AnyOption(SampleCommands.loud)],
            sections: [HelpText.Section(title: "Exit codes", rows: [("0", "done"), ("2", "bad usage")])], width: width)
    }

    @Test("A command's page shows usage, arguments, options with their sources, and examples")
    func page() {
        let expected = """
            Send files somewhere

            Usage: mge send FILE [MORE…] [--name NAME] [--count N]
                            [--level low|high] [--dry-run] [--wet]

            Sends every file, in the order in which they are given, and
            stops at the first that fails.

            Arguments:
              FILE  the file to send
              MORE  further files

            Options:
              -n, --name NAME       what to call it
                  --count N         how many [environment: SAMPLE_COUNT;
                                    default: 3]
                  --level low|high  how much [default: low]
              -d, --dry-run         change nothing
                  --wet             change everything

            Options of every command:
              -l, --loud  speak up [environment: SAMPLE_LOUD]
              -h, --help  print help

            Examples:
              # send one file twice
              mge send a.txt --count 2

            """
        #expect(help(width: 60).page(of: SampleCommands.send) == expected)
    }

    @Test("The overview lists commands by group and everything that all share")
    func overview() {
        let expected = """
            MGE compiles a project description into a complete, checked repository.

            Usage: mge COMMAND [ARGUMENTS] [OPTIONS]

            Build a project:
              send  send files somewhere

            Keep house:
              server  start and stop

            Options of every command:
              -l, --loud     speak up [environment: SAMPLE_LOUD]
              -h, --help     print help
                  --version  print the version

            Exit codes:
              0  done
              2  bad usage

            A RUN is an id, the beginning of one, or 'last'. More: mge help COMMAND

            """
        #expect(help(width: 80).overview() == expected)
    }

    @Test("No line of any command's help is wider than the terminal", arguments: [60, 80, 100])
    func width(_ width: Int) {
        let declarations = Program.commands.map { $0.declaration }
        let help = HelpText(
            commands: declarations, common: CommonOptions.all, sections: HelpSections.all, width: width)
        for declaration in declarations {
            let page = help.page(of: declaration)
            // An example is typed as it stands, so it is not broken.
            let lines = (page.components(separatedBy: "\nExamples:").first ?? "").split(separator: "\n")
            #expect(lines.allSatisfy { $0.count <= width }, "\(declaration.name)")
        }
        #expect(help.overview().split(separator: "\n").allSatisfy { $0.count <= max(width, 72) })
    }

    @Test("Every declared command is well formed")
    func declarations() {
        let declarations = Program.commands.map { $0.declaration }
        #expect(Set(declarations.map(\.name)).count == declarations.count)
        for declaration in declarations {
            let options = declaration.options + CommonOptions.all
            #expect(Set(options.map(\.name)).count == options.count, "\(declaration.name)")
            let letters = options.compactMap(\.short) + ["h"]
            #expect(Set(letters).count == letters.count, "\(declaration.name)")
            for conflict in declaration.conflicts {
                #expect(
                    options.contains { $0.name == conflict.first } && options.contains { $0.name == conflict.second })
            }
            for example in declaration.examples where example.line.hasPrefix("mge \(declaration.name)") {
                let words = example.line.prefix { $0 != "|" }.split(separator: " ").dropFirst().map(String.init)
                let parser = ArgumentParser(
                    commands: declarations, common: CommonOptions.all, environment: [:], settings: SettingsFile())
                #expect(throws: Never.self, "\(example.line)") { try parser.parse(words) }
            }
        }
    }
}
