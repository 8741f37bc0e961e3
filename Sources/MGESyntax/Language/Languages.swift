package import Foundation

/// The languages that a directory describes: a folder each, with `language.json`, `atoms.scm` and, when the language
/// has a resolver, `names.scm`.
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
        entries = try folders.sorted { $0.lastPathComponent < $1.lastPathComponent }.map(Self.entry)
        guard !entries.isEmpty else { throw LanguagesError(path: directory.path, reason: "describes no language") }
    }

    /// The languages that come with this module.
    /// - Throws: `LanguagesError` when the bundle was not kept beside the binary.
    package static func bundled() throws -> Languages {
        try Languages(directory: Bundle.module.bundleURL.appendingPathComponent("Languages"))
    }

    private static func entry(at folder: URL) throws -> Entry {
        let description: LanguageDescription
        let file = folder.appendingPathComponent("language.json")
        do {
            description = try JSONDecoder().decode(LanguageDescription.self, from: Data(contentsOf: file))
        } catch {
            throw LanguagesError(path: file.path, reason: "\(error)")
        }
        let inherited = description.inherits.map { folder.deletingLastPathComponent().appendingPathComponent($0) }
        return Entry(
            description: description, atoms: try text("atoms.scm", in: folder, after: inherited),
            names: description.family == nil ? nil : try text("names.scm", in: folder, after: inherited),
            directory: folder)
    }

    /// A query, behind the one that the language inherits; then its own may be missing.
    private static func text(_ name: String, in folder: URL, after inherited: URL?) throws -> String {
        guard let inherited else { return try text(name, in: folder) }
        let file = folder.appendingPathComponent(name)
        let own = FileManager.default.fileExists(atPath: file.path) ? try text(name, in: folder) : ""
        return try text(name, in: inherited) + own
    }

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
