extension Lexer {
    /// Takes the tokens of one tag up to its end.
    mutating func lexTag(isBlock: Bool, from start: Int) throws {
        var brackets: [Token.Operation] = []
        while true {
            if brackets.isEmpty {
                let end = position
                if isBlock ? skipBlockEnd() : skipVariableEnd() {
                    append(isBlock ? .blockEnd : .variableEnd, end)
                    return
                }
            }
            let next = skippingSpace(position)
            if next > position {
                position = next
                continue
            }
            guard position < bytes.count else {
                throw source.error(
                    .syntax, "unexpected end of template in a \(isBlock ? "statement" : "print") tag", at: start,
                    remedy: "close it with \(isBlock ? "%}" : "}}")")
            }
            if try lexNumber() || lexName() || lexString() { continue }
            try lexOperation(&brackets)
        }
    }

    private mutating func lexName() throws -> Bool {
        let start = position
        while position < bytes.count {
            if bytes[position] < 0x80 {
                guard Text.isWordByte(bytes[position]) else { break }
                position += 1
            } else {
                guard let (scalar, length) = scalar(at: position), Text.isWord(scalar) else { break }
                position += length
            }
        }
        guard position > start else { return false }
        append(.name(String(decoding: bytes[start..<position], as: UTF8.self)), start)
        return true
    }

    private mutating func lexNumber() throws -> Bool {
        guard Text.isDigit(bytes[position]) else { return false }
        let start = position
        if start == 0 || bytes[start - 1] != UInt8(ascii: "."), let end = floatEnd(start) {
            let text = digits(start, end)
            guard let number = Double(text) else { throw source.error(.syntax, "invalid number", at: start) }
            append(.float(number), start)
            position = end
            return true
        }
        let (end, radix) = integerEnd(start)
        let text = digits(radix == 10 ? start : start + 2, end)
        guard let number = Int(text, radix: radix) else {
            throw source.error(.syntax, "the integer \(text) does not fit in 64 bits", at: start)
        }
        append(.integer(number), start)
        position = end
        return true
    }

    private func digits(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<end].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    }

    /// The end of decimal digits with single underscores between them; nil if there are none.
    private func digitsEnd(_ start: Int, _ isDigit: (UInt8) -> Bool = Text.isDigit) -> Int? {
        guard start < bytes.count, isDigit(bytes[start]) else { return nil }
        var index = start + 1
        while index < bytes.count {
            if isDigit(bytes[index]) {
                index += 1
            } else if bytes[index] == UInt8(ascii: "_"), index + 1 < bytes.count, isDigit(bytes[index + 1]) {
                index += 2
            } else {
                break
            }
        }
        return index
    }

    private func floatEnd(_ start: Int) -> Int? {
        guard let whole = digitsEnd(start) else { return nil }
        var end = whole
        var isFloat = false
        if end < bytes.count, bytes[end] == UInt8(ascii: "."), let fraction = digitsEnd(end + 1) {
            end = fraction
            isFloat = true
        }
        if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
            var exponent = end + 1
            if exponent < bytes.count, bytes[exponent] == UInt8(ascii: "+") || bytes[exponent] == UInt8(ascii: "-") {
                exponent += 1
            }
            if let exponentEnd = digitsEnd(exponent) { return exponentEnd }
        }
        return isFloat ? end : nil
    }

    private func integerEnd(_ start: Int) -> (end: Int, radix: Int) {
        if bytes[start] == UInt8(ascii: "0") {
            if start + 1 < bytes.count {
                let first = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "_") ? start + 3 : start + 2
                switch bytes[start + 1] | 0x20 {
                case UInt8(ascii: "x"): if let end = digitsEnd(first, Self.isHexadecimal) { return (end, 16) }
                case UInt8(ascii: "o"): if let end = digitsEnd(first, { (48...55).contains($0) }) { return (end, 8) }
                case UInt8(ascii: "b"): if let end = digitsEnd(first, { $0 == 48 || $0 == 49 }) { return (end, 2) }
                default: break
                }
            }
            return (digitsEnd(start) { $0 == 48 } ?? start + 1, 10)
        }
        return (digitsEnd(start) ?? start + 1, 10)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        Text.isDigit(byte) || (97...102).contains(byte | 0x20)
    }

    private mutating func lexOperation(_ brackets: inout [Token.Operation]) throws {
        let start = position
        for length in [2, 1] where start + length <= bytes.count {
            let text = String(decoding: bytes[start..<start + length], as: UTF8.self)
            guard let operation = Token.Operation(rawValue: text) else { continue }
            switch operation {
            case .leftBrace: brackets.append(.rightBrace)
            case .leftParenthesis: brackets.append(.rightParenthesis)
            case .leftBracket: brackets.append(.rightBracket)
            case .rightBrace, .rightParenthesis, .rightBracket:
                guard let expected = brackets.popLast() else {
                    throw source.error(.syntax, "unexpected '\(text)'", at: start)
                }
                guard expected == operation else {
                    throw source.error(.syntax, "unexpected '\(text)', expected '\(expected.rawValue)'", at: start)
                }
            default: break
            }
            append(.operation(operation), start)
            position += length
            return
        }
        let character = scalar(at: start).map { String($0.0) } ?? "?"
        if character == "\"" || character == "'" {
            throw source.error(.syntax, "a string does not end", at: start, remedy: "close it with \(character)")
        }
        throw source.error(.syntax, "unexpected char '\(character)'", at: start)
    }

    private mutating func lexString() throws -> Bool {
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
        let start = position
        var index = start + 1
        var hasEscape = false
        while index < bytes.count, bytes[index] != quote {
            if bytes[index] == UInt8(ascii: "\\") {
                hasEscape = true
                index += 1
            }
            index += 1
        }
        guard index < bytes.count else { return false }
        let text = String(decoding: bytes[start + 1..<index], as: UTF8.self)
        append(.string(hasEscape ? try unescaped(text, at: start) : text), start)
        position = index + 1
        return true
    }

    private func unescaped(_ text: String, at offset: Int) throws -> String {
        var output = String.UnicodeScalarView()
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "\\", let escape = scalars.popFirst() else {
                output.append(scalar)
                continue
            }
            switch escape {
            case "\n": break
            case "n": output.append("\n")
            case "t": output.append("\t")
            case "r": output.append("\r")
            case "\\", "'", "\"": output.append(escape)
            case "a": output.append("\u{7}")
            case "b": output.append("\u{8}")
            case "f": output.append("\u{C}")
            case "v": output.append("\u{B}")
            case "0"..."7":
                var value = escape.value - 48
                var count = 1
                while count < 3, let next = scalars.first, (48...55).contains(next.value) {
                    value = value * 8 + next.value - 48
                    scalars.removeFirst()
                    count += 1
                }
                output.append(Unicode.Scalar(value) ?? "\u{FFFD}")
            case "x", "u", "U":
                let width = escape == "x" ? 2 : escape == "u" ? 4 : 8
                let digits = String(scalars.prefix(width))
                guard digits.unicodeScalars.count == width, digits.utf8.allSatisfy(Self.isHexadecimal),
                    let value = UInt32(digits, radix: 16), let decoded = Unicode.Scalar(value)
                else {
                    throw source.error(.syntax, "invalid \\\(escape) escape in a string", at: offset)
                }
                output.append(decoded)
                scalars.removeFirst(width)
            case "N": throw source.error(.syntax, "\\N escapes are not supported", at: offset, remedy: "use \\u")
            default:
                output.append("\\")
                output.append(escape)
            }
        }
        return String(output)
    }
}
