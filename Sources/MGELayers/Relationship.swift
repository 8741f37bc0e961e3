/// A reference from one entity to another.
///
/// A many-to-many relation is an entity of its own with two references and a composite uniqueness, so there are
/// only references to one.
package struct Relationship: Codable, Hashable, Sendable {
    /// What happens to the source when its target is deleted.
    package enum Deletion: String, Codable, Sendable {
        case cascade
        case restrict
        case setNull = "set_null"
    }

    /// The name of the entity that holds the reference.
    package var source: String
    /// The role that the target plays, as a name on the wire without `_id`: `owner`.
    package var name: String
    /// The name of the entity that is referenced.
    package var target: String
    package var isRequired: Bool
    /// Whether at most one source may reference a target: one-to-one.
    package var isUnique: Bool
    package var onDelete: Deletion
    package var origin: Origin

    package init(
        source: String, name: String, target: String, isRequired: Bool = true, isUnique: Bool = false,
        onDelete: Deletion, origin: Origin
    ) {
        self.source = source
        self.name = name
        self.target = target
        self.isRequired = isRequired
        self.isUnique = isUnique
        self.onDelete = onDelete
        self.origin = origin
    }
}
