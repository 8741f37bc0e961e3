import Foundation
import Testing

@testable import mge

@Suite("The name of a run")
struct RunReferenceTests {
    @Test(
        "A prefix stands for a range of ids",
        arguments: [
            ("3F2a", "3f2a0000-0000-0000-0000-000000000000", "3f2affff-ffff-ffff-ffff-ffffffffffff"),
            ("3f2a9c1e-1", "3f2a9c1e-1000-0000-0000-000000000000", "3f2a9c1e-1fff-ffff-ffff-ffffffffffff"),
            (
                "3f2a9c1e-1234-4321-8888-123456789abc", "3f2a9c1e-1234-4321-8888-123456789abc",
                "3f2a9c1e-1234-4321-8888-123456789abc"
            ),
        ])
    func prefixes(_ text: String, _ least: String, _ greatest: String) throws {
        let reference = try RunReference(text)
        let expected = RunReference.Meaning.prefix(
            least: try #require(UUID(uuidString: least)), greatest: try #require(UUID(uuidString: greatest)))
        #expect(reference.meaning == expected)
    }

    @Test("last is the newest run")
    func last() throws {
        #expect(try RunReference("last").meaning == .last)
    }

    @Test(
        "What can't be an id is refused",
        arguments: ["", "-", "latest", "3g", "3f2a%", "٣", String(repeating: "a", count: 33)])
    func refusals(_ text: String) {
        let failure = #expect(throws: CommandFailure.self) { try RunReference(text) }
        #expect(failure?.code == .usage)
        #expect(failure?.next == "mge status")
    }
}
