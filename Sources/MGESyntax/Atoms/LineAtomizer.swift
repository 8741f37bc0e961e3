/// Cuts a text of no known language: at blank lines once there are five lines, and after ten lines at the latest.
struct LineAtomizer {
    private static let shortest = 5
    private static let longest = 10

    /// The first row of each atom.
    static func cuts(_ lines: LineTable, _ source: [UInt8]) -> [Int] {
        var cuts = [0]
        var first = 0
        for row in lines.starts.indices.dropLast().dropFirst() {
            let followsBlank = lines.isBlank(row: row - 1, in: source) && !lines.isBlank(row: row, in: source)
            if row - first >= longest || (followsBlank && row - first >= shortest) {
                cuts.append(row)
                first = row
            }
        }
        return cuts
    }

    static func atoms(of source: [UInt8], path: String) -> [SourceAtom] {
        let lines = LineTable(source)
        let cuts = cuts(lines, source)
        return cuts.indices.map { index in
            let end = index + 1 < cuts.count ? cuts[index + 1] : lines.count
            let offset = lines.starts[cuts[index]]
            return SourceAtom(
                "<text>" + (index > 0 ? "#\(index + 1)" : ""), of: path, kind: source.isEmpty ? .module : .text,
                lines: cuts[index] + 1...end, offset: offset, length: lines.starts[end] - offset, unit: index)
        }
    }
}
