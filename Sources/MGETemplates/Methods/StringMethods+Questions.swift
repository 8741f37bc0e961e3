extension StringMethods {
    /// The methods that give lists or tuples of parts.
    static func split(_ name: String, _ text: String, _ arguments: CallArguments, _ safe: Bool) throws -> Value? {
        func parts(_ parts: [String]) throws -> Value { .list(try ListValue(parts.map { .text($0, safe: safe) })) }
        switch name {
        case "split", "rsplit":
            let bound = try arguments.bound(to: ["sep", "maxsplit"], required: 0, of: name)
            let limit = try bound.integer(1, default: -1)
            let separator = try bound.text(0)
            if let separator, separator.isEmpty { throw Failure(.value, "empty separator") }
            return try parts(
                name == "split" ? split(text, separator, limit) : splitFromEnd(text, separator, limit))
        case "splitlines":
            let bound = try arguments.bound(to: ["keepends"], required: 0, of: name)
            return try parts(Text.lines(text, keepEnds: try bound.flag(0)))
        case "partition", "rpartition":
            let value = try arguments.positional(1...1, of: name)[0]
            guard let separator = value.stringContent, !separator.isEmpty else {
                throw Failure(.value, "empty separator")
            }
            let places = Text.ranges(of: separator, in: text)
            let isFirst = name == "partition"
            let texts: [String]
            if let place = isFirst ? places.first : lastRange(of: separator, in: text) {
                texts = [String(text[..<place.lowerBound]), separator, String(text[place.upperBound...])]
            } else {
                texts = isFirst ? [text, "", ""] : ["", "", text]
            }
            return .tuple(texts.map { .text($0, safe: safe) })
        default: return nil
        }
    }

    private static func lastRange(of needle: String, in text: String) -> Range<String.Index>? {
        let reversed = Text.ranges(
            of: Text.string(needle.unicodeScalars.reversed()), in: Text.string(text.unicodeScalars.reversed()), limit: 1
        )
        guard let first = reversed.first else { return nil }
        let mirrored = Text.string(text.unicodeScalars.reversed())
        let after = mirrored.utf8.distance(from: mirrored.startIndex, to: first.lowerBound)
        let end = text.utf8.index(text.endIndex, offsetBy: -after)
        return text.utf8.index(end, offsetBy: -needle.utf8.count)..<end
    }

    private static func split(_ text: String, _ separator: String?, _ limit: Int) -> [String] {
        if let separator {
            let places = Text.ranges(of: separator, in: text, limit: limit < 0 ? .max : limit)
            var parts: [String] = []
            var start = text.startIndex
            for place in places {
                parts.append(String(text[start..<place.lowerBound]))
                start = place.upperBound
            }
            return parts + [String(text[start...])]
        }
        var parts: [String] = []
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while true {
            while index < scalars.endIndex, Text.isSpace(scalars[index]) { index = scalars.index(after: index) }
            guard index < scalars.endIndex else { return parts }
            if limit >= 0, parts.count == limit {
                return parts + [String(scalars[index...])]
            }
            let start = index
            while index < scalars.endIndex, !Text.isSpace(scalars[index]) { index = scalars.index(after: index) }
            parts.append(String(scalars[start..<index]))
        }
    }

    private static func splitFromEnd(_ text: String, _ separator: String?, _ limit: Int) -> [String] {
        guard limit >= 0 else { return split(text, separator, limit) }
        let mirrored = split(
            Text.string(text.unicodeScalars.reversed()),
            separator.map { Text.string($0.unicodeScalars.reversed()) }, limit)
        return mirrored.reversed().map { Text.string($0.unicodeScalars.reversed()) }
    }

    /// The methods that tell something about the text.
    static func ask(_ name: String, _ text: String, _ arguments: CallArguments) throws -> Value? {
        switch name {
        case "startswith", "endswith":
            let values = try arguments.positional(1...3, of: name)
            let part = Array(text.unicodeScalars)[...].slice(values.dropFirst())
            let options: [Value]
            if case .tuple(let tuple) = values[0] { options = tuple.elements } else { options = [values[0]] }
            for option in options {
                guard let affix = option.stringContent?.unicodeScalars else {
                    throw Failure(.type, "\(name) first arg must be str or a tuple of str, not \(option.typeName)")
                }
                let affixes = Array(affix)
                let holds =
                    name == "startswith"
                    ? part.starts(with: affixes) : part.suffix(affixes.count).elementsEqual(affixes)
                if holds { return .bool(true) }
            }
            return .bool(false)
        case "find", "rfind", "index", "rindex", "count": return try search(name, text, arguments)
        case "isascii": return .bool(Text.isASCII(text))
        case "isidentifier":
            guard let first = text.unicodeScalars.first else { return .bool(false) }
            return .bool(!first.isNumeric && text.unicodeScalars.allSatisfy { Text.isWord($0) })
        case "isdigit", "isdecimal":
            return .bool(
                all(text) {
                    $0.properties.numericType == .decimal || (name == "isdigit" && $0.properties.numericType == .digit)
                })
        case "isnumeric": return .bool(all(text) { $0.isNumeric })
        case "isalpha": return .bool(all(text) { $0.isLetter })
        case "isalnum": return .bool(all(text) { $0.isLetter || $0.isNumeric })
        case "isspace": return .bool(all(text) { Text.isSpace($0) })
        case "isupper": return .bool(isCased(text) { $0.properties.isUppercase })
        case "islower": return .bool(isCased(text) { $0.properties.isLowercase })
        case "istitle": return .bool(isTitle(text))
        case "isprintable":
            var output = ""
            TextLiteral.appendPython(text, to: &output)
            return .bool(
                Text.length(output) == Text.length(text) + 2
                    || text.allSatisfy { $0 == "\\" || $0 == "'" || $0.isLetter })
        default: return nil
        }
    }

    private static func all(_ text: String, _ condition: (Unicode.Scalar) -> Bool) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy(condition)
    }

    /// Whether there are cased letters, all of one case.
    static func isCased(_ text: String, _ isRightCase: (Unicode.Scalar) -> Bool) -> Bool {
        var found = false
        for scalar in text.unicodeScalars where scalar.properties.isCased {
            guard isRightCase(scalar) else { return false }
            found = true
        }
        return found
    }

    private static func isTitle(_ text: String) -> Bool {
        var isInside = false
        var found = false
        for scalar in text.unicodeScalars {
            guard scalar.properties.isCased else {
                isInside = false
                continue
            }
            guard scalar.properties.isUppercase != isInside else { return false }
            isInside = true
            found = true
        }
        return found
    }

    private static func search(_ name: String, _ text: String, _ arguments: CallArguments) throws -> Value {
        let values = try arguments.positional(1...3, of: name)
        guard let needle = values[0].stringContent else {
            throw Failure(.type, "must be str, not \(values[0].typeName)")
        }
        let all = Array(text.unicodeScalars)[...]
        let part = all.slice(values.dropFirst())
        let haystack = Text.string(part)
        if name == "count" {
            return .int(needle.isEmpty ? part.count + 1 : Text.ranges(of: needle, in: haystack).count)
        }
        let isLast = name.hasPrefix("r")
        var position: Int?
        if needle.isEmpty {
            position = isLast ? part.endIndex : part.startIndex
        } else if let range = isLast
            ? lastRange(of: needle, in: haystack) : Text.ranges(of: needle, in: haystack, limit: 1).first
        {
            position = part.startIndex + Text.length(String(haystack[..<range.lowerBound]))
        }
        if let position { return .int(position) }
        if name.hasSuffix("index") { throw Failure(.value, "substring not found") }
        return .int(-1)
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// The part between bounds given as arguments of `find` and its like.
    fileprivate func slice(_ bounds: ArraySlice<Value>) -> ArraySlice<Unicode.Scalar> {
        func clamp(_ value: Value?, _ missing: Int) -> Int {
            guard let bound = value?.integerContent else { return missing }
            return Swift.max(0, Swift.min(bound < 0 ? bound + count : bound, count))
        }
        let start = clamp(bounds.first, 0)
        let end = clamp(bounds.dropFirst().first, count)
        return start < end ? self[start..<end] : self[start..<start]
    }
}

extension Unicode.Scalar {
    fileprivate var isNumeric: Bool { properties.numericType != nil }
    fileprivate var isLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
