import MGESyntax
import Testing

/// A small project and the edges that it has: `Source>Target` in a single file, else `path:Source>path:Target`.
struct EdgeCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]
    let edges: Set<String>

    init(_ name: String, _ files: [String: String], _ edges: Set<String>) {
        testDescription = name
        self.files = files
        self.edges = edges
    }

    /// The edges that are found; those of one file without its path, those of a kind with `how` before them.
    func found() throws -> Set<String> {
        let project = try SyntaxFixture.project(files)
        return Set(
            project.references.map { edge in
                let source = edge.source
                let target = edge.target
                guard files.count > 1 else { return Self.mark(edge) + "\(source)>\(target)" }
                let (path, targetPath) = (project.files[edge.file].path, project.files[edge.targetFile].path)
                return Self.mark(edge) + "\(path):\(source)>\(targetPath):\(target)"
            })
    }

    private static func mark(_ edge: NameEdge) -> String {
        switch edge.how {
        case .receiver: "receiver "
        case .constructor: "constructor "
        default: ""
        }
    }
}
