package import Foundation
package import MGECore

/// Something that happened in a run; the types and their data are listed in `Docs/events.md`.
package struct Event: Sendable, Hashable {
    package var type: String
    package var data: [String: JSONValue]

    package init(_ type: String, _ data: [String: JSONValue]) {
        self.type = type
        self.data = data
    }
}

extension Event {
    /// A phase began or told something.
    package static func status(phase: String, _ message: String) -> Event {
        Event("status", ["phase": .string(phase), "message": .string(message)])
    }

    /// Something that the user should know and that stops nothing.
    package static func warning(
        phase: String, _ message: String, subject: String?, remedy: String?, at location: SourceLocation? = nil,
        more: [String: JSONValue] = [:]
    ) -> Event {
        trouble("warning", phase: phase, message, subject: subject, remedy: remedy, at: location, more: more)
    }

    /// Something that failed.
    package static func error(
        phase: String, _ message: String, subject: String?, remedy: String?, at location: SourceLocation? = nil,
        more: [String: JSONValue] = [:]
    ) -> Event {
        trouble("error", phase: phase, message, subject: subject, remedy: remedy, at: location, more: more)
    }

    private static func trouble(
        _ type: String, phase: String, _ message: String, subject: String?, remedy: String?,
        at location: SourceLocation?, more: [String: JSONValue]
    ) -> Event {
        var data = more
        data["phase"] = .string(phase)
        data["message"] = .string(message)
        data["subject"] = subject.map { .string($0) } ?? .null
        data["remedy"] = remedy.map { .string($0) } ?? .null
        if let location {
            data["file"] = location.file.map { .string($0) } ?? .null
            data["line"] = .integer(location.line)
            data["column"] = .integer(location.column)
        }
        return Event(type, data)
    }
}

/// An event as it was stored.
package struct StoredEvent: Sendable, Hashable {
    package let id: Int64
    package let runID: UUID
    package let type: String
    package let data: JSONValue
    package let createdAt: Date
}
