/// Python's `%` formatting of texts.
struct PercentFormat {
    private let scalars: [Unicode.Scalar]

    init(_ format: String) { scalars = Array(format.unicodeScalars) }

    private struct Conversion {
        var isLeft = false
        var hasSign = false
        var hasBlank = false
        var isZeroPadded = false
        var isAlternate = false
        var width = 0
        var precision: Int?
    }

    /// The text with values in place of its conversions.
    /// - Throws: `Failure` for a wrong format or values that do not fit it.
    func applied(to operand: Value, _ state: RenderState, escapes: Bool = false) throws -> String {
        var output = ""
        var values: [Value]
        var isMapping = false
        switch operand {
        case .tuple(let tuple): values = tuple.elements
        case .dict:
            values = [operand]
            isMapping = true
        case .list, .undefined:
            values = [operand]
            isMapping = true
        default: values = [operand]
        }
        var used = 0
        func next() throws -> Value {
            guard used < values.count else { throw Failure(.type, "not enough arguments for format string") }
            used += 1
            return values[used - 1]
        }
        var index = 0
        func current() throws -> Unicode.Scalar {
            guard index < scalars.count else { throw Failure(.value, "incomplete format") }
            return scalars[index]
        }
        func number() throws -> Int? {
            if try current() == "*" {
                index += 1
                guard let number = try next().integerContent else { throw Failure(.type, "* wants int") }
                return number
            }
            var digits = ""
            while try Text.isDigitScalar(current()) {
                digits.unicodeScalars.append(scalars[index])
                index += 1
            }
            guard !digits.isEmpty else { return nil }
            guard let number = Int(digits) else { throw Failure(.value, "width too big") }
            return number
        }
        while index < scalars.count {
            if scalars[index] != "%" {
                output.unicodeScalars.append(scalars[index])
                index += 1
                continue
            }
            index += 1
            var conversion = Conversion()
            var key: String?
            if try current() == "(" {
                guard let end = scalars[index...].firstIndex(of: ")") else {
                    throw Failure(.value, "incomplete format key")
                }
                key = Text.string(scalars[index + 1..<end])
                index = end + 1
            }
            while try readFlag(current(), &conversion) { index += 1 }
            if let width = try number() {
                conversion.width = abs(width)
                if width < 0 { conversion.isLeft = true }
            }
            if try current() == "." {
                index += 1
                conversion.precision = max(0, try number() ?? 0)
            }
            try state.checkSize(max(conversion.width, conversion.precision ?? 0))
            while try "hlL".unicodeScalars.contains(current()) { index += 1 }
            let type = try current()
            index += 1
            if type == "%" {
                output += "%"
                continue
            }
            let value: Value
            if let key {
                guard case .dict(let dict) = operand else { throw Failure(.type, "format requires a mapping") }
                guard let member = dict.value(of: key) else { throw Failure(.value, "KeyError: '\(key)'") }
                value = member
            } else {
                value = try next()
            }
            if escapes, type == "s" || type == "r", !value.isMarkup {
                let text = Value.string(Text.escaped(type == "s" ? try value.text() : try value.repr()))
                output += try formatted(text, "s", conversion)
            } else {
                output += try formatted(value, type, conversion)
            }
            try state.checkSize(output.utf8.count)
        }
        if used < values.count, !isMapping {
            throw Failure(.type, "not all arguments converted during string formatting")
        }
        return output
    }

    private func readFlag(_ scalar: Unicode.Scalar, _ conversion: inout Conversion) -> Bool {
        switch scalar {
        case "-": conversion.isLeft = true
        case "+": conversion.hasSign = true
        case " ": conversion.hasBlank = true
        case "0": conversion.isZeroPadded = true
        case "#": conversion.isAlternate = true
        default: return false
        }
        return true
    }

    private func formatted(_ value: Value, _ type: Unicode.Scalar, _ conversion: Conversion) throws -> String {
        switch type {
        case "s", "r", "a":
            var text = type == "s" ? try value.text() : try value.repr()
            if let precision = conversion.precision { text = Text.string(text.unicodeScalars.prefix(precision)) }
            return pad(text, conversion, numeric: false)
        case "d", "i", "u", "x", "X", "o":
            if case .undefined(let undefined) = value { throw undefined.failure }
            var number = value.integerContent
            if case .float(let double) = value, "diu".unicodeScalars.contains(type) {
                number = Int(exactly: double.rounded(.towardZero))
            }
            guard let number else {
                let wanted =
                    "diu".unicodeScalars.contains(type) ? "a real number is required" : "an integer is required"
                throw Failure(.type, "%\(type) format: \(wanted), not \(value.typeName)")
            }
            return pad(integer(number, type, conversion), conversion, numeric: true)
        case "f", "F", "e", "E", "g", "G":
            if case .undefined(let undefined) = value { throw undefined.failure }
            guard let number = value.doubleContent else {
                throw Failure(.type, "must be real number, not \(value.typeName)")
            }
            var text = FloatText.formatted(
                number, Character(type), precision: conversion.precision ?? 6, alternate: conversion.isAlternate)
            if !text.hasPrefix("-") { text = (conversion.hasSign ? "+" : conversion.hasBlank ? " " : "") + text }
            return pad(text, conversion, numeric: number.isFinite)
        case "c":
            if let number = value.integerContent {
                guard let code = UInt32(exactly: number), let scalar = Unicode.Scalar(code) else {
                    throw Failure(.overflow, "%c arg not in range(0x110000)")
                }
                return pad(String(scalar), conversion, numeric: false)
            }
            guard let text = value.stringContent, Text.length(text) == 1 else {
                throw Failure(.type, "%c requires int or char")
            }
            return pad(text, conversion, numeric: false)
        default: throw Failure(.value, "unsupported format character '\(type)'")
        }
    }

    private func integer(_ number: Int, _ type: Unicode.Scalar, _ conversion: Conversion) -> String {
        let radix = type == "x" || type == "X" ? 16 : type == "o" ? 8 : 10
        var digits = String(number.magnitude, radix: radix, uppercase: type == "X")
        if let precision = conversion.precision, digits.utf8.count < precision {
            digits = String(repeating: "0", count: precision - digits.utf8.count) + digits
        }
        let prefix = conversion.isAlternate && radix != 10 ? "0" + String(type) : ""
        return (number < 0 ? "-" : conversion.hasSign ? "+" : conversion.hasBlank ? " " : "") + prefix + digits
    }

    private func pad(_ text: String, _ conversion: Conversion, numeric: Bool) -> String {
        let missing = conversion.width - Text.length(text)
        guard missing > 0 else { return text }
        if conversion.isLeft { return text + String(repeating: " ", count: missing) }
        guard numeric, conversion.isZeroPadded else { return String(repeating: " ", count: missing) + text }
        var head = text.prefix { $0 == "-" || $0 == "+" || $0 == " " }
        let rest = text.dropFirst(head.count)
        if rest.hasPrefix("0x") || rest.hasPrefix("0X") || rest.hasPrefix("0o") { head += rest.prefix(2) }
        return head + String(repeating: "0", count: missing) + text.dropFirst(head.count)
    }
}

extension Text {
    static func isDigitScalar(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }
}

/// Texts brought to a width.
enum Padding {
    /// The text in the middle; of an odd number of blanks Python puts the extra one left when the width is odd.
    static func center(_ text: String, _ width: Int, _ fill: Unicode.Scalar, _ state: RenderState) throws -> String {
        let missing = width.subtractingReportingOverflow(Text.length(text)).partialValue
        guard width > 0, missing > 0 else { return text }
        let left = missing / 2 + (missing & width & 1)
        return try filling(fill, left, state) + text + filling(fill, missing - left, state)
    }

    static func left(_ text: String, _ width: Int, _ fill: Unicode.Scalar, _ state: RenderState) throws -> String {
        let missing = width > 0 ? width - Text.length(text) : 0
        return missing > 0 ? text + (try filling(fill, missing, state)) : text
    }

    static func right(_ text: String, _ width: Int, _ fill: Unicode.Scalar, _ state: RenderState) throws -> String {
        let missing = width > 0 ? width - Text.length(text) : 0
        return missing > 0 ? try filling(fill, missing, state) + text : text
    }

    private static func filling(_ fill: Unicode.Scalar, _ count: Int, _ state: RenderState) throws -> String {
        try state.checkSize(count, times: 4)
        return Text.string(repeatElement(fill, count: count))
    }
}
