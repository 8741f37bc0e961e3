/// The place in our own source that issued a statement.
package struct CodePlace: Sendable {
    /// Module and file, as `#fileID` spells them.
    package let fileID: StaticString
    /// The line, from 1.
    package let line: UInt

    package init(fileID: StaticString = #fileID, line: UInt = #line) {
        self.fileID = fileID
        self.line = line
    }
}

extension CodePlace: CustomStringConvertible {
    package var description: String { "\(fileID):\(line)" }
}
