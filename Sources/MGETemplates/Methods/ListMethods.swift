/// The methods of lists and tuples.
enum ListMethods {
    static let names: Set<String> = [
        "append", "extend", "insert", "pop", "remove", "clear", "index", "count", "copy", "reverse", "sort",
    ]

    static func call(_ name: String, _ list: ListValue, _ arguments: CallArguments, _ state: RenderState) throws
        -> Value?
    {
        switch name {
        case "append":
            try list.append(try arguments.positional(1...1, of: name)[0], state)
            try state.checkSize(list.elements.count)
            return Value.none
        case "extend":
            let values = try arguments.positional(1...1, of: name)[0].elements()
            try state.checkSize(list.elements.count + values.count)
            for value in values { try list.append(value, state) }
            return Value.none
        case "insert":
            let values = try arguments.positional(2...2, of: name)
            guard let index = values[0].integerContent else { throw Failure(.type, "insert needs an integer") }
            try list.modify { $0.insert(values[1], at: position(index, in: $0.count)) }
            try list.noteNesting(of: values[1], state)
            try state.checkSize(list.elements.count)
            return Value.none
        case "pop":
            let index = try arguments.positional(0...1, of: name).first?.integerContent ?? -1
            return try list.modify { elements in
                let position = index < 0 ? index + elements.count : index
                guard elements.indices.contains(position) else {
                    throw Failure(.value, elements.isEmpty ? "pop from empty list" : "pop index out of range")
                }
                return elements.remove(at: position)
            }
        case "remove":
            let value = try arguments.positional(1...1, of: name)[0]
            try list.modify { elements in
                guard let index = elements.firstIndex(where: { $0.equals(value) }) else {
                    throw Failure(.value, "list.remove(x): x not in list")
                }
                elements.remove(at: index)
            }
            return Value.none
        case "clear":
            try list.modify { $0.removeAll() }
            return Value.none
        case "copy": return .list(try ListValue(list.elements))
        case "reverse":
            try list.modify { $0.reverse() }
            return Value.none
        case "sort":
            let bound = try arguments.bound(to: ["reverse"], required: 0, of: name)
            let sorted = try Value.sorted(list.elements, by: list.elements, descending: try bound.flag(0))
            try list.modify { $0 = sorted }
            return Value.none
        default: return try call(name, list.elements, arguments)
        }
    }

    private static func position(_ index: Int, in count: Int) -> Int {
        index < 0 ? max(0, index + count) : min(index, count)
    }

    static func call(_ name: String, _ elements: [Value], _ arguments: CallArguments) throws -> Value? {
        switch name {
        case "index":
            let values = try arguments.positional(1...3, of: name)
            let start = position(values.count > 1 ? values[1].integerContent ?? 0 : 0, in: elements.count)
            let end = position(values.count > 2 ? values[2].integerContent ?? 0 : elements.count, in: elements.count)
            guard start < end, let index = elements[start..<end].firstIndex(where: { $0.equals(values[0]) }) else {
                throw Failure(.value, "\(try values[0].repr()) is not in list")
            }
            return .int(index)
        case "count":
            let value = try arguments.positional(1...1, of: name)[0]
            return .int(elements.count { $0.equals(value) })
        default: return nil
        }
    }
}
