/// Where the packages of a project's modules are, as its `go.mod` files say.
struct GoModules {
    /// The path of each module with its directory, the longest paths first.
    private let modules: [(path: String, directory: String)]

    init(paths: [String], manifests: [String?]) {
        var modules: [(path: String, directory: String)] = []
        for (path, manifest) in zip(paths, manifests) {
            guard let manifest, path == "go.mod" || path.hasSuffix("/go.mod"), let name = Self.module(in: manifest)
            else { continue }
            modules.append((name, PythonModules.directory(path)))
        }
        self.modules = modules.sorted { ($1.path.utf8.count, $0.path) < ($0.path.utf8.count, $1.path) }
    }

    /// The directory of a package by its import path; nil when it is none of the project's.
    func directory(of package: String) -> String? {
        for (path, directory) in modules {
            if package == path { return directory }
            if package.hasPrefix(path + "/") {
                return PythonModules.join(directory, String(package.dropFirst(path.count + 1)))
            }
        }
        return nil
    }

    /// The name that a package most likely has by its path alone: the last part but for the version, `yaml` of
    /// `yaml.v3`.
    static func usualName(_ parts: [String]) -> String? {
        withoutVersion(parts).last.flatMap { $0.split(separator: ".").first.map(String.init) }
    }

    /// The parts of a path without a last `v2`.
    static func withoutVersion(_ parts: [String]) -> [String] {
        guard parts.count > 1, let last = parts.last, last.first == "v", last.count > 1,
            last.dropFirst().allSatisfy(\.isNumber)
        else { return parts }
        return parts.dropLast()
    }

    /// What stands behind the word `module`.
    private static func module(in manifest: String) -> String? {
        for line in manifest.split(whereSeparator: \.isNewline) {
            let words = line.split(whereSeparator: \.isWhitespace)
            if words.count > 1, words[0] == "module" {
                return String(words[1].filter { $0 != "\"" && $0 != "`" })
            }
        }
        return nil
    }
}
