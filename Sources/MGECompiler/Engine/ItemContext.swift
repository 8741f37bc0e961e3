package import MGEPostgres

/// What an item is performed with.
package struct ItemContext: Sendable {
    package let run: Run
    package let key: String
    /// Which attempt this is, from 1.
    package let attempt: Int
    /// The fencing token of the claim.
    package let leaseToken: Int64
    /// For reading; an item writes in `save` only.
    package let store: any PostgresExecutor
    package let journal: Journal
}
