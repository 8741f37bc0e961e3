import Foundation
import MGECore
import Synchronization
import Testing

@testable import MGECompiler

@Suite("The console's recorder")
struct ConsoleRecorderTests {
    /// A clock that goes on by itself with every look.
    private static func clock(_ step: Duration) -> @Sendable () -> ContinuousClock.Instant {
        let start = ContinuousClock.now
        let looks = Locked(0)
        return { start + step * looks.next() }
    }

    private final class Locked: Sendable {
        private let value: Mutex<Int>
        init(_ value: Int) { self.value = Mutex(value) }
        func next() -> Int {
            value.withLock {
                $0 += 1; return $0
            }
        }
    }

    private func record(
        isTerminal: Bool, width: Int = 80, verbosity: ConsoleRecorder.Verbosity = .normal, isColoured: Bool = false,
        step: Duration = .seconds(1), source: String? = nil, _ events: [StoredEvent] = SampleEvents.all
    ) -> Written {
        let written = Written()
        let style = TerminalStyle(isTerminal: isTerminal, isColoured: isColoured) { width }
        let recorder = ConsoleRecorder(
            style: style, verbosity: verbosity,
            diagnostics: DiagnosticText(style: style, source: source, file: "brief.md"), now: Self.clock(step)
        ) { written.write($0) }
        for event in events { recorder.record([event]) }
        recorder.finish()
        return written
    }

    @Test("Elsewhere than on a terminal there are plain lines")
    func plain() {
        let expected = """
            discovery        reading the description
            brief.md:2:3: warning: the fields of `task` are guessed
             2 | a task list
               |   ^
              help: say them
            discovery        1 entity, 1 aggregate, 1 context
            masterplan       2 tasks, 1 milestone, 1 phase
            code_generation  1 task, 1 failed
            error: task-2: no template serves it
              help: write one
            wave_execution   1999 atoms, 4 waves, 1 failed, precision 99.9%
            partial in 1 min 15 s: 2 tasks

            """
        #expect(record(isTerminal: false, source: "line one\na task list\n").text == expected)
    }

    @Test("Quiet tells errors only")
    func quiet() {
        #expect(
            record(isTerminal: false, verbosity: .quiet).text
                == "error: task-2: no template serves it\n  help: write one\n")
    }

    @Test("Verbose tells every event")
    func verbose() {
        let lines = record(isTerminal: false, verbosity: .verbose).text.split(separator: "\n")
        // Warning and error take two lines each.
        #expect(lines.count == SampleEvents.all.count + 2)
        #expect(lines.contains("code_generation  Router of task (template)"))
        #expect(lines.contains("wave_execution   wave 1: 7 atoms"))
    }

    @Test("On a terminal a stage is one line that its end replaces", arguments: [40, 80, 200])
    func terminal(_ width: Int) {
        let shown = record(isTerminal: true, width: width).shown
        #expect(shown.filter { $0.hasPrefix("code_generation ") } == ["code_generation  1 task, 1 failed"])
        #expect(shown.filter { $0.hasPrefix("discovery ") } == ["discovery        1 entity, 1 aggregate, 1 context"])
        #expect(shown.filter { $0.hasPrefix("wave_execution ") }.count == 1)
    }

    @Test(
        "The line fits the terminal and shows what there is room for",
        arguments: [
            (40, "code_generation  [=======>        ] 1/2"), (10, "code_gene"), (24, "code_generation  1/2"),
            (80, "code_generation  [==============>               ] 1/2  Model of task (template)"),
            (200, "code_generation  [==============>               ] 1/2  Model of task (template)"),
        ])
    func widths(_ width: Int, _ expected: String) {
        let shown = record(isTerminal: true, width: width, [SampleEvents.all[5]]).shown
        if width == 10 {
            #expect(shown.first?.hasPrefix("code_gen") == true)
        } else {
            #expect(shown.first == expected)
        }
        #expect(TextWidth.of(shown.first ?? "") < width)
    }

    @Test("Redrawing is thinned to ten a second, and the last state is shown")
    func thinning() {
        let events = SampleEvents.stored(
            (1...1_000).map {
                ("code_generation_progress", ["task_title": "T", "progress": .string("\($0)/1000")])
            })
        let written = record(isTerminal: true, step: .milliseconds(10), events)
        let draws = written.text.components(separatedBy: "\u{1B}[2K").count - 1
        #expect(draws <= 101)
        #expect(draws >= 90)
        #expect(written.shown.first?.contains("1000/1000") == true)
    }

    @Test("A warning is printed above the line that is being drawn")
    func interleaving() {
        let shown = record(isTerminal: true, [SampleEvents.all[5], SampleEvents.all[8], SampleEvents.all[6]]).shown
        #expect(shown[0] == "error: task-2: no template serves it")
        #expect(shown[2].contains("2/2"))
    }

    /// A template that is wrong for three tasks, something else, and an error in a later stage that reads the same.
    private static let failures: [StoredEvent] = {
        func failure(_ phase: String, _ subject: String, _ message: String) -> (String, [String: JSONValue]) {
            let data: [String: JSONValue] = [
                "phase": .string(phase), "message": .string(message), "subject": .string(subject), "blocked": 0,
            ]
            return ("error", data)
        }
        return SampleEvents.stored([
            failure("code_generation", "entity.j2", "entity.j2:2:1: unexpected end"),
            ("code_generation_progress", ["task_title": "T", "progress": "1/5"]),
            failure("code_generation", "entity.j2", "entity.j2:2:1: unexpected end"),
            failure("code_generation", "a.j2", "a.j2:1:1: unknown name"),
            failure("code_generation", "task-4", "gave up"),
            failure("code_generation", "entity.j2", "entity.j2:2:1: unexpected end"),
            failure("code_generation", "task-6", "gave up"),
            failure("infrastructure", "entity.j2", "entity.j2:2:1: unexpected end"),
            ("error", ["phase": "infrastructure", "message": "gave up", "subject": "task-7"]),
            ("error", ["phase": "infrastructure", "message": "gave up", "subject": "task-7"]),
            failure("infrastructure", "entity.j2", "entity.j2:2:1: unexpected end"),
            ("complete", ["outcome": "failed"]),
        ])
    }()

    private static let toldFailures = [
        "error: entity.j2:2:1: unexpected end", "error: a.j2:1:1: unknown name", "error: task-4: gave up",
        "error: 2 more items failed alike: entity.j2:2:1: unexpected end",
        "error: 1 more item failed alike: gave up", "error: entity.j2:2:1: unexpected end", "error: task-7: gave up",
        "error: task-7: gave up", "error: 1 more item failed alike: entity.j2:2:1: unexpected end",
    ]

    @Test("A reason for which many items fail is told once, and then for how many more", arguments: [false, true])
    func repeatedFailures(isTerminal: Bool) {
        let shown = record(isTerminal: isTerminal, Self.failures).shown
        #expect(shown.filter { $0.hasPrefix("error: ") } == Self.toldFailures)
    }

    @Test("Quiet counts the failures that it does not show")
    func quietRepeatedFailures() {
        let text = record(isTerminal: false, verbosity: .quiet, Self.failures).text
        #expect(text.split(separator: "\n").map(String.init) == Self.toldFailures)
    }

    @Test("What is counted is told though the run is left")
    func repeatedFailuresOfAnUnfinishedStage() {
        let text = record(isTerminal: false, Array(Self.failures.prefix(3))).text
        #expect(text.hasSuffix("error: 1 more item failed alike: entity.j2:2:1: unexpected end\n"))
    }

    @Test("Verbose tells every failure")
    func verboseRepeatedFailures() {
        let text = record(isTerminal: false, verbosity: .verbose, Self.failures).text
        #expect(text.split(separator: "\n").count == Self.failures.count)
        #expect(!text.contains("alike"))
    }

    @Test("Colours appear only where they are wanted")
    func colours() {
        #expect(!record(isTerminal: false).text.contains("\u{1B}["))
        #expect(record(isTerminal: true, isColoured: true).text.contains("\u{1B}[33mwarning:"))
        #expect(!record(isTerminal: true, isColoured: false).text.contains("m" + "warning:"))
    }

    @Test("Data cannot move the cursor")
    func hostileText() {
        let events = SampleEvents.stored([
            ("code_generation_progress", ["task_title": "a\u{1B}[2Jb\nc", "progress": "1/2"]),
            ("warning", ["phase": "x", "message": "a\u{1B}[2Jb\rc", "subject": nil, "remedy": nil]),
        ])
        #expect(!record(isTerminal: true, events).text.contains("\u{1B}[2J"))
        #expect(!record(isTerminal: false, verbosity: .verbose, events).text.contains("\u{1B}"))
    }
}
