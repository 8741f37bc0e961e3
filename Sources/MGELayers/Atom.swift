/// A run of whole lines of a file's revision: the unit that is ordered and checked.
package struct Atom: Hashable, Sendable {
    /// The number of the task that made the file.
    package var task: Int
    package var path: String
    package var revision: Int
    /// From 1, in the order of the file's lines.
    package var number: Int
    /// `path::Qualified.name#part`, stable while the file's definitions are.
    package var identity: String
    /// What kind of definition it belongs to, such as `function` or `import`.
    package var kind: String
    package var text: String
    /// From 1, inclusive; empty only for an empty file.
    package var startLine: Int
    package var endLine: Int
    /// Within the file, in bytes.
    package var offset: Int
    package var length: Int
    package var defines: [String]
    /// Names as they are written.
    package var references: [String]

    package init(
        task: Int, path: String, revision: Int, number: Int, identity: String, kind: String, text: String,
        startLine: Int, endLine: Int, offset: Int, length: Int, defines: [String], references: [String]
    ) {
        self.task = task
        self.path = path
        self.revision = revision
        self.number = number
        self.identity = identity
        self.kind = kind
        self.text = text
        self.startLine = startLine
        self.endLine = endLine
        self.offset = offset
        self.length = length
        self.defines = defines
        self.references = references
    }
}
