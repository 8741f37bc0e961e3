/// What Python's generators are here: elements that can be run through once.
///
/// `@unchecked Sendable`: made and used within one render, which runs on one thread.
final class IteratorObject: TemplateObject, @unchecked Sendable {
    let typeName: String
    private let all: [Value]
    private var position = 0

    init(_ elements: [Value], typeName: String = "generator") {
        all = elements
        self.typeName = typeName
    }

    var isIterable: Bool { true }

    func elements() throws -> [Value]? {
        defer { position = all.count }
        return position == 0 ? all : Array(all[position...])
    }

    /// The next element, leaving the others.
    func next() -> Value? {
        guard position < all.count else { return nil }
        defer { position += 1 }
        return all[position]
    }

    func text() throws -> String { "<\(typeName) object>" }
}

/// The keys, values or items of a dictionary.
final class DictView: TemplateObject {
    enum Part: String, Sendable {
        case keys = "dict_keys"
        case values = "dict_values"
        case items = "dict_items"
    }

    private let dict: DictValue
    private let part: Part

    init(_ dict: DictValue, _ part: Part) {
        self.dict = dict
        self.part = part
    }

    var typeName: String { part.rawValue }
    var count: Int? { dict.count }
    var isIterable: Bool { true }

    func elements() throws -> [Value]? {
        switch part {
        case .keys: dict.keys
        case .values: dict.values
        case .items: zip(dict.keys, dict.values).map { .tuple([$0, $1]) }
        }
    }

    func text() throws -> String {
        "\(part.rawValue)(" + (try Value.list(try elements() ?? []).repr()) + ")"
    }
}

/// The integers from a start to before a stop.
final class RangeObject: TemplateObject {
    private let start: Int
    private let stop: Int
    private let step: Int
    private let length: Int

    init(start: Int, stop: Int, step: Int) throws {
        guard step != 0 else { throw Failure(.value, "range() arg 3 must not be zero") }
        self.start = start
        self.stop = stop
        self.step = step
        let span = step > 0 ? stop.subtractingReportingOverflow(start) : start.subtractingReportingOverflow(stop)
        guard !span.overflow, step != .min else { throw Failure(.overflow, "a range is too long") }
        let size = abs(step)
        length = span.partialValue <= 0 ? 0 : (span.partialValue - 1) / size + 1
    }

    static let limit = 10_000_000

    var typeName: String { "range" }
    var count: Int? { length }
    var isSequence: Bool { true }
    var isIterable: Bool { true }

    func elements() throws -> [Value]? {
        guard length <= Self.limit else {
            throw Failure(.limit, "a range of \(length) elements is longer than \(Self.limit)")
        }
        return (0..<length).map { .int(start + $0 * step) }
    }

    func item(_ key: Value) throws -> Value? {
        guard let index = key.integerContent else { return nil }
        let position = index < 0 ? index + length : index
        return position >= 0 && position < length ? .int(start + position * step) : nil
    }

    func slice(_ from: Int?, _ to: Int?, _ by: Int?) throws -> RangeObject {
        let step = by ?? 1
        guard step != 0 else { throw Failure(.value, "slice step cannot be zero") }
        func clamp(_ bound: Int?, _ missing: Int, _ low: Int, _ high: Int) -> Int {
            guard let bound else { return missing }
            return bound < 0 ? max(bound.addingReportingOverflow(length).partialValue, low) : min(bound, high)
        }
        let low = step < 0 ? -1 : 0
        let high = step < 0 ? length - 1 : length
        let first = clamp(from, step < 0 ? high : 0, low, high)
        let last = clamp(to, step < 0 ? low : length, low, high)
        let product = self.step.multipliedReportingOverflow(by: step)
        guard !product.overflow else { throw Failure(.overflow, "a range's step is too great") }
        return try RangeObject(
            start: start + first * self.step, stop: start + last * self.step, step: product.partialValue)
    }

    func contains(_ element: Value) throws -> Bool? {
        guard let number = element.integerContent else { return nil }
        guard step > 0 ? number >= start && number < stop : number <= start && number > stop else { return false }
        return (number - start) % step == 0
    }

    func isEqual(to other: any TemplateObject) -> Bool {
        guard let other = other as? RangeObject, length == other.length else { return false }
        return length == 0 || (start == other.start && (length == 1 || step == other.step))
    }

    func text() throws -> String { "range(\(start), \(stop)" + (step == 1 ? ")" : ", \(step))") }
}
