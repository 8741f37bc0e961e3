import Testing

@testable import MGECompiler

extension Compilation {
    /// The compilation of the seed sentence that a suite looks at from all sides.
    @TaskLocal static var shared: Compilation?
}

/// Compiles the seed sentence once for all tests of a suite.
struct SeedCompilation: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        try await Compilation.with { (compilation: Compilation) async throws in
            let outcome = try await compilation.work()
            #expect(outcome == .ended(.succeeded))
            try await Compilation.$shared.withValue(compilation) { try await function() }
        }
    }
}

extension Trait where Self == SeedCompilation {
    static var seedCompilation: Self { Self() }
}
