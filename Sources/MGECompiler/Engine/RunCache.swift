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
        let task = begin(for: run, version: version, load: load)
        do {
            return try await task.value
        } catch {
            if entry?.load == task { entry = nil }
            throw error
        }
    }

    /// Begins to load the value, unless that was done before; whoever asks for it shares this loading.
    @discardableResult
    package func begin(
        for run: Run, version: String = "", load: @escaping @Sendable () async throws -> Value
    ) -> Task<Value, any Error> {
        let key = Key(run: run.id, epoch: run.epoch, version: version)
        if let entry, entry.key == key { return entry.load }
        let task = Task { try await load() }
        entry = (key, task)
        return task
    }

    /// Forgets the value; it is loaded again if somebody asks.
    package func forget() {
        entry = nil
    }
}
