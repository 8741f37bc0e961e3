import Foundation
import Testing

/// A description of the corpus that the reader is measured with.
struct CorpusDescription: Sendable, CustomTestStringConvertible {
    let name: String
    /// The file that holds it.
    let path: String
    var testDescription: String { name }

    /// Those that the reader was made with.
    private static let tuned = descriptions(in: "tuned")
    /// Those that it was not: it may refuse one, and is not mended for it.
    static let heldOut = descriptions(in: "heldout") + descriptions(in: "later")

    private static func descriptions(in part: String) -> [CorpusDescription] {
        let folder = Installation.root.appending(
            path: "Tests/MGEReadingTests/Corpus/\(part)", directoryHint: .isDirectory)
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }.map { file in
            CorpusDescription(name: file.deletingPathExtension().lastPathComponent, path: file.path)
        }
    }

    /// One of each form, in both languages.
    private static let names: Set<String> = [
        "en-prose-bike-repair", "es-prose-apiarios", "en-list-choir", "es-list-bomberos", "en-table-lab-samples",
        "es-structured-festival-cine",
    ]

    static let slice = tuned.filter { names.contains($0.name) }
    static let others = tuned.filter { !names.contains($0.name) }
    /// One in four of those that the reader was made further with: all of them take hours.
    static let plain = descriptions(in: "plain").enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
}
