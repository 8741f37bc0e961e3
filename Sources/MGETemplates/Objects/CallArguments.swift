/// The arguments of one call.
package struct CallArguments: Sendable {
    /// Those given by position.
    package var positional: [Value]
    /// Those given by name, in the order written.
    package var named: [(name: String, value: Value)]

    /// Arguments by position and by name.
    package init(_ positional: [Value] = [], named: [(name: String, value: Value)] = []) {
        self.positional = positional
        self.named = named
    }

    /// Removes and gives an argument given by name.
    mutating func take(_ name: String) -> Value? {
        guard let index = named.firstIndex(where: { $0.name == name }) else { return nil }
        return named.remove(at: index).value
    }

    /// Puts the arguments in the order of some parameters.
    /// - Throws: `Failure` for an argument too many, an unknown name, or a required parameter without argument.
    func bound(to parameters: [String], required: Int, of function: String) throws -> BoundArguments {
        guard positional.count <= parameters.count else {
            throw Failure(
                .type, "\(function) takes at most \(parameters.count) arguments, got \(positional.count)")
        }
        var values: [Value?] = positional
        values += [Value?](repeating: nil, count: parameters.count - positional.count)
        for (name, value) in named {
            guard let index = parameters.firstIndex(of: name) else {
                throw Failure(.type, "\(function) got an unexpected keyword argument '\(name)'")
            }
            guard values[index] == nil else {
                throw Failure(.type, "\(function) got multiple values for argument '\(name)'")
            }
            values[index] = value
        }
        for index in 0..<required where values[index] == nil {
            throw Failure(.type, "\(function) missing required argument: '\(parameters[index])'")
        }
        return BoundArguments(values: values, names: parameters)
    }
}

/// The arguments of a filter, test or function, in the order of its parameters.
package struct BoundArguments: Sendable {
    let values: [Value?]
    let names: [String]

    /// The argument of a parameter; nil if it was not given.
    package subscript(index: Int) -> Value? { index < values.count ? values[index] : nil }

    /// An integer argument.
    /// - Throws: an error when it is something else.
    package func integer(_ index: Int, default missing: Int) throws -> Int {
        guard let value = self[index] else { return missing }
        if let number = value.integerContent { return number }
        throw mismatch(value, "an integer", index)
    }

    /// An argument taken as true or false.
    /// - Throws: an error for a strict undefined value.
    package func flag(_ index: Int, default missing: Bool = false) throws -> Bool {
        try self[index].map { try $0.isTrue() } ?? missing
    }

    /// A text argument; None counts as not given.
    /// - Throws: an error when it is something else.
    package func text(_ index: Int) throws -> String? {
        guard let value = self[index] else { return nil }
        if case .none = value { return nil }
        if let text = value.stringContent { return text }
        throw mismatch(value, "a text", index)
    }

    private func mismatch(_ value: Value, _ wanted: String, _ index: Int) -> Failure {
        if case .undefined(let undefined) = value { return undefined.failure }
        return Failure(.type, "argument '\(names[index])' must be \(wanted), not \(value.typeName)")
    }
}
