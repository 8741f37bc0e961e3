/// A table of the text: a header and rows, with the cells of each.
struct TableBlock: Hashable, Sendable {
    var header: [TokenizedText]
    /// A row may have fewer or more cells than the header.
    var rows: [[TokenizedText]]
}

extension TableBlock {
    /// The table whose header is in a line: the line below it has nothing but hyphens, colons and bars.
    /// - Returns: the table and how many lines it takes; nil when no table begins here.
    static func read(_ lines: [[Character]], at index: Int) -> (table: TableBlock, lines: Int)? {
        guard index + 1 < lines.count, holdsBar(lines[index]), isSeparator(lines[index + 1]) else { return nil }
        var table = TableBlock(header: cells(lines[index], line: index + 1), rows: [])
        var next = index + 2
        while next < lines.count, holdsBar(lines[next]) {
            table.rows.append(cells(lines[next], line: next + 1))
            next += 1
        }
        return (table, next - index)
    }

    private static func holdsBar(_ line: [Character]) -> Bool {
        var isEscaped = false
        for character in line {
            if character == "|", !isEscaped { return true }
            isEscaped = character == "\\" && !isEscaped
        }
        return false
    }

    private static func isSeparator(_ line: [Character]) -> Bool {
        line.contains("|") && line.contains("-")
            && line.allSatisfy { $0 == "|" || $0 == "-" || $0 == ":" || $0.isBlank }
    }

    /// The cells between the bars of a line; the bars at both ends are optional, and `\|` is a bar in a cell.
    private static func cells(_ line: [Character], line number: Int) -> [TokenizedText] {
        var start = line.firstIndex { !$0.isBlank } ?? line.count
        if start < line.count, line[start] == "|" { start += 1 }
        var cells: [TokenizedText] = []
        var text = LocatedText()
        var index = start
        var isEnd = false
        while index < line.count {
            isEnd = false
            if line[index] == "\\", index + 1 < line.count, line[index + 1] == "|" {
                text.append(line[index + 1..<index + 2], line: number, column: index + 2)
                index += 2
            } else if line[index] == "|" {
                cells.append(cell(text, line: number, column: index + 1))
                text = LocatedText()
                isEnd = true
                index += 1
            } else {
                text.append(line[index..<index + 1], line: number, column: index + 1)
                index += 1
            }
        }
        let isBlank = text.characters.allSatisfy(\.isBlank)
        if !(isEnd || isBlank) { cells.append(cell(text, line: number, column: line.count)) }
        return cells
    }

    private static func cell(_ text: LocatedText, line: Int, column: Int) -> TokenizedText {
        var text = text
        if text.characters.isEmpty { text.append([" "], line: line, column: column) }
        return Tokenizer.tokenize(text)
    }
}
