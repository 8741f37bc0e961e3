import Foundation
import MGECore

/// The settings of `mge.json`: one flat object of options' names and values.
struct SettingsFile: Sendable, Hashable {
    /// A value and the place where it stands.
    struct Entry: Sendable, Hashable {
        /// The value as an option would be given it.
        let text: String
        /// `mge.json:3:5`.
        let place: String
    }

    private let entries: [String: Entry]

    static let name = "mge.json"

    /// No settings.
    init() {
        entries = [:]
    }

    /// Reads the text of a file.
    /// - Throws: `UsageError` that names the place of what is wrong.
    init(parsing text: String, file: String = Self.name, known: [String]) throws(UsageError) {
        var reader = SettingsReader(text, file: file)
        let members = try reader.members()
        var entries: [String: Entry] = [:]
        for member in members {
            guard known.contains(member.key) else {
                let nearest = NearestName.of(member.key, among: known)
                throw UsageError(
                    "\(member.keyPlace): there is no setting '\(member.key)'",
                    remedy: nearest.map { "did you mean '\($0)'?" }
                        ?? "the settings are \(known.sorted().joined(separator: ", "))")
            }
            guard entries[member.key] == nil else {
                throw UsageError("\(member.keyPlace): '\(member.key)' is given twice")
            }
            entries[member.key] = Entry(text: member.text, place: member.valuePlace)
        }
        self.entries = entries
    }

    /// Reads the file of a folder; no file means no settings.
    /// - Throws: `UsageError`.
    init(in folder: URL, known: [String]) throws(UsageError) {
        let url = folder.appendingPathComponent(Self.name)
        guard FileManager.default.fileExists(atPath: url.path) else {
            self.init()
            return
        }
        guard let data = try? Data(contentsOf: url), let text = String(validating: data, as: UTF8.self) else {
            throw UsageError("\(Self.name) can't be read as UTF-8 text", remedy: "correct or remove the file")
        }
        try self.init(parsing: text, known: known)
    }

    subscript(name: String) -> Entry? { entries[name] }
}
