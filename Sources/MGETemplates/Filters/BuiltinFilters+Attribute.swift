extension BuiltinFilters {
    static let attribute: [String: TemplateFilter] = [
        "default": TemplateFilter(["default_value", "boolean"], fallback),
        "d": TemplateFilter(["default_value", "boolean"], fallback),
        "attr": TemplateFilter(["name"], required: 1) { value, arguments, state in
            let name = try arguments.text(0) ?? ""
            if case .undefined(let undefined) = value { throw undefined.failure }
            if case .dict = value, !AttributeKey(name).isDictMethod {
                return .undefined(
                    Undefined(.attribute(name, ofType: "dict"), policy: state.options.undefined, position: nil))
            }
            return try value.attribute(AttributeKey(name))
                ?? .undefined(
                    Undefined(.attribute(name, ofType: value.typeName), policy: state.options.undefined, position: nil))
        },
        "items": TemplateFilter { value, _, _ in
            if value.isUndefined { return .object(IteratorObject([])) }
            guard case .dict(let dict) = value else {
                throw Failure(.type, "Can only get item pairs from a mapping.")
            }
            return .object(IteratorObject(zip(dict.keys, dict.values).map { .tuple([$0, $1]) }))
        },
        "dictsort": TemplateFilter(["case_sensitive", "by", "reverse"]) { value, arguments, _ in
            if case .undefined(let undefined) = value { throw undefined.failure }
            guard case .dict(let dict) = value else {
                throw Failure(.type, "dictsort needs a mapping, not \(value.typeName)")
            }
            let by = try arguments.text(1) ?? "key"
            guard by == "key" || by == "value" else {
                throw Failure(.runtime, "You can only sort by either \"key\" or \"value\"")
            }
            let isSensitive = try arguments.flag(0)
            let keys = (by == "key" ? dict.keys : dict.values).map { isSensitive ? $0 : $0.ignoringCase }
            let pairs: [Value] = zip(dict.keys, dict.values).map { .tuple([$0, $1]) }
            return .list(try ListValue(try Value.sorted(pairs, by: keys, descending: try arguments.flag(2))))
        },
        "sort": TemplateFilter(["reverse", "case_sensitive", "attribute"]) { value, arguments, state in
            let paths = try AttributePath.list(arguments[2], state)
            let isSensitive = try arguments.flag(1)
            let items = try value.elements()
            let keys = try items.map { item in
                let parts = try paths.map { path in
                    let part = try path?.value(in: item) ?? item
                    return isSensitive ? part : part.ignoringCase
                }
                return parts.count == 1 ? parts[0] : .list(parts)
            }
            return .list(try ListValue(try Value.sorted(items, by: keys, descending: try arguments.flag(0))))
        },
        "unique": TemplateFilter(["case_sensitive", "attribute"]) { value, arguments, state in
            let path = try AttributePath(arguments[1], state)
            let isSensitive = try arguments.flag(0)
            var seen: Set<DictKey> = []
            var kept: [Value] = []
            for item in try value.elements() {
                let key = try path?.value(in: item) ?? item
                try key.requireHashable()
                if seen.insert(DictKey(isSensitive ? key : key.ignoringCase)).inserted { kept.append(item) }
            }
            return .object(IteratorObject(kept))
        },
        "min": TemplateFilter(["case_sensitive", "attribute"]) { try extreme($0, $1, $2, least: true) },
        "max": TemplateFilter(["case_sensitive", "attribute"]) { try extreme($0, $1, $2, least: false) },
        "groupby": TemplateFilter(["attribute", "default", "case_sensitive"], required: 1, group),
        "map": .variadic(map),
        "select": .variadic({ try select($0, $1, $2, keeps: true, byAttribute: false) }),
        "reject": .variadic({ try select($0, $1, $2, keeps: false, byAttribute: false) }),
        "selectattr": .variadic({ try select($0, $1, $2, keeps: true, byAttribute: true) }),
        "rejectattr": .variadic({ try select($0, $1, $2, keeps: false, byAttribute: true) }),
    ]

    private static func fallback(_ value: Value, _ arguments: BoundArguments, _ state: RenderState) throws -> Value {
        if value.isUndefined { return arguments[0] ?? .string("") }
        return try arguments.flag(1) && !value.isTrue() ? arguments[0] ?? .string("") : value
    }

    private static func extreme(
        _ value: Value, _ arguments: BoundArguments, _ state: RenderState, least: Bool
    ) throws -> Value {
        let path = try AttributePath(arguments[1], state)
        let isSensitive = try arguments.flag(0)
        var best: (item: Value, key: Value)?
        for item in try value.elements() {
            let part = try path?.value(in: item) ?? item
            let key = isSensitive ? part : part.ignoringCase
            guard let current = best else {
                best = (item, key)
                continue
            }
            if try least ? key.precedes(current.key) : current.key.precedes(key) { best = (item, key) }
        }
        return best?.item ?? undefined("No aggregated item, sequence was empty.", state)
    }

    private static func group(_ value: Value, _ arguments: BoundArguments, _ state: RenderState) throws -> Value {
        let path = try AttributePath(arguments[0], default: arguments[1], state)
        let isSensitive = try arguments.flag(2)
        let items = try value.elements()
        let originals = try items.map { try path?.value(in: $0) ?? $0 }
        let keys = isSensitive ? originals : originals.map(\.ignoringCase)
        let order = try Value.sorted(items.indices.map { .int($0) }, by: keys, descending: false)
        var groups: [Value] = []
        var current: (key: Value, name: Value, items: [Value])?
        func flush() throws {
            guard let group = current else { return }
            groups.append(
                .tuple(
                    TupleValue([group.name, .list(try ListValue(group.items))], names: ["grouper", "list"])))
        }
        for case .int(let index) in order {
            if let key = current?.key, key.equals(keys[index]) {
                current?.items.append(items[index])
            } else {
                try flush()
                current = (keys[index], originals[index], [items[index]])
            }
        }
        try flush()
        return .list(try ListValue(groups))
    }

    private static func map(_ value: Value, _ arguments: CallArguments, _ state: RenderState) throws -> Value {
        var arguments = arguments
        if arguments.positional.isEmpty, let attribute = arguments.take("attribute") {
            let missing = arguments.take("default")
            if let (name, _) = arguments.named.first {
                throw Failure(.runtime, "Unexpected keyword argument '\(name)'")
            }
            let path = try AttributePath(attribute, default: missing, state)
            return .object(IteratorObject(try value.elements().map { try path?.value(in: $0) ?? $0 }))
        }
        guard let first = arguments.positional.first else {
            throw Failure(.runtime, "map requires a filter argument")
        }
        let name = try first.text()
        guard let filter = state.environment.filter(named: name) else {
            throw Failure(.runtime, "No filter named '\(name)'.")
        }
        arguments.positional.removeFirst()
        let items = try value.elements()
        return .object(
            IteratorObject(try items.map { try filter.apply(to: $0, arguments, name: name, state) }))
    }

    private static func select(
        _ value: Value, _ arguments: CallArguments, _ state: RenderState, keeps: Bool, byAttribute: Bool
    ) throws -> Value {
        var arguments = arguments
        var path: AttributePath?
        if byAttribute {
            guard let attribute = arguments.positional.first else {
                throw Failure(.runtime, "Missing parameter for attribute name")
            }
            path = try AttributePath(attribute, state)
            arguments.positional.removeFirst()
        }
        var test: TemplateTest?
        var name = ""
        if let first = arguments.positional.first {
            name = try first.text()
            guard let found = state.environment.test(named: name) else {
                throw Failure(.runtime, "No test named '\(name)'.")
            }
            test = found
            arguments.positional.removeFirst()
        }
        var kept: [Value] = []
        for item in try value.elements() {
            let subject = try path?.value(in: item) ?? item
            let holds = try test?.holds(subject, arguments, name: name, state) ?? subject.isTrue()
            if holds == keeps { kept.append(item) }
        }
        return .object(IteratorObject(kept))
    }
}
