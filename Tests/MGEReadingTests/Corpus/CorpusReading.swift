import Foundation
import MGECore
import MGELayers

@testable import MGEReading

/// What the reader made of a description, in the terms of the corpus: a link entity is a relation of many to many.
struct CorpusReading {
    struct Relation {
        var source: String
        var target: String
        var kind: ExpectedRelation.Kind
        /// The names that it may be told under, the relation's own first.
        var names: [String]
        var isRequired: Bool
        var onDelete: Relationship.Deletion
        var origin: Origin
    }

    var entities: [Entity]
    var relations: [Relation]
    var diagnostics: [Diagnostic]

    init(_ document: DiscoveryDocument, expected: [ExpectedEntity]) {
        let kept = Set(expected.flatMap(\.names).map(Self.folded))
        entities = []
        relations = []
        diagnostics = document.diagnostics
        for entity in document.entities {
            let references = document.relationships.filter { $0.source == entity.name }
            if !kept.contains(Self.folded(entity.name)), Self.isLink(entity, references, in: document) {
                relations.append(
                    Relation(
                        source: references[0].target, target: references[1].target, kind: .many,
                        names: [entity.name, entity.plural], isRequired: true, onDelete: .cascade,
                        origin: entity.origin))
            } else {
                entities.append(entity)
                relations += references.map(Self.relation)
            }
        }
    }

    /// Whether an entity only says which of two others belong together.
    private static func isLink(_ entity: Entity, _ references: [Relationship], in document: DiscoveryDocument) -> Bool {
        references.count == 2 && references.allSatisfy { $0.isRequired && !$0.isUnique }
            && entity.uniqueTogether.contains { Set($0) == Set(references.map(\.name)) }
            && entity.fields.allSatisfy { $0.origin.kind == .assumed }
            && document.relationships.allSatisfy { $0.target != entity.name }
    }

    private static func relation(_ reference: Relationship) -> Relation {
        Relation(
            source: reference.source, target: reference.target, kind: reference.isUnique ? .oneToOne : .one,
            names: [reference.name], isRequired: reference.isRequired, onDelete: reference.onDelete,
            origin: reference.origin)
    }

    /// Whether the user is told of something: by its name, or by a diagnostic of its line.
    func tells(of names: [String], _ origin: Origin) -> Bool {
        let names = names.map { " \(Self.folded($0)) " }
        return diagnostics.contains { diagnostic in
            if let line = diagnostic.location?.line, line == origin.location?.line { return true }
            let words = Self.words([diagnostic.subject ?? "", diagnostic.message].joined(separator: " / "))
            return names.contains { words.contains($0) }
        }
    }

    /// A name in lower case and without accents, its words separated by blanks.
    static func folded(_ name: String) -> String {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split { $0 == "_" || $0 == "-" || $0.isWhitespace }.joined(separator: " ")
    }

    /// A sentence as its folded words, with a blank before and after each.
    private static func words(_ sentence: String) -> String {
        let words = folded(sentence).split { !$0.isLetter && !$0.isNumber }
        return " " + words.joined(separator: " ") + " "
    }

    /// The position of the given name that each expected thing has, one to one; first names go before others.
    static func pairs(_ expected: [[String]], _ given: [String]) -> [Int?] {
        let given = given.map(folded)
        var pairs = [Int?](repeating: nil, count: expected.count)
        var taken: Set<Int> = []
        for rank in 0..<(expected.map(\.count).max() ?? 0) {
            for (position, names) in expected.enumerated() where pairs[position] == nil && rank < names.count {
                let name = folded(names[rank])
                guard let match = given.indices.first(where: { given[$0] == name && !taken.contains($0) }) else {
                    continue
                }
                pairs[position] = match
                taken.insert(match)
            }
        }
        return pairs
    }
}
