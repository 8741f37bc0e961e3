extension BuiltinFilters {
    static let text: [String: TemplateFilter] = [
        "upper": mapping { Text.upper($0) },
        "lower": mapping { Text.lower($0) },
        "capitalize": mapping { Text.capitalized($0) },
        "title": mapping(title),
        "trim": TemplateFilter(["chars"]) { value, arguments, _ in
            let (text, isSafe) = try value.filterText()
            guard let characters = try arguments.text(0) else { return .text(Text.strip(text), safe: isSafe) }
            let set = Set(characters.unicodeScalars)
            return .text(Text.strip(text) { set.contains($0) }, safe: isSafe)
        },
        "center": TemplateFilter(["width"]) { value, arguments, state in
            let (text, isSafe) = try value.filterText()
            let width = try arguments.integer(0, default: 80)
            return .text(try Padding.center(text, width, " ", state), safe: isSafe)
        },
        "replace": TemplateFilter(["old", "new", "count"], required: 2, replace),
        "truncate": TemplateFilter(["length", "killwords", "end", "leeway"], truncate),
        "indent": TemplateFilter(["width", "first", "blank"], indent),
        "wordwrap": TemplateFilter(
            ["width", "break_long_words", "wrapstring", "break_on_hyphens"]
        ) { value, arguments, state in
            if case .undefined(let undefined) = value { throw undefined.failure }
            let (text, isSafe) = try value.filterText()
            let wrap = WordWrap(
                width: try arguments.integer(0, default: 79), breaksLongWords: try arguments.flag(1, default: true),
                breaksOnHyphens: try arguments.flag(3, default: true))
            let separator = try arguments.text(2) ?? state.options.newline.rawValue
            let lines = try Text.lines(text).map { try wrap.lines(of: $0).joined(separator: separator) }
            return .text(lines.joined(separator: separator), safe: isSafe)
        },
        "wordcount": TemplateFilter { value, _, _ in
            var count = 0
            var isInside = false
            for scalar in try value.text().unicodeScalars {
                let isWord = Text.isWord(scalar)
                if isWord, !isInside { count += 1 }
                isInside = isWord
            }
            return .int(count)
        },
        "string": TemplateFilter { value, _, _ in
            if case .markup = value { return value }
            return .string(try value.text())
        },
        "format": .variadic(format),
        "string_literal": TemplateFilter { value, _, _ in .string(TextLiteral.portable(try value.text())) },
    ]

    private static func mapping(_ change: @escaping @Sendable (String) -> String) -> TemplateFilter {
        TemplateFilter { value, _, _ in
            let (text, isSafe) = try value.filterText()
            return .text(change(text), safe: isSafe)
        }
    }

    /// Upper case after white space, hyphens and opening brackets, lower case elsewhere.
    private static func title(_ text: String) -> String {
        var output = ""
        var word = String.UnicodeScalarView()
        func flush() {
            guard let first = word.first else { return }
            output += String(Character(first)).uppercased() + String(word.dropFirst()).lowercased()
            word.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "-", "(", "{", "[", "<":
                flush()
                output.unicodeScalars.append(scalar)
            default:
                if Text.isSpace(scalar) {
                    flush()
                    output.unicodeScalars.append(scalar)
                } else {
                    word.append(scalar)
                }
            }
        }
        flush()
        return output
    }

    private static func replace(_ value: Value, _ arguments: BoundArguments, _ state: RenderState) throws -> Value {
        let (text, isSafe) = try value.filterText()
        let old = try arguments[0]?.filterText() ?? (text: "", isSafe: false)
        let new = try arguments[1]?.filterText() ?? (text: "", isSafe: false)
        var count = -1
        if let limit = arguments[2] {
            if case .none = limit { count = -1 } else { count = try arguments.integer(2, default: -1) }
        }
        guard state.autoescape else {
            return .text(try StringMethods.replacing(text, old.text, new.text, count, state), safe: false)
        }
        if isSafe {
            let replacement = new.isSafe ? new.text : Text.escaped(new.text)
            return .markup(try StringMethods.replacing(text, old.text, replacement, count, state))
        }
        guard old.isSafe || new.isSafe else {
            return .string(try StringMethods.replacing(text, old.text, new.text, count, state))
        }
        return .markup(
            try StringMethods.replacing(
                Text.escaped(text), old.text, new.isSafe ? new.text : Text.escaped(new.text), count, state))
    }

    private static func truncate(_ value: Value, _ arguments: BoundArguments, _ state: RenderState) throws -> Value {
        if case .undefined(let undefined) = value {
            try undefined.requireLenient()
            return value
        }
        guard let text = value.stringContent else {
            throw Failure(.type, "object of type '\(value.typeName)' has no len()", remedy: "convert it: `| string`")
        }
        let isSafe = if case .markup = value { true } else { false }
        let length = try arguments.integer(0, default: 255)
        let end = try arguments.text(2) ?? "..."
        let endLength = Text.length(end)
        var leeway = 5
        if let given = arguments[3] {
            if case .none = given { leeway = 5 } else { leeway = try arguments.integer(3, default: 5) }
        }
        guard length >= endLength else { throw Failure(.value, "expected length >= \(endLength), got \(length)") }
        guard leeway >= 0 else { throw Failure(.value, "expected leeway >= 0, got \(leeway)") }
        let limit = length.addingReportingOverflow(leeway)
        if limit.overflow || Text.length(text) <= limit.partialValue { return value }
        let kept = text.unicodeScalars.prefix(length - endLength)
        if try arguments.flag(1) { return .text(String(kept) + end, safe: isSafe) }
        let words = kept.lastIndex(of: " ").map { kept[..<$0] } ?? kept
        return .text(String(words) + end, safe: isSafe)
    }

    private static func indent(_ value: Value, _ arguments: BoundArguments, _ state: RenderState) throws -> Value {
        if case .undefined(let undefined) = value { throw undefined.failure }
        guard let text = value.stringContent else {
            throw Failure(
                .type, "unsupported operand type(s) for +=: '\(value.typeName)' and 'str'",
                remedy: "convert it: `| string`")
        }
        let isSafe = if case .markup = value { true } else { false }
        let indention: String
        if let given = arguments[0]?.stringContent {
            indention = given
        } else {
            let width = max(0, try arguments.integer(0, default: 4))
            try state.checkSize(width)
            indention = String(repeating: " ", count: width)
        }
        var lines = Text.lines(text + "\n")
        try state.checkSize(indention.utf8.count, times: lines.count)
        var output = try arguments.flag(1) ? indention : ""
        if try arguments.flag(2) {
            output += lines.joined(separator: "\n" + indention)
        } else {
            output += lines.removeFirst()
            for line in lines { output += line.isEmpty ? "\n" : "\n" + indention + line }
        }
        return .text(output, safe: isSafe)
    }

    private static func format(_ value: Value, _ arguments: CallArguments, _ state: RenderState) throws -> Value {
        guard arguments.positional.isEmpty || arguments.named.isEmpty else {
            throw Failure(.runtime, "can't handle positional and keyword arguments at the same time")
        }
        let (text, isSafe) = try value.filterText()
        let operand: Value =
            arguments.named.isEmpty
            ? .tuple(arguments.positional)
            : .dict(try DictValue(arguments.named.map { (.string($0.name), $0.value) }))
        return .text(try PercentFormat(text).applied(to: operand, state, escapes: isSafe), safe: isSafe)
    }
}

extension Value {
    var isMarkup: Bool {
        if case .markup = self { return true }
        return false
    }
}
