/// Which progress events of a large stage are kept: every one up to a thousand items, above that one in ⌈n/1000⌉.
package struct ProgressThinning: Sendable {
    private let total: Int
    private let interval: Int

    /// - Parameter total: how many items there are.
    package init(total: Int) {
        self.total = total
        interval = max(1, (total + 999) / 1000)
    }

    /// Whether the event of the `completed`th item is kept; the last always is.
    package func keeps(_ completed: Int) -> Bool {
        completed % interval == 0 || completed == total
    }
}
