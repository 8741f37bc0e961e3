/// A place in a text that the user gave.
package struct SourceLocation: Hashable, Sendable, Codable {
    /// The file as the user named it; nil for text from the command line or standard input.
    package var file: String?
    /// The line, from 1.
    package var line: Int
    /// The column in characters, from 1.
    package var column: Int

    package init(file: String? = nil, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourceLocation: CustomStringConvertible {
    package var description: String {
        (file.map { "\($0):" } ?? "") + "\(line):\(column)"
    }
}
