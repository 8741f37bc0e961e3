import Foundation
import MGECore

/// The paths that a plan writes, each of which has one owner.
struct TargetPaths {
    private var owners: [String: (path: String, owner: String)] = [:]
    /// The folders of the paths, each with one path below it.
    private var folders: [String: (path: String, owner: String)] = [:]
    private var found: [Diagnostic] = []

    /// Takes a path for an owner; paths that a case-insensitive file system takes for one are one.
    mutating func claim(_ path: String, by owner: String) {
        let components = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard components.allSatisfy(Self.isPortable) else {
            found.append(
                Diagnostic(
                    .error, "\(owner) would write \(path), which is no path inside the project", subject: path,
                    remedy: "correct the target in stack.json"))
            return
        }
        let key = Self.key(path)
        guard let earlier = owners[key] else {
            owners[key] = (path, owner)
            var folder = ""
            for component in components.dropLast() {
                folder += (folder.isEmpty ? "" : "/") + component
                if folders[Self.key(folder)] == nil { folders[Self.key(folder)] = (path, owner) }
            }
            return
        }
        let paths = earlier.path == path ? path : "\(earlier.path) and \(path), which differ in case only"
        found.append(
            Diagnostic(
                .error, "\(earlier.owner) and \(owner) would both write \(paths)", subject: path,
                remedy: "rename what they are for, or give them different targets in stack.json"))
    }

    /// All conflicts, of paths with paths and of paths with folders.
    func problems() -> [Diagnostic] {
        let nested = owners.sorted { $0.key < $1.key }.compactMap { key, file in
            folders[key].map { below in
                Diagnostic(
                    .error,
                    "\(file.owner) would write \(file.path), which is a folder for \(below.owner) "
                        + "(\(below.path))", subject: file.path, remedy: "give them different targets in stack.json")
            }
        }
        return found + nested
    }

    private static func key(_ path: String) -> String {
        path.precomposedStringWithCanonicalMapping.lowercased()
    }

    private static func isPortable(_ component: String) -> Bool {
        !component.isEmpty && component != "." && component != ".." && component.utf8.count <= 255
            && component.unicodeScalars.allSatisfy { $0.value >= 32 && $0 != "\\" && $0.value != 127 }
    }
}
