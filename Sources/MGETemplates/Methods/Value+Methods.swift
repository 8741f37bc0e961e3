extension Value {
    /// The result of a method of a plain value; nil when it has no such method.
    /// - Throws: `Failure` when the arguments do not fit.
    func callingMethod(_ name: String, _ arguments: CallArguments, _ state: RenderState) throws -> Value? {
        switch self {
        case .string(let text): try StringMethods.call(name, text, arguments, state, safe: false)
        case .markup(let text): try StringMethods.call(name, text, arguments, state, safe: true)
        case .list(let list): try ListMethods.call(name, list, arguments, state)
        case .tuple(let tuple): try ListMethods.call(name, tuple.elements, arguments)
        case .dict(let dict): try DictMethods.call(name, dict, arguments, state)
        case .int, .float: try NumberMethods.call(name, self, arguments)
        default: nil
        }
    }
}

/// The methods of numbers.
enum NumberMethods {
    static let names: Set<String> = ["is_integer", "bit_length", "conjugate"]

    static func call(_ name: String, _ value: Value, _ arguments: CallArguments) throws -> Value? {
        switch (name, value) {
        case ("is_integer", .float(let number)): .bool(number == number.rounded() && number.isFinite)
        case ("bit_length", .int(let number)): .int(Int.bitWidth - number.magnitude.leadingZeroBitCount)
        case ("conjugate", _): value
        default: nil
        }
    }
}

extension CallArguments {
    /// The arguments of a method that takes them by position only.
    func positional(_ range: ClosedRange<Int>, of method: String) throws -> [Value] {
        guard named.isEmpty else { throw Failure(.type, "\(method)() takes no keyword arguments") }
        guard range.contains(positional.count) else {
            let wanted =
                range.lowerBound == range.upperBound
                ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
            throw Failure(.type, "\(method)() takes \(wanted) argument(s) (\(positional.count) given)")
        }
        return positional
    }
}
