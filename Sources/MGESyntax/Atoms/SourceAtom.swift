/// A run of whole lines of a file: the smallest piece that is scheduled, checked and repaired by itself.
///
/// A file's atoms, concatenated in order, are the file, byte for byte.
package struct SourceAtom: Hashable, Sendable {
    /// `path::Qualified.name`, with `#2`, `#3`… for the later atoms of one name; unique in a project.
    package var identity: String
    package var kind: AtomKind
    /// The first and the last line, from 1; an empty file has one atom of line 1.
    package var lines: ClosedRange<Int>
    /// Where the atom begins in the file, in bytes.
    package var offset: Int
    /// How many bytes it has.
    package var length: Int
    /// The qualified names of what is defined in its lines and can be used from elsewhere.
    package var defines: [String]
    /// The names used in its lines, as they are written, each once and in order of appearance: `models.User`.
    package var rawReferences: [String]
    /// The number of the unit in the file that the atom belongs to: atoms of one unit are valid only together.
    package var unit: Int
    /// The unit that must be there before this one: that of the head of the class around it.
    package var enclosingUnit: Int?
}
