/// Cuts a long run of rows where it costs least.
enum AtomCutter {
    /// A run of at most so many rows stays whole.
    static let longest = 15
    private static let ideal = 10

    /// The first rows of the pieces of `rows`, by dynamic programming over the breaks in it.
    ///
    /// Minimised is the sum over all pieces of 2 + the cost of the break that ends it + its distance from the ideal
    /// length, with a piece beyond the longest length as the last resort. Of the possible beginnings of a piece only
    /// those within the longest length and the nearest are tried, so the time is linear.
    static func cut(_ rows: Range<Int>, at breaks: AtomBreaks) -> [Int] {
        guard rows.count > longest else { return [rows.lowerBound] }
        let inside = breaks.rows.partition(from: rows.lowerBound + 1)..<breaks.rows.partition(from: rows.upperBound)
        let points = [rows.lowerBound] + breaks.rows[inside] + [rows.upperBound]
        var best: [(cost: Double, previous: Int)] = [(0, 0)]
        for point in 1..<points.count {
            let endCost = point == points.count - 1 ? 0 : Double(breaks.costs[points[point]] ?? 0)
            var choice = (cost: Double.infinity, previous: point - 1)
            for start in stride(from: point - 1, through: 0, by: -1) {
                let length = points[point] - points[start]
                if length > longest, start < point - 1 { break }
                let cost = best[start].cost + 2 + endCost + Self.cost(ofLength: length)
                if cost < choice.cost { choice = (cost, start) }
            }
            best.append(choice)
        }
        var starts: [Int] = []
        var point = points.count - 1
        while point > 0 {
            point = best[point].previous
            starts.append(points[point])
        }
        return starts.reversed()
    }

    private static func cost(ofLength length: Int) -> Double {
        let excess = Double(max(0, length - longest)) * 1000
        return excess + (length > ideal ? Double(length - ideal) : 1.5 * Double(ideal - length))
    }
}
