import Foundation
import MGECore
import MGELayers

/// Makes fields of items whose type is no entity, and says what is wrong with them.
struct FieldResolver {
    let lexicon: Lexicon
    var findings: Findings

    /// The greatest length of a `string`; longer text is `text`.
    static let longestString = 10_000
    /// The greatest length of a `text`.
    static let longestText = 10_000_000
    static let greatestPrecision = 38

    /// The field of an item.
    /// - Returns: nil when the type is unknown or wrong, which the findings then say.
    mutating func field(_ item: FieldItem, name: String, kind: Origin.Kind) -> Field? {
        guard let phrase = item.type, let typeName = typeName(of: phrase) else { return nil }
        if phrase.isMany {
            findings.add(
                .error, "`\(name)` is many of `\(phrase.words.text)`, which is no entity", subject: name,
                remedy: "use json for a list of values, or describe an entity", at: phrase.words.place)
        }
        if let rule = item.onDelete {
            findings.add(
                .error, "`on delete` is said of `\(name)`, which is no relation", subject: name,
                remedy: "remove it, or make the type an entity's name", at: rule.place)
        }
        if let place = item.owner {
            findings.add(
                .error, "`owner` is said of `\(name)`, which is no relation", subject: name,
                remedy: "say it of the reference to the account: `- author: User, owner`", at: place)
        }
        checkRequired(item)
        guard let type = fieldType(typeName, of: item, phrase) else { return nil }
        let values = type.values
        if let values, let place = item.unique {
            findings.add(
                .warning, "`\(name)` is not made unique: with \(values) values, there could be so many rows at most",
                subject: name, remedy: "leave out that it is unique, or say together with what it is", at: place)
        }
        var field = Field(
            name: name, type: type, isRequired: item.optional == nil,
            isUnique: item.unique != nil && values == nil,
            summary: item.summary,
            origin: Origin(kind, at: findings.location(item.name.place), words: item.words))
        if let value = item.defaultValue { field.defaultValue = defaultValue(value, of: name, type: type) }
        if !item.chains.isEmpty { addTransitions(item.chains, to: &field) }
        return field
    }

    /// The type that is named, if it is none of an entity.
    func typeName(of phrase: FieldItem.TypePhrase) -> FieldTypeName? {
        lexicon.types.meaning(of: phrase.tokens.map(\.unquotedWord))
    }

    /// Says when an item is both required and optional.
    mutating func checkRequired(_ item: FieldItem) {
        guard let place = item.required, item.optional != nil else { return }
        findings.add(
            .error, "`\(item.name.text)` is both required and optional", subject: item.name.text,
            remedy: "keep one of them", at: place)
    }

    private mutating func fieldType(
        _ type: FieldTypeName, of item: FieldItem, _ phrase: FieldItem.TypePhrase
    ) -> FieldType? {
        switch type {
        case .string: return string(item, phrase)
        case .text: return text(item, phrase)
        case .integer:
            return whole(item, phrase, in: Int(Int32.min)...Int(Int32.max), type: "integer").map {
                .integer(minimum: $0.minimum, maximum: $0.maximum)
            }
        case .bigint:
            return whole(item, phrase, in: Int.min...Int.max, type: "bigint").map {
                .bigInteger(minimum: $0.minimum, maximum: $0.maximum)
            }
        case .float:
            return real(item, phrase.arguments, phrase).map { .float(minimum: $0.minimum, maximum: $0.maximum) }
        case .decimal: return decimal(item, phrase, assumed: (10, 2))
        case .money: return decimal(item, phrase, assumed: (12, 2))
        case .enum: return enumeration(item, phrase)
        default: return plain(type, item, phrase)
        }
    }

    /// A type without arguments and bounds.
    private mutating func plain(
        _ type: FieldTypeName, _ item: FieldItem, _ phrase: FieldItem.TypePhrase
    ) -> FieldType? {
        if let argument = phrase.arguments?.first {
            findings.add(
                .error, "the type `\(type.rawValue)` takes nothing in parentheses", subject: item.name.text,
                remedy: "remove the parentheses, or write a description after ` - `", at: argument.place)
        }
        if let bound = item.minimum ?? item.maximum {
            findings.add(
                .error, "the type `\(type.rawValue)` of `\(item.name.text)` has no bounds", subject: item.name.text,
                remedy: "remove `min` and `max`", at: bound.place)
        }
        switch type {
        case .boolean: return .boolean
        case .date: return .date
        case .datetime: return .dateTime
        case .time: return .time
        case .uuid: return .uuid
        case .email: return .email
        case .url: return .url
        default: return .json
        }
    }

    private mutating func enumeration(_ item: FieldItem, _ phrase: FieldItem.TypePhrase) -> FieldType? {
        let cases = phrase.arguments ?? []
        guard !cases.isEmpty else {
            findings.add(
                .error, "the enumeration `\(item.name.text)` has no cases", subject: item.name.text,
                remedy: "write `enum(one, another)`", at: phrase.words.place)
            return nil
        }
        if let bound = item.minimum ?? item.maximum {
            findings.add(
                .error, "an enumeration has no bounds", subject: item.name.text, remedy: "remove `min` and `max`",
                at: bound.place)
        }
        var seen: Set<String> = []
        for value in cases {
            if value.text.isEmpty {
                findings.add(
                    .error, "a case of `\(item.name.text)` is empty", subject: item.name.text,
                    remedy: "remove a comma, or write the case", at: value.place)
            } else if !seen.insert(value.text).inserted {
                findings.add(
                    .error, "the case `\(value.text)` of `\(item.name.text)` is there twice", subject: item.name.text,
                    remedy: "remove one of them", at: value.place)
            }
        }
        if cases.count > ReadingLimits.cases {
            findings.add(
                .error, "`\(item.name.text)` has \(cases.count) cases, more than \(ReadingLimits.cases)",
                subject: item.name.text, remedy: "make it an entity of its own", at: phrase.words.place)
        }
        return .enumeration(cases.map(\.text))
    }
}

extension Token {
    /// The token with a quotation made a word, so that a quoted name is compared as one.
    fileprivate var unquotedWord: Token {
        var token = self
        if kind == .quoted { token.kind = .word }
        return token
    }
}

extension FieldType {
    /// How many values there are, where that is few.
    fileprivate var values: Int? {
        switch self {
        case .boolean: 2
        case .enumeration(let cases): cases.count
        default: nil
        }
    }
}
