/// The types that an item of a brief may name.
package enum FieldTypeName: String, Codable, Sendable, CaseIterable {
    case string, text, integer, bigint, float, decimal, money, boolean, date, datetime, time, uuid, email, url
    case `enum`, json
}
