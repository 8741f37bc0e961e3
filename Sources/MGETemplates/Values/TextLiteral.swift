/// Texts as quoted literals.
enum TextLiteral {
    private static let digits = Array("0123456789abcdef".unicodeScalars)

    /// Python's `repr` of a text: single quotes unless it holds one and no double quote.
    static func appendPython(_ text: String, to output: inout String) {
        let bytes = text.utf8
        let quote: Unicode.Scalar = bytes.contains(39) && !bytes.contains(34) ? "\"" : "'"
        output.unicodeScalars.append(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "\\": output += "\\\\"
            case quote:
                output += "\\"
                output.unicodeScalars.append(scalar)
            default:
                let value = scalar.value
                if value < 32 || value == 127 || (value >= 128 && !isPrintable(scalar)) {
                    appendHexadecimal(value, to: &output)
                } else {
                    output.unicodeScalars.append(scalar)
                }
            }
        }
        output.unicodeScalars.append(quote)
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: scalar == " "
        default: true
        }
    }

    private static func appendHexadecimal(_ value: UInt32, to output: inout String) {
        let (prefix, width) = value < 256 ? ("\\x", 2) : value < 65536 ? ("\\u", 4) : ("\\U", 8)
        output += prefix
        appendDigits(value, width: width, to: &output)
    }

    /// Appends a number as hexadecimal digits.
    static func appendDigits(_ value: UInt32, width: Int, to output: inout String) {
        for position in stride(from: width - 1, through: 0, by: -1) {
            output.unicodeScalars.append(digits[Int(value >> UInt32(4 * position)) & 15])
        }
    }

    /// A double-quoted literal that Python, JavaScript, Java, Go, Rust and JSON read alike.
    ///
    /// Backslash, double quote, line feed, carriage return and tab have their short escape; other control
    /// characters are `\u00XX`; everything else stays.
    static func portable(_ text: String) -> String {
        var output = "\""
        output.reserveCapacity(text.utf8.count + 2)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": output += "\\\\"
            case "\"": output += "\\\""
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            default:
                if scalar.value < 32 || scalar.value == 127 {
                    output += "\\u"
                    appendDigits(scalar.value, width: 4, to: &output)
                } else {
                    output.unicodeScalars.append(scalar)
                }
            }
        }
        return output + "\""
    }

    /// A JSON string as Python's `json.dumps` writes it: ASCII only.
    static func appendJSON(_ text: String, to output: inout String) {
        output += "\""
        for unit in text.utf16 {
            switch unit {
            case 0x22: output += "\\\""
            case 0x5C: output += "\\\\"
            case 0x0A: output += "\\n"
            case 0x0D: output += "\\r"
            case 0x09: output += "\\t"
            case 0x08: output += "\\b"
            case 0x0C: output += "\\f"
            case 32..<127: output.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            default:
                output += "\\u"
                appendDigits(UInt32(unit), width: 4, to: &output)
            }
        }
        output += "\""
    }
}
