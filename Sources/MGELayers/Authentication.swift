package import MGECore

/// Who logs in to the described system, and how.
package struct Authentication: Codable, Hashable, Sendable {
    /// What tells an account that may change what belongs to others.
    package struct Administrator: Codable, Hashable, Sendable {
        /// The name of a field of the account.
        package var field: String
        /// The value that the field has: `true`, or a case.
        package var value: JSONValue

        package init(field: String, value: JSONValue) {
            self.field = field
            self.value = value
        }
    }

    /// The name of the entity whose rows log in.
    package var account: String
    /// The name of the field that they log in with.
    package var login: String
    /// Nil when no account may do more than others.
    package var administrator: Administrator?
    package var origin: Origin

    package init(account: String, login: String, administrator: Administrator? = nil, origin: Origin) {
        self.account = account
        self.login = login
        self.administrator = administrator
        self.origin = origin
    }
}
