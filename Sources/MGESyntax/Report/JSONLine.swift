/// One object of JSON on a line, written member by member: a project has millions of them.
package struct JSONLine {
    private var bytes: [UInt8] = []

    /// Begins `{"type":"…"`.
    package init(type: String) {
        bytes.reserveCapacity(160)
        bytes.append(contentsOf: "{\"type\":".utf8)
        append(string: type)
    }

    /// Adds a member with a text.
    package mutating func add(_ name: String, _ text: String) {
        begin(name)
        append(string: text)
    }

    /// Adds a member with a number.
    package mutating func add(_ name: String, _ number: Int) {
        begin(name)
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Adds a member that is true or false.
    package mutating func add(_ name: String, _ flag: Bool) {
        begin(name)
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    /// Adds a member with a number of seconds to three places.
    package mutating func add(_ name: String, seconds: Double) {
        begin(name)
        bytes.append(contentsOf: String((seconds * 1000).rounded() / 1000).utf8)
    }

    /// Adds a member with a list of texts.
    package mutating func add(_ name: String, _ texts: [String]) {
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(string: text)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// The line with its end.
    package consuming func finished() -> [UInt8] {
        bytes.append(contentsOf: "}\n".utf8)
        return bytes
    }

    private mutating func begin(_ name: String) {
        bytes.append(UInt8(ascii: ","))
        append(string: name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Source: RFC 8259, section 7.
    private mutating func append(string: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(Self.hexadecimal[Int(byte >> 4)])
                bytes.append(Self.hexadecimal[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}
