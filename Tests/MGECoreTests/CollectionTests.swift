import MGECore
import Synchronization
import Testing

@Suite struct CollectionChunksTests {
    @Test(
        "cuts into slices that are full but for the last",
        arguments: [
            (0, 3, []), (1, 3, [1]), (3, 3, [3]), (4, 3, [3, 1]), (7, 1, [1, 1, 1, 1, 1, 1, 1]), (2, 100, [2]),
        ] as [(Int, Int, [Int])])
    func chunks(count: Int, size: Int, lengths: [Int]) {
        let chunks = Array(0..<count).chunks(of: size)
        #expect(chunks.map(\.count) == lengths)
        #expect(chunks.flatMap(\.self) == Array(0..<count))
    }

    @Test("cuts a slice by its own indices")
    func slice() {
        #expect(Array(0..<10)[4...].chunks(of: 4).map(Array.init) == [[4, 5, 6, 7], [8, 9]])
    }
}

@Suite struct CollectionConcurrencyTests {
    private struct Refused: Error, Equatable { let number: Int }

    @Test("gives the results in order", arguments: [0, 1, 2, 63, 64, 65, 1_000])
    func order(count: Int) async throws {
        let values = try await Array(0..<count).concurrentMap { $0 * 2 }
        #expect(values == (0..<count).map { $0 * 2 })
    }

    @Test("maps a slice by its own indices")
    func slice() async throws {
        #expect(try await Array(0..<10)[5...].concurrentMap { $0 } == [5, 6, 7, 8, 9])
    }

    @Test("throws the closure's error, and does not go through the rest")
    func failure() async {
        let calls = Mutex(0)
        await #expect(throws: Refused(number: 3)) {
            try await Array(0..<100_000).concurrentMap { number in
                calls.withLock { $0 += 1 }
                if number == 3 { throw Refused(number: number) }
            }
        }
        #expect(calls.withLock { $0 } < 100_000)
    }

    @Test("stops when its task is cancelled")
    func cancelled() async {
        let calls = Mutex(0)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await Array(0..<1_000).concurrentMap { _ in calls.withLock { $0 += 1 } }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(calls.withLock { $0 } == 0)
    }
}
