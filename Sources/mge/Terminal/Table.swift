import MGECompiler

/// Rows of text in aligned columns.
struct Table: Sendable {
    private let header: [String]
    private var rows: [[String]] = []
    /// The columns whose text is aligned to the right.
    private let numbers: Set<Int>

    init(_ header: String..., numbers: Set<Int> = []) {
        self.header = header
        self.numbers = numbers
    }

    mutating func add(_ cells: String...) {
        rows.append(cells)
    }

    /// The lines, the header first; the last column is shortened to the width.
    func lines(_ style: TerminalStyle) -> [String] {
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { TextWidth.of($0[column]) }.max() ?? 0 }
        return all.enumerated().map { index, cells in
            var line = ""
            for (column, cell) in cells.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - TextWidth.of(cell))
                line += (column > 0 ? "  " : "") + (numbers.contains(column) ? padding + cell : cell + padding)
            }
            while line.last == " " { line.removeLast() }
            let fitted = style.isTerminal ? TextWidth.fit(line, to: style.width()) : line
            return index == 0 ? style.bold(fitted) : fitted
        }
    }
}
