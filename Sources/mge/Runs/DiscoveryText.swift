import MGECompiler
import MGECore
import MGELayers

/// Shows what was understood of a description, with the words and places that it comes from.
struct DiscoveryText: Sendable {
    private let document: DiscoveryDocument
    private let entities: [UnderstoodEntity]
    private let style: TerminalStyle

    init(_ document: DiscoveryDocument, plan: Masterplan?, style: TerminalStyle) {
        self.document = document
        entities = UnderstoodEntity.all(of: document, in: plan)
        self.style = style
    }

    var lines: [String] {
        var lines = [
            document.summary, "",
            "domain \(document.domain), stack \(document.stack)",
        ]
        if let file = document.entities.lazy.compactMap(\.origin.location?.file).first {
            lines.append("places are lines and columns of \(file)")
        }
        for entity in entities { lines += self.lines(of: entity) }
        lines += list("Rules", document.businessRules.map(\.statement))
        lines += list("Use cases", document.useCases.map(\.name))
        lines += list(
            "Aggregates", document.aggregates.map { "\($0.root): \($0.members.joined(separator: ", "))" })
        lines += list(
            "Contexts", document.boundedContexts.map { "\($0.name): \($0.aggregates.joined(separator: ", "))" })
        lines += list("Assumed", document.assumptions)
        lines += list("Said about the description", document.diagnostics.map(\.description))
        // Painted last, because what is printable has no control characters.
        return [style.bold(TextWidth.printable(document.title))] + lines.map(TextWidth.printable)
    }

    private func lines(of understood: UnderstoodEntity) -> [String] {
        let entity = understood.entity
        var lines = ["", "\(entity.name)  (\(source(of: entity.origin)))"]
        if let summary = entity.summary { lines.append("  \(summary)") }
        if let names = understood.names {
            lines.append(
                "  wire \(names.wire), class \(names.className), modules \(names.module) and \(names.pluralModule), "
                    + "table \(names.table), path /\(names.path)")
        }
        return lines + members(of: understood) + rest(of: entity)
    }

    /// The fields and references, aligned; the type stands last, because it may be long.
    private func members(of understood: UnderstoodEntity) -> [String] {
        guard !understood.members.isEmpty else { return [] }
        let isPlanned = understood.names != nil
        var table = isPlanned ? Table("WIRE", "CODE", "COLUMN", "FROM", "TYPE") : Table("NAME", "FROM", "TYPE")
        for member in understood.members {
            let origin = source(of: member.origin)
            if !isPlanned {
                table.add(member.name, origin, member.type)
            } else if let names = member.names {
                let code = ([names.code] + [names.object].compactMap(\.self)).joined(separator: ", ")
                table.add(names.wire, code, names.column, origin, member.type)
            } else {
                table.add(member.name, "", "", origin, "\(member.type): every entity has it")
            }
        }
        // Cases of an enumeration are not cut off.
        let unfitted = TerminalStyle(isTerminal: false, isColoured: false, width: style.width)
        return table.lines(unfitted).map { "  " + $0 }
    }

    private func rest(of entity: Entity) -> [String] {
        var lines: [String] = []
        for field in entity.fields {
            for transition in field.transitions ?? [] where !transition.to.isEmpty {
                lines.append("  \(field.name): \(transition.from) → \(transition.to.joined(separator: " | "))")
            }
        }
        if entity.isReadOnly == true { lines.append("  read only") }
        if entity.isSoftDeleted == true { lines.append("  soft delete") }
        if let names = entity.searched { lines.append("  searched in: \(names.joined(separator: ", "))") }
        if let names = entity.sorted { lines.append("  sorted by: \(names.joined(separator: ", "))") }
        if let owner = entity.owner { lines.append("  belongs to: \(owner)") }
        if let login = document.authentication, login.account == entity.name {
            lines.append("  logs in with: \(login.login)  (\(source(of: login.origin)))")
            if let administrator = login.administrator {
                lines.append("  administrates with: \(administrator.field) \(administrator.value.text)")
            }
        }
        for names in entity.uniqueTogether { lines.append("  unique together: \(names.joined(separator: ", "))") }
        return lines
    }

    /// How it came to be, with the place and the words: `assumed 1:59 “tasks”`.
    private func source(of origin: Origin) -> String {
        let place = origin.location.map { "\($0.line):\($0.column)" } ?? ""
        let words = origin.words.map { "“\(TextWidth.fit(TextWidth.printable($0), to: 40))”" } ?? ""
        return [origin.kind.rawValue, place, words].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func list(_ title: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["", "\(title):"] + items.map { "  - \($0)" }
    }
}

extension FieldType {
    /// The type with its bounds, as a brief may say it.
    var summary: String {
        switch self {
        case .string(let minimum, let maximum): "string" + Self.range(minimum.map { "\($0)" }, "\(maximum)")
        case .text(let maximum): "text …\(maximum)"
        case .integer(let minimum, let maximum), .bigInteger(let minimum, let maximum):
            name + Self.range(minimum.map { "\($0)" }, maximum.map { "\($0)" })
        case .float(let minimum, let maximum): name + Self.range(minimum.map(Self.plain), maximum.map(Self.plain))
        case .decimal(let precision, let scale, let minimum, let maximum):
            "decimal(\(precision),\(scale))" + Self.range(minimum.map(Self.plain), maximum.map(Self.plain))
        case .enumeration(let values): "enum: \(values.joined(separator: ", "))"
        case .boolean, .date, .dateTime, .time, .uuid, .email, .url, .json: name
        }
    }

    /// `0` for a whole number, not `0.0`.
    private static func plain(_ number: Double) -> String {
        Int(exactly: number).map { "\($0)" } ?? "\(number)"
    }

    private static func range(_ minimum: String?, _ maximum: String?) -> String {
        minimum == nil && maximum == nil ? "" : " \(minimum ?? "")…\(maximum ?? "")"
    }
}
