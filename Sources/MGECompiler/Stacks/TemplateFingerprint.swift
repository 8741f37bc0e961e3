package import Foundation
package import MGECore

/// What the output of a template depends on besides its values: its own text and that of the files it draws in.
package struct TemplateFingerprint: Hashable, Sendable {
    /// The digest of all these texts.
    package let digest: SHA256Digest
    /// Whether one of them mentions the list of all entities.
    package let usesEntities: Bool

    /// Follows a template's includes, imports and parents; one that is named by an expression stands for every file.
    package init(of template: String, among files: [String: Data]) {
        var seen: Set<String> = []
        var pending = [template]
        var mentions = false
        while let path = pending.popLast() {
            guard seen.insert(path).inserted, let data = files[path] else { continue }
            let text = String(decoding: data, as: UTF8.self)
            mentions = mentions || Self.mentionsEntities(text)
            guard let drawn = Self.drawnIn(by: text) else {
                pending += files.keys.filter { $0.hasSuffix(".j2") }
                continue
            }
            pending += drawn
        }
        var summary = ""
        for path in seen.sorted() {
            guard let data = files[path] else { continue }
            summary += "\(path)\n\(SHA256Digest(of: data))\n"
        }
        digest = SHA256Digest(of: summary)
        usesEntities = mentions
    }

    private static func mentionsEntities(_ text: String) -> Bool {
        text.matches(of: #/\bentities\b/#).isEmpty == false
    }

    /// The literal names of the templates that a text draws in; nil when one is no literal.
    private static func drawnIn(by text: String) -> [String]? {
        var names: [String] = []
        for match in text.matches(of: #/\{%[-+]?\s*(?:include|import|from|extends)\b\s*(?:["']([^"']*)["'])?/#) {
            guard let name = match.output.1 else { return nil }
            names.append(String(name))
        }
        return names
    }
}
