import MGECompiler

/// The kinds of runs that the probe knows.
enum ProbeKinds {
    /// The kinds for a run's settings.
    static func all(_ settings: ProbeSettings) -> [RunKind] {
        [
            RunKind(
                name: "probe",
                stages: [
                    AnyStage(GraphStage(batchSize: settings.batch)), AnyStage(GrowingStage(batchSize: settings.batch)),
                    AnyStage(SumStage()),
                ]),
            RunKind(name: "graph", stages: [AnyStage(GraphStage(batchSize: settings.batch))]),
            RunKind(name: "noop", stages: [AnyStage(NoopStage(batchSize: settings.batch))]),
        ]
    }
}
