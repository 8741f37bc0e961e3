import Foundation
import MGECompiler
import Testing

@testable import mge

@Suite("What to type next")
struct RunAdviceTests {
    private static let run = UUID(uuid: (0x3f, 0x2a, 0x9c, 0x1e, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 1))

    @Test(
        "A run that failed is resumed in the way that tries again what failed",
        arguments: [
            (RunState.failed, RunAdvice.Recovery.resume, "mge resume 3f2a9c1e"),
            (.failed, .retryDead, "mge resume 3f2a9c1e --retry-dead"),
            (.failed, .newDescription, "correct the description and submit it again"),
            (.failed, .unknown, "mge status 3f2a9c1e"),
            (.partial, .resume, "mge resume 3f2a9c1e, or take what there is: mge collect 3f2a9c1e"),
            (.partial, .retryDead, "mge resume 3f2a9c1e --retry-dead, or take what there is: mge collect 3f2a9c1e"),
        ])
    func recovery(_ state: RunState, _ recovery: RunAdvice.Recovery, _ next: String) {
        #expect(RunAdvice(Self.run, state, recovery: recovery).next == next)
    }

    @Test(
        "What failed is counted",
        arguments: [
            (1, 0, "task-7"), (1, 1, "task-7, 1 item waits for it"), (3, 0, "task-7 and 2 more"),
            (3, 9, "task-7 and 2 more, 9 items wait for them"),
        ])
    func causes(_ count: Int, _ blocked: Int, _ text: String) {
        let cause = FailureCause(
            stage: "code_generation", firstItem: "task-7", message: nil, remedy: nil, count: count, blocked: blocked)
        #expect(cause.items == text)
    }
}
