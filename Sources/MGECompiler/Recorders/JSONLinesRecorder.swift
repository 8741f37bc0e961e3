import Foundation
import MGECore

/// Writes every event as one line of JSON, as `Docs/events.md` describes.
package struct JSONLinesRecorder: Recorder {
    private let write: @Sendable (String) -> Void

    /// - Parameter write: takes whole lines with their ends.
    package init(write: @escaping @Sendable (String) -> Void) {
        self.write = write
    }

    package func record(_ events: [StoredEvent]) {
        write(events.map { Self.line(of: $0) + "\n" }.joined())
    }

    package func finish() {}

    /// An event's line, without its end.
    package static func line(of event: StoredEvent) -> String {
        let time = event.createdAt.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        let type = JSONValue.string(event.type).text
        let run = event.runID.uuidString.lowercased()
        return """
            {"id":\(event.id),"type":\(type),"run":"\(run)","time":"\(time)","data":\(text(of: event.data))}
            """
    }

    /// The canonical text of a value, but money, whose keys end in `_usd`, with six decimals.
    private static func text(of value: JSONValue) -> String {
        switch value {
        case .object(let members):
            let texts = members.sorted { $0.key < $1.key }.map { key, member in
                "\(JSONValue.string(key).text):\(key.hasSuffix("_usd") ? money(member) : text(of: member))"
            }
            return "{\(texts.joined(separator: ","))}"
        case .array(let elements):
            return "[\(elements.map { text(of: $0) }.joined(separator: ","))]"
        default:
            return value.text
        }
    }

    private static func money(_ value: JSONValue) -> String {
        switch value {
        case .integer(let dollars): "\(dollars).000000"
        case .number(let dollars): String(format: "%.6f", dollars)
        default: text(of: value)
        }
    }
}
