/// The text form of arrays, section 8.15.6 of PostgreSQL's manual.
enum ArrayText {
    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    /// Adds an element in double quotes, with quotes and backslashes escaped.
    static func appendQuoted(_ element: String, to text: inout [UInt8]) {
        text.append(quote)
        var element = element
        element.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices where bytes[index] == quote || bytes[index] == backslash {
                text.append(contentsOf: bytes[start..<index])
                text.append(backslash)
                start = index
            }
            text.append(contentsOf: bytes[start...])
        }
        text.append(quote)
    }

    /// The elements of one dimension, nil for NULL, an inner array as text; nil when the text is no array.
    static func parse(_ text: String) -> [String?]? {
        var bytes = Array(text.utf8)[...]
        // PostgreSQL writes the bounds first, `[2:3]={…}`, when they do not begin at 1.
        if bytes.first == UInt8(ascii: "["), let start = bytes.firstIndex(of: UInt8(ascii: "=")) {
            bytes = bytes[(start + 1)...]
        }
        guard bytes.popFirst() == UInt8(ascii: "{"), bytes.popLast() == UInt8(ascii: "}") else { return nil }
        guard !bytes.isEmpty else { return [] }
        var elements: [String?] = []
        while true {
            guard let element = parseElement(&bytes) else { return nil }
            elements.append(element.text)
            guard let separator = bytes.popFirst() else { return elements }
            guard separator == UInt8(ascii: ",") else { return nil }
        }
    }

    private static func parseElement(_ bytes: inout ArraySlice<UInt8>) -> (text: String?, Void)? {
        switch bytes.first {
        case quote:
            return parseQuoted(&bytes).map { ($0, ()) }
        case UInt8(ascii: "{"):
            return parseInner(&bytes).map { ($0, ()) }
        default:
            let word = bytes.prefix { $0 != UInt8(ascii: ",") }
            guard !word.isEmpty else { return nil }
            bytes = bytes[word.endIndex...]
            let text = String(decoding: word, as: UTF8.self)
            return (text == "NULL" ? nil : text, ())
        }
    }

    private static func parseQuoted(_ bytes: inout ArraySlice<UInt8>) -> String? {
        bytes.removeFirst()
        var content: [UInt8] = []
        while let byte = bytes.popFirst() {
            switch byte {
            case quote:
                return String(decoding: content, as: UTF8.self)
            case backslash:
                guard let escaped = bytes.popFirst() else { return nil }
                content.append(escaped)
            default:
                content.append(byte)
            }
        }
        return nil
    }

    private static func parseInner(_ bytes: inout ArraySlice<UInt8>) -> String? {
        let start = bytes.startIndex
        let all = bytes
        var depth = 0
        var isQuoted = false
        while let byte = bytes.popFirst() {
            switch byte {
            case backslash: _ = bytes.popFirst()
            case quote: isQuoted.toggle()
            case UInt8(ascii: "{") where !isQuoted: depth += 1
            case UInt8(ascii: "}") where !isQuoted:
                depth -= 1
                if depth == 0 { return String(decoding: all[start..<bytes.startIndex], as: UTF8.self) }
            default: break
            }
        }
        return nil
    }
}
