/// Words that TypeScript has had since 2022.
///
/// - `in`, `out` and `const` before a type parameter become blanks, and so does `accessor` before a field.
/// - `using` becomes `const`, and `await` before it becomes blanks.
/// - `with { … }` behind the path of an import becomes blanks.
/// - `this` in `(typeof this)[…]` and `(typeof this.a)[…]` becomes an identifier.
extension TypeScriptMask {
    mutating func hideLaterWord(at offset: Int) {
        switch source[offset] {
        case UInt8(ascii: "a"): if isWord("accessor", at: offset) { hideAccessor(at: offset) }
        case UInt8(ascii: "c"): hideVariance("const", at: offset)
        case UInt8(ascii: "i"): hideVariance("in", at: offset)
        case UInt8(ascii: "o"): hideVariance("out", at: offset)
        case UInt8(ascii: "u"): if isWord("using", at: offset) { replaceUsing(at: offset) }
        case UInt8(ascii: "w"): if isWord("with", at: offset) { hideAttributes(at: offset) }
        default: break
        }
    }

    private mutating func hideVariance(_ word: StaticString, at offset: Int) {
        let end = offset + word.utf8CodeUnitCount
        guard isWord(word, at: offset), end < source.count, Self.isBlank(source[end]), beginsParameter(offset) else {
            return
        }
        let name = skippingBlanks(end)
        let nameEnd = endOfName(name)
        let next = skippingBlanks(nameEnd)
        guard nameEnd > name, next < source.count else { return }
        let isWhole = source[next] == UInt8(ascii: ",") || source[next] == UInt8(ascii: ">")
        let hasDefault = source[next] == UInt8(ascii: "=") && source[offset] != UInt8(ascii: "c")
        guard isWhole || hasDefault || isWord("extends", at: next) || isWord("out", at: name) else { return }
        hide(offset..<end)
    }

    /// Whether a type parameter may begin at an offset: behind a bracket, a comma or another word of the kind.
    private func beginsParameter(_ offset: Int) -> Bool {
        if hasWord("in", before: offset) || hasWord("const", before: offset) { return true }
        guard let last = lastOfCode(before: offset) else { return false }
        return source[last] == UInt8(ascii: "<") || source[last] == UInt8(ascii: ",")
    }

    /// The last byte before an offset that is neither blank nor in a comment that ends its row.
    private func lastOfCode(before offset: Int) -> Int? {
        var end = offset
        while let last = source[..<end].lastIndex(where: { !Self.isBlank($0) }) {
            let start = source[..<last].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let row = source[start...last]
            let first = row.drop(while: Self.isBlank)
            if first.starts(with: "*".utf8) || first.starts(with: "/*".utf8) {
                end = start
            } else if start < offset, source[last..<offset].contains(UInt8(ascii: "\n")),
                let comment = row.indices.dropLast().first(where: {
                    row[$0] == UInt8(ascii: "/") && row[$0 + 1] == UInt8(ascii: "/")
                })
            {
                end = comment
            } else {
                return last
            }
            if end == 0 { return nil }
        }
        return nil
    }

    private mutating func hideAccessor(at offset: Int) {
        guard let name = nameBehind(offset + 8) else { return }
        let next = skippingBlanks(name.upperBound)
        let ends = ["=", ":", ";", "}", "!", "?"]
        let isLast = source[name.upperBound..<next].contains(UInt8(ascii: "\n"))
        guard next < source.count, isLast || ends.contains(String(Unicode.Scalar(source[next]))) else { return }
        hide(offset..<offset + 8)
    }

    private mutating func replaceUsing(at offset: Int) {
        guard let name = nameBehind(offset + 5) else { return }
        let next = skippingBlanks(name.upperBound)
        guard next + 1 < source.count else { return }
        let isAssigned = source[next] == UInt8(ascii: "=") && source[next + 1] != UInt8(ascii: "=")
        guard isAssigned || source[next] == UInt8(ascii: ":") || isWord("of", at: next) else { return }
        for (index, byte) in "const".utf8.enumerated() { masked[offset + index] = byte }
        guard hasWord("await", before: offset),
            let last = source[..<offset].lastIndex(where: { !Self.isBlank($0) })
        else { return }
        hide(last - 4..<last + 1)
    }

    /// The name that stands behind blanks in the same row.
    private func nameBehind(_ offset: Int) -> Range<Int>? {
        var name = offset
        while name < source.count, source[name] == UInt8(ascii: " ") { name += 1 }
        let start = name
        if name < source.count, source[name] == UInt8(ascii: "#") { name += 1 }
        let end = endOfName(name)
        guard start > offset, end > name else { return nil }
        let isOperator = ["in", "of", "as", "is", "instanceof", "satisfies", "extends", "implements"].contains {
            $0.utf8.elementsEqual(source[start..<end])
        }
        return isOperator ? nil : start..<end
    }

    private mutating func hideAttributes(at offset: Int) {
        let start = skippingBlanks(offset + 4)
        guard let before = previous(offset), before == UInt8(ascii: "\"") || before == UInt8(ascii: "'"),
            start < source.count, source[start] == UInt8(ascii: "{"),
            let end = source[start...].firstIndex(of: UInt8(ascii: "}"))
        else { return }
        hide(offset..<end + 1)
    }

    mutating func renameInstance(behind offset: Int) {
        let word = skippingBlanks(offset)
        guard word > offset, isWord("this", at: word) else { return }
        var end = word + 4
        while end < source.count, source[end] == UInt8(ascii: ".") { end = endOfName(end + 1) }
        guard end + 1 < source.count, source[end] == UInt8(ascii: ")"), source[end + 1] == UInt8(ascii: "[") else {
            return
        }
        masked[word] = UInt8(ascii: "_")
    }
}
