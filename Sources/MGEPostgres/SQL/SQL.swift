/// A statement whose interpolated values are parameters, never text.
///
/// ```swift
/// let statement: SQL = "select name from person where id = \(id)"
/// ```
/// `\(value)` becomes `$n` with the value bound to it; `\(identifier: name)` a quoted identifier; `\(fragment)`
/// of another `SQL` is spliced with its parameters renumbered; `\(unescaped: text)` goes in as it is.
package struct SQL: Sendable {
    enum Part: Sendable {
        case text(String)
        case value(any PostgresEncodable)
    }

    private(set) var parts: [Part]

    init(parts: [Part]) {
        self.parts = parts
    }

    /// A statement of plain text, without parameters.
    package init(unescaped text: String) {
        parts = [.text(text)]
    }

    /// The text that is sent, with `$1`, `$2`, … for the parameters.
    package var text: String {
        var text = ""
        var number = 0
        for part in parts {
            switch part {
            case .text(let piece): text += piece
            case .value:
                number += 1
                text += "$\(number)"
            }
        }
        return text
    }

    var values: [any PostgresEncodable] {
        parts.compactMap { part in if case .value(let value) = part { value } else { nil } }
    }

    mutating func append(_ other: SQL) {
        parts += other.parts
    }

    /// Two statements' texts one after the other.
    package static func + (left: SQL, right: SQL) -> SQL {
        SQL(parts: left.parts + right.parts)
    }
}

extension Sequence<SQL> {
    /// The fragments one after the other with a separator between, such as conditions with `" and "`.
    package func joined(separator: SQL) -> SQL {
        var joined = SQL(parts: [])
        for (index, fragment) in enumerated() {
            if index > 0 { joined.append(separator) }
            joined.append(fragment)
        }
        return joined
    }
}

extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        parts = [.text(value)]
    }

    package init(stringInterpolation: Interpolation) {
        parts = stringInterpolation.parts
    }

    /// Collects the pieces of a literal.
    package struct Interpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(2 * interpolationCount + 1)
        }

        package mutating func appendLiteral(_ literal: String) {
            parts.append(.text(literal))
        }

        /// Binds a value as the next parameter.
        package mutating func appendInterpolation(_ value: some PostgresEncodable) {
            parts.append(.value(value))
        }

        /// Binds a value, or NULL; the compiler warns of optionals in interpolations that do not ask for them.
        package mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            parts.append(.value(value))
        }

        /// Splices another statement's text and parameters.
        package mutating func appendInterpolation(_ fragment: SQL) {
            parts += fragment.parts
        }

        /// Puts text in as it is; it must not come from outside.
        package mutating func appendInterpolation(unescaped text: String) {
            parts.append(.text(text))
        }

        /// Puts a name in as a quoted identifier.
        package mutating func appendInterpolation(identifier name: String) {
            parts.append(.text(Identifier.quote(name)))
        }
    }
}
