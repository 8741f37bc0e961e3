/// How far an item is.
enum ItemState: String, Sendable {
    case waiting, ready, leased, done, dead, blocked, cancelled

    /// Whether planning again leaves it alone: it is done, given up, or in somebody's hands.
    var isSettled: Bool {
        switch self {
        case .leased, .done, .dead: true
        case .waiting, .ready, .blocked, .cancelled: false
        }
    }
}
