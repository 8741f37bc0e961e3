/// How much of other transactions' work a transaction sees.
package enum PostgresIsolation: String, Sendable, CaseIterable {
    case readCommitted = "read committed"
    case repeatableRead = "repeatable read"
    case serializable
}
