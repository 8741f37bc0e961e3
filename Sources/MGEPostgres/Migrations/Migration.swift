package import MGECore

/// One step of a database's history: an SQL script that is applied once.
package struct Migration: Sendable, Hashable {
    /// Its place in the order, from 1 without gaps.
    package let number: Int
    /// What it does, as its file is named.
    package let name: String
    /// The script; it runs in one transaction.
    package let sql: String
    /// The digest of the script, by which a later change is noticed.
    package let digest: SHA256Digest

    package init(number: Int, name: String, sql: String) {
        self.number = number
        self.name = name
        self.sql = sql
        digest = SHA256Digest(of: sql)
    }

    /// The name of its file: `0007_add_prices.sql`.
    package var fileName: String { Self.fileName(number: number, name: name) }

    static func fileName(number: Int, name: String) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + "\(digits)_\(name).sql"
    }
}

/// A migration that a database has seen.
package struct AppliedMigration: Sendable, Hashable {
    package let number: Int
    package let name: String
    package let digest: SHA256Digest
}

/// How far a database is.
package struct MigrationStatus: Sendable, Hashable {
    /// What was applied, in order.
    package let applied: [AppliedMigration]
    /// What `migrate` would apply, in order.
    package let pending: [Migration]
}
