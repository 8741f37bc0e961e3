import Foundation
import MGECore

/// What is read off the text of one template without rendering it.
package struct TemplateSource: Hashable, Sendable {
    let digest: SHA256Digest
    let mentionsEntities: Bool
    /// The names of the templates that it draws in; nil when one of them is no literal.
    let drawnIn: [String]?

    /// Looks at the text of a template.
    package init(_ text: String) {
        digest = SHA256Digest(of: text)
        mentionsEntities = text.contains("entities")
        drawnIn = Self.drawnIn(by: text)
    }

    private static func drawnIn(by text: String) -> [String]? {
        var names: [String] = []
        for piece in text.components(separatedBy: "{%").dropFirst() {
            let tag = piece.drop { $0 == "-" || $0 == "+" || $0.isWhitespace }
            let word = tag.prefix { $0.isLetter }
            guard ["include", "import", "from", "extends"].contains(word) else { continue }
            let rest = tag.dropFirst(word.count).drop(while: \.isWhitespace)
            guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
            names.append(String(rest.dropFirst().prefix { $0 != quote }))
        }
        return names
    }
}
