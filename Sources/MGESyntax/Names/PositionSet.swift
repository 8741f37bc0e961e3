/// A set of positions in a text, one bit each.
struct PositionSet {
    private var words: [UInt64]

    init(length: Int) { words = [UInt64](repeating: 0, count: length / 64 + 1) }

    func contains(_ position: Int) -> Bool { words[position >> 6] & (1 << UInt64(position & 63)) != 0 }

    mutating func insert(_ position: Int) { words[position >> 6] |= 1 << UInt64(position & 63) }
}
