/// Which file of a project an import means.
///
/// The roots of absolute imports are the project's directory, `src`, and every directory just above a topmost
/// `__init__.py`; directories without `__init__.py` are namespaces.
struct PythonModules {
    private struct Candidate {
        let root: String
        let file: Int
    }

    private let paths: [String]
    private let directories: [String]
    private var fileOfPath: [String: Int] = [:]
    private var candidates: [String: [Candidate]] = [:]
    private var knownDirectories: Set<String> = []
    /// Every path without its suffix, of files of any kind.
    private(set) var stems: Set<String> = []

    /// - Parameters:
    ///   - paths: The paths of the project's files, by file number.
    ///   - isModule: Whether each file is a Python module.
    init(paths: [String], isModule: [Bool]) {
        self.paths = paths
        directories = paths.map(Self.directory)
        var packages: Set<String> = []
        for (file, path) in paths.enumerated() {
            stems.insert(Self.stem(path))
            guard isModule[file], path.hasSuffix(".py") else { continue }
            fileOfPath[path] = file
            if Self.isPackage(path) { packages.insert(directories[file]) }
            var directory = directories[file]
            while !directory.isEmpty, knownDirectories.insert(directory).inserted {
                directory = Self.directory(directory)
            }
        }
        for (file, path) in paths.enumerated() where isModule[file] && path.hasSuffix(".py") {
            var parts = path.dropLast(3).split(separator: "/").map(String.init)
            if Self.isPackage(path) { parts.removeLast() }
            var top = directories[file]
            while !top.isEmpty, packages.contains(top) { top = Self.directory(top) }
            var roots = [""]
            if !top.isEmpty { roots.append(top) }
            if path.hasPrefix("src/"), top != "src" { roots.append("src") }
            for root in roots {
                let depth = root.split(separator: "/").count
                guard parts.count > depth else { continue }
                candidates[parts[depth...].joined(separator: "."), default: []].append(
                    Candidate(root: root, file: file))
            }
        }
    }

    func isPackage(_ file: Int) -> Bool { Self.isPackage(paths[file]) }

    func directory(of file: Int) -> String { directories[file] }

    func contains(directory: String) -> Bool { knownDirectories.contains(directory) }

    /// The file of an absolute module name, seen from another file; nil when it is none of the project's, or unclear.
    func module(_ name: String, from importer: Int) -> Int? {
        guard let found = candidates[name], let first = found.first else { return nil }
        if found.allSatisfy({ $0.file == first.file }) { return first.file }
        var best: (length: Int, file: Int)?
        for candidate in found where !candidate.root.isEmpty && paths[importer].hasPrefix(candidate.root + "/") {
            let length = Self.commonLength(directories[candidate.file], directories[importer])
            if best.map({ length > $0.length }) ?? true { best = (length, candidate.file) }
        }
        if let best { return best.file }
        let top = Set(found.filter(\.root.isEmpty).map(\.file))
        return top.count == 1 ? top.first : nil
    }

    /// Whether a top-level name is certainly the project's.
    ///
    /// It is a module, or a package with an `__init__.py`, at the top of the project or of `src`. A directory without
    /// that file may be a part of somebody else's namespace.
    func isTopLevel(_ name: String) -> Bool {
        ["", "src/"].contains {
            fileOfPath["\($0)\(name).py"] != nil || fileOfPath["\($0)\(name)/__init__.py"] != nil
        }
    }

    /// A module or package in a directory.
    func submodule(_ name: String, in directory: String) -> Int? {
        let base = directory.isEmpty ? name : directory + "/" + name
        return fileOfPath[base + "/__init__.py"] ?? fileOfPath[base + ".py"]
    }

    /// The directory of a namespace package.
    func namespace(_ name: String) -> String? {
        let path = name.split(separator: ".").joined(separator: "/")
        return [path, "src/" + path].first { knownDirectories.contains($0) }
    }

    /// What `from ..a.b` leads to: the module, if there is one, and the directory where submodules are looked for.
    func relative(_ name: String, level: Int, from importer: Int) -> (file: Int?, directory: String?) {
        var directory = directories[importer]
        for _ in 1..<max(level, 1) {
            guard !directory.isEmpty else { return (nil, nil) }
            directory = Self.directory(directory)
        }
        var parts = name.split(separator: ".").map(String.init)
        guard let last = parts.popLast() else {
            return (fileOfPath[directory.isEmpty ? "__init__.py" : directory + "/__init__.py"], directory)
        }
        for part in parts { directory = Self.join(directory, part) }
        return (submodule(last, in: directory), Self.join(directory, last))
    }

    static func join(_ directory: String, _ name: String) -> String {
        directory.isEmpty ? name : directory + "/" + name
    }

    static func directory(_ path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    }

    private static func isPackage(_ path: String) -> Bool { path == "__init__.py" || path.hasSuffix("/__init__.py") }

    private static func stem(_ path: String) -> String {
        let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
        return path[start...].utf8.firstIndex(of: UInt8(ascii: ".")).map { String(path[..<$0]) } ?? path
    }

    static func commonLength(_ left: String, _ right: String) -> Int {
        var length = 0
        for (a, b) in zip(left.split(separator: "/"), right.split(separator: "/")) {
            guard a == b else { break }
            length += a.utf8.count + 1
        }
        return length
    }
}
