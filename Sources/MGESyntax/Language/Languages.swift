package import Foundation

/// The languages that a directory describes.
///
/// Each has a folder, with `language.json`, `atoms.scm` and, when its names are looked at, `names.scm`. A folder without
/// `language.json` holds queries that others inherit.
package struct Languages: Sendable {
    /// A language and the texts of its queries.
    struct Entry: Sendable {
        let description: LanguageDescription
        let atoms: String
        let names: String?
        let directory: URL
    }

    let entries: [Entry]

    /// Reads the languages of a directory, in the order of their folders' names.
    /// - Throws: `LanguagesError` when the directory or one of a language's files is missing or unreadable.
    package init(directory: URL) throws {
        let folders: [URL]
        do {
            folders = try FileManager.default.contentsOfDirectory(
                at: directory, includingPropertiesForKeys: [.isDirectoryKey], options: [.skipsHiddenFiles])
        } catch {
            throw LanguagesError(path: directory.path, reason: "cannot be listed")
        }
        let described = folders.sorted { $0.lastPathComponent < $1.lastPathComponent }.filter {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("language.json").path)
        }
        entries = try described.map(Self.entry)
        guard !entries.isEmpty else { throw LanguagesError(path: directory.path, reason: "describes no language") }
    }

    /// The languages that come with this module.
    /// - Throws: `LanguagesError` when the bundle was not kept beside the binary.
    package static func bundled() throws -> Languages {
        try Languages(directory: Bundle.module.bundleURL.appendingPathComponent("Languages"))
    }

    private static func entry(at folder: URL) throws -> Entry {
        let description = try description(in: folder)
        return Entry(
            description: description, atoms: try query("atoms.scm", in: folder),
            names: description.family == nil ? nil : try query("names.scm", in: folder), directory: folder)
    }

    private static func description(in folder: URL) throws -> LanguageDescription {
        let file = folder.appendingPathComponent("language.json")
        do {
            return try JSONDecoder().decode(LanguageDescription.self, from: Data(contentsOf: file))
        } catch {
            throw LanguagesError(path: file.path, reason: "\(error)")
        }
    }

    /// A query, behind those that the language inherits; then its own may be missing.
    private static func query(_ name: String, in folder: URL, depth: Int = 0) throws -> String {
        let file = folder.appendingPathComponent(name)
        let isThere = FileManager.default.fileExists(atPath: file.path)
        let describes = FileManager.default.fileExists(atPath: folder.appendingPathComponent("language.json").path)
        guard describes, let inherited = try description(in: folder).inherits else { return try text(name, in: folder) }
        guard depth < deepestInheritance else {
            throw LanguagesError(path: folder.path, reason: "inherits from itself")
        }
        let other = folder.deletingLastPathComponent().appendingPathComponent(inherited)
        return try query(name, in: other, depth: depth + 1) + (isThere ? text(name, in: folder) : "")
    }

    private static let deepestInheritance = 8

    private static func text(_ name: String, in folder: URL) throws -> String {
        let file = folder.appendingPathComponent(name)
        guard let data = try? Data(contentsOf: file), let text = String(validating: data, as: UTF8.self) else {
            throw LanguagesError(path: file.path, reason: "is missing or no UTF-8 text")
        }
        return text
    }
}

/// Why the descriptions of the languages cannot be read.
package struct LanguagesError: Error, Sendable, CustomStringConvertible {
    package let path: String
    package let reason: String

    package var description: String {
        "\(path): \(reason); restore the folder of languages that MGE came with"
    }
}
