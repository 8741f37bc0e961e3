/// The files that the modules of TypeScript and JavaScript are in, by their paths.
struct ECMAScriptFiles {
    private let fileOfPath: [String: Int]

    /// What a path may be continued with, in the order in which it is tried.
    private static let suffixes = [".ts", ".tsx", ".d.ts", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"]
    /// The sources that a compiled file may be made of.
    private static let sources: [(compiled: String, sources: [String])] = [
        (".js", [".ts", ".tsx", ".d.ts"]), (".jsx", [".tsx"]), (".mjs", [".mts", ".d.mts"]),
        (".cjs", [".cts", ".d.cts"]),
    ]

    init(files: [FileNames?], paths: [String]) {
        var fileOfPath: [String: Int] = [:]
        for (file, names) in files.enumerated() where names?.rules.family == .ecmascript {
            fileOfPath[paths[file]] = file
        }
        self.fileOfPath = fileOfPath
    }

    var isEmpty: Bool { fileOfPath.isEmpty }

    /// The file at a path: as it is, with a suffix, or with its source's suffix.
    func file(at path: String) -> Int? {
        for suffix in Self.suffixes { if let file = fileOfPath[path + suffix] { return file } }
        for (compiled, sources) in Self.sources where path.hasSuffix(compiled) {
            let stem = path.dropLast(compiled.count)
            for source in sources { if let file = fileOfPath[stem + source] { return file } }
        }
        return fileOfPath[path]
    }

    /// The file that stands for a directory.
    func index(in directory: String) -> Int? { file(at: PythonModules.join(directory, "index")) }

    /// The source of what is built into a package, by several paths for the same.
    ///
    /// It is at a path itself, or below the package or its `src` at what is left of a path without its first directories:
    /// the more is left, the better.
    func source(of paths: [String], inPackage directory: String) -> Int? {
        for path in paths {
            guard let whole = Self.normalized(directory, path) else { continue }
            if let file = file(at: whole) ?? index(in: whole) { return file }
        }
        let built = paths.compactMap { Self.normalized("", $0).map(Self.stem) }.map { $0.split(separator: "/") }
        for dropped in 0..<(built.map(\.count).max() ?? 0) {
            for parts in built where parts.count > dropped {
                let rest = parts.dropFirst(dropped).joined(separator: "/")
                for path in [PythonModules.join("src", rest), rest] {
                    let path = PythonModules.join(directory, path)
                    if let file = file(at: path) ?? index(in: path) { return file }
                }
            }
        }
        return nil
    }

    /// A path without the end that says how the file was made.
    private static func stem(_ name: String) -> String {
        let ends = [".d.ts", ".d.mts", ".d.cts", ".js", ".mjs", ".cjs", ".jsx", ".ts", ".tsx", ".mts", ".cts"]
        guard let end = ends.first(where: name.hasSuffix) else { return name }
        return String(name.dropLast(end.count))
    }

    /// A relative path without its dots; nil when it leads out of the project.
    static func normalized(_ directory: String, _ path: String) -> String? {
        var parts = directory.split(separator: "/").map(String.init)
        for part in path.split(separator: "/") {
            switch part {
            case ".": break
            case "..":
                guard !parts.isEmpty else { return nil }
                parts.removeLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    /// What a star in a pattern stands for, when a text is what the pattern says; an empty text where it has no star.
    static func star(of pattern: String, in text: String) -> String? {
        guard let star = pattern.firstIndex(of: "*") else { return pattern == text ? "" : nil }
        let (start, end) = (pattern[..<star], pattern[pattern.index(after: star)...])
        guard text.utf8.count >= start.utf8.count + end.utf8.count, text.hasPrefix(start), text.hasSuffix(end) else {
            return nil
        }
        return String(text.dropFirst(start.count).dropLast(end.count))
    }

    /// The entry of a table of patterns that a text belongs to: the pattern itself, or the longest before a star.
    static func best<Value>(of table: [String: Value], for text: String) -> (value: Value, star: String)? {
        if let value = table[text] { return (value, "") }
        var best: (value: Value, star: String, length: Int)?
        for (pattern, value) in table.sorted(by: { $0.key < $1.key }) where pattern.contains("*") {
            guard let star = star(of: pattern, in: text) else { continue }
            let length = pattern.prefix { $0 != "*" }.utf8.count
            if length > best?.length ?? -1 { best = (value, star, length) }
        }
        return best.map { ($0.value, $0.star) }
    }

    /// A path of a pattern, with what the star stands for.
    static func filled(_ pattern: String, _ star: String) -> String {
        guard let place = pattern.firstIndex(of: "*") else { return pattern }
        return pattern[..<place] + star + pattern[pattern.index(after: place)...]
    }
}
