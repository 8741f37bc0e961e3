import Foundation
import MGECore
import Synchronization
import Testing

@testable import MGECompiler

@Suite struct RunCacheTests {
    private struct Broken: Error {}

    /// Counts how often a value was loaded.
    private final class Loads: Sendable {
        private let count = Mutex(0)

        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }

    private let cache = RunCache<Int>()
    private let loads = Loads()
    private let id = UUID()

    private func run(epoch: Int64 = 1) -> Run {
        Run(
            id: id, kind: "test", state: .running, settings: [:], input: [:], userID: "user", sessionID: "session",
            epoch: epoch, isApproved: true, createdAt: .distantPast)
    }

    private func value(for run: Run, version: String = "") async throws -> Int {
        try await cache.value(for: run, version: version) { [loads] in loads.next() }
    }

    @Test("remembers one value until the run is planned again, another version is asked for, or it is forgotten")
    func remembers() async throws {
        #expect(try await value(for: run()) == 1)
        #expect(try await value(for: run()) == 1)
        #expect(try await value(for: run(epoch: 2)) == 2)
        #expect(try await value(for: run(epoch: 2), version: "b") == 3)
        await cache.forget()
        #expect(try await value(for: run(epoch: 2), version: "b") == 4)
    }

    @Test("shares a loading that was begun before anybody asked")
    func begun() async throws {
        let run = run()
        await cache.begin(for: run) { [loads] in loads.next() }
        await cache.begin(for: run) { [loads] in loads.next() }
        async let first = value(for: run)
        async let second = value(for: run)
        #expect(try await [first, second] == [1, 1])
        #expect(loads.next() == 2)
    }

    @Test("tells a failure to who asks, and tries again at the next call")
    func fails() async throws {
        let run = run()
        await cache.begin(for: run) { throw Broken() }
        await #expect(throws: Broken.self) { try await value(for: run) }
        #expect(try await value(for: run) == 1)
    }
}
