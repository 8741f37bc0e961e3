/// Wraps a paragraph as Python's `textwrap` does, keeping tabs and not replacing white space.
struct WordWrap {
    let width: Int
    let breaksLongWords: Bool
    let breaksOnHyphens: Bool

    /// The lines of a paragraph.
    /// - Throws: `Failure` for a width below 1.
    func lines(of paragraph: String) throws -> [String] {
        guard width > 0 else { throw Failure(.value, "invalid width \(width) (must be > 0)") }
        var chunks = Array(chunks(of: Array(paragraph.unicodeScalars)).reversed())
        var lines: [String] = []
        while !chunks.isEmpty {
            var line: [[Unicode.Scalar]] = []
            var length = 0
            if !lines.isEmpty, isSpace(chunks[chunks.count - 1]) { chunks.removeLast() }
            while let chunk = chunks.last, length + chunk.count <= width {
                line.append(chunk)
                length += chunk.count
                chunks.removeLast()
            }
            if let chunk = chunks.last, chunk.count > width {
                breakWord(&chunks, &line, room: width - length)
            }
            if let last = line.last, isSpace(last) { line.removeLast() }
            if !line.isEmpty {
                var scalars: [Unicode.Scalar] = []
                for chunk in line { scalars += chunk }
                lines.append(Text.string(scalars))
            }
        }
        return lines
    }

    private func isSpace(_ chunk: [Unicode.Scalar]) -> Bool { chunk.allSatisfy { Text.isSpace($0) } }

    private func breakWord(_ chunks: inout [[Unicode.Scalar]], _ line: inout [[Unicode.Scalar]], room: Int) {
        let chunk = chunks[chunks.count - 1]
        if breaksLongWords {
            var end = room
            if breaksOnHyphens, chunk.count > room, let hyphen = chunk[..<room].lastIndex(of: "-"), hyphen > 0,
                chunk[..<hyphen].contains(where: { $0 != "-" })
            {
                end = hyphen + 1
            }
            line.append(Array(chunk[..<end]))
            chunks[chunks.count - 1] = Array(chunk[end...])
        } else if line.isEmpty {
            line.append(chunk)
            chunks.removeLast()
        }
    }

    /// The unbreakable pieces: white space, words, parts of words after hyphens, dashes.
    private func chunks(of scalars: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        var chunks: [[Unicode.Scalar]] = []
        var index = 0
        while index < scalars.count {
            var end = index
            if Self.isBreakingSpace(scalars[index]) {
                while end < scalars.count, Self.isBreakingSpace(scalars[end]) { end += 1 }
            } else if breaksOnHyphens {
                end = wordEnd(scalars, index)
            } else {
                while end < scalars.count, !Self.isBreakingSpace(scalars[end]) { end += 1 }
            }
            chunks.append(Array(scalars[index..<end]))
            index = end
        }
        return chunks
    }

    private static func isBreakingSpace(_ scalar: Unicode.Scalar) -> Bool {
        (9...13).contains(scalar.value) || scalar.value == 32
    }

    /// The end of the piece at `start`, by the alternatives of `textwrap.TextWrapper.wordsep_re`.
    private func wordEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
        func at(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }
        func isLetter(_ index: Int) -> Bool {
            at(index).map { Text.isWord($0) && $0.properties.numericType == nil } ?? false
        }
        func isWordPunctuation(_ index: Int) -> Bool {
            at(index).map { Text.isWord($0) || "!\"'&.,?".unicodeScalars.contains($0) } ?? false
        }
        func dashEnd(_ index: Int) -> Int? {
            var end = index
            while at(end) == "-" { end += 1 }
            return end - index >= 2 && at(end).map({ Text.isWord($0) }) ?? false ? end : nil
        }
        if isWordPunctuation(start - 1), let end = dashEnd(start) { return end }
        var end = start + 1
        while let scalar = at(end), !Self.isBreakingSpace(scalar) {
            if scalar == "-" {
                let before =
                    isLetter(end - 2) && isLetter(end - 1)
                    || (end - 2 > start - 1 && at(end - 2) == "-" && isLetter(end - 1))
                if end - 1 >= start, before, isHyphenBreak(at, isLetter, end) { return end + 1 }
                if isWordPunctuation(end - 1), end > start, dashEnd(end) != nil { return end }
            }
            end += 1
        }
        return end
    }

    /// Whether letters follow a hyphen in a way that allows a break after it.
    private func isHyphenBreak(
        _ at: (Int) -> Unicode.Scalar?, _ isLetter: (Int) -> Bool, _ hyphen: Int
    ) -> Bool {
        isLetter(hyphen + 1) && (isLetter(hyphen + 2) || (at(hyphen + 2) == "-" && isLetter(hyphen + 3)))
    }
}
