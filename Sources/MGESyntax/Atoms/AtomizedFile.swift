package import MGECore

/// A file cut into atoms, with what its language's rules found out about its names.
package struct AtomizedFile: Sendable {
    /// The path in the project, with `/` between its parts.
    package var path: String
    /// Nil when the file is in no known language: its atoms are runs of lines then.
    package var language: LanguageName?
    package var atoms: [SourceAtom]
    /// What the file defines, by position; empty once its names are resolved.
    package var definitions: [Definition]
    /// What stood in the way of cutting the file by its syntax; syntax errors are not repeated here.
    package var diagnostics: [Diagnostic]
    /// The text of a file that tells how modules are named, by which they find each other.
    var manifest: String?
    /// What each atom defines and uses; nil unless it is to be stored or told.
    var atomNames: AtomNames?
    /// The names used and bound in the file; nil when its language has no resolver, or when they are resolved.
    var names: FileNames?

    /// The number of the atom that holds a line, counted from 1; nil beyond the file's end.
    package func atom(atLine line: Int) -> Int? {
        var low = 0
        var high = atoms.count
        while low < high {
            let middle = (low + high) / 2
            if atoms[middle].lines.upperBound < line { low = middle + 1 } else { high = middle }
        }
        return low < atoms.count && atoms[low].lines.contains(line) ? low : nil
    }
}
