extension BuiltinFilters {
    static let markup: [String: TemplateFilter] = [
        "escape": TemplateFilter { value, _, _ in try escape(value) },
        "e": TemplateFilter { value, _, _ in try escape(value) },
        "forceescape": TemplateFilter { value, _, _ in .markup(Text.escaped(try value.text())) },
        "safe": TemplateFilter { value, _, _ in .markup(try value.text()) },
        "striptags": TemplateFilter { value, _, _ in .string(stripTags(try value.text())) },
        "urlencode": TemplateFilter { value, _, _ in .string(try urlEncode(value)) },
        "xmlattr": TemplateFilter(["autospace"], xmlAttributes),
    ]

    private static func escape(_ value: Value) throws -> Value {
        if case .markup = value { return value }
        return .markup(Text.escaped(try value.text()))
    }

    /// Removes comments and tags, puts single blanks for white space, and decodes character references.
    private static func stripTags(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for (open, close) in [("<!--", "-->"), ("<", ">")] {
            bytes = removing(from: Array(open.utf8), to: Array(close.utf8), in: bytes)
        }
        let plain = String(decoding: bytes, as: UTF8.self)
        let words = plain.unicodeScalars.split { Text.isSpace($0) }.map { String($0) }
        return CharacterReferences.decoded(words.joined(separator: " "))
    }

    /// The bytes without what stands between two marks, nor the marks; a mark that is never closed stays.
    private static func removing(from open: [UInt8], to close: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var index = 0
        var isClosed = true
        while index < bytes.count {
            if isClosed, bytes[index...].starts(with: open) {
                var end = index + open.count
                while end < bytes.count, !bytes[end...].starts(with: close) { end += 1 }
                isClosed = end < bytes.count
                if isClosed {
                    index = end + close.count
                    continue
                }
            }
            output.append(bytes[index])
            index += 1
        }
        return output
    }

    private static func urlEncode(_ value: Value) throws -> String {
        func quote(_ value: Value, slash: Bool) throws -> String {
            var output = ""
            for byte in try value.text().utf8 {
                let isKept = Text.isWordByte(byte) || byte == 45 || byte == 46 || byte == 126 || (slash && byte == 47)
                if isKept {
                    output.unicodeScalars.append(Unicode.Scalar(byte))
                } else {
                    let digits = String(byte, radix: 16, uppercase: true)
                    output += (byte < 16 ? "%0" : "%") + digits
                }
            }
            return output
        }
        func formQuote(_ value: Value) throws -> String {
            try quote(value, slash: false).split(separator: "%20", omittingEmptySubsequences: false)
                .joined(separator: "+")
        }
        if value.stringContent != nil { return try quote(value, slash: true) }
        let pairs: [(Value, Value)]
        if case .dict(let dict) = value {
            pairs = Array(zip(dict.keys, dict.values))
        } else if let elements = try? value.elements() {
            pairs = try elements.map {
                let pair = try $0.elements()
                guard pair.count == 2 else { throw Failure(.value, "urlencode needs pairs") }
                return (pair[0], pair[1])
            }
        } else {
            return try quote(value, slash: true)
        }
        return try pairs.map { try formQuote($0.0) + "=" + formQuote($0.1) }.joined(separator: "&")
    }

    private static func xmlAttributes(_ value: Value, _ arguments: BoundArguments, _ state: RenderState) throws -> Value
    {
        guard case .dict(let dict) = value else {
            throw Failure(.type, "xmlattr needs a mapping, not \(value.typeName)")
        }
        var items: [String] = []
        for (key, member) in zip(dict.keys, dict.values) {
            if case .none = member { continue }
            if member.isUndefined { continue }
            let name = try key.text()
            if name.utf8.contains(where: { (9...13).contains($0) || $0 == 32 || $0 == 47 || $0 == 62 || $0 == 61 }) {
                throw Failure(.value, "Invalid character in attribute name: '\(name)'")
            }
            let (text, isSafe) = try member.filterText()
            items.append("\(Text.escaped(name))=\"\(isSafe ? text : Text.escaped(text))\"")
        }
        let joined = items.joined(separator: " ")
        let result = try arguments.flag(0, default: true) && !joined.isEmpty ? " " + joined : joined
        return state.autoescape ? .markup(result) : .string(result)
    }
}

/// HTML's character references: the numeric ones, and the names that escaping and common text use.
enum CharacterReferences {
    private static let names: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
        "hellip": "…", "mdash": "—", "ndash": "–", "laquo": "«", "raquo": "»", "euro": "€", "lsquo": "‘", "rsquo": "’",
        "ldquo": "“", "rdquo": "”", "bull": "•", "middot": "·", "times": "×", "deg": "°", "trade": "™", "sect": "§",
    ]

    /// The text with its character references replaced.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(38) else { return text }
        var output = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            output += rest[..<mark]
            rest = rest[mark...]
            let window = rest.utf8.prefix(34)
            guard let end = window.firstIndex(of: 59),
                let character = character(String(rest[rest.index(after: mark)..<end]))
            else {
                output += "&"
                rest = rest.dropFirst()
                continue
            }
            output += character
            rest = rest[rest.index(after: end)...]
        }
        return output + rest
    }

    private static func character(_ reference: String) -> String? {
        guard reference.hasPrefix("#") else { return names[reference] }
        let digits = reference.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return code.flatMap { Unicode.Scalar($0) }.map { String($0) }
    }
}
