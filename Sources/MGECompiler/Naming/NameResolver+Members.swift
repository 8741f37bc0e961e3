import MGECore
import MGELayers

extension NameResolver {
    /// An entity with the names of all its members.
    mutating func entity(
        _ entity: Entity, names: PlannedEntity.Names, references: [Relationship], login: Authentication?
    ) -> PlannedEntity {
        var taken = login == nil ? [] : MemberScope.secrets
        if entity.isSoftDeleted == true { taken.insert(Entity.deletionField) }
        var scope = MemberScope(entity: names.label, taken: taken)
        let fields = entity.fields.compactMap { field($0, of: entity, names: names, in: &scope) }
        let relations = references.map { relation($0, in: &scope) }
        var planned = PlannedEntity(
            name: entity.name, names: names, summary: entity.summary, fields: fields, relations: relations,
            uniqueTogether: [], owner: entity.owner.flatMap { scope.columnByName[$0] },
            account: login.flatMap { account($0, in: scope) },
            searched: entity.searched?.compactMap { scope.columnByName[$0] },
            sorted: entity.sorted?.compactMap { scope.columnByName[$0] }, isReadOnly: entity.isReadOnly,
            isSoftDeleted: entity.isSoftDeleted)
        addUniqueness(of: entity, to: &planned, in: scope)
        return planned
    }

    private mutating func account(_ login: Authentication, in scope: MemberScope) -> PlannedAccount? {
        let missing = [login.login, login.administrator?.field].compactMap { $0 }.first {
            scope.columnByName[$0] == nil
        }
        guard missing == nil, let column = scope.columnByName[login.login] else {
            report(
                Diagnostic(
                    .error, "\(WireName.label(login.account)) has no \(missing ?? login.login) to log in with",
                    subject: login.account, remedy: "name a field that it has", at: login.origin.location))
            return nil
        }
        let administrator = login.administrator.flatMap { administrator in
            scope.columnByName[administrator.field].map {
                PlannedAccount.Administrator(column: $0, value: administrator.value)
            }
        }
        return PlannedAccount(login: column, administrator: administrator)
    }

    private mutating func field(
        _ field: Field, of entity: Entity, names: PlannedEntity.Names, in scope: inout MemberScope
    ) -> PlannedField? {
        let words = identifierWords(of: field.name, kind: "field", prefix: "field", origin: field.origin)
        guard !MemberScope.always.contains(words.snake) else {
            reportStandard(words.snake, field, of: entity)
            scope.note(field.name, column: words.snake)
            return nil
        }
        let subject = "field \(WireName.label(field.name)) of \(names.label)"
        report(FieldRules.contradiction(in: field, subject: subject))
        let name = attribute(words.snake)
        let planned = PlannedField(
            wire: wire(field.name, otherwise: words.snake, origin: field.origin),
            name: name,
            column: column(words.snake, subject: "the column of \(subject)", origin: field.origin),
            label: WireName.spelledOut(field.name).nonempty ?? words.words.joined(separator: " "),
            type: field.type, isRequired: field.isRequired, isUnique: field.isUnique,
            defaultValue: field.defaultValue == .null ? nil : field.defaultValue,
            transitions: field.transitions, summary: field.summary,
            enumeration: enumeration(field, words: words, names: names))
        let owner = NameScope.Owner(subject, at: field.origin.location)
        report(scope.claim(wire: planned.wire, attribute: name, column: planned.column, by: owner))
        scope.note(field.name, column: planned.column)
        scope.note(planned.wire, column: planned.column)
        return planned
    }

    private mutating func relation(_ relation: Relationship, in scope: inout MemberScope) -> PlannedRelation {
        let role = relation.name.hasSuffix("_id") ? String(relation.name.dropLast(3)) : relation.name
        let words = identifierWords(of: role, kind: "relation", prefix: "relation", origin: relation.origin)
        let subject = "relation \(WireName.label(role)) of \(WireName.label(relation.source))"
        let key = words.suffixed(by: "id").snake
        // A key follows the style of its role: owner_id, but parentTaskId.
        let written = role.contains(where: \.isUppercase) && !role.contains("_") ? role + "Id" : role + "_id"
        let planned = PlannedRelation(
            wire: wire(written, otherwise: key, origin: relation.origin),
            attribute: attribute(key), name: attribute(words.snake),
            column: column(key, subject: "the column of \(subject)", origin: relation.origin),
            label: WireName.spelledOut(role).nonempty ?? words.words.joined(separator: " "),
            target: relation.target, isRequired: relation.isRequired, isUnique: relation.isUnique,
            onDelete: relation.onDelete, isDeferred: false)
        if relation.isRequired, relation.onDelete == .setNull {
            report(
                Diagnostic(
                    .error, "the \(subject) is required, so it cannot become null when its target is deleted",
                    subject: subject, remedy: "make it optional, or restrict or cascade the deletion",
                    at: relation.origin.location))
        }
        let owner = NameScope.Owner(subject, at: relation.origin.location)
        let collision = scope.claim(
            wire: planned.wire, attribute: planned.attribute, column: planned.column, by: owner)
        report(collision ?? scope.claim(object: planned.name, by: owner))
        scope.note(planned.wire, column: planned.column)
        scope.note(relation.name, column: planned.column)
        return planned
    }

    /// A name for an attribute: no keyword, none of the library's own names, not too long.
    private func attribute(_ name: String) -> String {
        let isProtected = reserved.attributePrefixes.contains { name.hasPrefix($0) }
        let shortened = bounded(isProtected ? "field_\(name)" : name, to: NameLimits.code)
        return mangled(shortened, reserved.attributes)
    }

    /// The name on the wire as written, or the words of the name, with a note, when it cannot be kept.
    private mutating func wire(_ written: String, otherwise words: String, origin: Origin) -> String {
        if let kept = WireName.kept(written) { return kept }
        let name = bounded(words, to: NameLimits.wire)
        report(
            Diagnostic(
                .note, "the name \(WireName.label(String(written.prefix(40)))) is \(name) on the wire",
                subject: WireName.label(written), remedy: "write it without blanks and special characters",
                at: origin.location))
        return name
    }

    private mutating func reportStandard(_ name: String, _ field: Field, of entity: Entity) {
        let isSame: Bool =
            switch field.type {
            case .uuid: name == "id"
            case .dateTime: name != "id"
            default: false
            }
        let type = name == "id" ? "a UUID" : "a moment in time"
        report(
            Diagnostic(
                isSame ? .note : .warning,
                "every entity has \(name), which is \(type), so the field \(field.name) of "
                    + "\(WireName.label(entity.name)) is that one",
                subject: field.name, remedy: isSame ? nil : "give the field another name if it is something else",
                at: field.origin.location))
    }

    private mutating func addUniqueness(of entity: Entity, to planned: inout PlannedEntity, in scope: MemberScope) {
        var seen: Set<[String]> = []
        for group in entity.uniqueTogether {
            var columns: [String] = []
            var members: Set<String> = []
            for name in group {
                guard let column = scope.columnByName[name] else {
                    report(
                        Diagnostic(
                            .error,
                            "\(WireName.label(entity.name)) has no \(name) that could be unique together "
                                + "with others", subject: entity.name, remedy: "name fields and relations that it has",
                            at: entity.origin.location))
                    continue
                }
                if members.insert(column).inserted { columns.append(column) }
            }
            if columns.count == 1 {
                planned.markUnique(column: columns[0])
            } else if !columns.isEmpty, seen.insert(columns.sorted()).inserted {
                planned.uniqueTogether.append(columns)
            }
        }
    }
}

extension PlannedEntity {
    /// Makes the one member with a column unique by itself.
    fileprivate mutating func markUnique(column: String) {
        if let index = fields.firstIndex(where: { $0.column == column }) { fields[index].isUnique = true }
        if let index = relations.firstIndex(where: { $0.column == column }) { relations[index].isUnique = true }
    }
}
