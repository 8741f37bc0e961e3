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
