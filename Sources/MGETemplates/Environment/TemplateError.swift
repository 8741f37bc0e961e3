/// What is wrong with a template or its render, and where.
package struct TemplateError: Error, Sendable {
    /// The kinds of error.
    package enum Kind: String, Sendable {
        case syntax, undefined, type, value, zeroDivision, overflow, missingTemplate, limit, runtime
    }

    /// A place that led to the error: an include, import, macro call or block.
    package struct Call: Hashable, Sendable {
        /// What was called, such as "macro 'column'".
        package let what: String
        /// The template that calls.
        package let template: String
        /// The line of the call, from 1.
        package let line: Int
        /// The column of the call in characters, from 1.
        package let column: Int
    }

    /// What kind of error it is.
    package var kind: Kind
    /// What is the matter, as one sentence without a full stop.
    package var message: String
    /// The template that the place is in.
    package var template: String
    /// The line, from 1.
    package var line: Int
    /// The column in characters, from 1.
    package var column: Int
    /// How to mend it, as one sentence without a full stop.
    package var remedy: String?
    /// The calls that led there, the innermost first.
    package var stack: [Call] = []
}

extension TemplateError: CustomStringConvertible {
    /// The usual compiler form, with a line for each call.
    package var description: String {
        var text = "\(template):\(line):\(column): \(message)" + (remedy.map { " (\($0))" } ?? "")
        for call in stack {
            text += "\n  in \(call.what), from \(call.template):\(call.line):\(call.column)"
        }
        return text
    }
}

/// An error that does not know its place yet.
struct Failure: Error {
    let kind: TemplateError.Kind
    let message: String
    let remedy: String?
    let undefined: Undefined?

    init(_ kind: TemplateError.Kind, _ message: String, remedy: String? = nil, undefined: Undefined? = nil) {
        self.kind = kind
        self.message = message
        self.remedy = remedy
        self.undefined = undefined
    }
}
