import MGECore

/// The parts that PostgreSQL's binary forms are made of.
extension [UInt8] {
    /// Appends a number, the most significant byte first.
    mutating func append(bigEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }

    /// Appends the length of a value and the value, or -1 for NULL.
    /// - Returns: whether it is not NULL.
    /// - Throws: `PostgresError` of kind `encoding`.
    @discardableResult
    mutating func appendPostgresField(_ value: some PostgresEncodable) throws(PostgresError) -> Bool {
        let start = count
        append(bigEndian: Int32(-1))
        guard try value.appendPostgresBinary(to: &self) else { return false }
        guard let length = Int32(exactly: count - start - 4) else {
            throw PostgresError(.encoding, "a value of 2 GiB or more has no place in PostgreSQL")
        }
        Swift.withUnsafeBytes(of: length.bigEndian) { replaceSubrange(start..<start + 4, with: $0) }
        return true
    }
}

/// The binary form of `numeric` (`numeric_recv` of PostgreSQL): digits to the base of 10,000.
enum NumericBinary {
    /// Appends an amount in dollars with six decimals.
    static func append(_ money: MicroUSD, to bytes: inout [UInt8]) {
        var (whole, millionths) = money.amount.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        // Behind the point stand two digits: four decimals each, the last two of them 0.
        millionths *= 100
        var digits = [Int16(millionths / 10_000), Int16(millionths % 10_000)]
        while whole > 0 {
            digits.insert(Int16(whole % 10_000), at: 0)
            whole /= 10_000
        }
        bytes.append(bigEndian: Int16(digits.count))
        // The place of the first digit: 0 is that before the point.
        bytes.append(bigEndian: Int16(digits.count - 3))
        bytes.append(bigEndian: money.amount < 0 ? UInt16(0x4000) : 0)
        bytes.append(bigEndian: Int16(6))
        for digit in digits { bytes.append(bigEndian: digit) }
    }
}
