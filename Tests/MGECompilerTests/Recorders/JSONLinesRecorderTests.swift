import Foundation
import MGECore
import Testing

@testable import MGECompiler

@Suite("The recorder of JSON lines")
struct JSONLinesRecorderTests {
    @Test("A line holds id, type, run, time and data, money with six decimals")
    func line() {
        let event = SampleEvents.stored([
            (
                "complete",
                ["cost_usd": .number(0.25), "llm": ["total_cost_usd": 3], "name": "a\n\"ü\"", "free_usd": nil]
            )
        ])[0]
        let expected = """
            {"id":1,"type":"complete","run":"3f2a9c1e-0000-4000-8000-000000000001","time":"2023-11-14T22:13:20.250Z",\
            "data":{"cost_usd":0.250000,"free_usd":null,"llm":{"total_cost_usd":3.000000},"name":"a\\n\\"ü\\""}}
            """
        #expect(JSONLinesRecorder.line(of: event) == expected)
    }

    @Test("Every event is one line, and every line is JSON")
    func lines() throws {
        let written = Written()
        let recorder = JSONLinesRecorder { written.write($0) }
        recorder.record(SampleEvents.all)
        recorder.finish()
        let lines = written.text.split(separator: "\n")
        #expect(lines.count == SampleEvents.all.count)
        for (line, event) in zip(lines, SampleEvents.all) {
            let value = try JSONValue(parsing: Data(line.utf8))
            #expect(value["id"] == .integer(Int(event.id)))
            #expect(value["type"] == .string(event.type))
        }
    }
}
