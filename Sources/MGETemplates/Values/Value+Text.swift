extension Value {
    /// The text that printing the value gives: Python's `str()`.
    /// - Throws: `Failure` for a strict undefined value.
    func text() throws -> String {
        switch self {
        case .string(let text), .markup(let text): return text
        case .undefined(let undefined):
            try undefined.requireLenient()
            return ""
        default:
            var output = ""
            try appendText(to: &output)
            return output
        }
    }

    /// Appends what printing the value gives.
    /// - Throws: `Failure` for a strict undefined value.
    func appendText(to output: inout String) throws {
        switch self {
        case .string(let text), .markup(let text): output += text
        case .int(let number): output += String(number)
        case .none: output += "None"
        case .bool(let flag): output += flag ? "True" : "False"
        case .float(let number): output += FloatText.repr(number)
        case .undefined(let undefined): try undefined.requireLenient()
        case .list, .tuple, .dict: try appendRepr(to: &output)
        case .object(let object): output += try object.text()
        }
    }

    /// Python's `repr()`.
    /// - Throws: `Failure` for a strict undefined value.
    func repr() throws -> String {
        var output = ""
        try appendRepr(to: &output)
        return output
    }

    /// Appends Python's `repr()`.
    /// - Throws: `Failure` for a strict undefined value or a collection that holds itself.
    func appendRepr(to output: inout String, depth: Int = 0) throws {
        try Nesting.check(depth)
        switch self {
        case .string(let text): TextLiteral.appendPython(text, to: &output)
        case .markup(let text):
            output += "Markup("
            TextLiteral.appendPython(text, to: &output)
            output += ")"
        case .list(let list):
            output += "["
            try Self.appendRepr(list.elements, to: &output, depth: depth)
            output += "]"
        case .tuple(let tuple):
            output += "("
            try Self.appendRepr(tuple.elements, to: &output, depth: depth)
            output += tuple.elements.count == 1 ? ",)" : ")"
        case .dict(let dict):
            output += "{"
            for index in dict.keys.indices {
                if index > 0 { output += ", " }
                try dict.keys[index].appendRepr(to: &output, depth: depth + 1)
                output += ": "
                try dict.values[index].appendRepr(to: &output, depth: depth + 1)
            }
            output += "}"
        case .undefined(let undefined):
            try undefined.requireLenient()
            output += "Undefined"
        default: try appendText(to: &output)
        }
    }

    private static func appendRepr(_ elements: [Value], to output: inout String, depth: Int) throws {
        for (index, element) in elements.enumerated() {
            if index > 0 { output += ", " }
            try element.appendRepr(to: &output, depth: depth + 1)
        }
    }
}
