/// Nested intervals, asked for the innermost one around a position.
struct IntervalForest {
    private let starts: [Int]
    private let ends: [Int]
    /// The interval around each interval, or -1.
    let parents: [Int]

    /// Takes intervals ordered by their start, outer ones first.
    init(_ intervals: [Range<Int>]) {
        var parents: [Int] = []
        parents.reserveCapacity(intervals.count)
        var open: [Int] = []
        for (index, interval) in intervals.enumerated() {
            while let last = open.last,
                intervals[last].upperBound < interval.upperBound
                    || intervals[last].upperBound <= interval.lowerBound
            { open.removeLast() }
            parents.append(open.last ?? -1)
            open.append(index)
        }
        starts = intervals.map(\.lowerBound)
        ends = intervals.map(\.upperBound)
        self.parents = parents
    }

    /// The number of the innermost interval that holds a position.
    func innermost(at position: Int) -> Int? {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= position { low = middle + 1 } else { high = middle }
        }
        var index = low - 1
        while index >= 0, ends[index] <= position { index = parents[index] }
        return index >= 0 ? index : nil
    }
}
