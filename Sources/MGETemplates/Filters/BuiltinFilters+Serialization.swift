extension BuiltinFilters {
    static let serialization: [String: TemplateFilter] = [
        "tojson": TemplateFilter(["indent"]) { value, arguments, state in
            var indent: Int?
            if let given = arguments[0], !given.isNone { indent = max(0, try arguments.integer(0, default: 0)) }
            try state.checkSize(indent ?? 0)
            var output = ""
            try JSONText(indent: indent).append(value, to: &output, depth: 0)
            return .markup(htmlSafe(output))
        },
        "pprint": TemplateFilter { value, _, _ in .string(try PrettyPrinter().text(of: value)) },
    ]

    private static func htmlSafe(_ json: String) -> String {
        guard json.utf8.contains(where: { $0 == 60 || $0 == 62 || $0 == 38 || $0 == 39 }) else { return json }
        var output = ""
        for scalar in json.unicodeScalars {
            switch scalar {
            case "<": output += "\\u003c"
            case ">": output += "\\u003e"
            case "&": output += "\\u0026"
            case "'": output += "\\u0027"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}

/// JSON as Python's `json.dumps(…, sort_keys=True)` writes it.
struct JSONText {
    let indent: Int?

    func append(_ value: Value, to output: inout String, depth: Int) throws {
        try Nesting.check(depth)
        switch value {
        case .none: output += "null"
        case .bool(let flag): output += flag ? "true" : "false"
        case .int(let number): output += String(number)
        case .float(let number):
            output +=
                number.isNaN
                ? "NaN"
                : number.isInfinite
                    ? (number < 0 ? "-Infinity" : "Infinity")
                    : FloatText.repr(number)
        case .string(let text), .markup(let text): TextLiteral.appendJSON(text, to: &output)
        case .list(let list): try append(list.elements, to: &output, depth)
        case .tuple(let tuple): try append(tuple.elements, to: &output, depth)
        case .dict(let dict): try append(dict, to: &output, depth)
        case .undefined(let undefined): throw undefined.failure
        case .object: throw Failure(.type, "Object of type \(value.typeName) is not JSON serializable")
        }
    }

    private func separator(_ depth: Int, isFirst: Bool) -> String {
        guard let indent else { return isFirst ? "" : ", " }
        return (isFirst ? "\n" : ",\n") + String(repeating: " ", count: indent * (depth + 1))
    }

    private func end(_ depth: Int) -> String {
        indent.map { "\n" + String(repeating: " ", count: $0 * depth) } ?? ""
    }

    private func append(_ elements: [Value], to output: inout String, _ depth: Int) throws {
        output += "["
        for (index, element) in elements.enumerated() {
            output += separator(depth, isFirst: index == 0)
            try append(element, to: &output, depth: depth + 1)
        }
        output += elements.isEmpty ? "]" : end(depth) + "]"
    }

    private func append(_ dict: DictValue, to output: inout String, _ depth: Int) throws {
        let order = try Value.sorted(dict.keys.indices.map { .int($0) }, by: dict.keys, descending: false)
        output += "{"
        for (position, index) in order.enumerated() {
            guard case .int(let index) = index else { continue }
            output += separator(depth, isFirst: position == 0)
            TextLiteral.appendJSON(try key(dict.keys[index]), to: &output)
            output += ": "
            try append(dict.values[index], to: &output, depth: depth + 1)
        }
        output += dict.count == 0 ? "}" : end(depth) + "}"
    }

    private func key(_ value: Value) throws -> String {
        switch value {
        case .string(let text), .markup(let text): return text
        case .none: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .int, .float: return try value.text()
        default:
            throw Failure(.type, "keys must be str, int, float, bool or None, not \(value.typeName)")
        }
    }
}

/// Python's `pprint.pformat`, with its width of 80: sorted keys, one element a line where they do not fit.
struct PrettyPrinter {
    private let width = 80

    func text(of value: Value) throws -> String {
        var output = ""
        try append(value, to: &output, indent: 0, allowance: 0)
        return output
    }

    private func append(_ value: Value, to output: inout String, indent: Int, allowance: Int) throws {
        let flat = try sortedRepr(value)
        guard Text.length(flat) > width - indent - allowance else {
            output += flat
            return
        }
        switch value {
        case .list(let list): try append(list.elements, "[", "]", to: &output, indent, allowance)
        case .tuple(let tuple):
            try append(tuple.elements, "(", tuple.elements.count == 1 ? ",)" : ")", to: &output, indent, allowance)
        case .dict(let dict): try append(dict, to: &output, indent, allowance)
        case .string(let text): try appendText(text, to: &output, indent, allowance)
        default: output += flat
        }
    }

    private func append(
        _ elements: [Value], _ open: String, _ close: String, to output: inout String, _ indent: Int, _ allowance: Int
    ) throws {
        output += open
        for (index, element) in elements.enumerated() {
            if index > 0 { output += ",\n" + String(repeating: " ", count: indent + 1) }
            let isLast = index == elements.count - 1
            try append(element, to: &output, indent: indent + 1, allowance: isLast ? allowance + close.count : 1)
        }
        output += close
    }

    private func append(_ dict: DictValue, to output: inout String, _ indent: Int, _ allowance: Int) throws {
        output += "{"
        for (position, index) in try order(of: dict).enumerated() {
            if position > 0 { output += ",\n" + String(repeating: " ", count: indent + 1) }
            let key = try sortedRepr(dict.keys[index])
            output += key + ": "
            let isLast = position == dict.count - 1
            try append(
                dict.values[index], to: &output, indent: indent + Text.length(key) + 3,
                allowance: isLast ? allowance + 1 : 1)
        }
        output += "}"
    }

    /// Breaks a long text into adjacent literals at white space.
    private func appendText(_ text: String, to output: inout String, _ indent: Int, _ allowance: Int) throws {
        let isNested = indent > 0
        let start = isNested ? indent : indent + 1
        let lines = Text.lines(text, keepEnds: true)
        var parts: [String] = []
        for (number, line) in lines.enumerated() {
            var available = width - start
            let flat = try Value.string(line).repr()
            let isLastLine = number == lines.count - 1
            if isLastLine { available -= isNested ? allowance : allowance + 1 }
            if Text.length(flat) <= available {
                parts.append(flat)
                continue
            }
            let words = Self.words(line)
            available = width - start
            var current = ""
            for (index, word) in words.enumerated() {
                let candidate = current + word
                if isLastLine, index == words.count - 1 { available -= isNested ? allowance : allowance + 1 }
                if Text.length(try Value.string(candidate).repr()) > available {
                    if !current.isEmpty { parts.append(try Value.string(current).repr()) }
                    current = word
                } else {
                    current = candidate
                }
            }
            if !current.isEmpty { parts.append(try Value.string(current).repr()) }
        }
        if parts.count <= 1 {
            output += parts.first ?? "''"
            return
        }
        let separator = "\n" + String(repeating: " ", count: start)
        output += (isNested ? "" : "(") + parts.joined(separator: separator) + (isNested ? "" : ")")
    }

    /// Words, each with the white space after it.
    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        var current = String.UnicodeScalarView()
        var isSpace = false
        for scalar in line.unicodeScalars {
            if Text.isSpace(scalar) {
                isSpace = true
            } else if isSpace {
                words.append(String(current))
                current = .init()
                isSpace = false
            }
            current.append(scalar)
        }
        if !current.isEmpty { words.append(String(current)) }
        return words
    }

    private func order(of dict: DictValue) throws -> [Int] {
        let indices: [Value] = dict.keys.indices.map { .int($0) }
        let sorted = (try? Value.sorted(indices, by: dict.keys, descending: false)) ?? indices
        return sorted.compactMap(\.integerContent)
    }

    private func sortedRepr(_ value: Value, depth: Int = 0) throws -> String {
        try Nesting.check(depth)
        switch value {
        case .list(let list):
            return "[" + (try list.elements.map { try sortedRepr($0, depth: depth + 1) }.joined(separator: ", ")) + "]"
        case .tuple(let tuple):
            let parts = try tuple.elements.map { try sortedRepr($0, depth: depth + 1) }
            return "(" + parts.joined(separator: ", ") + (parts.count == 1 ? ",)" : ")")
        case .dict(let dict):
            let parts = try order(of: dict).map {
                let key = try sortedRepr(dict.keys[$0], depth: depth + 1)
                return key + ": " + (try sortedRepr(dict.values[$0], depth: depth + 1))
            }
            return "{" + parts.joined(separator: ", ") + "}"
        default: return try value.repr()
        }
    }
}
