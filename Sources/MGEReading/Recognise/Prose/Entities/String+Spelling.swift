extension String {
    /// Whether one letter more, less, another one, or two the other way round make it another word.
    func isSpelledLike(_ other: String) -> Bool {
        let (left, right) = (Array(self), Array(other))
        guard abs(left.count - right.count) < 2 else { return false }
        let start = zip(left, right).prefix { $0 == $1 }.count
        let (a, b) = (left.dropFirst(start), right.dropFirst(start))
        let isSwapped = a.count > 1 && a.count == b.count && Array(a.prefix(2)) == b.prefix(2).reversed()
        return a.dropFirst() == b.dropFirst() || a.dropFirst() == b || a == b.dropFirst()
            || isSwapped && a.dropFirst(2) == b.dropFirst(2)
    }
}
