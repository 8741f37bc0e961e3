/// The methods of dictionaries.
enum DictMethods {
    static let names: Set<String> = [
        "keys", "values", "items", "get", "pop", "popitem", "setdefault", "update", "copy", "clear", "fromkeys",
    ]

    static func call(_ name: String, _ dict: DictValue, _ arguments: CallArguments, _ state: RenderState) throws
        -> Value?
    {
        switch name {
        case "keys", "values", "items":
            _ = try arguments.positional(0...0, of: name)
            return .object(DictView(dict, name == "keys" ? .keys : name == "values" ? .values : .items))
        case "get":
            let values = try arguments.positional(1...2, of: name)
            return try dict.value(of: values[0]) ?? (values.count > 1 ? values[1] : Value.none)
        case "pop":
            let values = try arguments.positional(1...2, of: name)
            if let value = try dict.remove(values[0]) { return value }
            guard values.count > 1 else { throw Failure(.value, "KeyError: \(try values[0].repr())") }
            return values[1]
        case "popitem":
            guard let key = dict.keys.last else { throw Failure(.value, "popitem(): dictionary is empty") }
            return .tuple([key, try dict.remove(key) ?? Value.none])
        case "setdefault":
            let values = try arguments.positional(1...2, of: name)
            if let value = try dict.value(of: values[0]) { return value }
            let value = values.count > 1 ? values[1] : Value.none
            try dict.set(values[0], value, state)
            return value
        case "update":
            var pairs = try arguments.positional.first?.pairs() ?? []
            pairs += arguments.named.map { (.string($0.name), $0.value) }
            for (key, value) in pairs { try dict.set(key, value, state) }
            try state.checkSize(dict.count)
            return Value.none
        case "copy": return .dict(try DictValue(Array(zip(dict.keys, dict.values))))
        case "clear":
            try dict.removeAll()
            return Value.none
        case "fromkeys":
            let values = try arguments.positional(1...2, of: name)
            let value = values.count > 1 ? values[1] : Value.none
            return .dict(try DictValue(try values[0].elements().map { ($0, value) }))
        default: return nil
        }
    }
}
