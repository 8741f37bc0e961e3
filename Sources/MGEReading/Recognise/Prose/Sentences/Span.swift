/// The range from one place to another, empty when the second is before the first: phrases may reach past the end of
/// the range in which they were looked for.
func span(_ start: Int, _ end: Int) -> Range<Int> { start..<max(start, end) }
