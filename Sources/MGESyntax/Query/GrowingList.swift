/// A list of plain values that grows and shrinks at its end; whoever makes it frees it.
struct GrowingList<Element: BitwiseCopyable> {
    var count = 0
    private var base = UnsafeMutablePointer<Element>.allocate(capacity: 16)
    private var capacity = 16

    var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

    subscript(index: Int) -> Element { base[index] }

    mutating func append(_ element: Element) {
        if count == capacity {
            let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
            larger.update(from: base, count: count)
            base.deallocate()
            base = larger
            capacity *= 2
        }
        base[count] = element
        count += 1
    }

    func free() { base.deallocate() }
}
