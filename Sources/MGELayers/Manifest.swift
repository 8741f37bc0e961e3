import Foundation
package import MGECore

/// What a published repository consists of; stored in the tree as `.mge/manifest.json`.
///
/// It holds nothing that differs between two compilations of one description: no times, costs or identifiers.
package struct Manifest: Codable, Hashable, Sendable {
    /// One file of the repository.
    package struct Entry: Codable, Hashable, Sendable {
        package var path: String
        package var digest: SHA256Digest
        /// The number of the task that made it; nil for infrastructure.
        package var task: Int?

        package init(path: String, digest: SHA256Digest, task: Int?) {
            self.path = path
            self.digest = digest
            self.task = task
        }
    }

    /// Where the manifest is in the tree.
    package static let path = ".mge/manifest.json"

    /// The version of this form.
    package var version = 1
    /// In the order of their paths' bytes.
    package var files: [Entry]

    package init(files: [Entry]) {
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The digest over every path and digest.
    package var digest: SHA256Digest {
        SHA256Digest(of: files.map { "\($0.digest)  \($0.path)\n" }.joined())
    }

    /// The manifest as it is written into the tree.
    /// - Throws: never for a valid manifest; whatever the encoder throws.
    package func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}
