/// Lines that are set with signs of their own, made what Markdown has for it, with every character at its column:
/// `├── name` is an item, and so is `ROOM ..... name, capacity`.
struct LineLayout {
    /// The lines, with the signs of Markdown.
    private(set) var lines: [[Character]]
    /// Lines above a tree, which end what is before them.
    private(set) var roots: Set<Int> = []
    /// Lines that are items without a mark.
    private(set) var items: Set<Int> = []

    init(_ written: [[Character]]) {
        lines = written
        layTrees()
        layLeaders()
    }

    // MARK: Trees

    private static let branches: Set<Character> = ["├", "└", "╰", "┣", "┗"]
    private static let trunks: Set<Character> = ["│", "┃", "|", " ", "\t"]

    /// Makes items of the lines of trees: `├── name`, `|-- name`.
    private mutating func layTrees() {
        let found = lines.map(Self.branch)
        guard found.count(where: { $0 != nil }) > 1 else { return }
        for (index, branch) in found.enumerated() {
            guard let branch else { continue }
            for place in 0..<branch.end { lines[index][place] = " " }
            // One to the right of its root, which has no mark.
            lines[index][min(branch.start + 1, branch.end - 2)] = "-"
            if index > 0, found[index - 1] == nil, lines[index - 1].contains(where: { !$0.isBlank }) {
                roots.insert(index - 1)
            }
        }
    }

    /// Where the branch of a line begins, and where its words do.
    private static func branch(_ line: [Character]) -> (start: Int, end: Int)? {
        guard let start = line.firstIndex(where: { !trunks.contains($0) }) else { return nil }
        var end = start
        if branches.contains(line[start])
            || "`+\\".contains(line[start]) && line[start...].dropFirst().starts(with: "--")
        {
            end += 1
        } else if !(start > 0 && line[start - 1] == "|" && line[start] == "-" && !line[start...].contains("|")) {
            return nil
        }
        while end < line.count, line[end] == "─" || line[end] == "-" || line[end] == "━" { end += 1 }
        while end < line.count, line[end].isBlank { end += 1 }
        return end < line.count && end > start + 2 ? (start, end) : nil
    }

    // MARK: Leaders

    /// The fewest dots of a leader.
    private static let fewestDots = 4

    /// Makes items of the lines of a paragraph whose words stand behind dots, which may be one only where the name is long.
    private mutating func layLeaders() {
        var start = 0
        while start < lines.count {
            let end = lines[start...].firstIndex { $0.allSatisfy(\.isBlank) } ?? lines.count
            let leaders = lines[start..<end].map(Self.leader)
            let isMeant = leaders.count { $0.map { $0.count >= Self.fewestDots } ?? false } > 1
            if isMeant, !leaders.contains(where: { $0 == nil }) {
                for (index, leader) in zip(start..<end, leaders) {
                    guard let leader else { continue }
                    for place in leader { lines[index][place] = " " }
                    lines[index][leader.lowerBound - 1] = ":"
                    items.insert(index)
                }
            }
            start = end + 1
        }
    }

    /// The dots between blanks behind the first words of a line.
    private static func leader(_ line: [Character]) -> Range<Int>? {
        guard let first = line.firstIndex(where: { !$0.isBlank }), line[first].isLetter,
            let dot = line.indices.dropFirst(first).first(where: { !line[$0].isWordPart && !line[$0].isBlank }),
            line[dot] == "." || line[dot] == "…", line[dot - 1].isBlank
        else { return nil }
        let end = line[dot...].firstIndex { $0 != "." && $0 != "…" } ?? line.count
        return end < line.count && line[end].isBlank ? dot..<end : nil
    }
}
