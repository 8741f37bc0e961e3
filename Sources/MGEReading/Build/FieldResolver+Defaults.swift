import Foundation
import MGECore
import MGELayers

extension FieldResolver {
    /// The default as a JSON value, when it fits the type; else nil, and the findings say why.
    mutating func defaultValue(_ written: Located, of name: String, type: FieldType) -> JSONValue? {
        if let value = Self.value(written.text, of: type, lexicon: lexicon) { return value }
        findings.add(
            .error, "the default `\(written.text)` of `\(name)` is no \(Self.expectation(of: type))", subject: name,
            remedy: "write a value that fits; computed values are no defaults", at: written.place)
        return nil
    }

    private static func value(_ text: String, of type: FieldType, lexicon: Lexicon) -> JSONValue? {
        switch type {
        case .string(let minimum, let maximum):
            return text.count >= minimum ?? 0 && text.count <= maximum ? .string(text) : nil
        case .text(let maximum):
            return text.count <= maximum ? .string(text) : nil
        case .integer(let minimum, let maximum):
            return Int32(text).flatMap { whole(Int($0), minimum, maximum) }
        case .bigInteger(let minimum, let maximum):
            return Int(text).flatMap { whole($0, minimum, maximum) }
        case .float(let minimum, let maximum):
            return Double(text).flatMap { isWithin($0, minimum, maximum) ? .number($0) : nil }
        case .decimal(let precision, let scale, let minimum, let maximum):
            return decimal(text, precision: precision, scale: scale, minimum, maximum)
        case .boolean:
            let tokens = Tokenizer.tokenize(LocatedText(text)).tokens
            return lexicon.keywords.meaning(of: tokens, where: { $0 == .yes || $0 == .no }).map { .bool($0 == .yes) }
        case .enumeration(let cases): return cases.contains(text) ? .string(text) : nil
        case .json: return try? JSONValue(parsing: Data(text.utf8))
        case .uuid: return UUID(uuidString: text) != nil ? .string(text.lowercased()) : nil
        case .date, .dateTime, .time: return ClockText.fits(text, type) ? .string(text) : nil
        case .email: return isAddress(text) ? .string(text) : nil
        case .url: return text.hasPrefix("http://") || text.hasPrefix("https://") ? .string(text) : nil
        }
    }

    private static func whole(_ value: Int, _ minimum: Int?, _ maximum: Int?) -> JSONValue? {
        value >= minimum ?? .min && value <= maximum ?? .max ? .integer(value) : nil
    }

    private static func isWithin(_ value: Double, _ minimum: Double?, _ maximum: Double?) -> Bool {
        value.isFinite && value >= minimum ?? -.infinity && value <= maximum ?? .infinity
    }

    private static func decimal(
        _ text: String, precision: Int, scale: Int, _ minimum: Double?, _ maximum: Double?
    ) -> JSONValue? {
        let digits = text.drop { $0 == "-" || $0 == "+" }.split(separator: ".", omittingEmptySubsequences: false)
        guard let value = Double(text), isWithin(value, minimum, maximum), (1...2).contains(digits.count),
            digits.allSatisfy({ $0.allSatisfy(\.isDigit) }), digits[0].count <= precision - scale || digits[0] == "0",
            digits.count == 1 || digits[1].count <= scale
        else { return nil }
        return Int(text).map { .integer($0) } ?? .number(value)
    }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains(where: \.isWhitespace)
    }

    private static func expectation(of type: FieldType) -> String {
        switch type {
        case .string(let minimum, let maximum): "text of \(minimum ?? 0) to \(maximum) characters"
        case .integer(let minimum, let maximum), .bigInteger(let minimum, let maximum):
            "whole number" + bounds(minimum.map(String.init), maximum.map(String.init))
        case .float(let minimum, let maximum):
            "number" + bounds(minimum.map { "\($0)" }, maximum.map { "\($0)" })
        case .decimal(let precision, let scale, let minimum, let maximum):
            "decimal(\(precision),\(scale))" + bounds(minimum.map { "\($0)" }, maximum.map { "\($0)" })
        case .boolean: "true or false"
        case .enumeration(let cases): "case of it: " + cases.prefix(20).joined(separator: ", ")
        case .date: "date such as 2025-01-31"
        case .dateTime: "moment such as 2025-01-31T09:30:00Z"
        case .time: "time such as 09:30:00"
        default: type.name
        }
    }

    private static func bounds(_ minimum: String?, _ maximum: String?) -> String {
        (minimum.map { " from \($0)" } ?? "") + (maximum.map { " up to \($0)" } ?? "")
    }
}
