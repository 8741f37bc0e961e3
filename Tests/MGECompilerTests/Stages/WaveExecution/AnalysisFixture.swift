import Foundation
import MGESyntax

@testable import MGECompiler

/// Makes the analysis of a project that is written down in a test.
enum AnalysisFixture {
    static let syntax = Result {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = ProcessInfo.processInfo.environment["MGE_GRAMMARS"] ?? root.appending(path: ".tools/grammars").path
        return try SyntaxService(
            grammars: GrammarLibrary(searchPath: [URL(fileURLWithPath: folder)]), languages: .bundled())
    }

    /// The analysis of texts by their paths; `change` is given each file once it is cut.
    static func analysis(
        _ files: [String: String], change: (inout AtomizedFile) -> Void = { _ in }
    ) throws -> ProjectAnalysis {
        let stored = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { StoredFile.sample($0.key, $0.value) }
        let syntax = try syntax.get()
        let atomized = try stored.map { entry in
            var file = try syntax.atomize(Array(entry.text.utf8), path: entry.path)
            change(&file)
            return file
        }
        return try ProjectAnalysis(files: stored.map(\.entry), atomized: atomized)
    }
}
