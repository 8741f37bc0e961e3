/// Finds the files that the names of modules mean.
final class ECMAScriptModules {
    private let paths: [String]
    private let files: ECMAScriptFiles
    private let settings: ECMAScriptSettings
    private let packages: ECMAScriptPackages
    /// What was found for a name, by the directory that it was asked from.
    private var found: [String: Int?] = [:]

    init(files: [FileNames?], paths: [String], manifests: [String?]) {
        self.paths = paths
        self.files = ECMAScriptFiles(files: files, paths: paths)
        var texts: (packages: [(path: String, text: String)], settings: [(path: String, text: String)]) = ([], [])
        for (path, text) in zip(paths, manifests) where !self.files.isEmpty {
            guard let text, path.hasSuffix(".json") else { continue }
            if path == "package.json" || path.hasSuffix("/package.json") {
                texts.packages.append((path, text))
            } else {
                texts.settings.append((path, text))
            }
        }
        settings = ECMAScriptSettings(manifests: texts.settings)
        packages = ECMAScriptPackages(manifests: texts.packages, files: self.files)
    }

    private init(copyOf other: ECMAScriptModules) {
        (paths, files, settings, packages) = (other.paths, other.files, other.settings, other.packages)
    }

    /// The same for another thread.
    func copy() -> ECMAScriptModules { ECMAScriptModules(copyOf: self) }

    /// The file that a module's name means, seen from a file.
    func file(_ name: String, from file: Int) -> Int? {
        let directory = PythonModules.directory(paths[file])
        let key = directory + "\0" + name
        if let known = found[key] { return known }
        let result = name.hasPrefix(".") ? relative(name, in: directory) : named(name, from: paths[file])
        found[key] = .some(result)
        return result
    }

    private func relative(_ name: String, in directory: String) -> Int? {
        ECMAScriptFiles.normalized(directory, name).flatMap(resolved)
    }

    private func resolved(_ path: String) -> Int? {
        (path.isEmpty ? nil : files.file(at: path)) ?? packages.entry(of: path) ?? files.index(in: path)
    }

    /// By the settings of the compiler, and by the names of packages.
    private func named(_ name: String, from path: String) -> Int? {
        if name.hasPrefix("#"), let file = packages.file(imported: name, from: path) { return file }
        if let paths = settings.paths(of: path) {
            if let alias = ECMAScriptFiles.best(of: paths.aliases, for: name) {
                for target in alias.value {
                    let target = ECMAScriptFiles.filled(target, alias.star)
                    if let file = ECMAScriptFiles.normalized(paths.aliasBase, target).flatMap(resolved) { return file }
                }
            }
            if let base = paths.base, let file = ECMAScriptFiles.normalized(base, name).flatMap(resolved) {
                return file
            }
        }
        return packages.file(named: name)
    }
}
