import Foundation

/// Floating point numbers as Python writes them.
enum FloatText {
    /// Python's `repr`: the shortest digits that read back, with an exponent below 1e-4 and from 1e16.
    static func repr(_ number: Double) -> String {
        if number.isNaN { return "nan" }
        if number.isInfinite { return number < 0 ? "-inf" : "inf" }
        if number == number.rounded(), abs(number) < 1e15 {
            let whole = String(Int(number)) + ".0"
            return number.sign == .minus && number == 0 ? "-0.0" : whole
        }
        let (digits, exponent) = decimal(abs(number))
        let sign = number < 0 ? "-" : ""
        if exponent < -4 || exponent >= 16 {
            let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
            let size = abs(exponent)
            return sign + digits.prefix(1) + fraction + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "")
                + String(size)
        }
        if exponent < 0 {
            return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
        }
        if digits.count <= exponent + 1 {
            return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count) + ".0"
        }
        return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
    }

    /// The shortest significant digits, and the power of ten of the first one.
    private static func decimal(_ number: Double) -> (digits: String, exponent: Int) {
        let text = number.description
        var mantissa = text[...]
        var exponent = 0
        if let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
            mantissa = text[..<mark]
            exponent = Int(text[text.index(after: mark)...]) ?? 0
        }
        let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        let whole = parts[0]
        let fraction = parts.count > 1 ? parts[1] : ""
        var digits = String(whole + fraction)
        exponent += whole.count - 1
        while digits.count > 1, digits.first == "0" {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.count > 1, digits.last == "0" { digits.removeLast() }
        return (digits, exponent)
    }

    /// A number in one of C's formats: `f`, `e` or `g`, either case.
    static func formatted(_ number: Double, _ conversion: Character, precision: Int, alternate: Bool = false) -> String
    {
        if number.isNaN { return conversion.isUppercase ? "NAN" : "nan" }
        if number.isInfinite {
            return (number < 0 ? "-" : "") + (conversion.isUppercase ? "INF" : "inf")
        }
        return String(format: "%\(alternate ? "#" : "").\(min(precision, 1000))\(conversion)", number)
    }
}
