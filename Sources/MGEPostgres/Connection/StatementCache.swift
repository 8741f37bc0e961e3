/// Decides which statements of a connection are prepared.
///
/// A text is prepared when it comes the second time, so that one-off statements cost neither a second
/// message nor memory in the server. A full cache starts over: programs have a bounded set of statements, so
/// that only generated texts fill it.
struct StatementCache {
    /// How a statement is to be sent.
    enum Decision: Equatable {
        /// Once, without preparing it.
        case direct
        /// After preparing it under this name.
        case prepare(name: String)
        /// By this name, under which the server knows it.
        case prepared(name: String)
    }

    struct Key: Hashable {
        let text: String
        let types: [UInt32]
    }

    private let capacity: Int
    private var names: [Key: String?] = [:]
    private var lastNumber = 0

    init(capacity: Int = 256) {
        self.capacity = capacity
    }

    /// Whether the next new statement needs `deallocate all` and `reset()` first.
    var isFull: Bool { names.count >= capacity }

    /// Notes a use of the statement and says how to send it.
    mutating func use(_ key: Key) -> Decision {
        guard let known = names[key] else {
            names[key] = .some(nil)
            return .direct
        }
        if let name = known { return .prepared(name: name) }
        lastNumber += 1
        return .prepare(name: "mge_\(lastNumber)")
    }

    /// Notes that the server has prepared the statement.
    mutating func didPrepare(_ key: Key, name: String) {
        names[key] = name
    }

    /// Forgets one statement, whose plan the server no longer accepts.
    mutating func forget(_ key: Key) {
        names[key] = nil
    }

    /// Forgets everything, as the server did.
    mutating func reset() {
        names = [:]
    }
}
