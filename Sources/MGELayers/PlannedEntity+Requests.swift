extension PlannedEntity {
    /// Whether a client may say a field's value when it creates a row; a state begins with its default.
    package func isCreatable(_ field: PlannedField) -> Bool {
        field.transitions == nil && field.column != account?.administrator?.column
    }

    /// Whether a client may change a field's value.
    package func isUpdatable(_ field: PlannedField) -> Bool {
        field.column != account?.administrator?.column
    }

    /// Whether a client may say what a row refers to: not whom it belongs to, which its token says.
    package func isWritable(_ relation: PlannedRelation) -> Bool {
        relation.column != owner
    }

    /// Whether a field of it may only become some of its values.
    package var hasStates: Bool { fields.contains { $0.transitions != nil } }

    /// The names of the parameters of a list that are no filters.
    package var pagingParameters: [String] {
        ["limit", "offset"] + (searched == nil ? [] : ["q"]) + (sorted == nil ? [] : ["sort", "order"])
    }

    /// Whether a list is filtered by a field: by enumerations and truth values, where their names leave paging alone.
    package func isFilter(_ field: PlannedField) -> Bool {
        switch field.type {
        case .enumeration, .boolean: !pagingParameters.contains(field.wire)
        default: false
        }
    }
}
