import Foundation
import Glibc
import MGECore
import Synchronization
import Testing

/// Something that threads block on, as they do in C functions.
private struct Gate: Sendable {
    private let ends: [Int32]

    init() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        self.ends = ends
    }

    func wait() {
        var byte: UInt8 = 0
        _ = read(ends[0], &byte, 1)
    }

    func open(times: Int) {
        let bytes = [UInt8](repeating: 0, count: times)
        _ = write(ends[1], bytes, times)
    }

    func close() {
        for end in ends { Glibc.close(end) }
    }
}

/// What happened, in order.
private final class Log: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func add(_ line: String) {
        lines.withLock { $0.append(line) }
    }
}

@Suite struct QueueExecutorTests {
    private actor Counter {
        private let executor = QueueExecutor(label: "test.counter")
        private(set) var count = 0

        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        func add() { count += 1 }

        /// Blocks the executor's thread, which would stop everything else if it were one of the cooperative pool.
        func wait(at gate: Gate) { gate.wait() }

        func isIsolated() -> Bool {
            executor.checkIsolated()
            return true
        }
    }

    @Test("runs one job at a time")
    func serial() async {
        let counter = Counter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<1_000 { group.addTask { await counter.add() } }
        }
        #expect(await counter.count == 1_000)
        #expect(await counter.isIsolated())
    }

    @Test("blocks no thread of the cooperative pool, however many actors wait")
    func blocking() async throws {
        let gate = try Gate()
        defer { gate.close() }
        let waiting = 2 * ProcessInfo.processInfo.activeProcessorCount
        let log = Log()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<waiting {
                let counter = Counter()
                group.addTask { await counter.wait(at: gate) }
            }
            // Comes to an end only if the pool still has a thread for it.
            group.addTask {
                await Task.yield()
                log.add("free")
                gate.open(times: waiting)
            }
        }
        #expect(log.all == ["free"])
    }
}

@Suite struct QueueTaskExecutorTests {
    @Test("runs a task while every thread of the cooperative pool is busy")
    func busyPool() async throws {
        let gate = try Gate()
        defer { gate.close() }
        let executor = QueueTaskExecutor(label: "test.beat")
        let busy = ProcessInfo.processInfo.activeProcessorCount
        let log = Log()
        // Started on the queue, so that it needs nothing of the pool.
        let beat = Task(executorPreference: executor) {
            await Task.yield()
            log.add("beat")
            gate.open(times: busy)
        }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<busy {
                group.addTask {
                    gate.wait()
                    log.add("free")
                }
            }
        }
        await beat.value
        #expect(log.all.first == "beat")
    }
}
