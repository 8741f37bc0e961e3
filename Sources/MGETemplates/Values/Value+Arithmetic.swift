import Foundation

/// The operators between two values that compute a third.
enum BinaryOperator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floorDivide = "//"
    case modulo = "%"
    case power = "**"
}

extension Value {
    /// Applies an operator as Python does.
    /// - Throws: `Failure` for operands that do not fit, a division by zero, or a result that is too big.
    func applying(_ operation: BinaryOperator, to other: Value, _ state: RenderState) throws -> Value {
        if case .undefined(let undefined) = self { throw undefined.failure }
        if operation == .modulo, let format = stringContent {
            let text = try PercentFormat(format).applied(to: other, state, escapes: isMarkup)
            if case .markup = self { return .markup(text) }
            return .string(text)
        }
        if case .undefined(let undefined) = other { throw undefined.failure }
        if let left = integerContent, let right = other.integerContent {
            return try Self.integer(left, operation, right)
        }
        if let left = doubleContent, let right = other.doubleContent {
            return try Self.float(left, operation, right)
        }
        switch operation {
        case .add: if let sum = try adding(other, state) { return sum }
        case .multiply: if let product = try repeating(other, state) { return product }
        default: break
        }
        throw Failure(
            .type,
            "unsupported operand type(s) for \(operation == .power ? "** or pow()" : operation.rawValue): "
                + "'\(typeName)' and '\(other.typeName)'")
    }

    private func adding(_ other: Value, _ state: RenderState) throws -> Value? {
        switch (self, other) {
        case (.string(let left), .string(let right)):
            try state.checkSize(left.utf8.count + right.utf8.count)
            return .string(left + right)
        case (.markup(let left), .markup(let right)): return .markup(left + right)
        case (.markup(let left), .string(let right)): return .markup(left + Text.escaped(right))
        case (.string(let left), .markup(let right)): return .markup(Text.escaped(left) + right)
        case (.list(let left), .list(let right)):
            try state.checkSize(left.elements.count + right.elements.count)
            return .list(try ListValue(left.elements + right.elements))
        case (.tuple(let left), .tuple(let right)):
            try state.checkSize(left.elements.count + right.elements.count)
            return .tuple(TupleValue(left.elements + right.elements))
        case (.string, _), (.markup, _):
            throw Failure(
                .type, "can only concatenate str (not \"\(other.typeName)\") to str",
                remedy: "join texts and other values with ~")
        default: return nil
        }
    }

    private func repeating(_ other: Value, _ state: RenderState) throws -> Value? {
        guard let times = other.integerContent else {
            return integerContent == nil || !other.isSequence ? nil : try other.repeating(self, state)
        }
        let count = max(0, times)
        switch self {
        case .string(let text):
            try state.checkSize(text.utf8.count, times: count)
            return .string(String(repeating: text, count: count))
        case .markup(let text):
            try state.checkSize(text.utf8.count, times: count)
            return .markup(String(repeating: text, count: count))
        case .list(let list):
            try state.checkSize(list.elements.count, times: count)
            return .list(try ListValue(Self.repeated(list.elements, count)))
        case .tuple(let tuple):
            try state.checkSize(tuple.elements.count, times: count)
            return .tuple(TupleValue(Self.repeated(tuple.elements, count)))
        default: return nil
        }
    }

    private static func repeated(_ elements: [Value], _ count: Int) -> [Value] {
        Array(repeatElement(elements, count: elements.isEmpty ? 0 : count).joined())
    }

    private var isSequence: Bool {
        switch self {
        case .string, .markup, .list, .tuple: true
        default: false
        }
    }

    private static func integer(_ left: Int, _ operation: BinaryOperator, _ right: Int) throws -> Value {
        let result: (partialValue: Int, overflow: Bool)
        switch operation {
        case .add: result = left.addingReportingOverflow(right)
        case .subtract: result = left.subtractingReportingOverflow(right)
        case .multiply: result = left.multipliedReportingOverflow(by: right)
        case .divide:
            guard right != 0 else { throw Failure(.zeroDivision, "division by zero") }
            return .float(Double(left) / Double(right))
        case .floorDivide:
            guard right != 0 else { throw Failure(.zeroDivision, "integer division or modulo by zero") }
            let quotient = left.dividedReportingOverflow(by: right)
            let isInexact = !quotient.overflow && left % right != 0 && (left < 0) != (right < 0)
            result = (isInexact ? quotient.partialValue - 1 : quotient.partialValue, quotient.overflow)
        case .modulo:
            guard right != 0 else { throw Failure(.zeroDivision, "integer modulo by zero") }
            guard right != -1 else { return .int(0) }
            let remainder = left % right
            return .int(remainder != 0 && (remainder < 0) != (right < 0) ? remainder + right : remainder)
        case .power:
            guard right >= 0 else { return try float(Double(left), .power, Double(right)) }
            result = power(left, right)
        }
        guard !result.overflow else {
            throw Failure(
                .overflow, "integer overflow: \(left) \(operation.rawValue) \(right) does not fit in 64 bits",
                remedy: "compute with floats")
        }
        return .int(result.partialValue)
    }

    private static func power(_ base: Int, _ exponent: Int) -> (partialValue: Int, overflow: Bool) {
        if base == 0 || base == 1 { return (exponent == 0 ? 1 : base, false) }
        if base == -1 { return (exponent.isMultiple(of: 2) ? 1 : -1, false) }
        var result = 1
        for _ in 0..<min(exponent, 65) {
            let product = result.multipliedReportingOverflow(by: base)
            if product.overflow { return product }
            result = product.partialValue
        }
        return (result, exponent > 65)
    }

    private static func float(_ left: Double, _ operation: BinaryOperator, _ right: Double) throws -> Value {
        switch operation {
        case .add: return .float(left + right)
        case .subtract: return .float(left - right)
        case .multiply: return .float(left * right)
        case .divide:
            guard right != 0 else { throw Failure(.zeroDivision, "float division by zero") }
            return .float(left / right)
        case .floorDivide:
            guard right != 0 else { throw Failure(.zeroDivision, "float floor division by zero") }
            return .float(((left - floatModulo(left, right)) / right).rounded())
        case .modulo:
            guard right != 0 else { throw Failure(.zeroDivision, "float modulo") }
            return .float(floatModulo(left, right))
        case .power:
            if left == 0, right < 0 {
                throw Failure(.zeroDivision, "0.0 cannot be raised to a negative power")
            }
            let result = pow(left, right)
            if result.isInfinite, left.isFinite, right.isFinite {
                throw Failure(.overflow, "the result is too large for a float")
            }
            if result.isNaN, !left.isNaN, !right.isNaN {
                throw Failure(.type, "a power of a negative number to a fraction is complex")
            }
            return .float(result)
        }
    }

    private static func floatModulo(_ left: Double, _ right: Double) -> Double {
        let remainder = fmod(left, right)
        if remainder == 0 { return copysign(0, right) }
        return (remainder < 0) != (right < 0) ? remainder + right : remainder
    }

    /// Python's unary minus.
    /// - Throws: `Failure` for anything but a number.
    func negated() throws -> Value {
        switch self {
        case .undefined(let undefined): throw undefined.failure
        case .float(let number): return .float(-number)
        default:
            guard let number = integerContent else {
                throw Failure(.type, "bad operand type for unary -: '\(typeName)'")
            }
            return try Self.integer(0, .subtract, number)
        }
    }

    /// Python's unary plus.
    /// - Throws: `Failure` for anything but a number.
    func plus() throws -> Value {
        switch self {
        case .undefined(let undefined): throw undefined.failure
        case .float: return self
        default:
            guard let number = integerContent else {
                throw Failure(.type, "bad operand type for unary +: '\(typeName)'")
            }
            return .int(number)
        }
    }
}
