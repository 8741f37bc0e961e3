package import MGECore
package import MGELayers

/// What must hold within one field for any stack to generate code for it.
package enum FieldRules {
    /// The first contradiction between a field's type, bounds and default; nil when there is none.
    package static func contradiction(in field: Field, subject: String) -> Diagnostic? {
        guard let (message, remedy) = bounds(of: field.type) ?? defaultValue(of: field) else { return nil }
        return Diagnostic(
            .error, "the \(subject) \(message)", subject: subject, remedy: remedy, at: field.origin.location)
    }

    private static func bounds(of type: FieldType) -> (message: String, remedy: String)? {
        let order = ("has a minimum above its maximum", "exchange them")
        switch type {
        case .string(let minimum, let maximum):
            if maximum < 1 || (minimum ?? 0) < 0 { return ("has a length below one", "give a positive length") }
            return (minimum ?? 0) > maximum ? order : nil
        case .text(let maximum):
            return maximum < 1 ? ("has a length below one", "give a positive length") : nil
        case .integer(let minimum?, let maximum?), .bigInteger(let minimum?, let maximum?):
            return minimum > maximum ? order : nil
        case .float(let minimum, let maximum):
            return ordered(minimum, maximum) ? nil : order
        case .decimal(let precision, let scale, let minimum, let maximum):
            guard precision >= 1, (0...precision).contains(scale) else {
                return ("has more decimals than digits", "give a precision of at least its scale")
            }
            return ordered(minimum, maximum) ? nil : order
        case .enumeration(let values): return cases(values)
        default: return nil
        }
    }

    private static func ordered(_ minimum: Double?, _ maximum: Double?) -> Bool {
        guard (minimum ?? 0).isFinite, (maximum ?? 0).isFinite else { return false }
        guard let minimum, let maximum else { return true }
        return minimum <= maximum
    }

    private static func cases(_ values: [String]) -> (message: String, remedy: String)? {
        if values.isEmpty { return ("is an enumeration without values", "list its values") }
        for value in values {
            let hasControl = value.unicodeScalars.contains { $0.properties.generalCategory == .control }
            if value.isEmpty || hasControl || value.unicodeScalars.count > NameLimits.enumerationValue {
                return (
                    "has a value that is empty, longer than \(NameLimits.enumerationValue) characters or not on one "
                        + "line", "give a short value"
                )
            }
        }
        return nil
    }

    private static func defaultValue(of field: Field) -> (message: String, remedy: String)? {
        guard let value = field.defaultValue, value != .null, !isValue(value, of: field.type) else { return nil }
        return ("cannot have the default \(value.text)", "give a default of type \(field.type.name)")
    }

    /// Whether a default is written as values of its type are; dates, addresses and the like as text.
    private static func isValue(_ value: JSONValue, of type: FieldType) -> Bool {
        switch (type, value) {
        case (.enumeration(let values), .string(let text)): values.contains(text)
        case (.string(let minimum, let maximum), .string(let text)):
            ((minimum ?? 0)...max(maximum, minimum ?? 0)).contains(text.unicodeScalars.count)
        case (.text(let maximum), .string(let text)): text.unicodeScalars.count <= maximum
        case (.integer(let minimum, let maximum), .integer(let number)):
            number >= minimum ?? Int(Int32.min) && number <= maximum ?? Int(Int32.max)
        case (.bigInteger(let minimum, let maximum), .integer(let number)):
            number >= minimum ?? .min && number <= maximum ?? .max
        case (.float, .integer), (.float, .number), (.decimal, .integer), (.decimal, .number): true
        case (.decimal, .string(let text)): Double(text)?.isFinite ?? false
        case (.boolean, .bool), (.json, .object): true
        case (.date, .string), (.dateTime, .string), (.time, .string), (.uuid, .string), (.email, .string),
            (.url, .string):
            true
        default: false
        }
    }
}
