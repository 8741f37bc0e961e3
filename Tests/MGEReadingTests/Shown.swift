import MGECore
import MGELayers

@testable import MGEReading

extension Field {
    /// The field in one line, as a test compares it: `code: string(5..5) unique optional = x`.
    var shown: String {
        var words = ["\(name): \(type.shown)"]
        if isUnique { words.append("unique") }
        if !isRequired { words.append("optional") }
        switch defaultValue {
        case .string(let value): words.append("= \(value)")
        case .bool(let value): words.append("= \(value)")
        case .integer(let value): words.append("= \(value)")
        case .number(let value): words.append("= \(value)")
        default: break
        }
        return words.joined(separator: " ")
    }
}

extension FieldType {
    fileprivate var shown: String {
        switch self {
        case .string(let minimum, let maximum): "string" + Self.bounds(minimum, maximum == 200 ? nil : maximum)
        case .text(let maximum): "text" + Self.bounds(nil, maximum == 10_000 ? nil : maximum)
        case .integer(let minimum, let maximum), .bigInteger(let minimum, let maximum):
            name + Self.bounds(minimum, maximum)
        case .float(let minimum, let maximum), .decimal(_, _, let minimum, let maximum):
            name + Self.bounds(minimum.map { Int($0) }, maximum.map { Int($0) })
        case .enumeration(let cases): "enum(\(cases.joined(separator: ", ")))"
        default: name
        }
    }

    private static func bounds(_ minimum: Int?, _ maximum: Int?) -> String {
        guard minimum != nil || maximum != nil else { return "" }
        return "(\(minimum.map(String.init) ?? "")..\(maximum.map(String.init) ?? ""))"
    }
}

extension Relationship {
    /// The relation in one line: `sampler>technician unique optional restrict`.
    var shown: String {
        var words = ["\(name)>\(target)"]
        if isUnique { words.append("unique") }
        if !isRequired { words.append("optional") }
        if onDelete != (isRequired ? .cascade : .setNull) { words.append(onDelete.rawValue) }
        return words.joined(separator: " ")
    }
}

extension DiscoveryDocument {
    /// All that an entity has, a line each: its fields, its relations and what is unique together.
    func shown(_ name: String) -> [String] {
        guard let entity = entities.first(where: { $0.name == name }) else { return ["no \(name)"] }
        return entity.fields.map(\.shown) + relationships.filter { $0.source == name }.map(\.shown)
            + entity.uniqueTogether.map { "unique \($0.joined(separator: " + "))" }
    }
}
