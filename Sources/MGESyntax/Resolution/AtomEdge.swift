/// A dependency between two atoms of a project, by their numbers.
package struct AtomEdge: Hashable, Sendable {
    /// The atom that uses a name.
    package var source: Int
    /// The atom that defines it.
    package var target: Int
    package var how: NameEdge.How
    /// Whether it is needed when the file is loaded, not only when a function is called.
    package var isEager: Bool
    /// Whether other definitions may be meant as well.
    package var isAmbiguous: Bool
}
