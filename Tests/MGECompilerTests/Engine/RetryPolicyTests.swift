import MGECompiler
import Testing

@Suite
struct RetryPolicyTests {
    @Test(arguments: [(1, 2.0), (2, 4.0), (3, 8.0), (4, 16.0), (20, 300.0), (1_000, 300.0)])
    func delayDoublesUpToTheCeiling(attempt: Int, full: Double) {
        let policy = RetryPolicy()
        #expect(policy.delay(after: attempt, jitter: 1) == full)
        #expect(policy.delay(after: attempt, jitter: 0) == full / 2)
    }

    @Test
    func jitterOutsideItsRangeIsCut() {
        let policy = RetryPolicy()
        #expect(policy.delay(after: 1, jitter: 9) == 2)
        #expect(policy.delay(after: 1, jitter: -9) == 1)
        #expect(policy.delay(after: -3, jitter: 1) == 2)
    }

    @Test
    func onlyTransientFailuresAreRetriedAndNotForEver() {
        let policy = RetryPolicy(attempts: 3)
        #expect(policy.retries(after: 1, .retry))
        #expect(policy.retries(after: 2, .retry))
        #expect(!policy.retries(after: 3, .retry))
        #expect(!policy.retries(after: 1, .leaveItem))
        #expect(!policy.retries(after: 1, .stopRun))
    }
}
