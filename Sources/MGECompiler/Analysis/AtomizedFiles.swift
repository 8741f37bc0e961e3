import Foundation
import MGECore
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
            update(of: run) { $0.whole[key] = atomized }
        }
        return report
    }

    /// Cuts a file, unless that was done when it was checked, and remembers what is needed to resolve its names.
    /// - Throws: `GrammarError` when a grammar can't be used.
    func atomize(_ file: StoredFile, of run: UUID) throws -> AtomizedFile {
        let key = Key(path: file.path, digest: file.digest)
        let known = update(of: run) { $0.whole.removeValue(forKey: key) }
        let atomized = try known ?? syntax.atomize(Array(file.text.utf8), path: file.path)
        let lean = atomized.withoutDescriptions
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

    /// What is remembered of a file, or the result of cutting it now; forgets it.
    /// - Throws: `GrammarError` when a grammar can't be used.
    func take(_ file: StoredFile, of run: UUID) throws -> AtomizedFile {
        let known = update(of: run) { $0.lean.removeValue(forKey: Key(path: file.path, digest: file.digest)) }
        return try known ?? syntax.atomize(Array(file.text.utf8), path: file.path).withoutDescriptions
    }

    /// Forgets what nobody took.
    func forget() {
        state.withLock { $0 = State() }
    }
}

extension AtomizedFile {
    /// The same without the names that its atoms define and use, which are stored and not needed to resolve names.
    fileprivate var withoutDescriptions: AtomizedFile {
        var file = self
        for index in file.atoms.indices {
            file.atoms[index].defines = []
            file.atoms[index].rawReferences = []
        }
        return file
    }
}
