import Foundation
import MGECore
import MGESyntax
import Testing

@Suite struct GrammarLibraryTests {
    private func withLibrary(_ write: (URL) throws -> Void, _ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mge-grammars-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(folder.appending(path: GrammarLibrary.fileName))
        try body(folder)
    }

    private func problem(in folder: URL) -> GrammarError.Problem? {
        #expect(throws: GrammarError.self) {
            _ = try SyntaxService(grammars: GrammarLibrary(searchPath: [folder]), languages: .bundled())
        }?.problem
    }

    private func isUnloadable(in folder: URL) -> Bool {
        if case .libraryUnloadable = problem(in: folder) { true } else { false }
    }

    /// A C compiler as developers have one, since libraries that are wrong must be made.
    private static let compiler = ["/usr/bin/cc", "/usr/bin/clang"].first(
        where: FileManager.default.isExecutableFile(atPath:))

    private func compile(_ text: String, to library: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.compiler))
        process.arguments = ["-shared", "-fPIC", "-x", "c", "-", "-o", library.path]
        let input = Pipe()
        process.standardInput = input
        try process.run()
        input.fileHandleForWriting.write(Data(text.utf8))
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    @Test func aMissingLibraryNamesTheRemedy() {
        let error = #expect(throws: GrammarError.self) {
            try GrammarLibrary(searchPath: [URL(fileURLWithPath: "/nowhere")])
        }
        #expect(error?.problem == .libraryMissing(["/nowhere"]))
        #expect(error?.description.contains("./mge") == true)
    }

    @Test func aMissingGrammarIsNamed() throws {
        let library = try GrammarLibrary(searchPath: [SyntaxFixture.grammarDirectory])
        let error = #expect(throws: GrammarError.self) { try library.grammar(named: "klingon") }
        #expect(error?.problem == .grammarMissing("klingon"))
        #expect(try library.grammar(named: "python").name == "python")
    }

    @Test func aQueryThatDoesNotFitNamesItsPlace() throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        let folder = directory.appendingPathComponent("python")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let json =
            #"{"name":"python","grammar":"python","suffixes":[".py"],"statement":"x","builtins":[],"standardLibrary":[]}"#
        try Data(json.utf8).write(to: folder.appendingPathComponent("language.json"))
        try Data("(module) @cut\n(nonsense) @cut\n".utf8).write(to: folder.appendingPathComponent("atoms.scm"))
        let library = try GrammarLibrary(searchPath: [SyntaxFixture.grammarDirectory])
        let error = #expect(throws: GrammarError.self) {
            try SyntaxService(grammars: library, languages: Languages(directory: directory))
        }
        guard case .queryInvalid(_, let line, let column, _) = error?.problem else {
            Issue.record("another problem: \(String(describing: error))")
            return
        }
        #expect((line, column) == (2, 2))
    }

    @Test func languagesAreFoundByTheirSuffix() throws {
        let service = try SyntaxFixture.service()
        #expect(service.language(ofPath: "app/main.py") == .python)
        #expect(service.language(ofPath: "Dockerfile") == nil)
    }

    @Test(.enabled(if: compiler != nil, "needs a C compiler"))
    func aGrammarOfAnotherVersionIsRefused() throws {
        try withLibrary {
            try compile("static unsigned v = 99; void *tree_sitter_go(void) { return &v; }", to: $0)
        } _: {
            #expect(problem(in: $0) == .versionUnsupported(grammar: "go", version: 99, supported: 13...14))
        }
    }

    @Test(
        .enabled(if: compiler != nil, "needs a C compiler"),
        arguments: ["", "void *tree_sitter_go(void) { return 0; }"])
    func aLibraryWithoutAGrammarIsRefused(text: String) throws {
        try withLibrary {
            try compile(text, to: $0)
        } _: {
            #expect(problem(in: $0) == .grammarMissing("go"))
        }
    }

    @Test func whatIsNoLibraryIsRefused() throws {
        try withLibrary {
            try Data("no library".utf8).write(to: $0)
        } _: {
            #expect(isUnloadable(in: $0))
        }
    }

    /// The system loads a part of a library, and the process ends where it looks beyond.
    @Test(arguments: [50, 64, 100, 4_096, 1_000_000])
    func aPartOfALibraryIsRefused(length: Int) throws {
        let whole = SyntaxFixture.grammarDirectory.appending(path: GrammarLibrary.fileName)
        let part = try #require(try FileHandle(forReadingFrom: whole).read(upToCount: length))
        try withLibrary {
            try part.write(to: $0)
        } _: {
            #expect(isUnloadable(in: $0))
        }
    }
}
