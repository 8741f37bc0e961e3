/// The decisions of a connection pool, without connections, tasks or locks.
///
/// A slot is the right to one connection. Every slot is free, held by somebody (leased), or idle with its connection.
struct PoolStateMachine<Connection: Sendable>: Sendable {
    typealias WaiterID = Int

    /// What somebody who wants a connection gets.
    enum Grant: Sendable {
        /// This connection, until `release`.
        case connection(Connection)
        /// A slot: open a connection, then `release` it, or say `discard`.
        case slot
        /// Nothing: the pool is closed.
        case closed
    }

    /// The answer to `acquire`.
    enum Acquisition: Sendable {
        case granted(Grant)
        /// Nothing yet; the waiter is resumed later.
        case waiting
    }

    /// What to do after a slot came back.
    enum Action: Sendable {
        case none
        /// Give the grant to the waiter.
        case resume(WaiterID, Grant)
        /// Close the connection, then say `discard`.
        case close(Connection)
        /// The last slot is back and the pool is closed: nothing will happen any more.
        case finished
    }

    let size: Int
    private(set) var leased = 0
    private(set) var isClosed = false
    private var idle: [Connection] = []
    private var queue: [WaiterID] = []
    private var head = 0
    private var waiting: Set<WaiterID> = []

    init(size: Int) {
        precondition(size > 0, "a pool needs room for a connection")
        self.size = size
    }

    var idleCount: Int { idle.count }
    var waitingCount: Int { waiting.count }

    /// Asks for a connection: the one used last, so that the others can stay asleep.
    mutating func acquire(_ waiter: WaiterID) -> Acquisition {
        if isClosed { return .granted(.closed) }
        if waiting.isEmpty {
            if let connection = idle.popLast() {
                leased += 1
                return .granted(.connection(connection))
            }
            if leased < size {
                leased += 1
                return .granted(.slot)
            }
        }
        waiting.insert(waiter)
        queue.append(waiter)
        return .waiting
    }

    /// Gives a connection back, to the one who has waited longest.
    mutating func release(_ connection: Connection) -> Action {
        if isClosed { return .close(connection) }
        if let waiter = nextWaiter() { return .resume(waiter, .connection(connection)) }
        leased -= 1
        idle.append(connection)
        return .none
    }

    /// Gives a slot back without a connection, which broke, failed to open or was closed.
    mutating func discard() -> Action {
        if !isClosed, let waiter = nextWaiter() { return .resume(waiter, .slot) }
        leased -= 1
        return isClosed && leased == 0 ? .finished : .none
    }

    /// Stops waiting; false when the waiter has been resumed already.
    mutating func cancel(_ waiter: WaiterID) -> Bool {
        waiting.remove(waiter) != nil
    }

    /// Ends the pool.
    /// - Returns: the idle connections to close, the waiters to resume with `closed`, whether nothing is leased.
    mutating func close() -> (connections: [Connection], waiters: [WaiterID], isFinished: Bool) {
        isClosed = true
        defer {
            idle = []
            waiting = []
            queue = []
            head = 0
        }
        return (idle, queue[head...].filter(waiting.contains), leased == 0)
    }

    private mutating func nextWaiter() -> WaiterID? {
        while head < queue.count {
            let waiter = queue[head]
            head += 1
            // Drops the served half now and then, so that serving stays constant in the mean.
            if head > 64, head > queue.count / 2 {
                queue.removeFirst(head)
                head = 0
            }
            if waiting.remove(waiter) != nil { return waiter }
        }
        return nil
    }
}
