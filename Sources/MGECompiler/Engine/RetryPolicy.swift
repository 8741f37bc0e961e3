/// When a failed or abandoned item is tried again: pure arithmetic, no clock.
package struct RetryPolicy: Sendable {
    /// How often an item is tried before it is dead.
    package var attempts: Int
    /// How often a worker may end without giving an item back before the item is taken to be the reason.
    package var abandonments: Int
    /// After how many abandonments an item is worked on alone, so that it takes no other with it.
    package var suspicion: Int
    /// The first delay in seconds; it doubles with every attempt.
    package var base: Double
    /// The longest delay in seconds.
    package var ceiling: Double

    package init(
        attempts: Int = 5, abandonments: Int = 20, suspicion: Int = 3, base: Double = 2, ceiling: Double = 300
    ) {
        self.attempts = attempts
        self.abandonments = abandonments
        self.suspicion = suspicion
        self.base = base
        self.ceiling = ceiling
    }

    /// The delay in seconds after an attempt.
    /// - Parameters:
    ///   - attempt: which attempt failed, from 1.
    ///   - jitter: a number from 0 to 1; the delay is spread over its upper half.
    /// - Returns: seconds.
    package func delay(after attempt: Int, jitter: Double) -> Double {
        let full = base * Double(1 << min(max(attempt - 1, 0), 30))
        return min(ceiling, full) * (0.5 + min(max(jitter, 0), 1) / 2)
    }

    /// Whether an item that failed at an attempt is tried again.
    package func retries(after attempt: Int, _ disposition: ItemFailure.Disposition) -> Bool {
        disposition == .retry && attempt < attempts
    }
}
