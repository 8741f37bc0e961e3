import Foundation

/// Reads JSON texts (RFC 8259) into values, in one pass over their bytes.
///
/// `JSONDecoder` would have to try one type after another for every value, and to describe each failure.
struct JSONReader {
    /// Deeper texts are refused, because values are read and released recursively.
    private static let deepestNesting = 512

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    /// Reads a whole text.
    static func read(_ data: Data) throws(JSONReaderError) -> JSONValue {
        var reader = JSONReader(bytes: Array(data))
        if reader.bytes.starts(with: [0xef, 0xbb, 0xbf]) { reader.position = 3 }
        let value = try reader.value()
        reader.skipBlanks()
        guard reader.position == reader.bytes.count else { throw reader.error("more after the end of the value") }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func value() throws(JSONReaderError) -> JSONValue {
        skipBlanks()
        guard let first = peek() else { throw error("a value is missing") }
        switch first {
        case UInt8(ascii: "{"): return try nested { (reader) throws(JSONReaderError) in try reader.object() }
        case UInt8(ascii: "["): return try nested { (reader) throws(JSONReaderError) in try reader.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func nested(
        _ body: (inout JSONReader) throws(JSONReaderError) -> JSONValue
    ) throws(JSONReaderError) -> JSONValue {
        guard depth < Self.deepestNesting else { throw error("more than \(Self.deepestNesting) values inside each other") }
        depth += 1
        position += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    private mutating func object() throws(JSONReaderError) -> JSONValue {
        var members: [String: JSONValue] = [:]
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipBlanks()
            guard peek() == UInt8(ascii: "\"") else { throw error("a key in quotation marks is missing") }
            let key = try string()
            guard take(UInt8(ascii: ":")) else { throw error("a colon is missing after the key '\(key)'") }
            members[key] = try value()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw error("a comma or the end of the object is missing") }
        return .object(members)
    }

    private mutating func array() throws(JSONReaderError) -> JSONValue {
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return .array(elements) }
        repeat { elements.append(try value()) } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw error("a comma or the end of the array is missing") }
        return .array(elements)
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONReaderError) -> JSONValue {
        let end = position + word.utf8CodeUnitCount
        let isWord = word.withUTF8Buffer { end <= bytes.count && bytes[position..<end].elementsEqual($0) }
        guard isWord else { throw error("this is no value") }
        position = end
        return value
    }
}

extension JSONReader {
    private mutating func number() throws(JSONReaderError) -> JSONValue {
        let start = position
        _ = skip(UInt8(ascii: "-"))
        let leading = peek()
        let digits = skipDigits()
        guard digits > 0 else { throw error("this is no value") }
        guard digits == 1 || leading != UInt8(ascii: "0") else { throw error("a number begins with 0") }
        var isWhole = true
        if skip(UInt8(ascii: ".")) {
            isWhole = false
            guard skipDigits() > 0 else { throw error("a digit is missing after the point") }
        }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            isWhole = false
            if !skip(UInt8(ascii: "-")) { _ = skip(UInt8(ascii: "+")) }
            guard skipDigits() > 0 else { throw error("a digit is missing in the exponent") }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let integer = Int(text) { return .integer(integer) }
        guard let double = Double(text), double.isFinite else { throw error("the number \(text) is too great") }
        return Int(exactly: double).map { .integer($0) } ?? .number(double)
    }

    private mutating func string() throws(JSONReaderError) -> String {
        position += 1
        var start = position
        // Empty unless something is escaped: most texts are one run of bytes.
        var unescaped: [UInt8] = []
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                let run = bytes[start..<position]
                let text = unescaped.isEmpty ? String(validating: run, as: UTF8.self)
                    : String(validating: unescaped + run, as: UTF8.self)
                guard let text else { throw error("the text is not UTF-8") }
                position += 1
                return text
            case UInt8(ascii: "\\"):
                unescaped += bytes[start..<position]
                position += 1
                unescaped += try escaped()
                start = position
            case ..<0x20: throw error("a control character has to be escaped")
            default: position += 1
            }
        }
        throw error("the end of the text is missing")
    }

    /// What stands for the characters after a backslash.
    private mutating func escaped() throws(JSONReaderError) -> [UInt8] {
        guard let byte = peek() else { throw error("the end of the text is missing") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0c]
        case UInt8(ascii: "n"): return [0x0a]
        case UInt8(ascii: "r"): return [0x0d]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): break
        default: throw error("there is no such escape")
        }
        var code = try hexadecimal()
        // A scalar above U+FFFF is written as two: RFC 8259, section 7.
        if 0xd800..<0xdc00 ~= code, skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) {
            let low = try hexadecimal()
            guard 0xdc00..<0xe000 ~= low else { throw error("half a surrogate pair") }
            code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw error("half a surrogate pair") }
        return Array(String(Character(scalar)).utf8)
    }

    private mutating func hexadecimal() throws(JSONReaderError) -> UInt32 {
        let end = min(position + 4, bytes.count)
        let digits = String(decoding: bytes[position..<end], as: UTF8.self)
        guard digits.utf8.count == 4, digits.utf8.first != UInt8(ascii: "+"), let code = UInt32(digits, radix: 16) else {
            throw error("four hexadecimal digits are missing")
        }
        position = end
        return code
    }
}

extension JSONReader {
    private func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    /// Skips white space and then a byte, if it is there.
    private mutating func take(_ byte: UInt8) -> Bool {
        skipBlanks()
        return skip(byte)
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = peek(), byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { position += 1 }
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while let byte = peek(), UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { position += 1 }
        return position - start
    }

    private func error(_ message: String) -> JSONReaderError {
        let before = bytes[..<position]
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let column = String(decoding: bytes[start..<position], as: UTF8.self).unicodeScalars.count + 1
        return JSONReaderError(message: message, line: line, column: column)
    }
}

/// Why a text is no JSON, and where.
struct JSONReaderError: Error, Hashable, Sendable {
    let message: String
    /// From 1.
    let line: Int
    /// From 1, in Unicode scalars.
    let column: Int
}

extension JSONReaderError: CustomStringConvertible {
    var description: String { "line \(line), column \(column): \(message)" }
}
