/// Jinja's own tests.
enum BuiltinTests {
    static let all: [String: TemplateTest] = kinds.merging(comparisons) { _, new in new }

    private static let kinds: [String: TemplateTest] = [
        "defined": TemplateTest { value, _, _ in !value.isUndefined },
        "undefined": TemplateTest { value, _, _ in value.isUndefined },
        "none": TemplateTest { value, _, _ in value.isNone },
        "boolean": TemplateTest { value, _, _ in if case .bool = value { true } else { false } },
        "true": TemplateTest { value, _, _ in if case .bool(true) = value { true } else { false } },
        "false": TemplateTest { value, _, _ in if case .bool(false) = value { true } else { false } },
        "integer": TemplateTest { value, _, _ in if case .int = value { true } else { false } },
        "float": TemplateTest { value, _, _ in if case .float = value { true } else { false } },
        "number": TemplateTest { value, _, _ in value.doubleContent != nil },
        "string": TemplateTest { value, _, _ in value.stringContent != nil },
        "escaped": TemplateTest { value, _, _ in value.isMarkup },
        "mapping": TemplateTest { value, _, _ in
            switch value {
            case .dict: true
            case .object(let object): object.isMapping
            default: false
            }
        },
        "sequence": TemplateTest { value, _, _ in
            switch value {
            case .dict, .list, .tuple, .string, .markup: return true
            case .object(let object): return object.isSequence
            case .undefined(let undefined): return undefined.policy != .strict
            default: return false
            }
        },
        "iterable": TemplateTest { value, _, _ in
            switch value {
            case .dict, .list, .tuple, .string, .markup: return true
            case .object(let object): return object.isIterable
            case .undefined(let undefined):
                try undefined.requireLenient()
                return true
            default: return false
            }
        },
        "callable": TemplateTest { value, _, _ in
            if case .object(let object) = value { return object.isCallable }
            return value.isUndefined
        },
        "filter": TemplateTest { value, _, state in
            value.stringContent.map { state.environment.filter(named: $0) != nil } ?? false
        },
        "test": TemplateTest { value, _, state in
            value.stringContent.map { state.environment.test(named: $0) != nil } ?? false
        },
        "lower": TemplateTest { value, _, _ in StringMethods.isCased(try value.text()) { $0.properties.isLowercase } },
        "upper": TemplateTest { value, _, _ in StringMethods.isCased(try value.text()) { $0.properties.isUppercase } },
        "odd": TemplateTest { value, _, state in try remainder(value, .int(2), state).equals(.int(1)) },
        "even": TemplateTest { value, _, state in try remainder(value, .int(2), state).equals(.int(0)) },
        "divisibleby": TemplateTest(arguments: 1) { value, arguments, state in
            try remainder(value, arguments[0], state).equals(.int(0))
        },
    ]

    private static let comparisons: [String: TemplateTest] = {
        var tests: [String: TemplateTest] = [:]
        let names: [(ComparisonOperator, [String])] = [
            (.equal, ["==", "eq", "equalto"]), (.notEqual, ["!=", "ne"]), (.greater, [">", "gt", "greaterthan"]),
            (.greaterOrEqual, [">=", "ge"]), (.less, ["<", "lt", "lessthan"]), (.lessOrEqual, ["<=", "le"]),
            (.contained, ["in"]),
        ]
        for (operation, aliases) in names {
            let test = TemplateTest(arguments: 1) { value, arguments, _ in try operation.holds(value, arguments[0]) }
            for alias in aliases { tests[alias] = test }
        }
        tests["sameas"] = TemplateTest(arguments: 1) { value, arguments, _ in isSame(value, arguments[0]) }
        return tests
    }()

    private static func remainder(_ value: Value, _ divisor: Value, _ state: RenderState) throws -> Value {
        try value.applying(.modulo, to: divisor, state)
    }

    /// Python's `is`, where small values are the same when they are equal and of one type.
    private static func isSame(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.list(let left), .list(let right)): left === right
        case (.tuple(let left), .tuple(let right)): left === right
        case (.dict(let left), .dict(let right)): left === right
        case (.object(let left), .object(let right)): left === right
        default: left.typeName == right.typeName && left.equals(right)
        }
    }
}
