package import MGECore

/// How the rows of an entity log in, by the names that their fields have in the table.
package struct PlannedAccount: Codable, Hashable, Sendable {
    /// What tells an administrator.
    package struct Administrator: Codable, Hashable, Sendable {
        package var column: String
        package var value: JSONValue

        package init(column: String, value: JSONValue) {
            self.column = column
            self.value = value
        }
    }

    /// The column of what one logs in with.
    package var login: String
    package var administrator: Administrator?

    package init(login: String, administrator: Administrator? = nil) {
        self.login = login
        self.administrator = administrator
    }
}

extension PlannedEntity {
    /// Whether a client may say a field's value when it creates a row; a state begins with its default.
    package func isCreatable(_ field: PlannedField) -> Bool {
        field.transitions == nil && field.column != account?.administrator?.column
    }

    /// Whether a field of it may only become some of its values.
    package var hasStates: Bool { fields.contains { $0.transitions != nil } }

    /// Whether a client may change a field's value.
    package func isUpdatable(_ field: PlannedField) -> Bool {
        field.column != account?.administrator?.column
    }

    /// Whether a client may say what a row refers to: not whom it belongs to, which its token says.
    package func isWritable(_ relation: PlannedRelation) -> Bool {
        relation.column != owner
    }
}
