import Foundation
import MGECore
import MGELayers
import MGESyntax
import Synchronization

/// Keeps what cutting files into atoms found out until their names are resolved, so that this process parses each once:
/// when it is validated.
///
/// It holds the files of one run.
final class AtomizedFiles: Sendable {
    private struct Key: Hashable {
        let path: String
        let digest: String
    }

    private struct State {
        var run: UUID?
        /// What was found out when they were validated.
        var whole: [Key: AtomizedFile] = [:]
        /// The same of those whose atoms were asked for, without what only the stored atoms need.
        var lean: [Key: AtomizedFile] = [:]
    }

    /// So many checked files are remembered, some 15 kB each; of a larger project, the others are parsed again.
    private static let limit = 9_000

    private let syntax: SyntaxService
    private let state = Mutex(State())

    init(syntax: SyntaxService) {
        self.syntax = syntax
    }

    /// Checks a file's syntax, and remembers its atoms when nothing is wrong.
    /// - Throws: `GrammarError` when a grammar can't be used.
    func check(_ file: SourceFile, of run: UUID) throws -> SyntaxReport {
        let (report, atomized) = try syntax.examine(Array(file.text.utf8), path: file.path)
        if let atomized {
            let key = Key(path: file.path, digest: SHA256Digest(of: file.text).hexadecimal)
            update(of: run) { state in
                if state.whole.count < Self.limit { state.whole[key] = atomized }
            }
        }
        return report
    }

    /// Cuts a file, unless that was done when it was checked, and remembers what is needed to resolve its names.
    /// - Throws: `GrammarError` when a grammar can't be used.
    func atomize(_ file: StoredFile, of run: UUID) throws -> AtomizedFile {
        let key = Key(path: file.path, digest: file.digest)
        let known = update(of: run) { state in
            let known = state.whole.removeValue(forKey: key)
            if state.whole.isEmpty { state.whole = [:] }
            return known
        }
        let atomized = try known ?? syntax.atomize(Array(file.text.utf8), path: file.path)
        let lean = atomized.withoutAtomNames
        update(of: run) { $0.lean[key] = lean }
        return atomized
    }

    @discardableResult
    private func update<Result: Sendable>(of run: UUID, _ body: (inout State) -> Result) -> Result {
        state.withLock { state in
            if state.run != run { state = State(run: run) }
            return body(&state)
        }
    }

    /// What is remembered of files, and of the others the result of cutting them now; forgets them.
    ///
    /// The others are read in pages: `page` gives the next files behind a path, and none at the end.
    /// - Throws: `GrammarError` when a grammar can't be used, and what `page` throws.
    func take(
        _ files: [FileEntry], of run: UUID, page: (_ after: String?) async throws -> [StoredFile]
    ) async throws -> [AtomizedFile] {
        var taken = update(of: run) { state in
            files.map { state.lean.removeValue(forKey: Key(path: $0.path, digest: $0.digest)) }
        }
        let missing = files.indices.filter { taken[$0] == nil }.map { (files[$0].path, $0) }
        let places = Dictionary(missing, uniquingKeysWith: { first, _ in first })
        var last: String?
        while !places.isEmpty, case let stored = try await page(last), let end = stored.last {
            let syntax = syntax
            let unknown = stored.filter { places[$0.path] != nil }
            let atomized = try await unknown.concurrentMap {
                try syntax.atomize(Array($0.text.utf8), path: $0.path).withoutAtomNames
            }
            for file in atomized { places[file.path].map { taken[$0] = file } }
            last = end.path
        }
        return taken.compactMap(\.self)
    }

    /// Forgets what nobody took.
    func forget() {
        state.withLock { $0 = State() }
    }
}
