/// Splits a template into tokens, on its UTF-8, by the rules of Jinja's own lexer.
struct Lexer {
    let source: SourceText
    let options: TemplateOptions
    let bytes: [UInt8]
    var position = 0
    private(set) var tokens: [Token] = []
    private var isLineStart = true

    init(source: SourceText, options: TemplateOptions) {
        self.source = source
        self.options = options
        bytes = source.bytes
    }

    private enum Tag { case block, variable, comment }

    /// All tokens, the last one being the end.
    /// - Throws: `TemplateError` for what is no token, and for tags that do not end.
    static func tokens(of source: SourceText, options: TemplateOptions) throws -> [Token] {
        var lexer = Lexer(source: source, options: options)
        try lexer.run()
        return lexer.tokens
    }

    private mutating func run() throws {
        while position < bytes.count {
            let start = position
            guard let (tag, tagStart) = nextTag(from: start) else {
                appendData(start, bytes.count)
                break
            }
            position = tagStart + 2
            if tag == .block, try lexRaw(textStart: start, tagStart: tagStart) { continue }
            let sign = readSign()
            appendData(start, textEnd(start, tagStart, sign: sign, isVariable: tag == .variable))
            switch tag {
            case .comment: try skipComment(from: tagStart)
            case .block:
                append(.blockBegin, tagStart)
                try lexTag(isBlock: true, from: tagStart)
            case .variable:
                append(.variableBegin, tagStart)
                try lexTag(isBlock: false, from: tagStart)
            }
        }
        append(.end, bytes.count)
    }

    private func nextTag(from start: Int) -> (Tag, Int)? {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "{") {
                switch bytes[index + 1] {
                case UInt8(ascii: "{"): return (.variable, index)
                case UInt8(ascii: "%"): return (.block, index)
                case UInt8(ascii: "#"): return (.comment, index)
                default: break
                }
            }
            index += 1
        }
        return nil
    }

    private mutating func readSign() -> UInt8? {
        guard position < bytes.count else { return nil }
        let byte = bytes[position]
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") else { return nil }
        position += 1
        return byte
    }

    mutating func append(_ kind: Token.Kind, _ offset: Int) {
        tokens.append(Token(kind: kind, offset: offset))
    }

    private mutating func appendData(_ start: Int, _ end: Int) {
        guard start < end else { return }
        var text = String(decoding: bytes[start..<end], as: UTF8.self)
        if options.newline != .lineFeed {
            text = text.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: options.newline.rawValue)
        }
        append(.data(text), start)
    }

    /// Where the text before a tag ends once white space control has taken its part.
    private func textEnd(_ start: Int, _ end: Int, sign: UInt8?, isVariable: Bool) -> Int {
        if sign == UInt8(ascii: "-") {
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            return start + Text.strip(text, leading: false).utf8.count
        }
        guard sign == nil, options.lstripBlocks, !isVariable else { return end }
        var lineStart = end
        while lineStart > start, bytes[lineStart - 1] != 10 { lineStart -= 1 }
        guard lineStart > start || isLineStart, lineStart < end else { return end }
        let line = String(decoding: bytes[lineStart..<end], as: UTF8.self)
        return line.unicodeScalars.allSatisfy { Text.isSpace($0) } ? lineStart : end
    }

    func starts(_ text: StaticString, at index: Int) -> Bool {
        guard index >= 0, index + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { buffer in
            for offset in buffer.indices where bytes[index + offset] != buffer[offset] { return false }
            return true
        }
    }

    func skippingSpace(_ start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if Text.isSpace(bytes[index]) {
                index += 1
            } else if bytes[index] >= 0x80, let (scalar, length) = scalar(at: index), Text.isSpace(scalar) {
                index += length
            } else {
                break
            }
        }
        return index
    }

    func scalar(at index: Int) -> (Unicode.Scalar, Int)? {
        let lead = bytes[index]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard index + length <= bytes.count else { return nil }
        return String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars.first.map { ($0, length) }
    }

    /// Moves past the end of a block tag if it stands here, with what white space control takes after it.
    mutating func skipBlockEnd() -> Bool {
        if starts("+%}", at: position) {
            position += 3
        } else if starts("-%}", at: position) {
            position = skippingSpace(position + 3)
        } else if starts("%}", at: position) {
            position += 2
            skipTrimmedNewline()
        } else {
            return false
        }
        noteLineStart()
        return true
    }

    mutating func skipVariableEnd() -> Bool {
        if starts("-}}", at: position) {
            position = skippingSpace(position + 3)
        } else if starts("}}", at: position) {
            position += 2
        } else {
            return false
        }
        noteLineStart()
        return true
    }

    private mutating func skipTrimmedNewline() {
        if options.trimBlocks, position < bytes.count, bytes[position] == 10 { position += 1 }
    }

    private mutating func noteLineStart() {
        isLineStart = position > 0 && bytes[position - 1] == 10
    }

    private mutating func skipComment(from start: Int) throws {
        var index = position
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "#"), bytes[index + 1] == UInt8(ascii: "}") {
                let sign = index > position ? bytes[index - 1] : 0
                let after = index + 2
                position = sign == UInt8(ascii: "-") ? skippingSpace(after) : after
                if sign != UInt8(ascii: "-"), sign != UInt8(ascii: "+") { skipTrimmedNewline() }
                noteLineStart()
                return
            }
            index += 1
        }
        throw source.error(.syntax, "Missing end of comment tag", at: start, remedy: "close it with #}")
    }

    /// Takes a raw block whole; false when the tag at `tagStart` begins none.
    private mutating func lexRaw(textStart: Int, tagStart: Int) throws -> Bool {
        let sign = position < bytes.count && (starts("-", at: position) || starts("+", at: position))
        var index = skippingSpace(position + (sign ? 1 : 0))
        guard starts("raw", at: index) else { return false }
        index = skippingSpace(index + 3)
        if starts("-%}", at: index) {
            index = skippingSpace(index + 3)
        } else if starts("%}", at: index) {
            index += 2
        } else {
            return false
        }
        appendData(
            textStart, textEnd(textStart, tagStart, sign: sign ? bytes[position] : nil, isVariable: false))
        position = index
        noteLineStart()
        var end = index
        while end + 1 < bytes.count {
            if starts("{%", at: end) {
                position = end + 2
                let endSign = readSign()
                position = skippingSpace(position)
                if starts("endraw", at: position) {
                    position = skippingSpace(position + 6)
                    let wasLineStart = isLineStart
                    if skipBlockEnd() {
                        let isLineStartAfter = isLineStart
                        isLineStart = wasLineStart
                        appendData(index, textEnd(index, end, sign: endSign, isVariable: false))
                        isLineStart = isLineStartAfter
                        return true
                    }
                }
            }
            end += 1
        }
        throw source.error(.syntax, "Missing end of raw directive", at: tagStart, remedy: "close it with {% endraw %}")
    }
}
