/// A run of whole lines of a file: the smallest piece that is scheduled, checked and repaired by itself.
///
/// A file's atoms, concatenated in order, are the file, byte for byte.
package struct SourceAtom: Hashable, Sendable {
    /// `path::Qualified.name`, with `#2`, `#3`… for the later atoms of one name; unique in a project.
    package var identity: String { "\(path)::\(name)" }
    private let path: String
    private let name: String
    package let kind: AtomKind
    // A large project has millions of atoms, and no file has lines or bytes beyond 32 bits.
    private let firstLine: UInt32
    private let lastLine: UInt32
    private let offsetNumber: UInt32
    private let lengthNumber: UInt32
    /// The number of the unit in the file that the atom belongs to: atoms of one unit are valid only together.
    package internal(set) var unit: Int {
        get { Int(unitNumber) }
        set { unitNumber = Int32(newValue) }
    }
    private var unitNumber: Int32
    private var enclosingNumber: Int32 = -1

    /// - Parameters:
    ///   - name: what stands behind the path in the identity.
    ///   - path: the path of the file.
    ///   - kind: the kind of definition that it belongs to.
    ///   - lines: from 1.
    ///   - offset: in bytes.
    ///   - length: in bytes.
    ///   - unit: the number of its unit.
    init(_ name: String, of path: String, kind: AtomKind, lines: ClosedRange<Int>, offset: Int, length: Int, unit: Int)
    {
        self.path = path
        self.name = name
        self.kind = kind
        firstLine = UInt32(lines.lowerBound)
        lastLine = UInt32(lines.upperBound)
        offsetNumber = UInt32(offset)
        lengthNumber = UInt32(length)
        unitNumber = Int32(unit)
    }

    /// The first and the last line, from 1; an empty file has one atom of line 1.
    package var lines: ClosedRange<Int> { Int(firstLine)...Int(lastLine) }
    /// Where the atom begins in the file, in bytes.
    package var offset: Int { Int(offsetNumber) }
    /// How many bytes it has.
    package var length: Int { Int(lengthNumber) }
    /// The unit that must be there before this one: that of the head of the class around it.
    package internal(set) var enclosingUnit: Int? {
        get { enclosingNumber < 0 ? nil : Int(enclosingNumber) }
        set { enclosingNumber = Int32(newValue ?? -1) }
    }
}
