package import MGECore
package import MGEPostgres

/// A kind of run: its ordered stages, and what else its results depend on.
package struct RunKind: Sendable {
    /// The stored name.
    package let name: String
    package let stages: [AnyStage]
    /// The stages after which somebody has to approve before the run goes on.
    package let gates: Set<StageName>
    /// The digest of what the stages read besides the database: templates, grammars, settings.
    package let resources: SHA256Digest
    /// Called in the transaction that ends a run, with the state that the engine proposes and why it failed, if it
    /// did; decides the state and posts what there is to tell.
    package let conclude: Conclusion
    /// Asked when a run that succeeded is resumed and its toolchain is the same: whether what it left outside the
    /// database is still there, so that nothing is to be done.
    package let isIntact: Inspection

    package typealias Conclusion =
        @Sendable (RunState, RunFailure?, StageTransaction) async throws -> RunState
    package typealias Inspection = @Sendable (Run, any PostgresExecutor) async throws -> Bool

    package init(
        name: String, stages: [AnyStage], gates: Set<StageName> = [], resources: SHA256Digest = SHA256Digest(of: ""),
        conclude: @escaping Conclusion = { state, _, _ in state },
        isIntact: @escaping Inspection = { _, _ in false }
    ) {
        precondition(Set(stages.map(\.name)).count == stages.count, "two stages of a kind have one name")
        self.name = name
        self.stages = stages
        self.gates = gates
        self.resources = resources
        self.conclude = conclude
        self.isIntact = isIntact
    }

    /// The stage with a name; nil when this kind has none.
    package func stage(named name: StageName) -> AnyStage? {
        stages.first { $0.name == name }
    }

    /// The digest of all that results depend on and that is outside the database.
    package var toolchain: String {
        let versions = stages.map { "\($0.name)@\($0.version)" }.joined(separator: ",")
        return SHA256Digest(of: "\(versions)\n\(resources)").hexadecimal
    }
}
