/// Finds what somebody may have meant.
package enum NearestName {
    /// The name of the least edit distance, at most two and less than half of the word; nil when there is none.
    ///
    /// Distance after Levenshtein, with swaps of neighbours (optimal string alignment).
    package static func of(_ word: String, among names: some Sequence<String>) -> String? {
        let letters = Array(word.lowercased())
        guard letters.count > 2, letters.count <= 40 else { return nil }
        let limit = letters.count < 5 ? 1 : 2
        var best: (name: String, distance: Int)?
        for name in names {
            let other = Array(name.lowercased())
            guard abs(other.count - letters.count) <= limit else { continue }
            let distance = distance(letters, other)
            if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
        }
        return best?.name
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var before: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let isEqual = left[row] == right[column]
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (isEqual ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, before[column - 1] + 1)
                }
                current.append(cost)
            }
            before = last
            last = current
        }
        return last[right.count]
    }
}
