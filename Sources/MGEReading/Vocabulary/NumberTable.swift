/// Small numbers in a hash table with linear probing; what they stand for is kept, and compared, elsewhere.
struct NumberTable: Sendable {
    /// A power of two, of which at least half is empty, which is -1.
    private var slots: [Int32]

    /// Makes room for some numbers, more than which must not be inserted.
    init(capacity: Int) {
        var size = 8
        while size < 2 * capacity { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
    }

    mutating func insert(_ number: Int, at hash: UInt64) {
        var position = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[position] >= 0 { position = (position + 1) & (slots.count - 1) }
        slots[position] = Int32(clamping: number)
    }

    /// The number at a hash that is meant.
    func number(at hash: UInt64, where isIt: (Int) -> Bool) -> Int? {
        var position = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[position] >= 0 {
            let number = Int(slots[position])
            if isIt(number) { return number }
            position = (position + 1) & (slots.count - 1)
        }
        return nil
    }
}
