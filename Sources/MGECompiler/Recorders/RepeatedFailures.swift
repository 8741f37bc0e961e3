import MGECore

/// How often items of a stage failed for the same reason, so that people are told the reason once.
///
/// The reason is the message with its remedy; items that failed for it may have different subjects and places.
struct RepeatedFailures: Sendable {
    private struct Reason: Hashable {
        let message: String
        let remedy: String?
    }

    private var stage: String?
    /// In the order in which they came, with how many items failed after the first one.
    private var reasons: [(reason: Reason, others: Int)] = []
    private var indices: [Reason: Int] = [:]

    /// Counts an event.
    /// - Returns: whether it is the failure of an item for a reason that was met before.
    mutating func repeats(_ text: EventText) -> Bool {
        guard text.isItemFailure, let message = text.string("message") else { return false }
        stage = text.stage
        let reason = Reason(message: message, remedy: text.string("remedy"))
        if let index = indices[reason] {
            reasons[index].others += 1
            return true
        }
        indices[reason] = reasons.count
        reasons.append((reason, 0))
        return false
    }

    /// Whether an event says that no more failures of the stage follow.
    func end(with text: EventText) -> Bool {
        stage != nil && (text.endsStage || text.stage != stage)
    }

    /// What was counted, for each reason that was met again; forgets all.
    mutating func takeSummaries() -> [Diagnostic] {
        defer { self = RepeatedFailures() }
        return reasons.filter { $0.others > 0 }.map { reason, others in
            Diagnostic(.error, "\(others) more item\(others == 1 ? "" : "s") failed alike: \(reason.message)")
        }
    }
}
