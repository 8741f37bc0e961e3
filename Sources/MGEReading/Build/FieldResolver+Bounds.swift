import Foundation
import MGECore
import MGELayers

extension FieldResolver {
    /// One line of text: `string(100)`, `string(3..10)`, `string, min 3`.
    mutating func string(_ item: FieldItem, _ phrase: FieldItem.TypePhrase) -> FieldType? {
        guard let lengths = lengths(item, phrase, longest: Self.longestString) else { return nil }
        return .string(minimum: lengths.minimum, maximum: lengths.maximum ?? max(200, lengths.minimum ?? 0))
    }

    /// Several lines of text: `text(5000)`.
    mutating func text(_ item: FieldItem, _ phrase: FieldItem.TypePhrase) -> FieldType? {
        guard let lengths = lengths(item, phrase, longest: Self.longestText) else { return nil }
        if let minimum = item.minimum {
            findings.add(
                .error, "`text` has no least length", subject: item.name.text,
                remedy: "remove `min`, or use `string` with a length", at: minimum.place)
        }
        return .text(maximum: lengths.maximum ?? 10_000)
    }

    /// Bounds of a whole number, written as attributes or in parentheses.
    mutating func whole(
        _ item: FieldItem, _ phrase: FieldItem.TypePhrase, in range: ClosedRange<Int>, type: String
    ) -> (minimum: Int?, maximum: Int?)? {
        guard let written = written(item, phrase.arguments, phrase, single: false) else { return nil }
        var bounds: [Int?] = []
        for bound in [written.minimum, written.maximum] {
            guard let bound else {
                bounds.append(nil)
                continue
            }
            guard let number = Int(bound.text), range.contains(number) else {
                findings.add(
                    .error, "`\(bound.text)` is no \(type)", subject: item.name.text,
                    remedy: Int(bound.text) != nil ? "use the type bigint" : "write a whole number", at: bound.place)
                return nil
            }
            bounds.append(number)
        }
        guard isOrdered(bounds[0].map(Double.init), bounds[1].map(Double.init), item, written) else { return nil }
        return (bounds[0], bounds[1])
    }

    /// Bounds of a fraction.
    mutating func real(
        _ item: FieldItem, _ arguments: [Located]?, _ phrase: FieldItem.TypePhrase
    ) -> (minimum: Double?, maximum: Double?)? {
        guard let written = written(item, arguments, phrase, single: false) else { return nil }
        let minimum = written.minimum.flatMap { Double($0.text) }
        let maximum = written.maximum.flatMap { Double($0.text) }
        for (text, value) in [(written.minimum, minimum), (written.maximum, maximum)] {
            guard let text, value?.isFinite != true else { continue }
            findings.add(
                .error, "`\(text.text)` is no number", subject: item.name.text, remedy: "write a number", at: text.place
            )
            return nil
        }
        return isOrdered(minimum, maximum, item, written) ? (minimum, maximum) : nil
    }

    /// An exact number: `decimal(12,2)`.
    mutating func decimal(
        _ item: FieldItem, _ phrase: FieldItem.TypePhrase, assumed: (precision: Int, scale: Int)
    ) -> FieldType? {
        var (precision, scale) = assumed
        if let arguments = phrase.arguments {
            let numbers = arguments.map { Int($0.text) }
            guard (1...2).contains(numbers.count), let first = numbers.first ?? nil,
                let second = numbers.count == 2 ? numbers[1] : 0,
                (1...Self.greatestPrecision).contains(first), (0...first).contains(second)
            else {
                findings.add(
                    .error, "`\(item.name.text)` is no decimal of digits and decimal places", subject: item.name.text,
                    remedy:
                        "write `decimal(12,2)`: at most \(Self.greatestPrecision) digits, 2 of them after the point",
                    at: arguments.first?.place ?? phrase.words.place)
                return nil
            }
            (precision, scale) = (first, second)
        }
        guard let bounds = real(item, nil, phrase) else { return nil }
        return .decimal(precision: precision, scale: scale, minimum: bounds.minimum, maximum: bounds.maximum)
    }

    private mutating func lengths(
        _ item: FieldItem, _ phrase: FieldItem.TypePhrase, longest: Int
    ) -> (minimum: Int?, maximum: Int?)? {
        guard let written = written(item, phrase.arguments, phrase, single: true) else { return nil }
        for bound in [written.minimum, written.maximum] {
            guard let bound else { continue }
            guard let length = Int(bound.text), length >= 0, length <= longest else {
                findings.add(
                    .error, "`\(bound.text)` is no length from 1 to \(longest)", subject: item.name.text,
                    remedy: longest == Self.longestString
                        ? "use a smaller number, or the type text" : "use a smaller number",
                    at: bound.place)
                return nil
            }
        }
        let minimum = written.minimum.flatMap { Int($0.text) }
        let maximum = written.maximum.flatMap { Int($0.text) }
        if maximum == 0, let place = written.maximum?.place {
            findings.add(
                .error, "`\(item.name.text)` may have no characters at all", subject: item.name.text,
                remedy: "write a greatest length from 1", at: place)
            return nil
        }
        guard isOrdered(minimum.map(Double.init), maximum.map(Double.init), item, written) else { return nil }
        return (minimum, maximum)
    }

    /// The bounds as they are written: `(10)`, `(3..10)` or as attributes.
    private mutating func written(
        _ item: FieldItem, _ arguments: [Located]?, _ phrase: FieldItem.TypePhrase, single: Bool
    ) -> (minimum: Located?, maximum: Located?)? {
        var minimum = item.minimum
        var maximum = item.maximum
        guard let arguments else { return (minimum, maximum) }
        guard arguments.count == 1, let argument = arguments.first else {
            findings.add(
                .error, "`\(item.name.text)` has \(arguments.count) values in parentheses, and one belongs there",
                subject: item.name.text, remedy: single ? "write a length: `(100)`" : "write bounds: `(0..10)`",
                at: arguments.first?.place ?? phrase.words.place)
            return nil
        }
        let parts = argument.text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false).map {
            Located(text: String($0).trimmed, place: argument.place)
        }
        if parts.count == 2 {
            minimum = parts[0]
            maximum = parts[1]
        } else if single {
            maximum = argument
        } else {
            findings.add(
                .error, "`(\(argument.text))` says nothing of `\(item.name.text)`", subject: item.name.text,
                remedy: "write bounds: `(0..10)`", at: argument.place)
            return nil
        }
        return (minimum, maximum)
    }

    private mutating func isOrdered(
        _ minimum: Double?, _ maximum: Double?, _ item: FieldItem, _ written: (minimum: Located?, maximum: Located?)
    ) -> Bool {
        guard let minimum, let maximum, minimum > maximum else { return true }
        findings.add(
            .error,
            "the minimum \(written.minimum?.text ?? "") of `\(item.name.text)` is greater than its maximum "
                + (written.maximum?.text ?? ""),
            subject: item.name.text, remedy: "swap them", at: written.minimum?.place ?? item.name.place)
        return false
    }
}
