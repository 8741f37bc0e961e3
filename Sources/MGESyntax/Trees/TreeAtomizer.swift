import Dispatch
import Foundation
package import MGECore

/// Cuts the files of a tree into atoms, several at a time.
package struct TreeAtomizer: Sendable {
    /// What became of a tree.
    package struct Outcome: Sendable {
        /// By the bytes of their paths.
        package var files: [AtomizedFile]
        /// Files that were left out, and why.
        package var diagnostics: [Diagnostic]
        /// How many bytes were read.
        package var bytes: Int
    }

    private let service: SyntaxService
    private let width: Int
    private let keepsAllUses: Bool

    /// - Parameters:
    ///   - service: cuts one file.
    ///   - width: how many files are worked on at a time; the number of processors when nil.
    ///   - keepsAllUses: whether every use of a definition is kept, or one for each atom.
    package init(service: SyntaxService, width: Int? = nil, keepsAllUses: Bool = false) {
        self.service = service
        self.keepsAllUses = keepsAllUses
        self.width = max(1, width ?? ProcessInfo.processInfo.activeProcessorCount)
    }

    /// Reads and cuts all files of a tree; files that are no text are left out.
    ///
    /// Works on threads of its own, so that nobody else waits for files or parsers.
    /// - Throws: `GrammarError` when libtree-sitter has no memory for a parser.
    package func atomize(_ tree: SourceTree) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async {
                continuation.resume(with: Result { try work(tree) })
            }
        }
    }

    private enum Part: Sendable {
        case cut(AtomizedFile, bytes: Int)
        case skipped(Diagnostic)
        case failed(any Error)
    }

    private func work(_ tree: SourceTree) throws -> Outcome {
        var outcome = Outcome(files: [], diagnostics: tree.diagnostics, bytes: 0)
        for part in tree.entries.parallelMap(width: width, part(of:)) {
            switch part {
            case .cut(let file, let bytes):
                outcome.files.append(file)
                outcome.bytes += bytes
            case .skipped(let diagnostic): outcome.diagnostics.append(diagnostic)
            case .failed(let error): throw error
            }
        }
        return outcome
    }

    private func part(of entry: SourceTree.Entry) -> Part {
        let isKnown = service.language(ofPath: entry.path) != nil
        let source: [UInt8]
        do throws(SourceFile.Failure) {
            // A source with a NUL byte is a source with an error.
            source = try SourceFile.bytes(of: entry.location, mayBeBinary: isKnown)
        } catch {
            let reason: OmissionReason =
                switch error {
                case .unreadable: .unreadable
                case .tooLong: .tooLong
                case .binary: .noText
                }
            return .skipped(reason.diagnostic(of: entry.path))
        }
        do {
            return .cut(try service.survey(source, path: entry.path, keepsAllUses: keepsAllUses), bytes: source.count)
        } catch {
            return .failed(error)
        }
    }
}
