import MGECore
import MGELayers

extension NameResolver {
    /// The names of an entity, taken in the scopes of the project.
    mutating func entityNames(of entity: Entity) -> PlannedEntity.Names {
        let one = identifierWords(of: entity.name, kind: "entity", prefix: "entity", origin: entity.origin)
        let many = pluralWords(of: entity, singular: one)
        // One word for one and many would name a module and a variable in it alike.
        let listed = many == one ? many.suffixed(by: "list") : many
        let module = bounded(one.snake, to: NameLimits.code)
        let pluralModule = bounded(listed.snake, to: NameLimits.code)
        let names = PlannedEntity.Names(
            wire: WireName.kept(entity.name.split(separator: " ").joined(separator: "_").lowercased()) ?? module,
            className: className(of: one, entity: entity),
            module: mangled(module, reserved.modules),
            pluralModule: mangled(pluralModule, reserved.pluralModules),
            variable: mangled(module, reserved.variables),
            pluralVariable: mangled(pluralModule, reserved.variables),
            table: tableName(of: many, entity: entity),
            path: NameLimits.shortened(many.kebab, to: NameLimits.code, separator: "-"),
            label: WireName.label(entity.name).nonempty ?? one.words.joined(separator: " "),
            pluralLabel: WireName.label(entity.plural).nonempty ?? many.words.joined(separator: " "))
        claim(names, for: entity)
        return names
    }

    /// The words of an identifier; words of our own, with a warning, for a name without Latin letters or digits.
    mutating func identifierWords(of name: String, kind: String, prefix: String, origin: Origin) -> NameWords {
        let words = NameWords(name)
        guard words.isEmpty else { return words.startsWithDigit ? words.prefixed(by: prefix) : words }
        let fallback = NameWords(words: [prefix, NameLimits.digest(of: name, digits: 6)])
        report(
            Diagnostic(
                .warning,
                "the name of the \(kind) \(WireName.label(name)) has no Latin letters or digits, so it is "
                    + "\(fallback.snake) in code", subject: WireName.label(name),
                remedy: "give it a name in Latin letters", at: origin.location))
        return fallback
    }

    private func pluralWords(of entity: Entity, singular: NameWords) -> NameWords {
        let words = NameWords(entity.plural)
        if words.isEmpty {
            return NameWords(entity.name).isEmpty
                ? NameWords(words: ["entities"] + singular.words.dropFirst()) : singular
        }
        return words.startsWithDigit ? words.prefixed(by: "entity") : words
    }

    private mutating func className(of words: NameWords, entity: Entity) -> String {
        let name = NameLimits.shortened(words.pascal, to: NameLimits.code - 10, separator: "")
        if name.hasPrefix("Test") {
            report(
                Diagnostic(
                    .note, "the class \(name) starts like a test class", subject: entity.name,
                    remedy: "nothing need be done; test frameworks are told that it is none",
                    at: entity.origin.location))
        }
        return reserved.classes.contains(name) || reserved.keywords.contains(name) ? name + "Entity" : name
    }

    private mutating func tableName(of words: NameWords, entity: Entity) -> String {
        column(words.snake, subject: "the table of \(WireName.label(entity.name))", origin: entity.origin)
    }

    /// Takes the names; at most one collision is told, because the others would follow from it.
    private mutating func claim(_ names: PlannedEntity.Names, for entity: Entity) {
        let owner = owner(of: entity)
        for suffix in ["", "Create", "Update", "Read", "Page", "Query"] {
            if let collision = classes.claim(names.className + suffix, by: owner) { return report(collision) }
        }
        let collision =
            modules.claim(names.module, by: owner) ?? pluralModules.claim(names.pluralModule, by: owner)
            ?? tables.claim(names.table, by: owner)
        report(collision)
    }

    /// A name on the safe side of keywords and of other words that are taken.
    func mangled(_ name: String, _ taken: Set<String>) -> String {
        reserved.keywords.contains(name) || taken.contains(name) ? name + "_" : name
    }

    func bounded(_ name: String, to limit: Int) -> String {
        NameLimits.shortened(name, to: limit)
    }

    /// A name in the database: mangled, and shortened to what PostgreSQL keeps.
    mutating func column(_ name: String, subject: String, origin: Origin) -> String {
        let mangled = reserved.sql.contains(name) ? name + "_" : name
        let shortened = NameLimits.shortened(mangled, to: NameLimits.sql)
        if shortened != mangled {
            report(
                Diagnostic(
                    .note, "the name of \(subject) is longer than \(NameLimits.sql) bytes, so it is \(shortened)",
                    subject: subject, remedy: "give it a shorter name", at: origin.location))
        }
        return shortened
    }
}

extension String {
    /// The text itself; nil when it is empty.
    var nonempty: String? { isEmpty ? nil : self }
}
