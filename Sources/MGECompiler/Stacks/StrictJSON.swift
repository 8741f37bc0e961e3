package import Foundation
import MGECore

/// Decoding that refuses members that nothing reads.
package enum StrictJSON {
    /// Decodes a value from a file.
    /// - Throws: `StackError` that names the place of what is missing, of the wrong type or unknown.
    package static func decode<Value: Codable>(_ type: Value.Type, from data: Data, file: String) throws -> Value {
        let value: Value
        do {
            value = try JSONDecoder().decode(type, from: data)
        } catch let error as DecodingError {
            throw StackError(file: file, problems: [problem(of: error)])
        }
        let unknown = try surplus(of: JSONValue(parsing: data), over: JSONValue(encoding: value), at: "")
        guard unknown.isEmpty else {
            throw StackError(
                file: file,
                problems: unknown.sorted().map { StackError.Problem($0, "is not known; remove or correct it") })
        }
        return value
    }

    /// The places of members in a document that the value read from it does not have.
    private static func surplus(of document: JSONValue, over read: JSONValue, at place: String) -> [String] {
        switch (document, read) {
        case (.object(let members), .object(let known)):
            members.flatMap { key, member in
                let path = place.isEmpty ? key : "\(place).\(key)"
                return known[key].map { surplus(of: member, over: $0, at: path) } ?? [path]
            }
        case (.array(let elements), .array(let known)) where elements.count == known.count:
            zip(elements, known).enumerated().flatMap { index, pair in
                surplus(of: pair.0, over: pair.1, at: "\(place)[\(index)]")
            }
        default: []
        }
    }

    private static func problem(of error: DecodingError) -> StackError.Problem {
        switch error {
        case .keyNotFound(let key, let context):
            StackError.Problem(place(context.codingPath), "the member \(key.stringValue) is missing")
        case .valueNotFound(_, let context):
            StackError.Problem(place(context.codingPath), "is null, but has to have a value")
        case .typeMismatch(let type, let context):
            StackError.Problem(place(context.codingPath), "has to be a \(type)")
        case .dataCorrupted(let context):
            StackError.Problem(place(context.codingPath), context.debugDescription)
        @unknown default: StackError.Problem("", "\(error)")
        }
    }

    private static func place(_ path: [any CodingKey]) -> String {
        path.reduce("") { place, key in
            if let index = key.intValue { return "\(place)[\(index)]" }
            return place.isEmpty ? key.stringValue : "\(place).\(key.stringValue)"
        }
    }
}
