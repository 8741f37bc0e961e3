import Synchronization

/// What was worked out for words before: a description says the same words again and again.
final class Memo<Value: Sendable>: Sendable {
    /// Where there are more, the text hardly repeats itself.
    private static var limit: Int { 50_000 }

    private let known = Mutex<[String: Value]>([:])

    /// The value of a word, worked out when it is asked for first; it depends on the word alone.
    func value(of word: String, _ make: (String) -> Value) -> Value {
        if let value = known.withLock({ $0[word] }) { return value }
        let value = make(word)
        known.withLock { known in
            if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
            known[word] = value
        }
        return value
    }
}
