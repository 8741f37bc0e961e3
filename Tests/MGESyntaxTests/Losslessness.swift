import MGESyntax
import Testing

/// The promise that the atoms of a file are the file.
enum Losslessness {
    /// What is broken of it; nil when it holds.
    static func violation(in file: AtomizedFile, of bytes: [UInt8]) -> String? {
        var offset = 0
        var line = 1
        var joined: [UInt8] = []
        for atom in file.atoms {
            guard atom.offset == offset else { return "\(atom.identity) begins at \(atom.offset), not at \(offset)" }
            guard atom.length > 0 || bytes.isEmpty, offset + atom.length <= bytes.count else {
                return "\(atom.identity) has \(atom.length) bytes"
            }
            let text = bytes[offset..<offset + atom.length]
            let isLast = offset + atom.length == bytes.count
            guard isLast || text.last == UInt8(ascii: "\n") else { return "\(atom.identity) ends inside a line" }
            let ends = text.count { $0 == UInt8(ascii: "\n") }
            let last = line + ends - (text.last == UInt8(ascii: "\n") ? 1 : 0)
            guard atom.lines == line...last else {
                return "\(atom.identity) has lines \(atom.lines), not \(line)...\(last)"
            }
            joined += text
            offset += atom.length
            line = last + 1
        }
        guard joined == bytes else { return "the atoms end at \(offset) of \(bytes.count)" }
        guard Set(file.atoms.map(\.identity)).count == file.atoms.count else { return "two atoms have one identity" }
        // By bytes: a name may begin with what joins the character before it.
        guard file.atoms.allSatisfy({ $0.identity.utf8.starts(with: "\(file.path)::".utf8) }) else {
            return "an identity lacks the path"
        }
        return nil
    }

    /// Cuts a text and expects that it holds, and that its names can be resolved and its atoms ordered.
    @discardableResult
    static func expect(
        _ bytes: [UInt8], path: String, _ comment: @autoclosure () -> String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> AtomizedFile {
        let file = try SyntaxFixture.service().survey(bytes, path: path)
        let violation = violation(in: file, of: bytes)
        #expect(violation == nil, "\(path) \(comment())", sourceLocation: sourceLocation)
        let graph = AtomGraph(ProjectNames(files: [file], keepsReferences: true))
        #expect(graph.units.reduce(0) { $0 + $1.atoms.count } == file.atoms.count, sourceLocation: sourceLocation)
        return file
    }
}
