import Testing

@testable import MGEPostgres

@Suite struct PoolStateMachineTests {
    private typealias Machine = PoolStateMachine<Int>

    private func describe(_ acquisition: Machine.Acquisition) -> String {
        switch acquisition {
        case .granted(let grant): describe(grant)
        case .waiting: "wait"
        }
    }

    private func describe(_ grant: Machine.Grant) -> String {
        switch grant {
        case .connection(let connection): "connection \(connection)"
        case .slot: "slot"
        case .closed: "closed"
        }
    }

    private func describe(_ action: Machine.Action) -> String {
        switch action {
        case .none: "none"
        case .resume(let waiter, let grant): "\(waiter): \(describe(grant))"
        case .close(let connection): "close \(connection)"
        case .finished: "finished"
        }
    }

    @Test func opensUpToItsSizeThenWaits() {
        var machine = Machine(size: 2)
        #expect(describe(machine.acquire(1)) == "slot")
        #expect(describe(machine.acquire(2)) == "slot")
        #expect(describe(machine.acquire(3)) == "wait")
        #expect(machine.leased == 2)
    }

    @Test func servesInOrderAndNobodyOvertakes() {
        var machine = Machine(size: 1)
        _ = machine.acquire(1)
        for waiter in 2...4 { #expect(describe(machine.acquire(waiter)) == "wait") }
        let cancelled = [machine.cancel(3), machine.cancel(3)]
        #expect(cancelled == [true, false])
        #expect(describe(machine.release(7)) == "2: connection 7")
        #expect(describe(machine.acquire(5)) == "wait")
        #expect(describe(machine.release(7)) == "4: connection 7")
        #expect(describe(machine.release(7)) == "5: connection 7")
        #expect(describe(machine.release(7)) == "none")
        #expect(machine.leased == 0 && machine.idleCount == 1)
        #expect(describe(machine.acquire(6)) == "connection 7")
    }

    @Test func aBrokenConnectionsSlotGoesToTheNext() {
        var machine = Machine(size: 1)
        _ = machine.acquire(1)
        _ = machine.acquire(2)
        #expect(describe(machine.discard()) == "2: slot")
        #expect(describe(machine.discard()) == "none")
        #expect(machine.leased == 0)
    }

    @Test func closingResumesWaitersAndCollectsConnections() {
        var machine = Machine(size: 2)
        _ = machine.acquire(1)
        _ = machine.acquire(2)
        _ = machine.acquire(3)
        _ = machine.acquire(4)
        _ = machine.cancel(3)
        let ended = machine.close()
        #expect(ended.waiters == [4] && ended.connections == [] && !ended.isFinished)
        #expect(describe(machine.acquire(5)) == "closed")
        #expect(describe(machine.release(8)) == "close 8")
        #expect(describe(machine.discard()) == "none")
        #expect(describe(machine.discard()) == "finished")
    }

    @Test func longQueuesAreServedInOrder() {
        var machine = Machine(size: 1)
        _ = machine.acquire(0)
        for waiter in 1...10_000 { _ = machine.acquire(waiter) }
        for waiter in stride(from: 1, through: 10_000, by: 3) { _ = machine.cancel(waiter) }
        var served: [Int] = []
        while case .resume(let waiter, _) = machine.release(0) { served.append(waiter) }
        #expect(served == (1...10_000).filter { $0 % 3 != 1 })
    }
}
