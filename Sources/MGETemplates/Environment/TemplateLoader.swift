package import Foundation

/// Where templates come from.
package protocol TemplateLoader: Sendable {
    /// The text of a template; nil if there is none of that name.
    /// - Throws: an error when it is there and cannot be read.
    func load(_ name: String) throws -> String?
}

/// Templates that are in memory, by name.
package struct DictionaryLoader: TemplateLoader {
    private let templates: [String: String]

    /// A loader of texts by name.
    package init(_ templates: [String: String]) { self.templates = templates }

    /// The text of a name; nil if there is none.
    package func load(_ name: String) throws -> String? { templates[name] }
}

/// Templates that are files below a folder; their names are relative paths with `/`.
package struct DirectoryLoader: TemplateLoader {
    private let root: URL

    /// A loader of the files below a folder.
    package init(root: URL) { self.root = root.resolvingSymlinksInPath() }

    /// The text of a file below the root; nil if there is none, or if the name or a link leads out of the root.
    /// - Throws: an error when the file cannot be read or is not UTF-8.
    package func load(_ name: String) throws -> String? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." || $0.utf8.contains(0) }) else {
            return nil
        }
        let file = root.appendingPathComponent(name).resolvingSymlinksInPath()
        let rootPath = root.path.hasSuffix("/") ? root.path : root.path + "/"
        guard file.path.hasPrefix(rootPath) else { return nil }
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory), !isDirectory.boolValue
        else {
            return nil
        }
        let data = try Data(contentsOf: file)
        guard let text = String(data: data, encoding: .utf8) else {
            throw Failure(.value, "template '\(name)' is not UTF-8")
        }
        return text
    }
}
