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

    static func files(of sample: String) throws -> [String: String] {
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

    static let samples = ["go", "java", "php", "rust"]

    /// Members of receivers whose class follows from an inference that is not made.
    private static let unknown: [String: Set<String>] = [
        "go": ["main.go:main>shop/shop.go:Item.Price", "shop/shop.go:Shop.Find>shop/item.go:Item.last"],
        "rust": [
            "shapes/src/plain.rs:Square.in_units>shapes/src/measure/units.rs:Unit.factor",
            "shapes/src/solid.rs:Solid.volume>shapes/src/plain.rs:Circle.area",
            "shapes/src/solid.rs:Solid.volume>shapes/src/plain.rs:Square.area",
            "shapes/tests/whole.rs:balls>shapes/src/lib.rs:Point.x",
            "shapes/tests/whole.rs:balls>shapes/src/solid.rs:Solid.volume",
        ],
    ]

    @Test(arguments: samples)
    func edgesAreThoseOfTheTruth(sample: String) throws {
        let project = try SyntaxFixture.project(Self.files(of: sample))
        // A path through modules is one reference, to what it ends at; the truth has one for each module on it.
        let found = project.references.filter { $0.target != "<module>" }.map {
            "\(project.files[$0.file].path):\($0.source)>\(project.files[$0.targetFile].path):\($0.target)"
        }
        let truth = try Self.truth(of: sample).filter { $0.kind == "ref" && $0.target != "<module>" }.map {
            "\($0.path):\($0.source ?? "")>\($0.targetPath ?? ""):\($0.target ?? "")"
        }
        #expect(Set(found).subtracting(truth) == [])
        #expect(Set(truth).subtracting(found) == Self.unknown[sample] ?? [])
    }

    @Test(arguments: samples)
    func definitionsAreThoseOfTheTruth(sample: String) throws {
        let project = try SyntaxFixture.project(Self.files(of: sample))
        let found = project.files.flatMap { file in
            file.definitions.lazy.filter { !$0.name.contains("<anonymous>") && !$0.name.contains("<locals>") }.map {
                "\(file.path):\($0.name):\($0.line)"
            }
        }
        let truth = try Self.truth(of: sample).filter { $0.kind == "def" }.map {
            "\($0.path):\($0.name ?? ""):\($0.line ?? 0)"
        }
        #expect(Set(found).subtracting(truth) == [])
        #expect(Set(truth).subtracting(found) == [])
    }

    @Test(arguments: samples)
    func atomsAreTheFiles(sample: String) throws {
        for (path, text) in try Self.files(of: sample) { try Losslessness.expect(Array(text.utf8), path: path) }
    }
}
