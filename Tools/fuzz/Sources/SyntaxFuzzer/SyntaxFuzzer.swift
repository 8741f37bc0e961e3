import Foundation
import MGECore
import MGESyntax

/// What libFuzzer calls with each input: all that `mge atomize` and `mge waves` do with a project.
///
/// The first byte chooses a language, and the byte 0x1E begins a further file. Files are called `sample`, `other` and so
/// on, as those of the seeds import each other; a last file is in another language. A trap, a report of the sanitizer and
/// a file that its atoms are not are what it looks for.
enum SyntaxFuzzer {
    private static let suffixes = ["py", "ts", "tsx", "js", "go", "java", "rs", "php", "txt"]
    private static let names = ["app/sample", "app/other", "app/models", "app/__init__", "shop/lib", "shop/main"]

    private static let service = Result {
        let grammars = ProcessInfo.processInfo.environment["MGE_GRAMMARS"] ?? ".tools/grammars"
        return try SyntaxService(
            grammars: GrammarLibrary(searchPath: [URL(fileURLWithPath: grammars)]), languages: .bundled())
    }

    static func run(_ input: UnsafeBufferPointer<UInt8>) throws {
        guard let first = input.first else { return }
        let service = try service.get()
        let suffix = suffixes[Int(first) % suffixes.count]
        let texts = input.dropFirst().split(
            separator: 0x1e, maxSplits: names.count - 1, omittingEmptySubsequences: false)
        var files: [AtomizedFile] = []
        for (name, text) in zip(names, texts) {
            let bytes = [UInt8](text)
            let file = try service.survey(bytes, path: "\(name).\(suffix)", keepsAllUses: first >= 128)
            precondition(isWhole(file, of: bytes), "the atoms of \(file.path) are not the file")
            files.append(file)
        }
        if let text = texts.last {
            files.append(try service.survey([UInt8](text), path: "app/stray.\(first % 2 == 0 ? "go.mod" : "py")"))
        }
        let project = ProjectNames(files: files, keepsReferences: true)
        AtomizationReport(project).forEachLine { _ in }
        let graph = AtomGraph(project)
        precondition(graph.units.reduce(0) { $0 + $1.atoms.count } == project.atomCount, "atoms are not in the graph")
        WavesReport(project, graph).forEachLine { _ in }
    }

    private static func isWhole(_ file: AtomizedFile, of bytes: [UInt8]) -> Bool {
        var offset = 0
        var line = 1
        for atom in file.atoms {
            guard atom.offset == offset, atom.lines.lowerBound == line, atom.length > 0 || bytes.isEmpty else {
                return false
            }
            offset += atom.length
            line = atom.lines.upperBound + 1
        }
        return offset == bytes.count && Set(file.atoms.map(\.identity)).count == file.atoms.count
    }
}

/// - Returns: 0, which keeps an input that reaches something new.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    do {
        try SyntaxFuzzer.run(UnsafeBufferPointer(start: data, count: size))
    } catch {
        fatalError("\(error)")
    }
    return 0
}
