import MGECore
import MGELayers

@testable import MGEReading

/// Compares one field that a text states with the one that the reader gives for it.
struct FieldComparison {
    private let expected: ExpectedField
    private let given: Field?
    private let name: String

    init(_ expected: ExpectedField, _ given: Field?, of entity: String) {
        self.expected = expected
        self.given = given
        name = "\(entity).\(expected.name)"
    }

    /// Counts the field, and each thing that is said of it.
    func count(in score: inout CorpusScore) {
        count("field", stated: true, given: given != nil, equal: given != nil, in: &score)
        let type = given.map { expected.type?.contains($0.type.name) == true } ?? false
        count("type of", stated: expected.type != nil, given: expected.type != nil, equal: type, in: &score)
        let isOptional = given?.isRequired == false
        count("optional", stated: expected.required == false, given: isOptional, equal: isOptional, in: &score)
        let isUnique = given?.isUnique == true
        count("unique", stated: expected.unique == true, given: isUnique, equal: isUnique, in: &score)
        let value = given?.defaultValue
        count(
            "default of", stated: expected.defaultValue != nil, given: value != nil,
            equal: value != nil && Self.text(value) == Self.text(expected.defaultValue), in: &score)
        countBounds(in: &score)
        let cases = given?.type.cases.map { Set($0.map(CorpusReading.folded)) }
        count(
            "cases of", stated: expected.cases != nil, given: cases != nil,
            equal: cases != nil && cases == expected.cases.map { Set($0.map(CorpusReading.folded)) }, in: &score)
    }

    /// Counts the bounds; the greatest length of a string is never wrong alone, as every string has one.
    private func countBounds(in score: inout CorpusScore) {
        let (minimum, maximum) = given?.type.bounds ?? (nil, nil)
        let isLeast = minimum != nil && minimum == expected.minimum
        count("minimum of", stated: expected.minimum != nil, given: minimum != nil, equal: isLeast, in: &score)
        let isGreatest = maximum != nil && maximum == expected.maximum
        let isGiven = given?.type.isTextual == true ? isGreatest : maximum != nil
        count("maximum of", stated: expected.maximum != nil, given: isGiven, equal: isGreatest, in: &score)
    }

    /// Counts one point; what is given for a field that the reader assumed is not held against it.
    private func count(_ what: String, stated: Bool, given isGiven: Bool, equal: Bool, in score: inout CorpusScore) {
        score.count(
            CorpusScore.Point(
                name: "\(what) \(name)", isStated: stated, isGiven: isGiven && given?.origin.kind == .stated,
                isEqual: equal))
    }

    /// A default as a folded text, whatever kind of value it is.
    private static func text(_ value: JSONValue?) -> String {
        switch value {
        case .string(let text): CorpusReading.folded(text)
        case .integer(let number): "\(Double(number))"
        case .number(let number): "\(number)"
        case .bool(let value): "\(value)"
        case nil, .null, .array, .object: ""
        }
    }
}

extension FieldType {
    fileprivate var cases: [String]? {
        guard case .enumeration(let cases) = self else { return nil }
        return cases
    }

    fileprivate var isTextual: Bool {
        switch self {
        case .string, .text: true
        default: false
        }
    }

    /// The bounds of the value, or of the length of a text.
    fileprivate var bounds: (minimum: Double?, maximum: Double?) {
        switch self {
        case .string(let minimum, let maximum): (minimum.map(Double.init), Double(maximum))
        case .text(let maximum): (nil, Double(maximum))
        case .integer(let minimum, let maximum), .bigInteger(let minimum, let maximum):
            (minimum.map(Double.init), maximum.map(Double.init))
        case .float(let minimum, let maximum), .decimal(_, _, let minimum, let maximum): (minimum, maximum)
        default: (nil, nil)
        }
    }
}
