/// A name, attribute or element that is not there, remembered until somebody uses it.
package final class Undefined: Sendable {
    /// What was looked for.
    enum Subject: Sendable {
        case name(String)
        case attribute(String, ofType: String)
        case element(String, ofType: String)
        case reason(String)
        /// An inline `if` that was false and has no `else`.
        case condition
    }

    let subject: Subject
    let policy: UndefinedPolicy
    let position: SourcePosition?
    /// The dictionary that lacks the attribute, for a suggestion.
    let owner: DictValue?

    init(_ subject: Subject, policy: UndefinedPolicy, position: SourcePosition?, owner: DictValue? = nil) {
        self.subject = subject
        self.policy = policy
        self.position = position
        self.owner = owner
    }

    /// What is missing, in Jinja's words.
    var message: String {
        switch subject {
        case .name(let name): "'\(name)' is undefined"
        case .attribute(let name, let type): "'\(type) object' has no attribute '\(name)'"
        case .element(let key, let type): "\(type) object has no element \(key)"
        case .reason(let reason): reason
        case .condition:
            "the inline if-expression on line \(position.map { $0.source.place(of: $0.offset).line } ?? 1) "
                + "evaluated to false and no else section was defined."
        }
    }

    /// The failure of using it.
    var failure: Failure { Failure(.undefined, message, undefined: self) }

    /// Refuses a use that only a lenient policy allows.
    func requireLenient() throws {
        if policy == .strict { throw failure }
    }
}
