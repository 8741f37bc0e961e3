/// Python's `str.format`: fields by position, name, attribute and item, with format specifications.
struct FormatString {
    private let scalars: [Unicode.Scalar]

    init(_ format: String) { scalars = Array(format.unicodeScalars) }

    /// The text with values in place of its fields.
    /// - Throws: `Failure` for a wrong format or a missing value.
    func applied(to arguments: CallArguments, _ state: RenderState, escapes: Bool) throws -> String {
        var output = ""
        var automatic = 0
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            guard scalar == "{" || scalar == "}" else {
                output.unicodeScalars.append(scalar)
                continue
            }
            if index < scalars.count, scalars[index] == scalar {
                output.unicodeScalars.append(scalar)
                index += 1
                continue
            }
            guard scalar == "{" else { throw Failure(.value, "Single '}' encountered in format string") }
            let end = try fieldEnd(index)
            output += try field(scalars[index..<end], arguments, &automatic, state, escapes)
            try state.checkSize(output.utf8.count)
            index = end + 1
        }
        return output
    }

    private func fieldEnd(_ start: Int) throws -> Int {
        var depth = 1
        for index in start..<scalars.count {
            if scalars[index] == "{" { depth += 1 }
            if scalars[index] == "}" { depth -= 1 }
            if depth == 0 { return index }
        }
        throw Failure(.value, "expected '}' before end of string")
    }

    private func field(
        _ field: ArraySlice<Unicode.Scalar>, _ arguments: CallArguments, _ automatic: inout Int, _ state: RenderState,
        _ escapes: Bool
    ) throws -> String {
        let nameEnd = field.firstIndex { $0 == "!" || $0 == ":" } ?? field.endIndex
        let value = try lookUp(Text.string(field[..<nameEnd]), arguments, &automatic)
        var rest = field[nameEnd...]
        var subject = value
        if rest.first == "!" {
            let conversion = rest.dropFirst().first
            rest = rest.dropFirst(2)
            switch conversion {
            case "r", "a": subject = .string(try value.repr())
            case "s": subject = .string(try value.text())
            default: throw Failure(.value, "unknown conversion in a format string")
            }
        }
        var specification = Text.string(rest.dropFirst())
        if specification.utf8.contains(123) {
            var inner = automatic
            let nested = FormatString(specification)
            specification = try nested.expand(arguments, &inner, state)
            automatic = inner
        }
        let text = try FormatSpecification(specification, state).text(of: subject)
        return escapes && !value.isMarkup ? Text.escaped(text) : text
    }

    private func expand(_ arguments: CallArguments, _ automatic: inout Int, _ state: RenderState) throws -> String {
        var output = ""
        var index = 0
        while index < scalars.count {
            guard scalars[index] == "{" else {
                output.unicodeScalars.append(scalars[index])
                index += 1
                continue
            }
            let end = try fieldEnd(index + 1)
            output += try lookUp(Text.string(scalars[index + 1..<end]), arguments, &automatic).text()
            index = end + 1
        }
        return output
    }

    private func lookUp(_ path: String, _ arguments: CallArguments, _ automatic: inout Int) throws -> Value {
        let head = path.prefix { $0 != "." && $0 != "[" }
        var rest = path.dropFirst(head.count)
        var value: Value
        if head.isEmpty || head.utf8.allSatisfy(Text.isDigit) {
            let index = head.isEmpty ? automatic : Int(head) ?? .max
            if head.isEmpty { automatic += 1 }
            guard index < arguments.positional.count else {
                throw Failure(.value, "Replacement index \(index) out of range for positional args tuple")
            }
            value = arguments.positional[index]
        } else {
            guard let named = arguments.named.first(where: { $0.name == head }) else {
                throw Failure(.value, "KeyError: '\(head)'")
            }
            value = named.value
        }
        while let mark = rest.first {
            rest = rest.dropFirst()
            let key: Value
            if mark == "." {
                let name = rest.prefix { $0 != "." && $0 != "[" }
                rest = rest.dropFirst(name.count)
                key = .string(String(name))
            } else {
                let name = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(name.count + 1)
                key = Int(name).map { .int($0) } ?? .string(String(name))
            }
            guard let found = try value.item(key) else { throw Failure(.value, "KeyError: \(try key.repr())") }
            value = found
        }
        return value
    }
}
