import Foundation
import MGECore

/// All files below a folder by their paths, with the digests of their bytes and whether they may be executed.
func tree(at folder: URL) throws -> [String: String] {
    let manager = FileManager.default
    var files: [String: String] = [:]
    for path in try manager.subpathsOfDirectory(atPath: folder.path) {
        let file = folder.appending(path: path)
        var isDirectory: ObjCBool = false
        guard manager.fileExists(atPath: file.path, isDirectory: &isDirectory), !isDirectory.boolValue else { continue }
        let mode = manager.isExecutableFile(atPath: file.path) ? "x" : "-"
        files[path] = "\(mode) \(SHA256Digest(of: try Data(contentsOf: file)).hexadecimal)"
    }
    return files
}

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
