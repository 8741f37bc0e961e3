/// The crates of a project, as its `Cargo.toml` files say.
struct RustCrates {
    /// The file that a library's modules begin in, by the name that others know it by.
    private(set) var roots: [String: Int] = [:]
    /// The directories of packages without an edition or of the one of 2015, in which paths of imports begin at the root.
    private var oldDirectories: Set<String> = []
    private var directories: Set<String> = []

    init(paths: [String], manifests: [String?], fileOfPath: [String: Int]) {
        var renamed: [(name: String, package: String)] = []
        for (path, manifest) in zip(paths, manifests) {
            guard let manifest, path == "Cargo.toml" || path.hasSuffix("/Cargo.toml") else { continue }
            let directory = PythonModules.directory(path)
            let settings = Self.settings(of: manifest)
            for (key, value) in settings where key.hasSuffix(".package") && key.contains("dependencies.") {
                let name = key.split(separator: ".").dropLast().last.map(String.init) ?? ""
                renamed.append((Self.identifier(name), Self.identifier(value)))
            }
            guard let package = settings["package.name"] else { continue }
            directories.insert(directory)
            let edition = settings["package.edition"] ?? "2015"
            if edition == "2015", settings["package.edition.workspace"] == nil { oldDirectories.insert(directory) }
            let root = PythonModules.join(directory, settings["lib.path"] ?? "src/lib.rs")
            guard let file = fileOfPath[root] else { continue }
            roots[Self.identifier(settings["lib.name"] ?? package)] = file
        }
        for (name, package) in renamed where roots[name] == nil {
            if let file = roots[package] { roots[name] = file }
        }
    }

    /// Whether the paths of a file's imports begin at the root of its crate.
    func hasPathsFromRoot(_ path: String) -> Bool {
        var directory = PythonModules.directory(path)
        while !directories.contains(directory), !directory.isEmpty { directory = PythonModules.directory(directory) }
        return oldDirectories.contains(directory)
    }

    private static func identifier(_ name: String) -> String { String(name.map { $0 == "-" ? "_" : $0 }) }

    /// The texts that a manifest sets, by their sections and keys: `package.name`, `dependencies.log.package`.
    private static func settings(of manifest: String) -> [String: String] {
        var settings: [String: String] = [:]
        var section = ""
        for line in manifest.split(whereSeparator: \.isNewline) {
            let line = line.drop(while: \.isWhitespace)
            if line.first == "[" {
                section = String(line.prefix { $0 != "]" }.drop { $0 == "[" })
                continue
            }
            guard let equals = line.firstIndex(of: "="), line.first != "#" else { continue }
            let key = section + "." + line[..<equals].filter { !$0.isWhitespace && $0 != "\"" }
            let value = line[line.index(after: equals)...].drop(while: \.isWhitespace)
            if value.first == "{" {
                for part in value.dropFirst().split(separator: ",") {
                    let sides = part.split(separator: "=", maxSplits: 1)
                    guard sides.count == 2, let text = text(sides[1].drop(while: \.isWhitespace)) else { continue }
                    settings[key + "." + sides[0].filter { !$0.isWhitespace }] = text
                }
            } else {
                settings[key] = text(value) ?? ""
            }
        }
        return settings
    }

    /// What stands between quotes.
    private static func text(_ value: Substring) -> String? {
        guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
        return String(value.dropFirst().prefix { $0 != quote })
    }
}
