/// Shows events of a run to somebody, in the order in which they are given.
package protocol Recorder: Sendable {
    /// Takes events that were committed after those of earlier calls.
    func record(_ events: [StoredEvent])

    /// Shows what was held back; nothing follows until the next event.
    func finish()
}
