import MGECompiler
import MGECore

/// Shows what was understood of a description, with the words and places that it comes from.
struct DiscoveryText: Sendable {
    private let document: DiscoveryDocument
    private let style: TerminalStyle

    init(_ document: DiscoveryDocument, style: TerminalStyle) {
        self.document = document
        self.style = style
    }

    var lines: [String] {
        var lines = [
            style.bold(document.title), document.summary, "",
            "domain \(document.domain), stack \(document.stack)",
        ]
        for entity in document.entities { lines += self.lines(of: entity) }
        lines += list("Rules", document.businessRules.map(\.statement))
        lines += list("Use cases", document.useCases.map(\.name))
        lines += list(
            "Aggregates", document.aggregates.map { "\($0.root): \($0.members.joined(separator: ", "))" })
        lines += list(
            "Contexts", document.boundedContexts.map { "\($0.name): \($0.aggregates.joined(separator: ", "))" })
        lines += list("Assumed", document.assumptions)
        return (lines + list("Said about the description", document.diagnostics.map(\.description)))
            .map(TextWidth.printable)
    }

    private func lines(of entity: Entity) -> [String] {
        var lines = ["", "\(entity.name)  \(source(of: entity.origin))"]
        if let summary = entity.summary { lines.append("  \(summary)") }
        var rows: [(name: String, type: String, origin: Origin)] = entity.fields.map { field in
            let marks = (field.isRequired ? "" : " optional") + (field.isUnique ? " unique" : "")
            let value = field.defaultValue.map { " default \($0.text)" } ?? ""
            return (field.name, field.type.summary + marks + value, field.origin)
        }
        rows += document.relationships.filter { $0.source == entity.name }.map { relation in
            let marks = (relation.isRequired ? "" : " optional") + (relation.isUnique ? " unique" : "")
            return (
                relation.name, "→ \(relation.target)\(marks), on delete \(relation.onDelete.rawValue)", relation.origin
            )
        }
        let nameWidth = rows.map { TextWidth.of($0.name) }.max() ?? 0
        let typeWidth = min(44, rows.map { TextWidth.of($0.type) }.max() ?? 0)
        for row in rows {
            lines.append("  \(pad(row.name, nameWidth))  \(pad(row.type, typeWidth))  \(source(of: row.origin))")
        }
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
            lines.append("  logs in with: \(login.login)  \(source(of: login.origin))")
            if let administrator = login.administrator {
                lines.append("  administrates with: \(administrator.field) \(administrator.value.text)")
            }
        }
        for names in entity.uniqueTogether { lines.append("  unique together: \(names.joined(separator: ", "))") }
        return lines
    }

    private func source(of origin: Origin) -> String {
        let place = origin.location.map { "\($0)" } ?? ""
        let words = origin.words.map { "“\(TextWidth.fit(TextWidth.printable($0), to: 40))”" } ?? ""
        let text = [origin.kind.rawValue, place, words].filter { !$0.isEmpty }.joined(separator: " ")
        return "(\(text))"
    }

    private func list(_ title: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["", "\(title):"] + items.map { "  - \($0)" }
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - TextWidth.of(text)))
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
        case .float(let minimum, let maximum): name + Self.range(minimum.map { "\($0)" }, maximum.map { "\($0)" })
        case .decimal(let precision, let scale, let minimum, let maximum):
            "decimal(\(precision),\(scale))" + Self.range(minimum.map { "\($0)" }, maximum.map { "\($0)" })
        case .enumeration(let values): "enum: \(values.joined(separator: ", "))"
        case .boolean, .date, .dateTime, .time, .uuid, .email, .url, .json: name
        }
    }

    private static func range(_ minimum: String?, _ maximum: String?) -> String {
        minimum == nil && maximum == nil ? "" : " \(minimum ?? "")…\(maximum ?? "")"
    }
}
