package import MGECore

/// A set of names of which each may be taken once.
package struct NameScope: Sendable {
    /// Who takes a name: `field "class" of task`, with its place.
    package struct Owner: Hashable, Sendable {
        package var subject: String
        package var location: SourceLocation?

        package init(_ subject: String, at location: SourceLocation?) {
            self.subject = subject
            self.location = location
        }
    }

    /// What the names are, for messages: `class`, `table`.
    package let kind: String
    private var owners: [String: Owner] = [:]
    /// The last number given to a repeated name, so that many repetitions stay linear.
    private var numbers: [String: Int] = [:]

    package init(of kind: String) {
        self.kind = kind
    }

    package func contains(_ name: String) -> Bool { owners[name] != nil }

    /// Takes a name, and tells of the collision if somebody has it already.
    package mutating func claim(_ name: String, by owner: Owner) -> Diagnostic? {
        guard let earlier = owners[name] else {
            owners[name] = owner
            return nil
        }
        let places = [earlier.location, owner.location].compactMap(\.self).map(\.description)
        let clause = places.isEmpty ? "" : " (\(places.joined(separator: " and ")))"
        return Diagnostic(
            .error, "\(earlier.subject) and \(owner.subject) would both have the \(kind) name \(name)\(clause)",
            subject: owner.subject, remedy: "rename one of them", at: owner.location)
    }

    /// Takes a name that nobody wrote: the first free one of the name and the name with a number.
    package mutating func claimFree(_ name: String, separator: String = "", by owner: Owner) -> String {
        guard contains(name) else {
            owners[name] = owner
            return name
        }
        var number = numbers[name, default: 1] + 1
        while contains("\(name)\(separator)\(number)") { number += 1 }
        numbers[name] = number
        owners["\(name)\(separator)\(number)"] = owner
        return "\(name)\(separator)\(number)"
    }
}
