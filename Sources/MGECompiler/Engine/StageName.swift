/// The stored name of a stage; it is never changed once runs carry it.
package struct StageName: RawRepresentable, Hashable, Sendable, Codable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension StageName: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self.init(rawValue: value)
    }
}

extension StageName: CustomStringConvertible {
    package var description: String { rawValue }
}
