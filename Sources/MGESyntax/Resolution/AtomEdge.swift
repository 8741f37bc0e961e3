/// A dependency between two atoms of a project, by their numbers.
package struct AtomEdge: Hashable, Sendable {
    private let sourceNumber: UInt32
    private let targetNumber: UInt32
    package let how: NameEdge.How
    /// Whether it is needed when the file is loaded, not only when a function is called.
    package let isEager: Bool
    /// Whether other definitions may be meant as well.
    package let isAmbiguous: Bool

    init(source: Int, target: Int, how: NameEdge.How, isEager: Bool, isAmbiguous: Bool) {
        sourceNumber = UInt32(source)
        targetNumber = UInt32(target)
        self.how = how
        self.isEager = isEager
        self.isAmbiguous = isAmbiguous
    }

    /// The atom that uses a name.
    package var source: Int { Int(sourceNumber) }
    /// The atom that defines it.
    package var target: Int { Int(targetNumber) }
}
