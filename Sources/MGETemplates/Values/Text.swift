/// Text as Python sees it: a sequence of code points, compared by them.
enum Text {
    /// Whether two texts are the same code points; Swift's own equality also equates canonical equivalents.
    static func same(_ left: String, _ right: String) -> Bool {
        left == right && left.utf8.elementsEqual(right.utf8)
    }

    /// Whether one text comes before another by code points, which is the order of their UTF-8.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// The number of code points.
    static func length(_ text: String) -> Int {
        var count = 0
        for byte in text.utf8 where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }

    static func isASCII(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < 0x80 }
    }

    /// What `str.isspace` holds for.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 9...13, 28...32, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || (9...13).contains(byte) || (28...31).contains(byte)
    }

    /// What a regular expression's `\w` matches.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let value = UInt8(truncatingIfNeeded: scalar.value)
            return isWordByte(value)
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    static func isWordByte(_ value: UInt8) -> Bool {
        (value >= 97 && value <= 122) || (value >= 65 && value <= 90) || (value >= 48 && value <= 57) || value == 95
    }

    static func isDigit(_ value: UInt8) -> Bool { value >= 48 && value <= 57 }

    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.underestimatedCount)
        for scalar in scalars {
            if scalar.value < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What `str.upper` does: full case mapping.
    static func upper(_ text: String) -> String { text.uppercased() }

    static func lower(_ text: String) -> String { text.lowercased() }

    /// The first letter in upper case (title case where they differ), the rest in lower case.
    static func capitalized(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return "" }
        let rest = String(text.unicodeScalars.dropFirst())
        return first.properties.titlecaseMapping + rest.lowercased()
    }

    /// Splits into lines as `str.splitlines` does.
    static func lines(_ text: String, keepEnds: Bool = false) -> [String] {
        var lines: [String] = []
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var index = start
        while index < scalars.endIndex {
            let scalar = scalars[index]
            var next = scalars.index(after: index)
            switch scalar.value {
            case 0x0D:
                if next < scalars.endIndex, scalars[next].value == 0x0A { next = scalars.index(after: next) }
            case 0x0A, 0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029: break
            default:
                index = next
                continue
            }
            lines.append(String(scalars[start..<(keepEnds ? next : index)]))
            start = next
            index = next
        }
        if start < scalars.endIndex { lines.append(String(scalars[start...])) }
        return lines
    }

    /// Removes code points that satisfy a condition from the chosen ends.
    static func strip(
        _ text: String, leading: Bool = true, trailing: Bool = true, _ isStripped: (Unicode.Scalar) -> Bool = isSpace
    ) -> String {
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var end = scalars.endIndex
        if leading {
            while start < end, isStripped(scalars[start]) { start = scalars.index(after: start) }
        }
        if trailing {
            while end > start {
                let before = scalars.index(before: end)
                guard isStripped(scalars[before]) else { break }
                end = before
            }
        }
        if start == scalars.startIndex, end == scalars.endIndex { return text }
        return String(scalars[start..<end])
    }

    /// The HTML-safe form, as markupsafe writes it.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var output = ""
        output.reserveCapacity(text.utf8.count + 16)
        appendEscaped(text, to: &output)
        return output
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == 38 || byte == 60 || byte == 62 || byte == 34 || byte == 39
    }

    /// Appends the HTML-safe form.
    static func appendEscaped(_ text: String, to output: inout String) {
        let bytes = text.utf8
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex {
            let byte = bytes[index]
            if isSpecial(byte) {
                output += text[start..<index]
                switch byte {
                case 38: output += "&amp;"
                case 60: output += "&lt;"
                case 62: output += "&gt;"
                case 34: output += "&#34;"
                default: output += "&#39;"
                }
                bytes.formIndex(after: &index)
                start = index
            } else {
                bytes.formIndex(after: &index)
            }
        }
        if start == bytes.startIndex { output += text } else { output += text[start...] }
    }

    /// The places where one text stands in another, from left to right, not overlapping.
    static func ranges(of needle: String, in text: String, limit: Int = .max) -> [Range<String.Index>] {
        let pattern = Array(needle.utf8)
        guard let first = pattern.first else { return [] }
        var found: [Range<String.Index>] = []
        let bytes = text.utf8
        var index = bytes.startIndex
        while found.count < limit, let start = bytes[index...].firstIndex(of: first) {
            var position = start
            var matched = 0
            while matched < pattern.count, position < bytes.endIndex, bytes[position] == pattern[matched] {
                bytes.formIndex(after: &position)
                matched += 1
            }
            if matched == pattern.count {
                found.append(start..<position)
                index = position
            } else {
                index = bytes.index(after: start)
            }
        }
        return found
    }
}
