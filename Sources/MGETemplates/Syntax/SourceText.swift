/// The text of a template with its line breaks normalised, and the way from an offset to a line and column.
final class SourceText: Sendable {
    let name: String
    /// UTF-8, lines separated by line feeds.
    let bytes: [UInt8]

    init(name: String, text: String, keepTrailingNewline: Bool) {
        self.name = name
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var afterCarriageReturn = false
        for byte in text.utf8 {
            switch byte {
            case 13: bytes.append(10)
            case 10: if !afterCarriageReturn { bytes.append(10) }
            default: bytes.append(byte)
            }
            afterCarriageReturn = byte == 13
        }
        if !keepTrailingNewline, bytes.last == 10 { bytes.removeLast() }
        self.bytes = bytes
    }

    /// The line and the column in characters of an offset, both from 1.
    func place(of offset: Int) -> (line: Int, column: Int) {
        var line = 1
        var start = 0
        let end = min(offset, bytes.count)
        for index in 0..<end where bytes[index] == 10 {
            line += 1
            start = index + 1
        }
        let column = String(decoding: bytes[start..<end], as: UTF8.self).count + 1
        return (line, column)
    }

    func error(_ kind: TemplateError.Kind, _ message: String, at offset: Int, remedy: String? = nil) -> TemplateError {
        let place = place(of: offset)
        return TemplateError(
            kind: kind, message: message, template: name, line: place.line, column: place.column, remedy: remedy)
    }
}

/// A place in a template.
struct SourcePosition: Sendable {
    let source: SourceText
    let offset: Int
}
