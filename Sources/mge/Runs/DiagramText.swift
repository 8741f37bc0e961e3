import MGECompiler
import MGELayers

/// Draws the entities of a plan in the language of Mermaid, which many readers of Markdown show as a picture.
struct DiagramText: Sendable {
    private let plan: Masterplan

    init(_ plan: Masterplan) {
        self.plan = plan
    }

    var lines: [String] {
        let classes = Dictionary(
            plan.entities.map { ($0.name, $0.names.className) }, uniquingKeysWith: { first, _ in first })
        let relations = plan.entities.flatMap { entity in
            entity.relations.map { relation in
                let target = classes[relation.target] ?? relation.target
                return "    \(entity.names.className) \(ends(of: relation)) \(target) : \(relation.name)"
            }
        }
        return ["erDiagram"] + plan.entities.flatMap(box) + relations
    }

    private func box(of entity: PlannedEntity) -> [String] {
        let unique = Set(entity.uniqueTogether.joined())
        var rows = ["uuid id PK"]
        for field in entity.fields {
            rows.append("\(field.type.name) \(field.name)" + (field.isUnique ? " UK" : "") + remark(of: field))
        }
        for relation in entity.relations {
            let marks = relation.isUnique || unique.contains(relation.column) ? "FK, UK" : "FK"
            rows.append("uuid \(relation.attribute) \(marks)")
        }
        return ["    \(entity.names.className) {"] + rows.map { "        " + $0 } + ["    }"]
    }

    /// What a column may be, where its type does not say it.
    private func remark(of field: PlannedField) -> String {
        var words: [String] = field.isRequired ? [] : ["optional"]
        if case .enumeration(let cases) = field.type {
            words.append(cases.map { $0.replacing("\"", with: "'") }.joined(separator: " | "))
        }
        return words.isEmpty ? "" : " \"\(TextWidth.printable(words.joined(separator: ", ")))\""
    }

    /// How many of each there are, as the ends of a line.
    private func ends(of relation: PlannedRelation) -> String {
        (relation.isUnique ? "|o" : "}o") + "--" + (relation.isRequired ? "||" : "o|")
    }
}
