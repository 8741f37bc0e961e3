/// An amount of money as a whole number of millionths of a US dollar.
package struct MicroUSD: Hashable, Sendable, Codable {
    /// The amount in micro-dollars; negative for a refund.
    package var amount: Int64

    package init(_ amount: Int64) {
        self.amount = amount
    }

    package static let zero = MicroUSD(0)

    package init(from decoder: any Decoder) throws {
        amount = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(amount)
    }

    /// Reads a decimal number of dollars with at most six decimals, as PostgreSQL prints `NUMERIC(12,6)`.
    package init?(dollars text: String) {
        var digits = Substring(text)
        let isNegative = digits.first == "-"
        if isNegative { digits.removeFirst() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty, parts.allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) })
        else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard parts.count == 1 || !fraction.isEmpty, fraction.utf8.count <= 6 else { return nil }
        let padded = parts[0] + fraction + String(repeating: "0", count: 6 - fraction.utf8.count)
        guard let amount = Int64((isNegative ? "-" : "") + padded) else { return nil }
        self.amount = amount
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension MicroUSD: CustomStringConvertible {
    /// The amount in dollars with six decimals: `0.001250`.
    package var description: String {
        let magnitude = String(amount.magnitude)
        let padded = String(repeating: "0", count: max(0, 7 - magnitude.utf8.count)) + magnitude
        let sign = amount < 0 ? "-" : ""
        return "\(sign)\(padded.dropLast(6)).\(padded.suffix(6))"
    }
}

extension MicroUSD: Comparable {
    package static func < (left: MicroUSD, right: MicroUSD) -> Bool { left.amount < right.amount }
    package static func + (left: MicroUSD, right: MicroUSD) -> MicroUSD { MicroUSD(left.amount + right.amount) }
}
