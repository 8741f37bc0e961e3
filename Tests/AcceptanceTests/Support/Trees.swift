import Foundation
import MGECore

/// What of a file counts.
struct FileFacts: Hashable {
    let digest: SHA256Digest
    let isExecutable: Bool
}

/// All files below a folder by their paths.
func tree(at folder: URL) throws -> [String: FileFacts] {
    let manager = FileManager.default
    var files: [String: FileFacts] = [:]
    for path in try manager.subpathsOfDirectory(atPath: folder.path) {
        let file = folder.appending(path: path)
        var isDirectory: ObjCBool = false
        guard manager.fileExists(atPath: file.path, isDirectory: &isDirectory), !isDirectory.boolValue else { continue }
        files[path] = FileFacts(
            digest: SHA256Digest(of: try Data(contentsOf: file)),
            isExecutable: manager.isExecutableFile(atPath: file.path))
    }
    return files
}

/// The digest of a repository as the database has it: over every path and its digest, in the order of the paths' bytes.
func repositoryDigest(of tree: [String: FileFacts]) -> String {
    let lines = tree.filter { $0.key != manifestPath }
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { "\($0.value.digest)  \($0.key)\n" }
    return SHA256Digest(of: lines.joined()).hexadecimal
}

/// Where a repository lists its files.
let manifestPath = ".mge/manifest.json"

/// The events of a run in the order of `--json`.
struct EventLines {
    /// An event as it was printed.
    struct Event: Decodable {
        let type: String
        let run: String
        let data: JSONValue
    }

    let events: [Event]

    init(_ outcome: Outcome) throws {
        events = try outcome.lines.map { try JSONDecoder().decode(Event.self, from: Data($0.utf8)) }
    }

    /// The data of the only event of a type; nil when there is none or another.
    func only(_ type: String) -> JSONValue? {
        let found = events.filter { $0.type == type }
        return found.count == 1 ? found[0].data : nil
    }
}
