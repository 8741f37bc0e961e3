import MGECompiler
import Testing

@Suite
struct RunStateTests {
    @Test
    func onlyARunningRunEnds() {
        for state in [RunState.succeeded, .partial, .failed] {
            #expect(state.predecessors == [.running])
            #expect(state.isEnded)
        }
    }

    @Test
    func aCancelledRunStaysSo() {
        #expect(RunState.allCases.allSatisfy { !$0.predecessors.contains(.cancelled) })
        #expect(!RunState.running.predecessors.contains(.draft))
    }

    @Test
    func everyStateButTheFirstAndQueuedIsReachedFromRunning() {
        for state in RunState.allCases where state != .draft && state != .queued {
            #expect(state.predecessors.contains(.running))
        }
    }
}
