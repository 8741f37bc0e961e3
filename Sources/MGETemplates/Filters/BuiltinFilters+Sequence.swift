extension BuiltinFilters {
    static let sequence: [String: TemplateFilter] = [
        "length": TemplateFilter { value, _, _ in .int(try value.length()) },
        "count": TemplateFilter { value, _, _ in .int(try value.length()) },
        "list": TemplateFilter { value, _, _ in .list(try ListValue(try value.elements())) },
        "first": TemplateFilter { value, _, state in
            if case .object(let object) = value, let iterator = object as? IteratorObject {
                return iterator.next() ?? undefined("No first item, sequence was empty.", state)
            }
            return try value.elements().first ?? undefined("No first item, sequence was empty.", state)
        },
        "last": TemplateFilter { value, _, state in
            if case .object(let object) = value, object is IteratorObject {
                throw Failure(
                    .type, "'\(value.typeName)' object is not reversible", remedy: "make it a list first: `| list`")
            }
            return try value.elements().last ?? undefined("No last item, sequence was empty.", state)
        },
        "join": TemplateFilter(["d", "attribute"], join),
        "reverse": TemplateFilter { value, _, _ in
            if let text = value.stringContent {
                return .text(Text.string(text.unicodeScalars.reversed()), safe: value.isMarkup)
            }
            return .object(IteratorObject(try value.elements().reversed(), typeName: "list_reverseiterator"))
        },
        "batch": TemplateFilter(["linecount", "fill_with"], required: 1, batch),
        "slice": TemplateFilter(["slices", "fill_with"], required: 1, slice),
        "sum": TemplateFilter(["attribute", "start"]) { value, arguments, state in
            let path = try AttributePath(arguments[0], state)
            var total = arguments[1] ?? .int(0)
            if total.stringContent != nil { throw Failure(.type, "sum() can't sum strings [use ''.join(seq) instead]") }
            let items = try value.elements()
            if case .list(let first) = total { return try sumLists(first.elements, items, path, state) }
            for item in items {
                total = try total.applying(.add, to: try path?.value(in: item) ?? item, state)
            }
            return total
        },
        "random": TemplateFilter { value, _, state in
            throw Failure(.runtime, "random is not available: what templates render has to be repeatable")
        },
    ]

    private static func sumLists(
        _ start: [Value], _ items: [Value], _ path: AttributePath?, _ state: RenderState
    ) throws -> Value {
        var elements = start
        for item in items {
            let part = try path?.value(in: item) ?? item
            if case .undefined(let undefined) = part { throw undefined.failure }
            guard case .list(let list) = part else {
                throw Failure(.type, "can only concatenate list (not \"\(part.typeName)\") to list")
            }
            elements += list.elements
            try state.checkSize(elements.count)
        }
        return .list(try ListValue(elements))
    }

    static func undefined(_ reason: String, _ state: RenderState) -> Value {
        .undefined(Undefined(.reason(reason), policy: state.options.undefined, position: nil))
    }

    private static func join(_ value: Value, _ arguments: BoundArguments, _ state: RenderState) throws -> Value {
        let path = try AttributePath(arguments[1], state)
        let (separator, isSafe) = try arguments[0]?.filterText() ?? ("", false)
        let elements = try value.elements().map { try path?.value(in: $0) ?? $0 }
        let hasMarkup = isSafe || elements.contains { $0.isMarkup }
        let escapes = state.autoescape && hasMarkup
        var output = ""
        for (index, element) in elements.enumerated() {
            if index > 0 { output += escapes && !isSafe ? Text.escaped(separator) : separator }
            if escapes, !element.isMarkup {
                Text.appendEscaped(try element.text(), to: &output)
            } else {
                try element.appendText(to: &output)
            }
            try state.checkSize(output.utf8.count)
        }
        return .text(output, safe: escapes)
    }

    private static func batch(_ value: Value, _ arguments: BoundArguments, _ state: RenderState) throws -> Value {
        let count = try arguments.integer(0, default: 1)
        let items = try value.elements()
        guard count > 0 else { throw Failure(.value, "batch needs a count above 0, got \(count)") }
        var batches: [Value] = []
        for start in stride(from: 0, to: items.count, by: count) {
            var batch = Array(items[start..<min(start.addingReportingOverflow(count).partialValue, items.count)])
            if let fill = arguments[1], !fill.isNone, batch.count < count {
                try state.checkSize(count)
                batch += repeatElement(fill, count: count - batch.count)
            }
            batches.append(.list(try ListValue(batch)))
        }
        return .object(IteratorObject(batches))
    }

    private static func slice(_ value: Value, _ arguments: BoundArguments, _ state: RenderState) throws -> Value {
        let count = try arguments.integer(0, default: 1)
        let items = try value.elements()
        guard count != 0 else { throw Failure(.zeroDivision, "integer division or modulo by zero") }
        guard count > 0 else { return .object(IteratorObject([])) }
        try state.checkSize(count)
        let (size, extra) = items.count.quotientAndRemainder(dividingBy: count)
        var slices: [Value] = []
        var start = 0
        for index in 0..<count {
            let end = start + size + (index < extra ? 1 : 0)
            var slice = Array(items[start..<end])
            if let fill = arguments[1], !fill.isNone, index >= extra { slice.append(fill) }
            slices.append(.list(try ListValue(slice)))
            start = end
        }
        return .object(IteratorObject(slices))
    }
}

extension Value {
    var isNone: Bool {
        if case .none = self { return true }
        return false
    }
}
