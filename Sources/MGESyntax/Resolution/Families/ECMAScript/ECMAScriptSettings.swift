import Foundation

/// What the compiler's settings say of the paths of modules: each `tsconfig.json` with what it extends.
struct ECMAScriptSettings {
    /// The settings that hold in a directory.
    struct Paths {
        /// What names of modules stand for, and from which directory on.
        var aliases: [String: [String]] = [:]
        var aliasBase = ""
        /// Where names are looked for as paths, if they are.
        var base: String?

        var isEmpty: Bool { aliases.isEmpty && base == nil }
    }

    private struct File: Decodable {
        struct Options: Decodable {
            let baseUrl: String?
            let paths: [String: [String]]?
        }

        struct Reference: Decodable { let path: String }

        /// One or several paths.
        struct Extended: Decodable {
            let paths: [String]

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let path = try? container.decode(String.self) {
                    paths = [path]
                } else {
                    paths = try container.decode([String].self)
                }
            }
        }

        let extends: Extended?
        let compilerOptions: Options?
        let references: [Reference]?
    }

    private let files: [String: File]
    /// The settings by directory.
    private var known: [String: Paths] = [:]

    init(manifests: [(path: String, text: String)]) {
        let decoder = JSONDecoder()
        // Comments and commas behind the last element are usual.
        decoder.allowsJSON5 = true
        var files: [String: File] = [:]
        for (path, text) in manifests {
            // What cannot be read says nothing.
            if let file = try? decoder.decode(File.self, from: Data(text.utf8)) { files[path] = file }
        }
        self.files = files
        for path in files.keys.sorted() {
            let name = path.split(separator: "/").last
            guard name == "tsconfig.json" || name == "jsconfig.json" else { continue }
            let directory = PythonModules.directory(path)
            if known[directory] == nil || name == "tsconfig.json" { known[directory] = settings(in: path) }
        }
    }

    /// The settings of the nearest directory around a file that has some.
    func paths(of file: String) -> Paths? {
        guard !known.isEmpty else { return nil }
        var directory = PythonModules.directory(file)
        while true {
            if let found = known[directory] { return found }
            if directory.isEmpty { return nil }
            directory = PythonModules.directory(directory)
        }
    }

    /// The settings of a file that only refers to others are theirs.
    private func settings(in path: String) -> Paths {
        let own = extended(path, depth: 0)
        guard own.isEmpty, let references = files[path]?.references else { return own }
        let others = references.lazy.compactMap { existing($0.path, from: path) }.map { extended($0, depth: 0) }
        return others.first { !$0.isEmpty } ?? own
    }

    private func extended(_ path: String, depth: Int) -> Paths {
        guard depth < Self.deepest, let file = files[path] else { return Paths() }
        var result = Paths()
        for other in file.extends?.paths ?? [] {
            guard let other = existing(other, from: path) else { continue }
            let inherited = extended(other, depth: depth + 1)
            if !inherited.aliases.isEmpty {
                (result.aliases, result.aliasBase) = (inherited.aliases, inherited.aliasBase)
            }
            result.base = inherited.base ?? result.base
        }
        let directory = PythonModules.directory(path)
        if let base = file.compilerOptions?.baseUrl {
            result.base = ECMAScriptFiles.normalized(directory, base)
        }
        if let paths = file.compilerOptions?.paths {
            (result.aliases, result.aliasBase) = (paths, result.base ?? directory)
        }
        return result
    }

    private static let deepest = 16

    /// The file that a path in another file leads to, also without its end.
    private func existing(_ path: String, from file: String) -> String? {
        guard path.hasPrefix("."),
            let whole = ECMAScriptFiles.normalized(PythonModules.directory(file), path)
        else { return nil }
        return [whole, whole + ".json", PythonModules.join(whole, "tsconfig.json")].first { files[$0] != nil }
    }
}
