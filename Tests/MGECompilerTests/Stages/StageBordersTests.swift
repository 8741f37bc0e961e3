import Foundation
import Testing

/// Reads the sources: what crosses from one stage to the next is a value of `Layers/`, never a stage's own type.
@Suite struct StageBordersTests {
    private static let compiler = Compilation.root.appending(path: "Sources/MGECompiler")

    @Test("no stage names a type that another declares")
    func stages() throws {
        let declared = try Self.typesByStage()
        #expect(declared.count == 7)
        #expect(declared.values.allSatisfy { !$0.isEmpty })
        var owners: [String: Set<String>] = [:]
        for (stage, types) in declared { for type in types { owners[type, default: []].insert(stage) } }
        for (path, text) in try Self.sources(below: "Stages") {
            let stage = String(path.split(separator: "/")[0])
            for word in Self.words(of: text) {
                guard let others = owners[word], !others.contains(stage) else { continue }
                Issue.record("\(path) names \(word), which \(others.sorted().joined(separator: ", ")) declares")
            }
        }
    }

    @Test(
        "the engine, the layers and publishing name no stage's types",
        arguments: ["Engine", "Layers", "Publishing", "Analysis", "Naming"])
    func neutral(folder: String) throws {
        let types = try Self.typesByStage().values.reduce(into: Set<String>()) { $0.formUnion($1) }
        for (path, text) in try Self.sources(below: folder) {
            for word in Self.words(of: text).intersection(types) { Issue.record("\(folder)/\(path) names \(word)") }
        }
    }

    @Test("finds what it looks for")
    func scan() {
        let text =
            "import A\n/// Like `Doc`.\npackage struct Plain<T> {\n    enum Inner { case x } // Comment\n}\nlet a = \"Text\"\nfinal class Other: Base {}\n"
        #expect(Self.types(in: text) == ["Plain", "Other"])
        let words = Self.words(of: text)
        #expect(words.isSuperset(of: ["Plain", "Base", "Inner"]))
        #expect(words.isDisjoint(with: ["Doc", "Comment", "Text"]))
    }

    /// The types that the files of each stage declare, outside of other types.
    private static func typesByStage() throws -> [String: Set<String>] {
        var types: [String: Set<String>] = [:]
        for (path, text) in try sources(below: "Stages") {
            types[String(path.split(separator: "/")[0]), default: []].formUnion(Self.types(in: text))
        }
        return types
    }

    private static func types(in text: String) -> Set<String> {
        let pattern = /^(?:package |final |indirect )*(?:struct|enum|class|actor|protocol|typealias) (\w+)/
        return Set(text.split(separator: "\n").compactMap { try? pattern.firstMatch(in: $0).map { String($0.1) } })
    }

    /// The capitalised words outside of comments and texts.
    private static func words(of text: String) -> Set<String> {
        var words: Set<String> = []
        for line in text.split(separator: "\n") {
            let code = line.replacing(/\/\/.*/, with: "").replacing(/"[^"]*"/, with: "\"\"")
            for match in code.matches(of: /\b[A-Z]\w+/) { words.insert(String(match.0)) }
        }
        return words
    }

    private static func sources(below folder: String) throws -> [(path: String, text: String)] {
        let root = compiler.appending(path: folder)
        return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }.sorted()
            .map {
                ($0, try String(contentsOf: root.appending(path: $0), encoding: .utf8))
            }
    }
}
