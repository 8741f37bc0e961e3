/// Why a database cannot be brought to the version of this program.
package struct MigrationError: Error, Sendable {
    /// The file or folder concerned.
    package let subject: String
    /// What is the matter.
    package let message: String
    /// How to mend it.
    package let remedy: String
    /// What PostgreSQL said about a failing script.
    package let cause: PostgresError?

    init(_ subject: String, _ message: String, remedy: String, cause: PostgresError? = nil) {
        self.subject = subject
        self.message = message
        self.remedy = remedy
        self.cause = cause
    }

    static func changed(_ migration: Migration, applied: AppliedMigration) -> MigrationError {
        MigrationError(
            migration.fileName,
            "has changed since it was applied: its digest was \(applied.digest) and is \(migration.digest) now"
                + (applied.name == migration.name ? "" : ", and its name was \(applied.name)"),
            remedy: "restore the file and put the change into a new migration")
    }

    static func newer(_ applied: AppliedMigration, known: Int) -> MigrationError {
        MigrationError(
            Migration.fileName(number: applied.number, name: applied.name),
            "is applied to the database, but this program knows \(known) migrations only:"
                + " the database is of a newer version",
            remedy: "upgrade this program, or use another database")
    }

    static func failed(_ migration: Migration, _ cause: PostgresError) -> MigrationError {
        let line = cause.position.map { migration.sql.unicodeScalars.prefix($0 - 1).count { $0 == "\n" } + 1 }
        return MigrationError(
            migration.fileName + (line.map { ":\($0)" } ?? ""),
            "failed and was undone: " + cause.message + (cause.detail.map { " — \($0)" } ?? ""),
            remedy: cause.hint ?? "correct the script and migrate again", cause: cause)
    }
}

extension MigrationError: CustomStringConvertible {
    package var description: String {
        Redaction.redact("migration \(subject): \(message) (\(remedy))")
    }
}
