import MGECore
import MGELayers

extension NameResolver {
    /// The names of an enumeration and of its cases, that of its class as it is wanted; nil for a field of another type.
    mutating func enumeration(
        _ field: Field, words: NameWords, names: PlannedEntity.Names
    ) -> PlannedField.Enumeration? {
        guard case .enumeration(let values) = field.type else { return nil }
        let owner = NameScope.Owner("enumeration \(field.name) of \(names.label)", at: field.origin.location)
        let wanted = NameLimits.shortened(names.className + words.pascal, to: NameLimits.code, separator: "")
        var scope = NameScope(of: "case")
        var seen: Set<String> = []
        var cases: [PlannedField.Enumeration.Case] = []
        for value in values {
            guard seen.insert(value).inserted else {
                report(
                    Diagnostic(
                        .warning, "the value \(WireName.label(value)) of \(owner.subject) is given twice",
                        subject: field.name, remedy: "give it once", at: field.origin.location))
                continue
            }
            cases.append(.init(name: scope.claimFree(caseName(of: value), separator: "_", by: owner), value: value))
        }
        enumerations.append(owner)
        return PlannedField.Enumeration(
            className: wanted, constraint: NameLimits.shortened(words.snake, to: NameLimits.code), cases: cases)
    }

    /// Claims the classes of an entity's enumerations, which another entity's may be called alike.
    mutating func claimEnumerations(of entity: inout PlannedEntity, owners: [NameScope.Owner]) {
        var owners = owners.makeIterator()
        for index in entity.fields.indices {
            guard let wanted = entity.fields[index].enumeration?.className, let owner = owners.next() else { continue }
            let isTaken = reserved.classes.contains(wanted) || classes.contains(wanted)
            entity.fields[index].enumeration?.className = classes.claimFree(
                isTaken ? wanted + "Enum" : wanted, by: owner)
        }
    }

    /// `IN_PROGRESS` for `in progress`; `VALUE_…` for what starts with no letter or is a keyword.
    private func caseName(of value: String) -> String {
        let words = NameWords(value)
        if words.isEmpty { return "VALUE_" + NameLimits.digest(of: value, digits: 6).uppercased() }
        let name = words.startsWithDigit ? words.prefixed(by: "value").screaming : words.screaming
        return NameLimits.shortened(reserved.keywords.contains(name) ? "VALUE_" + name : name, to: NameLimits.code)
    }
}
