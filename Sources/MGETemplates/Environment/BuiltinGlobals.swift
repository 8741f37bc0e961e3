/// Jinja's own global functions.
enum BuiltinGlobals {
    static let all: [String: Value] = [
        "range": function("range") { arguments, _ in
            let numbers = try arguments.positional.map { value in
                if case .undefined(let undefined) = value { throw undefined.failure }
                guard let number = value.integerContent else {
                    throw Failure(.type, "'\(value.typeName)' object cannot be interpreted as an integer")
                }
                return number
            }
            guard arguments.named.isEmpty, (1...3).contains(numbers.count) else {
                throw Failure(.type, "range takes 1 to 3 integers")
            }
            let start = numbers.count > 1 ? numbers[0] : 0
            let stop = numbers.count > 1 ? numbers[1] : numbers[0]
            return .object(try RangeObject(start: start, stop: stop, step: numbers.count > 2 ? numbers[2] : 1))
        },
        "dict": function("dict") { arguments, _ in .dict(try dict(arguments)) },
        "namespace": function("namespace") { arguments, _ in .object(NamespaceObject(try dict(arguments))) },
        "cycler": function("cycler") { arguments, _ in .object(try CyclerObject(arguments.positional)) },
        "joiner": function("joiner") { arguments, _ in
            let bound = try arguments.bound(to: ["sep"], required: 0, of: "joiner")
            return .object(JoinerObject(bound[0] ?? .string(", ")))
        },
    ]

    private static func function(_ name: String, _ body: @escaping FunctionObject.Body) -> Value {
        .object(FunctionObject(name, body))
    }

    private static func dict(_ arguments: CallArguments) throws -> DictValue {
        guard arguments.positional.count <= 1 else {
            throw Failure(.type, "dict expected at most 1 argument, got \(arguments.positional.count)")
        }
        var pairs = try arguments.positional.first?.pairs() ?? []
        pairs += arguments.named.map { (.string($0.name), $0.value) }
        return try DictValue(pairs)
    }
}

extension Value {
    /// The keys and values of a mapping, or of a sequence of pairs.
    func pairs() throws -> [(Value, Value)] {
        if case .dict(let dict) = self { return Array(zip(dict.keys, dict.values)) }
        return try elements().map { element in
            let pair = try element.elements()
            guard pair.count == 2 else {
                throw Failure(.value, "dictionary update sequence element has length \(pair.count); 2 is required")
            }
            return (pair[0], pair[1])
        }
    }
}
