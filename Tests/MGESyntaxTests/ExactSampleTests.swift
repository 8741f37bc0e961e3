import Foundation
import MGESyntax
import Testing

/// The edges of small trees in `Samples` whose truth was checked by hand: all that follow from names alone.
@Suite struct ExactSampleTests {
    private struct Row: Decodable {
        var kind: String
        var path: String
        var name: String?
        var what: String?
        var source: String?
        var targetPath: String?
        var target: String?
        var how: String?

        enum CodingKeys: String, CodingKey {
            case kind = "t"
            case what = "kind"
            case source = "from"
            case targetPath = "to_path"
            case target = "to"
            case path, name, how
        }

        var edge: String { "\(path):\(source ?? "")>\(targetPath ?? ""):\(target ?? "")" }
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Samples")

    private static func project(_ sample: String) throws -> ProjectNames {
        let root = folder.appendingPathComponent(sample)
        var files: [String: String] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
            let file = root.appendingPathComponent(path)
            guard !file.hasDirectoryPath, path != "truth.jsonl", let data = try? Data(contentsOf: file) else {
                continue
            }
            files[path] = String(decoding: data, as: UTF8.self)
        }
        return try SyntaxFixture.project(files)
    }

    private static func truth(_ sample: String) throws -> [Row] {
        let text = try String(contentsOf: folder.appendingPathComponent("\(sample)/truth.jsonl"), encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    }

    @Test(arguments: ["go", "rust"])
    func edgesOfNamesAreFound(sample: String) throws {
        let truth = try Self.truth(sample)
        let namespaces = Set(truth.lazy.filter { $0.what == "namespace" }.map { "\($0.path):\($0.name ?? "")" })
        let known = truth.filter { row in
            row.kind == "ref" && row.target != "<module>"
                && !namespaces.contains("\(row.targetPath ?? ""):\(row.target ?? "")")
        }
        let project = try Self.project(sample)
        func text(_ edge: NameEdge) -> String {
            "\(project.files[edge.file].path):\(edge.source)>\(project.files[edge.targetFile].path):\(edge.target)"
        }
        let found = project.references.filter { edge in
            let target = "\(project.files[edge.targetFile].path):\(edge.target)"
            return edge.how != .receiver && edge.target != "<module>" && !namespaces.contains(target)
        }
        // What `Self` stands for is not told.
        let untold = Set(
            truth.lazy.filter { $0.kind == "unresolved" }.map { "\($0.path):\($0.source ?? "") \($0.name ?? "")" })
        let every = Set(known.map(\.edge))
        for edge in found {
            let last = edge.target.split(separator: ".").last.map(String.init) ?? ""
            let isUntold = untold.contains("\(project.files[edge.file].path):\(edge.source) \(last)")
            #expect(every.contains(text(edge)) || isUntold, "\(text(edge)) is not true")
        }
        let names = Set(known.lazy.filter { $0.how != "receiver" }.map(\.edge))
        #expect(names.subtracting(project.references.map(text)) == [])
    }

    @Test(arguments: ["go", "rust"])
    func definitionsAreFound(sample: String) throws {
        let project = try Self.project(sample)
        let found = project.files.flatMap { file in
            file.definitions.lazy.filter { !$0.name.contains("<locals>") }.map { "\(file.path):\($0.name)" }
        }
        let truth = try Self.truth(sample).filter { $0.kind == "def" }.map { "\($0.path):\($0.name ?? "")" }
        #expect(Set(found) == Set(truth))
    }
}
