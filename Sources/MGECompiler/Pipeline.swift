/// The compilation of a description into a repository.
///
/// ```
/// description → discovery → masterplan →(approval)→ code_generation → atomization → wave_execution
///             → file_writing → infrastructure → workspace/<run>/<project>
/// ```
/// Each stage reads the values of `MGELayers` that the stages before it stored, and stores its own; the engine does the
/// rest. To add a stage, add a folder under `Stages/` and a line here.
package enum Pipeline {
    /// The stored name of this kind of run.
    package static let kind = "compile"

    /// The seven stages, in their order.
    package static func compile(_ tools: CompileTools) -> RunKind {
        let analyses = ProjectAnalyses(syntax: tools.syntax, plannedIn: AtomizationStage.name)
        let renderers = StackRenderers(stacks: tools.stacks)
        let repositories = RepositoryPlans(renderers: renderers)
        let acceptance = Acceptance(repositories: repositories, syntax: tools.syntax)
        let conclusion = CompileConclusion(workspace: tools.workspace)
        return RunKind(
            name: kind,
            stages: [
                AnyStage(DiscoveryStage(reader: tools.reader, knowledge: tools.knowledge)),
                AnyStage(MasterplanStage(stacks: tools.stacks, renderers: renderers)),
                AnyStage(CodeGenerationStage(renderers: renderers, analyses: analyses, repositories: repositories)),
                AnyStage(AtomizationStage(analyses: analyses)),
                AnyStage(WaveExecutionStage(syntax: tools.syntax, analyses: analyses, acceptance: acceptance)),
                AnyStage(FileWritingStage(repositories: repositories, workspace: tools.workspace)),
                AnyStage(InfrastructureStage(repositories: repositories, workspace: tools.workspace)),
            ],
            gates: [MasterplanStage.name],
            resources: tools.digest,
            conclude: { try await conclusion.conclude($0, $1, in: $2) },
            isIntact: { try await !$1.isRepositoryLost(of: $0, in: tools.workspace) })
    }
}
