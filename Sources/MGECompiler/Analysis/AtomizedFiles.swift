import Foundation
import MGESyntax
import Synchronization

/// Keeps what cutting files into atoms found out until their names are resolved, so that this process parses each once.
///
/// It holds the files of one run, without what only the stored atoms need.
final class AtomizedFiles: Sendable {
    private struct Key: Hashable {
        let path: String
        let digest: String
    }

    private struct State {
        var run: UUID?
        var files: [Key: AtomizedFile] = [:]
    }

    private let syntax: SyntaxService
    private let state = Mutex(State())

    init(syntax: SyntaxService) {
        self.syntax = syntax
    }

    /// Cuts a file and remembers the result.
    /// - Throws: `GrammarError` when a grammar can't be used.
    func atomize(_ file: StoredFile, of run: UUID) throws -> AtomizedFile {
        let atomized = try syntax.atomize(Array(file.text.utf8), path: file.path)
        let lean = atomized.withoutDescriptions
        state.withLock { state in
            if state.run != run { state = State(run: run) }
            state.files[Key(path: file.path, digest: file.digest)] = lean
        }
        return atomized
    }

    /// What is remembered of a file, or the result of cutting it now; forgets it.
    /// - Throws: `GrammarError` when a grammar can't be used.
    func take(_ file: StoredFile, of run: UUID) throws -> AtomizedFile {
        let known = state.withLock { state in
            state.run == run ? state.files.removeValue(forKey: Key(path: file.path, digest: file.digest)) : nil
        }
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
