import Foundation

/// The packages of a workspace, as their `package.json` files say.
struct ECMAScriptPackages {
    /// What a path inside of a package leads to: one path, or several by conditions or in order; nil for none.
    private indirect enum Target: Decodable {
        case path(String), choice([Target]), none

        init(from decoder: any Decoder) throws {
            if let path = try? decoder.singleValueContainer().decode(String.self) {
                self = .path(path)
            } else if let list = try? decoder.singleValueContainer().decode([Target].self) {
                self = .choice(list)
            } else if let table = try? decoder.singleValueContainer().decode([String: Target].self) {
                self = .choice(table.sorted { $0.key < $1.key }.map(\.value))
            } else {
                self = .none
            }
        }

        var paths: [String] {
            switch self {
            case .path(let path): [path]
            case .choice(let targets): targets.flatMap(\.paths)
            case .none: []
            }
        }
    }

    /// `exports` is a target, or a table of targets by paths.
    private struct Exports: Decodable {
        let table: [String: Target]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            let table = try? container.decode([String: Target].self)
            if let table, table.keys.contains(where: { $0.hasPrefix(".") }) {
                self.table = table
            } else {
                self.table = [".": try container.decode(Target.self)]
            }
        }
    }

    private struct File: Decodable {
        let name: String?
        let source: Target?
        let types: Target?
        let typings: Target?
        let module: Target?
        let main: Target?
        let exports: Exports?
        let imports: [String: Target]?

        /// What the package is as a whole, in the order in which it is tried.
        var entries: [String] {
            [source, types, typings, module, main].compactMap(\.self).flatMap(\.paths)
        }
    }

    private let files: ECMAScriptFiles
    private var fileOfDirectory: [String: File] = [:]
    private var directoryOfName: [String: String] = [:]

    init(manifests: [(path: String, text: String)], files: ECMAScriptFiles) {
        self.files = files
        for (path, text) in manifests {
            // What cannot be read says nothing.
            guard let file = try? JSONDecoder().decode(File.self, from: Data(text.utf8)) else { continue }
            let directory = PythonModules.directory(path)
            fileOfDirectory[directory] = file
            guard let name = file.name else { continue }
            // Of several packages of one name the outermost is meant: others are samples and tests.
            let other = directoryOfName[name]
            if other.map({ ($0.utf8.count, $0) > (directory.utf8.count, directory) }) ?? true {
                directoryOfName[name] = directory
            }
        }
    }

    /// The file that a name such as `package/path` or `@scope/package` means.
    func file(named name: String) -> Int? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let count = name.hasPrefix("@") ? 2 : 1
        guard parts.count >= count, let directory = directoryOfName[parts.prefix(count).joined(separator: "/")] else {
            return nil
        }
        return file(parts.dropFirst(count).joined(separator: "/"), inPackage: directory)
    }

    /// The file that stands for a directory with a package in it.
    func entry(of directory: String) -> Int? {
        fileOfDirectory[directory] == nil ? nil : file("", inPackage: directory)
    }

    /// The file that a name such as `#path` means, which the package around a file says.
    func file(imported name: String, from path: String) -> Int? {
        var directory = PythonModules.directory(path)
        while fileOfDirectory[directory] == nil, !directory.isEmpty { directory = PythonModules.directory(directory) }
        guard let imports = fileOfDirectory[directory]?.imports,
            let found = ECMAScriptFiles.best(of: imports, for: name)
        else { return nil }
        return source(of: found.value.paths, found.star, inPackage: directory)
    }

    private func file(_ path: String, inPackage directory: String) -> Int? {
        guard let package = fileOfDirectory[directory] else { return nil }
        let key = path.isEmpty ? "." : "./" + path
        if let found = package.exports.flatMap({ ECMAScriptFiles.best(of: $0.table, for: key) }),
            let file = source(of: found.value.paths, found.star, inPackage: directory)
        {
            return file
        }
        guard path.isEmpty else { return source(of: [path], "", inPackage: directory) }
        return source(of: package.entries, "", inPackage: directory)
            ?? source(of: ["./index"], "", inPackage: directory)
    }

    private func source(of paths: [String], _ star: String, inPackage directory: String) -> Int? {
        let filled = paths.map { ECMAScriptFiles.filled($0, star) }
        // A path of what is there goes before one of what is built.
        for path in filled {
            guard let whole = ECMAScriptFiles.normalized(directory, path) else { continue }
            if let file = files.file(at: whole) { return file }
        }
        return files.source(of: filled, inPackage: directory)
    }
}
