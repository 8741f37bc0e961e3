/// The methods of texts.
enum StringMethods {
    static let names: Set<String> = [
        "upper", "lower", "title", "capitalize", "swapcase", "casefold", "replace", "split", "rsplit", "splitlines",
        "strip", "lstrip", "rstrip", "startswith", "endswith", "join", "format", "find", "rfind", "index", "rindex",
        "count", "zfill", "ljust", "rjust", "center", "removeprefix", "removesuffix", "partition", "rpartition",
        "isdigit", "isdecimal", "isnumeric", "isalpha", "isalnum", "isspace", "isupper", "islower", "istitle",
        "isidentifier", "isascii", "isprintable", "expandtabs",
    ]

    private static let withoutArguments: Set<String> = [
        "upper", "lower", "title", "capitalize", "swapcase", "casefold", "isdigit", "isdecimal", "isnumeric", "isalpha",
        "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isascii", "isprintable",
    ]

    static func call(
        _ name: String, _ text: String, _ arguments: CallArguments, _ state: RenderState, safe: Bool
    ) throws -> Value? {
        if withoutArguments.contains(name) { _ = try arguments.positional(0...0, of: name) }
        if let changed = try change(name, text, arguments, state, safe) { return .text(changed, safe: safe) }
        if let split = try split(name, text, arguments, safe) { return split }
        if let answer = try ask(name, text, arguments) { return answer }
        return nil
    }

    private static func scalars(_ value: Value?) throws -> Set<Unicode.Scalar>? {
        guard let value, !value.isNone else { return nil }
        guard let text = value.stringContent else { throw Failure(.type, "strip arg must be None or str") }
        return Set(text.unicodeScalars)
    }

    private static func stringArgument(_ value: Value, _ method: String) throws -> String {
        if case .undefined(let undefined) = value { throw undefined.failure }
        guard let text = value.stringContent else {
            throw Failure(.type, "\(method)() argument must be str, not \(value.typeName)")
        }
        return text
    }

    private static func change(
        _ name: String, _ text: String, _ arguments: CallArguments, _ state: RenderState, _ safe: Bool
    ) throws -> String? {
        func positional(_ range: ClosedRange<Int>) throws -> [Value] { try arguments.positional(range, of: name) }
        func escapedArgument(_ value: Value) throws -> String {
            let text = try stringArgument(value, name)
            return safe && !value.isMarkup ? Text.escaped(text) : text
        }
        switch name {
        case "upper": return Text.upper(text)
        case "lower", "casefold": return Text.lower(text)
        case "capitalize": return Text.capitalized(text)
        case "title": return titled(text)
        case "swapcase":
            return text.unicodeScalars.map {
                $0.properties.isUppercase ? $0.properties.lowercaseMapping : $0.properties.uppercaseMapping
            }.joined()
        case "strip", "lstrip", "rstrip":
            let set = try scalars(try positional(0...1).first)
            return Text.strip(text, leading: name != "rstrip", trailing: name != "lstrip") {
                set?.contains($0) ?? Text.isSpace($0)
            }
        case "replace":
            let values = try arguments.bound(to: ["old", "new", "count"], required: 2, of: name)
            return try replacing(
                text, try stringArgument(values[0] ?? .none, name), try escapedArgument(values[1] ?? .none),
                try values.integer(2, default: -1), state)
        case "join":
            let elements = try positional(1...1)[0].elements()
            var parts: [String] = []
            for (index, element) in elements.enumerated() {
                if case .undefined(let undefined) = element { throw undefined.failure }
                guard let part = element.stringContent else {
                    throw Failure(
                        .type, "sequence item \(index): expected str instance, \(element.typeName) found",
                        remedy: "use the filter: `| join(…)`")
                }
                parts.append(safe && !element.isMarkup ? Text.escaped(part) : part)
            }
            return parts.joined(separator: text)
        case "format": return try FormatString(text).applied(to: arguments, state, escapes: safe)
        case "zfill":
            let width = try integer(try positional(1...1)[0])
            guard let sign = text.unicodeScalars.first, sign == "-" || sign == "+" else {
                return try Padding.right(text, width, "0", state)
            }
            return String(sign) + (try Padding.right(String(text.unicodeScalars.dropFirst()), width - 1, "0", state))
        case "ljust", "rjust", "center":
            let values = try positional(1...2)
            let width = try integer(values[0])
            var fill: Unicode.Scalar = " "
            if values.count > 1 {
                let text = try stringArgument(values[1], name).unicodeScalars
                guard let first = text.first, text.count == 1 else {
                    throw Failure(.type, "The fill character must be exactly one character long")
                }
                fill = first
            }
            switch name {
            case "ljust": return try Padding.left(text, width, fill, state)
            case "rjust": return try Padding.right(text, width, fill, state)
            default: return try Padding.center(text, width, fill, state)
            }
        case "removeprefix":
            let prefix = try stringArgument(try positional(1...1)[0], name)
            return starts(text, with: prefix) ? String(text.unicodeScalars.dropFirst(Text.length(prefix))) : text
        case "removesuffix":
            let suffix = try stringArgument(try positional(1...1)[0], name)
            return !suffix.isEmpty && ends(text, with: suffix)
                ? String(text.unicodeScalars.dropLast(Text.length(suffix))) : text
        case "expandtabs": return expandingTabs(text, try positional(0...1).first.map(integer) ?? 8, state)
        default: return nil
        }
    }

    private static func integer(_ value: Value) throws -> Int {
        if case .undefined(let undefined) = value { throw undefined.failure }
        guard let number = value.integerContent else {
            throw Failure(.type, "'\(value.typeName)' object cannot be interpreted as an integer")
        }
        return number
    }

    private static func expandingTabs(_ text: String, _ size: Int, _ state: RenderState) -> String {
        var output = String.UnicodeScalarView()
        var column = 0
        for scalar in text.unicodeScalars {
            if scalar == "\t" {
                let missing = size > 0 ? min(size, 1024) - column % min(size, 1024) : 0
                output.append(contentsOf: repeatElement(" ", count: missing))
                column += missing
            } else {
                output.append(scalar)
                column = scalar == "\n" || scalar == "\r" ? 0 : column + 1
            }
        }
        return String(output)
    }

    /// Upper case for the first letter of every run of letters.
    private static func titled(_ text: String) -> String {
        var output = ""
        var isInside = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isCased {
                output += isInside ? scalar.properties.lowercaseMapping : scalar.properties.titlecaseMapping
                isInside = true
            } else {
                output.unicodeScalars.append(scalar)
                isInside = false
            }
        }
        return output
    }

    /// A text with one part replaced by another, everywhere or a number of times.
    static func replacing(_ text: String, _ old: String, _ new: String, _ count: Int, _ state: RenderState) throws
        -> String
    {
        if count == 0 { return text }
        var output = ""
        let limit = count < 0 ? Int.max : count
        if old.isEmpty {
            try state.checkSize(new.utf8.count, times: min(limit, Text.length(text)))
            var left = limit
            for scalar in text.unicodeScalars {
                if left > 0 { output += new }
                left -= left > 0 ? 1 : 0
                output.unicodeScalars.append(scalar)
            }
            return left > 0 ? output + new : output
        }
        let places = Text.ranges(of: old, in: text, limit: limit)
        guard !places.isEmpty else { return text }
        try state.checkSize(new.utf8.count, times: places.count)
        var start = text.startIndex
        for place in places {
            output += text[start..<place.lowerBound]
            output += new
            start = place.upperBound
        }
        return output + text[start...]
    }

    private static func starts(_ text: String, with prefix: String) -> Bool { text.utf8.starts(with: prefix.utf8) }
    private static func ends(_ text: String, with suffix: String) -> Bool {
        text.utf8.reversed().starts(with: suffix.utf8.reversed())
    }
}
