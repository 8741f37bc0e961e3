import Foundation
import MGESyntax
import Testing

/// Small trees in `Samples` whose truth was checked by hand; the tools of `Tools/truth` wrote it.
@Suite struct SampleTests {
    private struct Row: Decodable {
        var kind: String
        var path: String
        var name: String?
        var line: Int?
        var source: String?
        var targetPath: String?
        var target: String?

        enum CodingKeys: String, CodingKey {
            case kind = "t"
            case path, name, line
            case source = "from"
            case targetPath = "to_path"
            case target = "to"
        }
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Samples")

    private static func files(of sample: String) throws -> [String: String] {
        let root = folder.appendingPathComponent(sample)
        var files: [String: String] = [:]
        for path in FileManager.default.enumerator(atPath: root.path)?.compactMap({ $0 as? String }) ?? []
        where path != "truth.jsonl" {
            let file = root.appendingPathComponent(path)
            if let data = try? Data(contentsOf: file) { files[path] = String(decoding: data, as: UTF8.self) }
        }
        return files
    }

    private static func truth(of sample: String) throws -> [Row] {
        let text = try String(contentsOf: folder.appendingPathComponent("\(sample)/truth.jsonl"), encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    }

    @Test(arguments: ["java", "php"])
    func isFoundAsItIs(sample: String) throws {
        let project = try SyntaxFixture.project(Self.files(of: sample))
        let truth = try Self.truth(of: sample)
        let edges = project.references.map {
            "\(project.files[$0.file].path):\($0.source)>\(project.files[$0.targetFile].path):\($0.target)"
        }
        let trueEdges = truth.filter { $0.kind == "ref" }.map {
            "\($0.path):\($0.source ?? "")>\($0.targetPath ?? ""):\($0.target ?? "")"
        }
        #expect(Set(edges) == Set(trueEdges))
        let definitions = project.files.flatMap { file in
            file.definitions.lazy.filter { !$0.name.contains("<anonymous>") }.map {
                "\(file.path):\($0.name):\($0.line)"
            }
        }
        let trueDefinitions = truth.filter { $0.kind == "def" }.map { "\($0.path):\($0.name ?? ""):\($0.line ?? 0)" }
        #expect(Set(definitions) == Set(trueDefinitions))
    }

    @Test(arguments: ["java", "php"])
    func atomsAreTheFiles(sample: String) throws {
        for (path, text) in try Self.files(of: sample) {
            let file = try SyntaxFixture.atomize(text, path: path)
            var end = 0
            for atom in file.atoms {
                #expect(atom.offset == end)
                end += atom.length
            }
            #expect(end == text.utf8.count)
        }
    }
}
