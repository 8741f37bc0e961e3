import MGECore
import MGELayers

extension FieldAttributes {
    /// Puts what is said into an item, with a type that can hold it; what does not fit is left out.
    func apply(to item: inout FieldItem, lexicon: Lexicon) {
        item.optional = optional ?? item.optional
        item.unique = unique ?? item.unique
        var usual = lexicon.fieldItem(for: item.name.text).map { String($0.prefix { $0 != "," && $0 != "(" }) }
        if let unit, usual.map({ !Self.numbers.contains($0) || $0 == "money" }) ?? true, unit != usual, item.type == nil
        {
            // `the crossing time in minutes` is no time.
            usual = unit
            item.type = Self.phrase(unit, item)
        }
        if let type, item.type == nil {
            // `(entero, de 1 a 64)`
            let meaning = lexicon.types.meaning(of: Tokenizer.tokenize(LocatedText(type)).tokens)?.rawValue
            usual = meaning.flatMap { Self.numbers.contains($0) ? $0 : nil } ?? type
            item.type = Self.phrase(usual ?? type, item)
        }
        if isFlag || isYesOrNo(lexicon) {
            item.type = Self.phrase("boolean", item)
            if let value, let isTrue = boolean(value, lexicon: lexicon) ?? namesItself(value, item, lexicon) {
                item.defaultValue = Located(text: isTrue ? "true" : "false", place: value.place)
            }
        } else if !cases.isEmpty {
            item.type = Self.phrase("enum", item)
            item.type?.arguments = cases
            // What was taken for the first one before the cases were told.
            if let known = item.defaultValue, Self.fitting(known, cases) == nil { item.defaultValue = nil }
            if let value, let fitting = Self.fitting(value, cases) {
                item.defaultValue = Located(text: fitting.text, place: value.place)
            }
        } else if let known = item.type?.arguments, !known.isEmpty {
            if let value, let fitting = Self.fitting(value, known) {
                item.defaultValue = Located(text: fitting.text, place: value.place)
            }
        } else if item.type?.words.text == "boolean", let value, let isTrue = namesItself(value, item, lexicon) {
            item.defaultValue = Located(text: isTrue ? "true" : "false", place: value.place)
        } else if let value, item.minimum == nil, item.maximum == nil, let isTrue = boolean(value, lexicon: lexicon) {
            item.type = Self.phrase("boolean", item)
            item.defaultValue = Located(text: isTrue ? "true" : "false", place: value.place)
        } else if minimum != nil || maximum != nil {
            applyBounds(to: &item, usual: usual, lexicon: lexicon)
        } else if let value, Double(value.text) != nil, let type = item.type?.words.text,
            Self.numbers.contains(type), type != "integer" || Int(value.text) != nil
        {
            item.defaultValue = value
        } else if let value, usual == "time", value.text.contains(":") {
            item.defaultValue = value
        } else if let value, usual == nil || usual == "string" && lexicon.language == .spanish,
            Int(value.text) != nil
        {
            item.type = Self.phrase("integer", item)
            item.defaultValue = value
        } else if let value, usual == nil || usual == "string" {
            item.type = Self.phrase("string", item)
            item.defaultValue = value
        } else if let value, let usual, usual == "integer", Int(value.text) != nil {
            item.defaultValue = value
        } else if let value, let usual, ["money", "decimal", "float"].contains(usual), Double(value.text) != nil {
            item.defaultValue = value
        }
    }

    private static let numbers: Set<String> = ["integer", "bigint", "money", "decimal", "float"]

    private static func fitting(_ value: Located, _ cases: [Located]) -> Located? {
        let said = value.text.foldedForComparison
        // `arranca en cola`, where `en cola` is a case
        return cases.first { $0.text.foldedForComparison == said || $0.text.foldedForComparison == "en " + said }
    }

    private func applyBounds(to item: inout FieldItem, usual: String?, lexicon: Lexicon) {
        let isWhole = [minimum, maximum].allSatisfy { $0.map { Int($0.text) != nil } ?? true }
        if let low = minimum.flatMap({ Double($0.text) }), let high = maximum.flatMap({ Double($0.text) }), low > high {
            return
        }
        let isCounted =
            (minimum.flatMap { Int($0.text) }.map { $0 <= 1 } ?? false
                || lexicon.language == .spanish && minimum != nil)
            && maximum != nil
        let isNumber =
            isCounted
            && lexicon.types.match(Tokenizer.tokenize(LocatedText(item.name.text)).tokens, at: 0)?.meaning
                == .integer
        if !isLength, usual == "string", isNumber {
            // `un número de socio, del 1 al 9999`
            item.type = Self.phrase("integer", item)
        } else if isNumbered, !isLength, isWhole, usual == "string" {
            item.type = Self.phrase("integer", item)
        } else if isLength || usual == "string" && isWhole && maximum.flatMap({ Int($0.text) }) ?? 0 > 5 {
            guard isWhole else { return }
            item.type = Self.phrase("string", item)
        } else if usual == "float", isWhole, lexicon.language == .spanish, minimum != nil, maximum != nil,
            item.name.text.lowercased().hasPrefix("grado de ")
        {
            // `grado de dependencia, de 0 a 3`
            item.type = Self.phrase("integer", item)
        } else if let usual, ["integer", "money", "decimal", "float", "bigint"].contains(usual) {
            if !isWhole, usual == "integer" {
                // `a score from 0.0 to 10.0`
                guard lexicon.language == .english, item.type == nil else { return }
                item.type = Self.phrase("float", item)
            }
        } else if usual == nil || usual == "string" || usual == "enum" && isWhole {
            item.type = Self.phrase(isWhole ? "integer" : "float", item)
        } else {
            return
        }
        // `de 10 como mínimo y 50 como máximo` says them one after the other.
        let (low, high) = (minimum ?? item.minimum, maximum ?? item.maximum)
        let isOrdered = low.flatMap { Double($0.text) } ?? -.infinity <= high.flatMap { Double($0.text) } ?? .infinity
        item.minimum = isOrdered ? low : minimum
        item.maximum = isOrdered ? high : maximum
        if let value, Int(value.text) != nil { item.defaultValue = value }
    }

    /// Whether the cases are `true` and `false`, or `yes` and `no`.
    private func isYesOrNo(_ lexicon: Lexicon) -> Bool {
        cases.count == 2 && Set(cases.compactMap { boolean($0, lexicon: lexicon) }).count == 2
    }

    private func boolean(_ value: Located, lexicon: Lexicon) -> Bool? {
        let tokens = Tokenizer.tokenize(LocatedText(value.text)).tokens
        switch lexicon.keywords.meaning(of: tokens, where: { $0 == .yes || $0 == .no }) {
        case .yes: return true
        case .no: return false
        default: return nil
        }
    }

    /// `si están activos, arrancan activos`: a flag that begins as what it is called is set at first.
    private func namesItself(_ value: Located, _ item: FieldItem, _ lexicon: Lexicon) -> Bool? {
        let names = [value.text, item.name.text].map { lexicon.inflector.singular(of: $0.lowercased()) }
        return names[0].foldedForComparison == names[1].foldedForComparison ? true : nil
    }

    static func phrase(_ type: String, _ item: FieldItem) -> FieldItem.TypePhrase {
        FieldItem.TypePhrase(
            tokens: Tokenizer.tokenize(LocatedText(type)).tokens, words: Located(text: type, place: item.name.place))
    }
}
