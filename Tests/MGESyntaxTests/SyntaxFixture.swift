import Foundation
import MGESyntax

/// The service that the tests of this module share, made once: compiling the queries takes longer than most tests.
enum SyntaxFixture {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// `MGE_GRAMMARS`, else `.tools/grammars` of the checkout.
    static let grammarDirectory =
        ProcessInfo.processInfo.environment["MGE_GRAMMARS"].map { URL(fileURLWithPath: $0) }
        ?? root.appendingPathComponent(".tools/grammars")

    /// Whether tests run that take minutes.
    static let isExhaustive = ProcessInfo.processInfo.environment["MGE_TEST_ALL"] == "1"

    private static let shared = Result { try newService() }

    static func newService() throws -> SyntaxService {
        try SyntaxService(grammars: GrammarLibrary(searchPath: [grammarDirectory]), languages: .bundled())
    }

    static func service() throws -> SyntaxService { try shared.get() }

    static func atomize(_ text: String, path: String = "module.py") throws -> AtomizedFile {
        try service().atomize(Array(text.utf8), path: path)
    }

    static func project(_ files: [String: String]) throws -> ProjectNames {
        ProjectNames(files: try files.map { try atomize($0.value, path: $0.key) }, keepsReferences: true)
    }

    /// What an atom is called in its file: its identity without the path.
    static func names(_ file: AtomizedFile) -> [String] {
        file.atoms.map { String($0.identity.dropFirst(file.path.count + 2)) }
    }
}
