import MGECore

/// Reads a description into settings and Markdown blocks: the first step of reading.
struct ReadBlocks {
    /// A block whose text is not divided into tokens yet.
    private enum Draft: Sendable {
        case heading(level: Int, LocatedText)
        case item(depth: Int, LocatedText)
        case paragraph(LocatedText)
        case block(Block)

        var block: Block {
            switch self {
            case .heading(let level, let text): .heading(level: level, Tokenizer.tokenize(text))
            case .item(let depth, let text): .item(depth: depth, Tokenizer.tokenize(text))
            case .paragraph(let text): .paragraph(Tokenizer.tokenize(text).sentences)
            case .block(let block): block
            }
        }
    }

    private var document: SourceDocument
    private var drafts: [Draft] = []
    private var lines: [[Character]] = []
    private var layout = LineLayout([])
    /// How long the labels before the titles of parts are, by their lines.
    private var titles: [Int: Int] = [:]
    private var index = 0
    private var paragraph: LocatedText?
    private var item: (depth: Int, text: LocatedText)?
    private var indents: [Int] = []
    /// Whether lines begin with when they were sent and by whom.
    private var isChat = false
    /// The letters of the identifiers that requirements have.
    private var labels: Set<String> = []
    /// Whether numbers stand before sections, and before their items.
    private var hasNumberedParts = false

    private init(file: String?) {
        document = SourceDocument(file: file, findings: Findings(file: file))
    }

    /// Reads a text whose line ends are `\n`.
    static func read(_ text: String, file: String?) -> SourceDocument {
        var reader = ReadBlocks(file: file)
        reader.split(text)
        reader.layout = LineLayout(reader.lines)
        reader.lines = reader.layout.lines
        reader.isChat = reader.lines.lazy.filter { MessageStamp.length($0[...]) != nil }.prefix(2).count == 2
        reader.labels = RequirementLabel.prefixes(in: reader.lines)
        reader.titles = PartTitles.find(in: reader.lines)
        reader.hasNumberedParts = NumberedParts.areThere(in: reader.lines)
        reader.readSettings()
        while reader.index < reader.lines.count {
            reader.readLine()
            reader.index += 1
        }
        reader.close()
        reader.document.blocks = reader.drafts.parallelMap(inPartsOf: ReadingLimits.part, \.block)
        return reader.document
    }

    /// The characters of ASCII by their bytes: dividing a text into characters takes long.
    private static let ascii = (0..<0x80 as Range<UInt8>).map { Character(Unicode.Scalar($0)) }

    private mutating func split(_ text: String) {
        var odd: LocatedText.Place?
        for part in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            var line: [Character] = []
            line.reserveCapacity(part.count)
            let isASCII = part.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
            for character in isASCII ? part.map({ Self.ascii[Int($0)] }) : Array(Substring(part)) {
                let isInvisible = character.isInvisible
                if isInvisible, odd == nil, character != "\t",
                    character != "\u{FEFF}" || !(lines.isEmpty && line.isEmpty)
                {
                    odd = LocatedText.Place(
                        line: Int32(clamping: lines.count + 1), column: Int32(clamping: line.count + 1))
                }
                line.append(isInvisible ? " " : character)
            }
            lines.append(line)
        }
        if let odd {
            document.findings.add(
                .warning, "invisible control characters are read as blanks", remedy: "remove them", at: odd)
        }
    }

    /// Reads the lines between two lines of three hyphens at the very beginning.
    private mutating func readSettings() {
        guard let first = lines.first, String(first).trimmed == "---" else { return }
        guard let end = lines.indices.dropFirst().first(where: { String(lines[$0]).trimmed == "---" }) else {
            document.findings.add(
                .warning, "the settings at the beginning have no end", remedy: "write a line of `---` after them",
                at: LocatedText.Place(line: 1, column: 1))
            index = 1
            return
        }
        for number in 1..<end {
            readSetting(lines[number], line: number + 1)
        }
        index = end + 1
    }

    private mutating func readSetting(_ line: [Character], line number: Int) {
        let start = line.firstIndex { !$0.isBlank } ?? line.count
        guard start < line.count, line[start] != "#" else { return }
        let place = LocatedText.Place(line: Int32(clamping: number), column: Int32(clamping: start + 1))
        guard let colon = line.firstIndex(of: ":") else {
            let words = String(line[start...]).trimmed
            document.findings.add(
                .warning, "`\(words)` is not used: it is no setting", remedy: "write `name: value`", at: place)
            return
        }
        let after = line[(colon + 1)...]
        let valueStart = after.firstIndex { !$0.isBlank } ?? colon
        document.settings.append(
            SourceDocument.Setting(
                key: String(line[start..<colon]).trimmed.foldedForComparison,
                value: String(after).trimmed.unquoted, keyPlace: place,
                valuePlace: LocatedText.Place(
                    line: Int32(clamping: number), column: Int32(clamping: valueStart + 1))))
    }

    private mutating func readLine() {
        let line = lines[index]
        let start = line.firstIndex { !$0.isBlank } ?? line.count
        let content = line[start...]
        if layout.roots.contains(index) { close() }
        if content.isEmpty {
            flush()
        } else if layout.items.contains(index) {
            startItem(content, indent: start, column: start + 1)
        } else if isChat, let stamp = MessageStamp.length(content) {
            close()
            addText(content.dropFirst(stamp), column: start + stamp + 1, isIndented: false)
        } else if isFence(content) {
            readCode(from: start)
        } else if let heading = headingLevel(content) {
            close()
            addHeading(heading, content.dropFirst(heading), column: start + heading + 1)
        } else if let found = TableBlock.read(lines, at: index) {
            close()
            drafts.append(.block(.table(found.table)))
            index += found.lines - 1
        } else if isUnderline(content) {
            underline(content)
        } else if let length = titles[index] {
            close()
            addHeading(2, line.dropFirst(length), column: length + 1)
        } else if isLetteredPart(content) {
            close()
            addHeading(2, content.dropFirst(2), column: start + 3)
        } else if hasNumberedParts, let number = NumberedParts.section(lines, at: index) {
            close()
            addHeading(2, content.dropFirst(number), column: start + number + 1)
        } else if let label = RequirementLabel.length(content, prefixes: labels) {
            close()
            addText(content.dropFirst(label), column: start + label + 1, isIndented: false)
        } else if let marker = markerLength(content), !isNumberInText(content) {
            startItem(content.dropFirst(marker), indent: start, column: start + marker + 1)
        } else if let (length, depth) = numberOfPart(content) {
            startItem(content.dropFirst(length), indent: start + depth, column: start + length + 1)
        } else {
            addText(content, column: start + 1, isIndented: start > 0)
        }
    }

    private mutating func addText(_ content: ArraySlice<Character>, column: Int, isIndented: Bool) {
        var content = content
        var column = column
        while let first = content.first, first == ">" || first.isBlank {
            content = content.dropFirst()
            column += 1
        }
        if item != nil, !isIndented, isLabel(content) { close() }
        if item != nil {
            item?.text.append(continuation: content, line: index + 1, column: column)
        } else if paragraph != nil {
            paragraph?.append(continuation: content, line: index + 1, column: column)
        } else {
            close()
            paragraph = LocatedText()
            paragraph?.append(content, line: index + 1, column: column)
        }
    }

    private mutating func startItem(_ content: ArraySlice<Character>, indent: Int, column: Int) {
        flush()
        var content = content
        var column = column
        while let first = content.first, first.isBlank {
            content = content.dropFirst()
            column += 1
        }
        let label = RequirementLabel.length(content, prefixes: labels) ?? 0
        content = content.dropFirst(label)
        column += label
        if content.count > 3, content.first == "[", content.dropFirst(2).first == "]" {
            content = content.dropFirst(3)
            column += 3
        }
        while let last = indents.last, last > indent { indents.removeLast() }
        if indents.last ?? -1 < indent { indents.append(indent) }
        var text = LocatedText()
        text.append(content, line: index + 1, column: column)
        item = (indents.count - 1, text)
    }

    private mutating func addHeading(_ level: Int, _ content: ArraySlice<Character>, column: Int) {
        var content = content
        while let last = content.last, last.isBlank || last == "#" { content = content.dropLast() }
        let title = content.drop { $0.isBlank }
        let label = RequirementLabel.length(title, prefixes: labels).map { $0 + content.count - title.count } ?? 0
        content = content.dropFirst(label)
        let column = column + label
        var text = LocatedText()
        text.append(content, line: index + 1, column: column)
        drafts.append(.heading(level: level, text))
    }

    /// A line of `=` or `-` makes a heading of the paragraph above it; without one, hyphens are a rule.
    private mutating func underline(_ content: ArraySlice<Character>) {
        guard let text = paragraph, let first = content.first, first == "=" || first == "-" else { return close() }
        paragraph = nil
        close()
        drafts.append(.heading(level: first == "=" ? 1 : 2, text))
    }

    private mutating func readCode(from start: Int) {
        close()
        let first = index
        let fence = lines[index][start]
        index += 1
        while index < lines.count {
            let line = lines[index]
            let begin = line.firstIndex { !$0.isBlank } ?? line.count
            if isFence(line[begin...]), line[begin] == fence { break }
            index += 1
        }
        drafts.append(
            .block(
                .code(
                    first: LocatedText.Place(line: Int32(clamping: first + 1), column: Int32(clamping: start + 1)),
                    lines: index - first + 1)))
    }

    /// Ends the item or paragraph that is being read.
    private mutating func flush() {
        if let current = item {
            drafts.append(.item(depth: current.depth, current.text))
        }
        if let text = paragraph {
            drafts.append(.paragraph(text))
        }
        item = nil
        paragraph = nil
    }

    /// Ends what is being read, and the list that it is in.
    private mutating func close() {
        flush()
        indents = []
    }

    private func headingLevel(_ content: ArraySlice<Character>) -> Int? {
        let level = content.prefix { $0 == "#" }.count
        guard (1...6).contains(level) else { return nil }
        return content.dropFirst(level).first.map(\.isBlank) ?? true ? level : nil
    }

    private func markerLength(_ content: ArraySlice<Character>) -> Int? {
        guard let first = content.first else { return nil }
        var length = 1
        if first.isDigit {
            length = content.prefix(while: \.isDigit).count
            guard length <= 9, let next = content.dropFirst(length).first, next == "." || next == ")" else {
                return nil
            }
            length += 1
            if content.dropFirst(length).first == "-" { length += 1 }
        } else if first.isLetter, content.dropFirst().first == ")" || startsLetter(content) {
            length = 2
        } else if first == "(", content.dropFirst(2).first == ")", content[content.startIndex + 1].isWordPart {
            length = 3
        } else if first == "-", content.dropFirst().first?.isLetter == true {
            return 1
        } else if !"-*+•‣–·◦▪●○►→".contains(first) {
            return nil
        }
        return content.dropFirst(length).first?.isBlank == true ? length : nil
    }

    /// Whether a number that ends a sentence begins a line: `from 4 to⏎16. Each of them …`; no list begins within a paragraph
    /// with another number than 1.
    private func isNumberInText(_ content: ArraySlice<Character>) -> Bool {
        guard paragraph != nil, content.first?.isDigit == true else { return false }
        return Int(String(content.prefix(while: \.isDigit))) ?? 2 > 1
    }

    /// Whether a few words and a colon stand above a list: `Supplier:`.
    private func isLabel(_ content: ArraySlice<Character>) -> Bool {
        guard String(content).trimmed.last == ":", content.count <= 40, index + 1 < lines.count else { return false }
        let next = lines[index + 1]
        let start = next.firstIndex { !$0.isBlank } ?? next.count
        return markerLength(next[start...]) != nil
    }

    /// Whether a letter and a full stop begin an item: the first of a list, or one in it.
    private func startsLetter(_ content: ArraySlice<Character>) -> Bool {
        guard let first = content.first, first.isLowercase, content.dropFirst().first == "." else { return false }
        return first == "a" && paragraph == nil || !indents.isEmpty
    }

    /// How long the number of a part is, and how deep it lies: `1.1 Alias` below `1. Pilot`.
    private func numberOfPart(_ content: ArraySlice<Character>) -> (length: Int, depth: Int)? {
        if let length = letterAndNumber(content) {
            let parts = content.prefix(length).count { $0 == "." }
            return (length, parts - 1)
        }
        guard hasNumberedParts || !indents.isEmpty, content.first?.isDigit == true else { return nil }
        let number = content.prefix { $0.isDigit || $0 == "." }
        let parts = number.split(separator: ".")
        guard (2...4).contains(parts.count), parts.allSatisfy({ $0.count <= 2 }),
            content.dropFirst(number.count).first?.isBlank == true
        else { return nil }
        return (number.count, parts.count - 1)
    }

    /// How long `A.1` and `B.2.1` are at the beginning of a line.
    private func letterAndNumber(_ content: ArraySlice<Character>) -> Int? {
        guard let first = content.first, first.isUppercase, content.dropFirst().first == ".",
            content.dropFirst(2).first?.isDigit == true
        else { return nil }
        let length = 1 + content.dropFirst().prefix { $0.isDigit || $0 == "." }.count
        return length <= 7 && content.dropFirst(length).first?.isBlank == true ? length : nil
    }

    /// Whether `A. What moves` stands above `A.1`.
    private func isLetteredPart(_ content: ArraySlice<Character>) -> Bool {
        guard let first = content.first, first.isUppercase, content.dropFirst().first == ".",
            content.dropFirst(2).first?.isBlank == true,
            let next = lines.indices.dropFirst(index + 1).first(where: { !lines[$0].allSatisfy(\.isBlank) })
        else { return false }
        let below = lines[next].drop { $0.isBlank }
        return below.first == first && letterAndNumber(below) != nil
    }

    private func isFence(_ content: ArraySlice<Character>) -> Bool {
        content.starts(with: "```") || content.starts(with: "~~~")
    }

    private func isUnderline(_ content: ArraySlice<Character>) -> Bool {
        guard content.count >= 3, let first = content.first, "-=*_".contains(first) else { return false }
        return content.allSatisfy { $0 == first || $0.isBlank }
    }
}
