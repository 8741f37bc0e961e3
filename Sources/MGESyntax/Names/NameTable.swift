/// Names as small numbers: each different run of bytes gets the next number.
///
/// A hash table with open addressing over one buffer of bytes, so that looking up a name allocates nothing.
struct NameTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = [0]
    private var slots: [Int32]
    private var mask: Int

    init(capacity: Int = 256) {
        var size = 256
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    var count: Int { ends.count - 1 }

    /// The number of a name, which is given one when it has none.
    mutating func number(of name: UnsafeBufferPointer<UInt8>) -> Int32 {
        if slots.isEmpty { resize(to: mask + 1) }
        let slot = self.slot(of: name)
        if slots[slot] >= 0 { return slots[slot] }
        let number = Int32(count)
        slots[slot] = number
        bytes.append(contentsOf: name)
        ends.append(UInt32(bytes.count))
        if count * 2 > slots.count { resize(to: slots.count * 2) }
        return number
    }

    /// The number of a text, which is given one when it has none.
    mutating func number(of text: String) -> Int32 {
        var text = text
        return text.withUTF8 { number(of: $0) }
    }

    /// The number of a name in another table, which is given one when it has none.
    mutating func number(of name: ArraySlice<UInt8>) -> Int32 {
        name.withUnsafeBufferPointer { number(of: $0) }
    }

    /// The number of a text, if it has one; a compact table is searched from its beginning.
    func existingNumber(of text: String) -> Int32? {
        var text = text
        return text.withUTF8 { name in
            if slots.isEmpty { return (0..<Int32(count)).first { isEqual($0, name) } }
            let number = slots[slot(of: name)]
            return number >= 0 ? number : nil
        }
    }

    /// The same without room for more names, and without what finds a name fast: a third of the table.
    var compact: NameTable {
        var table = self
        table.bytes = bytes.exact
        table.ends = ends.exact
        table.slots = []
        return table
    }

    /// The name that a number stands for.
    subscript(number: Int32) -> String {
        String(decoding: bytes[range(of: Int(number))], as: UTF8.self)
    }

    /// The bytes of the name that a number stands for.
    func bytes(of number: Int32) -> ArraySlice<UInt8> { bytes[range(of: Int(number))] }

    private func range(of number: Int) -> Range<Int> { Int(ends[number])..<Int(ends[number + 1]) }

    private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
        var slot = Self.hash(name) & mask
        while slots[slot] >= 0, !isEqual(slots[slot], name) { slot = (slot + 1) & mask }
        return slot
    }

    private func isEqual(_ number: Int32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(of: Int(number))
        guard range.count == name.count else { return false }
        for index in 0..<name.count where bytes[range.lowerBound + index] != name[index] { return false }
        return true
    }

    private mutating func resize(to size: Int) {
        mask = size - 1
        slots = [Int32](repeating: -1, count: size)
        bytes.withUnsafeBufferPointer { all in
            for number in 0..<count {
                let name = UnsafeBufferPointer(rebasing: all[range(of: number)])
                var slot = Self.hash(name) & mask
                while slots[slot] >= 0 { slot = (slot + 1) & mask }
                slots[slot] = Int32(number)
            }
        }
    }

    /// FNV-1a (Fowler, Noll, Vo), with the high bits mixed into the low ones that are used.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7fff_ffff)
    }
}
