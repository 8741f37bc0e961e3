extension AtomizedFile {
    /// The shortest runs of atoms that no unit and no class reaches out of: the outermost statements, whole and in order.
    ///
    /// The text of some blocks, in order, is valid when each of them is.
    package var blocks: [Range<Int>] {
        var last: [Int: Int] = [:]
        // From the end: what is in a class comes after its head.
        for (index, atom) in atoms.enumerated().reversed() {
            let reach = max(last[atom.unit] ?? 0, index)
            last[atom.unit] = reach
            if let around = atom.enclosingUnit { last[around] = max(last[around] ?? 0, reach) }
        }
        var blocks: [Range<Int>] = []
        var start = 0
        var end = 0
        for (index, atom) in atoms.enumerated() {
            end = max(end, last[atom.unit] ?? index)
            if index == end {
                blocks.append(start..<index + 1)
                (start, end) = (index + 1, index + 1)
            }
        }
        return blocks
    }
}
