import Foundation

extension BuiltinFilters {
    static let number: [String: TemplateFilter] = [
        "abs": TemplateFilter { value, _, _ in
            if case .undefined(let undefined) = value { throw undefined.failure }
            if case .float(let number) = value { return .float(abs(number)) }
            guard let number = value.integerContent else {
                throw Failure(.type, "bad operand type for abs(): '\(value.typeName)'")
            }
            guard number != .min else { throw Failure(.overflow, "integer overflow in abs") }
            return .int(abs(number))
        },
        "int": TemplateFilter(["default", "base"]) { value, arguments, _ in
            if case .undefined(let undefined) = value { throw undefined.failure }
            return try integer(value, base: try arguments.integer(1, default: 10)) ?? arguments[0] ?? .int(0)
        },
        "float": TemplateFilter(["default"]) { value, arguments, _ in
            if case .undefined(let undefined) = value { throw undefined.failure }
            if let number = value.doubleContent { return .float(number) }
            return value.stringContent.flatMap(NumberText.double).map { .float($0) } ?? arguments[0] ?? .float(0)
        },
        "round": TemplateFilter(["precision", "method"], round),
        "filesizeformat": TemplateFilter(["binary"]) { value, arguments, _ in
            if case .undefined(let undefined) = value { throw undefined.failure }
            guard let size = value.doubleContent ?? value.stringContent.flatMap(NumberText.double) else {
                throw Failure(.value, "could not convert \(try value.repr()) to a size")
            }
            return .string(fileSize(size, binary: try arguments.flag(0)))
        },
    ]

    private static func integer(_ value: Value, base: Int) throws -> Value? {
        if let number = value.integerContent { return .int(number) }
        if case .float(let number) = value { return Int(exactly: number.rounded(.towardZero)).map { .int($0) } }
        guard let text = value.stringContent else { return nil }
        if let number = try NumberText.integer(text, base: base) { return .int(number) }
        return NumberText.double(text).flatMap { Int(exactly: $0.rounded(.towardZero)) }.map { .int($0) }
    }

    private static func round(_ value: Value, _ arguments: BoundArguments, _ state: RenderState) throws -> Value {
        if case .undefined(let undefined) = value { throw undefined.failure }
        let precision = try arguments.integer(0, default: 0)
        let method = try arguments.text(1) ?? "common"
        guard ["common", "ceil", "floor"].contains(method) else {
            throw Failure(.runtime, "method must be common, ceil or floor")
        }
        guard let number = value.doubleContent else {
            throw Failure(.type, "type \(value.typeName) doesn't define __round__ method")
        }
        if method == "common" {
            if let whole = value.integerContent { return try roundInteger(whole, precision) }
            return .float(roundHalfEven(number, precision))
        }
        let factor = pow(10, Double(precision))
        guard factor.isFinite, factor > 0 else { return .float(number) }
        let scaled = number * factor
        let rounded = method == "ceil" ? scaled.rounded(.up) : scaled.rounded(.down)
        return .float(rounded / factor)
    }

    private static func roundInteger(_ number: Int, _ precision: Int) throws -> Value {
        guard precision < 0 else { return .int(number) }
        guard precision >= -18 else { return .int(0) }
        var unit = 1
        for _ in 0..<(-precision) { unit *= 10 }
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: unit)
        let size = remainder.magnitude
        let half = UInt(unit / 2)
        let isUp = size > half || (size == half && !quotient.isMultiple(of: 2))
        let result = (quotient + (isUp ? number.signum() : 0)).multipliedReportingOverflow(by: unit)
        guard !result.overflow else { throw Failure(.overflow, "integer overflow in round") }
        return .int(result.partialValue)
    }

    /// Rounds correctly on the exact decimal value, as Python does: by way of printing and reading.
    private static func roundHalfEven(_ number: Double, _ precision: Int) -> Double {
        guard number.isFinite, precision <= 22 else { return number }
        if precision <= 0 {
            let unit = pow(10, Double(-precision))
            guard unit.isFinite else { return 0 }
            return precision == 0 ? number.rounded(.toNearestOrEven) : (number / unit).rounded(.toNearestOrEven) * unit
        }
        return Double(String(format: "%.\(precision)f", number)) ?? number
    }

    private static func fileSize(_ size: Double, binary: Bool) -> String {
        let base = binary ? 1024.0 : 1000.0
        if size == 1 { return "1 Byte" }
        if size < base { return "\(Int(exactly: size.rounded(.towardZero)) ?? 0) Bytes" }
        let prefixes =
            binary ? ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"] : ["k", "M", "G", "T", "P", "E", "Z", "Y"]
        var unit = base
        for (index, prefix) in prefixes.enumerated() {
            unit *= base
            if size < unit || index == prefixes.count - 1 {
                return String(format: "%.1f", base * size / unit) + " \(prefix)B"
            }
        }
        return ""
    }
}

/// Numbers read from texts as Python's `int` and `float` do.
enum NumberText {
    /// A whole number; nil when the text is none.
    /// - Throws: `Failure` for a base that is neither 0 nor 2 to 36.
    static func integer(_ text: String, base: Int) throws -> Int? {
        guard base == 0 || (2...36).contains(base) else {
            throw Failure(.value, "int() base must be >= 2 and <= 36, or 0")
        }
        var digits = Text.strip(text)[...]
        var sign = ""
        if let first = digits.first, first == "-" || first == "+" {
            sign = first == "-" ? "-" : ""
            digits = digits.dropFirst()
        }
        var radix = base == 0 ? 10 : base
        let prefixes = ["0x": 16, "0o": 8, "0b": 2]
        if let found = prefixes[digits.prefix(2).lowercased()], base == 0 || base == found {
            radix = found
            digits = digits.dropFirst(2)
            if digits.hasPrefix("_") { digits = digits.dropFirst() }
        }
        guard isGrouped(digits), !digits.hasPrefix("-"), !digits.hasPrefix("+") else { return nil }
        return Int(sign + digits.filter { $0 != "_" }, radix: radix)
    }

    /// A floating point number; nil when the text is none.
    static func double(_ text: String) -> Double? {
        let trimmed = Text.strip(text)
        let body = trimmed.hasPrefix("-") || trimmed.hasPrefix("+") ? trimmed.dropFirst() : trimmed[...]
        let word = body.lowercased()
        if ["inf", "infinity"].contains(word) { return trimmed.hasPrefix("-") ? -.infinity : .infinity }
        if word == "nan" { return .nan }
        guard isGrouped(body), body.utf8.allSatisfy({ Text.isDigit($0) || "._eE+-".utf8.contains($0) }) else {
            return nil
        }
        let plain = String(trimmed.filter { $0 != "_" })
        return Double(plain) ?? (plain.hasSuffix(".") ? Double(plain + "0") : nil)
    }

    private static func isGrouped(_ digits: Substring) -> Bool {
        !digits.isEmpty && !digits.hasPrefix("_") && !digits.hasSuffix("_") && !digits.contains("__")
    }
}
