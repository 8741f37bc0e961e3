/// The name of a programming language, as its folder under `Languages` is called: `python`.
package struct LanguageName: Hashable, Sendable, Codable, RawRepresentable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let python = LanguageName(rawValue: "python")

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension LanguageName: CustomStringConvertible {
    package var description: String { rawValue }
}
