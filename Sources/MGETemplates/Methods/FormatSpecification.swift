/// What follows the colon in a field of `str.format`: `[[fill]align][sign][#][0][width][grouping][.precision][type]`.
struct FormatSpecification {
    private var fill: Unicode.Scalar = " "
    private var align: Unicode.Scalar?
    private var sign: Unicode.Scalar = "-"
    private var isAlternate = false
    private var width = 0
    private var grouping: Unicode.Scalar?
    private var precision: Int?
    private var type: Unicode.Scalar?
    private let state: RenderState

    init(_ text: String, _ state: RenderState) throws {
        self.state = state
        var scalars = Array(text.unicodeScalars)[...]
        let aligns: [Unicode.Scalar] = ["<", ">", "=", "^"]
        if scalars.count > 1, aligns.contains(scalars[scalars.startIndex + 1]) {
            fill = scalars.removeFirst()
            align = scalars.removeFirst()
        } else if let first = scalars.first, aligns.contains(first) {
            align = scalars.removeFirst()
        }
        if let first = scalars.first, first == "+" || first == "-" || first == " " { sign = scalars.removeFirst() }
        if scalars.first == "#" {
            isAlternate = true
            scalars.removeFirst()
        }
        if scalars.first == "0" {
            scalars.removeFirst()
            if align == nil {
                fill = "0"
                align = "="
            }
        }
        width = try Self.number(&scalars) ?? 0
        if let first = scalars.first, first == "," || first == "_" { grouping = scalars.removeFirst() }
        if scalars.first == "." {
            scalars.removeFirst()
            guard let digits = try Self.number(&scalars) else {
                throw Failure(.value, "Format specifier missing precision")
            }
            precision = digits
        }
        type = scalars.popFirst()
        guard scalars.isEmpty else { throw Failure(.value, "Invalid format specifier") }
        try state.checkSize(max(width, precision ?? 0))
    }

    private static func number(_ scalars: inout ArraySlice<Unicode.Scalar>) throws -> Int? {
        var digits = ""
        while let scalar = scalars.first, Text.isDigitScalar(scalar) {
            digits.unicodeScalars.append(scalar)
            scalars.removeFirst()
        }
        guard !digits.isEmpty else { return nil }
        guard let number = Int(digits) else { throw Failure(.value, "Too many decimal digits in format string") }
        return number
    }

    /// A value in this form.
    /// - Throws: `Failure` when the form does not suit the value.
    func text(of value: Value) throws -> String {
        if case .undefined(let undefined) = value { try undefined.requireLenient() }
        switch value {
        case .int(let number): return try integer(number, value)
        case .bool(let flag) where type != nil && type != "s": return try integer(flag ? 1 : 0, value)
        case .float(let number): return try float(number, value)
        default:
            guard type == nil || type == "s" else { throw unknownType(value) }
            if value.stringContent == nil, width > 0 || precision != nil {
                guard case .bool = value else {
                    throw Failure(.type, "unsupported format string passed to \(value.typeName).__format__")
                }
            }
            var text = try value.text()
            if let precision { text = Text.string(text.unicodeScalars.prefix(precision)) }
            return try padded("", text, align ?? "<")
        }
    }

    private func unknownType(_ value: Value) -> Failure {
        Failure(.value, "Unknown format code '\(type.map { String($0) } ?? "")' for object of type '\(value.typeName)'")
    }

    private func integer(_ number: Int, _ value: Value) throws -> String {
        let digits: String
        var prefix = ""
        switch type {
        case nil, "d", "n": digits = grouped(String(number.magnitude), 3)
        case "x", "X":
            digits = grouped(String(number.magnitude, radix: 16, uppercase: type == "X"), 4)
            prefix = isAlternate ? "0" + (type.map { String($0) } ?? "") : ""
        case "o":
            digits = grouped(String(number.magnitude, radix: 8), 4)
            prefix = isAlternate ? "0o" : ""
        case "b":
            digits = grouped(String(number.magnitude, radix: 2), 4)
            prefix = isAlternate ? "0b" : ""
        case "c":
            guard let code = UInt32(exactly: number), let scalar = Unicode.Scalar(code) else {
                throw Failure(.overflow, "%c arg not in range(0x110000)")
            }
            return try padded("", String(scalar), align ?? "<")
        case "f", "F", "e", "E", "g", "G", "%": return try float(Double(number), value)
        default: throw unknownType(value)
        }
        if precision != nil { throw Failure(.value, "Precision not allowed in integer format specifier") }
        return try padded(signText(number < 0) + prefix, digits, align ?? ">")
    }

    private func float(_ number: Double, _ value: Value) throws -> String {
        var body: String
        switch type {
        case nil:
            if let precision {
                body = FloatText.formatted(abs(number), "g", precision: max(1, precision))
                if number.isFinite, !body.contains("e"), !body.contains(".") { body += ".0" }
            } else {
                body = FloatText.repr(abs(number))
            }
        case "f", "F", "e", "E", "g", "G":
            let conversion = type.map { Character($0) } ?? "f"
            body = FloatText.formatted(abs(number), conversion, precision: precision ?? 6, alternate: isAlternate)
        case "n": body = FloatText.formatted(abs(number), "g", precision: precision ?? 6)
        case "%": body = FloatText.formatted(abs(number) * 100, "f", precision: precision ?? 6) + "%"
        default: throw unknownType(value)
        }
        let wholeEnd = body.firstIndex { !$0.isNumber } ?? body.endIndex
        body = grouped(String(body[..<wholeEnd]), 3) + body[wholeEnd...]
        return try padded(signText(number.sign == .minus && !number.isNaN), body, align ?? ">")
    }

    private func signText(_ isNegative: Bool) -> String {
        isNegative ? "-" : sign == "-" ? "" : String(sign)
    }

    private func grouped(_ digits: String, _ size: Int) -> String {
        guard let grouping else { return digits }
        var output = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: size) { output.unicodeScalars.append(grouping) }
            output.append(digit)
        }
        return output
    }

    private func padded(_ head: String, _ body: String, _ align: Unicode.Scalar) throws -> String {
        let length = Text.length(head) + Text.length(body)
        guard length < width else { return head + body }
        let missing = width - length
        let blanks = { (count: Int) in Text.string(repeatElement(fill, count: count)) }
        switch align {
        case "<": return head + body + blanks(missing)
        case "^": return blanks(missing / 2) + head + body + blanks(missing - missing / 2)
        case "=": return head + blanks(missing) + body
        default: return blanks(missing) + head + body
        }
    }
}
