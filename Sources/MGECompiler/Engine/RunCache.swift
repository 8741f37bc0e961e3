import Foundation

/// Remembers one value a run in this process, so that the items of a stage do not load it one by one.
///
/// The value is loaded again in a new epoch of the run, or when the caller's version of it changes.
package actor RunCache<Value: Sendable> {
    private struct Key: Hashable {
        let run: UUID
        let epoch: Int64
        let version: String
    }

    private var entry: (key: Key, load: Task<Value, any Error>)?

    package init() {}

    /// The remembered value, or the one that is loaded now; callers at the same moment share one loading.
    /// - Throws: what loading throws; it is tried again at the next call.
    package func value(
        for run: Run, version: String = "", load: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let key = Key(run: run.id, epoch: run.epoch, version: version)
        if let entry, entry.key == key { return try await entry.load.value }
        let task = Task { try await load() }
        entry = (key, task)
        do {
            return try await task.value
        } catch {
            if entry?.key == key { entry = nil }
            throw error
        }
    }

    /// Forgets the value; it is loaded again if somebody asks.
    package func forget() {
        entry = nil
    }
}
