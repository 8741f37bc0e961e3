/// Suggestions for names that were mistyped.
package enum NearestName {
    /// The known name that differs least, by insertions, deletions and replacements; nil when none is near.
    package static func of(_ name: String, among known: [String]) -> String? {
        let wanted = Array(name.lowercased().prefix(64))
        let limit = max(1, wanted.count / 3)
        let ranked = known.map { (name: $0, distance: distance(wanted, Array($0.lowercased().prefix(64)))) }
        return ranked.filter { $0.distance <= limit }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    }

    /// The distance of Levenshtein, by Wagner and Fischer's table of two rows.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var previous = Array(0...right.count)
        for (row, character) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let replaced = previous[column] + (character == other ? 0 : 1)
                current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}
